#pragma once

#include <chrono>

namespace telltale {

/// How long nothing may come from a tag before it counts as silent: three times its cadence, at
/// least 10 s; 5 minutes if the cadence is unknown, 0. What comes later tells nothing of the time
/// between.
std::chrono::microseconds patienceOf(std::chrono::microseconds cadence);

} // namespace telltale
