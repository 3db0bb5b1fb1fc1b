#pragma once

#include "data/telemetry/status_board.h"

namespace telltale {

/// The status board as a page follows it: copied when it has changed, and to be shown again each
/// second because ages in it go on.
/// Thread  GUI.
class StatusFollower
{
public:
    /// Whether there is something to show: a changed status, or another second of `now`.
    bool update(const StatusBoard &board, Timestamp now);
    const PlantStatus &status() const { return m_status; }
    bool hasStatus() const { return m_version > 0; }

private:
    PlantStatus m_status;
    std::uint64_t m_version = 0;
    std::int64_t m_second = 0;
};

} // namespace telltale
