#pragma once

#include "data/telemetry/tag.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace telltale {

/// Finds messages a broker sends again (DUP) although we have them: the newest message of that
/// source with the same packet id has the same topic and payload. A broker sends again under the id
/// it gave at first; equal content alone would take the next "1" of a switch for the last one.
/// Thread  one.
/// Unit    8 bytes a packet id in use and source: 512 KiB at most.
class RedeliveryFilter
{
public:
    /// True: we have it, drop it. Else it is remembered. For every message of QoS above 0, in the
    /// order in which they were received; `packet` 0: its id is not known, it is no repeat.
    bool isRepeat(SourceId source, std::uint16_t packet, std::string_view topic,
                  std::string_view payload, bool dup);

private:
    std::unordered_map<std::uint16_t, std::vector<std::uint64_t>>
        m_newest; ///< hashes by source and packet id
};

} // namespace telltale
