#include "app/demo/fault_schedule.h"

namespace telltale {
namespace {

/// Seconds; long enough to be seen, acknowledged and looked into.
constexpr std::array<double, FaultSchedule::kFaults> kDuration {300.0, 240.0, 420.0, 360.0,
                                                                240.0, 300.0, 180.0};
constexpr double kShortestPause = 120.0;
constexpr double kLongestPause = 240.0;
constexpr double kFirst = 8.0; ///< s after the past

/// Of the past, in seconds before its end.
constexpr double kUnbalanced = 19.0 * 3600.0;
constexpr double kBalanced = kUnbalanced - 1500.0;
constexpr double kClogging = 5.0 * 3600.0;
constexpr double kWashed = kClogging - 900.0;

} // namespace

FaultSchedule::FaultSchedule(std::uint64_t seed, std::chrono::seconds past)
    : m_random(seed)
{
    const auto end = static_cast<double>(past.count());
    m_periods[static_cast<std::size_t>(Fault::Unbalance)] = {end - kUnbalanced, end - kBalanced};
    m_periods[static_cast<std::size_t>(Fault::CloggedFilter)] = {end - kClogging, end - kWashed};
    m_next = end + kFirst;
}

void FaultSchedule::step(double seconds)
{
    m_time += seconds;
    while (m_time >= m_next) {
        std::size_t fault = 0; // the first one is the bearing
        if (m_last != kFaults) {
            std::uniform_int_distribution<std::size_t> others(1, kFaults - 1);
            fault = (m_last + others(m_random)) % kFaults; // never the same twice in a row
        }
        begin(static_cast<Fault>(fault));
        m_last = fault;
        m_next += std::uniform_real_distribution<double>(kShortestPause, kLongestPause)(m_random);
    }
}

void FaultSchedule::begin(Fault fault)
{
    Period &period = m_periods[static_cast<std::size_t>(fault)];
    if (m_next >= period.end)
        period.begin = m_next;
    period.end = m_next + kDuration[static_cast<std::size_t>(fault)];
}

double FaultSchedule::secondsSince(Fault fault) const
{
    const Period &period = m_periods[static_cast<std::size_t>(fault)];
    return m_time >= period.begin && m_time < period.end ? m_time - period.begin : -1.0;
}

} // namespace telltale
