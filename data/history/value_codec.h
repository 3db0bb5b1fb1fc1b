#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace telltale {

class ByteReader;
class ByteWriter;

/// How the values of a chunk are stored; the number stands in the file.
enum class ValueCodec : std::uint8_t {
    Raw = 0, ///< 8 bytes each
    Float32 = 1, ///< only read: 4 bytes each
    Xor = 2, ///< bits that changed since the value before
    Decimal = 3, ///< only read: varints of the difference of value * 10^d
    DecimalRuns = 4, ///< only read: the same, and runs of no difference are one varint
    Scaled = 5, ///< value * 10^d as integers, exceptions apart
    PlainFloats = 6, ///< only read: as Floats, without exceptions
    Floats = 7, ///< floats as integers, and to how many digits they were rounded as text;
                ///< exceptions apart
};

/// Writes the values in the smallest form that gives every bit back (-0, denormals and the payload
/// of NaN included).
void writeValues(ByteWriter &out, std::span<const double> values);
/// Every form, those of older files included. False if the bytes make no sense.
bool readValues(ByteReader &in, std::size_t count, std::vector<double> &values);

} // namespace telltale
