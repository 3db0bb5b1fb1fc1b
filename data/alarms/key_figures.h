#pragma once

#include "data/telemetry/timestamp.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace telltale {

/// An alarm chatters whose third annunciation comes within less than this after the first, as the
/// engine has it (AlarmLimits::chatterWindowSeconds).
inline constexpr std::chrono::seconds kChatterWindow {60};

/// More alarms than this in the first ten minutes of a flood nobody can follow (EEMUA 191).
inline constexpr double kExcessiveUpset = 100.0;

/// How fast people acknowledged.
struct AcknowledgeTimes
{
    std::uint64_t count = 0;
    double medianSeconds = 0.0;
    double p95Seconds = 0.0; ///< nearest rank
    /// The same as parts of the time there was to respond; absent: no rule states one.
    std::optional<double> medianPart;
    std::optional<double> p95Part;
};

/// One of the alarms that came most often.
struct FrequentAlarm
{
    std::string alarm; ///< id
    std::string title;
    std::string tag; ///< path
    int priority = 0;
    std::uint64_t came = 0;
    std::uint64_t fleeting = 0; ///< of these
    bool isChattering = false;
};

/// What is so at the end of a period that ends now.
struct AlarmsNow
{
    std::uint64_t standing = 0; ///< ACKED or UNACK
    std::uint64_t shelved = 0;
    std::uint64_t suppressed = 0; ///< by design
    std::uint64_t outOfService = 0;
    std::uint64_t withoutReason = 0; ///< of the hidden ones
};

/// The key figures of alarms.md section 9 over one period. Annunciations are counted by when they
/// were shown to people (processing time), what lasts by the times of the plant (event time).
/// Arrays by priority have index 1..4.
struct KeyFigures
{
    static constexpr std::size_t kTopTen = 10;

    TimeRange range;
    std::uint64_t annunciated = 0;
    std::array<std::uint64_t, 5> byPriority {};
    std::uint64_t mostInTenMinutes = 0; ///< of the clock
    std::uint64_t bins = 1; ///< ten minutes of the clock
    std::uint64_t binsOverTen = 0;
    std::uint64_t hours = 1; ///< of the clock
    std::uint64_t hoursOverThirty = 0;
    std::chrono::microseconds inFlood {0};
    /// Annunciations in the ten minutes after a flood began, the worst one that began in the
    /// period; absent: none did.
    std::optional<std::uint64_t> mostInUpset;
    std::uint64_t distinct = 0; ///< alarms that came
    std::uint64_t ofTopTen = 0; ///< annunciations of the ten most frequent
    std::vector<FrequentAlarm> worst; ///< at most ten, the most frequent first
    std::uint64_t chattering = 0; ///< alarms with three annunciations within kChatterWindow
    std::optional<FrequentAlarm> worstChattering; ///< the one of these that came most often
    std::uint64_t fleeting = 0; ///< occurrences shorter than 10 s
    std::uint64_t stale = 0; ///< occurrences active for more than 24 h
    std::uint64_t staleOnWorstDay = 0; ///< of these on one day (UTC)
    std::array<AcknowledgeTimes, 5> acknowledged; ///< index 0: of all priorities
    std::array<std::uint64_t, 5> configured {}; ///< enabled rules
    std::uint64_t shelvedLong = 0; ///< alarms shelved for more than 24 h in all
    std::uint64_t unrecordedChanges = 0; ///< of rules: nobody named, or no reason
    std::optional<AlarmsNow> now; ///< absent: the period ended before

    double hoursLong() const; ///< of the period
    /// The ten most frequent of ten, or fewer, are all there are: 100 % says nothing.
    bool hasTopTen() const { return distinct > kTopTen; }
    double topTenPercent() const;
    double floodPercent() const;
};

/// What a figure comes to.
enum class FigureVerdict : std::uint8_t {
    Unjudged, ///< it has no target of numbers
    NotMeaningful, ///< too little happened, or the period is too short
    Within, ///< the target is met
    Off, ///< it is not
    Act ///< so far from it that something must be done
};

/// One line of the table.
struct KeyFigure
{
    enum class Kind : std::uint8_t {
        PerHour,
        PerTenMinutes,
        PerDay,
        Peak,
        BinsOverTen, ///< percent, as all shares
        HoursOverThirty,
        InFlood,
        Upset, ///< alarms in the first ten minutes of the worst flood
        TopTen,
        Chattering,
        Fleeting,
        Stale, ///< on the worst day
        Share, ///< of a priority
        ConfiguredShare, ///< of a priority, of the rules
        AcknowledgeMedian, ///< of a priority, seconds
        AcknowledgeP95,
        Standing,
        Shelved,
        Suppressed,
        OutOfService,
        ShelvedLong,
        WithoutReason,
        UnrecordedChanges
    };
    Kind kind = Kind::PerHour;
    int priority = 0; ///< 0: of all
    std::optional<double> value = {}; ///< absent: there is none
    FigureVerdict verdict = FigureVerdict::NotMeaningful;
    bool operator==(const KeyFigure &) const = default;
};

/// What a figure is measured by.
struct FigureLimits
{
    enum class Target : std::uint8_t { None, AtMost, Below, About };
    Target form = Target::None;
    double target = 0.0; ///< About: not much less
    std::optional<double> act = {}; ///< above it something must be done
    bool actsAtOnce = false; ///< and at it
    bool isOfResponse = false; ///< parts of the time there is to respond
};
FigureLimits limitsOf(KeyFigure::Kind kind, int priority);

/// The whole table, judged; always the same lines in the same order.
std::vector<KeyFigure> judged(const KeyFigures &figures);

} // namespace telltale
