#pragma once

#include "widgets/common/theme.h"

#include "data/alarms/key_figures.h"

class QPainter;
class QRectF;

namespace telltale {

/// The sign of what a key figure comes to, inside `rect` (square, 10 px and more): a tick (within
/// target), an open arrow head (not), a filled square with a bar (act), a dash (not meaningful).
/// Without colour: those of alarms are theirs alone. `mode`: of what it lies on.
void paintVerdictMarker(QPainter &painter, const QRectF &rect, FigureVerdict verdict,
                        Theme::Mode mode = Theme::instance().mode());

} // namespace telltale
