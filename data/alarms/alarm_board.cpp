#include "data/alarms/alarm_board.h"

#include <algorithm>

namespace telltale {

void AlarmSnapshot::count()
{
    for (auto *counts : {&newByPriority, &returnedByPriority, &activeByPriority})
        std::fill(std::begin(*counts), std::end(*counts), 0U);
    for (const AlarmRow &row : rows) {
        const auto priority = static_cast<std::size_t>(std::clamp(row.priority, 1, 4));
        const bool isNew = row.state == AlarmState::Unacked;
        newByPriority[priority] += isNew ? 1 : 0;
        returnedByPriority[priority] += !isNew && needsAcknowledgement(row.state) ? 1 : 0;
        activeByPriority[priority] += isNew || row.state == AlarmState::Acked ? 1 : 0;
    }
    const auto countOf = [this](AlarmState state) {
        return static_cast<std::uint32_t>(
            std::count_if(suppressed.begin(), suppressed.end(),
                          [state](const AlarmRow &row) { return row.state == state; }));
    };
    shelved = countOf(AlarmState::Shelved);
    suppressedByDesign = countOf(AlarmState::Suppressed);
    outOfService = countOf(AlarmState::OutOfService);
}

void AlarmBoard::publish(std::shared_ptr<const AlarmSnapshot> snapshot)
{
    std::function<void()> changed;
    {
        const std::lock_guard lock(m_mutex);
        m_snapshot = std::move(snapshot);
        changed = m_changed;
    }
    if (changed)
        changed();
}

std::shared_ptr<const AlarmSnapshot> AlarmBoard::snapshot() const
{
    const std::lock_guard lock(m_mutex);
    return m_snapshot;
}

std::uint64_t AlarmBoard::version() const
{
    const std::lock_guard lock(m_mutex);
    return m_snapshot->version;
}

void AlarmBoard::setActor(Actor actor)
{
    const std::lock_guard lock(m_mutex);
    m_actor = std::move(actor);
}

void AlarmBoard::act(AlarmAction action, Done done)
{
    Actor actor;
    {
        const std::lock_guard lock(m_mutex);
        actor = m_actor;
    }
    Done counted = [this, done = std::move(done)](AlarmAnswer answer) {
        ++m_answers;
        done(std::move(answer));
    };
    if (actor)
        actor(std::move(action), std::move(counted));
    else
        counted(Error {Error::Code::NotPermitted, "no alarm engine runs in this process"});
}

void AlarmBoard::setChanged(std::function<void()> changed)
{
    const std::lock_guard lock(m_mutex);
    m_changed = std::move(changed);
}

} // namespace telltale
