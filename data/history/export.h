#pragma once

#include "data/history/aggregate.h"
#include "data/history/export_row.h"
#include "data/history/history_reader.h"

#include <chrono>
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

/// Writes the samples of all tags the patterns mean, each tag once, by the bytes of its path, then
/// by time; the heading even if there are none. Constant memory.
/// `write` gets pieces of whole rows and says false if it cannot take them.
/// Errors  WrongUse (`every` without `aggregate` or not positive), DiskError (write said false),
///         Cancelled, and those of the reader.
Outcome exportSamples(HistoryReader &reader, const TagRegistry &registry,
                      const ExportOptions &options,
                      const std::function<bool(std::string_view)> &write,
                      const CancelFlag *cancel = nullptr);

} // namespace telltale
