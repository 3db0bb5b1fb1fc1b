#pragma once

#include "data/alarms/rule_trial.h"
#include "data/history/gap.h"

#include <map>
#include <span>
#include <vector>

namespace telltale {

/// Tells a trial when links and the program were down, as the gaps of history have it. Of silences
/// of devices it says nothing: they are what rules are about.
/// Thread  one at a time.
class TrialLinks
{
public:
    TrialLinks(RuleTrial &trial, std::span<const HistoryGap> gaps);
    /// What happened up to `time`.
    void tellUpTo(AlarmTime time);

private:
    enum class Effect { ProgramStops, LinkDown, LinkOff };
    struct Change
    {
        AlarmTime time;
        Effect effect;
        bool isEnd;
        SourceId source;
    };
    static std::vector<Change> changesOf(std::span<const HistoryGap> gaps);
    void passTo(AlarmTime time);
    void tell(const Change &change);

    RuleTrial &m_trial;
    std::vector<Change> m_changes; ///< by time
    std::size_t m_next = 0;
    AlarmTime m_toldUpTo = 0;
    int m_programStops = 0; ///< gaps that last
    std::map<SourceId, int> m_linkGaps; ///< so many of each last
};

} // namespace telltale
