// From what the engine did to what is stored and what lists show.

#include "data/alarms/alarm_rows.h"
#include "data/alarms/local_alarm_service.h"

namespace telltale {
namespace {

constexpr std::size_t kRing = 100'000; ///< entries kept while the store cannot be written
constexpr std::size_t kShortList = 256; ///< rows a caller may build a list of in passing
constexpr std::chrono::milliseconds kPublishInterval {5};

} // namespace

/// Takes what the engine did over into what is to be stored and shown.
void LocalAlarmService::collect()
{
    AlarmOutput &output = m_engine.output();
    collectEntries();
    for (const std::uint32_t alarm : m_engine.takeUnsavedAlarms()) {
        m_unsaved.insert(alarm);
        refreshRow(alarm);
    }
    m_isChanged = m_isChanged || !output.horn.empty() || !output.states.empty();
    output.clear();
    const bool hasNews = !m_entries.empty() || !m_notifications.empty() || !m_deliveries.empty();
    if (hasNews || !m_unsaved.empty() || m_rulesUnsaved)
        m_storeWork.notify_one();
    if (m_engine.nextDue() < m_plannedTick)
        m_tickWork.notify_one();
}

void LocalAlarmService::collectEntries()
{
    AlarmOutput &output = m_engine.output();
    for (AlarmJournalEntry &entry : output.journal) {
        entry.station = m_options.station;
        if (!entry.tag.empty())
            entry.unit = m_registry.info(m_registry.find(entry.tag)).unit;
        m_entries.push_back(std::move(entry));
    }
    collectNotifications();
    limitWaiting();
}

/// What they tell is what the alarm is now: later it is another.
void LocalAlarmService::collectNotifications()
{
    for (AlarmNotification &one : m_engine.output().notifications) {
        const std::uint32_t alarm = m_engine.find(one.alarm);
        if (alarm != kNoAlarm && m_engine.alarms()[alarm].rule)
            one.about = rowOf(alarm);
        if (!m_wanting || m_wanting->wants(one))
            m_notifications.push_back(std::move(one));
    }
}

/// While the store cannot be written the oldest give way.
void LocalAlarmService::limitWaiting()
{
    const auto dropOldest = [](auto &list, std::size_t limit) {
        const std::size_t gone = list.size() > limit ? list.size() - limit : 0;
        list.erase(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(gone));
        return gone;
    };
    const std::size_t gone = dropOldest(m_entries, kRing);
    m_firstEntry += gone;
    m_lostEntries += gone;
    m_droppedNotifications
        += dropOldest(m_notifications, static_cast<std::size_t>(AlarmStore::kOutboxLimit));
}

void LocalAlarmService::refreshRow(std::uint32_t alarm)
{
    const AlarmInstance &instance = m_engine.alarms()[alarm];
    holdRow(alarm);
    if (!instance.rule || instance.shown() == AlarmState::Normal) {
        m_isChanged = m_rows.erase(alarm) > 0 || m_isChanged;
        return;
    }
    m_rows[alarm] = rowOf(alarm);
    m_isChanged = true;
}

AlarmRow LocalAlarmService::rowOf(std::uint32_t alarm) const
{
    const AlarmInstance &instance = m_engine.alarms()[alarm];
    std::string unit;
    if (!instance.path.empty())
        unit = m_registry.info(m_registry.find(instance.path)).unit;
    return makeRow(alarm, instance, std::move(unit));
}

/// Lists are shown from memory at once, but not more often than they can be built.
void LocalAlarmService::publishIfDue(bool mayBuildLongLists)
{
    if (!m_isChanged)
        return;
    const bool isDue = std::chrono::steady_clock::now() >= m_nextPublish;
    if (isDue && (m_rows.size() <= kShortList || mayBuildLongLists))
        publish();
    else if (!mayBuildLongLists)
        m_tickWork.notify_one();
}

/// Called before a row changes.
void LocalAlarmService::holdRow(std::uint32_t alarm)
{
    const auto before = m_rows.find(alarm);
    if (m_isActing && before != m_rows.end()) {
        m_beforeAction.insert(*before);
    } else if (!m_isActing) {
        m_beforeAction.erase(alarm);
        m_beforeStored.erase(alarm);
    }
}

/// What an operator did is shown when it is stored; an alarm that comes meanwhile at once. What was
/// silenced is quiet at once: it would sound again with each that comes while nothing is stored.
std::vector<AlarmRow> LocalAlarmService::shownRows() const
{
    std::map<std::uint32_t, AlarmRow> held = m_beforeStored;
    held.insert(m_beforeAction.begin(), m_beforeAction.end());
    for (auto &[alarm, row] : held)
        row.isSounding = m_engine.alarms()[alarm].memory.isSounding;
    std::vector<AlarmRow> rows;
    rows.reserve(m_rows.size() + held.size());
    for (const auto &[alarm, row] : m_rows) {
        const auto before = held.extract(alarm);
        const bool isHeld = before && before.mapped().occurrence == row.occurrence;
        rows.push_back(isHeld ? before.mapped() : row);
    }
    for (const auto &[alarm, row] : held)
        rows.push_back(row);
    return rows;
}

void LocalAlarmService::publish()
{
    const auto began = std::chrono::steady_clock::now();
    auto snapshot = std::make_shared<AlarmSnapshot>(makeSnapshot(shownRows()));
    addGlobals(*snapshot, m_engine.globals(), m_engine.now());
    m_publishedPerHour = m_engine.flood().inLastHour(m_engine.now());
    m_publishedRecent = m_engine.flood().count(m_engine.now());
    snapshot->version = ++m_version;
    m_isChanged = false;
    m_board.publish(std::move(snapshot));
    const auto ended = std::chrono::steady_clock::now();
    const std::chrono::steady_clock::duration pace
        = std::max<std::chrono::steady_clock::duration>(kPublishInterval, 5 * (ended - began));
    m_nextPublish = ended + pace;
}

} // namespace telltale
