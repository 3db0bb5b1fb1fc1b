#include "data/history/decimal_codec.h"

#include "data/history/byte_stream.h"
#include "data/history/integer_codec.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <limits>
#include <numeric>
#include <optional>

namespace telltale {
namespace {

constexpr std::array<double, 16> kPowers {1.0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                          1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
constexpr std::size_t kNoDigits = kPowers.size(); ///< no number of digits gives the value
constexpr double kLargestExact = 9007199254740992.0; // 2^53
constexpr std::size_t kLook = 16; ///< values that tell how many digits are usual
constexpr double kBitsOfDigit = 3.33;
constexpr double kBitsOfException = 80.0;
constexpr std::size_t kFewestPerException = 4; ///< samples
constexpr unsigned kFewestFloatDigits = 6;
constexpr unsigned kMostFloatDigits = 12;

std::uint64_t bitsOf(double value)
{
    return std::bit_cast<std::uint64_t>(value);
}

/// The integer that is value * 10^digits, if dividing it gives every bit of the value again.
std::optional<std::int64_t> scaled(double value, std::size_t digits)
{
    const double product = value * kPowers[digits];
    if (!(std::abs(product) < kLargestExact))
        return std::nullopt;
    const auto integer = static_cast<std::int64_t>(product + (product < 0.0 ? -0.5 : 0.5));
    if (bitsOf(static_cast<double>(integer) / kPowers[digits]) != bitsOf(value))
        return std::nullopt;
    return integer;
}

std::size_t digitsOf(double value)
{
    std::size_t digits = 0;
    while (digits < kNoDigits && !scaled(value, digits))
        ++digits;
    return digits;
}

/// How many digits cost least, exceptions counted; kNoDigits if too many values have none.
std::size_t usualDigits(std::span<const double> values)
{
    std::array<std::size_t, kNoDigits + 1> needing {};
    const std::size_t step = std::max<std::size_t>(1, values.size() / kLook);
    for (std::size_t i = 0; i < values.size(); i += step)
        ++needing[digitsOf(values[i])];
    const auto most = static_cast<std::size_t>(std::max_element(needing.begin(), needing.end())
                                               - needing.begin());
    needing = {};
    for (const double value : values)
        ++needing[most < kNoDigits && scaled(value, most) ? most : digitsOf(value)];
    std::size_t best = kNoDigits;
    double fewest = std::numeric_limits<double>::max();
    std::size_t without = values.size();
    for (std::size_t digits = 0; digits < kNoDigits; ++digits) {
        without -= needing[digits];
        const double bits = static_cast<double>(without) * kBitsOfException
            + static_cast<double>(values.size() * digits) * kBitsOfDigit;
        if (without * kFewestPerException > values.size() || bits >= fewest)
            continue;
        fewest = bits;
        best = digits;
    }
    return best;
}

/// Floats in the order of their size, as integers: neighbours differ by 1.
std::int64_t rankOf(float value)
{
    const auto bits = std::bit_cast<std::uint32_t>(value);
    const auto size = static_cast<std::int64_t>(bits & 0x7FFFFFFFU);
    return (bits & 0x80000000U) != 0U ? -1 - size : size;
}

float floatOf(std::int64_t rank)
{
    const auto size = static_cast<std::uint32_t>(rank < 0 ? -1 - rank : rank);
    return std::bit_cast<float>(rank < 0 ? size | 0x80000000U : size);
}

/// The float as a text of `digits` significant digits would give it; digits 0: the float itself.
double rounded(float value, unsigned digits)
{
    const double exact = static_cast<double>(value);
    const double size = std::abs(exact);
    if (digits == 0U || size == 0.0 || !std::isfinite(exact))
        return exact;
    unsigned places = digits;
    for (std::size_t power = 0; power < kPowers.size() && kPowers[power] <= size; ++power) {
        if (places-- == 0U)
            return exact;
    }
    for (double below = 0.1; size < below && places + 1U < kPowers.size(); below /= 10.0)
        ++places;
    return std::nearbyint(exact * kPowers[places]) / kPowers[places];
}

bool isRounded(double value, unsigned digits)
{
    // Out of a float's range the conversion is undefined; NaN keeps no payload for sure.
    if (!(std::abs(value) <= static_cast<double>(std::numeric_limits<float>::max())))
        return false;
    return bitsOf(rounded(static_cast<float>(value), digits)) == bitsOf(value);
}

/// The digits to which most of the values that are no floats are rounded ones; 0 if all are floats.
unsigned floatDigits(std::span<const double> values)
{
    std::vector<double> others;
    std::copy_if(values.begin(), values.end(), std::back_inserter(others),
                 [](double value) { return !isRounded(value, 0U); });
    const std::size_t step = std::max<std::size_t>(1, others.size() / kLook);
    unsigned best = 0U;
    std::size_t most = 0;
    for (unsigned digits = kFewestFloatDigits; digits <= kMostFloatDigits; ++digits) {
        std::size_t fitting = 0;
        for (std::size_t i = 0; i < others.size(); i += step)
            fitting += isRounded(others[i], digits) ? 1U : 0U;
        if (fitting > most) {
            most = fitting;
            best = digits;
        }
    }
    return best;
}

/// Values the form cannot give back, by index.
using Exceptions = std::vector<std::pair<std::size_t, double>>;

void writeExceptions(ByteWriter &out, const Exceptions &exceptions)
{
    out.varint(exceptions.size());
    std::size_t previous = 0;
    for (const auto &[index, value] : exceptions) {
        out.varint(index - previous);
        out.fixed(value);
        previous = index;
    }
}

bool readExceptions(ByteReader &in, std::size_t count, Exceptions &exceptions)
{
    const std::uint64_t size = in.varint();
    if (!in.ok() || size > count)
        return false;
    exceptions.resize(size);
    std::size_t index = 0;
    for (auto &[at, value] : exceptions) {
        at = index += in.varint();
        value = in.fixed<double>();
        if (!in.ok() || at >= count)
            return false;
    }
    return true;
}

bool readRanks(ByteReader &in, std::size_t count, unsigned digits, std::vector<double> &values)
{
    std::vector<std::int64_t> ranks;
    if (digits > kMostFloatDigits || !readIntegers(in, count, ranks))
        return false;
    values.resize(count);
    for (std::size_t i = 0; i < count; ++i)
        values[i] = rounded(floatOf(ranks[i]), digits);
    return true;
}

} // namespace

bool writeScaled(ByteWriter &out, std::span<const double> values)
{
    const std::size_t digits = usualDigits(values);
    if (digits == kNoDigits)
        return false;
    std::vector<std::int64_t> integers;
    Exceptions exceptions;
    integers.reserve(values.size());
    std::int64_t factor = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto integer = scaled(values[i], digits);
        if (!integer)
            exceptions.emplace_back(i, values[i]);
        integers.push_back(integer.value_or(integers.empty() ? 0 : integers.back()));
        if (factor != 1)
            factor = std::gcd(factor, integers.back());
    }
    factor = std::max<std::int64_t>(factor, 1);
    if (factor > 1) {
        for (std::int64_t &integer : integers)
            integer /= factor;
    }
    out.byte(static_cast<std::uint8_t>(digits));
    out.varint(static_cast<std::uint64_t>(factor));
    writeExceptions(out, exceptions);
    writeIntegers(out, integers);
    return true;
}

bool readScaled(ByteReader &in, std::size_t count, std::vector<double> &values)
{
    const std::size_t digits = in.byte();
    const std::uint64_t factor = in.varint();
    Exceptions exceptions;
    if (!in.ok() || digits >= kPowers.size() || !readExceptions(in, count, exceptions))
        return false;
    std::vector<std::int64_t> integers;
    if (!readIntegers(in, count, integers))
        return false;
    const double power = kPowers[digits];
    values.resize(count);
    for (std::size_t i = 0; i < count; ++i)
        values[i] = static_cast<double>(
                        static_cast<std::int64_t>(static_cast<std::uint64_t>(integers[i]) * factor))
            / power;
    for (const auto &[at, value] : exceptions)
        values[at] = value;
    return true;
}

bool writeFloats(ByteWriter &out, std::span<const double> values)
{
    const unsigned digits = floatDigits(values);
    std::vector<std::int64_t> ranks;
    ranks.reserve(values.size());
    Exceptions exceptions;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (isRounded(values[i], digits)) {
            ranks.push_back(rankOf(static_cast<float>(values[i])));
            continue;
        }
        exceptions.emplace_back(i, values[i]);
        ranks.push_back(ranks.empty() ? 0 : ranks.back());
    }
    if (exceptions.size() * kFewestPerException > values.size())
        return false;
    out.byte(static_cast<std::uint8_t>(digits));
    writeExceptions(out, exceptions);
    writeIntegers(out, ranks);
    return true;
}

bool readFloats(ByteReader &in, std::size_t count, std::vector<double> &values)
{
    const unsigned digits = in.byte();
    Exceptions exceptions;
    if (!in.ok() || !readExceptions(in, count, exceptions) || !readRanks(in, count, digits, values))
        return false;
    for (const auto &[at, value] : exceptions)
        values[at] = value;
    return true;
}

bool readPlainFloats(ByteReader &in, std::size_t count, std::vector<double> &values)
{
    const unsigned digits = in.byte();
    return in.ok() && readRanks(in, count, digits, values);
}

} // namespace telltale
