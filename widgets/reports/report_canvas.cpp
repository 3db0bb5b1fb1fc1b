#include "widgets/reports/report_canvas.h"

#include "widgets/common/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPdfWriter>
#include <QTextLayout>

#include <algorithm>
#include <array>
#include <cmath>

namespace telltale {
namespace {

constexpr double kUnitsPerInch = 96.0;
constexpr double kHeadingGap = 26.0;
constexpr double kBelowHeading = 6.0;
constexpr double kFactName = 200.0; ///< the longest name in any language, and a gap
constexpr double kFactHeight = 24.0;
constexpr std::array<double, 5> kLineHeights {14.0, 17.0, 17.0, 24.0, 42.0};
constexpr std::array<int, 5> kPixels {10, 12, 12, 17, 32};

} // namespace

ReportCanvas::ReportCanvas(QPdfWriter &device, QString footer, int pages, const CancelFlag *cancel)
    : m_device(device)
    , m_painter(&device)
    , m_footer(std::move(footer))
    , m_pages(pages)
    , m_cancel(cancel)
{
    const double scale = device.resolution() / kUnitsPerInch;
    m_width = device.width() / scale;
    m_height = device.height() / scale;
    m_painter.scale(scale, scale);
    paintFooter();
}

void ReportCanvas::newPage()
{
    m_device.newPage();
    ++m_page;
    m_top = kMargin;
    paintFooter();
}

bool ReportCanvas::require(double height)
{
    if (height <= room() || m_top <= kMargin)
        return false;
    newPage();
    return true;
}

void ReportCanvas::paintFooter()
{
    const QRectF place(kMargin, m_height - kMargin, width(), kLineHeights[0]);
    m_painter.setPen(QPen(ruleColour(), 0.6));
    m_painter.drawLine(QPointF(kMargin, place.top() - 6.0),
                       QPointF(kMargin + width(), place.top() - 6.0));
    const QString number
        = QCoreApplication::translate("ReportCanvas", "Page %1 / %2").arg(m_page).arg(m_pages);
    cell(place.adjusted(0.0, 0.0, -90.0, 0.0), m_footer, Size::Small, Qt::AlignLeft, true);
    cell(place, number, Size::Small, Qt::AlignRight, true);
}

void ReportCanvas::line(const QString &text, Size size, bool isQuiet)
{
    const double height = kLineHeights[static_cast<std::size_t>(size)];
    require(height);
    cell({left(), m_top, width(), height}, text, size, Qt::AlignLeft, isQuiet);
    m_top += height;
}

void ReportCanvas::paragraph(const QString &text, bool isQuiet)
{
    m_painter.setFont(font(Size::Text));
    const QRectF all = m_painter.boundingRect(QRectF(left(), m_top, width(), 10'000.0),
                                              Qt::AlignLeft | Qt::TextWordWrap, text);
    require(all.height());
    m_painter.setPen(isQuiet ? quietColour() : textColour());
    m_painter.drawText(QRectF(left(), m_top, width(), all.height()),
                       Qt::AlignLeft | Qt::TextWordWrap, text);
    m_top += std::ceil(all.height());
}

void ReportCanvas::heading(const QString &text, double following)
{
    require(kHeadingGap + kLineHeights[static_cast<std::size_t>(Size::Heading)] + kBelowHeading
            + following);
    if (m_top > kMargin)
        m_top += kHeadingGap;
    line(text, Size::Heading);
    m_top += kBelowHeading;
}

void ReportCanvas::fact(const QString &name, const QString &value)
{
    const QRectF place(left(), m_top, kFactName, kFactHeight);
    cell(place, name, Size::Text, Qt::AlignLeft, true);
    cell({place.right(), place.top(), width() - kFactName, kFactHeight}, value, Size::Strong,
         Qt::AlignLeft);
    m_top += kFactHeight;
}

void ReportCanvas::rule(bool isFaint)
{
    m_painter.setPen(QPen(isFaint ? faintColour() : ruleColour(), 0.6));
    m_painter.drawLine(QPointF(left(), m_top), QPointF(left() + width(), m_top));
}

void ReportCanvas::cell(const QRectF &place, const QString &text, Size size,
                        Qt::Alignment alignment, bool isQuiet)
{
    m_painter.setFont(font(size));
    m_painter.setPen(isQuiet ? quietColour() : textColour());
    const QString shown
        = QFontMetricsF(font(size)).elidedText(text, Qt::ElideMiddle, place.width() + 0.5);
    const Qt::Alignment placed = alignment | Qt::AlignVCenter;
    m_painter.drawText(place, static_cast<int>(placed) | Qt::TextSingleLine | Qt::TextDontClip,
                       shown);
}

double ReportCanvas::widthOf(const QString &text, Size size) const
{
    return std::max(QFontMetricsF(font(size)).horizontalAdvance(text),
                    QFontMetricsF(font(size), &m_device).horizontalAdvance(text));
}

QStringList ReportCanvas::wrapped(const QString &text, Size size, double width)
{
    if (text.isEmpty() || QFontMetricsF(font(size)).horizontalAdvance(text) <= width + 0.5)
        return text.isEmpty() ? QStringList() : QStringList(text); // as wide as what was measured
    QTextLayout layout(text, font(size));
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    QStringList lines;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        lines << text.mid(line.textStart(), line.textLength()).trimmed();
    }
    layout.endLayout();
    return lines;
}

QFont ReportCanvas::font(Size size)
{
    const bool isStrong = size != Size::Small && size != Size::Text;
    QFont font = Theme::instance().font(isStrong ? Theme::Type::Strong : Theme::Type::Text);
    font.setPixelSize(kPixels[static_cast<std::size_t>(size)]);
    font.setHintingPreference(QFont::PreferNoHinting); // paper has no pixels to fit
    // Any spacing of its own keeps Qt from ligatures, which text search in the file trips over.
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.02);
    return font;
}

QColor ReportCanvas::textColour()
{
    return Theme::colorOf(Theme::Mode::Light, Theme::Role::Text);
}

QColor ReportCanvas::quietColour()
{
    return Theme::colorOf(Theme::Mode::Light, Theme::Role::Second);
}

QColor ReportCanvas::faintColour()
{
    return Theme::colorOf(Theme::Mode::Light, Theme::Role::Surface);
}

QColor ReportCanvas::ruleColour()
{
    return Theme::colorOf(Theme::Mode::Light, Theme::Role::Line);
}

} // namespace telltale
