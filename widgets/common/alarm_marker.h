#pragma once

#include "widgets/common/theme.h"

#include "data/alarms/alarm_types.h"

#include <QString>

class QPainter;
class QRect;
class QRectF;

namespace telltale {

/// How an alarm marker is drawn: filled (active), outline (returned; new ones in between), dimmed
/// (returned ones in between), quiet (there is no such alarm: no colour). Framed: with a second
/// frame inside the first, where markers do not blink and nobody has acknowledged it.
enum class MarkerForm { Filled, Outline, Dimmed, Quiet, FilledFramed, OutlineFramed };

/// The marker of alarms.md section 10 - colour, shape and digit - inside `rect` (square, 14 px and
/// more), on whole pixels of the device. `mode`: of what it lies on.
void paintAlarmMarker(QPainter &painter, const QRectF &rect, int priority, MarkerForm form,
                      bool latched = false, Theme::Mode mode = Theme::instance().mode());

/// The marker of an alarm in `state`, in this moment of its blinking; of a hidden one its sign.
void paintAlarmMarker(QPainter &painter, const QRectF &rect, int priority, AlarmState state);

/// The same before the words of a cell in a list of alarms; what it takes of the cell, in pixels.
int paintLeadingMarker(QPainter &painter, const QRect &cell, int priority, AlarmState state);
/// What it takes at 100 % text.
int leadingMarkerWidth();
/// NEW, where markers do not blink: for what shows the marker of an alarm without its state.
QString wordOfStillMarker(AlarmState state);

} // namespace telltale
