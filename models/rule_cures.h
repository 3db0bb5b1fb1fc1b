#pragma once

#include "models/history_job.h"
#include "models/history_trial.h"
#include "models/worst_rules.h"

#include "data/alarms/trial_figures.h"

#include <optional>

namespace telltale {

class TagRegistry;

/// What would make one of the worst rules a good one, with what it raised in the back-test before
/// and after.
/// Thread  any.
struct RuleCure
{
    enum class Kind {
        None, ///< nothing tried helps without missing what is real
        Deadband,
        OnDelay,
        OffDelay,
        Delays, ///< deadband and delays together
        Suppression, ///< while another alarm of the asset is on
        Retirement ///< it is on nearly always: nobody acts on it
    };
    Kind kind = Kind::None;
    AlarmRule before;
    AlarmRule after; ///< as `before` if there is no cure
    std::uint64_t came = 0; ///< as the journal has it
    std::vector<std::string> assets; ///< where, the most frequent first
    TrialFigures figuresBefore;
    TrialFigures figuresAfter;
    double standingShare = 0.0; ///< of the time looked at, of an alarm of it
    TimeRange range; ///< that was looked at
    bool isTried = false; ///< there was history of its tags
    bool isCut = false; ///< it would have come so often that the end of the period was left out
};

/// Those of the worst rules.
struct WorstCures
{
    std::vector<RuleCure> cures; ///< the worst first
    /// Whether one alarm tells another was judged up to here; there were too many.
    std::optional<Timestamp> comparedUntil;
};

/// One form of a rule that may cure it.
struct CureCandidate
{
    RuleCure::Kind kind;
    AlarmRule rule;
};

/// In the order in which they are better: the smallest first, deadbands, then delays, then both;
/// at last the suppression by `suppressor`, if it has an id. `span`: of the values of its tags.
std::vector<CureCandidate> cureCandidates(const AlarmRule &rule, double span,
                                          const std::string &suppressor);

/// The first candidate that leaves at most a fifth of what chatters or fleets and misses nothing
/// that lasted as long as there is to respond; of a suppression a fifth of all. `found`: of the
/// rule itself, then of the candidates.
RuleCure chooseCure(const AlarmRule &rule, const std::vector<CureCandidate> &candidates,
                    const HistoryTrialResult &found, std::size_t tags);

/// Cures for the ten rules that came most often within `range`, the worst first. Takes long.
Result<WorstCures> curesOfWorst(HistoryReader &history, const JournalSource &journal,
                                const TagRegistry &tags, const std::vector<AlarmRule> &rules,
                                TimeRange range, HistoryJob::Progress &progress);

} // namespace telltale
