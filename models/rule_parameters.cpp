#include "models/rule_parameters.h"

#include "data/alarms/rule_kind.h"
#include "data/alarms/rule_kind_tools.h"

#include <algorithm>
#include <cmath>

namespace telltale {
namespace {

using Field = RuleDraft::Field;
using Kind = AlarmRule::Kind;
using Unit = RuleParameter::Unit;
using Number = std::optional<double>;

constexpr int kMostTimes = 10'000;

/// An empty field is no number where one is needed.
double needed(Number number)
{
    return number.value_or(std::nan(""));
}

QString faultUnlessAbove0(double value)
{
    return value > 0.0 && std::isfinite(value) ? QString()
                                               : RuleParameters::tr("A number above 0.");
}

QString faultOfDeadband(const AlarmRule &rule)
{
    if (!(rule.deadband >= 0.0) || !std::isfinite(rule.deadband))
        return RuleParameters::tr("A number of 0 or more.");
    const bool isTooWide
        = rule.kind == Kind::Deviation && rule.deadband >= std::min(rule.high, rule.low);
    return isTooWide ? RuleParameters::tr("Less than above and below.") : QString();
}

QString faultOfSetpoint(const AlarmRule &rule)
{
    if (rule.setpoint && !std::isfinite(*rule.setpoint))
        return RuleParameters::tr("The set-point must be a number.");
    const bool isOne = rule.setpoint.has_value() == rule.setpointTag.empty();
    return isOne ? QString() : RuleParameters::tr("A number, or else its tag.");
}

int timesOf(Number number)
{
    const double times = needed(number);
    const bool isCount = times >= 1.0 && times <= kMostTimes && std::floor(times) == times;
    return isCount ? static_cast<int>(times) : 0;
}

std::vector<RuleParameter> numbers()
{
    std::vector<RuleParameter> all(8);
    all[0] = {.member = "setpoint",
              .field = Field::Setpoint,
              .label = RuleParameters::tr("Set-point"),
              .hint = {},
              .unit = Unit::Tag,
              .number = [](const AlarmRule &rule) { return rule.setpoint; },
              .setNumber = [](AlarmRule &rule, Number number) { rule.setpoint = number; },
              .fault = faultOfSetpoint};
    all[1] = {.member = "high",
              .field = Field::High,
              .label = RuleParameters::tr("Above by"),
              .unit = Unit::Tag,
              .number = [](const AlarmRule &rule) { return Number(rule.high); },
              .setNumber = [](AlarmRule &rule, Number number) { rule.high = needed(number); },
              .fault = [](const AlarmRule &rule) { return faultUnlessAbove0(rule.high); }};
    all[2] = {.member = "low",
              .field = Field::Low,
              .label = RuleParameters::tr("Below by"),
              .unit = Unit::Tag,
              .number = [](const AlarmRule &rule) { return Number(rule.low); },
              .setNumber = [](AlarmRule &rule, Number number) { rule.low = needed(number); },
              .fault = [](const AlarmRule &rule) { return faultUnlessAbove0(rule.low); }};
    all[3] = {.member = "limit",
              .field = Field::Limit,
              .label = RuleParameters::tr("Limit"),
              .unit = Unit::Tag,
              .number = [](const AlarmRule &rule) { return Number(rule.limit); },
              .setNumber = [](AlarmRule &rule, Number number) { rule.limit = needed(number); },
              .fault =
                  [](const AlarmRule &rule) {
                      return std::isfinite(rule.limit)
                          ? QString()
                          : RuleParameters::tr("The limit must be a number.");
                  }};
    all[4] = {.member = "deadband",
              .field = Field::Deadband,
              .label = RuleParameters::tr("Deadband"),
              .unit = Unit::Tag,
              .proposal = 0.0,
              .number = [](const AlarmRule &rule) { return Number(rule.deadband); },
              .setNumber = [](AlarmRule &rule, Number number) { rule.deadband = needed(number); },
              .fault = faultOfDeadband};
    all[5] = {
        .member = "timeout_s",
        .field = Field::Timeout,
        .label = RuleParameters::tr("After"),
        .unit = Unit::Seconds,
        .proposal = 60.0,
        .number = [](const AlarmRule &rule) { return Number(rule.timeoutSeconds); },
        .setNumber = [](AlarmRule &rule, Number number) { rule.timeoutSeconds = needed(number); },
        .fault = [](const AlarmRule &rule) { return faultUnlessAbove0(rule.timeoutSeconds); }};
    all[6] = {.member = "n",
              .field = Field::Times,
              .label = RuleParameters::tr("Times"),
              .proposal = 3.0,
              .number = [](const AlarmRule &rule) { return Number(rule.count); },
              .setNumber = [](AlarmRule &rule, Number number) { rule.count = timesOf(number); },
              .fault =
                  [](const AlarmRule &rule) {
                      return rule.count >= 1 && rule.count <= kMostTimes
                          ? QString()
                          : RuleParameters::tr("A whole number from 1 to 10 000.");
                  }};
    all[7]
        = {.member = "window_s",
           .field = Field::Window,
           .label = RuleParameters::tr("Within"),
           .unit = Unit::Seconds,
           .proposal = 60.0,
           .number = [](const AlarmRule &rule) { return Number(rule.windowSeconds); },
           .setNumber = [](AlarmRule &rule, Number number) { rule.windowSeconds = needed(number); },
           .fault = [](const AlarmRule &rule) { return faultUnlessAbove0(rule.windowSeconds); }};
    return all;
}

RuleParameter setpointTag()
{
    return {.member = "setpoint_tag",
            .field = Field::SetpointTag,
            .label = RuleParameters::tr("or its tag"),
            .hint = RuleParameters::tr("path of the tag that has the set-point"),
            .text = [](const AlarmRule &rule) { return QString::fromStdString(rule.setpointTag); },
            .setText
            = [](AlarmRule &rule,
                 const QString &text) { rule.setpointTag = text.trimmed().toStdString(); }};
}

RuleParameter values()
{
    return {.member = "alarm_when",
            .field = Field::Values,
            .label = RuleParameters::tr("Values"),
            .hint = RuleParameters::tr("such as 1, true, fault"),
            .text
            = [](const AlarmRule &rule) { return RuleParameters::valuesText(rule.alarmWhen); },
            .setText = [](AlarmRule &rule,
                          const QString &text) { rule.alarmWhen = RuleParameters::valuesOf(text); },
            .fault =
                [](const AlarmRule &rule) {
                    return rule.alarmWhen.empty() ? RuleParameters::tr("At least one value.")
                                                  : QString();
                }};
}

RuleParameter direction()
{
    return {.member = "direction",
            .field = Field::Direction,
            .label = RuleParameters::tr("Direction"),
            .choices = {RuleParameters::tr("rising"), RuleParameters::tr("falling"),
                        RuleParameters::tr("rising or falling")},
            .choice = [](const AlarmRule &rule) { return static_cast<int>(rule.direction); },
            .setChoice
            = [](AlarmRule &rule,
                 int choice) { rule.direction = static_cast<AlarmRule::Direction>(choice); }};
}

RuleParameter quality()
{
    return {.member = "include_uncertain",
            .field = Field::Uncertain,
            .label = RuleParameters::tr("Quality"),
            .choices = {RuleParameters::tr("bad"), RuleParameters::tr("bad or uncertain")},
            .choice = [](const AlarmRule &rule) { return rule.includeUncertain ? 1 : 0; },
            .setChoice = [](AlarmRule &rule, int choice) { rule.includeUncertain = choice == 1; }};
}

/// A value as it is typed: in quotes it is a text, whatever it looks like.
AlarmValue valueOf(const QString &typed)
{
    if (typed == QLatin1String("true") || typed == QLatin1String("false"))
        return typed == QLatin1String("true");
    bool isNumber = false;
    const double number = typed.toDouble(&isNumber);
    if (isNumber && std::isfinite(number))
        return number;
    return typed.toStdString();
}

QString textOf(const AlarmValue &value)
{
    const auto *text = std::get_if<std::string>(&value);
    if (!text)
        return QString::fromStdString(listText({value}));
    const QString plain = QString::fromStdString(*text);
    const bool isAmbiguous = plain.isEmpty() || plain != plain.trimmed()
        || plain.contains(QLatin1Char(',')) || plain.contains(QLatin1Char('"'))
        || !std::holds_alternative<std::string>(valueOf(plain));
    QString quoted = plain;
    quoted.replace(QLatin1String("\""), QLatin1String("\"\""));
    return isAmbiguous ? QLatin1Char('"') + quoted + QLatin1Char('"') : plain;
}

} // namespace

bool RuleParameters::Form::isOf(const AlarmRule &rule) const
{
    return rule.kind == kind && (kind != Kind::Limit || rule.side == side);
}

std::vector<RuleParameters::Form> RuleParameters::forms()
{
    using Side = AlarmRule::Side;
    return {{tr("value is too high"), Kind::Limit, Side::High},
            {tr("value is too low"), Kind::Limit, Side::Low},
            {tr("no data come"), Kind::Stale},
            {tr("value is away from its set-point"), Kind::Deviation},
            {tr("value changes too fast"), Kind::Rate},
            {tr("value is one of"), Kind::Discrete},
            {tr("value becomes one of them too often"), Kind::Count},
            {tr("quality is bad"), Kind::Quality}};
}

std::vector<RuleParameter> RuleParameters::all()
{
    std::vector<RuleParameter> all = numbers();
    all.insert(all.begin() + 1, setpointTag());
    all.insert(all.begin(), {values(), direction(), quality()});
    return all;
}

bool RuleParameters::belongsTo(const RuleParameter &parameter, AlarmRule::Kind kind)
{
    const auto &members = kindOf(kind).members;
    return std::find(members.begin(), members.end(), std::string_view(parameter.member))
        != members.end();
}

QString RuleParameters::unit(const RuleParameter &parameter, AlarmRule::Kind kind,
                             const QString &tagUnit)
{
    switch (parameter.unit) {
    case Unit::Seconds:
        return tr("s", "seconds");
    case Unit::Tag:
        return kind == Kind::Rate ? tagUnit + tr("/s", "per second") : tagUnit;
    case Unit::None:
        break;
    }
    return {};
}

void RuleParameters::setForm(AlarmRule &rule, const Form &form)
{
    if (rule.kind != form.kind) {
        const AlarmRule fresh;
        for (const RuleParameter &parameter : all()) {
            if (parameter.number)
                parameter.setNumber(rule, parameter.number(fresh));
            else if (parameter.text)
                parameter.setText(rule, parameter.text(fresh));
            else
                parameter.setChoice(rule, parameter.choice(fresh));
        }
        rule.side = fresh.side;
        rule.kind = form.kind;
    }
    if (form.kind == Kind::Limit)
        rule.side = form.side;
}

QString RuleParameters::valuesText(const std::vector<AlarmValue> &values)
{
    QStringList texts;
    for (const AlarmValue &value : values)
        texts << textOf(value);
    return texts.join(QStringLiteral(", "));
}

std::vector<AlarmValue> RuleParameters::valuesOf(const QString &text)
{
    std::vector<AlarmValue> values;
    qsizetype at = 0;
    while (at < text.size()) {
        if (text[at].isSpace() || text[at] == QLatin1Char(',')) {
            ++at;
            continue;
        }
        QString typed;
        if (text[at] != QLatin1Char('"')) {
            const qsizetype comma = text.indexOf(QLatin1Char(','), at);
            const qsizetype end = comma < 0 ? text.size() : comma;
            values.push_back(valueOf(text.mid(at, end - at).trimmed()));
            at = end;
            continue;
        }
        for (++at; at < text.size(); ++at) { // "" in quotes is one of them
            const bool isQuote = text[at] == QLatin1Char('"');
            const bool isTwice = isQuote && at + 1 < text.size() && text[at + 1] == text[at];
            if (isQuote && !isTwice)
                break;
            typed += text[at];
            at += isTwice ? 1 : 0;
        }
        values.emplace_back(typed.toStdString());
        ++at;
    }
    return values;
}

} // namespace telltale
