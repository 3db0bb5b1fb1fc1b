#pragma once

#include <QByteArray>

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace telltale {

/// Writes the lines of the log on a thread of its own: whoever logs, the GUI first of all, waits
/// neither for a disk nor for a terminal. A crash loses what waits, at most kCapacity lines of the
/// last moments; where there is no room the oldest is dropped, and how many lines that were is
/// written in their place.
/// Thread  any; `write` is called on the queue's own. The destructor writes all that waits.
class LogQueue
{
public:
    static constexpr std::size_t kCapacity = 1000; ///< lines of at most 8 KiB

    struct Line
    {
        QByteArray text;
        bool isForTerminal = false; ///< stderr, too
    };
    /// `dropped`: lines given up since the one before.
    using Write = std::function<void(const Line &line, std::uint64_t dropped)>;

    explicit LogQueue(Write write);
    ~LogQueue();
    LogQueue(const LogQueue &) = delete;
    LogQueue &operator=(const LogQueue &) = delete;

    void add(Line line);
    /// Waits until all that was added is written; false: it took longer than `patience`.
    bool flush(std::chrono::milliseconds patience);

private:
    void work();

    const Write m_write;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Line> m_lines;
    std::uint64_t m_dropped = 0;
    bool m_isWriting = false;
    bool m_isStopping = false;
    std::thread m_thread;
};

} // namespace telltale
