// How samples become conditions: order and time checks, rule kinds, delays (alarms.md 2 and 3).

#include "data/alarms/alarm_engine.h"

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
        if (alarm.rule->kind == AlarmRule::Kind::Count)
            expireCount(reader.alarm, te);
        const Verdict verdict = judge(alarm, reader.use, te, isAdvancing);
        if (alarm.awaitsSample)
            creditDelay(reader.alarm, verdict, te, lastTe);
        else
            applyVerdict(reader.alarm, verdict, te);
        if (alarm.rule->kind == AlarmRule::Kind::Stale && isAdvancing)
            armStale(reader.alarm);
    }
}

Verdict AlarmEngine::judge(AlarmInstance &alarm, AlarmInput::Use use, AlarmTime te,
                           bool isAdvancing)
{
    const AlarmRule &rule = *alarm.rule;
    const AlarmInput &input = m_inputs[alarm.input];
    const bool isUncertain = input.quality == Quality::Status::Uncertain;
    switch (rule.kind) {
    case AlarmRule::Kind::Limit:
        return input.isBadNumber() ? judgeBad(rule) : judgeLimit(rule, input.value);
    case AlarmRule::Kind::Deviation:
        return judgeDeviation(alarm, use);
    case AlarmRule::Kind::Rate: {
        if (input.isBadNumber())
            return judgeBad(rule);
        const std::optional<double> rate = alarm.rate.add(te, input.value, alarm.window);
        return rate ? judgeRate(rule, *rate) : Verdict::Keep;
    }
    case AlarmRule::Kind::Discrete:
        if (input.isBad())
            return judgeBad(rule);
        return isListed(rule, input) ? Verdict::On : Verdict::Off;
    case AlarmRule::Kind::Count:
        return judgeCount(alarm, input, te);
    case AlarmRule::Kind::Stale:
        return isAdvancing ? Verdict::Off : Verdict::Keep;
    case AlarmRule::Kind::Quality:
        return input.isBad() || (isUncertain && rule.includeUncertain) ? Verdict::On : Verdict::Off;
    case AlarmRule::Kind::Connection:
        break;
    }
    return Verdict::Keep;
}

Verdict AlarmEngine::judgeBad(const AlarmRule &rule) const
{
    if (rule.onBad == AlarmRule::OnBad::Hold)
        return Verdict::Keep;
    return rule.onBad == AlarmRule::OnBad::Alarm ? Verdict::On : Verdict::Off;
}

/// A bad set-point keeps what is; a bad value goes by the rule's policy, else its last good one
/// counts against a new set-point.
Verdict AlarmEngine::judgeDeviation(const AlarmInstance &alarm, AlarmInput::Use use) const
{
    const AlarmRule &rule = *alarm.rule;
    const AlarmInput &input = m_inputs[alarm.input];
    const bool isBad = input.newest != kNoTime && input.isBadNumber();
    const bool holds = rule.onBad == AlarmRule::OnBad::Hold;
    if (isBad && (use == AlarmInput::Use::Value || !holds))
        return judgeBad(rule);
    if (!input.hasGoodNumber)
        return Verdict::Keep;
    if (rule.setpoint)
        return telltale::judgeDeviation(rule, input.goodNumber, *rule.setpoint);
    const AlarmInput &setpoint = m_inputs[alarm.setpointInput];
    if (!setpoint.hasGoodNumber)
        return Verdict::Keep;
    return telltale::judgeDeviation(rule, input.goodNumber, setpoint.goodNumber);
}

Verdict AlarmEngine::judgeCount(AlarmInstance &alarm, const AlarmInput &input, AlarmTime te)
{
    if (input.isBad())
        return judgeBad(*alarm.rule);
    CountWindow &count = alarm.memory.count;
    const auto n = static_cast<std::size_t>(alarm.rule->count);
    const bool isInside = isListed(*alarm.rule, input);
    if (isInside != count.isInside)
        markUnsaved(alarm);
    if (isInside && !count.isInside)
        count.add(te, m_now, n);
    count.isInside = isInside;
    if (!count.isReached(te, alarm.window, n))
        return Verdict::Off;
    setTimer(indexOf(alarm), AlarmTimer::Count, count.dueAt(alarm.window, n));
    return Verdict::On;
}

/// The n-th newest entry left the window before `te`: the condition ended then, not now.
void AlarmEngine::expireCount(std::uint32_t index, AlarmTime te)
{
    const AlarmInstance &alarm = m_alarms[index];
    const bool isRaw = alarm.memory.condition != alarm.memory.delayRuns;
    const AlarmTime leaves
        = alarm.memory.count.leavesAt(alarm.window, static_cast<std::size_t>(alarm.rule->count));
    if (isRaw && leaves <= te && !alarm.awaitsSample)
        applyVerdict(index, Verdict::Off, leaves);
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
        return applyRaw(index, isOn, te);
    }
    const AlarmTime delay = isOn ? alarm.onDelay : alarm.offDelay;
    const AlarmTime due = memory.delayStarted + delay + alarm.grace;
    if (te >= memory.delayFrom + delay || due <= m_now)
        return changeCondition(index, isOn, memory.delayFrom + delay);
    setTimer(index, AlarmTimer::Delay, due);
}

} // namespace telltale
