#include "data/history/value_codec.h"

#include "data/history/bit_stream.h"
#include "data/history/decimal_codec.h"

#include <algorithm>
#include <array>

namespace telltale {
namespace {

constexpr std::array<double, 5> kPowers {1.0, 10.0, 100.0, 1000.0, 10000.0};
constexpr std::size_t kGoodEnough = 3; ///< bytes a sample, below which no other form is tried
constexpr unsigned kMaxLeading = 31; ///< what 5 bits hold

std::uint64_t bitsOf(double value)
{
    return std::bit_cast<std::uint64_t>(value);
}

/// Facebook's Gorilla: 0 same; 10 changed bits within the window before; 11 a new window.
void writeXor(ByteWriter &out, std::span<const double> values)
{
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

bool readFloat32(ByteReader &in, std::size_t count, std::vector<double> &values)
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
    ValueCodec codec = ValueCodec::Raw;
    ByteWriter best;
    best.raw(values.data(), values.size_bytes());
    const auto offer = [&best, &codec](ValueCodec other, ByteWriter &bytes) {
        if (bytes.size() >= best.size())
            return;
        codec = other;
        std::swap(best, bytes);
    };
    ByteWriter other;
    if (writeScaled(other, values))
        offer(ValueCodec::Scaled, other);
    if (best.size() > kGoodEnough * values.size()) {
        other.clear();
        if (writeFloats(other, values))
            offer(ValueCodec::Floats, other);
        other.clear();
        writeXor(other, values);
        offer(ValueCodec::Xor, other);
    }
    out.byte(static_cast<std::uint8_t>(codec));
    out.raw(best.bytes().data(), best.size());
}

bool readValues(ByteReader &in, std::size_t count, std::vector<double> &values)
{
    values.reserve(count);
    switch (static_cast<ValueCodec>(in.byte())) {
    case ValueCodec::Raw:
        return readRaw(in, count, values);
    case ValueCodec::Float32:
        return readFloat32(in, count, values);
    case ValueCodec::Xor:
        return readXor(in, count, values);
    case ValueCodec::Decimal:
        return readDecimal(in, count, values);
    case ValueCodec::DecimalRuns:
        return readDecimalRuns(in, count, values);
    case ValueCodec::Scaled:
        return readScaled(in, count, values);
    case ValueCodec::PlainFloats:
        return readPlainFloats(in, count, values);
    case ValueCodec::Floats:
        return readFloats(in, count, values);
    }
    return false;
}

} // namespace telltale
