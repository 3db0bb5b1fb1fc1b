#include "data/payloads/decimal_seconds.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>

namespace telltale {
namespace {

constexpr std::int64_t kRests = 1'000'000'000'000; ///< parts of a second
constexpr std::size_t kRestDigits = 12;
constexpr double kFarthest = 1e12; ///< seconds; no calendar reaches it

std::string textOf(const TreeValue &value)
{
    if (!value.text.empty())
        return std::string(value.text);
    std::array<char, 32> digits {};
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), value.number);
    return {digits.data(), written.ptr};
}

/// The digits of a number without sign, point and exponent, and how many stand before the point.
struct Digits
{
    std::string digits;
    std::int64_t point = 0;
};

Digits digitsOf(const std::string &number)
{
    const std::size_t mark = number.find_first_of("eE");
    const std::string mantissa = number.substr(0, mark);
    Digits result;
    if (mark != std::string::npos) {
        const std::size_t plus = number[mark + 1] == '+' ? 1 : 0;
        const auto read = std::from_chars(number.data() + mark + 1 + plus,
                                          number.data() + number.size(), result.point);
        if (read.ec != std::errc())
            return {}; // of a number within bounds such an exponent leaves nothing
    }
    const std::size_t dot = mantissa.find('.');
    result.digits = mantissa.substr(0, dot);
    result.point += static_cast<std::int64_t>(result.digits.size());
    if (dot != std::string::npos)
        result.digits += mantissa.substr(dot + 1);
    return result;
}

} // namespace

std::optional<DecimalSeconds> DecimalSeconds::of(const TreeValue &value)
{
    if (value.kind != TreeValue::Kind::Number || !(std::abs(value.number) < kFarthest))
        return std::nullopt;
    std::string number = textOf(value);
    const bool isNegative = number.starts_with('-');
    const auto [digits, point] = digitsOf(number.substr(isNegative ? 1 : 0));
    const auto digitAt = [&digits = digits](std::int64_t at) {
        const bool isThere = at >= 0 && at < static_cast<std::int64_t>(digits.size());
        return isThere ? digits[static_cast<std::size_t>(at)] - '0' : 0;
    };
    DecimalSeconds seconds;
    for (std::int64_t at = std::max<std::int64_t>(0, point - 18); at < point; ++at)
        seconds.whole = seconds.whole * 10 + digitAt(at);
    for (std::size_t i = 0; i < kRestDigits; ++i)
        seconds.rest = seconds.rest * 10 + digitAt(point + static_cast<std::int64_t>(i));
    if (isNegative) {
        seconds.whole = -seconds.whole - (seconds.rest > 0 ? 1 : 0);
        seconds.rest = seconds.rest > 0 ? kRests - seconds.rest : 0;
    }
    return seconds;
}

DecimalSeconds DecimalSeconds::operator+(const DecimalSeconds &other) const
{
    const std::int64_t sum = rest + other.rest;
    return {whole + other.whole + sum / kRests, sum % kRests};
}

std::chrono::microseconds DecimalSeconds::rounded() const
{
    constexpr std::int64_t kEach = kRests / 1'000'000;
    return std::chrono::seconds(whole) + std::chrono::microseconds((rest + kEach / 2) / kEach);
}

} // namespace telltale
