#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace telltale {

class ByteReader;
class ByteWriter;

// The forms of values that were decimal text once: see ValueCodec::Scaled, Floats and PlainFloats.
// Writers add nothing and say false where the form does not give every bit back; readers say false
// if the bytes make no sense.

bool writeScaled(ByteWriter &out, std::span<const double> values);
bool readScaled(ByteReader &in, std::size_t count, std::vector<double> &values);

bool writeFloats(ByteWriter &out, std::span<const double> values);
bool readFloats(ByteReader &in, std::size_t count, std::vector<double> &values);

bool readPlainFloats(ByteReader &in, std::size_t count, std::vector<double> &values);

} // namespace telltale
