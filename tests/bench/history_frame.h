#pragma once

#include "data/telemetry/tag.h"
#include "data/telemetry/timestamp.h"

#include <optional>
#include <string>

namespace telltale::bench {

/// Milliseconds from the question to the picture of a chart of 1000x400 over `range` of a tag,
/// which moves on by a pixel between frames: the median of several, none if a question failed.
/// Thread  that of the QApplication.
std::optional<double> frameMilliseconds(const std::string &folder, TagId tag, TimeRange range);

} // namespace telltale::bench
