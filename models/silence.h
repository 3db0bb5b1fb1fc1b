#pragma once

#include "data/history/history_reader.h"

#include <chrono>
#include <optional>
#include <span>
#include <vector>

namespace telltale {

/// The rule of all curves: samples further apart than the tag's own cadence allows are not joined.
/// A cadence is the median of the distances around a place, up to eight on either side; where they
/// differ - the device was set to another interval, a past came in coarser steps - the slower one.
/// Where there are too few, that of all; fewer than three samples, the one before the range among
/// them, have none.

/// As patienceOf() of the cadence at the end.
std::chrono::microseconds patienceOf(const TrendRange &data);

/// Whether a curve of `data` begins with the sample before the range.
bool joinsBefore(const TrendRange &data);

/// When something last came, of whatever quality: in the range, or else before it.
std::optional<Timestamp> newestOf(const TrendRange &data);

/// Where its device was silent: from each sample to the next one, for longer than its cadence there
/// allows; by time, apart from one another. Behind `data` come `live` samples, which may not be all
/// of them, and nothing up to `until`. What a stored gap explains is left out, and so is the time
/// before the first sample of all.
std::vector<HistoryGap> silencesIn(const TrendRange &data, std::span<const Sample> live = {},
                                   std::optional<Timestamp> until = std::nullopt);

} // namespace telltale
