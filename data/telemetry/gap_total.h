#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <string>

namespace telltale {

/// Gaps of one cause that were recorded. Those of devices are counted for each of them.
struct GapTotal
{
    std::uint64_t count = 0;
    std::chrono::microseconds length {0}; ///< of those that ended
    bool operator==(const GapTotal &) const = default;
};

/// By cause: "device_silent".
using GapTotals = std::map<std::string, GapTotal>;

} // namespace telltale
