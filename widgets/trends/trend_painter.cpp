#include "widgets/trends/trend_painter.h"

#include "models/value_text.h"
#include "widgets/common/theme.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace telltale {
namespace {

constexpr double kLeastText = 0.15; ///< part of it in the colour of a limit
constexpr double kBandPart = 0.14;
constexpr double kBandBar = 3.0;
constexpr double kLabelGap = 8.0;
constexpr double kLabelEdge = 6.0; ///< on the other side of a value

} // namespace

TrendLook TrendLook::ofTheme()
{
    const Theme &theme = Theme::instance();
    return {theme.color(Theme::Role::Surface),
            theme.color(Theme::Role::Grid),
            theme.color(Theme::Role::Text),
            theme.color(Theme::Role::Second),
            theme.color(Theme::Role::Hatch),
            theme.font(Theme::Type::Axis),
            1.5};
}

TrendPainter::TrendPainter(QPainter &painter, const QRectF &plot, TimeRange range,
                           const AxisScale &scale, const TrendLook &look)
    : m_painter(painter)
    , m_plot(plot)
    , m_range(range)
    , m_scale(scale)
    , m_look(look)
{ }

double TrendPainter::x(std::int64_t time) const
{
    // Gaps may reach to the ends of time.
    const double part
        = (static_cast<double>(time) - static_cast<double>(toMicroseconds(m_range.from)))
        / static_cast<double>((m_range.to - m_range.from).count());
    return m_plot.left() + part * m_plot.width();
}

double TrendPainter::y(double value) const
{
    return m_plot.bottom() - m_scale.partOf(value) * m_plot.height();
}

void TrendPainter::bands(const std::vector<TrendBand> &bands)
{
    for (const TrendBand &band : bands) {
        const double left = std::max(m_plot.left(), x(toMicroseconds(band.range.from)));
        const double right
            = std::min(m_plot.right(), x(toMicroseconds(std::min(band.range.to, m_range.to))));
        if (right <= left)
            continue;
        const QColor colour = Theme::alarm(band.priority);
        m_painter.fillRect(QRectF(left, m_plot.top(), right - left, m_plot.height()),
                           mixed(m_look.ground, colour, kBandPart));
        m_painter.fillRect(QRectF(left, m_plot.top(), right - left, kBandBar), colour);
    }
}

void TrendPainter::grid(const std::vector<TimeTick> &ticks)
{
    m_painter.setPen(QPen(m_look.grid, 1.0));
    for (const double value : m_scale.ticks()) {
        const double at = std::round(y(value)) + 0.5;
        m_painter.drawLine(QPointF(m_plot.left(), at), QPointF(m_plot.right(), at));
    }
    for (const TimeTick &tick : ticks) {
        const double at = std::round(x(toMicroseconds(tick.time))) + 0.5;
        if (at >= m_plot.left() && at <= m_plot.right())
            m_painter.drawLine(QPointF(at, m_plot.top()), QPointF(at, m_plot.bottom()));
    }
}

void TrendPainter::valueLabels()
{
    m_painter.setFont(m_look.axisFont);
    m_painter.setPen(m_look.second);
    const QFontMetricsF metrics(m_look.axisFont, m_painter.device());
    const double width = axisWidth(m_scale, metrics);
    const std::vector<double> values = m_scale.ticks();
    const QStringList labels = m_scale.labels(QLocale());
    for (std::size_t i = 0; i < values.size(); ++i) {
        const QRectF at(m_plot.left() - width, y(values[i]) - metrics.height() / 2,
                        width - kLabelGap, metrics.height());
        m_painter.drawText(at, Qt::AlignRight | Qt::AlignVCenter,
                           labels[static_cast<qsizetype>(i)]);
    }
}

double TrendPainter::axisWidth(const AxisScale &scale, const QFontMetricsF &metrics)
{
    double widest = 0.0;
    for (const QString &label : scale.labels(QLocale()))
        widest = std::max(widest, metrics.horizontalAdvance(label));
    return kLabelEdge + std::ceil(widest) + kLabelGap;
}

void TrendPainter::timeLabels(const std::vector<TimeTick> &ticks, const QRectF &device)
{
    m_painter.setFont(m_look.axisFont);
    m_painter.setPen(m_look.second);
    const QFontMetricsF metrics(m_look.axisFont, m_painter.device());
    double free = std::max(device.left(), m_plot.left() - kLabelGap * 4);
    const double end = std::min(device.right(), m_plot.right() + kLabelGap * 4);
    for (const TimeTick &tick : ticks) {
        const double width = metrics.horizontalAdvance(tick.label);
        const double left = x(toMicroseconds(tick.time)) - width / 2;
        if (left < free || left + width > end)
            continue;
        m_painter.drawText(QRectF(left, m_plot.bottom() + 4.0, width + 2.0, metrics.height()),
                           Qt::AlignLeft, tick.label);
        free = left + width + kLabelGap;
    }
}

void TrendPainter::limits(const std::vector<TrendLimit> &limits,
                          const std::vector<const TrendTrace *> &traces)
{
    m_painter.setFont(m_look.axisFont);
    for (const TrendLimit &limit : limits) {
        const double at = y(limit.value);
        if (at < m_plot.top() || at > m_plot.bottom())
            continue;
        const QColor colour
            = standingOut(Theme::alarm(limit.priority), m_look.ground, m_look.text, kLeastText);
        m_painter.setPen(QPen(colour, 1.0, Qt::DashLine));
        m_painter.drawLine(QPointF(m_plot.left(), at), QPointF(m_plot.right(), at));
        const QRectF words = limitLabel(at, limit.label, traces);
        if (!isCrossed(words, traces))
            m_painter.fillRect(words, m_look.ground);
        m_painter.setPen(m_look.second);
        m_painter.drawText(words, Qt::AlignLeft, limit.label);
    }
}

/// Where no curve is, above the line or else below it; rather at the old end: the newest values,
/// which are looked at, stay free.
QRectF TrendPainter::limitLabel(double at, const QString &words,
                                const std::vector<const TrendTrace *> &traces) const
{
    const QFontMetricsF metrics(m_look.axisFont, m_painter.device());
    const QSizeF size(metrics.horizontalAdvance(words), metrics.height());
    const double above = at - size.height() - 1.0;
    const double below = at + 1.0;
    const bool fitsAbove = above > m_plot.top();
    for (const double left :
         {m_plot.left() + kLabelGap, m_plot.right() - kLabelGap - size.width()}) {
        for (const double top : {above, below}) {
            const QRectF place(QPointF(left, top), size);
            if (m_plot.contains(place) && !isCrossed(place, traces))
                return place;
        }
    }
    return {QPointF(m_plot.left() + kLabelGap, fitsAbove ? above : below), size};
}

} // namespace telltale
