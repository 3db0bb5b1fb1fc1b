#include "data/sources/journal_syncer.h"

namespace telltale {

JournalSyncer::JournalSyncer(RawJournal &journal, const Clock &clock,
                             std::chrono::milliseconds interval)
    : m_journal(journal)
    , m_clock(clock)
    , m_interval(interval)
{ }

JournalSyncer::~JournalSyncer()
{
    stop();
}

void JournalSyncer::start()
{
    m_thread = std::thread([this] { run(); });
}

void JournalSyncer::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

JournalSyncer::State JournalSyncer::state() const
{
    const std::lock_guard lock(m_mutex);
    return m_state;
}

void JournalSyncer::run()
{
    std::unique_lock lock(m_mutex);
    bool isLast = false;
    while (!isLast) {
        isLast = m_wake.wait_for(lock, m_interval, [this] { return m_stopping; });
        lock.unlock();
        syncOnce();
        lock.lock();
    }
}

void JournalSyncer::syncOnce()
{
    const Timestamp begun = m_clock.now();
    const std::chrono::microseconds steady = m_clock.steady();
    const Outcome synced = m_journal.sync();
    const std::lock_guard lock(m_mutex);
    m_state.took = m_clock.steady() - steady;
    m_state.failure = synced.ok() ? std::nullopt : std::optional(synced.error());
    if (synced.ok())
        m_state.safe = begun;
}

} // namespace telltale
