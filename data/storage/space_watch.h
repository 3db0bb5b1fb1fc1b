#pragma once

#include "data/telemetry/result.h"
#include "data/telemetry/status_board.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace telltale {

/// Watches how much room a disk has left: below 2 GiB, or 5 % of it, it is nearly full.
/// Thread  one at a time.
class SpaceWatch
{
public:
    struct Space
    {
        std::uint64_t free = 0; ///< bytes a plain user may use
        std::uint64_t size = 0; ///< of the disk
    };
    static constexpr std::chrono::seconds kEvery {10};

    /// Errors  DiskError.
    static Result<Space> ask(const std::string &folder);
    /// Whether history may take more: the last 64 MiB, of a small disk 5 %, are for the alarms.
    static Outcome checkForHistory(const Space &space);

    /// Takes what ask() said at `steady`.
    void note(const Space &space, std::chrono::microseconds steady);
    bool isDue(std::chrono::microseconds steady) const;
    DiskRoom room() const { return {m_space.free, m_isNearlyFull, m_left}; }
    /// English, one line; the time to full if it shrinks. Rounded, so that it seldom changes.
    std::string words() const;

private:
    Space m_space;
    std::optional<std::chrono::microseconds> m_notedAt;
    std::optional<std::chrono::microseconds> m_since; ///< the rate is counted from here ...
    std::uint64_t m_freeThen = 0; ///< ... where so much was free
    std::optional<std::chrono::hours> m_left;
    bool m_isNearlyFull = false;
};

} // namespace telltale
