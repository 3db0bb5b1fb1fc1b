#pragma once

#include "data/history/history_check.h"
#include "data/history/history_writer.h"
#include "data/telemetry/clock.h"

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace telltale {

/// Looks through the complete history files while the program has little to do, each once in 100
/// days: what the disk has lost is known while there is still a backup to have it from. One file at
/// a time, a tenth of the time at most and with the disk's leftovers, as `telltale verify` checks
/// it. DATA/checked.json remembers when each was found whole; a damaged one is looked at every day.
/// Thread  its own; start() and stop() from one. Pauses are real time; how long it worked, and how
///         long ago a file was looked at, is by the clock it is given, asked on its thread.
class HistoryScrub
{
public:
    struct Options
    {
        std::string folder; ///< of the data
        std::function<bool()> isIdle; ///< asked on its thread
        std::function<void(const HistoryNote &)> told; ///< on its thread
        std::chrono::milliseconds lookEvery = std::chrono::minutes(1);
    };
    HistoryScrub(const Clock &clock, Options options);
    ~HistoryScrub();

    void start();
    void stop();

private:
    /// A file as it was found whole, or damaged.
    struct Looked
    {
        std::uint64_t identity = 0; ///< another file of this name has another
        Timestamp at {};
        bool isWhole = false;
    };
    void run();
    void load();
    void save() const;
    std::optional<std::string> nextDue();
    bool isDue(const std::string &path) const;
    void look(const std::string &path);
    void tell(const std::string &path, const std::vector<Damage> &damages, std::size_t count);
    /// Until it may go on; false: it is to end.
    bool rest(std::chrono::milliseconds atLeast);
    void giveWay();

    const Clock &m_clock;
    const Options m_options;
    std::thread m_thread;
    CancelFlag m_cancel;

    // The thread's own.
    std::map<std::string, Looked> m_looked; ///< by name of the file
    std::chrono::microseconds m_workedSince {0}; ///< by the steady clock

    std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_wake;
    HistoryCheck *m_check = nullptr; ///< at work
    bool m_stopping = false;
    bool m_hasEnded = false;
};

} // namespace telltale
