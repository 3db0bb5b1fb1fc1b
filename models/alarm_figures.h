#pragma once

#include "data/alarms/alarm_types.h"

#include <QString>

#include <chrono>
#include <optional>
#include <span>
#include <string>

namespace telltale {

/// Key figures of alarms.md section 9 that are looked at while working.
struct AlarmFigures
{
    int lastTenMinutes = 0;
    int chattering = 0; ///< alarms with three annunciations within 60 s, last hour
    QString worstChattering; ///< what it says
    std::optional<std::chrono::microseconds> acknowledgeMedian;
    std::optional<std::chrono::microseconds> acknowledgeMedianCritical;
};

/// Figures at `now` from the journal of the last 24 hours, oldest first.
AlarmFigures figuresOf(std::span<const AlarmJournalEntry> entries, Timestamp now);

} // namespace telltale
