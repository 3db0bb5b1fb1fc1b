#pragma once

#include "data/sources/raw_journal.h"
#include "data/telemetry/timestamp.h"

#include <cstdint>
#include <mutex>
#include <vector>

namespace telltale {

/// Messages that were received and found no room even in the journal, of sources that are no more
/// and of earlier lives: counted here until the journal tells of them.
/// Thread  any; intoJournal() one.
class LostMessages
{
public:
    explicit LostMessages(RawJournal &journal)
        : m_journal(journal)
    { }

    /// `at`: when the last of them may have come.
    void add(SourceId source, std::uint64_t messages, Timestamp at);
    std::uint64_t sum() const;
    /// As much as there is room for; waits as RawJournal::append() does.
    void intoJournal();

private:
    JournalRecord oldest() const;
    void told(const JournalRecord &record);

    RawJournal &m_journal;
    mutable std::mutex m_mutex;
    std::vector<JournalRecord> m_records; ///< one of each source, as the journal shall have them
};

} // namespace telltale
