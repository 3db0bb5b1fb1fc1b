#include "data/sources/time_text.h"

#include "data/telemetry/timestamp_text.h"

#include <charconv>
#include <cmath>

namespace telltale {

std::optional<Timestamp> parseEpoch(std::string_view text)
{
    const char *const end = text.data() + text.size();
    std::int64_t whole = 0;
    if (const auto read = std::from_chars(text.data(), end, whole);
        read.ec == std::errc() && read.ptr == end)
        return timestampFromEpoch(whole);
    double number = 0.0;
    const auto read = std::from_chars(text.data(), end, number);
    if (read.ec != std::errc() || read.ptr != end || !std::isfinite(number))
        return std::nullopt;
    const Timestamp time = timestampFromEpoch(number);
    const bool isBeyond = time == Timestamp::min() || time == Timestamp::max();
    return isBeyond ? std::nullopt : std::optional(time);
}

std::string shortIsoText(Timestamp time)
{
    constexpr std::string_view kNoFraction = ".000000Z";
    std::string text = isoText(time);
    if (text.ends_with(kNoFraction))
        text.replace(text.size() - kNoFraction.size(), kNoFraction.size(), "Z");
    return text;
}

} // namespace telltale
