#pragma once

#include "data/telemetry/timestamp.h"

#include <cmath>
#include <cstdint>
#include <limits>

namespace telltale {

/// Times inside the alarm engine: microseconds UTC, event and processing time alike.
using AlarmTime = std::int64_t;

constexpr AlarmTime kNever = std::numeric_limits<AlarmTime>::max();
constexpr AlarmTime kNoTime = std::numeric_limits<AlarmTime>::min();
constexpr AlarmTime kSecond = 1'000'000;

inline AlarmTime toAlarmTime(double seconds)
{
    return std::llround(seconds * static_cast<double>(kSecond));
}

} // namespace telltale
