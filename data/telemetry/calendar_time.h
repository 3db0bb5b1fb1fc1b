#pragma once

#include "data/telemetry/timestamp.h"

#include <optional>
#include <string_view>

namespace telltale {

/// A calendar time as a text gives it; without `offset` its zone is not said.
struct CalendarTime
{
    int year = 1970;
    int month = 1;
    int day = 1;
    int hour = 0; ///< 24: the midnight that ends the day
    int minute = 0;
    int second = 0; ///< 60: where UTC can have one
    int microsecond = 0;
    std::optional<int> offset; ///< minutes east of UTC
    bool operator==(const CalendarTime &) const = default;
    bool isValid() const; ///< such a day and hour exist
};

/// As UTC; `offset` is taken off. Second 60 is the second after it.
Timestamp toUtc(const CalendarTime &time);

/// ISO 8601: `2026-11-25`, `2026-11-25 03:04`, `2026-11-25T03:04:05.678901Z`, `...+01:00`, also the
/// basic form `20261125T030405Z`; digits beyond the sixth of a fraction are cut.
std::optional<CalendarTime> parseIsoTime(std::string_view text);

/// By a pattern of %Y %m %d %H %M %S %f (fraction) %z (Z or offset) %%; all else stands for itself.
std::optional<CalendarTime> parseTime(std::string_view text, std::string_view pattern);

} // namespace telltale
