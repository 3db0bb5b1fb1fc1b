#include "data/telemetry/timestamp_text.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace telltale {
namespace {

constexpr double kFarthest = 9.2e18; ///< microseconds that still fit 64 bits
constexpr std::int64_t kSecond = 1'000'000;
constexpr std::int64_t kDay = 86'400 * kSecond;

constexpr std::int64_t floorDivide(std::int64_t value, std::int64_t by)
{
    return value / by - (value % by < 0 ? 1 : 0);
}

struct Date
{
    std::int64_t year;
    int month;
    int day;
};

/// Howard Hinnant's civil_from_days, for every day an int64 of microseconds can name;
/// std::chrono::year ends at 32767.
Date dateOf(std::int64_t days)
{
    days += 719468;
    const std::int64_t era = floorDivide(days, 146097);
    const std::int64_t inEra = days - era * 146097;
    const std::int64_t year = (inEra - inEra / 1460 + inEra / 36524 - inEra / 146096) / 365;
    const std::int64_t inYear = inEra - (365 * year + year / 4 - year / 100);
    const std::int64_t shifted = (5 * inYear + 2) / 153;
    const auto month = static_cast<int>(shifted < 10 ? shifted + 3 : shifted - 9);
    return {year + era * 400 + (month <= 2 ? 1 : 0), month,
            static_cast<int>(inYear - (153 * shifted + 2) / 5 + 1)};
}

Timestamp fromScaled(double value, double microsecondsEach)
{
    const double scaled = value * microsecondsEach;
    if (!(std::abs(scaled) < kFarthest))
        return scaled < 0.0 ? Timestamp::min() : Timestamp::max();
    return timestampFromMicroseconds(std::llround(scaled));
}

} // namespace

std::string isoText(Timestamp time)
{
    const std::int64_t microseconds = toMicroseconds(time);
    const std::int64_t days = floorDivide(microseconds, kDay);
    const Date date = dateOf(days);
    // Not days * kDay: that leaves an int64 on the first day there is.
    const std::int64_t inDay = microseconds % kDay + (microseconds % kDay < 0 ? kDay : 0);
    const std::int64_t seconds = inDay / kSecond;
    std::array<char, 64> text {};
    const int length = std::snprintf(
        text.data(), text.size(), "%s%04lld-%02d-%02dT%02d:%02d:%02d.%06dZ",
        date.year > 9999 ? "+" : "", static_cast<long long>(date.year), date.month, date.day,
        static_cast<int>(seconds / 3600), static_cast<int>(seconds / 60 % 60),
        static_cast<int>(seconds % 60), static_cast<int>(inDay % kSecond));
    return {text.data(), static_cast<std::size_t>(length)};
}

Timestamp timestampFromEpoch(double number)
{
    const double magnitude = std::abs(number);
    if (magnitude >= 1e17)
        return fromScaled(number, 1e-3);
    if (magnitude >= 1e14)
        return fromScaled(number, 1.0);
    return fromScaled(number, magnitude >= 1e11 ? 1e3 : 1e6);
}

// Not by the other: 99999999999999 milliseconds are beyond a double.
Timestamp timestampFromEpoch(std::int64_t number)
{
    constexpr std::int64_t kNanoseconds = 100'000'000'000'000'000;
    if (number >= kNanoseconds || number <= -kNanoseconds)
        return Timestamp(
            std::chrono::floor<std::chrono::microseconds>(std::chrono::nanoseconds(number)));
    const std::int64_t magnitude = std::abs(number);
    if (magnitude >= 100'000'000'000'000)
        return timestampFromMicroseconds(number);
    return timestampFromMicroseconds(number * (magnitude >= 100'000'000'000 ? 1'000 : 1'000'000));
}

} // namespace telltale
