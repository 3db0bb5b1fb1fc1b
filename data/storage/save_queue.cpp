#include "data/storage/save_queue.h"

#include <algorithm>
#include <utility>

namespace telltale {

SaveQueue::SaveQueue(Watcher watcher)
    : m_watcher(std::move(watcher))
    , m_thread([this] { work(); })
{ }

SaveQueue::~SaveQueue()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void SaveQueue::add(FileSave save, Done done)
{
    {
        const std::lock_guard lock(m_mutex);
        Entry entry {std::move(save), {}};
        const auto older
            = std::find_if(m_waiting.begin(), m_waiting.end(), [&](const Entry &waiting) {
                  return waiting.save.file == entry.save.file;
              });
        if (older != m_waiting.end()) {
            entry.done = std::move(older->done);
            m_waiting.erase(older);
        }
        if (done)
            entry.done.push_back(std::move(done));
        m_waiting.push_back(std::move(entry));
    }
    m_changed.notify_all();
}

void SaveQueue::flush()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_waiting.empty() && !m_isWriting; });
}

void SaveQueue::work()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_isStopping || !m_waiting.empty(); });
        if (m_waiting.empty())
            return;
        const Entry entry = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_isWriting = true;
        lock.unlock();
        write(entry);
        lock.lock();
        m_isWriting = false;
        m_changed.notify_all();
    }
}

void SaveQueue::write(const Entry &entry) const
{
    const Outcome written = entry.save.write();
    if (m_watcher)
        m_watcher(entry.save.file, written);
    for (const Done &done : entry.done)
        done(written);
}

} // namespace telltale
