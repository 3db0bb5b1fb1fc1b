#include "models/screen_latency.h"

#include "data/telemetry/live_values.h"
#include "data/telemetry/status_board.h"
#include "data/telemetry/tag_registry.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace telltale {
namespace {

using namespace std::chrono_literals;

constexpr auto kSpan = 60s;
constexpr auto kPause = 1s; ///< between frames: the window was hidden

} // namespace

ScreenLatency::ScreenLatency(const LiveValues &live, const TagRegistry &tags,
                             const StatusBoard &status)
    : m_live(live)
    , m_tags(tags)
    , m_status(status)
    , m_change(live.lastChange())
{ }

void ScreenLatency::look(Timestamp now)
{
    const bool isPaused = m_lookedAt != Timestamp {} && now - m_lookedAt > kPause;
    m_lookedAt = now;
    noteConnections();
    for (const LiveValues::Coming &coming : m_live.comingsSince(m_change)) {
        if (!isPaused && isLive(m_tags.source(coming.tag), coming.time))
            m_shown.push_back({now, std::max(0us, std::chrono::microseconds(now - coming.time))});
    }
}

void ScreenLatency::noteConnections()
{
    const std::uint64_t version = m_status.version();
    if (std::exchange(m_statusVersion, version) == version)
        return;
    m_connectedSince.clear();
    for (const ConnectionStatus &connection : m_status.status().connections) {
        if (connection.state == ConnectionStatus::State::Connected)
            m_connectedSince[connection.source] = connection.since;
    }
}

bool ScreenLatency::isLive(SourceId source, Timestamp time) const
{
    const auto since = m_connectedSince.find(source);
    return source != SourceId {} && since != m_connectedSince.end() && time >= since->second;
}

std::optional<ScreenLatency::Figures> ScreenLatency::figures(Timestamp now)
{
    while (!m_shown.empty() && now - m_shown.front().at > kSpan)
        m_shown.pop_front();
    if (m_shown.empty())
        return std::nullopt;
    std::vector<std::chrono::microseconds> took;
    took.reserve(m_shown.size());
    for (const Shown &shown : m_shown)
        took.push_back(shown.took);
    std::sort(took.begin(), took.end());
    const auto at
        = [&took](std::size_t percent) { return took[(took.size() - 1) * percent / 100]; };
    return Figures {at(50), at(99)};
}

} // namespace telltale
