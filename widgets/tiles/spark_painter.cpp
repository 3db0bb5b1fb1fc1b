#include "widgets/tiles/spark_painter.h"

#include "widgets/common/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <optional>

namespace telltale {
namespace {

constexpr int kHeldColumns = 2; ///< longer pauses are drawn as steps
constexpr double kDot = 2.5;

struct Scale
{
    double low = 0.0;
    double high = 0.0;
    bool isEmpty = true;
};

void include(Scale &scale, double value)
{
    if (scale.isEmpty)
        scale = {value, value, false};
    scale.low = std::min(scale.low, value);
    scale.high = std::max(scale.high, value);
}

/// Low and high of the curve, and of the band where that is not far off.
Scale scaleOf(const Sparkline &spark, const TagInfo &info)
{
    Scale scale;
    for (const Sparkline::Column &column : spark.columns()) {
        if (!column.hasValue || !std::isfinite(column.min) || !std::isfinite(column.max))
            continue;
        include(scale, column.min);
        include(scale, column.max);
    }
    if (scale.isEmpty)
        return scale;
    const double reach = 3.0 * (scale.high - scale.low);
    const Scale curve = scale;
    for (const std::optional<double> &edge : {info.low, info.high}) {
        if (edge && *edge >= curve.low - reach && *edge <= curve.high + reach)
            include(scale, *edge);
    }
    const double least = std::max({std::fabs(scale.high) * 1e-6, 1e-12});
    const double pad = std::max(0.08 * (scale.high - scale.low), least);
    return {scale.low - pad, scale.high + pad, false};
}

void paintBand(QPainter &painter, const QRect &rect, const Scale &scale, const TagInfo &info)
{
    if (!info.low || !info.high)
        return;
    const auto y = [&](double value) {
        const double share = (value - scale.low) / (scale.high - scale.low);
        return rect.bottom() - std::clamp(share, 0.0, 1.0) * rect.height();
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

Curve curveOf(const Sparkline &spark, const QRect &rect, const Scale &scale)
{
    const double step = (rect.width() - 6.0) / (Sparkline::kColumns - 1);
    const double perUnit = rect.height() / (scale.high - scale.low);
    Curve curve;
    int previous = -1;
    for (int i = 0; i < Sparkline::kColumns; ++i) {
        const Sparkline::Column &column = spark.columns()[static_cast<std::size_t>(i)];
        if (column.isGap)
            curve.end.reset();
        if (!column.hasValue || !std::isfinite(column.last))
            continue;
        const QPointF point(rect.left() + i * step,
                            rect.bottom() - (column.last - scale.low) * perUnit);
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
    const Scale scale = scaleOf(spark, info);
    if (scale.isEmpty)
        return;
    paintBand(painter, rect, scale, info);
    Curve curve = curveOf(spark, rect, scale);
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
