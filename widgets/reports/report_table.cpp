#include "widgets/reports/report_table.h"

#include "widgets/common/alarm_marker.h"
#include "widgets/reports/report_canvas.h"

#include <algorithm>

namespace telltale {
namespace {

constexpr double kHeading = 20.0;
constexpr double kRow = 20.0;
constexpr double kUnder = 13.0;
constexpr double kGap = 8.0; ///< between columns
constexpr double kMarker = 12.0;

} // namespace

ReportTable::ReportTable(ReportCanvas &canvas, std::vector<ReportColumn> columns)
    : m_canvas(canvas)
    , m_columns(std::move(columns))
{
    for (const ReportColumn &column : m_columns)
        m_shares += column.share;
    canvas.require(kHeading + 2 * kRow);
    paintHeadings();
}

double ReportTable::cellWidth(std::size_t column) const
{
    return m_canvas.width() * m_columns[column].share / m_shares;
}

void ReportTable::paintHeadings()
{
    double left = m_canvas.left();
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        m_canvas.cell({left, m_canvas.top(), cellWidth(i) - kGap, kHeading}, m_columns[i].heading,
                      ReportCanvas::Size::Small,
                      m_columns[i].isNumber ? Qt::AlignRight : Qt::AlignLeft, true);
        left += cellWidth(i);
    }
    m_canvas.skip(kHeading);
    m_canvas.rule();
}

void ReportTable::row(const QStringList &cells, const QString &under, int priority)
{
    const double height = kRow + (under.isEmpty() ? 0.0 : kUnder);
    if (m_canvas.require(height))
        paintHeadings();
    const double top = m_canvas.top();
    double left = m_canvas.left();
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        QRectF place(left, top, cellWidth(i) - kGap, kRow);
        if (i == 0 && priority > 0) {
            paintAlarmMarker(m_canvas.painter(),
                             QRectF(left, top + (kRow - kMarker) / 2, kMarker, kMarker), priority,
                             MarkerForm::Filled, false, Theme::Mode::Light);
            place.setLeft(left + kMarker + 6.0);
        }
        m_canvas.cell(place, cells.value(static_cast<qsizetype>(i)), ReportCanvas::Size::Text,
                      m_columns[i].isNumber ? Qt::AlignRight : Qt::AlignLeft);
        left += cellWidth(i);
    }
    if (!under.isEmpty())
        m_canvas.cell({m_canvas.left(), top + kRow - 4.0, m_canvas.width(), kUnder}, under,
                      ReportCanvas::Size::Small, Qt::AlignLeft, true);
    m_canvas.skip(height);
    m_canvas.rule(true);
}

} // namespace telltale
