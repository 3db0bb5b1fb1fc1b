#include "data/alarms/rule_kind_tools.h"
#include "data/alarms/rule_kinds.h"

#include <algorithm>

namespace telltale {
namespace {

std::optional<RuleFault> check(const AlarmRule &rule)
{
    if (rule.setpoint.has_value() == !rule.setpointTag.empty())
        return ruleFault("setpoint", "either a setpoint or a setpoint_tag is needed");
    if (rule.high <= 0.0 || rule.low <= 0.0)
        return ruleFault("high", "high and low must be above 0");
    if (rule.deadband >= std::min(rule.high, rule.low))
        return ruleFault("deadband", "must be less than high and low");
    return std::nullopt;
}

/// The newest good one; a bad set-point keeps what is.
std::optional<double> setpointOf(const RuleCase &given)
{
    if (given.rule.setpoint)
        return given.rule.setpoint;
    if (!given.setpoint || !given.setpoint->hasGoodNumber)
        return std::nullopt;
    return given.setpoint->goodNumber;
}

Verdict judge(const RuleCase &given)
{
    if (const std::optional<Verdict> verdict = judgeWithoutNumber(given))
        return *verdict;
    const std::optional<double> setpoint = setpointOf(given);
    if (!setpoint)
        return Verdict::Keep;
    const AlarmRule &rule = given.rule;
    const double off = given.input.goodNumber - *setpoint;
    if (off >= rule.high || off <= -rule.low)
        return Verdict::On;
    const bool isBack = off < rule.high - rule.deadband && off > -(rule.low - rule.deadband);
    return isBack ? Verdict::Off : Verdict::Keep;
}

std::string condition(const AlarmRule &rule, double value)
{
    const std::string from
        = rule.setpoint ? plainNumber(*rule.setpoint) : "set-point " + rule.setpointTag;
    if (rule.high == rule.low)
        return plainNumber(rule.high) + " or more off " + from;
    const bool isAbove = rule.setpoint && value >= *rule.setpoint;
    return isAbove ? plainNumber(rule.high) + " or more above " + from
                   : plainNumber(rule.low) + " or more below " + from;
}

} // namespace

const RuleKind kDeviationRule = {.word = "deviation",
                                 .members = {"setpoint", "setpoint_tag", "high", "low", "deadband"},
                                 .check = check,
                                 .judge = judge,
                                 .condition = condition};

} // namespace telltale
