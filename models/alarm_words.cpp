#include "models/alarm_words.h"

#include "models/told_words.h"
#include "models/value_text.h"

#include "data/alarms/alarm_order.h"
#include "data/alarms/alarm_rule.h"
#include "data/alarms/system_rules.h"

#include <cmath>

namespace telltale {
namespace {

bool hasReturned(AlarmState state)
{
    return state != AlarmState::Unacked && state != AlarmState::Acked;
}

constexpr std::string_view kHigh = "≥";
constexpr std::string_view kLow = "≤";
constexpr std::string_view kNoDataFor = "no data for ";

/// What stands behind the prefix of a system alarm; empty: it is another alarm.
std::string_view nameBehind(std::string_view prefix, std::string_view id)
{
    return id.starts_with(prefix) ? id.substr(prefix.size()) : std::string_view();
}

/// The connection a source alarm is about; empty: it is another alarm.
std::string_view sourceOf(std::string_view id)
{
    return nameBehind(kSourceAlarmPrefix, id);
}

/// The channel of notifications an alarm is about; empty: it is another alarm.
std::string_view channelOf(std::string_view id)
{
    return nameBehind(kChannelAlarmPrefix, id);
}

/// "30 s" of "no data for 30 s".
QString spanOf(std::string_view told)
{
    return shownText(told.substr(kNoDataFor.size()));
}

/// What the alarm says has stopped: its stored words are those of one of them.
Recording stoppedPart(const AlarmRow &row)
{
    for (const Recording part : {Recording::JournalStopped, Recording::HistoryStopped}) {
        if (row.cause == recordingRule(part).cause)
            return part;
    }
    return Recording::BothStopped;
}

QString stoppedCause(Recording stopped)
{
    switch (stopped) {
    case Recording::JournalStopped:
        return AlarmWords::tr(
            "The raw journal cannot be written: the disk is full, read-only or failing.");
    case Recording::HistoryStopped:
        return AlarmWords::tr(
            "The history cannot be written: the disk is full, read-only or failing.");
    case Recording::Runs:
    case Recording::BothStopped:
        break;
    }
    return AlarmWords::tr(
        "The raw journal and the history cannot be written: the disk is full, read-only or "
        "failing.");
}

QString stoppedCondition(Recording stopped)
{
    switch (stopped) {
    case Recording::JournalStopped:
        return AlarmWords::tr("the raw journal cannot be written");
    case Recording::HistoryStopped:
        return AlarmWords::tr("history cannot be written");
    case Recording::Runs:
    case Recording::BothStopped:
        break;
    }
    return AlarmWords::tr("nothing can be written");
}

} // namespace

QString AlarmWords::priority(int priority)
{
    switch (priority) {
    case 1:
        return tr("CRIT", "alarm priority 1");
    case 2:
        return tr("HIGH", "alarm priority 2");
    case 3:
        return tr("MED", "alarm priority 3");
    default:
        return tr("LOW", "alarm priority 4");
    }
}

QString AlarmWords::numbered(int priority)
{
    return QStringLiteral("%1 %2").arg(priority).arg(AlarmWords::priority(priority));
}

QString AlarmWords::counts(const std::array<std::uint64_t, 5> &byPriority)
{
    QStringList parts;
    for (std::size_t priority = 1; priority < byPriority.size(); ++priority) {
        if (byPriority[priority] > 0)
            parts << QStringLiteral("%1 %2").arg(countText(byPriority[priority]),
                                                 AlarmWords::priority(static_cast<int>(priority)));
    }
    return parts.join(QStringLiteral(" · "));
}

QString AlarmWords::state(AlarmState state)
{
    switch (state) {
    case AlarmState::Normal:
        return tr("NORMAL", "alarm state");
    case AlarmState::Unacked:
        return tr("NEW", "alarm state");
    case AlarmState::Acked:
        return tr("ACKED", "alarm state");
    case AlarmState::ReturnedUnacked:
        return tr("RETURNED", "alarm state");
    case AlarmState::LatchedUnacked:
        return tr("LATCHED NEW", "alarm state");
    case AlarmState::LatchedAcked:
        return tr("LATCHED", "alarm state");
    case AlarmState::Shelved:
        return tr("SHELVED", "alarm state");
    case AlarmState::Suppressed:
        return tr("SUPPRESSED", "alarm state");
    case AlarmState::OutOfService:
        break;
    }
    return tr("OUT OF SERVICE", "alarm state");
}

QString AlarmWords::marker(int priority, AlarmState state)
{
    //: %2 the word of the priority, %3 that of the state
    return tr("Priority %1 %2, %3")
        .arg(priority)
        .arg(AlarmWords::priority(priority), AlarmWords::state(state));
}

QString AlarmWords::state(const std::string &journalWord)
{
    for (int number = 0; number <= static_cast<int>(AlarmState::OutOfService); ++number) {
        if (const auto known = static_cast<AlarmState>(number); journalWord == stateWord(known))
            return state(known);
    }
    return shownText(journalWord);
}

QString AlarmWords::title(const AlarmRow &row)
{
    return title(row.id, row.title);
}

QString AlarmWords::title(const std::string &id, const std::string &stored)
{
    if (id == kRecordingAlarm)
        return tr("Recording stopped");
    if (id == kStateLostAlarm)
        return tr("Alarm state lost");
    if (const std::string_view source = sourceOf(id); !source.empty())
        return tr("Source down: %1", "a connection").arg(shownText(source));
    if (const std::string_view channel = channelOf(id); !channel.empty())
        return tr("Notification channel failing: %1").arg(shownText(channel));
    return shownText(stored.empty() ? id : stored);
}

QString AlarmWords::cause(const AlarmRow &row)
{
    if (row.id == kRecordingAlarm)
        return stoppedCause(stoppedPart(row));
    if (row.id == kStateLostAlarm)
        return tr("The stored state of the alarms could not be read; the file was kept aside.");
    if (!sourceOf(row.id).empty())
        return tr("The connection to the broker is lost or was refused.");
    if (!channelOf(row.id).empty())
        return tr("For an hour the channel has confirmed nothing of what it was given.");
    return shownText(row.cause);
}

QString AlarmWords::consequence(const AlarmRow &row)
{
    if (row.id == kRecordingAlarm)
        return stoppedPart(row) == Recording::HistoryStopped
            ? tr(
                "What comes is kept in the raw journal as long as that has room, and stored later.")
            : tr("Measurements of this time will be missing.");
    if (row.id == kStateLostAlarm)
        return tr("Acknowledgements and shelves from before are gone.");
    if (!sourceOf(row.id).empty())
        return tr("Its values stand still; alarms on them are held.");
    if (!channelOf(row.id).empty())
        return tr("Whoever relies on it does not learn of alarms; what waited is told as a number "
                  "once it works again.");
    return shownText(row.consequence);
}

QString AlarmWords::action(const AlarmRow &row)
{
    if (row.id == kRecordingAlarm)
        return tr("Free disk space or repair the disk; recording resumes by itself.");
    if (row.id == kStateLostAlarm)
        return tr("Look through the plant: alarms that were active are raised anew.");
    if (!sourceOf(row.id).empty())
        return tr("Look at the connections page for the cause.");
    if (!channelOf(row.id).empty())
        return tr("Look at the status page for the cause; tell whoever relies on it.");
    return shownText(row.action);
}

QString AlarmWords::rule(const AlarmRow &row)
{
    return QString::fromStdString(ruleOfAlarm(row.id));
}

QString AlarmWords::noData(const AlarmRow &row)
{
    return row.hasNoData ? tr("since restart: no data") : QString();
}

QString AlarmWords::chattering(const AlarmRow &row)
{
    if (!row.chattering)
        return {};
    return row.timesSinceAck < 2 ? tr("chattering") : tr("chattering × %1").arg(row.timesSinceAck);
}

QString AlarmWords::journalType(const std::string &type)
{
    if (type == "ALARM")
        return tr("Alarm");
    if (type == "RTN")
        return tr("Returned to normal");
    if (type == "ACK")
        return tr("Acknowledged");
    if (type == "RESET")
        return tr("Reset");
    if (type == "COMMENT")
        return tr("Comment");
    if (type == "SILENCE")
        return tr("Silenced");
    if (type == "REJECT")
        return tr("Refused");
    if (type == "CONFIG")
        return tr("Rule changed");
    if (type == "START")
        return tr("Program started");
    if (type == "STOP")
        return tr("Program stopped");
    if (type == "FLOOD_START")
        return tr("Flood began");
    if (type == "FLOOD_END")
        return tr("Flood ended");
    if (type == "CLOCK")
        return tr("Clock stepped");
    if (type == "CHATTER_ON")
        return tr("Chattering began");
    if (type == "CHATTER_OFF")
        return tr("Chattering ended");
    if (type == "SUPPRESS")
        return tr("Suppressed by design");
    if (type == "UNSUPPRESS")
        return tr("Suppression ended");
    if (type == "SUP_ON")
        return tr("Came, not announced");
    if (type == "SUP_OFF")
        return tr("Returned, not announced");
    if (type == "SHELVE")
        return tr("Shelved");
    if (type == "UNSHELVE")
        return tr("Shelving ended");
    if (type == "OOS")
        return tr("Taken out of service");
    if (type == "RTS")
        return tr("Returned to service");
    if (type == "EXPORT")
        return tr("Journal exported");
    if (type == "REALARM")
        return tr("Annunciated again");
    return shownText(type);
}

QString AlarmWords::condition(const AlarmRow &row, int decimals, const QLocale &locale)
{
    if (row.id == kRecordingAlarm)
        return stoppedCondition(stoppedPart(row));
    if (row.id == kStateLostAlarm)
        return tr("could not be read");
    for (const std::string_view sign : {kHigh, kLow}) {
        if (row.limit && row.condition.starts_with(sign))
            return shownText(sign) + QLatin1Char(' ') + numberText(*row.limit, decimals, locale);
    }
    return condition(row.condition);
}

QString AlarmWords::condition(const std::string &told)
{
    if (told.starts_with(kNoDataFor))
        return tr("no data for %1").arg(spanOf(told));
    if (told == "bad quality")
        return tr("bad quality");
    if (told == "quality not good")
        return tr("quality not good");
    if (told == "link down")
        return tr("link down");
    return ToldWords::condition(told);
}

QString AlarmWords::shortCondition(const AlarmRow &row)
{
    if (row.id == kRecordingAlarm)
        return tr("stopped", "short for: nothing can be written");
    if (row.id == kStateLostAlarm)
        return tr("lost", "short for: could not be read");
    const std::string &told = row.condition;
    if (told.starts_with(kNoDataFor))
        return spanOf(told);
    if (told == "bad quality")
        return tr("bad", "short for: bad quality");
    if (told == "quality not good")
        return tr("not good", "short for: quality not good");
    if (told == "link down")
        return tr("no link", "short for: link down");
    return {};
}

QString AlarmWords::connection(const std::string &id)
{
    return shownText(sourceOf(id));
}

QString AlarmWords::timeLeft(const AlarmRow &row, Timestamp now)
{
    const auto left = telltale::timeLeft(row, now);
    if (!left)
        return QStringLiteral("–");
    return left->count() >= 0
        ? ageText(*left)
        : tr("overdue %1", "time to respond has run out").arg(ageText(-*left));
}

std::optional<std::chrono::microseconds> timeLeft(const AlarmRow &row, Timestamp now)
{
    if (hasReturned(row.state) || row.respondWithinSeconds <= 0.0)
        return std::nullopt;
    const std::chrono::microseconds within(std::llround(row.respondWithinSeconds * 1e6));
    return within - (now - row.since);
}

bool isWorse(const AlarmRow &one, const AlarmRow &other)
{
    return one.priority != other.priority ? one.priority < other.priority : comesBefore(one, other);
}

const AlarmRow *worstUnacknowledged(const std::vector<AlarmRow> &rows)
{
    const AlarmRow *worst = nullptr;
    for (const AlarmRow &row : rows) {
        if (needsAcknowledgement(row.state) && (!worst || isWorse(row, *worst)))
            worst = &row;
    }
    return worst;
}

} // namespace telltale
