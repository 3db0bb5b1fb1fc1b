#pragma once

#include "data/telemetry/result.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace telltale {

/// One file to write, with all it takes to do so on another thread.
struct FileSave
{
    std::string file; ///< its path: what is asked of one file later replaces what still waits
    std::function<Outcome()> write;
};

/// Writes files one after another on a thread of its own: a sync takes as long as the disk likes.
/// Thread  any; writes and answers happen on its own. The last save of a file wins: one that has
///         not begun is left out, and its asker gets the answer of the one that replaced it.
///         The destructor writes whatever waits.
class SaveQueue
{
public:
    using Done = std::function<void(const Outcome &)>;
    using Watcher = std::function<void(const std::string &file, const Outcome &)>;

    /// `watcher` hears of every write, before whoever asked for it.
    explicit SaveQueue(Watcher watcher = {});
    ~SaveQueue();

    void add(FileSave save, Done done = {});
    /// Waits until all that was added is written and answered.
    void flush();

private:
    struct Entry
    {
        FileSave save;
        std::vector<Done> done;
    };
    void work();
    void write(const Entry &entry) const;

    const Watcher m_watcher;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Entry> m_waiting;
    bool m_isWriting = false;
    bool m_isStopping = false;
    std::thread m_thread;
};

} // namespace telltale
