#include "data/alarms/key_figure_counter.h"

#include "data/alarms/alarm_board.h"
#include "data/alarms/system_rules.h"

#include <algorithm>
#include <cmath>

namespace telltale {
namespace {

using namespace std::chrono_literals;

constexpr auto kTenMinutes = 10min;
constexpr auto kHour = 1h;
constexpr auto kFleeting = 10s;
constexpr auto kStale = 24h;
constexpr auto kLongShelf = 24h;

double secondsOf(std::chrono::microseconds time)
{
    return std::chrono::duration<double>(time).count();
}

std::size_t priorityOf(int priority)
{
    return static_cast<std::size_t>(std::clamp(priority, 1, 4));
}

/// Of the alarms of all sources, and of all channels, one stands for the others.
std::string ruleOf(const std::string &alarm)
{
    for (const std::string prefix : {kSourceAlarmPrefix, kChannelAlarmPrefix}) {
        if (alarm.starts_with(prefix))
            return prefix;
    }
    return ruleOfAlarm(alarm);
}

/// Ends what is active: it returned, was hidden, or its rule is gone.
bool endsOccurrence(const AlarmJournalEntry &entry)
{
    return entry.type == "RTN" || entry.type == "SHELVE" || entry.type == "SUPPRESS"
        || entry.type == "OOS" || (entry.type == "CONFIG" && entry.to == "NORM");
}

/// Earlier versions asked for no reason; now the entry of the rule itself, with its old form, has
/// it.
bool isDeletionOfOld(const AlarmJournalEntry &entry)
{
    return entry.text == kRuleDeleted && entry.reason.empty() && !entry.from.empty()
        && !entry.to.empty() && entry.set.empty() && entry.old.empty();
}

bool isUnrecorded(const AlarmJournalEntry &entry)
{
    return entry.type == "CONFIG" && !isDeletionOfOld(entry)
        && (entry.by.empty() || entry.reason.empty());
}

double median(const std::vector<double> &sorted)
{
    const std::size_t middle = sorted.size() / 2;
    return sorted.size() % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
}

double p95(const std::vector<double> &sorted)
{
    const std::size_t rank = (sorted.size() * 95 + 99) / 100; // rounded up
    return sorted[rank - 1];
}

/// The more frequent one, of equal ones the first by id.
bool isBefore(const FrequentAlarm &a, const FrequentAlarm &b)
{
    return a.came != b.came ? a.came > b.came : a.alarm < b.alarm;
}

AlarmsNow countNow(const AlarmSnapshot &snapshot)
{
    AlarmsNow now;
    for (const AlarmRow &row : snapshot.rows)
        now.standing += row.state == AlarmState::Unacked || row.state == AlarmState::Acked ? 1 : 0;
    now.shelved = snapshot.shelved;
    now.suppressed = snapshot.suppressedByDesign;
    now.outOfService = snapshot.outOfService;
    for (const AlarmRow &row : snapshot.suppressed) {
        const bool isByAlarm = row.state == AlarmState::Suppressed && !row.hiddenBy.empty();
        now.withoutReason += row.hiddenReason.empty() && !isByAlarm ? 1 : 0;
    }
    return now;
}

} // namespace

FigureRules::FigureRules(const std::vector<AlarmRule> &rules)
{
    for (const AlarmRule &rule : rules) {
        if (rule.respondWithinSeconds > 0.0)
            respondWithin[rule.id] = rule.respondWithinSeconds;
        if (rule.enabled && !rule.isDraft())
            ++enabled[priorityOf(rule.priority)];
    }
    respondWithin[kRecordingAlarm] = recordingRule(Recording::BothStopped).respondWithinSeconds;
    respondWithin[kStateLostAlarm] = stateLostRule().respondWithinSeconds;
    respondWithin[kSourceAlarmPrefix] = sourceRule({}, kUnknownSourceLink).respondWithinSeconds;
    respondWithin[kChannelAlarmPrefix] = channelRule({}, kUnknownSourceLink).respondWithinSeconds;
}

KeyFigureCounter::KeyFigureCounter(TimeRange range, Timestamp readFrom, FigureRules rules)
    : m_readFrom(readFrom)
    , m_rules(std::move(rules))
    , m_tenMinutes(kTenMinutes, 10)
    , m_hours(kHour, 30)
{
    m_figures.range = range;
    m_figures.configured = m_rules.enabled;
}

bool KeyFigureCounter::isInside(Timestamp time) const
{
    return time >= m_figures.range.from && time < m_figures.range.to;
}

void KeyFigureCounter::add(const AlarmJournalEntry &entry)
{
    if (entry.time >= m_figures.range.to)
        return;
    if (isInside(entry.time) && isUnrecorded(entry))
        ++m_figures.unrecordedChanges;
    if (entry.alarm.empty())
        return;
    if (entry.type == "ALARM")
        return raise(m_alarms[entry.alarm], entry);
    const bool ends = endsOccurrence(entry);
    const bool isGone = ends && entry.type == "CONFIG";
    const bool unshelves = entry.type == "UNSHELVE" || isGone;
    if (!ends && !unshelves && entry.type != "ACK")
        return;
    Alarm &alarm = m_alarms[entry.alarm];
    if (ends)
        end(alarm, entry);
    if (entry.type == "SHELVE" && !alarm.shelvedSince)
        alarm.shelvedSince = entry.time;
    if (unshelves && (!isGone || alarm.shelvedSince))
        unshelve(alarm, entry.time);
    if (entry.type == "ACK")
        acknowledge(alarm, entry);
}

void KeyFigureCounter::raise(Alarm &alarm, const AlarmJournalEntry &entry)
{
    flood(entry.time);
    if (isInside(entry.time))
        countRaised(alarm, entry);
    alarm.activeSince = entry.hasEventTime ? entry.eventTime : entry.time;
    alarm.unackedSince = entry.time;
    alarm.isCounted = isInside(entry.time);
    alarm.last[0] = alarm.last[1];
    alarm.last[1] = entry.time;
    ++alarm.times;
    alarm.told.priority = entry.priority;
}

void KeyFigureCounter::countRaised(Alarm &alarm, const AlarmJournalEntry &entry)
{
    ++m_figures.annunciated;
    ++m_figures.byPriority[priorityOf(entry.priority)];
    m_tenMinutes.add(entry.time);
    m_hours.add(entry.time);
    ++alarm.told.came;
    alarm.told.title = entry.title;
    alarm.told.tag = entry.tag;
    if (alarm.times >= 2 && entry.time - alarm.last[0] < kChatterWindow)
        alarm.told.isChattering = true;
}

void KeyFigureCounter::end(Alarm &alarm, const AlarmJournalEntry &entry)
{
    const Timestamp until = entry.hasEventTime ? entry.eventTime : entry.time;
    if (alarm.activeSince) {
        const bool isFleeting = entry.type == "RTN" && until - *alarm.activeSince < kFleeting;
        if (alarm.isCounted && isFleeting) {
            ++m_figures.fleeting;
            ++alarm.told.fleeting;
        }
        countStale(*alarm.activeSince, until);
    } else if (entry.type == "RTN" && alarm.times == 0) {
        countStale(m_readFrom, until); // it came before that
    }
    alarm.activeSince.reset();
    if (entry.type != "RTN")
        alarm.unackedSince.reset(); // its acknowledgement is no longer due
}

/// The newest occurrence: those before it are closed along with it.
void KeyFigureCounter::acknowledge(Alarm &alarm, const AlarmJournalEntry &entry)
{
    if (!alarm.unackedSince)
        return;
    Wait wait {secondsOf(entry.time - *alarm.unackedSince)};
    alarm.unackedSince.reset();
    if (!isInside(entry.time))
        return;
    const auto respond = m_rules.respondWithin.find(ruleOf(entry.alarm));
    if (respond != m_rules.respondWithin.end())
        wait.part = wait.seconds / respond->second;
    m_waits[priorityOf(alarm.told.priority)].push_back(wait);
}

/// A shelf whose beginning is not known began before the period.
void KeyFigureCounter::unshelve(Alarm &alarm, Timestamp time)
{
    const Timestamp from = m_figures.range.from;
    const Timestamp since = std::max(alarm.shelvedSince.value_or(from), from);
    alarm.shelved += std::max(std::chrono::microseconds(0), time - since);
    alarm.shelvedSince.reset();
}

void KeyFigureCounter::flood(Timestamp time)
{
    const AlarmTime at = toMicroseconds(time);
    closeFlood(at);
    const bool begins = m_flood.add(at);
    if (begins)
        m_floodSince = at;
    countUpset(time, begins);
}

/// The one that makes it a flood is the first.
void KeyFigureCounter::countUpset(Timestamp time, bool begins)
{
    if (begins) {
        m_upsetSince = isInside(time) ? std::optional(time) : std::nullopt;
        m_inUpset = 0;
    }
    if (!m_upsetSince || time - *m_upsetSince >= kTenMinutes)
        return;
    ++m_inUpset;
    m_figures.mostInUpset = std::max(m_figures.mostInUpset.value_or(0), m_inUpset);
}

/// Adds what of a flood that is over by `upTo` lies within the period.
void KeyFigureCounter::closeFlood(AlarmTime upTo)
{
    if (!m_flood.isOn() || m_flood.due() > upTo)
        return;
    const AlarmTime from = std::max(m_floodSince, toMicroseconds(m_figures.range.from));
    m_figures.inFlood += std::chrono::microseconds(std::max<AlarmTime>(0, m_flood.due() - from));
    m_flood.end();
}

/// If it was active for too long, and still was so within the period.
void KeyFigureCounter::countStale(Timestamp since, Timestamp until)
{
    if (until - since <= kStale || until < m_figures.range.from)
        return;
    ++m_figures.stale;
    const auto first = std::chrono::floor<std::chrono::days>(
        std::max<Timestamp>(since + kStale, m_figures.range.from));
    for (auto day = first; day < until; day += std::chrono::days(1))
        ++m_staleOn[day.time_since_epoch().count()];
}

/// What the journal read does not reach back to.
void KeyFigureCounter::lookAtNow(const AlarmSnapshot &now)
{
    const TimeRange range = m_figures.range;
    m_figures.now = countNow(now);
    for (const AlarmRow &row : now.rows) {
        const bool isActive = row.state == AlarmState::Unacked || row.state == AlarmState::Acked;
        const auto known = m_alarms.find(row.id);
        if (isActive && (known == m_alarms.end() || known->second.times == 0))
            countStale(row.since, range.to);
    }
    for (const AlarmRow &row : now.suppressed) {
        Alarm &alarm = m_alarms[row.id];
        if (row.state == AlarmState::Shelved && !alarm.shelvedSince)
            alarm.shelvedSince = row.hiddenSince;
    }
}

KeyFigures KeyFigureCounter::take(const AlarmSnapshot *now)
{
    const TimeRange range = m_figures.range;
    closeFlood(toMicroseconds(range.to));
    if (m_flood.isOn())
        m_figures.inFlood
            += range.to - std::max(timestampFromMicroseconds(m_floodSince), range.from);
    if (now)
        lookAtNow(*now);
    for (auto &[id, alarm] : m_alarms) {
        alarm.told.alarm = id;
        close(alarm);
    }
    for (const auto &[day, stale] : m_staleOn)
        m_figures.staleOnWorstDay = std::max(m_figures.staleOnWorstDay, stale);
    m_figures.mostInTenMinutes = m_tenMinutes.most();
    m_figures.binsOverTen = m_tenMinutes.over();
    m_figures.bins = m_tenMinutes.within(range);
    m_figures.hoursOverThirty = m_hours.over();
    m_figures.hours = m_hours.within(range);
    for (int priority = 0; priority <= 4; ++priority)
        m_figures.acknowledged[static_cast<std::size_t>(priority)] = timesOf(priority);
    rank();
    return std::move(m_figures);
}

/// At the end of the period.
void KeyFigureCounter::close(Alarm &alarm)
{
    const Timestamp end = m_figures.range.to;
    if (alarm.activeSince)
        countStale(*alarm.activeSince, end);
    if (alarm.shelvedSince)
        unshelve(alarm, end);
    m_figures.shelvedLong += alarm.shelved > kLongShelf ? 1 : 0;
    m_figures.distinct += alarm.told.came > 0 ? 1 : 0;
    if (!alarm.told.isChattering)
        return;
    ++m_figures.chattering;
    std::optional<FrequentAlarm> &worst = m_figures.worstChattering;
    if (!worst || isBefore(alarm.told, *worst))
        worst = alarm.told;
}

void KeyFigureCounter::rank()
{
    for (const auto &[id, alarm] : m_alarms) {
        if (alarm.told.came > 0)
            m_figures.worst.push_back(alarm.told);
    }
    std::sort(m_figures.worst.begin(), m_figures.worst.end(), isBefore);
    if (m_figures.worst.size() > KeyFigures::kTopTen)
        m_figures.worst.resize(KeyFigures::kTopTen);
    for (const FrequentAlarm &one : m_figures.worst)
        m_figures.ofTopTen += one.came;
}

/// `priority` 0: of all.
AcknowledgeTimes KeyFigureCounter::timesOf(int priority) const
{
    std::vector<double> seconds;
    std::vector<double> parts;
    for (std::size_t at = 1; at < m_waits.size(); ++at) {
        if (priority != 0 && at != static_cast<std::size_t>(priority))
            continue;
        for (const Wait &wait : m_waits[at]) {
            seconds.push_back(wait.seconds);
            if (wait.part >= 0.0)
                parts.push_back(wait.part);
        }
    }
    AcknowledgeTimes times;
    times.count = seconds.size();
    if (seconds.empty())
        return times;
    std::sort(seconds.begin(), seconds.end());
    std::sort(parts.begin(), parts.end());
    times.medianSeconds = median(seconds);
    times.p95Seconds = p95(seconds);
    if (!parts.empty()) {
        times.medianPart = median(parts);
        times.p95Part = p95(parts);
    }
    return times;
}

} // namespace telltale
