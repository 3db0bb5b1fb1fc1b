#pragma once

#include "models/sparkline.h"

#include "data/telemetry/tag.h"

#include <span>
#include <string_view>
#include <vector>

namespace telltale {

constexpr std::size_t kJoinedTags = 200;

/// Joins values to one: "min", "max", "mean", "count" (of those that are not 0), else their sum.
/// Not for none.
double joinedValue(std::string_view aggregate, std::span<const double> values);

/// What history knows of several tags in the stretch of `empty`, joined column by column; a tag
/// that sent nothing in a column counts with its last value, not in a gap and not after the last
/// column in which anything came. At most kJoinedTags
/// count: who has more gets no curve.
/// Thread  that of the reader; for HistoryQueries::run().
Sparkline joinedCurve(HistoryReader &reader, std::span<const TagId> tags,
                      std::string_view aggregate, const Sparkline &empty, const CancelFlag &cancel);

/// The same of one moment; nothing unless all of them have a good value not older than `patience`.
std::optional<double> joinedValueAt(HistoryReader &reader, std::span<const TagId> tags,
                                    std::string_view aggregate, Timestamp time,
                                    std::chrono::microseconds patience);

} // namespace telltale
