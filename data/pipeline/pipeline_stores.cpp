// How the river of a data folder is opened: its stores, then the stages between them.

#include "data/history/history_reader.h"
#include "data/pipeline/pipeline.h"
#include "data/storage/owner_file.h"

#include <QLoggingCategory>

#include <utility>

Q_DECLARE_LOGGING_CATEGORY(logPipeline)

namespace telltale {
namespace {

/// One key of this user for the alarm journals of all data folders, beside the passwords.
JournalKeyDoor doorOfKey(CredentialStore &credentials)
{
    ConnectionConfig place;
    place.name = "alarm journal";
    place.user = "signing key";
    place.url = "ed25519";
    return {[&credentials, place]() -> Result<std::string> {
                Result<CredentialStore::Credentials> found = credentials.find(place);
                if (!found.ok())
                    return found.error();
                return std::move(found->password);
            },
            [&credentials, place](const std::string &secret) {
                CredentialStore::Credentials kept {place.user, secret};
                Outcome stored = credentials.store(place, kept);
                wipe(kept.password);
                return stored;
            }};
}

} // namespace

Result<std::unique_ptr<Pipeline>> Pipeline::open(const Options &options, const Doors &doors)
{
    if (const Outcome made = makeFolder(options.dataFolder); !made.ok())
        return made.error();
    Result<FolderLock> lock = FolderLock::take(options.dataFolder);
    if (!lock.ok())
        return lock.error();
    std::unique_ptr<Pipeline> pipeline(new Pipeline(options, doors, std::move(lock).value()));
    Outcome opened = pipeline->openStores();
    if (!opened.ok() && isDiskTrouble(opened.error()) && pipeline->m_reserve.release()) {
        pipeline->closeStores();
        opened = pipeline->openStores();
    }
    if (!opened.ok())
        return opened.error();
    return pipeline;
}

/// What the last owner counted as lost and neither history nor the journal knows of: messages it
/// received beyond those that have a number there.
std::uint64_t Pipeline::neverJournaled(const Counters &told, const MessageCounts &stored) const
{
    const auto lostIn = [](const std::map<std::string, std::uint64_t> &dropped) {
        const auto found = dropped.find(std::string(JournalRecord::kNoRoom));
        return found == dropped.end() ? 0 : found->second;
    };
    const std::uint64_t journaled = m_journal->totals().messages;
    const std::uint64_t lost = lostIn(told.dropped);
    const std::uint64_t known = lostIn(stored.dropped);
    if (told.received <= journaled || lost <= known)
        return 0;
    return std::min(told.received - journaled, lost - known);
}

Outcome Pipeline::openStores()
{
    Result<std::unique_ptr<HistoryWriter>> writer = openHistory();
    if (!writer.ok())
        return writer.error();
    Result<std::unique_ptr<AlarmService>> alarms = AlarmService::open(
        {m_options.dataFolder, m_options.user, m_options.station, doorOfKey(m_doors.credentials)},
        m_doors.registry, m_doors.clock, m_doors.alarms);
    if (!alarms.ok())
        return alarms.error();
    m_alarms = std::move(alarms).value();
    m_notifier = std::make_unique<Notifier>(
        Notifier::Doors {*m_alarms, m_doors.credentials, m_doors.problems, m_doors.clock},
        m_options.station);
    const HistoryTotals totals = writer.value()->totals();
    if (const Outcome opened = openJournal(totals); !opened.ok())
        return opened;
    makeStages(std::move(writer).value(), totals);
    return keepConnections();
}

Result<std::unique_ptr<HistoryWriter>> Pipeline::openHistory()
{
    Result<std::unique_ptr<HistoryWriter>> writer
        = HistoryWriter::open({m_options.dataFolder}, m_doors.registry);
    if (!writer.ok())
        return writer;
    if (const std::string aside = writer.value()->setAside(); !aside.empty())
        tellProblem(Error::Code::Damaged, "history", m_options.dataFolder, aside,
                    "The damaged file is kept; what is in the journal is stored again.");
    return writer;
}

Outcome Pipeline::openJournal(const HistoryTotals &totals)
{
    RawJournal::Options options;
    options.folder = m_options.dataFolder + "/journal";
    options.atLeast = std::max(totals.position, m_alarms->committed());
    options.messagesAtLeast = MessageCounts::fromCounters(totals.counters).lookedAt();
    if (const Outcome made = makeFolder(options.folder); !made.ok())
        return made;
    if (const Result<SpaceWatch::Space> disk = SpaceWatch::ask(options.folder); disk.ok())
        options.fitTo(disk->size);
    Result<std::unique_ptr<RawJournal>> opened = RawJournal::open(options);
    if (!opened.ok())
        return opened.error();
    m_journal = std::move(opened).value();
    tellJournalDamage();
    m_syncer = std::make_unique<JournalSyncer>(*m_journal, m_doors.clock);
    m_ownTags = std::make_unique<OwnTags>(*m_journal);
    return {};
}

void Pipeline::makeStages(std::unique_ptr<HistoryWriter> writer, const HistoryTotals &totals)
{
    const std::vector<HistoryGap> gaps = runningGaps();
    HistoryStage::Options history {
        m_options.limits,
        gaps,
        [this](bool on, const Error &why) { recordingChanged(on, why); },
        [this](const HistoryNote &note) { historyTold(note); },
        &m_decoding,
        [folder = m_options.dataFolder] {
            const Result<SpaceWatch::Space> space = SpaceWatch::ask(folder);
            return space.ok() ? SpaceWatch::checkForHistory(space.value()) : Outcome();
        },
        std::make_shared<StoredRhythms>(m_options.dataFolder)};
    m_history = std::make_unique<HistoryStage>(std::move(writer), *m_journal, m_doors.registry,
                                               m_doors.clock, history);
    const MessageCounts counts = MessageCounts::fromCounters(totals.counters);
    const Result<PlantStatus> told = m_statusFile.read(); // not there: a new folder
    m_lost = std::make_unique<LostMessages>(*m_journal);
    if (told.ok())
        m_lost->add({}, neverJournaled(told->counters, counts), told->at);
    const IngestStage::Options ingest {m_options.limits,
                                       totals.position,
                                       m_alarms->committed(),
                                       counts,
                                       gaps,
                                       told.ok() ? told.value().undecoded
                                                 : std::vector<UndecodedPayload>(),
                                       &m_decoding};
    m_ingest = std::make_unique<IngestStage>(
        IngestStage::Doors {*m_journal, m_doors.registry, m_doors.live, *m_alarms, *m_history,
                            m_doors.problems, m_doors.clock},
        ingest);
    m_scrub = std::make_unique<HistoryScrub>(
        m_doors.clock,
        HistoryScrub::Options {m_options.dataFolder,
                               [this] {
                                   const HistoryStage::State state = m_history->state();
                                   return state.recording && !state.behind;
                               },
                               [this](const HistoryNote &note) { historyTold(note); }});
}

Outcome Pipeline::keepConnections()
{
    Result<SourceIds> ids = SourceIds::load(m_options.dataFolder, m_doors.registry.largestSource());
    if (!ids.ok())
        return ids.error();
    if (!ids->setAside().empty())
        tellProblem(Error::Code::Damaged, "connection", m_options.dataFolder, ids->setAside(),
                    "Nothing needs to be done: connections count as new ones, and what they bring "
                    "joins what is stored.");
    for (const ConnectionConfig &config : m_options.connections) {
        const auto known = ids->all().find(config.name);
        if (known == ids->all().end())
            continue; // nothing of it waits
        m_decoding.set(known->second, {config.families});
        if (config.enabled)
            m_ingest->nameSource(known->second, config.name);
    }
    m_connections = std::make_unique<ConnectionKeeper>(
        m_options.dataFolder, std::move(ids).value(),
        ConnectionKeeper::Doors {
            {*m_journal, m_doors.credentials, m_doors.clock, &m_doors.problems},
            *m_lost,
            [this](const ConnectionConfig &config) {
                m_decoding.set(config.source, {config.families});
                m_ingest->nameSource(config.source, config.name);
            },
            [this](const std::string &connection, const Error &why) {
                tellProblem(why.code, "connection", connection, why.detail,
                            "Correct the connection and try again.");
            },
            [this](const std::string &connection) { resolveProblem("connection", connection); }},
        m_options.connectionsAreAll ? std::optional(m_options.connections) : std::nullopt);
    return {};
}

void Pipeline::closeStores()
{
    m_connections.reset();
    m_lost.reset();
    m_scrub.reset();
    m_ingest.reset();
    m_history.reset();
    m_ownTags.reset();
    m_syncer.reset();
    m_journal.reset();
    m_notifier.reset();
    m_alarms.reset();
}

/// Those an earlier life could not end.
std::vector<HistoryGap> Pipeline::runningGaps() const
{
    const Result<std::unique_ptr<HistoryReader>> reader = HistoryReader::open(m_options.dataFolder);
    if (!reader.ok())
        return {};
    const Timestamp end = GapTracker::kStillRunning;
    Result<std::vector<HistoryGap>> gaps
        = reader.value()->gaps({end - std::chrono::microseconds(1), end});
    return gaps.ok() ? std::move(gaps).value() : std::vector<HistoryGap> {};
}

} // namespace telltale
