#include "widgets/common/alarm_marker.h"

#include "widgets/common/blink_clock.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace telltale {
namespace {

constexpr double kRing = 0.12; ///< of the size: the colour of the outline form
constexpr double kDigit = 0.64; ///< of the size: pixels of the digit's font
constexpr double kDigitInTriangle = 0.58;

/// `rect` moved and sized to whole pixels of the device.
QRectF onPixels(const QPainter &painter, const QRectF &rect)
{
    const QTransform toDevice = painter.deviceTransform();
    const QRectF device = toDevice.mapRect(rect);
    const QRectF snapped(std::round(device.left()), std::round(device.top()),
                         std::round(device.width()), std::round(device.height()));
    return toDevice.inverted().mapRect(snapped);
}

/// Its corners with the sides moved inwards by `inset`.
QPolygonF triangle(const QRectF &rect, bool pointsUp, double inset)
{
    const double half = rect.width() / 2.0;
    const double high = rect.height();
    const double side = std::hypot(half, high);
    const double incircle = half * high / (half + side);
    const double scale = std::max(0.0, (incircle - inset) / incircle);
    const QPointF centre(rect.center().x(),
                         pointsUp ? rect.bottom() - incircle : rect.top() + incircle);
    const double base = pointsUp ? rect.bottom() : rect.top();
    const double tip = pointsUp ? rect.top() : rect.bottom();
    QPolygonF corners;
    for (const QPointF &corner :
         {QPointF(rect.left(), base), QPointF(rect.center().x(), tip), QPointF(rect.right(), base)})
        corners << centre + (corner - centre) * scale;
    return corners;
}

QPainterPath shape(const QRectF &rect, int priority, double inset)
{
    const QRectF inner = rect.adjusted(inset, inset, -inset, -inset);
    QPainterPath path;
    if (priority == 1) {
        path.addRect(inner);
    } else if (priority == 2 || priority == 3) {
        path.addPolygon(triangle(rect, priority == 2, inset));
        path.closeSubpath();
    } else {
        path.addEllipse(inner);
    }
    return path;
}

/// The digit in the middle of the shape; `halo` keeps it clear of what lies around it.
void paintDigit(QPainter &painter, const QRectF &rect, int priority, const QColor &colour,
                const QColor &halo)
{
    const bool isTriangle = priority == 2 || priority == 3;
    QFont font = Theme::instance().font(Theme::Type::Axis);
    font.setPixelSize(
        static_cast<int>(std::lround(rect.height() * (isTriangle ? kDigitInTriangle : kDigit))));
    font.setWeight(QFont::Bold);
    const QString digit = QString::number(priority);
    const QRectF ink = QFontMetricsF(font).tightBoundingRect(digit);
    const double high = ink.height();
    double bottom = rect.center().y() + high / 2.0;
    if (priority == 2)
        bottom = rect.bottom() - rect.height() * 0.13;
    else if (priority == 3)
        bottom = rect.top() + rect.height() * 0.13 + high;
    const QRectF pixels
        = onPixels(painter, QRectF(0.0, bottom, 1.0, 1.0)); // the base line on a whole pixel
    const QPointF at(rect.center().x() - ink.center().x(), pixels.top());
    if (halo.isValid()) {
        QPainterPath path;
        path.addText(at, font, digit);
        painter.strokePath(path, QPen(halo, 2.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    }
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(at, digit);
}

void paintPadlock(QPainter &painter, const QRectF &rect, const QColor &colour, const QColor &halo)
{
    const double size = std::round(rect.width() * 0.42);
    const QRectF body(rect.right() - size + 2.0, rect.bottom() - std::round(size * 0.7) + 2.0, size,
                      std::round(size * 0.7));
    const QRectF bow = body.adjusted(size * 0.2, -size * 0.45, -size * 0.2, 0.0);
    painter.fillRect(body.adjusted(-1.0, -1.0, 1.0, 1.0), halo);
    painter.setBrush(Qt::NoBrush);
    for (const auto &[pen, width] : {std::pair(halo, 3.2), std::pair(colour, 1.2)}) {
        painter.setPen(QPen(pen, width));
        painter.drawArc(bow, 0, 180 * 16);
    }
    painter.fillRect(body, colour);
}

} // namespace

void paintAlarmMarker(QPainter &painter, const QRectF &rect, int priority, MarkerForm form,
                      bool latched, Theme::Mode mode)
{
    using Role = Theme::Role;
    const QRectF place = onPixels(painter, rect);
    const QColor inside = Theme::colorOf(mode, Role::Field);
    const QColor text = Theme::colorOf(mode, Role::Text);
    const QColor edge = form == MarkerForm::Quiet ? Theme::colorOf(mode, Role::Second)
                                                  : Theme::alarmOutlineOf(mode);
    const double edgeWidth = std::max(1.0, std::round(place.height() / 20.0));
    const double ring = std::max(1.5, place.height() * kRing);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (form == MarkerForm::Quiet) {
        QPainterPath line = shape(place, priority, 0.0);
        line.addPath(shape(place, priority, edgeWidth)); // what lies between: odd and even
        painter.fillPath(line, edge);
        paintDigit(painter, place, priority, edge, {});
    } else {
        painter.fillPath(shape(place, priority, 0.0), edge);
        if (form != MarkerForm::Hollow)
            painter.fillPath(shape(place, priority, edgeWidth), Theme::alarm(priority));
        if (form == MarkerForm::Outline)
            painter.fillPath(shape(place, priority, edgeWidth + ring), inside);
        else if (form == MarkerForm::Hollow)
            painter.fillPath(shape(place, priority, edgeWidth), inside);
        const QColor onFill = priority == 1 ? QColor(Qt::white) : QColor(Qt::black);
        const bool isFilled = form == MarkerForm::Filled;
        paintDigit(painter, place, priority, isFilled ? onFill : text,
                   isFilled ? QColor() : inside);
    }
    if (latched)
        paintPadlock(painter, place, text, inside);
    painter.restore();
}

void paintAlarmMarker(QPainter &painter, const QRectF &rect, int priority, AlarmState state)
{
    const bool isLatched = state == AlarmState::LatchedUnacked || state == AlarmState::LatchedAcked;
    paintAlarmMarker(painter, rect, priority, BlinkClock::instance().form(state), isLatched);
}

} // namespace telltale
