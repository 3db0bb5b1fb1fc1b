#include "data/alarms/system_rules.h"

namespace telltale {
namespace {

constexpr double kRecordingPatience = 30.0;

AlarmRule systemRule(const char *id, int priority, int link)
{
    AlarmRule rule;
    rule.id = id;
    rule.kind = AlarmRule::Kind::Connection;
    rule.priority = priority;
    rule.link = link;
    rule.rationalisedBy = "telltale";
    rule.rationalisedAt = "2026-11-25";
    rule.alarmClass = "system";
    return rule;
}

const char *whatOf(Recording stopped)
{
    switch (stopped) {
    case Recording::JournalStopped:
        return "The raw journal";
    case Recording::HistoryStopped:
        return "The history";
    case Recording::Runs:
    case Recording::BothStopped:
        break;
    }
    return "The raw journal and the history";
}

} // namespace

AlarmRule recordingRule(Recording stopped)
{
    AlarmRule rule = systemRule(kRecordingAlarm, 1, kRecordingLink);
    rule.title = "Recording stopped";
    rule.offDelaySeconds = kRecordingPatience; // a full disk takes some commits and refuses others
    rule.cause = std::string(whatOf(stopped))
        + " cannot be written: the disk is full, read-only or failing.";
    rule.consequence = stopped == Recording::HistoryStopped
        ? "What comes is kept in the raw journal as long as that has room, and stored later."
        : "Measurements of this time will be missing.";
    rule.action = "Free disk space or repair the disk; recording resumes by itself.";
    rule.respondWithinSeconds = 180.0;
    return rule;
}

AlarmRule stateLostRule()
{
    AlarmRule rule = systemRule(kStateLostAlarm, 1, kStateLostLink);
    rule.title = "Alarm state lost";
    rule.cause = "The stored state of the alarms could not be read; the file was kept aside.";
    rule.consequence = "Acknowledgements and shelves from before are gone.";
    rule.action = "Look through the plant: alarms that were active are raised anew.";
    rule.respondWithinSeconds = 180.0;
    return rule;
}

AlarmRule sourceRule(const std::string &name, int link)
{
    AlarmRule rule = systemRule(kSourceAlarmPrefix, 2, link);
    rule.id += name;
    rule.title = "Source down: " + name;
    rule.onDelaySeconds = 5.0;
    rule.cause = "The connection to the broker is lost or was refused.";
    rule.consequence = "Its values stand still; alarms on them are held.";
    rule.action = "Look at the connections page for the cause.";
    rule.respondWithinSeconds = 600.0;
    return rule;
}

AlarmRule channelRule(const std::string &name, int link)
{
    AlarmRule rule = systemRule(kChannelAlarmPrefix, 2, link);
    rule.id += name;
    rule.title = "Notification channel failing: " + name;
    rule.cause = "For an hour the channel has confirmed nothing of what it was given.";
    rule.consequence = "Whoever relies on it does not learn of alarms; what waited is told as a "
                       "number once it works again.";
    rule.action = "Look at the status page for the cause; tell whoever relies on it.";
    rule.respondWithinSeconds = 600.0;
    return rule;
}

} // namespace telltale
