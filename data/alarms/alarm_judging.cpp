// How samples become conditions: order and time checks, rule kinds, delays (alarms.md 2 and 3).

#include "data/alarms/alarm_engine.h"

#include <algorithm>

namespace telltale {

void AlarmEngine::sample(AlarmTime t, TagId tag, const AlarmSample &sample)
{
    if (!isWatched(tag))
        return;
    advanceTo(t);
    AlarmInput &input = m_inputs[m_inputOfTag[tag.value]];
    const AlarmTime lastTe = input.newest;
    AlarmTime te = sample.time;
    bool isAdvancing = false;
    if (!accept(input, sample, te, isAdvancing))
        return;
    completeDelays(input, te, lastTe);
    input.take(sample, te);
    for (const AlarmInput::Reader &reader : input.readers) {
        if (reader.use == AlarmInput::Use::Suppressor)
            updateSuppression(reader.alarm);
    }
    judgeReaders(input, te, isAdvancing, lastTe);
    endStep();
    endInput();
}

/// Time and order checks of alarms.md 3.1 and 3.2; `te` may be replaced.
bool AlarmEngine::accept(AlarmInput &input, const AlarmSample &sample, AlarmTime &te,
                         bool &isAdvancing)
{
    if (te > m_now + m_future)
        te = std::max(m_now, input.newest);
    if (te < m_now - m_past)
        return false;
    isAdvancing = input.newest == kNoTime || te > input.newest;
    if (input.newest == kNoTime)
        return true;
    if (te < input.newest)
        return false;
    const bool mayRepeat = te == input.newest || sample.isRepeat;
    return !mayRepeat || !input.isSame(sample);
}

/// A step of its own: delays that were over before this sample's time.
void AlarmEngine::completeDelays(const AlarmInput &input, AlarmTime te, AlarmTime lastTe)
{
    if (lastTe == kNoTime)
        return;
    for (const AlarmInput::Reader &reader : input.readers) {
        if (reader.use != AlarmInput::Use::Suppressor && !m_alarms[reader.alarm].awaitsSample)
            completeDelay(reader.alarm, te);
    }
    endStep();
}

void AlarmEngine::completeDelay(std::uint32_t index, AlarmTime te)
{
    const AlarmInstance &alarm = m_alarms[index];
    const AlarmMemory &memory = alarm.memory;
    const AlarmTime end = memory.delayFrom + (memory.condition ? alarm.offDelay : alarm.onDelay);
    if (memory.delayRuns && te >= end)
        changeCondition(index, !memory.condition, end);
}

void AlarmEngine::judgeReaders(const AlarmInput &input, AlarmTime te, bool isAdvancing,
                               AlarmTime lastTe)
{
    for (const AlarmInput::Reader &reader : input.readers) {
        if (reader.use == AlarmInput::Use::Suppressor)
            continue;
        AlarmInstance &alarm = m_alarms[reader.alarm];
        if (alarm.kind->byClock)
            applyOverdue(reader.alarm, te);
        const bool isFresh = reader.use == AlarmInput::Use::Value;
        const Verdict verdict = judge(alarm, te, isFresh, isAdvancing);
        if (alarm.awaitsSample)
            creditDelay(reader.alarm, verdict, te, lastTe);
        else
            applyVerdict(reader.alarm, verdict, te);
        if (!alarm.kind->byClock || verdict == Verdict::Keep)
            continue;
        if (alarm.kind->watchesSilence)
            restartSilence(reader.alarm);
        else
            armClock(reader.alarm);
    }
}

Verdict AlarmEngine::judge(AlarmInstance &alarm, AlarmTime te, bool isFresh, bool isAdvancing)
{
    const AlarmRule &rule = *alarm.rule;
    const AlarmInput &input = m_inputs[alarm.input];
    const AlarmInput *setpoint
        = alarm.setpointInput == kNoInput ? nullptr : &m_inputs[alarm.setpointInput];
    CountWindow &count = alarm.memory.count;
    const bool wasInside = count.isInside;
    const Verdict verdict = alarm.kind->judge(
        {rule, input, setpoint, te, m_now, alarm.window, isFresh, isAdvancing, alarm.rate, count});
    if (count.isInside != wasInside)
        markUnsaved(alarm);
    return verdict;
}

ClockVerdict AlarmEngine::byClock(const AlarmInstance &alarm) const
{
    if (!alarm.kind->byClock)
        return {};
    return alarm.kind->byClock({*alarm.rule, m_inputs[alarm.input], alarm.memory.count,
                                alarm.window, alarm.timeout, alarm.silentSince});
}

/// What the clock was to bring held before `te`: the condition changed then, not now.
void AlarmEngine::applyOverdue(std::uint32_t index, AlarmTime te)
{
    AlarmInstance &alarm = m_alarms[index];
    const bool isArmed = alarm.due(AlarmTimer::Clock) != kNever;
    if (!isArmed || alarm.awaitsSample || alarm.kind->watchesSilence) // a sample ends silence
        return;
    const ClockVerdict next = byClock(alarm);
    if (next.from <= te)
        applyVerdict(index, next.verdict, next.from);
}

/// The clock has something to bring only while the rule does not say it yet.
void AlarmEngine::armClock(std::uint32_t index)
{
    const AlarmInstance &alarm = m_alarms[index];
    const ClockVerdict next = byClock(alarm);
    const bool isNews = alarm.isRaw() != (next.verdict == Verdict::On);
    setTimer(index, AlarmTimer::Clock, isNews ? next.due : kNever);
}

/// From now on it counts that nothing comes, unless nothing can.
void AlarmEngine::restartSilence(std::uint32_t index)
{
    AlarmInstance &alarm = m_alarms[index];
    if (alarm.input != kNoInput) {
        const int link = m_inputs[alarm.input].source.value;
        const bool isOff
            = std::find(m_linksOff.begin(), m_linksOff.end(), link) != m_linksOff.end();
        alarm.silentSince = isLinkUp(link) && !isOff ? m_now : kNever;
    }
    armClock(index);
}

void AlarmEngine::applyVerdict(std::uint32_t index, Verdict verdict, AlarmTime te)
{
    if (verdict != Verdict::Keep)
        applyRaw(index, verdict == Verdict::On, te);
}

/// Starts, drops or skips the delay between the raw and the debounced condition.
void AlarmEngine::applyRaw(std::uint32_t index, bool isOn, AlarmTime te)
{
    AlarmInstance &alarm = m_alarms[index];
    AlarmMemory &memory = alarm.memory;
    if (isOn == memory.condition) {
        if (!memory.delayRuns)
            return;
        memory.delayRuns = false;
        alarm.due(AlarmTimer::Delay) = kNever;
        return markUnsaved(alarm);
    }
    if (memory.delayRuns)
        return;
    const AlarmTime delay = isOn ? alarm.onDelay : alarm.offDelay;
    if (delay == 0)
        return changeCondition(index, isOn, te);
    memory.delayRuns = true;
    memory.delayFrom = te;
    memory.delayStarted = m_now;
    setTimer(index, AlarmTimer::Delay, m_now + delay + alarm.grace);
}

/// The first sample after a restart: a delay that ran goes on if the gap was short and the raw
/// condition is what it was; otherwise it begins anew (alarms.md section 7).
void AlarmEngine::creditDelay(std::uint32_t index, Verdict verdict, AlarmTime te, AlarmTime lastTe)
{
    AlarmInstance &alarm = m_alarms[index];
    AlarmMemory &memory = alarm.memory;
    alarm.awaitsSample = false;
    touch(alarm);
    if (!memory.delayRuns)
        return applyVerdict(index, verdict, te);
    const bool isOn = verdict == Verdict::Keep ? !memory.condition : verdict == Verdict::On;
    const bool isShort = lastTe != kNoTime && te - lastTe <= m_tolerance;
    if (isOn == memory.condition || !isShort) {
        memory.delayRuns = false;
        alarm.due(AlarmTimer::Delay) = kNever;
        return applyRaw(index, isOn, te);
    }
    const AlarmTime delay = isOn ? alarm.onDelay : alarm.offDelay;
    const AlarmTime due = memory.delayStarted + delay + alarm.grace;
    if (te >= memory.delayFrom + delay || due <= m_now)
        return changeCondition(index, isOn, memory.delayFrom + delay);
    setTimer(index, AlarmTimer::Delay, due);
}

} // namespace telltale
