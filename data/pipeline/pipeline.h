#pragma once

#include "data/notify/notifier.h"
#include "data/pipeline/connection_keeper.h"
#include "data/pipeline/connection_log.h"
#include "data/pipeline/history_scrub.h"
#include "data/pipeline/ingest_stage.h"
#include "data/pipeline/lost_messages.h"
#include "data/pipeline/own_tags.h"
#include "data/pipeline/status_file.h"
#include "data/sources/journal_syncer.h"
#include "data/storage/disk_reserve.h"
#include "data/storage/file.h"
#include "data/storage/space_watch.h"
#include "data/telemetry/status_board.h"

#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

namespace telltale {

/// The river of one data folder: sources → journal → payloads → live values, alarms, history.
/// Owns the data folder while it lives.
/// Thread  open, start, stop and the changes of configuration from one thread; the rest from any.
/// Errors  open() fails with Busy when another process owns the data; everything later is shown on
///         the status board and in the problem list, and tried again.
class Pipeline
{
public:
    struct Doors
    {
        TagRegistry &registry;
        LiveValues &live;
        AlarmBoard &alarms;
        StatusBoard &status;
        ProblemList &problems;
        CredentialStore &credentials;
        const Clock &clock;
    };
    struct Options
    {
        std::string dataFolder; ///< created if missing
        std::string user; ///< who acts: stands in the alarm journal
        std::string station;
        BatchDecoder::Limits limits;
        /// What the workspace has: how their messages are decoded is known before the first is.
        std::vector<ConnectionConfig> connections;
        bool connectionsAreAll = false; ///< of others no session stays at a broker
        std::vector<ChannelConfig> channels = {}; ///< notifications leave through them
    };

    static Result<std::unique_ptr<Pipeline>> open(const Options &options, const Doors &doors);
    ~Pipeline();

    void start();
    /// Source first, then what is in the river, then the stores; at most 2 s. The journal keeps
    /// what could not be finished.
    void stop();

    /// What should be connected from now on; unchanged connections go on undisturbed. Waits for
    /// nothing: connections() shows what has become of it.
    void setConnections(const std::vector<ConnectionConfig> &connections);
    void retryNow(const std::string &connection) { m_connections->retryNow(connection); }
    /// How long history is kept from now on.
    void setRetention(const RetentionPolicy &policy) { m_history->setRetention(policy); }
    AlarmService &alarms() { return *m_alarms; }
    std::vector<ConnectionStatus> connections() const { return m_connections->status(); }

private:
    Pipeline(const Options &options, const Doors &doors, FolderLock lock);
    Outcome openStores();
    Result<std::unique_ptr<HistoryWriter>> openHistory();
    Outcome openJournal(const HistoryTotals &totals);
    std::uint64_t neverJournaled(const Counters &told, const MessageCounts &stored) const;
    void makeStages(std::unique_ptr<HistoryWriter> writer, const HistoryTotals &totals);
    Outcome keepConnections();
    void closeStores();
    std::vector<HistoryGap> runningGaps() const;
    bool appendMark(JournalRecord::Kind kind);
    void watchJournal();
    void watchReserve();
    void watchAlarms();
    void tellTrust();
    void tellJournalDamage();
    void tellSourcesDown(const std::vector<ConnectionStatus> &connections, bool journalTakes);
    void watchSpace();
    void tellProblem(Error::Code code, const std::string &area, const std::string &subject,
                     const std::string &cause, const std::string &remedy);
    void resolveProblem(const std::string &area, const std::string &subject);
    void historyTold(const HistoryNote &note);
    enum class Part { Journal, History };
    void partChanged(Part part, bool works);
    void recordingChanged(bool recording, const Error &why);
    void watch();
    void publishStatus();
    void tellCorrected(const HistoryTotals &totals);
    void addLost(Counters &counters) const;

    const Options m_options;
    const Doors m_doors;
    FolderLock m_lock;
    const StatusFile m_statusFile;
    ConnectionLog m_connectionLog;
    DiskReserve m_reserve;
    SpaceWatch m_space; ///< the watcher's
    SourceOptions m_decoding;
    std::unique_ptr<RawJournal> m_journal;
    std::unique_ptr<LostMessages> m_lost;
    std::unique_ptr<JournalSyncer> m_syncer;
    std::unique_ptr<OwnTags> m_ownTags;
    std::unique_ptr<AlarmService> m_alarms;
    std::unique_ptr<Notifier> m_notifier;
    std::unique_ptr<HistoryStage> m_history;
    std::unique_ptr<IngestStage> m_ingest;
    std::unique_ptr<HistoryScrub> m_scrub;
    std::unique_ptr<ConnectionKeeper> m_connections;

    // Of whoever publishes the status: the watcher, and stop() after it.
    std::string m_journalNotes; ///< as last told
    std::string m_alarmFault; ///< of the alarm journal, as last told
    std::set<SourceId> m_toldDown; ///< sources whose alarms were told so beside the journal
    std::uint64_t m_corrected = 0; ///< samples, as last told
    bool m_saidCorrected = false;
    bool m_hasStopped = false; ///< recording has; the history thread's

    mutable std::mutex m_recordingMutex; ///< guards what follows
    bool m_journalTakes = true;
    bool m_historyTakes = true;
    std::optional<Recording> m_recording; ///< as the alarm was told; nothing said yet

    mutable std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_wake;
    std::map<std::string, std::string> m_told; ///< newest logged cause by area and subject
    bool m_stopping = false;
    std::thread m_watcher;
    bool m_startIsMarked = false;
    bool m_isStarted = false;
};

} // namespace telltale
