#pragma once

#include "widgets/common/theme.h"

#include "data/alarms/alarm_types.h"

class QPainter;
class QRectF;

namespace telltale {

/// The sign of an alarm that is kept from the list, inside `rect` (square, 14 px and more): a clock
/// (shelved), a crossed bell (suppressed by design), a spanner (out of service). Without colour: it
/// asks for nothing. `mode`: of what it lies on.
void paintHiddenMarker(QPainter &painter, const QRectF &rect, AlarmState state,
                       Theme::Mode mode = Theme::instance().mode());

} // namespace telltale
