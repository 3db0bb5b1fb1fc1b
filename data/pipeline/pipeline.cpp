#include "data/pipeline/pipeline.h"

#include "data/history/history_reader.h"
#include "data/sources/mqtt_source.h"

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
constexpr double kRateSmoothing = 0.3;

/// What a connection is, apart from what may change without reconnecting.
bool isSame(const ConnectionConfig &a, const ConnectionConfig &b)
{
    return a.name == b.name && a.url == b.url && a.filters == b.filters && a.qos == b.qos
        && a.protocol == b.protocol && a.user == b.user && a.caFile == b.caFile
        && a.enabled == b.enabled;
}

} // namespace

Pipeline::Pipeline(const Options &options, const Doors &doors, FolderLock lock)
    : m_options(options)
    , m_doors(doors)
    , m_lock(std::move(lock))
    , m_statusFile(options.dataFolder)
    , m_reserve(options.dataFolder)
{ }

Pipeline::~Pipeline()
{
    stop();
}

void Pipeline::start()
{
    m_startIsMarked = appendMark(JournalRecord::Kind::ProgramStart);
    m_syncer->start();
    m_history->start();
    m_ingest->start();
    const std::lock_guard lock(m_mutex);
    for (const Connected &connected : m_connected)
        connected.source->start();
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
    for (Connected &connected : m_connected)
        connected.source->stop();
    if (!m_ingest)
        return;
    appendMark(JournalRecord::Kind::ProgramStop);
    m_ingest->stop(kStopIngest);
    m_history->stop(kStopHistory);
    m_alarms->stop();
    m_syncer->stop();
    publishStatus();
    m_connected.clear();
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
    const std::optional<Error> failure = m_syncer->state().failure;
    if (failure)
        tellProblem(failure->code, "journal", m_options.dataFolder, failure->detail,
                    "What came last may not outlive a power cut: check the disk. Telltale goes on "
                    "in a new file.");
    else if (m_startIsMarked)
        resolveProblem("journal");
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
    if (m_space.isNearlyFull())
        tellProblem(Error::Code::DiskFull, "disk", m_options.dataFolder, m_space.words(),
                    "Make room on the disk, or keep history for less long (retention.json).");
    else
        resolveProblem("disk");
}

void Pipeline::setConnections(const std::vector<ConnectionConfig> &connections)
{
    std::vector<std::unique_ptr<Source>> gone;
    {
        const std::lock_guard lock(m_mutex);
        std::erase_if(m_connected, [&](Connected &old) {
            const bool stays = std::any_of(
                connections.begin(), connections.end(),
                [&](const ConnectionConfig &config) { return isSame(config, old.config); });
            if (!stays)
                gone.push_back(std::move(old.source));
            return !stays;
        });
    }
    for (const std::unique_ptr<Source> &source : gone)
        source->stop();
    for (const ConnectionConfig &config : connections) {
        if (const Outcome connected = connect(config); !connected.ok())
            tellProblem(connected.error().code, "connection", config.name, connected.error().detail,
                        "Correct the connection and try again.");
    }
}

Outcome Pipeline::connect(ConnectionConfig config)
{
    if (!config.enabled)
        return {};
    const Result<SourceId> id = m_ids.idOf(config.name);
    if (!id.ok())
        return id.error();
    m_decoding.set(id.value(), {config.families});
    {
        const std::lock_guard lock(m_mutex);
        const bool isThere
            = std::any_of(m_connected.begin(), m_connected.end(),
                          [&](const Connected &old) { return isSame(old.config, config); });
        if (isThere)
            return {};
    }
    config.source = id.value();
    config.sessionFolder = m_options.dataFolder;
    m_ingest->nameSource(config.source, config.name);
    std::unique_ptr<Source> source
        = makeMqttSource(config, *m_journal, m_doors.credentials, m_doors.clock);
    const std::lock_guard lock(m_mutex);
    if (m_watcher.joinable())
        source->start();
    m_connected.push_back({config, std::move(source)});
    return {};
}

void Pipeline::retryNow(const std::string &connection)
{
    const std::lock_guard lock(m_mutex);
    for (const Connected &connected : m_connected) {
        if (connected.config.name == connection)
            connected.source->retryNow();
    }
}

std::vector<ConnectionStatus> Pipeline::connections() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<ConnectionStatus> all;
    for (const Connected &connected : m_connected)
        all.push_back(connected.source->status());
    return all;
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

void Pipeline::resolveProblem(const std::string &area)
{
    m_doors.problems.resolve(area, m_options.dataFolder);
    const std::lock_guard lock(m_mutex);
    if (m_told.erase(area + '\n' + m_options.dataFolder) > 0)
        qCInfo(logPipeline, "%s %s: works again", area.c_str(), m_options.dataFolder.c_str());
}

void Pipeline::recordingChanged(bool recording, const Error &why)
{
    m_alarms->recordingChanged(recording, m_doors.clock.now());
    const bool hadStopped = std::exchange(m_hasStopped, !recording);
    if (recording) {
        if (hadStopped)
            resolveProblem("history"); // what was told of a damaged file stays
        return;
    }
    tellProblem(why.code, "history", m_options.dataFolder, why.detail,
                "Recording goes on by itself once the disk can be written; until then the journal "
                "keeps what it has room for.");
}

void Pipeline::watch()
{
    std::unique_lock lock(m_mutex);
    while (!m_wake.wait_for(lock, kWatchEvery, [this] { return m_stopping; })) {
        lock.unlock();
        m_reserve.keep();
        watchJournal();
        watchSpace();
        publishStatus();
        m_journal->release(std::min(m_history->committed(), m_alarms->committed()));
        lock.lock();
    }
}

void Pipeline::publishStatus()
{
    PlantStatus status;
    // Pending is what was received after the newest message looked at: ask in this order, so that
    // the sum holds in the snapshot whatever arrives meanwhile.
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
    counters.received = std::max(journal.messages, ingest.counts.lookedAt());
    counters.journalPending = counters.received - ingest.counts.lookedAt();
    addLost(counters);
    counters.stored = MessageCounts::fromCounters(history.totals.counters).decoded;
    counters.samples = history.totals.samples;
    status.undecoded = ingest.undecoded;
    status.refusedTopics = ingest.refusedTopics;
    status.connections = connections();
    status.problems = m_doors.problems.all();
    status.lastCommit = history.lastCommit;
    status.commitTook = history.commitTook;
    status.historyFrom = history.extent.from;
    status.historyBytes = history.bytes;
    status.journalBytes = journal.bytes;
    const JournalSyncer::State synced = m_syncer->state();
    status.journalSafe = synced.safe;
    status.journalSyncTook = synced.took;
    status.recording = history.recording;
    status.at = m_doors.clock.now();
    status.tags = m_doors.registry.size();
    if (const std::string error = m_alarms->storeError(); !error.empty())
        tellProblem(Error::Code::DiskError, "alarms", m_options.dataFolder, error,
                    "Alarm entries wait in memory; make the disk writable again.");
    else
        resolveProblem("alarms");
    measureRates(status);
    m_connectionLog.look(status.connections);
    m_statusFile.write(status);
    m_ownTags->record(status, m_doors.clock.steady());
    m_doors.status.publish(std::move(status));
}

/// What could not even be journaled (the disk was full for long), until the journal tells of it.
void Pipeline::addLost(Counters &counters) const
{
    const std::lock_guard lock(m_mutex);
    std::uint64_t lost = 0;
    for (const Connected &connected : m_connected)
        lost += connected.source->lost();
    if (lost == 0)
        return;
    counters.received += lost;
    counters.dropped[std::string(JournalRecord::kNoRoom)] += lost;
}

void Pipeline::measureRates(PlantStatus &status)
{
    const std::lock_guard lock(m_mutex);
    const auto steady = m_doors.clock.steady();
    const double seconds = std::chrono::duration<double>(steady - m_measuredAt).count();
    const bool isFirst = m_measuredAt.count() == 0;
    m_measuredAt = steady;
    for (std::size_t i = 0; i < m_connected.size() && i < status.connections.size(); ++i) {
        Connected &connected = m_connected[i];
        const std::uint64_t received = status.connections[i].received;
        const double now = isFirst || seconds <= 0.0
            ? 0.0
            : static_cast<double>(received - connected.lastReceived) / seconds;
        connected.rate += kRateSmoothing * (now - connected.rate);
        connected.lastReceived = received;
        status.connections[i].rate = connected.rate;
        status.messageRate += connected.rate;
    }
}

} // namespace telltale
