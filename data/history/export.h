#pragma once

#include "data/history/aggregate.h"
#include "data/history/export_row.h"
#include "data/history/history_reader.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace telltale {

/// What `telltale export` is asked for.
struct ExportOptions
{
    std::vector<std::string> patterns; ///< of tags, see PathPattern
    TimeRange range {Timestamp::min(), Timestamp::max()};
    ExportForm form;
    /// Both or none; results instead of samples, see Aggregator.
    std::optional<std::chrono::microseconds> every;
    std::optional<Aggregate> aggregate;
};

/// What an export could not give, because only roll-ups are left of it.
struct ExportLack
{
    std::uint64_t samples = 0; ///< that there were
    std::size_t tags = 0;
    std::string tag; ///< one of them, its path
    TimeRange range {Timestamp::max(), Timestamp::min()}; ///< from the first to the last of all
};

/// Writes the samples of all tags the patterns mean, each tag once, by the bytes of its path, then
/// by time; the heading even if there are none. Constant memory. Results are made from roll-ups,
/// too, as far as they say enough.
/// `write` gets pieces of whole rows and says false if it cannot take them.
/// Errors  WrongUse (`every` without `aggregate` or not positive), DiskError (write said false),
///         Cancelled, and those of the reader.
Result<ExportLack> exportSamples(HistoryReader &reader, const TagRegistry &registry,
                                 const ExportOptions &options,
                                 const std::function<bool(std::string_view)> &write,
                                 const CancelFlag *cancel = nullptr);

/// English words for stderr; empty: nothing lacks. `hasResults`: they were asked for.
std::string lackWords(const ExportLack &lack, bool hasResults);

} // namespace telltale
