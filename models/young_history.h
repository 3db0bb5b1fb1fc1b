#pragma once

#include "data/history/history_reader.h"

#include <chrono>
#include <optional>

namespace telltale {

class Sparkline;

/// When the first sample of all was measured or, of dense data, its column began, if `data` holds
/// it; none where there are older ones or none at all.
std::optional<Timestamp> beginOf(const TrendRange &data);
/// The same of a curve, whose beginning says nothing of what was before.
std::optional<Timestamp> beginOf(const Sparkline &curve);

/// The period to show of a history that is `age` old, so that it is no sliver at the edge: a
/// minute, doubled until it holds all, at most `most`.
std::chrono::microseconds fittingSpan(std::chrono::microseconds age,
                                      std::chrono::microseconds most);

} // namespace telltale
