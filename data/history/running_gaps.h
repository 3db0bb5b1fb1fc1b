#pragma once

#include "data/history/gap.h"
#include "data/history/log_store.h"

#include <deque>
#include <map>
#include <span>
#include <tuple>

namespace telltale {

/// Gaps that go on, and the newest of those that ended in the file that is written, as of the last
/// commit: a file that begins without the one before has them from here, so that an end is no new
/// gap and nothing that was missing seems to have been there.
/// Thread  that of the writer.
class RunningGaps
{
public:
    /// Those of a file, instead of what was known.
    Outcome load(Database &database);
    void note(std::span<const HistoryGap> committed);
    void beginFile() { m_ended.clear(); } ///< the one before is whole, and has them
    /// Into a file that has none, in a transaction of its own.
    Outcome writeTo(Database &database, LogStore &log) const;

private:
    std::map<std::tuple<HistoryGap::Cause, SourceId, TagId, Timestamp>, HistoryGap> m_gaps;
    std::deque<HistoryGap> m_ended; ///< oldest first
};

} // namespace telltale
