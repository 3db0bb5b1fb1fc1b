#pragma once

#include "data/sources/mqtt_options.h"

#include <chrono>
#include <random>

namespace telltale {

/// How long to wait before the next attempt: backoff from firstDelay doubling to lastDelay, with
/// full jitter (a thousand clients of one broker do not come back in the same second).
/// Thread  one.
class ReconnectPolicy
{
public:
    ReconnectPolicy(const MqttOptions &options, std::uint64_t seed);

    /// Evenly between 0 and the present upper end, which then doubles.
    std::chrono::milliseconds next();
    /// After a refusal that only a person can cure.
    std::chrono::milliseconds nextRefused() const { return m_refused; }
    /// A connection held: start anew.
    void reset();
    std::chrono::milliseconds upperEnd() const { return m_upperEnd; }

private:
    std::chrono::milliseconds m_first;
    std::chrono::milliseconds m_last;
    std::chrono::milliseconds m_refused;
    std::chrono::milliseconds m_upperEnd;
    std::mt19937_64 m_random;
};

} // namespace telltale
