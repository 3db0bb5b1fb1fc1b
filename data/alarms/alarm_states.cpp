// The state table of alarms.md 4.1 and what goes with it: groups, flood, chatter, notifications.

#include "data/alarms/alarm_engine.h"

#include <algorithm>
#include <functional>
#include <tuple>

namespace telltale {

void AlarmEngine::changeCondition(std::uint32_t index, bool isOn, AlarmTime et)
{
    AlarmInstance &alarm = m_alarms[index];
    AlarmMemory &memory = alarm.memory;
    memory.condition = isOn;
    memory.delayRuns = false;
    alarm.due(AlarmTimer::Delay) = kNever;
    touch(alarm);
    if (!alarm.isInhibited() && !alarm.isEvent) {
        if (isOn)
            annunciate(index, et, "");
        else
            returnToNormal(index, et);
        return updateSuppressed(index);
    }
    AlarmJournalEntry silent = entry(&alarm, isOn ? "SUP_ON" : "SUP_OFF");
    stampEventTime(alarm, silent, et);
    if (!alarm.isInhibited())
        silent.reason = "draft";
    add(std::move(silent));
    if (isOn && alarm.rule->latch && alarm.isInhibited())
        memory.latchPending = true;
    if (!isOn && memory.isShelved && memory.isOneShot)
        unshelveBecause(index, "one_shot", nullptr);
    updateSuppressed(index);
}

void AlarmEngine::annunciate(std::uint32_t index, AlarmTime et, const char *reason)
{
    AlarmInstance &alarm = m_alarms[index];
    AlarmMemory &memory = alarm.memory;
    const bool needsAck = alarm.rule->ack != AlarmRule::Ack::None;
    const AlarmState from = alarm.shown();
    setProcess(alarm, needsAck ? AlarmState::Unacked : AlarmState::Acked);
    ++memory.occurrence;
    memory.repeats = 0;
    memory.raiseSent = false;
    memory.comment.clear();
    memory.commentBy.clear();
    AlarmJournalEntry raised = entry(&alarm, "ALARM");
    stampEventTime(alarm, raised, et);
    raised.from = stateWord(from);
    raised.to = stateWord(memory.process);
    raised.reason = reason;
    Group *group = alarm.group == kNoAlarm ? nullptr : &m_groups[alarm.group];
    raised.firstOut = group && group->description.firstOut && !std::exchange(group->isMarked, true);
    memory.isFirstOut = raised.firstOut;
    memory.isLate = raised.late;
    memory.since = memory.lastEventTime;
    memory.value = alarm.input == kNoInput ? 0.0 : m_inputs[alarm.input].value;
    add(std::move(raised));
    touch(alarm);
    setSounding(alarm, needsAck && alarm.rule->sound);
    countAnnunciation(index);
    if (!needsAck)
        return;
    const NotifyOptions &notify = alarm.rule->notify;
    if (notify.repeatSeconds > 0.0)
        setTimer(index, AlarmTimer::Repeat, m_now + toAlarmTime(notify.repeatSeconds));
    if (notify.escalateSeconds > 0.0)
        setTimer(index, AlarmTimer::Escalate, m_now + toAlarmTime(notify.escalateSeconds));
}

void AlarmEngine::returnToNormal(std::uint32_t index, AlarmTime et)
{
    AlarmInstance &alarm = m_alarms[index];
    AlarmState to = alarm.memory.process;
    if (to == AlarmState::Acked) {
        to = alarm.rule->latch ? AlarmState::LatchedAcked : AlarmState::Normal;
    } else if (to == AlarmState::Unacked) {
        const bool leaves = alarm.rule->ack == AlarmRule::Ack::AutoReturn;
        to = leaves ? AlarmState::Normal : AlarmState::ReturnedUnacked;
        if (alarm.rule->latch)
            to = AlarmState::LatchedUnacked;
    } else {
        return;
    }
    AlarmJournalEntry returned = entry(&alarm, "RTN");
    stampEventTime(alarm, returned, et);
    returned.from = stateWord(alarm.memory.process);
    returned.to = stateWord(to);
    setProcess(alarm, to);
    stopAsking(alarm);
    add(std::move(returned));
    if (alarm.rule->notify.clear && alarm.memory.raiseSent)
        notify(alarm, AlarmNotification::Kind::Clear, 1);
}

void AlarmEngine::setProcess(AlarmInstance &alarm, AlarmState state)
{
    AlarmState &process = alarm.memory.process;
    const bool was = process != AlarmState::Normal;
    const bool is = state != AlarmState::Normal;
    process = state;
    touch(alarm);
    if (alarm.group == kNoAlarm || was == is)
        return;
    Group &group = m_groups[alarm.group];
    group.notNormal += is ? 1 : std::size_t(-1);
    if (group.notNormal == 0)
        group.isMarked = false;
}

/// Repeats, escalation, re-alarm and horn end.
void AlarmEngine::stopAsking(AlarmInstance &alarm)
{
    for (const AlarmTimer timer : {AlarmTimer::Repeat, AlarmTimer::Escalate, AlarmTimer::Realarm})
        alarm.due(timer) = kNever;
    setSounding(alarm, false);
}

void AlarmEngine::setSounding(AlarmInstance &alarm, bool isSounding)
{
    if (alarm.memory.isSounding == isSounding)
        return;
    alarm.memory.isSounding = isSounding;
    m_sounding += isSounding ? 1U : 0xFFFFFFFFU;
    markUnsaved(alarm);
}

/// The suppressed alarm's occurrence is over; what latched is remembered.
void AlarmEngine::endOccurrence(AlarmInstance &alarm)
{
    if (alarm.rule->latch && alarm.memory.process != AlarmState::Normal)
        alarm.memory.latchPending = true;
    setProcess(alarm, AlarmState::Normal);
    stopAsking(alarm);
}

void AlarmEngine::countAnnunciation(std::uint32_t index)
{
    AlarmInstance &alarm = m_alarms[index];
    if (m_globals.flood.add(m_now)) {
        AlarmJournalEntry start = entry(nullptr, "FLOOD_START");
        start.count = m_globals.flood.count(m_now);
        add(std::move(start));
        noteFloodFirst(index);
    }
    const bool startsChatter = isChatterStart(alarm);
    if (alarm.memory.isChattering)
        setTimer(index, AlarmTimer::Chatter, m_now + toAlarmTime(m_limits.chatterQuietSeconds));
    notifyRaise(index, startsChatter);
}

/// The alarms that made the flood, `newest` the last of them.
std::vector<const AlarmInstance *> AlarmEngine::alarmsOfFlood(std::uint32_t newest) const
{
    const AlarmTime after = m_now - m_limits.flood.window;
    std::vector<const AlarmInstance *> alarms;
    for (std::uint32_t i = 0; i < m_alarms.size(); ++i) {
        const AlarmInstance &alarm = m_alarms[i];
        if (alarm.rule && (i == newest || alarm.memory.annunciated[1] > after))
            alarms.push_back(&alarm);
    }
    return alarms;
}

/// When the burst began that made the flood: the newest alarms, back to a pause longer than the
/// alarms of a flood are apart, but at least a third of them. What came alone minutes before lies
/// in the window and has nothing to do with it.
AlarmTime AlarmEngine::burstBegin(const std::vector<const AlarmInstance *> &alarms) const
{
    constexpr std::size_t kPart = 3;
    const AlarmTime window = m_limits.flood.window;
    std::vector<AlarmTime> times; // newest first
    for (const AlarmInstance *alarm : alarms)
        times.push_back(alarm->memory.since);
    std::sort(times.begin(), times.end(), std::greater<>());
    const AlarmTime pause
        = window / static_cast<AlarmTime>(std::max<std::size_t>(1, m_limits.flood.on));
    for (std::size_t i = 1; i < times.size(); ++i) {
        if (times[i - 1] - times[i] > pause && i * kPart >= times.size())
            return times[i - 1];
    }
    return times.back();
}

/// The first-out of a group that others of the flood are in, for they follow from it; else the
/// alarm that happened first of its burst. What happened before the flood and was only told of in
/// it began none.
void AlarmEngine::noteFloodFirst(std::uint32_t newest)
{
    const std::vector<const AlarmInstance *> alarms = alarmsOfFlood(newest);
    std::vector<std::size_t> members(m_groups.size());
    for (const AlarmInstance *alarm : alarms) {
        if (alarm->group != kNoAlarm)
            ++members[alarm->group];
    }
    const AlarmTime begin = m_now - m_limits.flood.window;
    const AlarmTime burst = burstBegin(alarms);
    const auto rank = [&members, begin, burst](const AlarmInstance *one) {
        const AlarmTime since = one->memory.since;
        const bool leads
            = one->memory.isFirstOut && one->group != kNoAlarm && members[one->group] > 1;
        return std::tuple(since <= begin, !leads, since < burst, since);
    };
    const AlarmInstance *first = *std::min_element(
        alarms.begin(), alarms.end(),
        [&rank](const AlarmInstance *a, const AlarmInstance *b) { return rank(a) < rank(b); });
    const std::string &title = first->rule->title;
    m_globals.floodFirst
        = {first->id, title.empty() ? first->rule->id : title, first->path, first->memory.since};
}

/// The third annunciation within the window; the alarm chatters until it has been quiet.
bool AlarmEngine::isChatterStart(AlarmInstance &alarm)
{
    AlarmMemory &memory = alarm.memory;
    const AlarmTime first = memory.annunciated[0];
    memory.annunciated[0] = memory.annunciated[1];
    memory.annunciated[1] = m_now;
    const bool isThird
        = first != kNoTime && m_now - first < toAlarmTime(m_limits.chatterWindowSeconds);
    if (!isThird || memory.isChattering)
        return false;
    memory.isChattering = true;
    add(entry(&alarm, "CHATTER_ON"));
    return true;
}

void AlarmEngine::notifyRaise(std::uint32_t index, bool chatterStarted)
{
    AlarmInstance &alarm = m_alarms[index];
    if (!alarm.rule->notify.raise)
        return;
    if (alarm.memory.isChattering) {
        if (chatterStarted)
            notify(alarm, AlarmNotification::Kind::Chatter, 1);
        return;
    }
    if (m_globals.flood.isOn() && alarm.rule->priority >= 3) {
        if (m_globals.digestCount++ == 0)
            m_globals.digestDue = m_now + toAlarmTime(m_limits.digestSeconds);
        ++alarm.memory.withheld;
        markUnsaved(alarm);
        return;
    }
    alarm.memory.raiseSent = true;
    notify(alarm, AlarmNotification::Kind::Raise, 1);
}

void AlarmEngine::notify(const AlarmInstance &alarm, AlarmNotification::Kind kind,
                         std::uint64_t number)
{
    m_output.notifications.push_back({m_now, kind, alarm.id, alarm.memory.occurrence, number, 0});
}

} // namespace telltale
