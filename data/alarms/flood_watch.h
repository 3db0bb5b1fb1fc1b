#pragma once

#include "data/alarms/alarm_time.h"

#include <cstddef>
#include <vector>

namespace telltale {

/// Annunciations of the last ten minutes and the last hour, and whether they are a flood
/// (alarms.md section 6).
/// Shape  at most 100 000 times are kept.
class FloodWatch
{
public:
    struct Limits
    {
        std::size_t on = 10; ///< a flood starts above it
        std::size_t off = 5; ///< and ends below it
        AlarmTime window = 600 * kSecond;
    };

    void setLimits(const Limits &limits) { m_limits = limits; }
    bool isOn() const { return m_isOn; }
    /// True if this one starts a flood.
    bool add(AlarmTime t);
    /// When the flood ends if nothing more comes; kNever without one.
    AlarmTime due() const;
    void end() { m_isOn = false; }
    std::size_t count(AlarmTime t) const; ///< in (t - window, t]
    std::size_t inLastHour(AlarmTime t) const;
    void shift(AlarmTime by);

    template <typename Codec> void visit(Codec &codec)
    {
        codec(m_times);
        codec(m_isOn);
    }

private:
    std::size_t countSince(AlarmTime after) const;

    Limits m_limits;
    std::vector<AlarmTime> m_times; ///< ascending
    bool m_isOn = false;
};

} // namespace telltale
