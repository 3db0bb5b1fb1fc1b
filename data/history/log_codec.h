#pragma once

#include "data/telemetry/result.h"
#include "data/telemetry/sample_batch.h"

#include <span>

namespace telltale {

class ByteWriter;

/// One group commit as one blob of table `log`, made to be cheap:
///   u32 CRC-32C of the rest · u8 version · varint count · zigzag differences of tags · of times
///   · quality and flags in runs · values, 8 bytes each · side values
/// Written to `out`, which is cleared first.
void encodeLog(const SampleBatch &group, ByteWriter &out);

/// Errors  Damaged (checksum, structure), Unsupported (a version to come).
Result<SampleBatch> decodeLog(std::span<const std::uint8_t> blob);

} // namespace telltale
