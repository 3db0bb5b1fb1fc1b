#include "widgets/common/alarm_marker.h"

#include "widgets/common/blink_clock.h"
#include "widgets/common/hidden_marker.h"

#include "models/alarm_words.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace telltale {
namespace {

constexpr int kLeading = 19;
constexpr int kLeadingGap = 6;
constexpr double kRing = 0.12; ///< of the size: the colour of the outline form
constexpr double kRingOfTriangle = 0.09;
constexpr double kDigit = 0.64; ///< of the size: pixels of the digit's font
constexpr double kDigitOfTriangle = 0.58;
constexpr double kDimmed = 0.45; ///< how much colour the weaker half of a slow blink keeps

bool isTriangle(int priority)
{
    return priority == 2 || priority == 3;
}

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
    } else if (isTriangle(priority)) {
        path.addPolygon(triangle(rect, priority == 2, inset));
        path.closeSubpath();
    } else {
        path.addEllipse(inner);
    }
    return path;
}

/// Full hinting puts its stems on whole pixels.
QFont digitFont(double size, int priority)
{
    QFont font = Theme::instance().font(Theme::Type::Axis);
    const double part = isTriangle(priority) ? kDigitOfTriangle : kDigit;
    font.setPixelSize(static_cast<int>(std::lround(size * part)));
    font.setWeight(QFont::Bold);
    font.setHintingPreference(QFont::PreferFullHinting);
    return font;
}

/// The digit in the middle of the shape; `halo` keeps it clear of what lies around it.
void paintDigit(QPainter &painter, const QRectF &rect, int priority, const QColor &colour,
                const QColor &halo)
{
    const QFont font = digitFont(rect.height(), priority);
    const QString digit = QString::number(priority);
    const QRectF ink = QFontMetricsF(font).tightBoundingRect(digit);
    double bottom = rect.center().y() + ink.height() / 2.0;
    if (priority == 2)
        bottom = rect.bottom() - rect.height() * 0.13;
    else if (priority == 3)
        bottom = rect.top() + rect.height() * 0.13 + ink.height();
    const QPointF at
        = onPixels(painter, QRectF(rect.center().x() - ink.center().x(), bottom, 1.0, 1.0))
              .topLeft();
    painter.setFont(font);
    painter.setPen(halo);
    for (const QPointF &side : {QPointF(-1, 0), QPointF(1, 0), QPointF(0, -1), QPointF(0, 1)}) {
        if (halo.isValid())
            painter.drawText(at + side, digit);
    }
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
    const double edge = std::max(1.0, std::round(place.height() / 24.0));
    const double part = isTriangle(priority) ? kRingOfTriangle : kRing;
    const double ring = std::max(1.25, place.height() * part);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (form == MarkerForm::Quiet) {
        const QColor quiet = Theme::colorOf(mode, Role::Second);
        QPainterPath line = shape(place, priority, 0.0);
        line.addPath(shape(place, priority, edge)); // what lies between: odd and even
        painter.fillPath(line, quiet);
        paintDigit(painter, place, priority, quiet, {});
    } else if (form == MarkerForm::Filled || form == MarkerForm::FilledFramed) {
        const QColor colour = Theme::alarm(priority);
        const bool isFramed = form == MarkerForm::FilledFramed;
        painter.fillPath(shape(place, priority, 0.0), Theme::alarmOutlineOf(mode));
        painter.fillPath(shape(place, priority, edge), colour);
        if (isFramed) {
            painter.fillPath(shape(place, priority, edge + ring), Theme::alarmOutlineOf(mode));
            painter.fillPath(shape(place, priority, edge + ring + edge), colour);
        }
        paintDigit(painter, place, priority, priority == 1 ? Qt::white : Qt::black,
                   isFramed ? colour : QColor());
    } else {
        const QColor colour = Theme::alarm(priority);
        painter.fillPath(shape(place, priority, 0.0), Theme::alarmOutlineOf(mode));
        painter.fillPath(shape(place, priority, edge),
                         form == MarkerForm::Dimmed ? mixed(inside, colour, kDimmed) : colour);
        double within = edge + ring;
        if (form == MarkerForm::OutlineFramed) {
            painter.fillPath(shape(place, priority, within), Theme::alarmOutlineOf(mode));
            within += edge;
        }
        painter.fillPath(shape(place, priority, within), inside);
        paintDigit(painter, place, priority, text, inside);
    }
    if (latched)
        paintPadlock(painter, place, text, inside);
    painter.restore();
}

void paintAlarmMarker(QPainter &painter, const QRectF &rect, int priority, AlarmState state)
{
    if (state >= AlarmState::Shelved)
        return paintHiddenMarker(painter, rect, state);
    const bool isLatched = state == AlarmState::LatchedUnacked || state == AlarmState::LatchedAcked;
    paintAlarmMarker(painter, rect, priority, BlinkClock::instance().form(state), isLatched);
}

int paintLeadingMarker(QPainter &painter, const QRect &cell, int priority, AlarmState state)
{
    const Theme &theme = Theme::instance();
    const int size = theme.measure(kLeading);
    const QRectF marker(cell.left(), cell.center().y() - size / 2.0 + 0.5, size, size);
    paintAlarmMarker(painter, marker, priority, state);
    return size + theme.measure(kLeadingGap);
}

int leadingMarkerWidth()
{
    return kLeading + kLeadingGap;
}

QString wordOfStillMarker(AlarmState state)
{
    const bool isSaid = state == AlarmState::Unacked && !Theme::instance().isBlinking();
    return isSaid ? AlarmWords::state(state) : QString();
}

} // namespace telltale
