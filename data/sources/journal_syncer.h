#pragma once

#include "data/sources/raw_journal.h"
#include "data/telemetry/clock.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace telltale {

/// Has the disk take what was appended to a journal, again and again, so that a power cut costs no
/// more than the last moment. Off the ways of messages: neither appenders nor readers wait for it.
/// Thread  its own; queries from any.
/// Errors  a sync that fails is told in state() until a later one of newer records succeeds.
class JournalSyncer
{
public:
    struct State
    {
        Timestamp safe {}; ///< what was appended before is on the disk; 0: nothing was synced yet
        std::chrono::microseconds took {0}; ///< of the newest sync
        std::optional<Error> failure; ///< of the newest sync
    };
    static constexpr std::chrono::milliseconds kInterval {500};

    JournalSyncer(RawJournal &journal, const Clock &clock,
                  std::chrono::milliseconds interval = kInterval);
    ~JournalSyncer();

    void start();
    /// Syncs once more, and ends.
    void stop();
    State state() const;

private:
    void run();
    void syncOnce();

    RawJournal &m_journal;
    const Clock &m_clock;
    const std::chrono::milliseconds m_interval;
    std::thread m_thread;

    mutable std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_wake;
    bool m_stopping = false;
    State m_state;
};

} // namespace telltale
