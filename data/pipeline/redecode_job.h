#pragma once

#include "data/pipeline/redecode.h"

#include <atomic>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace telltale {

class HistoryStage;

/// Decodes the raw journal of the running program once more, beside the river.
/// Thread  start() and stop() from one, state() from any; the work on a thread of its own.
class RedecodeJob
{
public:
    struct State
    {
        bool isRunning = false;
        Redecode::Counts counts; ///< of the last one, so far
        std::optional<Error> failure; ///< why it ended early
    };
    RedecodeJob(std::string dataFolder, RawJournal &journal, TagRegistry &registry,
                HistoryStage &history);
    ~RedecodeJob();

    /// Errors  Busy: one is running.
    Outcome start(const Redecode::Options &options);
    void stop();
    State state() const;

private:
    Outcome run(const Redecode::Options &options);

    const std::string m_dataFolder;
    RawJournal &m_journal;
    TagRegistry &m_registry;
    HistoryStage &m_history;
    std::thread m_thread;
    std::atomic<bool> m_stopping = false;
    mutable std::mutex m_mutex; ///< guards what follows
    State m_state;
};

} // namespace telltale
