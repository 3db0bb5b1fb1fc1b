#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace telltale {

class ByteReader;
class ByteWriter;

/// Writes integers in about as many bits as they surprise: differences are taken 0 to 2 times,
/// whichever is smallest, and what is left is stored in blocks of 64 with a Rice code each
/// (docs/history-format.md). Arithmetic wraps around: any integers come back.
void writeIntegers(ByteWriter &out, std::span<const std::int64_t> values);
/// Appends `count` integers. False if the bytes make no sense.
bool readIntegers(ByteReader &in, std::size_t count, std::vector<std::int64_t> &values);

} // namespace telltale
