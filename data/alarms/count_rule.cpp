#include "data/alarms/rule_kind_tools.h"
#include "data/alarms/rule_kinds.h"

namespace telltale {
namespace {

std::optional<RuleFault> check(const AlarmRule &rule)
{
    if (rule.alarmWhen.empty())
        return ruleFault("alarm_when", "names no value");
    if (rule.count < 1 || rule.count > 10'000)
        return ruleFault("n", "must be from 1 to 10000");
    return faultUnlessPositive("window_s", rule.windowSeconds);
}

Verdict judge(const RuleCase &given)
{
    if (given.input.isBad())
        return judgeBad(given.rule);
    const auto n = static_cast<std::size_t>(given.rule.count);
    const bool isInside = isListed(given.rule, given.input);
    if (isInside && !given.count.isInside)
        given.count.add(given.time, given.now, n);
    given.count.isInside = isInside;
    return given.count.isReached(given.time, given.window, n) ? Verdict::On : Verdict::Off;
}

/// The n-th newest entry leaves the window. What is on because the value is bad stays on.
ClockVerdict byClock(const ClockCase &given)
{
    const auto n = static_cast<std::size_t>(given.rule.count);
    const bool isOnAnyway = given.input.isBad() && given.rule.onBad == AlarmRule::OnBad::Alarm;
    return {Verdict::Off, isOnAnyway ? kNever : given.count.dueAt(given.window, n),
            given.count.leavesAt(given.window, n)};
}

std::string condition(const AlarmRule &rule, double)
{
    return std::to_string(rule.count) + " times " + listText(rule.alarmWhen) + " within "
        + plainNumber(rule.windowSeconds) + " s";
}

} // namespace

const RuleKind kCountRule = {.word = "count",
                             .members = {"alarm_when", "n", "window_s"},
                             .check = check,
                             .judge = judge,
                             .byClock = byClock,
                             .condition = condition};

} // namespace telltale
