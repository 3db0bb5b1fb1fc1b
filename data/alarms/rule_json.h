#pragma once

#include "data/alarms/rule_check.h"

#include <string_view>

namespace telltale {

/// Rules as the text of `rules.json`: {"version":1,"groups":[...],"rules":[...]}; members as in
/// alarms.md section 2; those with their default value are not written, but for the limit of a kind
/// that has one.
struct RuleSet
{
    std::vector<AlarmGroup> groups;
    std::vector<AlarmRule> rules;
    bool operator==(const RuleSet &) const = default;
};

/// Thread  any.
/// Errors  Malformed, NewerVersion: "line 12: rule \"hi\": \"deadband\" is not a number"; the first
///         one found. Unknown members, unknown kinds, contradictory parameters and circles of
///         suppression are refused.
Result<RuleSet> parseRuleSet(std::string_view json, RuleOrigin origin = RuleOrigin::Workspace);

std::string ruleSetToJson(const RuleSet &set);

} // namespace telltale
