#pragma once

#include "data/alarms/alarm_service.h"
#include "data/pipeline/history_stage.h"
#include "data/telemetry/live_values.h"

#include <atomic>
#include <map>
#include <mutex>
#include <set>
#include <thread>

namespace telltale {

/// The decoder thread: follows the journal, makes batches and hands each to live values, alarms
/// and history, in journal order.
/// Thread  its own; queries from any.
class IngestStage
{
public:
    struct Doors
    {
        RawJournal &journal;
        TagRegistry &registry;
        LiveValues &live;
        AlarmService &alarms;
        HistoryStage &history;
        ProblemList &problems;
        const Clock &clock;
    };
    struct Options
    {
        BatchDecoder::Limits limits;
        JournalPosition historyFrom; ///< history has everything before
        JournalPosition alarmsFrom; ///< alarms have everything before
        MessageCounts counts; ///< as of historyFrom
        std::vector<HistoryGap> runningGaps; ///< as of historyFrom
        std::vector<UndecodedPayload> undecoded; ///< of the run before, as it was told last
        const SourceOptions *decoding = nullptr; ///< null: defaults
    };
    /// One consistent view of the counting.
    struct State
    {
        MessageCounts counts;
        std::vector<UndecodedPayload> undecoded;
        std::vector<std::string> refusedTopics;
        JournalPosition position;
    };

    IngestStage(const Doors &doors, const Options &options);
    ~IngestStage();

    void start();
    /// Reads what the journal still has, bounded by `patience`, and ends.
    void stop(std::chrono::milliseconds patience);
    /// How a source is called in alarms.
    void nameSource(SourceId source, const std::string &name);
    State state() const;
    JournalPosition position() const;

private:
    void run();
    bool drain();
    void take(const JournalRecord &record);
    void beginStretch(const JournalRecord &record);
    void sourceMark(const JournalRecord &record);
    void adoptTags(std::size_t first, SourceId source);
    void devicesSpoke(std::size_t before);
    void sayGoodbyes(const SampleBatch &batch);
    void dispatch();
    void publish();
    void tellWrongClocks();

    const Doors m_doors;
    const Options m_options;
    std::thread m_thread;
    std::atomic<bool> m_stopping = false;
    std::atomic<std::int64_t> m_stopAt = 0;

    // The thread's own.
    UndecodedList m_undecoded;
    RefusedTopics m_refused;
    MessageDecoder m_decoder;
    GapTracker m_gaps;
    std::unique_ptr<JournalReader> m_reader;
    std::shared_ptr<SampleBatch> m_batch;
    std::vector<HistoryGap> m_newGaps;
    std::map<std::string, std::size_t> m_goodbyes; ///< by asset; samples of the batch before it
    JournalPosition m_batchEnd;
    Timestamp m_itemBegan {}; ///< arrival of the first record of the batch; 0: none yet
    std::vector<SourceId> m_sourceOf; ///< of each tag, as far as this thread has seen it
    std::set<SourceId> m_connected; ///< sources that are up
    bool m_isForHistory = false; ///< the batch is counted and stored
    bool m_isForAlarms = false; ///< the batch is evaluated
    std::chrono::microseconds m_listsAt {0};
    std::uint64_t m_wrongTold = 0; ///< messages with a wrong time, as last told
    std::size_t m_clocksLogged = 0; ///< tags with a wrong clock when the log said so last

    mutable std::mutex m_mutex; ///< guards what follows
    std::map<SourceId, std::string> m_names;
    State m_state;
};

} // namespace telltale
