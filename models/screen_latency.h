#pragma once

#include "data/telemetry/tag.h"
#include "data/telemetry/timestamp.h"

#include <chrono>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>

namespace telltale {

class LiveValues;
class StatusBoard;
class TagRegistry;

/// How long samples took from their own time, where their message states none from its arrival, to
/// the frame that showed them: of one sample per batch, over the last minute. What the program
/// measures of itself does not count, nor what is caught up on: of before its connection stands.
/// Thread  GUI.
class ScreenLatency
{
public:
    struct Figures
    {
        std::chrono::microseconds median {0};
        std::chrono::microseconds p99 {0};
    };

    ScreenLatency(const LiveValues &live, const TagRegistry &tags, const StatusBoard &status);
    /// With each frame. What came while none was drawn does not count.
    void look(Timestamp now);
    std::optional<Figures> figures(Timestamp now); ///< none: nothing came in the last minute

private:
    struct Shown
    {
        Timestamp at {};
        std::chrono::microseconds took {0};
    };

    void noteConnections();
    bool isLive(SourceId source, Timestamp time) const;

    const LiveValues &m_live;
    const TagRegistry &m_tags;
    const StatusBoard &m_status;
    std::map<SourceId, Timestamp> m_connectedSince; ///< those that stand
    std::uint64_t m_statusVersion = 0;
    std::uint64_t m_change = 0;
    Timestamp m_lookedAt {};
    std::deque<Shown> m_shown;
};

} // namespace telltale
