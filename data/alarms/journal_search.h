#pragma once

#include "data/alarms/alarm_service.h"

namespace telltale {

/// Where a search goes on, by numbers of entries.
struct JournalCursor
{
    std::uint64_t before = 0; ///< below this one; 0: from the newest on
    std::uint64_t after = 0; ///< above this one
    bool operator==(const JournalCursor &) const = default;
};

/// What a stretch of a search found.
struct JournalFound
{
    std::vector<AlarmJournalEntry> entries; ///< newest first
    std::uint64_t newest = 0; ///< the newest that was looked at
    std::uint64_t next = 0; ///< JournalCursor::before of the next stretch
    Timestamp reached {}; ///< when the oldest that was looked at was written
    bool isDone = false; ///< there is no more
};

/// Looks through at most 50 000 entries, or until `wanted` fit: short enough that whoever waits may
/// think better of it between two stretches, and that a journal of any length takes little memory.
/// Errors  Cancelled, within a stretch, too; those of the reader.
Result<JournalFound> searchJournal(AlarmReader &reader, const JournalFilter &filter,
                                   JournalCursor cursor, std::size_t wanted,
                                   const CancelFlag *cancel = nullptr);

} // namespace telltale
