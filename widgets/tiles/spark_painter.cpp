#include "widgets/tiles/spark_painter.h"

#include "models/axis_scale.h"
#include "widgets/common/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace telltale {
namespace {

constexpr int kHeldColumns = 2; ///< longer pauses are drawn as steps
constexpr double kDot = 2.5;

struct ValueRange
{
    double low = 0.0;
    double high = 0.0;
};

void include(std::optional<ValueRange> &range, double value)
{
    range = range ? ValueRange {std::min(range->low, value), std::max(range->high, value)}
                  : ValueRange {value, value};
}

/// Low and high of the curve, and of the band where that is not far off; none without a value.
std::optional<AxisScale> scaleOf(const Sparkline &spark, const TagInfo &info)
{
    std::optional<ValueRange> range;
    for (const Sparkline::Column &column : spark.columns()) {
        if (!column.hasValue || !std::isfinite(column.min) || !std::isfinite(column.max))
            continue;
        include(range, column.min);
        include(range, column.max);
    }
    if (!range)
        return std::nullopt;
    const double reach = 3.0 * (range->high - range->low);
    const ValueRange curve = *range;
    for (const std::optional<double> &edge : {info.low, info.high}) {
        if (edge && *edge >= curve.low - reach && *edge <= curve.high + reach)
            include(range, *edge);
    }
    const double size = std::max(std::fabs(range->low), std::fabs(range->high));
    const double least = std::max(size * 1e-6, 1e-12);
    const double pad = std::max(0.08 * range->high - 0.08 * range->low, least);
    AxisScale scale;
    scale.low = std::max(range->low - pad, std::numeric_limits<double>::lowest());
    scale.high = std::min(range->high + pad, std::numeric_limits<double>::max());
    return scale;
}

void paintBand(QPainter &painter, const QRect &rect, const AxisScale &scale, const TagInfo &info)
{
    if (!info.low || !info.high)
        return;
    const auto y = [&](double value) {
        return rect.bottom() - std::clamp(scale.partOf(value), 0.0, 1.0) * rect.height();
    };
    const QRectF band(QPointF(rect.left(), y(*info.high)), QPointF(rect.right(), y(*info.low)));
    painter.fillRect(band, Theme::instance().color(Theme::Role::Band));
}

/// The curve in pixels; values hold until the next one.
struct Curve
{
    QPainterPath line;
    std::optional<QPointF> end; ///< none: nothing came, or a gap is at its end
};

Curve curveOf(const Sparkline &spark, const QRect &rect, const AxisScale &scale)
{
    const double step = (rect.width() - 6.0) / (Sparkline::kColumns - 1);
    Curve curve;
    int previous = -1;
    for (int i = 0; i < Sparkline::kColumns; ++i) {
        const Sparkline::Column &column = spark.columns()[static_cast<std::size_t>(i)];
        if (column.isGap)
            curve.end.reset();
        if (!column.hasValue || !std::isfinite(column.last))
            continue;
        const QPointF point(rect.left() + i * step,
                            rect.bottom() - scale.partOf(column.last) * rect.height());
        if (!curve.end)
            curve.line.moveTo(point);
        else if (i - previous > kHeldColumns)
            curve.line.lineTo(point.x(), curve.end->y());
        curve.line.lineTo(point);
        previous = i;
        curve.end = point;
    }
    return curve;
}

void paintDot(QPainter &painter, const QPointF &at)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::instance().color(Theme::Role::Live));
    painter.drawEllipse(at, kDot, kDot);
}

} // namespace

void paintSpark(QPainter &painter, const QRect &rect, const Sparkline &spark, const TagInfo &info,
                bool isLive)
{
    const std::optional<AxisScale> scale = scaleOf(spark, info);
    if (!scale)
        return;
    paintBand(painter, rect, *scale, info);
    Curve curve = curveOf(spark, rect, *scale);
    const bool reachesNow = isLive && curve.end;
    if (reachesNow) {
        curve.end->setX(rect.left() + rect.width() - 6.0);
        curve.line.lineTo(*curve.end);
    }
    painter.save();
    const QColor ink = Theme::instance().trace(0);
    painter.setPen(QPen(ink, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(curve.line);
    if (reachesNow)
        paintDot(painter, *curve.end);
    painter.restore();
}

} // namespace telltale
