#pragma once

#include "data/history/chunk_codec.h"

#include <span>
#include <vector>

namespace telltale {

class ByteWriter;

/// A chunk of one tag and where its samples are, or a roll-up: what is left of samples that had to
/// go. In one file all chunks of a tag are roll-ups, or none is.
struct StoredChunk
{
    static constexpr std::int64_t kRollUp = 0; ///< no block has this number

    ChunkSummary summary;
    std::int64_t block = kRollUp;

    bool isRollUp() const { return block == kRollUp; }
};

/// What is true of chunks that follow one another, at least one; the block is that of the first.
StoredChunk summarise(std::span<const StoredChunk> parts);

/// Chunks in order of time, or roll-ups, as column `parts` has them, with a checksum. `out` is
/// cleared first.
void encodeParts(std::span<const StoredChunk> parts, ByteWriter &out);
/// Errors  Damaged, Unsupported (a version to come).
Result<std::vector<StoredChunk>> decodeParts(std::span<const std::uint8_t> blob);

} // namespace telltale
