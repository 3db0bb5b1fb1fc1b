#pragma once

#include "data/telemetry/timestamp.h"

#include <QString>
#include <QTimeZone>

namespace telltale {

/// "Europe/Oslo (CET, UTC+1)", as it is at `time`.
QString zoneText(Timestamp time, const QTimeZone &zone);

/// The same for a stretch of time; if the clock changes within it, as it is at both ends.
QString zoneText(TimeRange range, const QTimeZone &zone);

} // namespace telltale
