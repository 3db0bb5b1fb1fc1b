#pragma once

#include "data/history/sample_columns.h"
#include "data/telemetry/result.h"

#include <optional>
#include <span>
#include <vector>

namespace telltale {

/// What is known of a chunk without opening it; the columns of table `chunk`.
struct ChunkSummary
{
    std::int64_t first = 0; ///< times of the first and last sample, µs UTC
    std::int64_t last = 0;
    std::uint32_t count = 0; ///< all samples
    std::uint32_t bad = 0; ///< samples without a number, see hasNumber()
    /// Of the samples with a number; meaningless if there is none.
    std::int64_t firstNumber = 0;
    std::int64_t lastNumber = 0;
    double firstValue = 0.0;
    double lastValue = 0.0;
    double min = 0.0;
    double max = 0.0;
    double sum = 0.0;
    // Of these two only roll-ups keep more than the samples themselves say.
    std::uint32_t uncertain = 0; ///< samples of that quality
    std::uint32_t texts = 0; ///< of the bad ones: texts that are none
    std::uint32_t numbers() const { return count - bad; }
};

/// Of samples [begin, end), which must not be empty.
ChunkSummary summarise(const SampleColumns &samples, std::size_t begin, std::size_t end);

/// Counts a sample that comes after those counted so far.
void countSample(ChunkSummary &summary, const SampleColumns &samples, std::size_t index);
/// Makes `all` true of the samples of both; their order in time does not matter.
void join(ChunkSummary &all, const ChunkSummary &part);

/// Ordered samples [begin, end) as one blob with its checksum, see docs/history-format.md. `out` is
/// cleared first.
void encodeChunk(const SampleColumns &samples, std::size_t begin, std::size_t end, ByteWriter &out);

/// Times in order, at least one, as they stand in blobs.
void writeTimes(ByteWriter &out, std::span<const std::int64_t> times);
/// False if the bytes make no sense.
bool readTimes(ByteReader &in, std::size_t count, std::vector<std::int64_t> &times);

/// Of this or an earlier version.
/// Errors  Damaged (checksum, structure), Unsupported (a version to come).
Result<SampleColumns> decodeChunk(std::span<const std::uint8_t> blob);

} // namespace telltale
