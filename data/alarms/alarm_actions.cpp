// What people do: refusals first, in the order of alarms.md 4.2, each of them journaled.

#include "data/alarms/alarm_engine.h"

#include <algorithm>
#include <unordered_map>

namespace telltale {
namespace {

constexpr const char *kUnknown = "unknown_alarm";
constexpr const char *kNotPermitted = "not_permitted";

bool isOperator(const AlarmEngine::Actor &actor)
{
    return actor.role != AlarmRole::Viewer;
}

bool isEngineer(const AlarmEngine::Actor &actor)
{
    return actor.role == AlarmRole::Engineer;
}

bool isBlank(const std::string &text)
{
    return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

const char *refusalOfReset(const AlarmInstance &alarm)
{
    if (alarm.isInhibited())
        return "suppressed";
    switch (alarm.memory.process) {
    case AlarmState::LatchedAcked:
        return nullptr;
    case AlarmState::LatchedUnacked:
        return "ack_first";
    case AlarmState::Unacked:
    case AlarmState::Acked:
        return "condition_active";
    default:
        return "nothing_to_reset";
    }
}

} // namespace

AlarmInstance *AlarmEngine::begin(AlarmTime t, const std::string &alarm)
{
    advanceTo(t);
    const std::uint32_t index = find(alarm);
    return index == kNoAlarm ? nullptr : &m_alarms[index];
}

std::string AlarmEngine::refuse(const AlarmInstance *alarm, const char *action, const Actor &actor,
                                const char *reason)
{
    journalRefusal(alarm, action, actor, reason);
    endInput();
    return reason;
}

void AlarmEngine::journalRefusal(const AlarmInstance *alarm, const char *action, const Actor &actor,
                                 const char *reason)
{
    AlarmJournalEntry rejected = entry(alarm, "REJECT", actor);
    rejected.action = action;
    rejected.reason = reason;
    add(std::move(rejected));
}

std::string AlarmEngine::done()
{
    endStep();
    endInput();
    return {};
}

const char *AlarmEngine::refusalOfAck(const AlarmInstance &alarm, std::uint64_t occurrence) const
{
    if (alarm.isInhibited())
        return "suppressed";
    if (occurrence != 0 && occurrence < alarm.memory.occurrence)
        return "stale_occurrence";
    if (alarm.memory.process == AlarmState::Normal)
        return "nothing_to_ack";
    return needsAcknowledgement(alarm.memory.process) ? nullptr : "already_acked";
}

std::string AlarmEngine::acknowledge(AlarmTime t, const std::string &alarm, const Actor &actor,
                                     std::uint64_t occurrence)
{
    const AlarmInstance *found = begin(t, alarm);
    if (!found)
        return kUnknown;
    if (!isOperator(actor))
        return refuse(found, "ack", actor, kNotPermitted);
    if (const char *reason = refusalOfAck(*found, occurrence))
        return refuse(found, "ack", actor, reason);
    acknowledgeNow(indexOf(*found), actor);
    return done();
}

void AlarmEngine::acknowledgeNow(std::uint32_t index, const Actor &actor)
{
    AlarmInstance &alarm = m_alarms[index];
    AlarmJournalEntry acked = entry(&alarm, "ACK", actor);
    acked.from = stateWord(alarm.memory.process);
    acked.text = actor.text;
    AlarmState to = AlarmState::Normal;
    if (alarm.memory.process == AlarmState::Unacked)
        to = AlarmState::Acked;
    else if (alarm.memory.process == AlarmState::LatchedUnacked)
        to = AlarmState::LatchedAcked;
    setProcess(alarm, to);
    stopAsking(alarm);
    alarm.memory.acknowledged = alarm.memory.occurrence;
    acked.to = stateWord(to);
    add(std::move(acked));
    if (to == AlarmState::Acked && alarm.rule->realarmSeconds > 0.0)
        setTimer(index, AlarmTimer::Realarm, m_now + toAlarmTime(alarm.rule->realarmSeconds));
}

AlarmEngine::GroupAnswer AlarmEngine::acknowledgeGroup(AlarmTime t, const std::string &group,
                                                       const Actor &actor,
                                                       std::optional<std::span<const Shown>> shown)
{
    advanceTo(t);
    if (!isOperator(actor))
        return {refuse(nullptr, "ack_group", actor, kNotPermitted)};
    const auto isIt = [&group](const Group &one) { return one.description.id == group; };
    const auto found = std::find_if(m_groups.begin(), m_groups.end(), isIt);
    if (found == m_groups.end())
        return {"unknown_group"};
    std::unordered_map<std::string_view, std::uint64_t> occurrences;
    for (const Shown &one : shown.value_or(std::span<const Shown>()))
        occurrences.insert(one);
    GroupAnswer answer;
    for (const std::uint32_t member : found->members) {
        const AlarmInstance &alarm = m_alarms[member];
        const auto seen = occurrences.find(alarm.id);
        if (!joinsGroupAck(alarm) || (shown && seen == occurrences.end()))
            continue;
        if (const char *reason = shown ? refusalOfAck(alarm, seen->second) : nullptr) {
            journalRefusal(&alarm, "ack", actor, reason);
            answer.refusal = reason;
            ++answer.refused;
            continue;
        }
        acknowledgeNow(member, actor);
        ++answer.acknowledged;
    }
    done();
    return answer;
}

bool AlarmEngine::joinsGroupAck(const AlarmInstance &alarm)
{
    return alarm.rule->priority != 1 && !alarm.isInhibited()
        && needsAcknowledgement(alarm.memory.process);
}

std::string AlarmEngine::reset(AlarmTime t, const std::string &alarm, const Actor &actor)
{
    AlarmInstance *found = begin(t, alarm);
    if (!found)
        return kUnknown;
    if (!isOperator(actor))
        return refuse(found, "reset", actor, kNotPermitted);
    if (const char *reason = refusalOfReset(*found))
        return refuse(found, "reset", actor, reason);
    AlarmJournalEntry made = entry(found, "RESET", actor);
    made.from = stateWord(found->memory.process);
    setProcess(*found, AlarmState::Normal);
    made.to = stateWord(found->memory.process);
    add(std::move(made));
    return done();
}

const char *AlarmEngine::refusalOfShelf(const AlarmInstance &alarm, const Actor &actor,
                                        AlarmTime length)
{
    const AlarmRule &rule = *alarm.rule;
    const AlarmMemory &memory = alarm.memory;
    if (memory.isOutOfService)
        return "out_of_service";
    if (!rule.isShelvable())
        return "not_shelvable";
    if (isBlank(actor.text))
        return "reason_required";
    if (length <= 0 || length > toAlarmTime(rule.maxShelveSeconds))
        return "bad_duration";
    const AlarmTime first = memory.isShelved ? memory.shelvedFirst : m_now;
    if (m_now + length > first + toAlarmTime(rule.maxShelveTotalSeconds))
        return "total_exceeded";
    return !memory.isShelved && m_shelved >= m_limits.maxShelved ? "shelf_full" : nullptr;
}

std::string AlarmEngine::shelve(AlarmTime t, const std::string &alarm, const Actor &actor,
                                double seconds, bool oneShot)
{
    AlarmInstance *found = begin(t, alarm);
    if (!found)
        return kUnknown;
    if (!isOperator(actor))
        return refuse(found, "shelve", actor, kNotPermitted);
    constexpr double kLongest = 1e9;
    const AlarmTime length = seconds < kLongest ? toAlarmTime(std::max(seconds, 0.0)) : kNever / 4;
    if (const char *reason = refusalOfShelf(*found, actor, length))
        return refuse(found, "shelve", actor, reason);
    AlarmJournalEntry made = entry(found, "SHELVE", actor);
    made.reason = actor.text;
    made.until = timestampFromMicroseconds(m_now + length);
    if (!found->memory.isShelved)
        found->memory.shelvedFirst = m_now;
    found->memory.isOneShot = oneShot;
    setTimer(indexOf(*found), AlarmTimer::Shelf, m_now + length);
    inhibit(indexOf(*found), &AlarmMemory::isShelved, std::move(made));
    return done();
}

std::string AlarmEngine::unshelve(AlarmTime t, const std::string &alarm, const Actor &actor)
{
    AlarmInstance *found = begin(t, alarm);
    if (!found)
        return kUnknown;
    if (!isOperator(actor))
        return refuse(found, "unshelve", actor, kNotPermitted);
    if (!found->memory.isShelved)
        return refuse(found, "unshelve", actor, "not_shelved");
    unshelveBecause(indexOf(*found), "operator", &actor);
    return done();
}

std::string AlarmEngine::takeOutOfService(AlarmTime t, const std::string &alarm, const Actor &actor)
{
    AlarmInstance *found = begin(t, alarm);
    if (!found)
        return kUnknown;
    if (!isEngineer(actor))
        return refuse(found, "oos", actor, kNotPermitted);
    if (found->memory.isOutOfService)
        return refuse(found, "oos", actor, "already_out_of_service");
    if (isBlank(actor.text))
        return refuse(found, "oos", actor, "reason_required");
    AlarmJournalEntry made = entry(found, "OOS", actor);
    made.reason = actor.text;
    inhibit(indexOf(*found), &AlarmMemory::isOutOfService, std::move(made));
    return done();
}

std::string AlarmEngine::returnToService(AlarmTime t, const std::string &alarm, const Actor &actor)
{
    AlarmInstance *found = begin(t, alarm);
    if (!found)
        return kUnknown;
    if (!isEngineer(actor))
        return refuse(found, "rts", actor, kNotPermitted);
    if (!found->memory.isOutOfService)
        return refuse(found, "rts", actor, "not_out_of_service");
    lift(indexOf(*found), &AlarmMemory::isOutOfService, entry(found, "RTS", actor));
    return done();
}

std::string AlarmEngine::silence(AlarmTime t, const Actor &actor)
{
    advanceTo(t);
    if (!isOperator(actor))
        return refuse(nullptr, "silence", actor, kNotPermitted);
    for (AlarmInstance &alarm : m_alarms)
        setSounding(alarm, false);
    add(entry(nullptr, "SILENCE", actor));
    return done();
}

std::string AlarmEngine::recordExport(AlarmTime t, const Actor &actor)
{
    advanceTo(t);
    if (!isOperator(actor))
        return refuse(nullptr, "export", actor, kNotPermitted);
    AlarmJournalEntry made = entry(nullptr, "EXPORT", actor);
    made.text = actor.text;
    add(std::move(made));
    return done();
}

std::string AlarmEngine::comment(AlarmTime t, const std::string &alarm, const Actor &actor)
{
    AlarmInstance *found = begin(t, alarm);
    if (!found)
        return kUnknown;
    if (!isOperator(actor))
        return refuse(found, "comment", actor, kNotPermitted);
    AlarmJournalEntry made = entry(found, "COMMENT", actor);
    made.text = actor.text;
    found->memory.comment = actor.text;
    found->memory.commentBy = actor.by;
    touch(*found);
    add(std::move(made));
    return done();
}

std::string AlarmEngine::note(AlarmTime t, const Actor &actor, AlarmTime about)
{
    advanceTo(t);
    if (!isOperator(actor))
        return refuse(nullptr, "comment", actor, kNotPermitted);
    if (isBlank(actor.text))
        return refuse(nullptr, "comment", actor, "reason_required");
    AlarmJournalEntry made = entry(nullptr, "COMMENT", actor);
    made.text = actor.text;
    made.eventTime = timestampFromMicroseconds(std::min(about, m_now));
    made.hasEventTime = true;
    add(std::move(made));
    return done();
}

} // namespace telltale
