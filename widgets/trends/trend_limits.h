#pragma once

#include "widgets/trends/trend_painter.h"

#include "models/plant.h"

namespace telltale {

/// The limits that the workspace's enabled rules put on a tag, as a trend draws them; the same
/// limit with several priorities once, with the most urgent.
std::vector<TrendLimit> limitsOf(const Plant &plant, const TagInfo &tag);

} // namespace telltale
