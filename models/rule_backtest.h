#pragma once

#include "models/history_trial.h"

#include "data/alarms/trial_figures.h"
#include "data/telemetry/tag.h"

#include <chrono>

namespace telltale {

/// A rule as its form has it, tried on history beside what it is compared with.
/// Thread  any.
struct RuleBacktest
{
    /// Of the rule, in this order in `trial`.
    enum Form {
        Typed,
        Compared, ///< as it is stored; of one that is new, or stored like that, without deadband
                  ///< and delays
        Usual ///< with the deadband and delays that are usual for its signal
    };
    static constexpr std::size_t kMostTags = 50;

    HistoryTrial trial;
    bool comparesStored = false;
    std::size_t tagsInAll = 0; ///< that the rule means

    /// `stored` without an id: it is new. `tag`: the first it means.
    RuleBacktest(const AlarmRule &typed, const AlarmRule &stored, const TagInfo &tag,
                 TimeRange range);

    /// The tags that the pattern means, as many as may be. Takes as long as there are tags.
    void chooseTags(const TagRegistry &tags);

    /// What lasts this long is real: the rule's time to respond, a minute if it states none.
    static AlarmTime realTime(const AlarmRule &rule);
    static bool hasDeadband(const AlarmRule &rule);
    /// Whether both raise the same.
    static bool isSameCondition(const AlarmRule &one, const AlarmRule &other);
};

} // namespace telltale
