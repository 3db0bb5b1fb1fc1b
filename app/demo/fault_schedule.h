#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <random>

namespace telltale {

/// What goes wrong at the demo plant, and when. Of its past two faults are known, long over; after
/// that the first comes within seconds, so that a new user sees an alarm come, then one every few
/// minutes, by a seeded generator.
class FaultSchedule
{
public:
    enum class Fault {
        DryBearing, ///< pump P-203
        Unbalance, ///< pump P-202
        CloggedFilter, ///< filter F-2
        DosingLeak, ///< dosing tank CL-2
        SilentSensor, ///< zone 7
        ZoneLeak, ///< zone 4
        StuckValve, ///< valve V-311
    };
    static constexpr std::size_t kFaults = 7;

    /// `past` is the time before the first of those that come by chance.
    FaultSchedule(std::uint64_t seed, std::chrono::seconds past);
    /// Moves on; faults begin and end.
    void step(double seconds);
    bool isActive(Fault fault) const { return secondsSince(fault) >= 0.0; }
    /// Since the fault began; negative if it is not there.
    double secondsSince(Fault fault) const;
    /// Gives all that changes to `keeper`, which writes or reads it.
    template <typename Keeper> void keep(Keeper &keeper)
    {
        keeper(m_random, m_time, m_next, m_last);
        for (Period &period : m_periods)
            keeper(period.begin, period.end);
    }

private:
    struct Period
    {
        double begin = 0.0;
        double end = 0.0;
    };
    void begin(Fault fault);

    std::mt19937_64 m_random;
    std::array<Period, kFaults> m_periods {};
    double m_time = 0.0;
    double m_next = 0.0;
    std::size_t m_last = kFaults;
};

} // namespace telltale
