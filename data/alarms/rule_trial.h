#pragma once

#include "data/alarms/alarm_engine.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace telltale {

/// A time for which an alarm would have been active.
struct TrialOccurrence
{
    std::uint32_t tag = 0; ///< which of the tags the rule is tried on
    AlarmTime since = 0; ///< event time; the same of `until`
    AlarmTime until = 0; ///< the end of the trial while it lasts
    bool isOpen = false;
    std::optional<double> value {}; ///< with which it came; absent: that is no number
    bool operator==(const TrialOccurrence &) const = default;
};

/// Which rule is tried, and on what.
struct TrialSetup
{
    std::vector<AlarmRule> forms; ///< of one rule, tried together; free of faults
    std::vector<std::string> tags; ///< paths, for one rule that reads none one empty path
    std::vector<AlarmRule> others; ///< the rules there are: those that suppress it take part
    std::function<SourceId(const std::string &path)> sourceOf; ///< of the tags
    AlarmTime begin = 0; ///< of what is told; before `from`, so that what stood then is known
    AlarmTime from = 0; ///< what ended before is left out
};

/// What a rule would have raised: the alarm engine on a clock that goes with what is told to it,
/// without a store, a list and people. Silence of a tag counts from its first sample on.
/// Thread  one at a time.
/// Shape   times of all that is told never go backwards.
class RuleTrial
{
public:
    /// Occurrences of one form, beyond which nothing more is worth telling.
    static constexpr std::size_t kMostOccurrences = 200'000;

    explicit RuleTrial(TrialSetup setup);

    /// The tags whose samples it needs: those it is tried on, of set-points, of what suppresses.
    const std::vector<std::string> &inputs() const { return m_inputs; }
    bool isFull() const { return m_isFull; }

    void sample(std::size_t input, const AlarmSample &sample);
    void linkDown(AlarmTime t, SourceId source);
    void linkOff(AlarmTime t, SourceId source); ///< by a person
    void linkUp(AlarmTime t, SourceId source);
    /// Nothing is watched from here on, as while the program is off, until programStarts() or a
    /// sample.
    void programStops(AlarmTime t);
    void programStarts(AlarmTime t);
    /// What each form raised, by the time it came.
    std::vector<std::vector<TrialOccurrence>> finish(AlarmTime end);

private:
    struct Alarm
    {
        std::size_t form;
        std::uint32_t tag;
        std::optional<std::size_t> open; ///< index in its form's occurrences
    };

    std::unique_ptr<AlarmEngine> makeEngine() const;
    void install(AlarmEngine &engine, AlarmTime t) const;
    void drain();
    void note(const AlarmJournalEntry &entry, Alarm &alarm);
    bool isSilentSoFar(const Alarm &alarm) const;

    TrialSetup m_setup;
    std::vector<AlarmRule> m_rules;
    std::vector<std::string> m_inputs;
    std::vector<SourceId> m_sources; ///< of the inputs
    std::vector<bool> m_hasSpoken; ///< by input
    std::vector<std::size_t> m_inputOfTag;
    std::unique_ptr<AlarmEngine> m_engine;
    std::map<SourceId, void (RuleTrial::*)(AlarmTime, SourceId)> m_links; ///< those not up
    std::unordered_map<std::string, Alarm> m_alarms; ///< by id
    std::vector<std::vector<TrialOccurrence>> m_occurrences;
    bool m_isStopped = false;
    bool m_isFull = false;
};

} // namespace telltale
