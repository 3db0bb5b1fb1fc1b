#include "data/alarms/flood_watch.h"

#include <algorithm>

namespace telltale {
namespace {

constexpr AlarmTime kHour = 3600 * kSecond;
constexpr std::size_t kMostTimes = 100'000;

} // namespace

bool FloodWatch::add(AlarmTime t)
{
    m_times.push_back(t);
    const bool hasOld = m_times.front() <= t - 2 * kHour || m_times.size() > kMostTimes;
    if (hasOld) {
        const auto young = m_times.end()
            - static_cast<std::ptrdiff_t>(std::min(countSince(t - kHour), kMostTimes / 2));
        m_times.erase(m_times.begin(), young);
    }
    if (m_isOn || count(t) <= m_limits.on)
        return false;
    m_isOn = true;
    return true;
}

AlarmTime FloodWatch::due() const
{
    if (!m_isOn)
        return kNever;
    if (m_times.size() < m_limits.off || m_limits.off == 0)
        return m_times.empty() ? kNoTime : m_times.back();
    return m_times[m_times.size() - m_limits.off] + m_limits.window;
}

std::size_t FloodWatch::count(AlarmTime t) const
{
    return countSince(t - m_limits.window);
}

std::size_t FloodWatch::inLastHour(AlarmTime t) const
{
    return countSince(t - kHour);
}

void FloodWatch::shift(AlarmTime by)
{
    for (AlarmTime &time : m_times)
        time += by;
}

std::size_t FloodWatch::countSince(AlarmTime after) const
{
    const auto first = std::upper_bound(m_times.begin(), m_times.end(), after);
    return static_cast<std::size_t>(m_times.end() - first);
}

} // namespace telltale
