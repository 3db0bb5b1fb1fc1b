#pragma once

#include "data/history/sample_columns.h"
#include "data/telemetry/result.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace telltale {

class ByteWriter;

// A chunk in the form it has in files that are no longer written: smaller than what encodeChunk()
// gives, and costly to make. See docs/history-format.md.

/// All samples, ordered, as one blob with its checksum. `timesBack`: how many bytes before this one
/// a chunk stands that has the same times as its own. `out` is cleared first.
void encodePacked(const SampleColumns &samples, std::optional<std::uint64_t> timesBack,
                  ByteWriter &out);

/// The times of the chunk that stands so many bytes before.
using TimesBack = std::function<Result<std::vector<std::int64_t>>(std::uint64_t back)>;

/// Errors  Damaged (checksum, structure), Unsupported (a version to come), those of `timesBack`.
Result<SampleColumns> decodePacked(std::span<const std::uint8_t> blob, const TimesBack &timesBack);
/// The times of a chunk that has its own.
Result<std::vector<std::int64_t>> decodePackedTimes(std::span<const std::uint8_t> blob);

} // namespace telltale
