// Section 4 to 6 of alarms.md: states, suppression, floods, chattering.

#include "tests/data/alarms/plain_alarms.h"

#include <algorithm>

namespace telltale::test {
namespace {

constexpr std::size_t kEnoughTimes = 100; ///< a flood needs eleven

} // namespace

void PlainAlarms::change(Alarm &alarm, bool isOn, AlarmTime et)
{
    alarm.isOn = isOn;
    alarm.delayRuns = false;
    alarm.timers.erase(Delay);
    if (alarm.flags.empty() && isOn)
        annunciate(alarm, et, "");
    else if (alarm.flags.empty())
        returned(alarm, et);
    else
        write(&alarm, isOn ? "SUP_ON" : "SUP_OFF", eventTime(alarm, et));
    if (!alarm.flags.empty() && isOn && alarm.rule.latch)
        alarm.latchPending = true;
    if (alarm.flags.contains('S') && !isOn && alarm.isOneShot)
        release(alarm, 'S', "UNSHELVE", " reason=one_shot");
    followAlarms();
}

void PlainAlarms::annunciate(Alarm &alarm, AlarmTime et, const std::string &reason)
{
    const bool isAsking = alarm.rule.ack != AlarmRule::Ack::None;
    const std::string from = shownOf(alarm);
    move(alarm, isAsking ? "UNACK" : "ACKED");
    ++alarm.number;
    alarm.repeats = 0;
    alarm.raiseSent = false;
    alarm.sounds = isAsking && alarm.rule.sound;
    std::string more = moved(from, alarm.state) + eventTime(alarm, et);
    if (!reason.empty())
        more += " reason=" + reason;
    const auto group = m_firstOut.find(alarm.rule.group);
    if (group != m_firstOut.end() && !group->second) {
        group->second = true;
        more += " first";
    }
    write(&alarm, "ALARM", more);
    countAnnunciation(alarm);
    if (isAsking && alarm.rule.notify.repeatSeconds > 0.0)
        alarm.timers[Repeat] = m_now + toAlarmTime(alarm.rule.notify.repeatSeconds);
    if (isAsking && alarm.rule.notify.escalateSeconds > 0.0)
        alarm.timers[Escalate] = m_now + toAlarmTime(alarm.rule.notify.escalateSeconds);
}

std::size_t PlainAlarms::annunciatedLately() const
{
    return static_cast<std::size_t>(
        std::count_if(m_annunciations.begin(), m_annunciations.end(),
                      [this](AlarmTime one) { return one > m_now - m_limits.flood.window; }));
}

void PlainAlarms::countAnnunciation(Alarm &alarm)
{
    m_annunciations.push_back(m_now);
    if (m_annunciations.size() > kEnoughTimes)
        m_annunciations.erase(m_annunciations.begin());
    const std::size_t recent = annunciatedLately();
    if (!m_isFlood && recent > m_limits.flood.on) {
        m_isFlood = true;
        write(nullptr, "FLOOD_START", " count=" + std::to_string(recent));
    }
    std::erase_if(alarm.raised, [this](AlarmTime one) {
        return one <= m_now - toAlarmTime(m_limits.chatterWindowSeconds);
    });
    alarm.raised.push_back(m_now);
    const bool startsChatter = alarm.raised.size() >= 3 && !alarm.isChattering;
    if (startsChatter) {
        alarm.isChattering = true;
        write(&alarm, "CHATTER_ON", "");
    }
    if (alarm.isChattering)
        alarm.timers[Chatter] = m_now + toAlarmTime(m_limits.chatterQuietSeconds);
    if (startsChatter)
        notify(alarm, "chatter", 1);
    if (alarm.isChattering)
        return;
    if (m_isFlood && alarm.rule.priority >= 3) {
        if (m_withheld == 0)
            m_digestDue = m_now + toAlarmTime(m_limits.digestSeconds);
        ++m_withheld;
        return;
    }
    alarm.raiseSent = true;
    notify(alarm, "raise", 1);
}

void PlainAlarms::returned(Alarm &alarm, AlarmTime et)
{
    std::string to;
    if (alarm.state == "UNACK" && alarm.rule.latch)
        to = "LATUN";
    else if (alarm.state == "UNACK")
        to = alarm.rule.ack == AlarmRule::Ack::AutoReturn ? "NORM" : "RTNUN";
    else if (alarm.state == "ACKED")
        to = alarm.rule.latch ? "LATAK" : "NORM";
    else
        return;
    const std::string from = alarm.state;
    move(alarm, to);
    write(&alarm, "RTN", moved(from, to) + eventTime(alarm, et));
    if (alarm.rule.notify.clear && alarm.raiseSent)
        notify(alarm, "clear", 1);
}

/// Timers of a state end with it; a group none of whose members asks for anything has no mark.
void PlainAlarms::move(Alarm &alarm, const std::string &state)
{
    alarm.state = state;
    if (state != "UNACK") {
        alarm.sounds = false;
        alarm.timers.erase(Repeat);
        alarm.timers.erase(Escalate);
    }
    if (state != "ACKED")
        alarm.timers.erase(Realarm);
    const bool isQuiet = std::all_of(m_alarms.begin(), m_alarms.end(), [&alarm](const Alarm &one) {
        return one.rule.group != alarm.rule.group || one.state == "NORM";
    });
    if (isQuiet && m_firstOut.contains(alarm.rule.group))
        m_firstOut[alarm.rule.group] = false;
}

void PlainAlarms::endOccurrence(Alarm &alarm)
{
    if (alarm.rule.latch && alarm.state != "NORM")
        alarm.latchPending = true;
    move(alarm, "NORM");
}

void PlainAlarms::suppress(Alarm &alarm, char flag, const std::string &type,
                           const std::string &more)
{
    const std::string from = shownOf(alarm);
    endOccurrence(alarm);
    alarm.flags.insert(flag);
    write(&alarm, type, moved(from, shownOf(alarm)) + more);
    followAlarms();
}

void PlainAlarms::release(Alarm &alarm, char flag, const std::string &type, const std::string &more)
{
    const std::string from = shownOf(alarm);
    alarm.flags.erase(flag);
    if (flag == 'S')
        alarm.timers.erase(Shelf);
    const bool isLast = alarm.flags.empty();
    if (isLast && !alarm.isOn && alarm.latchPending)
        move(alarm, "LATUN");
    if (isLast)
        alarm.latchPending = false;
    write(&alarm, type, moved(from, shownOf(alarm)) + more);
    if (isLast && alarm.isOn)
        annunciate(alarm, m_now, "unsuppressed");
    followAlarms();
}

/// SUPPRESS is immediate, UNSUPPRESS waits; unchanged logic does nothing.
void PlainAlarms::followLogic(Alarm &alarm)
{
    if (isSuppressedByLogic(alarm)) {
        alarm.timers.erase(Release);
        if (!alarm.flags.contains('D'))
            suppress(alarm, 'D', "SUPPRESS", "");
        return;
    }
    if (!alarm.flags.contains('D') || alarm.timers.contains(Release))
        return;
    if (alarm.rule.releaseDelaySeconds > 0.0)
        alarm.timers[Release] = m_now + toAlarmTime(alarm.rule.releaseDelaySeconds);
    else
        release(alarm, 'D', "UNSUPPRESS", "");
}

/// Suppressors come before what they suppress: once through all is enough.
void PlainAlarms::followAlarms()
{
    for (Alarm &alarm : m_alarms) {
        if (!alarm.rule.suppressWhen.alarm.empty())
            followLogic(alarm);
    }
}

} // namespace telltale::test
