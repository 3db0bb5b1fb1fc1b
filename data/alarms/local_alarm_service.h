#pragma once

#include "data/alarms/alarm_engine.h"
#include "data/alarms/alarm_service.h"
#include "data/alarms/alarm_store.h"
#include "data/alarms/rule_check.h"

#include <condition_variable>
#include <map>
#include <mutex>
#include <set>
#include <thread>

namespace telltale {

/// The AlarmService of the process that owns the data. Samples are judged in the caller's thread,
/// under one mutex; lists are published from memory at once. One thread fires the timers and shows
/// what callers left to it; another stores what changed and answers actions once they are stored,
/// so that a slow disk holds up nothing that is shown.
/// Thread  as AlarmService says; m_mutex guards everything but m_store, which is the store
///         thread's, the signer and what is carried out of the program.
class LocalAlarmService final : public AlarmService
{
public:
    LocalAlarmService(Options options, TagRegistry &registry, const Clock &clock,
                      AlarmBoard &board);
    ~LocalAlarmService() override;

    /// Reads the store and starts the thread. Errors only what no new file can cure.
    Outcome open();

    JournalPosition committed() const override;
    void batch(const SampleBatchPtr &batch) override;
    void sourceChanged(SourceId source, const std::string &name, bool up, Timestamp at) override;
    void sourceOff(SourceId source, const std::string &name, Timestamp at) override;
    void recordingChanged(Recording recording, Timestamp at) override;
    void setCarrier(NotificationCarrier *carrier) override;
    void settle(std::vector<AlarmDelivery> deliveries,
                std::optional<AlarmNotification> digest) override;
    void nameChannels(const std::vector<std::string> &channels) override;
    void channelChanged(const std::string &channel, ChannelNews news, Timestamp at) override;
    void setRules(RuleSet rules, const std::string &reason, AlarmRole role) override;
    RuleSet rules() const override;
    std::string storeError() const override;
    JournalTrust journalTrust() const override { return m_signer.trust(); }
    void stop() override;

private:
    using Pace = std::chrono::steady_clock::time_point; ///< real time, whatever m_clock says
    struct Waiting
    {
        AlarmBoard::Done done;
        AlarmAnswer answer;
    };
    /// A commit that failed, and may be stored all the same.
    struct Doubt
    {
        JournalPoint head; ///< then the store ends like this
        std::uint64_t nextEntry = 0; ///< and these are the first it has not
        std::uint64_t droppedNotifications = 0; ///< and so many of them it has counted
    };

    // in the callers' threads, under m_mutex
    AlarmTime now();
    void addNewTags(AlarmTime t);
    void judge(AlarmTime t, const SampleBatch &batch);
    void installRules(AlarmTime t, const AlarmEngine::Actor *actor);
    void nameStopped(AlarmTime t, Recording recording);
    void ruleOfSource(AlarmTime t, SourceId source, const std::string &name);
    void addSystemRule(AlarmTime t, const AlarmRule &rule);
    bool putSystemRule(const AlarmRule &rule);
    int linkOfChannel(const std::string &channel);
    std::string nameOf(SourceId source, const std::string &name) const;
    void act(AlarmAction action, AlarmBoard::Done done);
    AlarmAnswer perform(AlarmTime t, const AlarmAction &action);
    AlarmAnswer performEach(AlarmTime t, const AlarmAction &action);
    std::string performOne(AlarmTime t, const AlarmAction &action, const std::string &alarm,
                           std::uint64_t occurrence);
    bool mayBeAcknowledgedWithOthers(const std::string &alarm) const;
    void refuse(AlarmTime t, const RuleFault &fault, const AlarmRule &rule);
    void collect();
    void collectEntries();
    void collectNotifications();
    void refreshRow(std::uint32_t alarm);
    AlarmRow rowOf(std::uint32_t alarm) const;
    void publishIfDue(bool mayBuildLongLists);
    void publish();
    void holdRow(std::uint32_t alarm);
    std::vector<AlarmRow> shownRows() const;

    // in the threads
    void runTimers();
    void runStore();
    Pace nextTick();
    void waitForCommit(std::unique_lock<std::mutex> &lock);
    void tick();
    void forgetUnknownSources(AlarmTime t);
    bool isCommitDue() const;
    AlarmCommit takeCommit();
    void addAlarms(AlarmCommit &commit);
    void commitNow(std::unique_lock<std::mutex> &lock, AlarmCommit commit);
    Outcome commitOrReopen(AlarmCommit &commit);
    Outcome bringBack();
    Outcome setStoreAside();
    void signStored(const AlarmCommit &commit);
    Outcome reopen(AlarmCommit &commit);
    void commitLast(std::unique_lock<std::mutex> &lock);
    void limitWaiting();
    void putBack(AlarmCommit commit, const Error &error);
    Outcome readMissedOutbox(AlarmStore &store);
    void handOver(std::vector<AlarmNotification> stored);
    void carry(std::vector<StoredNotification> stored);

    // opening
    Result<AlarmStoreContent> openStore(bool &isLost);
    Result<AlarmStoreContent> readStore();
    void begin(const AlarmStoreContent &content, bool isLost);

    const Options m_options;
    const std::string m_path;
    TagRegistry &m_registry;
    const Clock &m_clock;
    AlarmBoard &m_board;

    mutable std::mutex m_mutex;
    std::condition_variable m_tickWork;
    std::condition_variable m_storeWork;
    AlarmTime m_plannedTick = kNoTime;
    AlarmEngine m_engine;
    std::vector<AlarmRule> m_systemRules;
    RuleSet m_rules;
    bool m_rulesUnsaved = false;
    std::chrono::microseconds m_clockOffset {0};
    std::uint64_t m_sourceRevision = 0; ///< of the registry, as the engine knows it

    std::vector<AlarmJournalEntry> m_entries; ///< not stored yet, at most kRing
    std::uint64_t m_firstEntry = 0; ///< entries made before these
    std::uint64_t m_lostEntries = 0; ///< had no room among them since the store failed
    std::vector<AlarmNotification> m_notifications; ///< not stored yet, at most kOutboxLimit
    std::uint64_t m_droppedNotifications = 0; ///< had no room among them, not counted in the store
    std::vector<AlarmDelivery> m_deliveries; ///< not stored yet; of notifications in the store
    const NotificationCarrier *m_wanting = nullptr; ///< m_carrier; null: somebody may want them
    std::map<std::string, int> m_channelLinks; ///< by name
    std::set<std::uint32_t> m_unsaved; ///< alarms
    std::map<std::uint32_t, AlarmRow> m_rows; ///< of all alarms that are in a list
    /// Rows as they were before actions that are not stored yet: lists go on showing them until
    /// they are, or until the process moves on. In the next commit, and in the running one.
    std::map<std::uint32_t, AlarmRow> m_beforeAction;
    std::map<std::uint32_t, AlarmRow> m_beforeStored;
    bool m_isActing = false;
    std::vector<Waiting> m_waiting;
    JournalPosition m_position;
    JournalPosition m_stored;
    std::string m_storeError;

    bool m_isChanged = false; ///< something the lists show, since the last publish
    bool m_isStopping = false;
    std::uint64_t m_version = 0;
    bool m_savesAll = false; ///< the file is new: everything goes into the next commit
    Pace m_nextPublish;
    Pace m_nextState; ///< for changes nobody waits for
    Pace m_nextRetry;
    Pace m_forgetUnknown; ///< sources and channels that did not come back until then are gone
    std::size_t m_publishedPerHour = 0;
    std::size_t m_publishedRecent = 0; ///< in the window of floods

    std::mutex m_carrierMutex; ///< guards the two that follow; taken without m_mutex
    NotificationCarrier *m_carrier = nullptr;
    std::vector<StoredNotification> m_uncarried; ///< in the store, told to no carrier yet

    std::unique_ptr<AlarmStore> m_store;
    std::optional<Doubt> m_doubt; ///< the store thread's
    std::string m_storeId; ///< the store thread's
    bool m_missesOutbox = false; ///< the store could not be read at the start; the store thread's
    JournalSigner m_signer; ///< reads the store: it ends first
    std::thread m_tickThread;
    std::thread m_storeThread;
};

} // namespace telltale
