#pragma once

#include "data/telemetry/timestamp.h"

#include <optional>
#include <string>
#include <string_view>

namespace telltale {

/// A calendar time as a text gives it; without `offset` its zone is not said.
struct CalendarTime
{
    int year = 1970;
    int month = 1;
    int day = 1;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int microsecond = 0;
    std::optional<int> offset; ///< minutes east of UTC
    bool operator==(const CalendarTime &) const = default;
    bool isValid() const; ///< such a day and hour exist
};

/// `2026-11-25`, `2026-11-25 03:04`, `2026-11-25T03:04:05.678901Z`, `...+01:00`.
std::optional<CalendarTime> parseIsoTime(std::string_view text);

/// By a pattern of %Y %m %d %H %M %S %f (fraction) %z (Z or offset) %%; all else stands for itself.
std::optional<CalendarTime> parseTime(std::string_view text, std::string_view pattern);

/// A number since 1970, its unit by magnitude as in timestampFromEpoch(); whole ones exactly.
std::optional<Timestamp> parseEpoch(std::string_view text);

/// As UTC; `offset` is taken off.
Timestamp toUtc(const CalendarTime &time);

/// `2026-11-25T03:04:05Z`, with six digits of fraction where there is one.
std::string shortIsoText(Timestamp time);

} // namespace telltale
