#pragma once

#include "data/telemetry/sample_batch.h"

#include <vector>

namespace telltale {

class ByteReader;
class ByteWriter;

/// Side values as log rows and chunks of version 1 store them, one after the other.
void writeSides(ByteWriter &out, const std::vector<SampleBatch::Side> &sides);
/// False if the bytes make no sense; every index is below `count`.
bool readSides(ByteReader &in, std::size_t count, std::vector<SampleBatch::Side> &sides);

/// Side values as chunks store them: each different one once, in a table.
void writeSideTable(ByteWriter &out, const std::vector<SampleBatch::Side> &sides);
bool readSideTable(ByteReader &in, std::size_t count, std::vector<SampleBatch::Side> &sides);

} // namespace telltale
