#pragma once

#include "data/alarms/alarm_rule.h"
#include "data/telemetry/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace telltale {

/// The JSON form of rules, `{"version": 1, "rules": [...]}`, member names as in the conformance
/// cases. Errors Malformed with line and reason.
Result<std::vector<AlarmRule>> parseRules(std::string_view json);
std::string rulesToJson(const std::vector<AlarmRule> &rules);

} // namespace telltale
