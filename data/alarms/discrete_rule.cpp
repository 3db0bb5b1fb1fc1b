#include "data/alarms/rule_kind_tools.h"
#include "data/alarms/rule_kinds.h"

namespace telltale {
namespace {

std::optional<RuleFault> check(const AlarmRule &rule)
{
    return rule.alarmWhen.empty() ? ruleFault("alarm_when", "names no value") : std::nullopt;
}

Verdict judge(const RuleCase &given)
{
    if (given.input.isBad())
        return judgeBad(given.rule);
    return isListed(given.rule, given.input) ? Verdict::On : Verdict::Off;
}

std::string condition(const AlarmRule &rule, double)
{
    return "is " + listText(rule.alarmWhen);
}

} // namespace

const RuleKind kDiscreteRule = {.word = "discrete",
                                .members = {"alarm_when"},
                                .check = check,
                                .judge = judge,
                                .condition = condition};

} // namespace telltale
