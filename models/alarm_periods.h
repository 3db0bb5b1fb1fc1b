#pragma once

#include "data/alarms/alarm_types.h"

#include <string>
#include <vector>

namespace telltale {

/// A time for which an alarm's condition held, as the journal tells it.
struct AlarmPeriod
{
    std::string tag; ///< path
    TimeRange range; ///< to == the largest time while it lasts
    int priority = 3;
    bool operator==(const AlarmPeriod &) const = default;
};

/// The periods that `entries` (oldest first) open and close, and those of `rows` that are active.
/// An alarm that returned without its beginning in `entries` began at or before `from`.
std::vector<AlarmPeriod> alarmPeriods(const std::vector<AlarmJournalEntry> &entries,
                                      const std::vector<AlarmRow> &rows, Timestamp from);

/// Whether `path` is `asset` or lies below it.
bool liesBelow(std::string_view path, std::string_view asset);

} // namespace telltale
