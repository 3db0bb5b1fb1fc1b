#include "data/pipeline/lost_messages.h"

#include <algorithm>

namespace telltale {
namespace {

JournalRecord noRoomOf(SourceId source)
{
    JournalRecord record;
    record.kind = JournalRecord::Kind::Refused;
    record.source = source;
    record.payload = JournalRecord::kNoRoom;
    return record;
}

} // namespace

void LostMessages::add(SourceId source, std::uint64_t messages, Timestamp at)
{
    if (messages == 0)
        return;
    const std::lock_guard lock(m_mutex);
    auto known = std::find_if(m_records.begin(), m_records.end(),
                              [&](const JournalRecord &one) { return one.source == source; });
    if (known == m_records.end())
        known = m_records.insert(known, noRoomOf(source));
    known->number += messages;
    known->arrival = std::max(known->arrival, at);
}

std::uint64_t LostMessages::sum() const
{
    const std::lock_guard lock(m_mutex);
    std::uint64_t sum = 0;
    for (const JournalRecord &record : m_records)
        sum += record.number;
    return sum;
}

void LostMessages::intoJournal()
{
    for (;;) {
        const JournalRecord record = oldest();
        if (record.number == 0 || !m_journal.append(record).ok())
            return; // there is none, or no room yet
        told(record);
    }
}

JournalRecord LostMessages::oldest() const
{
    const std::lock_guard lock(m_mutex);
    return m_records.empty() ? JournalRecord {} : m_records.front();
}

/// More of its source may have come meanwhile.
void LostMessages::told(const JournalRecord &record)
{
    const std::lock_guard lock(m_mutex);
    m_records.front().number -= record.number;
    if (m_records.front().number == 0)
        m_records.erase(m_records.begin());
}

} // namespace telltale
