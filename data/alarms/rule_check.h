#pragma once

#include "data/alarms/alarm_rule.h"

namespace telltale {

/// What a rule says that cannot be: the member it is about and the reason.
struct RuleFault
{
    std::size_t rule = 0; ///< index
    std::string member;
    std::string reason;
};

/// Whose set it is. What earlier versions stored may have ids with `@`, which are refused now, and
/// lacks a `limit` of 0.
enum class RuleOrigin { Workspace, Store };

/// The first fault of the set, if any: parameters of each kind, ids used twice or with the `@` that
/// ends the rule in the id of an alarm, suppression by an unknown alarm or in a circle.
std::optional<RuleFault> findFault(const std::vector<AlarmRule> &rules,
                                   RuleOrigin origin = RuleOrigin::Workspace);

/// The order in which rules are judged: as defined, a suppressing alarm's rule before the rules it
/// suppresses. Indices into `rules`.
std::vector<std::size_t> ruleOrder(const std::vector<AlarmRule> &rules);

} // namespace telltale
