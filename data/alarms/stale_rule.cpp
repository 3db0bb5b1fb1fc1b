#include "data/alarms/rule_kind_tools.h"
#include "data/alarms/rule_kinds.h"

namespace telltale {
namespace {

std::optional<RuleFault> check(const AlarmRule &rule)
{
    return faultUnlessPositive("timeout_s", rule.timeoutSeconds);
}

/// It comes by the clock (AlarmTimer::Stale).
Verdict judge(const RuleCase &given)
{
    return given.isAdvancing ? Verdict::Off : Verdict::Keep;
}

std::string condition(const AlarmRule &rule, double)
{
    return "no data for " + plainNumber(rule.timeoutSeconds) + " s";
}

} // namespace

const RuleKind kStaleRule
    = {.word = "stale", .check = check, .judge = judge, .condition = condition};

} // namespace telltale
