#include "data/alarms/rule_kind_tools.h"
#include "data/alarms/rule_kinds.h"

namespace telltale {
namespace {

std::optional<RuleFault> check(const AlarmRule &rule)
{
    return faultUnlessPositive("timeout_s", rule.timeoutSeconds);
}

Verdict judge(const RuleCase &given)
{
    return given.isAdvancing ? Verdict::Off : Verdict::Keep;
}

ClockVerdict byClock(const ClockCase &given)
{
    if (given.silentSince == kNever)
        return {};
    return {Verdict::On, given.silentSince + given.timeout};
}

std::string condition(const AlarmRule &rule, double)
{
    return "no data for " + plainNumber(rule.timeoutSeconds) + " s";
}

} // namespace

const RuleKind kStaleRule = {.word = "stale",
                             .members = {"timeout_s"},
                             .watchesSilence = true,
                             .check = check,
                             .judge = judge,
                             .byClock = byClock,
                             .condition = condition};

} // namespace telltale
