#pragma once

#include "data/alarms/rule_trial.h"
#include "data/history/history_reader.h"

#include <functional>
#include <optional>

namespace telltale {

class TagRegistry;

/// A rule to be tried on what is stored.
struct HistoryTrial
{
    std::vector<AlarmRule> forms; ///< as TrialSetup has them; so the next one
    std::vector<AlarmRule> others;
    std::vector<std::string> tags; ///< paths
    TimeRange range; ///< the past
};

/// What came of it.
struct HistoryTrialResult
{
    TimeRange range; ///< the part of the one asked for that history has; empty: it has nothing
    std::vector<std::vector<TrialOccurrence>> occurrences; ///< by form
    std::uint64_t samples = 0; ///< that were looked at
    /// Of the range: from the first to the last of the samples of which only roll-ups are left, in
    /// which nothing is found.
    std::optional<TimeRange> rolledUp;
    bool isCut = false; ///< so much would have come that the end of the range was left out
};

/// Runs the engine over the stored samples of all tags the rule reads, in order of time; the links
/// of their sources and the program are down where gaps say so. `progress`: a part of the whole.
/// Thread  one at a time, not that of the window: it takes long.
/// Shape   memory does not grow with the range.
Result<HistoryTrialResult> tryOnHistory(HistoryReader &reader, const TagRegistry &tags,
                                        const HistoryTrial &asked, const CancelFlag &cancel,
                                        const std::function<void(double)> &progress);

} // namespace telltale
