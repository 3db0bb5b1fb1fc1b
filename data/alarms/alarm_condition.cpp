#include "data/alarms/alarm_condition.h"

#include <charconv>
#include <cmath>

namespace telltale {
namespace {

bool isEqual(const AlarmValue &wanted, const AlarmInput &input)
{
    if (const auto *text = std::get_if<std::string>(&wanted))
        return input.type == AlarmSample::Type::Text && input.text == *text;
    if (input.type == AlarmSample::Type::Text)
        return false;
    const auto *flag = std::get_if<bool>(&wanted);
    const double number = flag ? (*flag ? 1.0 : 0.0) : std::get<double>(wanted);
    return input.value == number;
}

bool compare(SuppressWhen::Op op, double value, double wanted)
{
    switch (op) {
    case SuppressWhen::Op::Less:
        return value < wanted;
    case SuppressWhen::Op::Greater:
        return value > wanted;
    case SuppressWhen::Op::LessOrEqual:
        return value <= wanted;
    case SuppressWhen::Op::GreaterOrEqual:
        return value >= wanted;
    case SuppressWhen::Op::Equal:
    case SuppressWhen::Op::NotEqual:
        break;
    }
    return false;
}

std::string number(double value)
{
    char text[32];
    const auto [end, status] = std::to_chars(text, text + sizeof text, value);
    return {text, end};
}

std::string word(const AlarmValue &value)
{
    if (const auto *flag = std::get_if<bool>(&value))
        return *flag ? "true" : "false";
    if (const auto *real = std::get_if<double>(&value))
        return number(*real);
    return std::get<std::string>(value);
}

std::string listText(const std::vector<AlarmValue> &values)
{
    std::string text;
    for (const AlarmValue &value : values)
        text += (text.empty() ? "" : ", ") + word(value);
    return text;
}

std::string deviationText(const AlarmRule &rule, double value)
{
    const std::string from
        = rule.setpoint ? number(*rule.setpoint) : "set-point " + rule.setpointTag;
    if (rule.high == rule.low)
        return number(rule.high) + " or more off " + from;
    const bool isAbove = rule.setpoint && value >= *rule.setpoint;
    return isAbove ? number(rule.high) + " or more above " + from
                   : number(rule.low) + " or more below " + from;
}

std::string rateText(const AlarmRule &rule)
{
    constexpr const char *kVerbs[] = {"rises", "falls", "changes"};
    return std::string(kVerbs[static_cast<std::size_t>(rule.direction)]) + " \u2265 "
        + number(rule.limit) + "/s";
}

} // namespace

Verdict judgeLimit(const AlarmRule &rule, double value)
{
    if (rule.side == AlarmRule::Side::High) {
        if (value >= rule.limit)
            return Verdict::On;
        return value < rule.limit - rule.deadband ? Verdict::Off : Verdict::Keep;
    }
    if (value <= rule.limit)
        return Verdict::On;
    return value > rule.limit + rule.deadband ? Verdict::Off : Verdict::Keep;
}

Verdict judgeDeviation(const AlarmRule &rule, double value, double setpoint)
{
    const double off = value - setpoint;
    if (off >= rule.high || off <= -rule.low)
        return Verdict::On;
    const bool isBack = off < rule.high - rule.deadband && off > -(rule.low - rule.deadband);
    return isBack ? Verdict::Off : Verdict::Keep;
}

Verdict judgeRate(const AlarmRule &rule, double unitPerSecond)
{
    double rate = unitPerSecond;
    if (rule.direction == AlarmRule::Direction::Falling)
        rate = -rate;
    else if (rule.direction == AlarmRule::Direction::Both)
        rate = std::abs(rate);
    if (rate >= rule.limit)
        return Verdict::On;
    return rate < rule.limit - rule.deadband ? Verdict::Off : Verdict::Keep;
}

bool isListed(const AlarmRule &rule, const AlarmInput &input)
{
    const auto isThis = [&input](const AlarmValue &value) { return isEqual(value, input); };
    return std::any_of(rule.alarmWhen.begin(), rule.alarmWhen.end(), isThis);
}

bool isSuppressing(const SuppressWhen &when, const AlarmInput &input)
{
    if (input.newest == kNoTime || input.isBad())
        return false;
    if (when.op == SuppressWhen::Op::Equal)
        return isEqual(when.value, input);
    if (when.op == SuppressWhen::Op::NotEqual)
        return !isEqual(when.value, input);
    const auto *wanted = std::get_if<double>(&when.value);
    if (!wanted || input.type == AlarmSample::Type::Text)
        return false;
    return compare(when.op, input.value, *wanted);
}

std::string conditionText(const AlarmRule &rule, double value)
{
    switch (rule.kind) {
    case AlarmRule::Kind::Limit:
        return (rule.side == AlarmRule::Side::High ? "\u2265 " : "\u2264 ") + number(rule.limit);
    case AlarmRule::Kind::Deviation:
        return deviationText(rule, value);
    case AlarmRule::Kind::Rate:
        return rateText(rule);
    case AlarmRule::Kind::Discrete:
        return "is " + listText(rule.alarmWhen);
    case AlarmRule::Kind::Count:
        return std::to_string(rule.count) + " times " + listText(rule.alarmWhen) + " within "
            + number(rule.windowSeconds) + " s";
    case AlarmRule::Kind::Stale:
        return "no data for " + number(rule.timeoutSeconds) + " s";
    case AlarmRule::Kind::Quality:
        return rule.includeUncertain ? "quality not good" : "bad quality";
    case AlarmRule::Kind::Connection:
        break;
    }
    return "link down";
}

} // namespace telltale
