#include "data/history/value_codec.h"

#include "data/history/bit_stream.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

namespace telltale {
namespace {

constexpr std::array<double, 5> kPowers {1.0, 10.0, 100.0, 1000.0, 10000.0};
constexpr double kLargestExact = 9007199254740992.0; // 2^53
constexpr std::size_t kGoodEnough = 3; ///< bytes a sample, below which no other form is tried
constexpr unsigned kMaxLeading = 31; ///< what 5 bits hold

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

struct Decimals
{
    std::size_t digits = 0;
    std::vector<std::int64_t> integers;
};

/// What is exact with some digits is exact with more, so one pass finds how many are needed.
std::optional<Decimals> decimalsOf(std::span<const double> values)
{
    Decimals found;
    for (const double value : values) {
        while (!scaled(value, found.digits)) {
            if (++found.digits == kPowers.size())
                return std::nullopt;
        }
    }
    found.integers.reserve(values.size());
    for (const double value : values) {
        const auto integer = scaled(value, found.digits);
        if (!integer)
            return std::nullopt;
        found.integers.push_back(*integer);
    }
    return found;
}

void writeDecimal(ByteWriter &out, const Decimals &decimals)
{
    out.byte(static_cast<std::uint8_t>(ValueCodec::Decimal));
    out.byte(static_cast<std::uint8_t>(decimals.digits));
    std::int64_t previous = 0;
    for (const std::int64_t integer : decimals.integers) {
        out.signedVarint(integer - previous);
        previous = integer;
    }
}

void writeDecimalRuns(ByteWriter &out, const Decimals &decimals)
{
    out.byte(static_cast<std::uint8_t>(ValueCodec::DecimalRuns));
    out.byte(static_cast<std::uint8_t>(decimals.digits));
    std::int64_t previous = 0;
    std::uint64_t same = 0;
    for (const std::int64_t integer : decimals.integers) {
        if (integer == previous) {
            ++same;
            continue;
        }
        if (same > 0)
            out.varint(same << 1U);
        same = 0;
        out.varint((zigzag(integer - previous) << 1U) | 1U);
        previous = integer;
    }
    if (same > 0)
        out.varint(same << 1U);
}

bool areFloats(std::span<const double> values)
{
    for (const double value : values) {
        // Out of a float's range the conversion is undefined; NaN keeps no payload for sure.
        if (!(std::abs(value) <= static_cast<double>(std::numeric_limits<float>::max())))
            return false;
        if (bitsOf(static_cast<double>(static_cast<float>(value))) != bitsOf(value))
            return false;
    }
    return true;
}

void writeFloats(ByteWriter &out, std::span<const double> values)
{
    out.byte(static_cast<std::uint8_t>(ValueCodec::Float32));
    for (const double value : values)
        out.fixed(static_cast<float>(value));
}

/// Facebook's Gorilla: 0 same; 10 changed bits within the window before; 11 a new window.
void writeXor(ByteWriter &out, std::span<const double> values)
{
    out.byte(static_cast<std::uint8_t>(ValueCodec::Xor));
    BitWriter bits(out);
    std::uint64_t previous = 0;
    unsigned leading = 64;
    unsigned length = 0;
    for (const double value : values) {
        const std::uint64_t changed = bitsOf(value) ^ previous;
        previous = bitsOf(value);
        if (changed == 0) {
            bits.put(0, 1);
            continue;
        }
        const unsigned zeros
            = std::min(static_cast<unsigned>(std::countl_zero(changed)), kMaxLeading);
        const auto trailing = static_cast<unsigned>(std::countr_zero(changed));
        if (zeros < leading || trailing < 64U - leading - length) {
            leading = zeros;
            length = 64U - zeros - trailing;
            bits.put(3, 2);
            bits.put(leading, 5);
            bits.put(length - 1U, 6);
        } else {
            bits.put(2, 2);
        }
        bits.put(changed >> (64U - leading - length), length);
    }
    bits.flush();
}

void writeRaw(ByteWriter &out, std::span<const double> values)
{
    out.byte(static_cast<std::uint8_t>(ValueCodec::Raw));
    out.raw(values.data(), values.size_bytes());
}

bool readDecimal(ByteReader &in, std::size_t count, std::vector<double> &values)
{
    const std::size_t digits = in.byte();
    if (digits >= kPowers.size())
        return false;
    std::uint64_t current = 0;
    for (std::size_t i = 0; i < count; ++i) {
        current += static_cast<std::uint64_t>(in.signedVarint());
        values.push_back(static_cast<double>(static_cast<std::int64_t>(current)) / kPowers[digits]);
    }
    return in.ok();
}

bool readDecimalRuns(ByteReader &in, std::size_t count, std::vector<double> &values)
{
    const std::size_t digits = in.byte();
    if (digits >= kPowers.size())
        return false;
    std::uint64_t current = 0;
    while (values.size() < count) {
        const std::uint64_t token = in.varint();
        std::uint64_t run = 1;
        if ((token & 1U) != 0)
            current += static_cast<std::uint64_t>(unzigzag(token >> 1U));
        else
            run = token >> 1U;
        if (!in.ok() || run == 0 || run > count - values.size())
            return false;
        values.insert(values.end(), run,
                      static_cast<double>(static_cast<std::int64_t>(current)) / kPowers[digits]);
    }
    return true;
}

bool readXor(ByteReader &in, std::size_t count, std::vector<double> &values)
{
    BitReader bits(in);
    std::uint64_t current = 0;
    unsigned leading = 0;
    unsigned length = 0;
    for (std::size_t i = 0; i < count && in.ok(); ++i) {
        if (bits.get(1) != 0) {
            if (bits.get(1) != 0) {
                leading = static_cast<unsigned>(bits.get(5));
                length = static_cast<unsigned>(bits.get(6)) + 1U;
            }
            if (length == 0 || leading + length > 64U)
                return false;
            current ^= bits.get(length) << (64U - leading - length);
        }
        values.push_back(std::bit_cast<double>(current));
    }
    return in.ok();
}

bool readFloats(ByteReader &in, std::size_t count, std::vector<double> &values)
{
    for (std::size_t i = 0; i < count; ++i)
        values.push_back(static_cast<double>(in.fixed<float>()));
    return in.ok();
}

bool readRaw(ByteReader &in, std::size_t count, std::vector<double> &values)
{
    const auto bytes = in.take(count * sizeof(double));
    values.resize(count);
    if (!bytes.empty())
        std::memcpy(values.data(), bytes.data(), bytes.size());
    return in.ok();
}

} // namespace

void writeValues(ByteWriter &out, std::span<const double> values)
{
    ByteWriter best;
    ByteWriter other;
    const auto keepSmaller = [&best, &other] {
        if (best.size() == 0 || other.size() < best.size())
            std::swap(best, other);
        other.clear();
    };
    if (const auto decimals = decimalsOf(values)) {
        writeDecimal(best, *decimals);
        writeDecimalRuns(other, *decimals);
        keepSmaller();
    }
    if (best.size() == 0 || best.size() > kGoodEnough * values.size()) {
        writeXor(other, values);
        keepSmaller();
        if (areFloats(values)) {
            writeFloats(other, values);
            keepSmaller();
        }
        if (best.size() > values.size_bytes()) {
            writeRaw(other, values);
            keepSmaller();
        }
    }
    out.raw(best.bytes().data(), best.size());
}

bool readValues(ByteReader &in, std::size_t count, std::vector<double> &values)
{
    values.reserve(count);
    switch (static_cast<ValueCodec>(in.byte())) {
    case ValueCodec::Raw:
        return readRaw(in, count, values);
    case ValueCodec::Float32:
        return readFloats(in, count, values);
    case ValueCodec::Xor:
        return readXor(in, count, values);
    case ValueCodec::Decimal:
        return readDecimal(in, count, values);
    case ValueCodec::DecimalRuns:
        return readDecimalRuns(in, count, values);
    }
    return false;
}

} // namespace telltale
