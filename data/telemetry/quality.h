#pragma once

#include <cstdint>

namespace telltale {

/// How far a sample can be trusted, and why not further; one byte, so that a batch stays columnar.
/// Shape   bits 0-1 status, bits 2-7 reason. The numeric values are stored: only append.
struct Quality
{
    enum class Status : std::uint8_t { Good = 0, Uncertain = 1, Bad = 2 };
    enum class Reason : std::uint8_t {
        None = 0,
        Null, ///< the source said null
        Unavailable, ///< the text "unavailable" or a format's code for it
        NotANumber, ///< NaN, infinities and their texts
        Overflow, ///< does not fit a double
        SourceStatus, ///< the source's own status says so
        Stale, ///< the source itself marks it stale
        Rounded, ///< an integer that neither 64 bits nor a double hold exactly
    };

    std::uint8_t bits = 0;

    static constexpr Quality good() { return {}; }
    static constexpr Quality bad(Reason reason) { return make(Status::Bad, reason); }
    static constexpr Quality uncertain(Reason reason) { return make(Status::Uncertain, reason); }
    static constexpr Quality make(Status status, Reason reason)
    {
        return {static_cast<std::uint8_t>(static_cast<unsigned>(status)
                                          | (static_cast<unsigned>(reason) << 2U))};
    }
    constexpr Status status() const { return static_cast<Status>(bits & 3U); }
    constexpr Reason reason() const { return static_cast<Reason>(bits >> 2U); }
    constexpr bool isGood() const { return status() == Status::Good; }
    constexpr bool isBad() const { return status() == Status::Bad; }
    bool operator==(const Quality &) const = default;
};

/// "good", "uncertain", "bad": the words of exports.
constexpr const char *statusWord(Quality quality)
{
    switch (quality.status()) {
    case Quality::Status::Good:
        return "good";
    case Quality::Status::Uncertain:
        return "uncertain";
    case Quality::Status::Bad:
        break;
    }
    return "bad";
}

} // namespace telltale
