// What happens when time alone passes (alarms.md 3.7).

#include "data/alarms/alarm_engine.h"

namespace telltale {
namespace {

constexpr std::string_view kNotificationWords[]
    = {"raise", "clear", "repeat", "escalate", "chatter", "digest"};

constexpr std::size_t kMostWithheld = 10'000; ///< named in a digest; the others are counted

} // namespace

void AlarmEngine::advanceTo(AlarmTime t)
{
    while (!m_waitsForStart) {
        const AlarmTime alarms = nextAlarmDue();
        const AlarmTime due = std::min({alarms, m_globals.flood.due(), m_globals.digestDue});
        if (due > t)
            break;
        m_now = std::max(m_now, due);
        fireNext(alarms);
        endStep();
        endInput();
    }
    m_now = std::max(m_now, t);
}

AlarmTime AlarmEngine::nextDue() const
{
    const AlarmTime alarms = m_timers.isEmpty() ? kNever : m_timers.top().due;
    return std::min({alarms, m_globals.flood.due(), m_globals.digestDue});
}

/// The earliest true time of an alarm timer; corrects what the heap only suspected.
AlarmTime AlarmEngine::nextAlarmDue()
{
    while (!m_timers.isEmpty()) {
        const AlarmTime due = m_alarms[m_timers.top().alarm].nextDue();
        if (due == m_timers.top().due)
            return due;
        m_timers.rekeyTop(due);
    }
    return kNever;
}

void AlarmEngine::fireNext(AlarmTime alarmsDue)
{
    const AlarmTime flood = m_globals.flood.due();
    if (flood <= m_globals.digestDue && flood <= alarmsDue)
        return fireFlood();
    if (m_globals.digestDue <= alarmsDue)
        return fireDigest();
    const std::uint32_t index = m_timers.top().alarm;
    auto &due = m_alarms[index].memory.due;
    const auto first = std::find(due.begin(), due.end(), alarmsDue);
    *first = kNever;
    markUnsaved(m_alarms[index]);
    fire(index, static_cast<AlarmTimer>(first - due.begin()));
}

void AlarmEngine::setTimer(std::uint32_t index, AlarmTimer timer, AlarmTime due)
{
    AlarmInstance &alarm = m_alarms[index];
    if (alarm.due(timer) == due)
        return;
    alarm.due(timer) = due;
    m_timers.lower(index, alarm.order, due);
    const bool isStored = timer != AlarmTimer::Clock || !alarm.kind->watchesSilence;
    if (isStored)
        markUnsaved(alarm);
}

void AlarmEngine::fire(std::uint32_t index, AlarmTimer timer)
{
    AlarmInstance &alarm = m_alarms[index];
    AlarmMemory &memory = alarm.memory;
    switch (timer) {
    case AlarmTimer::Delay: {
        const AlarmTime delay = memory.condition ? alarm.offDelay : alarm.onDelay;
        return changeCondition(index, !memory.condition, memory.delayFrom + delay);
    }
    case AlarmTimer::Clock: {
        const ClockVerdict next = byClock(alarm);
        return applyVerdict(index, next.verdict, next.from == kNever ? m_now : next.from);
    }
    case AlarmTimer::Shelf:
        return unshelveBecause(index, "expired", nullptr);
    case AlarmTimer::Release:
        return lift(index, &AlarmMemory::isSuppressed, entry(&alarm, "UNSUPPRESS"));
    case AlarmTimer::Realarm:
        return fireRealarm(index);
    case AlarmTimer::Repeat:
        return fireRepeat(index);
    case AlarmTimer::Escalate:
        return notify(alarm, AlarmNotification::Kind::Escalate, 1);
    case AlarmTimer::Chatter:
        memory.isChattering = false;
        touch(alarm);
        return add(entry(&alarm, "CHATTER_OFF"));
    case AlarmTimer::Amount:
        break;
    }
}

void AlarmEngine::fireRepeat(std::uint32_t index)
{
    AlarmInstance &alarm = m_alarms[index];
    notify(alarm, AlarmNotification::Kind::Repeat, ++alarm.memory.repeats);
    const AlarmTime every = toAlarmTime(alarm.rule->notify.repeatSeconds);
    if (every > 0)
        setTimer(index, AlarmTimer::Repeat, m_now + every);
}

void AlarmEngine::fireRealarm(std::uint32_t index)
{
    AlarmInstance &alarm = m_alarms[index];
    if (alarm.memory.process != AlarmState::Acked)
        return;
    AlarmJournalEntry again = entry(&alarm, "REALARM");
    again.from = stateWord(alarm.memory.process);
    setProcess(alarm, AlarmState::Unacked);
    again.to = stateWord(alarm.memory.process);
    add(std::move(again));
    setSounding(alarm, alarm.rule->sound);
    fireRepeat(index);
}

void AlarmEngine::fireFlood()
{
    m_globals.flood.end();
    AlarmJournalEntry end = entry(nullptr, "FLOOD_END");
    end.count = m_globals.flood.count(m_now);
    add(std::move(end));
}

void AlarmEngine::fireDigest()
{
    m_globals.digestDue = kNever;
    AlarmNotification digest;
    digest.time = m_now;
    digest.kind = AlarmNotification::Kind::Digest;
    digest.number = ++m_globals.digests;
    digest.count = std::exchange(m_globals.digestCount, 0);
    for (AlarmInstance &alarm : m_alarms) {
        const std::uint64_t count = std::exchange(alarm.memory.withheld, 0);
        if (count == 0)
            continue;
        markUnsaved(alarm);
        if (alarm.rule && digest.withheld.size() < kMostWithheld)
            digest.withheld.push_back(
                {alarm.path.empty() ? alarm.id : alarm.path, alarm.rule->priority, count});
    }
    m_output.notifications.push_back(digest);
}

const char *notificationWord(AlarmNotification::Kind kind)
{
    return kNotificationWords[static_cast<std::size_t>(kind)].data();
}

std::optional<AlarmNotification::Kind> notificationKind(std::string_view word)
{
    const auto *found
        = std::find(std::begin(kNotificationWords), std::end(kNotificationWords), word);
    if (found == std::end(kNotificationWords))
        return std::nullopt;
    return static_cast<AlarmNotification::Kind>(found - std::begin(kNotificationWords));
}

} // namespace telltale
