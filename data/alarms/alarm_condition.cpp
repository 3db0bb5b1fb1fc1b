#include "data/alarms/alarm_condition.h"

namespace telltale {
namespace {

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

} // namespace

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

} // namespace telltale
