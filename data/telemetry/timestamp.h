#pragma once

#include <chrono>
#include <cstdint>

namespace telltale {

/// A moment in UTC, microseconds since 1970-01-01T00:00:00Z.
using Timestamp = std::chrono::sys_time<std::chrono::microseconds>;

constexpr Timestamp timestampFromMicroseconds(std::int64_t microseconds)
{
    return Timestamp {std::chrono::microseconds {microseconds}};
}

constexpr std::int64_t toMicroseconds(Timestamp time)
{
    return time.time_since_epoch().count();
}

/// Half-open interval [from, to) of event times, UTC.
struct TimeRange
{
    Timestamp from;
    Timestamp to;
    bool operator==(const TimeRange &) const = default;
};

} // namespace telltale
