#include "data/alarms/rule_kind_tools.h"

#include "data/alarms/alarm_condition.h"

#include <algorithm>
#include <charconv>

namespace telltale {
namespace {

std::string word(const AlarmValue &value)
{
    if (const auto *flag = std::get_if<bool>(&value))
        return *flag ? "true" : "false";
    if (const auto *real = std::get_if<double>(&value))
        return plainNumber(*real);
    return std::get<std::string>(value);
}

} // namespace

Verdict judgeBad(const AlarmRule &rule)
{
    if (rule.onBad == AlarmRule::OnBad::Hold)
        return Verdict::Keep;
    return rule.onBad == AlarmRule::OnBad::Alarm ? Verdict::On : Verdict::Off;
}

std::optional<Verdict> judgeWithoutNumber(const RuleCase &given)
{
    const bool isBad = given.input.newest != kNoTime && given.input.isBadNumber();
    const bool holds = given.rule.onBad == AlarmRule::OnBad::Hold;
    if (isBad && (given.isFresh || !holds))
        return judgeBad(given.rule);
    return given.input.hasGoodNumber ? std::nullopt : std::optional(Verdict::Keep);
}

Verdict judgeAbove(double value, double limit, double deadband)
{
    if (value >= limit)
        return Verdict::On;
    return value < limit - deadband ? Verdict::Off : Verdict::Keep;
}

bool isListed(const AlarmRule &rule, const AlarmInput &input)
{
    const auto isThis = [&input](const AlarmValue &value) { return isEqual(value, input); };
    return std::any_of(rule.alarmWhen.begin(), rule.alarmWhen.end(), isThis);
}

std::optional<RuleFault> ruleFault(const char *member, const char *reason)
{
    return RuleFault {0, member, reason};
}

std::optional<RuleFault> noFault(const AlarmRule &)
{
    return std::nullopt;
}

std::optional<RuleFault> faultUnlessPositive(const char *member, double value)
{
    return value > 0.0 ? std::nullopt : ruleFault(member, "must be above 0");
}

std::string plainNumber(double value)
{
    char text[32];
    const auto [end, status] = std::to_chars(text, text + sizeof text, value);
    return {text, end};
}

std::string listText(const std::vector<AlarmValue> &values)
{
    std::string text;
    for (const AlarmValue &value : values)
        text += (text.empty() ? "" : ", ") + word(value);
    return text;
}

} // namespace telltale
