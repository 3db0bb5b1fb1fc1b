#include "models/newest_values.h"

#include "models/slope.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <span>

namespace telltale {
namespace {

constexpr std::size_t kMost = 24; ///< that say how much they waver
constexpr std::size_t kLast = 8; ///< of them, that say which way it goes
constexpr std::size_t kFewest = 4;
constexpr double kOldest = 300.0; ///< seconds
constexpr double kDistance = 1.0; ///< seconds
constexpr double kNoises = 4.5;

} // namespace

void NewestValues::add(Timestamp time, double value)
{
    if (m_points.empty())
        m_start = time;
    const double at = std::chrono::duration<double>(time - m_start).count();
    if (!std::isfinite(value) || (!m_points.empty() && at <= m_points.back().first))
        return;
    const std::size_t count = m_points.size();
    if (count > 1 && m_points[count - 1].first - m_points[count - 2].first < kDistance)
        m_points.pop_back();
    m_points.emplace_back(at, value);
    const auto isKept = [at](const auto &point) { return at - point.first <= kOldest; };
    auto first = std::find_if(m_points.begin(), m_points.end(), isKept);
    if (m_points.end() - first > static_cast<std::ptrdiff_t>(kMost))
        first = m_points.end() - static_cast<std::ptrdiff_t>(kMost);
    m_points.erase(m_points.begin(), first);
}

bool NewestValues::goAgainst(double slope) const
{
    if (m_points.size() < kFewest)
        return false;
    const SlopePoints points(m_points);
    const SlopePoints last = points.last(std::min(kLast, points.size()));
    const double back
        = -std::copysign(1.0, slope) * medianSlope(last) * (last.back().first - last.front().first);
    return back > kNoises * stepNoise(points);
}

} // namespace telltale
