#pragma once

#include "tests/bench/figure.h"

namespace telltale::bench {

/// What a trend asks of 10 and 100 million samples of one tag: history.range_*; a frame of a chart
/// over 10 million: history.frame_10m_ms. A QApplication must exist.
void addQueryFigures(Report &report);
/// A million tags with 100 samples each: history.million_tags_*; ten gigabytes in rotated files:
/// history.open_10gb_s.
void addScaleFigures(Report &report);

} // namespace telltale::bench
