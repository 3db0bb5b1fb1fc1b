#pragma once

#include "data/history/gap.h"
#include "data/history/log_store.h"

#include <map>
#include <span>
#include <tuple>

namespace telltale {

/// Gaps that go on, as of the last commit: a file that begins without the one before has them from
/// here, so that their ends are no new gaps.
/// Thread  that of the writer.
class RunningGaps
{
public:
    /// Those of a file, instead of what was known.
    Outcome load(Database &database);
    void note(std::span<const HistoryGap> committed);
    /// Into a file that has none, in a transaction of its own.
    Outcome writeTo(Database &database, LogStore &log) const;

private:
    std::map<std::tuple<HistoryGap::Cause, SourceId, TagId, Timestamp>, HistoryGap> m_gaps;
};

} // namespace telltale
