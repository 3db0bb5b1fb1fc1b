#include "data/pipeline/pipeline.h"

#include "data/history/history_reader.h"

#include <QLoggingCategory>

#include <algorithm>
#include <utility>

Q_LOGGING_CATEGORY(logPipeline, "telltale.pipeline")

namespace telltale {
namespace {

using namespace std::chrono_literals;

constexpr auto kWatchEvery = 250ms;
constexpr auto kStopIngest = 700ms;
constexpr auto kStopHistory = 700ms;
constexpr auto kStopNotifier = 1'000ms; ///< of the whole stop: what is being sent may arrive

} // namespace

Pipeline::Pipeline(const Options &options, const Doors &doors, FolderLock lock)
    : m_options(options)
    , m_doors(doors)
    , m_lock(std::move(lock))
    , m_statusFile(options.dataFolder)
    , m_connectionLog(doors.problems)
    , m_reserve(options.dataFolder)
{ }

Pipeline::~Pipeline()
{
    stop();
}

void Pipeline::start()
{
    m_isStarted = true;
    m_startIsMarked = appendMark(JournalRecord::Kind::ProgramStart);
    m_syncer->start();
    m_history->start();
    m_ingest->start();
    m_connections->start();
    m_scrub->start();
    m_notifier->start(m_options.channels);
    m_watcher = std::thread([this] { watch(); });
}

void Pipeline::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopping)
            return;
        m_stopping = true;
    }
    m_wake.notify_all();
    if (m_watcher.joinable())
        m_watcher.join();
    if (!m_isStarted) // only opened: a mark would hide that the program was off
        return;
    m_notifier->beginStop();
    m_scrub->stop();
    m_connections->stop();
    appendMark(JournalRecord::Kind::ProgramStop);
    m_ingest->stop(kStopIngest);
    m_history->stop(kStopHistory);
    m_notifier->stop(kStopNotifier);
    m_alarms->stop();
    m_syncer->stop();
    publishStatus();
}

bool Pipeline::appendMark(JournalRecord::Kind kind)
{
    JournalRecord mark;
    mark.kind = kind;
    mark.arrival = m_doors.clock.now();
    const Outcome appended = m_journal->append(mark);
    if (!appended.ok())
        tellProblem(appended.error().code, "journal", m_options.dataFolder, appended.error().detail,
                    "Make room on the disk.");
    return appended.ok();
}

/// A problem as long as nothing can be written, or the disk does not confirm what was.
void Pipeline::watchJournal()
{
    if (!m_startIsMarked)
        m_startIsMarked = appendMark(JournalRecord::Kind::ProgramStart);
    const std::optional<Error> refusal = m_journal->refusal();
    partChanged(Part::Journal, !refusal);
    tellJournalDamage();
    const std::optional<Error> failure = m_syncer->state().failure;
    if (refusal)
        tellProblem(refusal->code, "journal", m_options.dataFolder, refusal->detail,
                    "Make room on the disk: until then messages wait in memory, then with their "
                    "brokers.");
    else if (failure)
        tellProblem(failure->code, "journal", m_options.dataFolder, failure->detail,
                    "What came last may not outlive a power cut: check the disk. Telltale goes on "
                    "in a new file.");
    else if (m_startIsMarked)
        resolveProblem("journal", m_options.dataFolder);
}

/// While the journal takes nothing, the marks of the connections do not reach the alarms through
/// it.
void Pipeline::tellSourcesDown(const std::vector<ConnectionStatus> &connections, bool journalTakes)
{
    using State = ConnectionStatus::State;
    for (const ConnectionStatus &connection : connections) {
        const bool isUp = connection.state == State::Connected;
        const bool isDown = !isUp && connection.state != State::Off;
        const bool wasTold = m_toldDown.contains(connection.source);
        if (isDown && !journalTakes && !wasTold)
            m_toldDown.insert(connection.source);
        else if (isUp && wasTold)
            m_toldDown.erase(connection.source);
        else
            continue;
        m_alarms->sourceChanged(connection.source, connection.name, isUp, m_doors.clock.now());
    }
}

/// What was found at the start, and by readers since.
void Pipeline::tellJournalDamage()
{
    const std::string notes = m_journal->notes();
    if (!notes.empty() && std::exchange(m_journalNotes, notes) != notes)
        tellProblem(Error::Code::Damaged, "journal", m_options.dataFolder + "/journal", notes,
                    "What follows the damage is read. Messages that are lost by it are counted as "
                    "journal_damaged.");
}

void Pipeline::watchSpace()
{
    const std::chrono::microseconds steady = m_doors.clock.steady();
    if (!m_space.isDue(steady))
        return;
    const Result<SpaceWatch::Space> space = SpaceWatch::ask(m_options.dataFolder);
    if (!space.ok())
        return; // what cannot be reached cannot be written: recording says so
    m_space.note(space.value(), steady);
    if (m_space.room().isNearlyFull)
        tellProblem(Error::Code::DiskFull, "disk", m_options.dataFolder, m_space.words(),
                    "Make room on the disk, or keep history for less long (retention.json).");
    else
        resolveProblem("disk", m_options.dataFolder);
}

void Pipeline::setConnections(const std::vector<ConnectionConfig> &connections)
{
    m_connections->set(connections);
}

void Pipeline::tellProblem(Error::Code code, const std::string &area, const std::string &subject,
                           const std::string &cause, const std::string &remedy)
{
    {
        const std::lock_guard lock(m_mutex);
        if (std::exchange(m_told[area + '\n' + subject], cause) != cause)
            qCWarning(logPipeline, "%s %s: %s. %s", area.c_str(), subject.c_str(), cause.c_str(),
                      remedy.c_str());
    }
    m_doors.problems.report({Problem::Severity::Warning, code, area, subject, cause, remedy},
                            m_doors.clock.now());
}

void Pipeline::resolveProblem(const std::string &area, const std::string &subject)
{
    m_doors.problems.resolve(area, subject);
    const std::lock_guard lock(m_mutex);
    if (m_told.erase(area + '\n' + subject) > 0)
        qCInfo(logPipeline, "%s %s: works again", area.c_str(), subject.c_str());
}

/// The alarm "recording stopped" stands while messages cannot be kept or cannot be stored. That
/// all is well, the first good commit says.
void Pipeline::partChanged(Part part, bool works)
{
    const std::lock_guard lock(m_recordingMutex);
    bool &takes = part == Part::Journal ? m_journalTakes : m_historyTakes;
    const bool isKnown = part == Part::Journal && takes == works;
    takes = works;
    const Recording now = m_journalTakes
        ? (m_historyTakes ? Recording::Runs : Recording::HistoryStopped)
        : (m_historyTakes ? Recording::JournalStopped : Recording::BothStopped);
    if (!isKnown && std::exchange(m_recording, now) != now)
        m_alarms->recordingChanged(now, m_doors.clock.now());
}

void Pipeline::recordingChanged(bool recording, const Error &why)
{
    partChanged(Part::History, recording);
    const bool hadStopped = std::exchange(m_hasStopped, !recording);
    if (recording) {
        if (hadStopped)
            resolveProblem("history",
                           m_options.dataFolder); // a damaged file's stays: another cause
        return;
    }
    tellProblem(why.code, "history", m_options.dataFolder, why.detail,
                "Recording goes on by itself once the disk can be written; until then the journal "
                "keeps what it has room for.");
}

/// A damaged file is a problem of its own until it is gone. One that was taken away is one if
/// something may be missing, and stays one whatever becomes of the file that has its name.
void Pipeline::historyTold(const HistoryNote &note)
{
    switch (note.kind) {
    case HistoryNote::Kind::Damage:
        return tellProblem(Error::Code::Damaged, "history", note.file, note.words, note.remedy);
    case HistoryNote::Kind::Gone:
        if (note.remedy.empty()) {
            qCWarning(logPipeline, "history %s (taken away): %s", note.file.c_str(),
                      note.words.c_str());
            return;
        }
        return tellProblem(Error::Code::NotFound, "history", note.file + " (taken away)",
                           note.words, note.remedy);
    case HistoryNote::Kind::Done:
        break;
    }
    m_doors.problems.resolve("history", note.file);
    qCInfo(logPipeline, "history: %s %s", note.file.c_str(), note.words.c_str());
}

void Pipeline::watch()
{
    std::unique_lock lock(m_mutex);
    while (!m_wake.wait_for(lock, kWatchEvery, [this] { return m_stopping; })) {
        lock.unlock();
        watchReserve();
        watchJournal();
        watchSpace();
        m_lost->intoJournal();
        publishStatus();
        m_journal->commit(std::min(m_history->committed(), m_alarms->committed()));
        lock.lock();
    }
}

void Pipeline::publishStatus()
{
    PlantStatus status;
    // Pending is what was received after the newest message looked at: received follows from it, so
    // that the sum holds in the snapshot whatever arrives meanwhile.
    const IngestStage::State ingest = m_ingest->state();
    const HistoryStage::State history = m_history->state();
    const RawJournal::Totals journal = m_journal->totals();
    Counters &counters = status.counters;
    counters.decoded = ingest.counts.decoded;
    counters.dropped = ingest.counts.dropped;
    counters.samplesRefused = ingest.counts.samplesRefused;
    counters.timesReplaced = ingest.counts.timesReplaced;
    counters.duplicateMembers = ingest.counts.duplicateMembers;
    counters.samplesWithoutTag = ingest.counts.samplesWithoutTag;
    counters.journalPending = m_journal->lag(ingest.counts.lookedAt());
    counters.received = ingest.counts.lookedAt() + counters.journalPending;
    addLost(counters);
    counters.stored = MessageCounts::fromCounters(history.totals.counters).decoded;
    counters.samples = history.totals.samples;
    counters.samplesCorrected = history.totals.corrected;
    counters.gaps = history.totals.gaps;
    tellCorrected(history.totals);
    status.undecoded = ingest.undecoded;
    status.refusedTopics = ingest.refusedTopics;
    status.connections = connections();
    status.channels = m_notifier->status();
    for (const ConnectionStatus &connection : status.connections)
        status.messageRate += connection.rate;
    status.problems = m_doors.problems.all();
    status.lastCommit = history.lastCommit;
    status.commitTook = history.commitTook;
    status.historyFrom = history.extent.from;
    status.historyBytes = history.bytes;
    status.journalBytes = journal.bytes;
    const JournalSyncer::State synced = m_syncer->state();
    status.journalSafe = synced.safe;
    status.journalSyncTook = synced.took;
    status.disk = m_space.room();
    bool journalTakes = true;
    {
        const std::lock_guard lock(m_recordingMutex);
        journalTakes = m_journalTakes;
    }
    status.recording = history.recording && journalTakes;
    tellSourcesDown(status.connections, journalTakes);
    status.at = m_doors.clock.now();
    status.tags = m_doors.registry.size();
    watchAlarms();
    m_connectionLog.look(status.connections, status.at);
    m_statusFile.write(status);
    m_ownTags->record(status, m_doors.clock.steady());
    m_doors.status.publish(std::move(status));
}

/// History keeps one value of a tag and time: that another one came is said once in the log, and
/// counted.
void Pipeline::tellCorrected(const HistoryTotals &totals)
{
    if (!totals.correctedTag.isValid()
        || totals.corrected == std::exchange(m_corrected, totals.corrected))
        return;
    const std::string cause = m_doors.registry.path(totals.correctedTag)
        + " came with two values at one time: the newest arrival counts";
    const std::string remedy = "Where both are meant, give them names or times of their own; "
                               "samples_corrected of \"telltale status --json\" counts them.";
    if (!std::exchange(m_saidCorrected, true))
        qCWarning(logPipeline, "%s. %s", cause.c_str(), remedy.c_str());
    m_doors.problems.report({Problem::Severity::Note, Error::Code::Malformed, "payloads",
                             "two values at one time", cause, remedy},
                            m_doors.clock.now());
}

/// What could not even be journaled (the disk was full for long), until the journal tells of it.
void Pipeline::addLost(Counters &counters) const
{
    const std::uint64_t lost = m_connections->lost();
    if (lost == 0)
        return;
    counters.received += lost;
    counters.dropped[std::string(JournalRecord::kNoRoom)] += lost;
}

} // namespace telltale
