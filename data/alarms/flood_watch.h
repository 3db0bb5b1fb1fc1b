#pragma once

#include "data/alarms/alarm_time.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace telltale {

/// Annunciations of the last ten minutes and the last hour, and whether they are a flood
/// (alarms.md section 6).
/// Shape   at most 100 000 times are kept.
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

    /// Only the newest times are stored: they decide; the hourly count begins anew beyond them.
    template <typename Codec> void visit(Codec &codec)
    {
        constexpr std::ptrdiff_t kStored = 512;
        const auto size = static_cast<std::ptrdiff_t>(m_times.size());
        std::vector<AlarmTime> newest(m_times.end() - std::min(size, kStored), m_times.end());
        codec(newest);
        codec(m_isOn);
        m_times = std::move(newest);
    }

private:
    std::size_t countSince(AlarmTime after) const;

    Limits m_limits;
    std::vector<AlarmTime> m_times; ///< ascending
    bool m_isOn = false;
};

} // namespace telltale
