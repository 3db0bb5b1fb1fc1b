#pragma once

#include "data/history/history_writer.h"
#include "data/pipeline/gap_tracker.h"
#include "data/pipeline/message_decoder.h"
#include "data/pipeline/silence_tracker.h"
#include "data/pipeline/stored_rhythms.h"
#include "data/telemetry/bounded_queue.h"
#include "data/telemetry/clock.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace telltale {

/// One piece of the river for history, in journal order.
struct HistoryItem
{
    /// Whether an item whose first record arrived at `began` ends with or before `record`: at the
    /// marks of program and sources, and so that the arrival of a batch says when its samples came.
    static bool ends(const JournalRecord &record, Timestamp began);

    SampleBatchPtr batch; ///< may be empty
    std::vector<HistoryGap> gaps; ///< behind the samples
    std::vector<DeviceWord> words; ///< among the samples
    std::vector<Timestamp> lastSigns; ///< of the tracker that found the gaps, as of `end`
    MessageCounts counts; ///< as of `end`
    JournalPosition end;
};

/// The history thread: takes what ingest offers, commits in groups, and when it fell behind reads
/// on from the journal by itself, so that nothing else ever waits for the disk. Behind means that
/// 200 000 messages, 64 MiB or 1024 items wait.
/// Thread  offer() from ingest; the rest from any. The writer lives on the stage's own thread.
/// Errors  a commit that fails is tried again with the same samples; meanwhile State::recording is
///         false.
class HistoryStage
{
public:
    struct Options
    {
        BatchDecoder::Limits limits;
        std::vector<HistoryGap> runningGaps; ///< as stored by an earlier life
        /// On its thread; the first good commit says it, too.
        std::function<void(bool recording, const Error &why)> recordingChanged;
        std::function<void(const HistoryNote &)> told; ///< on its thread
        const SourceOptions *decoding = nullptr; ///< null: defaults
        std::function<Outcome()> room; ///< asked before a commit, on its thread; empty: not
        std::shared_ptr<StoredRhythms> rhythms; ///< of devices in earlier lives; null: not known
    };
    struct State
    {
        HistoryTotals totals; ///< as of the last commit
        Timestamp lastCommit {};
        std::chrono::microseconds commitTook {0};
        std::uint64_t bytes = 0;
        TimeRange extent; ///< of all that is stored
        bool recording = true;
        bool behind = false;
    };

    HistoryStage(std::unique_ptr<HistoryWriter> writer, RawJournal &journal, TagRegistry &registry,
                 const Clock &clock, Options options);
    ~HistoryStage();

    void start();
    /// Commits what was offered and ends; bounded by `patience`, the journal has the rest.
    void stop(std::chrono::milliseconds patience);
    /// Never waits. What does not fit is read from the journal later.
    void offer(HistoryItem item);
    State state() const;
    JournalPosition committed() const;
    /// From now on.
    void setRetention(const RetentionPolicy &policy);

private:
    /// What waits in the queue.
    struct Load
    {
        std::size_t messages = 0;
        std::size_t bytes = 0;
    };
    static Load loadOf(const HistoryItem &item);
    bool enqueue(HistoryItem &item);

    void run();
    void takeFromQueue();
    void waitForRetry();
    void catchUp();
    HistoryItem readOn(JournalReader &reader, MessageDecoder &decoder);
    bool reattach();
    JournalPosition offered() const;
    void store(HistoryItem item);
    void rememberRhythms();
    void append(const HistoryItem &item);
    void findSilences(const HistoryItem &item);
    bool isRefused() const { return m_retryPause.count() > 0; }
    Outcome commitGroup();
    Outcome maintain();
    void tellNotes();
    void retain();
    void commitIfDue(bool now);
    void setRecording(bool recording, const Error &why);

    std::unique_ptr<HistoryWriter> m_writer;
    RawJournal &m_journal;
    TagRegistry &m_registry;
    const Clock &m_clock;
    const Options m_options;
    BoundedQueue<HistoryItem> m_queue;
    std::thread m_thread;
    std::atomic<bool> m_stopping = false;
    std::atomic<std::int64_t> m_stopAt = 0; ///< steady us; 0: not yet

    // The history thread's own.
    MessageCounts m_counts;
    GapTracker m_gaps; ///< as of m_reached
    SilenceTracker m_silences; ///< the same
    std::vector<HistoryGap> m_newGaps; ///< wait for the next commit
    JournalPosition m_reached;
    std::size_t m_pendingSamples = 0;
    bool m_hasPending = false;
    std::chrono::microseconds m_groupBegan {0};
    std::chrono::microseconds m_retryAt {0};
    std::chrono::microseconds m_retryPause {0};
    std::optional<std::chrono::microseconds> m_retainedAt;

    mutable std::mutex m_mutex; ///< guards what follows
    JournalPosition m_offered;
    bool m_behind = false;
    Load m_load;
    std::optional<bool> m_told; ///< whether it records; nothing said yet
    RetentionPolicy m_retention;
    bool m_hasNewRetention = false; ///< the writer does not know it
    State m_state;
    std::condition_variable m_stopped;
};

} // namespace telltale
