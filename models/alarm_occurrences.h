#pragma once

#include "data/alarms/alarm_types.h"
#include "data/telemetry/timestamp.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace telltale {

/// One coming and going of an alarm, put together from the journal.
struct AlarmOccurrence
{
    std::string alarm;
    std::string tag;
    std::string title;
    int priority = 3;
    std::optional<Timestamp> since; ///< event time; absent: before what was read
    std::optional<Timestamp> returned; ///< absent: still on at the end of what was read
    std::optional<Timestamp> acknowledged;
    std::string acknowledgedBy;
    std::string value; ///< when it came
    std::string unit;
    std::optional<double> limit;
    std::string limitSign; ///< how it was violated, by its rule; empty: nobody knows
    int decimals = -1; ///< of value and limit; -1: as many as needed
};

/// From journal entries, oldest first: by the time they came, those that came before first.
std::vector<AlarmOccurrence> alarmOccurrences(std::span<const AlarmJournalEntry> entries);

} // namespace telltale
