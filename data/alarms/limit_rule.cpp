#include "data/alarms/rule_kind_tools.h"
#include "data/alarms/rule_kinds.h"

namespace telltale {
namespace {

Verdict judge(const RuleCase &given)
{
    if (const std::optional<Verdict> verdict = judgeWithoutNumber(given))
        return *verdict;
    const AlarmRule &rule = given.rule;
    const double value = given.input.goodNumber;
    return rule.side == AlarmRule::Side::High ? judgeAbove(value, rule.limit, rule.deadband)
                                              : judgeAbove(-value, -rule.limit, rule.deadband);
}

std::string condition(const AlarmRule &rule, double)
{
    return (rule.side == AlarmRule::Side::High ? "\u2265 " : "\u2264 ") + plainNumber(rule.limit);
}

} // namespace

const RuleKind kLimitRule = {.word = "limit",
                             .members = {"side", "limit", "deadband"},
                             .hasLimit = true,
                             .check = noFault,
                             .judge = judge,
                             .condition = condition};

} // namespace telltale
