// Section 4.2 of alarms.md: what people do, and what is refused.

#include "tests/data/alarms/plain_alarms.h"

#include <algorithm>

namespace telltale::test {
namespace {

std::string by(const AlarmEngine::Actor &actor)
{
    return " by=" + actor.by;
}

std::string words(const AlarmEngine::Actor &actor)
{
    return actor.text.empty() ? "" : " text=" + actor.text;
}

bool isOperator(const AlarmEngine::Actor &actor)
{
    return actor.role != AlarmRole::Viewer;
}

bool isEngineer(const AlarmEngine::Actor &actor)
{
    return actor.role == AlarmRole::Engineer;
}

} // namespace

void PlainAlarms::acknowledge(AlarmTime t, const std::string &id, const Actor &actor,
                              std::uint64_t number)
{
    advance(t);
    Alarm &alarm = find(id);
    if (refuse(!isOperator(actor), &alarm, "ack", actor, "not_permitted")
        || refuse(!alarm.flags.empty(), &alarm, "ack", actor, "suppressed")
        || refuse(number != 0 && number < alarm.number, &alarm, "ack", actor, "stale_occurrence")
        || refuse(alarm.state == "NORM", &alarm, "ack", actor, "nothing_to_ack")
        || refuse(alarm.state == "ACKED" || alarm.state == "LATAK", &alarm, "ack", actor,
                  "already_acked"))
        return;
    acknowledged(alarm, actor);
    endStep();
    endInput();
}

void PlainAlarms::acknowledged(Alarm &alarm, const Actor &actor)
{
    const std::string from = alarm.state;
    if (from == "UNACK")
        move(alarm, "ACKED");
    else
        move(alarm, from == "LATUN" ? "LATAK" : "NORM");
    write(&alarm, "ACK", moved(from, alarm.state) + by(actor) + words(actor));
    if (alarm.state == "ACKED" && alarm.rule.realarmSeconds > 0.0)
        alarm.timers[Realarm] = m_now + toAlarmTime(alarm.rule.realarmSeconds);
}

void PlainAlarms::acknowledgeGroup(AlarmTime t, const std::string &group, const Actor &actor)
{
    advance(t);
    if (refuse(!isOperator(actor), nullptr, "ack_group", actor, "not_permitted"))
        return;
    for (Alarm &alarm : m_alarms) {
        const bool isDue
            = alarm.state == "UNACK" || alarm.state == "RTNUN" || alarm.state == "LATUN";
        if (alarm.rule.group == group && isDue && alarm.flags.empty() && alarm.rule.priority != 1)
            acknowledged(alarm, actor);
    }
    endStep();
    endInput();
}

void PlainAlarms::reset(AlarmTime t, const std::string &id, const Actor &actor)
{
    advance(t);
    Alarm &alarm = find(id);
    const bool isActive = alarm.state == "UNACK" || alarm.state == "ACKED";
    if (refuse(!isOperator(actor), &alarm, "reset", actor, "not_permitted")
        || refuse(!alarm.flags.empty(), &alarm, "reset", actor, "suppressed")
        || refuse(isActive, &alarm, "reset", actor, "condition_active")
        || refuse(alarm.state == "LATUN", &alarm, "reset", actor, "ack_first")
        || refuse(alarm.state != "LATAK", &alarm, "reset", actor, "nothing_to_reset"))
        return;
    move(alarm, "NORM");
    write(&alarm, "RESET", moved("LATAK", "NORM") + by(actor));
    endStep();
    endInput();
}

void PlainAlarms::shelve(AlarmTime t, const std::string &id, const Actor &actor, double seconds,
                         bool oneShot)
{
    advance(t);
    Alarm &alarm = find(id);
    const bool isShelved = alarm.flags.contains('S');
    const AlarmTime first = isShelved ? alarm.shelvedFirst : m_now;
    const AlarmTime end = m_now + toAlarmTime(seconds);
    const auto shelved = std::count_if(m_alarms.begin(), m_alarms.end(),
                                       [](const Alarm &one) { return one.flags.contains('S'); });
    const bool isFull = !isShelved && static_cast<std::size_t>(shelved) >= m_limits.maxShelved;
    const bool isBad = seconds <= 0.0 || seconds > alarm.rule.maxShelveSeconds;
    const bool isTooMuch = end > first + toAlarmTime(alarm.rule.maxShelveTotalSeconds);
    if (refuse(!isOperator(actor), &alarm, "shelve", actor, "not_permitted")
        || refuse(alarm.flags.contains('O'), &alarm, "shelve", actor, "out_of_service")
        || refuse(!alarm.rule.shelvable.value_or(alarm.rule.priority != 1), &alarm, "shelve", actor,
                  "not_shelvable")
        || refuse(actor.text.empty(), &alarm, "shelve", actor, "reason_required")
        || refuse(isBad, &alarm, "shelve", actor, "bad_duration")
        || refuse(isTooMuch, &alarm, "shelve", actor, "total_exceeded")
        || refuse(isFull, &alarm, "shelve", actor, "shelf_full"))
        return;
    alarm.shelvedFirst = first;
    alarm.isOneShot = oneShot;
    alarm.timers[Shelf] = end;
    suppress(alarm, 'S', "SHELVE",
             " reason=" + actor.text + by(actor) + " until=" + std::to_string(end));
    endStep();
    endInput();
}

void PlainAlarms::unshelve(AlarmTime t, const std::string &id, const Actor &actor)
{
    advance(t);
    Alarm &alarm = find(id);
    if (refuse(!isOperator(actor), &alarm, "unshelve", actor, "not_permitted")
        || refuse(!alarm.flags.contains('S'), &alarm, "unshelve", actor, "not_shelved"))
        return;
    release(alarm, 'S', "UNSHELVE", " reason=operator" + by(actor));
    endStep();
    endInput();
}

void PlainAlarms::takeOutOfService(AlarmTime t, const std::string &id, const Actor &actor)
{
    advance(t);
    Alarm &alarm = find(id);
    if (refuse(!isEngineer(actor), &alarm, "oos", actor, "not_permitted")
        || refuse(alarm.flags.contains('O'), &alarm, "oos", actor, "already_out_of_service")
        || refuse(actor.text.empty(), &alarm, "oos", actor, "reason_required"))
        return;
    suppress(alarm, 'O', "OOS", " reason=" + actor.text + by(actor));
    endStep();
    endInput();
}

void PlainAlarms::returnToService(AlarmTime t, const std::string &id, const Actor &actor)
{
    advance(t);
    Alarm &alarm = find(id);
    if (refuse(!isEngineer(actor), &alarm, "rts", actor, "not_permitted")
        || refuse(!alarm.flags.contains('O'), &alarm, "rts", actor, "not_out_of_service"))
        return;
    release(alarm, 'O', "RTS", by(actor));
    endStep();
    endInput();
}

void PlainAlarms::silence(AlarmTime t, const Actor &actor)
{
    advance(t);
    if (refuse(!isOperator(actor), nullptr, "silence", actor, "not_permitted"))
        return;
    for (Alarm &alarm : m_alarms)
        alarm.sounds = false;
    write(nullptr, "SILENCE", by(actor));
    endInput();
}

void PlainAlarms::comment(AlarmTime t, const std::string &id, const Actor &actor)
{
    advance(t);
    const Alarm &alarm = find(id);
    if (refuse(!isOperator(actor), &alarm, "comment", actor, "not_permitted"))
        return;
    write(&alarm, "COMMENT", by(actor) + words(actor));
}

bool PlainAlarms::refuse(bool isRefused, const Alarm *alarm, const std::string &action,
                         const Actor &actor, const std::string &reason)
{
    if (isRefused)
        write(alarm, "REJECT", " reason=" + reason + by(actor) + " action=" + action);
    return isRefused;
}

} // namespace telltale::test
