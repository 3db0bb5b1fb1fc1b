#include "data/payloads/number_text.h"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace telltale {
namespace {

constexpr int kMostDigits = 19; ///< any number of this many digits fits 64 bits
constexpr std::uint64_t kLargestExact = 1ULL << 53U;
constexpr std::int64_t kMostExponent = 1'000'000'000;
constexpr std::array kPowersOfTen
    = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
       1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22}; ///< each exact

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// What a number's text says before it is a double: (-1)^negative x mantissa x 10^exponent.
struct Decimal
{
    const char *begin = nullptr;
    const char *end = nullptr;
    std::uint64_t mantissa = 0; ///< wraps beyond kMostDigits
    std::int64_t exponent = 0;
    std::int64_t leading = 0; ///< power of ten of the first digit that is not 0, plus one
    int digits = 0; ///< from the first one that is not 0
    bool isNegative = false;
    bool isInteger = true;
};

void takeDigit(Decimal &decimal, char digit)
{
    decimal.mantissa = decimal.mantissa * 10U + static_cast<std::uint64_t>(digit - '0');
    if (decimal.digits > 0 || digit != '0')
        ++decimal.digits;
}

const char *readWhole(const char *at, const char *end, Decimal &decimal)
{
    if (at == end || !isDigit(*at))
        return nullptr;
    if (*at == '0')
        return at + 1;
    for (; at != end && isDigit(*at); ++at)
        takeDigit(decimal, *at);
    decimal.leading = decimal.digits;
    return at;
}

const char *readFraction(const char *at, const char *end, Decimal &decimal)
{
    if (at == end || *at != '.')
        return at;
    decimal.isInteger = false;
    const char *const first = ++at;
    for (; at != end && isDigit(*at); ++at) {
        takeDigit(decimal, *at);
        if (decimal.digits == 0)
            --decimal.leading;
    }
    decimal.exponent = first - at;
    return at == first ? nullptr : at;
}

const char *readExponent(const char *at, const char *end, Decimal &decimal)
{
    if (at == end || (*at != 'e' && *at != 'E'))
        return at;
    decimal.isInteger = false;
    ++at;
    const bool isNegative = at != end && *at == '-';
    if (at != end && (*at == '-' || *at == '+'))
        ++at;
    const char *const first = at;
    std::int64_t exponent = 0;
    for (; at != end && isDigit(*at); ++at)
        exponent = exponent < kMostExponent ? exponent * 10 + (*at - '0') : exponent;
    exponent = isNegative ? -exponent : exponent;
    decimal.exponent += exponent;
    decimal.leading += exponent;
    return at == first ? nullptr : at;
}

/// Both factors exact and one rounding: the nearest double, without the general way.
bool isSimple(const Decimal &decimal)
{
    constexpr auto kMost = static_cast<std::int64_t>(kPowersOfTen.size()) - 1;
    return decimal.digits <= kMostDigits && decimal.mantissa <= kLargestExact
        && decimal.exponent >= -kMost && decimal.exponent <= kMost;
}

void setSimple(const Decimal &decimal, TreeValue &value)
{
    const auto mantissa = static_cast<double>(decimal.mantissa);
    const double magnitude = decimal.exponent < 0
        ? mantissa / kPowersOfTen[static_cast<std::size_t>(-decimal.exponent)]
        : mantissa * kPowersOfTen[static_cast<std::size_t>(decimal.exponent)];
    value.kind = TreeValue::Kind::Number;
    value.number = decimal.isNegative ? -magnitude : magnitude;
}

void setNearest(const Decimal &decimal, TreeValue &value)
{
    value.kind = TreeValue::Kind::Number;
    value.number = 0.0;
    const auto result = std::from_chars(decimal.begin, decimal.end, value.number);
    if (result.ec == std::errc())
        return;
    if (decimal.leading > 0)
        value.kind = TreeValue::Kind::Overflow;
    value.number = decimal.isNegative ? -0.0 : 0.0; // too small for a denormal
}

/// Whether a whole double has just these digits.
bool isExactly(double number, std::string_view digits)
{
    std::array<char, std::numeric_limits<double>::max_exponent10 + 2> text;
    const auto end
        = std::to_chars(text.begin(), text.end(), std::abs(number), std::chars_format::fixed, 0);
    return std::string_view(text.data(), static_cast<std::size_t>(end.ptr - text.data())) == digits;
}

/// An integer that 64 bits do not hold.
void setLargeInteger(const Decimal &decimal, const char *first, TreeValue &value)
{
    setNearest(decimal, value);
    value.isRounded = value.kind == TreeValue::Kind::Number
        && !isExactly(value.number, {first, static_cast<std::size_t>(decimal.end - first)});
}

void setInteger(const Decimal &decimal, TreeValue &value)
{
    std::uint64_t magnitude = decimal.mantissa;
    if (decimal.digits > kMostDigits) {
        const char *const first = decimal.begin + (decimal.isNegative ? 1 : 0);
        if (std::from_chars(first, decimal.end, magnitude).ec != std::errc())
            return setLargeInteger(decimal, first, value);
    }
    value.setInteger(decimal.isNegative, magnitude);
}

} // namespace

const char *readNumber(const char *at, const char *end, TreeValue &value)
{
    Decimal decimal;
    decimal.begin = at;
    decimal.isNegative = at != end && *at == '-';
    at = readWhole(decimal.isNegative ? at + 1 : at, end, decimal);
    if (at)
        at = readFraction(at, end, decimal);
    if (at)
        at = readExponent(at, end, decimal);
    if (!at)
        return nullptr;
    decimal.end = at;
    if (decimal.isInteger)
        setInteger(decimal, value);
    else if (isSimple(decimal))
        setSimple(decimal, value);
    else
        setNearest(decimal, value);
    return at;
}

} // namespace telltale
