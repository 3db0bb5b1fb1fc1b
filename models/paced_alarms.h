#pragma once

#include "models/plant.h"

#include "data/alarms/alarm_board.h"

#include <chrono>
#include <memory>

namespace telltale {

/// The newest alarms, as a list of them takes them over: at once, but in a flood at most four times
/// a second, so that its rows can be read and clicked (alarms.md section 6). What does not wait:
/// the beginning and the end of a flood, a new alarm of priority 1 or 2, and what came of an act
/// of a person.
/// Thread  GUI. refresh() once a frame; it costs one look at the version when nothing changed.
class PacedAlarms
{
public:
    static constexpr std::chrono::milliseconds kFloodPace {250};

    explicit PacedAlarms(const Plant &plant);

    const AlarmSnapshot &snapshot() const { return *m_snapshot; }
    /// For rows that keep it alive.
    const std::shared_ptr<const AlarmSnapshot> &shared() const { return m_snapshot; }
    /// Takes the newest snapshot over, unless it can wait. True if there was a new one.
    bool refresh();

private:
    bool canWait(const AlarmSnapshot &newest) const;
    bool isUrgent(const AlarmSnapshot &newest) const;

    const Plant &m_plant;
    std::shared_ptr<const AlarmSnapshot> m_snapshot;
    std::chrono::microseconds m_takenAt = -kFloodPace; ///< on the steady clock
    std::uint64_t m_answers = 0; ///< to acts of persons, when it was taken
};

} // namespace telltale
