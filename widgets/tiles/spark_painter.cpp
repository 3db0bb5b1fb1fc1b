#include "widgets/tiles/spark_painter.h"

#include "widgets/common/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

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

} // namespace

void paintSpark(QPainter &painter, const QRect &rect, const Sparkline &spark, const TagInfo &info,
                bool isLive)
{
    const Scale scale = scaleOf(spark, info);
    if (scale.isEmpty)
        return;
    paintBand(painter, rect, scale, info);
    const double step = (rect.width() - 6.0) / (Sparkline::kColumns - 1);
    const double perUnit = rect.height() / (scale.high - scale.low);
    const auto at = [&](int column, double value) {
        return QPointF(rect.left() + column * step, rect.bottom() - (value - scale.low) * perUnit);
    };
    QPainterPath line;
    int previous = -1;
    QPointF last;
    for (int i = 0; i < Sparkline::kColumns; ++i) {
        const Sparkline::Column &column = spark.columns()[static_cast<std::size_t>(i)];
        if (column.isGap)
            previous = -1;
        if (!column.hasValue || !std::isfinite(column.last))
            continue;
        const QPointF point = at(i, column.last);
        if (previous < 0)
            line.moveTo(point);
        else if (i - previous > kHeldColumns)
            line.lineTo(point.x(), last.y());
        line.lineTo(point);
        previous = i;
        last = point;
    }
    const bool endsInGap = spark.columns().back().isGap;
    if (previous >= 0 && !endsInGap) {
        last.setX(at(Sparkline::kColumns - 1, 0.0).x());
        line.lineTo(last);
    }
    painter.save();
    const QColor ink = Theme::instance().trace(0);
    painter.setPen(QPen(ink, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(line);
    if (isLive && previous >= 0 && !endsInGap) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(Theme::instance().color(Theme::Role::Live));
        painter.drawEllipse(last, kDot, kDot);
    }
    painter.restore();
}

} // namespace telltale
