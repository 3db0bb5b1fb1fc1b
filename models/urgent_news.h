#pragma once

#include "data/alarms/alarm_types.h"

#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace telltale {

struct AlarmSnapshot;

/// Which alarms of priority 1 and 2 are new since the last look: what is worth disturbing somebody
/// who looks at another window. What stood there at the first look is no news.
/// Thread  GUI.
class UrgentNews
{
public:
    /// The most urgent first.
    std::vector<AlarmRow> look(const AlarmSnapshot &snapshot);

private:
    using Key = std::pair<std::string, std::uint64_t>; ///< alarm and occurrence

    std::set<Key> m_known;
    bool m_hasLooked = false;
};

} // namespace telltale
