// The service's own threads: one for timers and lists, one for the store.

#include "data/alarms/local_alarm_service.h"

#include "data/alarms/rule_json.h"
#include "data/alarms/system_rules.h"

namespace telltale {
namespace {

using std::chrono::steady_clock;

constexpr std::chrono::milliseconds kStatePace {200}; ///< replayed from the raw journal anyway
constexpr std::chrono::seconds kPositionPace {1}; ///< for so many inputs:
constexpr int kInputsPerPace = 1000;
constexpr int kSlowestPace = 10; ///< position paces
constexpr std::chrono::seconds kRetryPace {1};
constexpr std::chrono::seconds kLongestSleep {5};
constexpr int kLastAttempts = 2; ///< an error that happens once costs nothing
constexpr std::chrono::milliseconds kSignWithin {500}; ///< the last head

} // namespace

void LocalAlarmService::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_isStopping)
            return;
        m_isStopping = true;
        m_tickWork.notify_one();
        m_storeWork.notify_one();
    }
    m_signer.endCheck(); // a reader would keep the write-ahead log
    for (std::thread *thread : {&m_tickThread, &m_storeThread}) {
        if (thread->joinable())
            thread->join();
    }
    m_signer.stop(kSignWithin);
}

void LocalAlarmService::runTimers()
{
    std::unique_lock lock(m_mutex);
    while (!m_isStopping) {
        m_tickWork.wait_until(lock, nextTick());
        if (!m_isStopping)
            tick();
    }
}

/// When timers are due or lists may be shown; kept in m_plannedTick so that callers know when to
/// wake the thread earlier.
LocalAlarmService::Pace LocalAlarmService::nextTick()
{
    const Pace began = steady_clock::now();
    const AlarmTime t = now();
    const AlarmTime longest = std::chrono::microseconds(kLongestSleep).count();
    const AlarmTime due = m_engine.nextDue();
    const AlarmTime left = due == kNever ? longest : std::clamp<AlarmTime>(due - t, 0, longest);
    m_plannedTick = t + left;
    Pace until = began + std::chrono::microseconds(left);
    if (m_isChanged)
        until = std::min(until, m_nextPublish);
    return until;
}

void LocalAlarmService::runStore()
{
    std::unique_lock lock(m_mutex);
    while (!m_isStopping) {
        waitForCommit(lock);
        if (!m_isStopping && isCommitDue())
            commitNow(lock, takeCommit());
    }
    AlarmJournalEntry end;
    end.time = end.eventTime = timestampFromMicroseconds(now());
    end.type = "STOP";
    m_engine.output().journal.push_back(std::move(end));
    collect();
    commitLast(lock);
}

void LocalAlarmService::commitLast(std::unique_lock<std::mutex> &lock)
{
    for (int attempt = 0; attempt < kLastAttempts; ++attempt) {
        AlarmCommit last = takeCommit();
        last.isLast = true;
        commitNow(lock, std::move(last));
        if (m_storeError.empty())
            return;
    }
}

void LocalAlarmService::waitForCommit(std::unique_lock<std::mutex> &lock)
{
    if (isCommitDue())
        return;
    Pace until = steady_clock::now() + kLongestSleep;
    if (!m_storeError.empty())
        until = std::min(until, m_nextRetry);
    else if (!m_unsaved.empty() || m_position != m_stored)
        until = std::min(until, m_nextState);
    m_storeWork.wait_until(lock, until);
}

void LocalAlarmService::tick()
{
    const AlarmTime t = now();
    m_engine.advanceTo(t);
    forgetUnknownSources(t);
    collect();
    const bool isRateOld = m_engine.flood().inLastHour(t) != m_publishedPerHour
        || m_engine.flood().count(t) != m_publishedRecent;
    m_isChanged = m_isChanged || isRateOld;
    publishIfDue(true);
}

/// A stored alarm of a source or channel that is no longer configured would stay for ever.
void LocalAlarmService::forgetUnknownSources(AlarmTime t)
{
    if (m_forgetUnknown == steady_clock::time_point() || steady_clock::now() < m_forgetUnknown)
        return;
    m_forgetUnknown = {};
    const auto isUnknown = [](const AlarmRule &rule) { return rule.link == kUnknownSourceLink; };
    const AlarmEngine::Actor actor {m_options.user, AlarmRole::Program, "no longer configured"};
    if (std::erase_if(m_systemRules, isUnknown) > 0)
        installRules(t, &actor);
}

bool LocalAlarmService::isCommitDue() const
{
    const steady_clock::time_point t = steady_clock::now();
    if (!m_storeError.empty())
        return t >= m_nextRetry || !m_waiting.empty();
    const bool isOutboxNew = !m_notifications.empty() || !m_deliveries.empty();
    if (!m_entries.empty() || isOutboxNew || !m_waiting.empty() || m_rulesUnsaved)
        return true;
    return t >= m_nextState && (!m_unsaved.empty() || m_position != m_stored);
}

AlarmCommit LocalAlarmService::takeCommit()
{
    AlarmCommit commit;
    commit.entries.swap(m_entries);
    commit.firstEntry = m_firstEntry;
    m_firstEntry += commit.entries.size();
    commit.notifications.swap(m_notifications);
    commit.deliveries.swap(m_deliveries);
    commit.droppedNotifications = std::exchange(m_droppedNotifications, 0);
    commit.position = m_position;
    if (m_savesAll) {
        for (std::uint32_t i = 0; i < m_engine.alarms().size(); ++i)
            m_unsaved.insert(i);
        m_engine.markInputsUnsaved();
    }
    if (!m_unsaved.empty() || !commit.entries.empty() || m_savesAll)
        commit.globals = m_engine.saveGlobals();
    addAlarms(commit);
    if (m_rulesUnsaved || m_savesAll)
        commit.rules = ruleSetToJson(m_rules);
    const bool isQuiet = commit.alarms.empty() && commit.entries.empty();
    const auto inputs = static_cast<int>(commit.inputs.size());
    const steady_clock::duration position
        = kPositionPace * std::clamp(inputs / kInputsPerPace, 1, kSlowestPace);
    m_nextState = steady_clock::now() + (isQuiet ? position : steady_clock::duration(kStatePace));
    m_rulesUnsaved = false;
    m_savesAll = false;
    return commit;
}

/// The changed alarms, and every input judged since: what comes after the committed position is
/// judged against what stood there.
void LocalAlarmService::addAlarms(AlarmCommit &commit)
{
    for (const std::uint32_t index : m_unsaved) {
        const AlarmInstance &alarm = m_engine.alarms()[index];
        const auto row = m_rows.find(index);
        commit.alarms.push_back(
            {alarm.id, m_engine.saveAlarm(index),
             row == m_rows.end() ? std::nullopt : std::optional<AlarmRow>(row->second)});
    }
    m_unsaved.clear();
    for (const std::uint32_t input : m_engine.takeUnsavedInputs())
        commit.inputs.push_back({m_engine.input(input).path, m_engine.saveInput(input)});
}

/// Stores without holding the mutex, then answers the actions that waited for it.
void LocalAlarmService::commitNow(std::unique_lock<std::mutex> &lock, AlarmCommit commit)
{
    std::vector<Waiting> waiting;
    waiting.swap(m_waiting);
    m_beforeStored.merge(m_beforeAction);
    m_beforeAction.clear();
    lock.unlock();
    const Outcome stored = commitOrReopen(commit);
    if (stored) {
        signStored(commit);
        handOver(std::move(commit.notifications));
    }
    lock.lock();
    if (stored) {
        m_stored = commit.position;
        m_storeError.clear();
        m_lostEntries = 0;
        m_isChanged = m_isChanged || !m_beforeStored.empty();
        m_beforeStored.clear();
        publishIfDue(false);
    } else {
        putBack(std::move(commit), stored.error());
    }
    lock.unlock();
    for (Waiting &one : waiting) {
        const bool isLost = !stored && (one.answer || one.answer.acknowledged > 0);
        one.done(isLost ? AlarmAnswer(Error {stored.error().code,
                                             "done, but not stored yet: " + stored.error().detail})
                        : one.answer);
    }
    lock.lock();
}

Outcome LocalAlarmService::commitOrReopen(AlarmCommit &commit)
{
    if (!m_store) {
        if (Outcome reopened = reopen(commit); !reopened)
            return reopened;
    }
    if (m_store->hasMoved())
        return bringBack();
    m_store->noteSigned(m_signer.signedUpTo(m_store->id()));
    const JournalPoint before = m_store->head();
    const Outcome stored = m_store->commit(commit);
    if (!stored && m_store->head() != before)
        m_doubt = Doubt {m_store->head(), commit.firstEntry + commit.entries.size(),
                         commit.droppedNotifications};
    if (!stored || m_store->isDoubtful())
        m_store.reset(); // a failed write or sync is never trusted: opened anew and read again
    return stored;
}

/// A store whose sync is in doubt is not signed for: it is gone by now.
void LocalAlarmService::signStored(const AlarmCommit &commit)
{
    if (!m_store)
        return;
    const bool isExport = std::any_of(commit.entries.begin(), commit.entries.end(),
                                      [](const auto &entry) { return entry.type == "EXPORT"; });
    m_signer.stored(m_store->id(), m_store->head(),
                    commit.isLast  ? JournalSigner::Why::Stop
                        : isExport ? JournalSigner::Why::Export
                                   : JournalSigner::Why::Day);
}

/// Its heads go before it: another attempt finds the rest where it was.
Outcome LocalAlarmService::setStoreAside()
{
    m_store.reset();
    const Timestamp now = m_clock.now();
    if (Outcome aside = m_signer.setAside(now); !aside)
        return aside;
    return AlarmStore::setAside(m_path, now);
}

/// Said as an error, once: the next attempt finds the file where it was.
Outcome LocalAlarmService::bringBack()
{
    if (Outcome back = m_store->bringBack(m_path, m_clock.now()); !back)
        return back;
    m_store.reset();
    return Error {Error::Code::DiskError,
                  m_path
                      + " was removed, renamed or replaced while it was in use; all it had is "
                        "written there again, and a file that was put in its place is kept beside "
                        "it, its name ending in .damaged and a number"};
}

/// Opens the store again. What a failed commit left in it all the same is not written twice.
Outcome LocalAlarmService::reopen(AlarmCommit &commit)
{
    Result<std::unique_ptr<AlarmStore>> store = AlarmStore::open(m_path);
    if (store) {
        if (Outcome settled = store.value()->settle(); !settled)
            return settled;
        if (Outcome read = readMissedOutbox(*store.value()); !read)
            store = read.error();
    }
    if (!store && store.error().code == Error::Code::Damaged) {
        {
            const std::lock_guard lock(m_mutex);
            m_savesAll = true; // even if only half of it can be set aside now
        }
        if (const Outcome aside = setStoreAside(); !aside)
            return aside;
    }
    if (!store)
        return store.error();
    m_store = std::move(store).value();
    m_storeId = m_store->id();
    const std::optional<Doubt> doubt = std::exchange(m_doubt, std::nullopt);
    if (!doubt || doubt->head != m_store->head() || doubt->nextEntry < commit.firstEntry)
        return {};
    const auto stored = static_cast<std::ptrdiff_t>(doubt->nextEntry - commit.firstEntry);
    commit.entries.erase(commit.entries.begin(), commit.entries.begin() + stored);
    commit.firstEntry = doubt->nextEntry;
    commit.droppedNotifications
        -= std::min(commit.droppedNotifications, doubt->droppedNotifications);
    return {};
}

/// What could not be stored waits, in order, for the next attempt.
void LocalAlarmService::putBack(AlarmCommit commit, const Error &error)
{
    m_storeError = error.detail;
    m_nextRetry = steady_clock::now() + kRetryPace;
    m_rulesUnsaved = m_rulesUnsaved || commit.rules.has_value();
    const auto putBefore = [](auto &first, auto &list) {
        first.insert(first.end(), std::make_move_iterator(list.begin()),
                     std::make_move_iterator(list.end()));
        list = std::move(first);
    };
    putBefore(commit.entries, m_entries);
    m_firstEntry = commit.firstEntry;
    putBefore(commit.notifications, m_notifications);
    putBefore(commit.deliveries, m_deliveries);
    m_droppedNotifications += commit.droppedNotifications;
    limitWaiting();
    for (const AlarmCommit::Input &input : commit.inputs)
        m_engine.markInputUnsaved(input.path);
    for (const AlarmCommit::Alarm &alarm : commit.alarms) {
        const std::uint32_t index = m_engine.find(alarm.id);
        if (index != kNoAlarm)
            m_unsaved.insert(index);
    }
}

} // namespace telltale
