#pragma once

#include "data/telemetry/tag.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace telltale {

/// Finds messages a broker sends again (DUP) although we have them: topic and payload equal one of
/// the last `window` messages of QoS above 0 of that source (architecture.md section 4).
/// Thread  one.
/// Unit    8 bytes a message and source, up to `window`; several times that only while DUPs come.
class RedeliveryFilter
{
public:
    /// A broker may have as many messages under way as there are packet ids: not every one keeps to
    /// the receive maximum. Mosquitto 2.0.11 was seen more than 4000 ahead where 1000 were allowed,
    /// and sent all of them again.
    static constexpr std::size_t kMostUnderWay = 65'535;

    explicit RedeliveryFilter(std::size_t window)
        : m_window(window)
    { }
    /// True: we have it, drop it. Else it is remembered. For every message of QoS above 0, in the
    /// order in which they were received.
    bool isRepeat(SourceId source, std::string_view topic, std::string_view payload, bool dup);

private:
    /// The newest messages of one source, as hashes.
    struct Recent
    {
        std::vector<std::uint64_t> ring;
        std::size_t next = 0; ///< where the next goes once the ring is full
        std::unordered_map<std::uint64_t, std::uint32_t> counts; ///< of the ring, while isIndexed
        bool isIndexed = false;
        std::size_t sinceDup = 0; ///< messages since the last DUP
    };

    void remember(Recent &recent, std::uint64_t hash) const;
    static void index(Recent &recent);

    const std::size_t m_window;
    std::unordered_map<std::uint16_t, Recent> m_recent;
};

} // namespace telltale
