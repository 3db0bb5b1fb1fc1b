#include "data/alarms/journal_search.h"

#include <algorithm>

namespace telltale {
namespace {

constexpr std::uint64_t kStretch = 50'000;

} // namespace

Result<JournalFound> searchJournal(AlarmReader &reader, const JournalFilter &filter,
                                   JournalCursor cursor, std::size_t wanted,
                                   const CancelFlag *cancel)
{
    if (cancel && cancel->isCancelled())
        return Error {Error::Code::Cancelled, "not wanted any more"};
    const Result<JournalHead> head = reader.head();
    if (!head)
        return head.error();
    const std::uint64_t to = cursor.before == 0 ? head->last + 1 : cursor.before;
    const std::uint64_t oldest = std::max(head->first, cursor.after + 1);
    JournalFound found;
    found.newest = to - 1;
    found.next = to;
    found.isDone = to <= oldest;
    if (found.isDone)
        return found;
    const std::uint64_t from = to - oldest > kStretch ? to - kStretch : oldest;
    const Outcome read = reader.scan(
        filter, {from, to, true},
        [&](AlarmJournalEntry entry, const JournalHash &) {
            found.entries.push_back(std::move(entry));
            return found.entries.size() < wanted;
        },
        cancel);
    if (!read)
        return read.error();
    found.next = found.entries.size() < wanted ? from : found.entries.back().sequence;
    found.isDone = found.next <= oldest;
    const Result<std::optional<Timestamp>> reached = reader.writtenAt(found.next);
    if (!reached)
        return reached.error();
    found.reached = reached.value().value_or(Timestamp {});
    return found;
}

} // namespace telltale
