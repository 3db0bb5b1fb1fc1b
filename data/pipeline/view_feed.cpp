#include "data/pipeline/view_feed.h"

#include "data/alarms/alarm_past.h"
#include "data/alarms/system_rules.h"
#include "data/pipeline/status_file.h"
#include "data/telemetry/future_limit.h"

#include <QLoggingCategory>

#include <algorithm>
#include <set>
#include <utility>

Q_LOGGING_CATEGORY(logView, "telltale.view")

namespace telltale {
namespace {

using namespace std::chrono_literals;

constexpr auto kFollowEvery = 500ms;
constexpr std::chrono::microseconds kFresh = 30s; // seen on opening: counted as just come
constexpr std::size_t kJournalPage = 20'000; ///< entries
constexpr std::size_t kRhythms = 1000; ///< samples looked at for how often they come

} // namespace

ViewFeed::ViewFeed(std::string dataFolder, std::string owner, const Doors &doors,
                   std::optional<Past> past)
    : m_folder(std::move(dataFolder))
    , m_owner(std::move(owner))
    , m_doors(doors)
    , m_past(std::move(past))
{ }

ViewFeed::~ViewFeed()
{
    stop();
}

void ViewFeed::start()
{
    if (!m_owner.empty() && !m_past)
        m_thread = std::thread([this] { follow(); });
}

void ViewFeed::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

Outcome ViewFeed::readOnce()
{
    m_doors.alarms.setActor([owner = m_owner](const AlarmAction &, const AlarmBoard::Done &done) {
        done(Error {Error::Code::NotPermitted,
                    owner.empty() ? "nothing records at the moment: start telltale first"
                                  : "this window is a view; act in the one of " + owner});
    });
    Result<std::unique_ptr<HistoryReader>> history = HistoryReader::open(m_folder);
    if (!history.ok() && !m_notRecording)
        return history.error();
    if (history.ok()) {
        m_history = std::move(history).value();
        noteReading("history", readHistory());
    }
    noteReading("alarms", readAlarms());
    if (m_notRecording && !m_hasAlarms)
        publishAlarms({}); // there is no store of them yet
    readStatus();
    return {};
}

/// New tags and the newest samples, whenever the owner has committed something.
Outcome ViewFeed::readHistory()
{
    const Result<HistoryTotals> totals = m_history->totals();
    const bool isFirst = m_position == JournalPosition {};
    if (!totals.ok())
        return totals.error();
    if (!isFirst && totals.value().position == m_position)
        return {};
    if (Outcome loaded = m_history->loadTags(m_doors.registry); !loaded.ok())
        return loaded;
    const Result<std::vector<Sample>> last = values();
    if (!last.ok())
        return last.error();
    show(last.value(), isFirst);
    m_position = totals.value().position;
    return {};
}

/// What cannot be read is a problem here until it can: the owner may not know of it.
void ViewFeed::noteReading(const std::string &area, const Outcome &read)
{
    const auto known = m_unread.find(area);
    if (read.ok()) {
        if (known == m_unread.end())
            return;
        qCInfo(logView, "%s of %s: can be read again", area.c_str(), m_folder.c_str());
        m_unread.erase(known);
        return;
    }
    const Timestamp now = m_doors.clock.now();
    const std::string cause = "this view cannot read what is stored: " + read.error().detail;
    if (known != m_unread.end() && known->second.cause == cause) {
        known->second.last = now;
        ++known->second.count;
        return;
    }
    qCWarning(logView, "%s of %s: %s", area.c_str(), m_folder.c_str(), cause.c_str());
    m_unread[area] = {Problem::Severity::Serious,
                      read.error().code,
                      area,
                      m_folder,
                      cause,
                      "What is shown may be old. It is tried again by itself; telltale verify says "
                      "what is damaged.",
                      now,
                      now,
                      1};
}

/// The newest of every tag, or the newest of then.
Result<std::vector<Sample>> ViewFeed::values()
{
    if (!m_past)
        return m_history->lastValues();
    std::vector<Sample> values;
    for (std::uint32_t tag = 0; tag < m_doors.registry.size(); ++tag) {
        Result<std::optional<Sample>> value = m_history->valueAt({tag}, m_past->time);
        if (!value.ok())
            return value.error();
        if (value.value())
            values.push_back(*std::move(value).value());
    }
    return values;
}

/// What the owner stored a moment ago came a moment ago; older values stand there as old.
void ViewFeed::show(const std::vector<Sample> &last, bool isFirst)
{
    if (m_past)
        return showThen(last);
    const Timestamp now = m_doors.clock.now();
    SampleBatch fresh;
    fresh.arrival = now;
    std::vector<Sample> old;
    for (const Sample &sample : last) {
        if (!hasCome(sample, isFirst, now))
            old.push_back(sample);
        else if (const LiveValues::Value known = m_doors.live.value(sample.tag);
                 !known.sample.tag.isValid() || known.sample.time < sample.time) {
            if (isFirst && fresh.size() < kRhythms)
                appendBefore(fresh, sample);
            fresh.append(sample);
        }
    }
    m_doors.live.restore(old);
    m_doors.live.apply(fresh);
}

/// One ahead of the clock stays the newest that is stored: only another one says that it came.
bool ViewFeed::hasCome(const Sample &sample, bool isFirst, Timestamp now)
{
    if (m_owner.empty())
        return false;
    if (isAhead(sample.time, now))
        return std::exchange(m_ahead[sample.tag], sample.time) != sample.time && !isFirst;
    return !isFirst || now - sample.time < kFresh;
}

/// Each came when it was measured; its own rhythm tells whether it was old.
void ViewFeed::showThen(const std::vector<Sample> &values)
{
    std::size_t samples = 0;
    for (const Sample &sample : values) {
        if (m_doors.live.value(sample.tag).sample.tag.isValid())
            continue;
        SampleBatch one;
        one.arrival = sample.time;
        if (samples < kRhythms)
            appendBefore(one, sample);
        one.append(sample);
        samples += one.size();
        m_doors.live.apply(one);
    }
}

/// The sample before this one: two of them tell how often it comes.
void ViewFeed::appendBefore(SampleBatch &batch, const Sample &sample)
{
    const Result<std::optional<Sample>> before
        = m_history->valueAt(sample.tag, sample.time - std::chrono::microseconds(1));
    if (before.ok() && before.value())
        batch.append(*before.value());
}

Outcome ViewFeed::readAlarms()
{
    if (m_alarms && !m_alarms->isCurrent()) {
        m_alarms.reset();
        m_hasAlarms = false;
    }
    if (!m_alarms) {
        Result<std::unique_ptr<AlarmReader>> reader = AlarmReader::openIfThere(m_folder);
        if (!reader.ok())
            return reader.error();
        m_alarms = std::move(reader).value();
        if (!m_alarms)
            return {};
    }
    const Result<std::uint64_t> version = m_alarms->version();
    if (!version.ok())
        return version.error();
    if (m_hasAlarms && version.value() == m_alarmVersion)
        return {};
    Result<AlarmSnapshot> snapshot = m_past ? alarmsOfThen() : m_alarms->snapshot();
    if (!snapshot.ok())
        return snapshot.error();
    m_hasAlarms = true;
    m_alarmVersion = version.value();
    publishAlarms(std::move(snapshot).value());
    return {};
}

void ViewFeed::publishAlarms(AlarmSnapshot snapshot)
{
    if (m_notRecording)
        standAlarm(snapshot);
    auto shared = std::make_shared<AlarmSnapshot>(std::move(snapshot));
    shared->version = m_doors.alarms.version() + 1;
    m_doors.alarms.publish(std::move(shared));
}

/// No alarm service runs that could raise it.
void ViewFeed::standAlarm(AlarmSnapshot &snapshot) const
{
    const AlarmRule rule = recordingRule(Recording::BothStopped);
    std::erase_if(snapshot.rows, [&rule](const AlarmRow &row) { return row.id == rule.id; });
    AlarmRow row;
    for (const AlarmRow &other : snapshot.rows)
        row.alarm = std::max(row.alarm, other.alarm + 1);
    row.id = rule.id;
    row.title = rule.title;
    row.priority = rule.priority;
    row.state = AlarmState::Unacked;
    row.since = row.changed = m_doors.clock.now();
    row.cause = rule.cause;
    row.consequence = rule.consequence;
    row.action = rule.action;
    row.respondWithinSeconds = rule.respondWithinSeconds;
    row.isSystem = true;
    snapshot.rows.insert(snapshot.rows.begin(), std::move(row));
    snapshot.count();
}

/// The journal up to then, page by page; a page begins with the time the one before ended with.
Result<AlarmSnapshot> ViewFeed::alarmsOfThen()
{
    AlarmPast past(m_past->rules);
    TimeRange range {Timestamp::min(), m_past->time + std::chrono::microseconds(1)};
    std::set<std::uint64_t> known; // of that time
    for (;;) {
        const auto page = m_alarms->journal(range, kJournalPage);
        if (!page.ok())
            return page.error();
        for (const AlarmJournalEntry &entry : page.value()) {
            if (entry.time != range.from)
                known.clear();
            range.from = entry.time;
            if (known.insert(entry.sequence).second)
                past.add(entry);
        }
        if (page->size() < kJournalPage || known.size() == kJournalPage)
            return past.snapshot(m_past->time);
    }
}

void ViewFeed::readStatus()
{
    Result<PlantStatus> read = statusOf(m_folder);
    PlantStatus status = read.ok() ? std::move(read).value() : PlantStatus {};
    status.isOwner = false;
    if (m_past) { // how the program stood then is not stored
        status.connections.clear();
        status.problems.clear();
        status.messageRate = 0.0;
        status.recording = true;
        status.lastCommit = std::min(status.lastCommit, m_past->time);
    }
    for (const auto &[area, problem] : m_unread)
        status.problems.insert(status.problems.begin(), problem);
    if (m_notRecording) {
        status.recording = false;
        status.problems.insert(status.problems.begin(), *m_notRecording);
    }
    holdDown(status.connections);
    m_doors.status.publish(std::move(status));
}

/// What the owner holds because its connection is down is held here, too: also what it commits a
/// moment after the loss.
void ViewFeed::holdDown(const std::vector<ConnectionStatus> &connections)
{
    std::set<SourceId> down;
    for (const ConnectionStatus &connection : connections) {
        if (connection.state != ConnectionStatus::State::Connected)
            down.insert(connection.source);
    }
    const bool hasNew = m_heldAt != m_position;
    for (const SourceId source : down) {
        if (hasNew || !m_down.contains(source))
            m_doors.live.setSourceDown(m_doors.registry.tagsOf(source), true);
    }
    m_down = std::move(down);
    m_heldAt = m_position;
}

void ViewFeed::follow()
{
    std::unique_lock lock(m_mutex);
    while (!m_wake.wait_for(lock, kFollowEvery, [this] { return m_stopping; })) {
        lock.unlock();
        noteReading("history", readHistory());
        noteReading("alarms", readAlarms());
        readStatus();
        lock.lock();
    }
}

} // namespace telltale
