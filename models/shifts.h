#pragma once

#include "data/telemetry/timestamp.h"

#include <QTimeZone>

#include <optional>
#include <string>
#include <vector>

namespace telltale {

/// The shift that `time` lies in; nothing where no shifts are stated.
/// `shifts`: when they begin, as "06:00" in `zone`, in any order.
std::optional<TimeRange> shiftAt(Timestamp time, const QTimeZone &zone,
                                 const std::vector<std::string> &shifts);

/// The same; where no shifts are stated the day from midnight to midnight.
TimeRange shiftOrDay(Timestamp time, const QTimeZone &zone, const std::vector<std::string> &shifts);

} // namespace telltale
