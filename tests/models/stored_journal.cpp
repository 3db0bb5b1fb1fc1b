#include "tests/models/stored_journal.h"

namespace telltale::test {
namespace {

constexpr int kStretch = 1000;

} // namespace

AlarmJournalEntry entry(std::uint64_t sequence, Timestamp time, const char *type, const char *alarm,
                        std::uint64_t occurrence, int priority)
{
    AlarmJournalEntry entry;
    entry.sequence = sequence;
    entry.time = time;
    entry.type = type;
    entry.alarm = alarm;
    entry.title = std::string(alarm) + " title";
    entry.occurrence = occurrence;
    entry.priority = priority;
    return entry;
}

void StoredJournal::add(AlarmJournalEntry entry)
{
    const std::lock_guard lock(m_mutex);
    m_entries.push_back(std::move(entry));
}

Entries StoredJournal::find(TimeRange range, std::size_t limit)
{
    const std::lock_guard lock(m_mutex);
    ++m_asked;
    Entries found;
    for (const AlarmJournalEntry &one : m_entries) {
        if (one.time >= range.from && one.time < range.to && found.size() < limit)
            found.push_back(one);
    }
    return found;
}

JournalFound StoredJournal::search(const JournalFilter &filter, JournalCursor cursor,
                                   std::size_t wanted)
{
    const std::lock_guard lock(m_mutex);
    ++m_asked;
    const JournalMatcher matcher(filter);
    JournalFound found;
    found.next = cursor.before == 0 ? m_entries.size() + 1 : cursor.before;
    found.newest = found.next - 1;
    const std::uint64_t oldest = cursor.after + 1;
    for (int i = 0; i < kStretch && found.next > oldest && found.entries.size() < wanted; ++i) {
        const AlarmJournalEntry &one = m_entries[--found.next - 1];
        found.reached = one.time;
        if (matcher.matches(textsOf(one)))
            found.entries.push_back(one);
    }
    found.isDone = found.next <= oldest;
    return found;
}

int StoredJournal::asked()
{
    const std::lock_guard lock(m_mutex);
    return m_asked;
}

JournalSource sourceOf(std::shared_ptr<StoredJournal> stored)
{
    return [stored](TimeRange range, std::size_t limit, const CancelFlag *) -> Result<Entries> {
        return stored->find(range, limit);
    };
}

JournalSearch searchOf(std::shared_ptr<StoredJournal> stored)
{
    return [stored](const JournalFilter &filter, JournalCursor cursor, std::size_t wanted,
                    const CancelFlag *) -> Result<JournalFound> {
        return stored->search(filter, cursor, wanted);
    };
}

} // namespace telltale::test
