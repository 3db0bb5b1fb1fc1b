#pragma once

#include "models/alarm_journal.h"

#include "data/alarms/rule_trial.h"
#include "data/history/history_reader.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace telltale {

/// What the alarms of one rule did within a period, as the journal tells it.
struct RuleRecord
{
    using Periods = std::vector<std::pair<AlarmTime, AlarmTime>>; ///< event times

    std::string rule; ///< id
    std::uint64_t came = 0; ///< annunciations
    std::map<std::string, std::uint64_t> cameByTag; ///< by path
    std::map<std::string, Periods> active; ///< by path of the asset; by when they began

    std::vector<std::string> worstTags(std::size_t most) const; ///< the most frequent first
    std::vector<std::string> worstAssets() const; ///< all of them, the same way
};

/// The same of all rules.
struct RuleRecords
{
    std::vector<RuleRecord> rules; ///< the most frequent first
    /// All are counted, but there were too many to keep the times of those that came from here on.
    std::optional<Timestamp> timesUntil;
};

/// So much is in memory at once.
struct RecordLimits
{
    std::size_t entries = 20'000; ///< of the journal
    std::size_t times = 1'000'000; ///< at which alarms were active
};

/// Reads the journal of `range` page by page; the alarms the program brings along are left out.
Result<RuleRecords> ruleRecords(const JournalSource &journal, TimeRange range,
                                const CancelFlag &cancel, RecordLimits limits = {});

/// The share of the times `record` came at which `other` was active on the same asset, or came at
/// the same time. Takes as long as both have times.
/// Errors  Cancelled.
Result<double> shareDuring(const RuleRecord &record, const RuleRecord &other,
                           const CancelFlag &cancel);

} // namespace telltale
