#pragma once

#include "data/telemetry/timestamp.h"

#include <chrono>
#include <cstdint>
#include <deque>
#include <optional>

namespace telltale {

class LiveValues;
class TagRegistry;

/// How long samples took from their own time, where their message states none from its arrival, to
/// the frame that showed them: of one sample per batch, over the last minute. What the program
/// measures of itself does not count.
/// Thread  GUI.
class ScreenLatency
{
public:
    struct Figures
    {
        std::chrono::microseconds median {0};
        std::chrono::microseconds p99 {0};
    };

    ScreenLatency(const LiveValues &live, const TagRegistry &tags);
    /// With each frame. What came while none was drawn does not count.
    void look(Timestamp now);
    std::optional<Figures> figures(Timestamp now); ///< none: nothing came in the last minute

private:
    struct Shown
    {
        Timestamp at {};
        std::chrono::microseconds took {0};
    };

    const LiveValues &m_live;
    const TagRegistry &m_tags;
    std::uint64_t m_change = 0;
    Timestamp m_lookedAt {};
    std::deque<Shown> m_shown;
};

} // namespace telltale
