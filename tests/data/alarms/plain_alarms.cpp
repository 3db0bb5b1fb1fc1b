// Sections 3.7, 3.9 and 7 of alarms.md: rule order, timers, edits, restart; and the words.

#include "tests/data/alarms/plain_alarms.h"

#include <algorithm>

namespace telltale::test {

PlainAlarms::PlainAlarms(AlarmTime t, const AlarmLimits &limits, std::vector<AlarmRule> rules,
                         const std::vector<AlarmGroup> &groups)
    : m_limits(limits)
    , m_now(t)
{
    std::vector<AlarmRule> left = std::move(rules);
    while (!left.empty()) { // the next in order of definition, its suppressors before it
        std::string next = left.front().id;
        for (bool isFound = false; !isFound;) {
            isFound = true;
            const auto at = std::find_if(left.begin(), left.end(),
                                         [&](const AlarmRule &rule) { return rule.id == next; });
            for (const AlarmRule &other : left) {
                if (other.id != at->suppressWhen.alarm)
                    continue;
                next = other.id;
                isFound = false;
            }
        }
        const auto at = std::find_if(left.begin(), left.end(),
                                     [&](const AlarmRule &rule) { return rule.id == next; });
        m_alarms.emplace_back().rule = *at;
        left.erase(at);
    }
    for (const AlarmGroup &group : groups) {
        if (group.firstOut)
            m_firstOut[group.id] = false;
    }
    for (Alarm &alarm : m_alarms) {
        if (alarm.rule.kind == AlarmRule::Kind::Stale)
            waitForSilence(alarm);
    }
}

PlainAlarms::Alarm &PlainAlarms::find(const std::string &id)
{
    return *std::find_if(m_alarms.begin(), m_alarms.end(),
                         [&id](const Alarm &alarm) { return alarm.rule.id == id; });
}

const PlainAlarms::Alarm &PlainAlarms::find(const std::string &id) const
{
    return *std::find_if(m_alarms.begin(), m_alarms.end(),
                         [&id](const Alarm &alarm) { return alarm.rule.id == id; });
}

std::string PlainAlarms::shownOf(const Alarm &alarm) const
{
    if (alarm.flags.contains('O'))
        return "OOSRV";
    if (alarm.flags.contains('D'))
        return "DSUPR";
    return alarm.flags.contains('S') ? "SHLVD" : alarm.state;
}

std::string PlainAlarms::shown(const std::string &id) const
{
    return shownOf(find(id));
}

std::uint64_t PlainAlarms::occurrence(const std::string &id) const
{
    return find(id).number;
}

void PlainAlarms::advance(AlarmTime t)
{
    for (;;) {
        AlarmTime due = m_digestDue;
        AlarmTime floodEnd = kNever;
        if (m_isFlood)
            floodEnd = m_annunciations[m_annunciations.size() - m_limits.flood.off]
                + m_limits.flood.window;
        due = std::min(due, floodEnd);
        for (const Alarm &alarm : m_alarms) {
            for (const auto &[timer, time] : alarm.timers)
                due = std::min(due, time);
        }
        if (due > t)
            break;
        m_now = std::max(m_now, due);
        fireOne(due, floodEnd);
        endStep();
        endInput();
    }
    m_now = std::max(m_now, t);
}

/// Of those due together: flood, digest, then by rule order, and in a rule by the order of Timer.
void PlainAlarms::fireOne(AlarmTime due, AlarmTime floodEnd)
{
    if (floodEnd == due) {
        m_isFlood = false;
        return write(nullptr, "FLOOD_END", " count=" + std::to_string(annunciatedLately()));
    }
    if (m_digestDue == due) {
        m_digestDue = kNever;
        m_notifications.push_back(std::to_string(m_now) + " digest " + std::to_string(m_withheld)
                                  + '/' + std::to_string(++m_digests));
        m_withheld = 0;
        return;
    }
    for (Alarm &alarm : m_alarms) {
        for (const auto &[timer, time] : alarm.timers) {
            if (time == due)
                return fire(alarm, timer);
        }
    }
}

void PlainAlarms::fire(Alarm &alarm, Timer timer)
{
    alarm.timers.erase(timer);
    switch (timer) {
    case Delay: {
        const double delay = alarm.isOn ? alarm.rule.offDelaySeconds : alarm.rule.onDelaySeconds;
        return change(alarm, !alarm.isOn, alarm.te0 + toAlarmTime(delay));
    }
    case Stale:
        return apply(alarm, Says::On, m_now);
    case Count: {
        const auto n = static_cast<std::size_t>(alarm.rule.count);
        const AlarmTime te = alarm.entered[alarm.entered.size() - n].te;
        return apply(alarm, Says::Off, te + toAlarmTime(alarm.rule.windowSeconds));
    }
    case Shelf:
        return release(alarm, 'S', "UNSHELVE", " reason=expired");
    case Release:
        return release(alarm, 'D', "UNSUPPRESS", "");
    case Realarm:
        move(alarm, "UNACK");
        alarm.sounds = alarm.rule.sound;
        write(&alarm, "REALARM", moved("ACKED", "UNACK"));
        [[fallthrough]];
    case Repeat:
        notify(alarm, "repeat", ++alarm.repeats);
        if (alarm.rule.notify.repeatSeconds > 0.0)
            alarm.timers[Repeat] = m_now + toAlarmTime(alarm.rule.notify.repeatSeconds);
        return;
    case Escalate:
        return notify(alarm, "escalate", 1);
    case Chatter:
        alarm.isChattering = false;
        return write(&alarm, "CHATTER_OFF", "");
    }
}

bool PlainAlarms::isSuppressedByLogic(const Alarm &alarm) const
{
    const SuppressWhen &when = alarm.rule.suppressWhen;
    if (!when.alarm.empty()) {
        const Alarm &other = find(when.alarm);
        return other.isOn && other.flags.empty();
    }
    const auto tag = m_tags.find(when.tag);
    if (tag == m_tags.end() || !tag->second.isKnown || tag->second.isBad)
        return false;
    const double value = tag->second.last.value;
    const double wanted = std::get<double>(when.value);
    switch (when.op) {
    case SuppressWhen::Op::Equal:
        return value == wanted;
    case SuppressWhen::Op::NotEqual:
        return value != wanted;
    case SuppressWhen::Op::Less:
        return value < wanted;
    case SuppressWhen::Op::Greater:
        return value > wanted;
    case SuppressWhen::Op::LessOrEqual:
        return value <= wanted;
    case SuppressWhen::Op::GreaterOrEqual:
        return value >= wanted;
    }
    return false;
}

/// State and acknowledgement are kept; the last good value is judged at once.
void PlainAlarms::setLimit(AlarmTime t, const std::string &id, double limit, const Actor &actor)
{
    advance(t);
    if (refuse(actor.role != AlarmRole::Engineer, nullptr, "config", actor, "not_permitted"))
        return;
    Alarm &alarm = find(id);
    if (alarm.rule.limit != limit) {
        alarm.rule.limit = limit;
        write(&alarm, "CONFIG",
              (actor.text.empty() ? "" : " reason=" + actor.text) + " by=" + actor.by);
        const Tag &tag = m_tags[alarm.rule.tag];
        if (tag.hasGood)
            apply(alarm, judgeNumber(alarm.rule, tag.good), m_now);
    }
    endStep();
    endInput();
}

/// What a kill loses: running delays wait for their sample, rates and silences begin anew.
void PlainAlarms::restart(AlarmTime t, AlarmTime back)
{
    advance(t);
    m_now = back;
    m_isUp = true;
    for (Alarm &alarm : m_alarms) {
        alarm.waitsForSample = true;
        alarm.points.clear();
        alarm.timers.erase(Delay);
        if (alarm.rule.kind == AlarmRule::Kind::Stale)
            waitForSilence(alarm);
    }
    write(nullptr, "START", "");
    advance(back);
}

void PlainAlarms::write(const Alarm *alarm, const std::string &type, const std::string &more)
{
    m_journal.push_back(std::to_string(m_now) + ' ' + type
                        + (alarm ? ' ' + alarm->rule.id + ' ' + std::to_string(alarm->number) : "")
                        + more);
}

std::string PlainAlarms::moved(const std::string &from, const std::string &to) const
{
    return ' ' + from + '>' + to;
}

std::string PlainAlarms::eventTime(Alarm &alarm, AlarmTime et)
{
    alarm.lastEt = std::max(alarm.lastEt, et);
    const bool isLate = m_now - alarm.lastEt > toAlarmTime(m_limits.lateSeconds);
    return " et=" + std::to_string(alarm.lastEt) + (isLate ? " late" : "");
}

void PlainAlarms::notify(const Alarm &alarm, const std::string &kind, std::uint64_t number)
{
    m_notifications.push_back(std::to_string(m_now) + ' ' + kind + ' ' + alarm.rule.id + ' '
                              + std::to_string(alarm.number) + '/' + std::to_string(number));
}

void PlainAlarms::endStep()
{
    for (Alarm &alarm : m_alarms) {
        const std::string now = shownOf(alarm);
        if (now != alarm.noted)
            m_states.push_back(std::to_string(m_now) + ' ' + alarm.rule.id + ' ' + now);
        alarm.noted = now;
    }
}

void PlainAlarms::endInput()
{
    const bool isOn = std::any_of(m_alarms.begin(), m_alarms.end(),
                                  [](const Alarm &alarm) { return alarm.sounds; });
    if (isOn != m_horn)
        m_horns.push_back(std::to_string(m_now) + (isOn ? " horn on" : " horn off"));
    m_horn = isOn;
}

PlainAlarms::Lines PlainAlarms::takeLines()
{
    Lines all;
    for (Lines *list : {&m_journal, &m_notifications, &m_states, &m_horns}) {
        all.insert(all.end(), list->begin(), list->end());
        list->clear();
    }
    return all;
}

} // namespace telltale::test
