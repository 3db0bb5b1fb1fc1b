#include "data/sources/reconnect_policy.h"

#include <algorithm>

namespace telltale {

ReconnectPolicy::ReconnectPolicy(const MqttOptions &options, std::uint64_t seed)
    : m_first(options.firstDelay)
    , m_last(options.lastDelay)
    , m_refused(options.refusedDelay)
    , m_upperEnd(options.firstDelay)
    , m_random(seed)
{ }

std::chrono::milliseconds ReconnectPolicy::next()
{
    std::uniform_int_distribution<std::int64_t> upTo(0, m_upperEnd.count());
    const std::chrono::milliseconds delay {upTo(m_random)};
    m_upperEnd = std::min(m_last, m_upperEnd * 2);
    return delay;
}

void ReconnectPolicy::reset()
{
    m_upperEnd = m_first;
}

} // namespace telltale
