// Shelving, suppression by design and out of service: flags over the process state (alarms.md 4.2).

#include "data/alarms/alarm_condition.h"
#include "data/alarms/alarm_engine.h"

namespace telltale {

/// Sets a flag; `made` is the entry that says why, still without its states.
void AlarmEngine::inhibit(std::uint32_t index, bool AlarmMemory::*flag, AlarmJournalEntry made)
{
    AlarmInstance &alarm = m_alarms[index];
    made.from = stateWord(alarm.shown());
    endOccurrence(alarm);
    if (flag == &AlarmMemory::isShelved && !alarm.memory.isShelved)
        ++m_shelved;
    HiddenNote &note = alarm.memory.noteOf(flag);
    note = {alarm.memory.*flag ? note.since : m_now, made.by, made.reason};
    alarm.memory.*flag = true;
    made.to = stateWord(alarm.shown());
    add(std::move(made));
    touch(alarm);
    updateSuppressed(index);
}

/// Takes a flag away. With the last one gone a condition that is on is annunciated anew, a latch
/// that formed meanwhile is shown, and anything else comes back quietly.
void AlarmEngine::lift(std::uint32_t index, bool AlarmMemory::*flag, AlarmJournalEntry made)
{
    AlarmInstance &alarm = m_alarms[index];
    AlarmMemory &memory = alarm.memory;
    made.from = stateWord(alarm.shown());
    if (flag == &AlarmMemory::isShelved)
        --m_shelved;
    memory.*flag = false;
    memory.noteOf(flag) = {};
    const bool isFree = !alarm.isInhibited();
    const bool annunciates = isFree && memory.condition && !alarm.isEvent;
    if (isFree && memory.latchPending && !memory.condition)
        setProcess(alarm, AlarmState::LatchedUnacked);
    if (isFree)
        memory.latchPending = false;
    made.to = stateWord(alarm.shown());
    add(std::move(made));
    touch(alarm);
    if (annunciates)
        annunciate(index, m_now, "unsuppressed");
    updateSuppressed(index);
}

bool AlarmEngine::isSuppressedByLogic(const AlarmInstance &alarm) const
{
    if (alarm.suppressor != kNoAlarm) {
        const AlarmInstance &other = m_alarms[alarm.suppressor];
        return other.rule && other.memory.condition && !other.isInhibited() && !other.isEvent;
    }
    return alarm.suppressInput != kNoInput
        && isSuppressing(alarm.rule->suppressWhen, m_inputs[alarm.suppressInput]);
}

void AlarmEngine::updateSuppression(std::uint32_t index)
{
    AlarmInstance &alarm = m_alarms[index];
    if (isSuppressedByLogic(alarm)) {
        if (alarm.due(AlarmTimer::Release) != kNever)
            markUnsaved(alarm);
        alarm.due(AlarmTimer::Release) = kNever;
        if (!alarm.memory.isSuppressed)
            inhibit(index, &AlarmMemory::isSuppressed, entry(&alarm, "SUPPRESS"));
        return;
    }
    if (!alarm.memory.isSuppressed || alarm.due(AlarmTimer::Release) != kNever)
        return;
    const AlarmTime delay = toAlarmTime(alarm.rule->releaseDelaySeconds);
    if (delay == 0)
        lift(index, &AlarmMemory::isSuppressed, entry(&alarm, "UNSUPPRESS"));
    else
        setTimer(index, AlarmTimer::Release, m_now + delay);
}

/// The alarms that `suppressor` suppresses, after its condition or its own suppression changed.
void AlarmEngine::updateSuppressed(std::uint32_t suppressor)
{
    for (const std::uint32_t suppressed : m_alarms[suppressor].suppresses)
        updateSuppression(suppressed);
}

void AlarmEngine::unshelveBecause(std::uint32_t index, const char *reason, const Actor *actor)
{
    AlarmInstance &alarm = m_alarms[index];
    alarm.due(AlarmTimer::Shelf) = kNever;
    AlarmJournalEntry made = actor ? entry(&alarm, "UNSHELVE", *actor) : entry(&alarm, "UNSHELVE");
    made.reason = reason;
    lift(index, &AlarmMemory::isShelved, std::move(made));
}

} // namespace telltale
