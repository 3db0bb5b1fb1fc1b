#pragma once

#include "data/telemetry/timestamp.h"

namespace telltale {

/// As for alarms: an event time further ahead of its arrival comes from a clock that is wrong.
constexpr std::chrono::seconds kFutureLimit {10};

constexpr bool isAhead(Timestamp time, Timestamp arrival)
{
    return time > arrival + kFutureLimit;
}

} // namespace telltale
