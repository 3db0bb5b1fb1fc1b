#include "data/payloads/tag_allowance.h"

namespace telltale {

bool TagAllowance::admit(SourceId source, std::size_t existing, Timestamp arrival)
{
    if (existing >= m_limits.tagsPerSource)
        return false;
    if (existing < m_limits.freeTagsPerSource)
        return true;
    std::deque<Timestamp> &newest = m_newest[source.value];
    if (!newest.empty() && newest.back() > arrival)
        newest.clear(); // the clock was set back: old arrivals would block for ever
    while (!newest.empty() && newest.front() + std::chrono::minutes(1) <= arrival)
        newest.pop_front();
    if (newest.size() >= m_limits.newTagsPerMinute)
        return false;
    newest.push_back(arrival);
    return true;
}

} // namespace telltale
