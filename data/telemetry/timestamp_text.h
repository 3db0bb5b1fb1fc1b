#pragma once

#include "data/telemetry/timestamp.h"

#include <string>

namespace telltale {

/// `2026-11-22T20:32:32.123456Z`. Years beyond 9999 or before 0 get as many digits as they need.
std::string isoText(Timestamp time);

/// A number since 1970, its unit by magnitude: >= 1e17 ns, >= 1e14 us, >= 1e11 ms, else s. Exact,
/// nanoseconds cut.
Timestamp timestampFromEpoch(std::int64_t number);
/// The same, rounded to the microsecond. Numbers beyond any time give the farthest one.
Timestamp timestampFromEpoch(double number);

} // namespace telltale
