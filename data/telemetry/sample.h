#pragma once

#include "data/telemetry/quality.h"
#include "data/telemetry/tag.h"
#include "data/telemetry/timestamp.h"

#include <cstdint>
#include <string>
#include <variant>

namespace telltale {

/// What a sample's value is, and how it came. One byte; the numeric values are stored.
/// Shape   bits 0-1 kind, then one bit each.
struct SampleFlags
{
    enum class Kind : std::uint8_t {
        Number = 0, ///< the double is the value
        Boolean = 1, ///< 0.0 or 1.0
        Integer = 2, ///< beyond 2^53: exact value in the side array, the double is the nearest
        Text = 3, ///< the text is in the side array; the double is 0.0
    };
    static constexpr std::uint8_t kTimeReplaced = 1U
        << 2U; ///< source time out of range, arrival used
    static constexpr std::uint8_t kRetained = 1U << 3U; ///< sent by the broker from its store
    static constexpr std::uint8_t kRedelivered = 1U << 4U; ///< DUP: never replaces a stored value
    static constexpr std::uint8_t kHistorical = 1U << 5U; ///< stored, never evaluated by alarms
    static constexpr std::uint8_t kNoSourceTime = 1U
        << 6U; ///< no time in the payload: arrival time

    std::uint8_t bits = 0;

    constexpr Kind kind() const { return static_cast<Kind>(bits & 3U); }
    constexpr bool has(std::uint8_t flag) const { return (bits & flag) != 0; }
    constexpr bool hasSide() const { return (bits & 2U) != 0; }
    /// Of what a broker had kept and what a person put in nobody knows whether its device still
    /// lives.
    constexpr bool isSignOfLife() const { return !has(kRetained) && !has(kHistorical); }
    static constexpr SampleFlags make(Kind kind, std::uint8_t flags = 0)
    {
        return {static_cast<std::uint8_t>(static_cast<unsigned>(kind) | flags)};
    }
    bool operator==(const SampleFlags &) const = default;
};

/// What does not fit a double: an integer beyond 2^53 or a text (UTF-8, at most 4 KiB).
using SideValue = std::variant<std::int64_t, std::uint64_t, std::string>;

/// One sample on its own, as readers hand it out. Inside the river samples travel in SampleBatch.
struct Sample
{
    TagId tag;
    Timestamp time; ///< event time, UTC
    double value = 0.0;
    Quality quality;
    SampleFlags flags;
    SideValue side; ///< meaningful if flags.hasSide()
};

} // namespace telltale
