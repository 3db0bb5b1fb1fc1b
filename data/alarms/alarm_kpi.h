#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace telltale {

/// What key figures are computed from: annunciations, returns and acknowledgements.
struct AlarmKpiEvent
{
    enum class Type { Alarm, Return, Acknowledge };
    double t = 0.0; ///< seconds from the period's begin
    Type type = Type::Alarm;
    std::string alarm;
    int priority = 0; ///< Alarm
};

/// The figures of alarms.md section 9 over one period.
struct AlarmKpis
{
    static constexpr std::uint64_t kTopTen = 10;

    std::uint64_t annunciated = 0;
    std::uint64_t alarms = 0; ///< different ones among them
    double perHour = 0.0;
    double perTenMinutes = 0.0;
    std::uint64_t mostInTenMinutes = 0; ///< in bins of the clock
    double percentBinsOverTen = 0.0;
    double percentHoursOverThirty = 0.0;
    double percentInFlood = 0.0;
    double topTenPercent = 0.0; ///< share of the ten most frequent alarms
    std::array<double, 5> priorityPercent {}; ///< index 1..4
    std::uint64_t chattering = 0; ///< alarms with three annunciations within 60 s
    std::uint64_t fleeting = 0; ///< occurrences shorter than 10 s
    std::uint64_t stale = 0; ///< occurrences active for more than 24 h
    std::optional<double> medianAcknowledgeSeconds;

    /// The ten most frequent of ten, or fewer, are all there are: 100 % says nothing.
    bool hasTopTen() const { return alarms > kTopTen; }
};

/// Events in any order; those of one time keep theirs. `beginSeconds`: what the clock said at the
/// period's begin, seconds of any full hour on.
AlarmKpis computeKpis(std::vector<AlarmKpiEvent> events, double periodSeconds,
                      double beginSeconds = 0.0);

} // namespace telltale
