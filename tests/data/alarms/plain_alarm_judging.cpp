// Sections 2 and 3 of alarms.md: what rules say of samples, delays, the link.

#include "tests/data/alarms/plain_alarms.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace telltale::test {

void PlainAlarms::sample(AlarmTime t, const std::string &name, const AlarmSample &given)
{
    advance(t);
    Tag &tag = m_tags[name];
    AlarmTime te = given.time;
    if (te > m_now + toAlarmTime(m_limits.futureSeconds))
        te = tag.isKnown ? std::max(m_now, tag.newest) : m_now;
    if (te < m_now - toAlarmTime(m_limits.pastSeconds) || (tag.isKnown && te < tag.newest))
        return;
    if (tag.isKnown && te == tag.newest && isSame(tag, given))
        return;
    const bool isAdvancing = !tag.isKnown || te > tag.newest;
    const bool isShort
        = tag.isKnown && te - tag.newest <= toAlarmTime(m_limits.outageToleranceSeconds);
    for (Alarm &alarm : m_alarms) {
        if (isReadBy(alarm, name) && !alarm.waitsForSample)
            completeDelay(alarm, te);
    }
    endStep();
    take(tag, given, te);
    for (Alarm &alarm : m_alarms) {
        if (alarm.rule.suppressWhen.tag == name)
            followLogic(alarm);
    }
    for (Alarm &alarm : m_alarms) {
        if (!isReadBy(alarm, name))
            continue;
        const Says says = judge(alarm, name, te, isAdvancing);
        if (std::exchange(alarm.waitsForSample, false))
            applyFirst(alarm, says, te, isShort);
        else
            apply(alarm, says, te);
        if (alarm.rule.kind == AlarmRule::Kind::Count)
            waitForCount(alarm);
        if (alarm.rule.kind == AlarmRule::Kind::Stale && isAdvancing)
            waitForSilence(alarm);
    }
    endStep();
    endInput();
}

bool PlainAlarms::isReadBy(const Alarm &alarm, const std::string &name)
{
    return alarm.rule.kind != AlarmRule::Kind::Connection
        && (alarm.rule.tag == name || alarm.rule.setpointTag == name);
}

bool PlainAlarms::isSame(const Tag &tag, const AlarmSample &given)
{
    const bool areBothNoNumber = std::isnan(tag.last.value) && std::isnan(given.value);
    return (tag.last.value == given.value || areBothNoNumber) && tag.last.quality == given.quality;
}

void PlainAlarms::take(Tag &tag, const AlarmSample &given, AlarmTime te)
{
    tag.isKnown = true;
    tag.newest = te;
    tag.last = given;
    tag.isBad = given.quality == Quality::Status::Bad || !std::isfinite(given.value);
    tag.hasGood = tag.hasGood || !tag.isBad;
    if (!tag.isBad)
        tag.good = given.value;
}

PlainAlarms::Says PlainAlarms::judge(Alarm &alarm, const std::string &name, AlarmTime te,
                                     bool isAdvancing)
{
    const AlarmRule &rule = alarm.rule;
    const Tag &tag = m_tags[rule.tag];
    if (rule.kind == AlarmRule::Kind::Stale)
        return isAdvancing ? Says::Off : Says::Nothing;
    if (rule.kind == AlarmRule::Kind::Quality) {
        const bool isUncertain
            = rule.includeUncertain && tag.last.quality == Quality::Status::Uncertain;
        return tag.isBad || isUncertain ? Says::On : Says::Off;
    }
    if (tag.isBad && rule.tag == name && rule.onBad != AlarmRule::OnBad::Hold)
        return rule.onBad == AlarmRule::OnBad::Alarm ? Says::On : Says::Off;
    if ((tag.isBad && rule.tag == name) || !tag.hasGood)
        return Says::Nothing;
    switch (rule.kind) {
    case AlarmRule::Kind::Rate:
        return judgeRate(alarm, tag.good, te);
    case AlarmRule::Kind::Discrete:
        return isListed(rule, tag.good) ? Says::On : Says::Off;
    case AlarmRule::Kind::Count:
        return judgeCount(alarm, tag.good, te);
    default:
        return judgeNumber(rule, tag.good);
    }
}

bool PlainAlarms::isListed(const AlarmRule &rule, double value)
{
    return std::any_of(rule.alarmWhen.begin(), rule.alarmWhen.end(),
                       [value](const AlarmValue &one) { return std::get<double>(one) == value; });
}

PlainAlarms::Says PlainAlarms::judgeNumber(const AlarmRule &rule, double value)
{
    const double band = rule.deadband;
    if (rule.kind == AlarmRule::Kind::Limit && rule.side == AlarmRule::Side::High) {
        if (value >= rule.limit)
            return Says::On;
        return value < rule.limit - band ? Says::Off : Says::Nothing;
    }
    if (rule.kind == AlarmRule::Kind::Limit) {
        if (value <= rule.limit)
            return Says::On;
        return value > rule.limit + band ? Says::Off : Says::Nothing;
    }
    const Tag &setpoint = m_tags[rule.setpointTag];
    if (!setpoint.hasGood)
        return Says::Nothing;
    const double d = value - setpoint.good;
    if (d >= rule.high || d <= -rule.low)
        return Says::On;
    return d < rule.high - band && d > -(rule.low - band) ? Says::Off : Says::Nothing;
}

PlainAlarms::Says PlainAlarms::judgeRate(Alarm &alarm, double value, AlarmTime te)
{
    const AlarmRule &rule = alarm.rule;
    const AlarmTime window = toAlarmTime(rule.windowSeconds);
    alarm.points.emplace_back(te, value);
    while (alarm.points.front().first < te - window)
        alarm.points.pop_front();
    const auto [t0, v0] = alarm.points.front();
    if (t0 == te || 2 * (te - t0) < window)
        return Says::Nothing;
    const double m = (value - v0) * 1e6 / static_cast<double>(te - t0);
    const double shown = rule.direction == AlarmRule::Direction::Rising ? m
        : rule.direction == AlarmRule::Direction::Falling               ? -m
                                                                        : std::abs(m);
    if (shown >= rule.limit)
        return Says::On;
    return shown < rule.limit - rule.deadband ? Says::Off : Says::Nothing;
}

PlainAlarms::Says PlainAlarms::judgeCount(Alarm &alarm, double value, AlarmTime te)
{
    const AlarmTime window = toAlarmTime(alarm.rule.windowSeconds);
    const bool isIn = isListed(alarm.rule, value);
    if (isIn && !alarm.isInList)
        alarm.entered.push_back({te, m_now});
    alarm.isInList = isIn;
    std::erase_if(alarm.entered, [&](const Entered &one) { return one.te <= te - window; });
    const bool isReached = alarm.entered.size() >= static_cast<std::size_t>(alarm.rule.count);
    return isReached ? Says::On : Says::Off;
}

void PlainAlarms::waitForCount(Alarm &alarm)
{
    alarm.timers.erase(Count);
    const auto n = static_cast<std::size_t>(alarm.rule.count);
    if (alarm.isOn && alarm.entered.size() >= n)
        alarm.timers[Count]
            = alarm.entered[alarm.entered.size() - n].t + toAlarmTime(alarm.rule.windowSeconds);
}

void PlainAlarms::waitForSilence(Alarm &alarm)
{
    alarm.timers.erase(Stale);
    if (m_isUp && !alarm.isOn)
        alarm.timers[Stale] = m_now + toAlarmTime(alarm.rule.timeoutSeconds);
}

void PlainAlarms::apply(Alarm &alarm, Says says, AlarmTime te)
{
    if (says == Says::Nothing)
        return;
    if ((says == Says::On) == alarm.isOn) {
        alarm.delayRuns = false;
        alarm.timers.erase(Delay);
    } else if (!alarm.delayRuns) {
        startDelay(alarm, te);
    }
}

void PlainAlarms::startDelay(Alarm &alarm, AlarmTime te)
{
    const AlarmTime delay
        = toAlarmTime(alarm.isOn ? alarm.rule.offDelaySeconds : alarm.rule.onDelaySeconds);
    if (delay == 0)
        return change(alarm, !alarm.isOn, te);
    alarm.delayRuns = true;
    alarm.te0 = te;
    alarm.t0 = m_now;
    alarm.timers[Delay] = m_now + delay + toAlarmTime(alarm.rule.graceSeconds);
}

void PlainAlarms::completeDelay(Alarm &alarm, AlarmTime te)
{
    const AlarmTime delay
        = toAlarmTime(alarm.isOn ? alarm.rule.offDelaySeconds : alarm.rule.onDelaySeconds);
    if (alarm.delayRuns && te >= alarm.te0 + delay)
        change(alarm, !alarm.isOn, alarm.te0 + delay);
}

/// The first evaluated sample after a start, against the stored condition (section 7).
void PlainAlarms::applyFirst(Alarm &alarm, Says says, AlarmTime te, bool isShort)
{
    const bool isUnchanged = says == Says::Nothing || (says == Says::On) != alarm.isOn;
    if (!alarm.delayRuns || !isUnchanged)
        return apply(alarm, says, te);
    if (!isShort)
        return startDelay(alarm, te);
    const AlarmTime delay
        = toAlarmTime(alarm.isOn ? alarm.rule.offDelaySeconds : alarm.rule.onDelaySeconds);
    const AlarmTime due = alarm.t0 + delay + toAlarmTime(alarm.rule.graceSeconds);
    if (te >= alarm.te0 + delay || due <= m_now)
        return change(alarm, !alarm.isOn, alarm.te0 + delay);
    alarm.timers[Delay] = due;
}

void PlainAlarms::connection(AlarmTime t, bool isUp)
{
    advance(t);
    const bool isNew = m_isUp != isUp;
    m_isUp = isUp;
    for (Alarm &alarm : m_alarms) {
        if (alarm.rule.kind == AlarmRule::Kind::Stale && isNew)
            waitForSilence(alarm);
        if (alarm.rule.kind != AlarmRule::Kind::Connection)
            continue;
        const Says says = isUp ? Says::Off : Says::On;
        if (std::exchange(alarm.waitsForSample, false))
            applyFirst(alarm, says, m_now, false);
        else
            apply(alarm, says, m_now);
    }
    endStep();
    endInput();
}

} // namespace telltale::test
