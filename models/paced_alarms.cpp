#include "models/paced_alarms.h"

#include "data/telemetry/clock.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace telltale {
namespace {

bool isNewAndHigh(const AlarmRow &row)
{
    constexpr int kHigh = 2;
    return row.priority <= kHigh && row.state == AlarmState::Unacked;
}

} // namespace

PacedAlarms::PacedAlarms(const Plant &plant)
    : m_plant(plant)
    , m_snapshot(std::make_shared<AlarmSnapshot>())
{ }

bool PacedAlarms::refresh()
{
    const std::uint64_t answers = m_plant.alarms->answers(); // what came of them is in the snapshot
    std::shared_ptr<const AlarmSnapshot> newest = m_plant.alarms->snapshot();
    if (newest == m_snapshot || (answers == m_answers && canWait(*newest)))
        return false;
    m_snapshot = std::move(newest);
    m_takenAt = m_plant.clock->steady();
    m_answers = answers;
    return true;
}

bool PacedAlarms::canWait(const AlarmSnapshot &newest) const
{
    return newest.flood && m_snapshot->flood && m_plant.clock->steady() - m_takenAt < kFloodPace
        && !isUrgent(newest);
}

/// By alarm: where one comes while another is acknowledged, as many are new as before.
bool PacedAlarms::isUrgent(const AlarmSnapshot &newest) const
{
    std::unordered_map<std::string_view, std::uint64_t> known;
    for (const AlarmRow &row : m_snapshot->rows) {
        if (isNewAndHigh(row))
            known.emplace(row.id, row.occurrence);
    }
    return std::any_of(newest.rows.begin(), newest.rows.end(), [&known](const AlarmRow &row) {
        if (!isNewAndHigh(row))
            return false;
        const auto found = known.find(row.id);
        return found == known.end() || found->second != row.occurrence;
    });
}

} // namespace telltale
