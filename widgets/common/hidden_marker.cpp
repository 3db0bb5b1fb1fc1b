#include "widgets/common/hidden_marker.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace telltale {
namespace {

constexpr double kLine = 0.09; ///< of the size
constexpr double kMargin = 0.08;

/// Lengths are parts of the size, from the top left.
class Sign
{
public:
    explicit Sign(const QRectF &rect)
        : m_rect(rect)
    { }
    QPointF at(double x, double y) const
    {
        return {m_rect.left() + x * m_rect.width(), m_rect.top() + y * m_rect.height()};
    }
    QRectF box(double left, double top, double right, double bottom) const
    {
        return {at(left, top), at(right, bottom)};
    }

private:
    QRectF m_rect;
};

QPainterPath clock(const Sign &sign)
{
    QPainterPath path;
    path.addEllipse(sign.box(kMargin, kMargin, 1.0 - kMargin, 1.0 - kMargin));
    path.moveTo(sign.at(0.5, 0.22));
    path.lineTo(sign.at(0.5, 0.52));
    path.lineTo(sign.at(0.7, 0.64));
    return path;
}

QPainterPath crossedBell(const Sign &sign)
{
    QPainterPath path;
    path.moveTo(sign.at(0.14, 0.74));
    path.lineTo(sign.at(0.86, 0.74));
    path.cubicTo(sign.at(0.68, 0.6), sign.at(0.84, 0.14), sign.at(0.5, 0.14));
    path.cubicTo(sign.at(0.16, 0.14), sign.at(0.32, 0.6), sign.at(0.14, 0.74));
    path.moveTo(sign.at(0.4, 0.86));
    path.lineTo(sign.at(0.6, 0.86));
    path.moveTo(sign.at(0.1, 0.08));
    path.lineTo(sign.at(0.9, 0.94));
    return path;
}

/// The jaw open to the top right, the handle to the bottom left.
QPainterPath spanner(const Sign &sign)
{
    const QRectF jaw = sign.box(0.44, 0.1, 0.9, 0.56);
    QPainterPath path;
    path.arcMoveTo(jaw, 90.0);
    path.arcTo(jaw, 90.0, 270.0);
    path.moveTo(sign.at(0.51, 0.49));
    path.lineTo(sign.at(0.12, 0.88));
    return path;
}

} // namespace

void paintHiddenMarker(QPainter &painter, const QRectF &rect, AlarmState state, Theme::Mode mode)
{
    const Sign sign(rect);
    const double line = std::max(1.25, rect.height() * kLine);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    QPen pen(Theme::colorOf(mode, Theme::Role::Second), line);
    pen.setCapStyle(Qt::RoundCap);
    if (state == AlarmState::OutOfService)
        pen.setWidthF(1.6 * line);
    painter.setPen(pen);
    if (state == AlarmState::Shelved)
        painter.drawPath(clock(sign));
    else
        painter.drawPath(state == AlarmState::Suppressed ? crossedBell(sign) : spanner(sign));
    painter.restore();
}

} // namespace telltale
