#pragma once

#include "models/alarm_journal.h"

#include "data/alarms/rule_trial.h"
#include "data/history/history_reader.h"

#include <map>
#include <string>
#include <vector>

namespace telltale {

/// What the alarms of one rule did within a period, as the journal tells it.
struct RuleRecord
{
    std::string rule; ///< id
    std::uint64_t came = 0; ///< annunciations
    std::map<std::string, std::uint64_t> cameByTag; ///< by path
    /// By path, event times; of very many the first.
    std::map<std::string, std::vector<std::pair<AlarmTime, AlarmTime>>> active;

    std::vector<std::string> worstTags(std::size_t most) const; ///< the most frequent first
};

/// Reads the journal of `range` in parts, the most frequent rule first; the alarms the program
/// brings along are left out.
Result<std::vector<RuleRecord>> ruleRecords(const JournalSource &journal, TimeRange range,
                                            const CancelFlag &cancel);

/// The share of the times `record` came at which `other` was active on the same asset, or came at
/// the same time.
double shareDuring(const RuleRecord &record, const RuleRecord &other);

} // namespace telltale
