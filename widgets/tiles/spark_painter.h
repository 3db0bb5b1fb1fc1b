#pragma once

#include "models/sparkline.h"

#include "data/telemetry/tag.h"

class QPainter;
class QRect;

namespace telltale {

/// Draws the curve of a tile into `rect`: the normal range as a band behind it, nothing where
/// history has a gap. Values hold until the next one; if it `isLive` the last one until now, with a
/// dot, otherwise the curve ends where the data do.
void paintSpark(QPainter &painter, const QRect &rect, const Sparkline &spark, const TagInfo &info,
                bool isLive);

} // namespace telltale
