#pragma once

#include "models/alarm_journal.h"

#include <memory>
#include <mutex>
#include <vector>

namespace telltale::test {

inline constexpr Timestamp kNow = timestampFromMicroseconds(1'764'000'000'000'000);
using Entries = std::vector<AlarmJournalEntry>;

AlarmJournalEntry entry(std::uint64_t sequence, Timestamp time, const char *type,
                        const char *alarm = "a", std::uint64_t occurrence = 1, int priority = 3);

/// A journal in memory, oldest first, numbered from 1, that is added to while another thread asks
/// it.
/// Thread  any.
class StoredJournal
{
public:
    void add(AlarmJournalEntry entry);
    Entries find(TimeRange range, std::size_t limit);
    /// In stretches of a thousand entries.
    JournalFound search(const JournalFilter &filter, JournalCursor cursor, std::size_t wanted);
    int asked(); ///< how often

private:
    std::mutex m_mutex;
    Entries m_entries;
    int m_asked = 0;
};

JournalSource sourceOf(std::shared_ptr<StoredJournal> stored);
JournalSearch searchOf(std::shared_ptr<StoredJournal> stored);

} // namespace telltale::test
