#include "models/trial_links.h"

#include <algorithm>

namespace telltale {

TrialLinks::TrialLinks(RuleTrial &trial, std::span<const HistoryGap> gaps)
    : m_trial(trial)
    , m_changes(changesOf(gaps))
{ }

/// What was lost without its link being down is as if nobody had expected anything.
std::vector<TrialLinks::Change> TrialLinks::changesOf(std::span<const HistoryGap> gaps)
{
    std::vector<Change> changes;
    for (const HistoryGap &gap : gaps) {
        const bool lasts = gap.range.from < gap.range.to;
        if (gap.isOfDevice() || gap.tag.isValid() || !lasts)
            continue;
        const bool isUnknown = gap.cause == HistoryGap::Cause::DiskError
            || gap.cause == HistoryGap::Cause::Overload
            || gap.cause == HistoryGap::Cause::SwitchedOff;
        const bool isOfAll
            = gap.cause == HistoryGap::Cause::ProgramOff || gap.source == SourceId {};
        const Effect effect = isOfAll ? Effect::ProgramStops
            : isUnknown               ? Effect::LinkOff
                                      : Effect::LinkDown;
        changes.push_back({toMicroseconds(gap.range.from), effect, false, gap.source});
        changes.push_back({toMicroseconds(gap.range.to), effect, true, gap.source});
    }
    std::stable_sort(changes.begin(), changes.end(), [](const Change &a, const Change &b) {
        return a.time != b.time ? a.time < b.time : a.isEnd && !b.isEnd;
    });
    return changes;
}

/// What was measured at the very moment a gap began came before it.
void TrialLinks::tellUpTo(AlarmTime time)
{
    const auto isDue = [time](const Change &change) {
        return change.isEnd ? change.time <= time : change.time < time;
    };
    for (; m_next < m_changes.size() && isDue(m_changes[m_next]); ++m_next) {
        passTo(m_changes[m_next].time);
        tell(m_changes[m_next]);
    }
    passTo(time);
}

/// Samples that are there although the program was off do not say that it was on between them.
void TrialLinks::passTo(AlarmTime time)
{
    constexpr AlarmTime kHole = 10 * kSecond;
    if (m_programStops > 0 && time - m_toldUpTo > kHole)
        m_trial.programStops(m_toldUpTo);
    m_toldUpTo = std::max(m_toldUpTo, time);
}

/// Gaps may overlap: what one began ends with the last of them.
void TrialLinks::tell(const Change &change)
{
    int &lasting
        = change.effect == Effect::ProgramStops ? m_programStops : m_linkGaps[change.source];
    lasting += change.isEnd ? -1 : 1;
    if (change.isEnd && lasting > 0)
        return;
    switch (change.effect) {
    case Effect::ProgramStops:
        return change.isEnd ? m_trial.programStarts(change.time)
                            : m_trial.programStops(change.time);
    case Effect::LinkDown:
    case Effect::LinkOff:
        break;
    }
    if (change.isEnd)
        m_trial.linkUp(change.time, change.source);
    else if (change.effect == Effect::LinkDown)
        m_trial.linkDown(change.time, change.source);
    else
        m_trial.linkOff(change.time, change.source);
}

} // namespace telltale
