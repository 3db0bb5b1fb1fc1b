#pragma once

#ifndef Q_MOC_RUN // the moc of Qt 6.4 cannot parse <concepts>, which this brings
#include <compare>
#endif
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace telltale {

/// Dense index of a tag in TagRegistry: per-tag state anywhere is an array. The same tag has the
/// same id for the life of one data folder (history stores it).
struct TagId
{
    static constexpr std::uint32_t kNone = 0xFFFFFFFFU;
    std::uint32_t value = kNone;
    constexpr bool isValid() const { return value != kNone; }
    auto operator<=>(const TagId &) const = default;
};

/// A connection to telemetry; dense, small; 0 is the program itself ("$telltale").
struct SourceId
{
    std::uint16_t value = 0;
    auto operator<=>(const SourceId &) const = default;
};

/// What people and mappings say of a tag. All text is UTF-8.
struct TagInfo
{
    std::string path; ///< `plant1/pumps/P-101/flow`; the identity
    std::string displayName; ///< empty: the last level of the path
    std::string unit; ///< as shown; empty: none
    std::optional<double> low; ///< normal range, in unit
    std::optional<double> high;
    int decimals = -1; ///< digits after the point; -1: as many as the value needs
    SourceId source;
    bool operator==(const TagInfo &) const = default;
};

} // namespace telltale

template <> struct std::hash<telltale::TagId>
{
    std::size_t operator()(telltale::TagId tag) const noexcept { return tag.value; }
};
