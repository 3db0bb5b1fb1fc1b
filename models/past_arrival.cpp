#include "models/past_arrival.h"

namespace telltale {
namespace {

using namespace std::chrono_literals;

constexpr auto kPause = 10s; ///< in what arrives; longer is an end
constexpr int kFaster = 4; ///< than the clock, at least: jitter is none

} // namespace

void PastArrival::look(const LiveValues::Value &value, Timestamp now)
{
    const bool isHeard = value.sample.tag.isValid() && !value.fromHistory && !value.isHeld()
        && !value.sample.flags.has(SampleFlags::kRetained) && now - value.arrival <= kPause;
    m_isUnderWay = false;
    if (!isHeard)
        return;
    if (m_arrival == Timestamp {})
        m_isFast = true; // not known yet: it is not accused
    else if (value.arrival != m_arrival)
        m_isFast = value.sample.time - m_time > kFaster * (value.arrival - m_arrival);
    m_time = value.sample.time;
    m_arrival = value.arrival;
    m_isUnderWay = m_isFast && isStale(value, now);
}

} // namespace telltale
