#pragma once

#include "models/sparkline.h"

#include <optional>
#include <span>
#include <vector>

namespace telltale {

/// A curve of on and off, one entry per column: a value holds until the next one or a gap; none
/// where nothing is known.
std::vector<std::optional<bool>> statesOf(const Sparkline &curve);

/// How many of the columns that are known are on, in per cent; none if nothing is known.
std::optional<int> percentOn(std::span<const std::optional<bool>> states);

} // namespace telltale
