#include "data/alarms/rule_kind_tools.h"
#include "data/alarms/rule_kinds.h"

#include <cmath>

namespace telltale {
namespace {

std::optional<RuleFault> check(const AlarmRule &rule)
{
    return faultUnlessPositive("window_s", rule.windowSeconds);
}

/// In the direction the rule is about, in the tag's unit per second.
double directed(AlarmRule::Direction direction, double rate)
{
    switch (direction) {
    case AlarmRule::Direction::Rising:
        return rate;
    case AlarmRule::Direction::Falling:
        return -rate;
    case AlarmRule::Direction::Both:
        break;
    }
    return std::abs(rate);
}

Verdict judge(const RuleCase &given)
{
    if (!given.isFresh)
        return Verdict::Keep;
    if (given.input.isBadNumber())
        return judgeBad(given.rule);
    const std::optional<double> rate = given.rate.add(given.time, given.input.value, given.window);
    return rate
        ? judgeAbove(directed(given.rule.direction, *rate), given.rule.limit, given.rule.deadband)
        : Verdict::Keep;
}

std::string condition(const AlarmRule &rule, double)
{
    constexpr const char *kVerbs[] = {"rises", "falls", "changes"};
    return std::string(kVerbs[static_cast<std::size_t>(rule.direction)]) + " \u2265 "
        + plainNumber(rule.limit) + "/s";
}

} // namespace

const RuleKind kRateRule = {.word = "rate",
                            .members = {"limit", "window_s", "direction", "deadband"},
                            .hasLimit = true,
                            .check = check,
                            .judge = judge,
                            .condition = condition};

} // namespace telltale
