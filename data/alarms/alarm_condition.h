#pragma once

#include "data/alarms/alarm_input.h"

namespace telltale {

/// The input's newest value is this one.
bool isEqual(const AlarmValue &wanted, const AlarmInput &input);
/// The logic of suppress_when on another tag; a bad value never suppresses.
bool isSuppressing(const SuppressWhen &when, const AlarmInput &input);

} // namespace telltale
