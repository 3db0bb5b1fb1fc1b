#include "app/log_queue.h"

#include <csignal>
#include <utility>

namespace telltale {
namespace {

/// A thread that takes no signals: they are for whoever waits for them.
template <typename Work> std::thread quietThread(Work work)
{
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    std::thread thread(std::move(work));
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    return thread;
}

} // namespace

LogQueue::LogQueue(Write write)
    : m_write(std::move(write))
    , m_thread(quietThread([this] { work(); }))
{ }

LogQueue::~LogQueue()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void LogQueue::add(Line line)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_lines.size() >= kCapacity) {
            m_lines.pop_front();
            ++m_dropped;
        }
        m_lines.push_back(std::move(line));
    }
    m_changed.notify_all();
}

bool LogQueue::flush(std::chrono::milliseconds patience)
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, patience, [this] { return m_lines.empty() && !m_isWriting; });
}

void LogQueue::work()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_isStopping || !m_lines.empty(); });
        if (m_lines.empty())
            return;
        const Line line = std::move(m_lines.front());
        m_lines.pop_front();
        const std::uint64_t dropped = std::exchange(m_dropped, 0);
        m_isWriting = true;
        lock.unlock();
        m_write(line, dropped);
        lock.lock();
        m_isWriting = false;
        m_changed.notify_all();
    }
}

} // namespace telltale
