#include "widgets/reports/report_table.h"

#include "widgets/common/alarm_marker.h"
#include "widgets/common/even_room.h"
#include "widgets/reports/report_canvas.h"

#include <algorithm>
#include <numeric>

namespace telltale {
namespace {

using Size = ReportCanvas::Size;

constexpr double kHeading = 20.0;
constexpr double kRow = 20.0;
constexpr double kMostFirst = 160.0; ///< a first row that is higher goes on over the page
constexpr double kLine = 15.0; ///< of a cell of several
constexpr double kUnder = 13.0;
constexpr double kUnderGap = 4.0; ///< that `under` is nearer to its cells than the next row
constexpr double kGap = 8.0; ///< between columns
constexpr double kGapBeforeWords = 20.0; ///< behind numbers, which end where these begin
constexpr double kMarker = 12.0;
constexpr double kMarkerGap = 6.0;

} // namespace

ReportTable::ReportTable(ReportCanvas &canvas, std::vector<ReportColumn> columns)
    : m_canvas(canvas)
    , m_columns(std::move(columns))
{
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        m_widths.push_back(canvas.widthOf(m_columns[i].heading, Size::Small) + gap(i));
}

void ReportTable::row(const QStringList &cells, const QString &under, int priority)
{
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const double text = m_canvas.widthOf(cells.value(static_cast<qsizetype>(i)), Size::Text);
        m_widths[i] = std::max(m_widths[i], indent(i, priority) + text + gap(i));
    }
    m_rows.push_back({cells, under, priority});
}

double ReportTable::leastHeight()
{
    shareWidth();
    return kHeading + (m_rows.empty() ? 0.0 : std::min(linesOf(m_rows.front()).height, kMostFirst));
}

void ReportTable::paint()
{
    m_canvas.require(leastHeight());
    paintHeadings();
    for (const Row &row : m_rows) {
        if (m_canvas.isCancelled())
            return;
        paintRow(row);
    }
}

void ReportTable::shareWidth()
{
    const double spare = m_canvas.width() - std::accumulate(m_widths.begin(), m_widths.end(), 0.0);
    if (spare < 0.0) {
        m_widths = evenRoom(m_widths, m_canvas.width());
        return;
    }
    double shares = 0.0;
    for (const ReportColumn &column : m_columns)
        shares += column.share;
    for (std::size_t i = 0; i < m_widths.size(); ++i)
        m_widths[i] += spare * m_columns[i].share / shares;
}

void ReportTable::paintHeadings()
{
    double left = m_canvas.left();
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        m_canvas.cell({left, m_canvas.top(), m_widths[i] - gap(i), kHeading}, m_columns[i].heading,
                      Size::Small, m_columns[i].isNumber ? Qt::AlignRight : Qt::AlignLeft, true);
        left += m_widths[i];
    }
    m_canvas.skip(kHeading);
    m_canvas.rule();
}

ReportTable::Lines ReportTable::linesOf(const Row &row) const
{
    Lines lines;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        lines.cells.push_back(m_canvas.wrapped(row.cells.value(static_cast<qsizetype>(i)),
                                               Size::Text,
                                               m_widths[i] - gap(i) - indent(i, row.priority)));
        lines.most = std::max(lines.most, lines.cells.back().size());
    }
    lines.under = m_canvas.wrapped(row.under, Size::Small, m_canvas.width());
    lines.height = kRow + static_cast<double>(lines.most - 1) * kLine
        + static_cast<double>(lines.under.size()) * kUnder;
    return lines;
}

/// Stays on one page, unless it is longer than a page: then it goes on line by line.
void ReportTable::paintRow(const Row &row)
{
    const Lines lines = linesOf(row);
    if (m_canvas.require(lines.height))
        paintHeadings();
    const double rest = (kRow - kLine) / 2;
    m_canvas.skip(rest);
    for (qsizetype line = 0; line < lines.most; ++line) {
        if (m_canvas.require(kLine))
            paintHeadings();
        paintCells(lines.cells, line, row.priority);
        m_canvas.skip(kLine);
    }
    m_canvas.skip(lines.under.isEmpty() ? rest : rest - kUnderGap);
    for (const QString &text : lines.under) {
        if (m_canvas.require(kUnder))
            paintHeadings();
        m_canvas.cell({m_canvas.left(), m_canvas.top(), m_canvas.width(), kUnder}, text,
                      Size::Small, Qt::AlignLeft, true);
        m_canvas.skip(kUnder);
    }
    m_canvas.skip(lines.under.isEmpty() ? 0.0 : kUnderGap);
    m_canvas.rule(true);
}

void ReportTable::paintCells(const std::vector<QStringList> &cells, qsizetype line, int priority)
{
    double left = m_canvas.left();
    if (line == 0 && priority > 0)
        paintAlarmMarker(m_canvas.painter(),
                         QRectF(left, m_canvas.top() + (kLine - kMarker) / 2, kMarker, kMarker),
                         priority, MarkerForm::Filled, false, Theme::Mode::Light);
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const double inner = indent(i, priority);
        m_canvas.cell({left + inner, m_canvas.top(), m_widths[i] - gap(i) - inner, kLine},
                      cells[i].value(line), Size::Text,
                      m_columns[i].isNumber ? Qt::AlignRight : Qt::AlignLeft);
        left += m_widths[i];
    }
}

/// What the marker of an alarm takes from its first cell.
double ReportTable::indent(std::size_t column, int priority) const
{
    return column == 0 && priority > 0 ? kMarker + kMarkerGap : 0.0;
}

/// Behind a column.
double ReportTable::gap(std::size_t column) const
{
    const std::size_t next = column + 1;
    const bool isBeforeWords
        = next < m_columns.size() && m_columns[column].isNumber && !m_columns[next].isNumber;
    return isBeforeWords ? kGapBeforeWords : kGap;
}

} // namespace telltale
