#pragma once

#include "data/alarms/alarm_types.h"

namespace telltale {

/// The order of the alarm list (alarms.md section 10): UNACK, returned unacknowledged, ACKED,
/// LATAK; in each by priority, newest event time, higher occurrence.
bool comesBefore(const AlarmRow &one, const AlarmRow &other);

} // namespace telltale
