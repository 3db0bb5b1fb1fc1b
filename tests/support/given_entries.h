#pragma once

#include "models/alarm_journal.h"

#include <memory>
#include <utility>
#include <vector>

namespace telltale::test {

using Entries = std::vector<AlarmJournalEntry>;

/// A journal that has these entries, oldest first. What it is asked for is noted in `asked`.
inline JournalSource sourceOf(Entries entries, std::shared_ptr<std::vector<TimeRange>> asked = {})
{
    return [entries = std::move(entries), asked](TimeRange range, std::size_t limit,
                                                 const CancelFlag *) -> Result<Entries> {
        if (asked)
            asked->push_back(range);
        Entries found;
        for (const AlarmJournalEntry &one : entries) {
            if (one.time >= range.from && one.time < range.to && found.size() < limit)
                found.push_back(one);
        }
        return found;
    };
}

} // namespace telltale::test
