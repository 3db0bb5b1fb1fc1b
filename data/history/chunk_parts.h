#pragma once

#include "data/history/chunk_codec.h"

#include <span>
#include <vector>

namespace telltale {

class ByteWriter;

/// A chunk of one tag and where its samples are.
struct StoredChunk
{
    ChunkSummary summary;
    std::int64_t block = 0;
};

/// What is true of chunks that follow one another, at least one; the block is that of the first.
StoredChunk summarise(std::span<const StoredChunk> parts);

/// Chunks in order of time as column `parts` has them, with a checksum. `out` is cleared first.
void encodeParts(std::span<const StoredChunk> parts, ByteWriter &out);
/// Errors  Damaged, Unsupported (a version to come).
Result<std::vector<StoredChunk>> decodeParts(std::span<const std::uint8_t> blob);

} // namespace telltale
