#include "data/alarms/rate_window.h"

namespace telltale {

void RateWindow::clear()
{
    m_points.clear();
    m_first = 0;
}

std::optional<double> RateWindow::add(AlarmTime te, double value, AlarmTime window)
{
    m_points.push_back({te, value});
    while (m_points[m_first].te < te - window)
        ++m_first;
    if (m_points.size() - m_first > kMostPoints)
        thin();
    if (m_first >= kMostPoints) { // seldom: moving costs less than a sample
        m_points.erase(m_points.begin(), m_points.begin() + static_cast<std::ptrdiff_t>(m_first));
        m_first = 0;
    }
    const Point &oldest = m_points[m_first];
    const AlarmTime covered = te - oldest.te;
    if (covered <= 0 || 2 * covered < window)
        return std::nullopt;
    return (value - oldest.value) * static_cast<double>(kSecond) / static_cast<double>(covered);
}

void RateWindow::thin()
{
    std::size_t to = 0;
    for (std::size_t from = m_first; from + 1 < m_points.size(); from += 2)
        m_points[to++] = m_points[from];
    m_points[to++] = m_points.back();
    m_points.resize(to);
    m_first = 0;
}

} // namespace telltale
