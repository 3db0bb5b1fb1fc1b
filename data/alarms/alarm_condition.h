#pragma once

#include "data/alarms/alarm_input.h"

namespace telltale {

/// What a sample says of a rule's condition, before any delay.
enum class Verdict { Keep, On, Off };

/// The table of alarms.md section 2, one function a row; `value` and limits in the tag's unit.
Verdict judgeLimit(const AlarmRule &rule, double value);
Verdict judgeDeviation(const AlarmRule &rule, double value, double setpoint);
Verdict judgeRate(const AlarmRule &rule, double unitPerSecond);

/// The input's newest value is in the list of a discrete or count rule.
bool isListed(const AlarmRule &rule, const AlarmInput &input);
/// The logic of suppress_when on another tag; a bad value never suppresses.
bool isSuppressing(const SuppressWhen &when, const AlarmInput &input);

/// The rule's condition in words: "≥ 85", "no data for 30 s".
std::string conditionText(const AlarmRule &rule, double value);

} // namespace telltale
