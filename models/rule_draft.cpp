#include "models/rule_draft.h"

#include "models/alarm_words.h"
#include "models/rule_parameters.h"
#include "models/value_text.h"

#include "data/alarms/rule_kind.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace telltale {
namespace {

bool hasAny(const QString &text, std::initializer_list<const char *> words)
{
    return std::any_of(words.begin(), words.end(), [&](const char *word) {
        return text.contains(QLatin1String(word), Qt::CaseInsensitive);
    });
}

bool isUnit(const QString &unit, std::initializer_list<const char *> units)
{
    return std::any_of(units.begin(), units.end(), [&](const char *one) {
        return unit.compare(QString::fromUtf8(one), Qt::CaseInsensitive) == 0;
    });
}

QString seconds(double value)
{
    return RuleDraft::tr("%1 s", "seconds").arg(numberText(value, -1, QLocale()));
}

} // namespace

RuleDraft::Signal RuleDraft::signalOf(const TagInfo &tag)
{
    const QString name = tagTitle(tag);
    const QString unit = shownText(tag.unit);
    if (isUnit(unit, {"°C", "C", "K", "°F", "degC"}) || hasAny(name, {"temp"}))
        return Signal::Temperature;
    if (isUnit(unit, {"bar", "mbar", "Pa", "hPa", "kPa", "MPa", "psi"}) || hasAny(name, {"press"}))
        return Signal::Pressure;
    if (unit.endsWith(QStringLiteral("/s")) || unit.endsWith(QStringLiteral("/h"))
        || unit.endsWith(QStringLiteral("/min")) || hasAny(name, {"flow"}))
        return hasAny(name, {"vibration", "speed", "rate of"}) ? Signal::Other : Signal::Flow;
    return hasAny(name, {"level"}) ? Signal::Level : Signal::Other;
}

QString RuleDraft::signalWord(Signal signal)
{
    switch (signal) {
    case Signal::Flow:
        return tr("flow");
    case Signal::Level:
        return tr("level");
    case Signal::Pressure:
        return tr("pressure");
    case Signal::Temperature:
        return tr("temperature");
    case Signal::Other:
        break;
    }
    return tr("other signals");
}

RuleDraft::Advice RuleDraft::adviceFor(Signal signal)
{
    switch (signal) {
    case Signal::Flow:
        return {5.0, 15.0, 15.0};
    case Signal::Level:
        return {5.0, 60.0, 60.0};
    case Signal::Pressure:
        return {2.0, 15.0, 15.0};
    case Signal::Temperature:
        return {1.0, 60.0, 60.0};
    case Signal::Other:
        break;
    }
    return {5.0, 5.0, 5.0};
}

std::optional<double> RuleDraft::deadbandOf(const Advice &advice, const TagInfo &tag)
{
    if (!tag.low || !tag.high || *tag.high <= *tag.low)
        return std::nullopt;
    return (*tag.high - *tag.low) * advice.deadbandPercent / 100.0;
}

std::map<RuleDraft::Field, QString> RuleDraft::faults(const AlarmRule &rule)
{
    std::map<Field, QString> faults;
    if (rule.tag.empty())
        faults[Field::Tag] = tr("Choose the tag to watch.");
    if (rule.title.empty())
        faults[Field::Title] = tr("Give it a title: what an operator reads first.");
    for (const RuleParameter &parameter : RuleParameters::all()) {
        if (!parameter.fault || !RuleParameters::belongsTo(parameter, rule.kind))
            continue;
        if (const QString fault = parameter.fault(rule); !fault.isEmpty())
            faults[parameter.field] = fault;
    }
    if (!(rule.onDelaySeconds >= 0.0))
        faults[Field::OnDelay] = tr("A number of 0 or more.");
    if (!(rule.offDelaySeconds >= 0.0))
        faults[Field::OffDelay] = tr("A number of 0 or more.");
    if (!(rule.respondWithinSeconds >= 0.0))
        faults[Field::Within] = tr("A number above 0.");
    return faults;
}

AlarmRule RuleDraft::slower(AlarmRule rule, const TagInfo &tag)
{
    const auto longer = [](double own, double usual) { return own < usual ? usual : 2.0 * own; };
    const Advice advice = adviceFor(signalOf(tag));
    double on = longer(rule.onDelaySeconds, advice.onDelaySeconds);
    if (rule.respondWithinSeconds > 0.0)
        on = std::min(on, rule.respondWithinSeconds / 2.0);
    rule.onDelaySeconds = std::max(on, rule.onDelaySeconds);
    rule.offDelaySeconds = longer(rule.offDelaySeconds, advice.offDelaySeconds);
    return rule;
}

QStringList RuleDraft::missing(const AlarmRule &rule)
{
    QStringList missing;
    if (rule.cause.empty())
        missing << tr("cause");
    if (rule.consequence.empty())
        missing << tr("consequence");
    if (rule.action.empty())
        missing << tr("what to do");
    if (rule.respondWithinSeconds <= 0.0)
        missing << tr("time to respond");
    if (rule.alarmClass.empty())
        missing << tr("class");
    return missing;
}

std::string RuleDraft::freeId(const std::string &title, const std::vector<AlarmRule> &rules)
{
    std::string stem;
    for (const QChar c : QString::fromStdString(title).toLower()) {
        if (c.isLetterOrNumber() && c.unicode() < 0x80)
            stem += c.toLatin1();
        else if (!stem.empty() && stem.back() != '_')
            stem += '_';
    }
    while (!stem.empty() && stem.back() == '_')
        stem.pop_back();
    if (stem.empty())
        stem = "rule";
    std::string id = stem;
    for (int n = 2; findRule(rules, id); ++n)
        id = stem + "_" + std::to_string(n);
    return id;
}

void RuleDraft::rationalise(AlarmRule &rule, const std::string &user, Timestamp now)
{
    rule.rationalisedBy = user.empty() ? "engineer" : user;
    rule.rationalisedAt = QDateTime::fromMSecsSinceEpoch(toMicroseconds(now) / 1000, Qt::UTC)
                              .toString(Qt::ISODate)
                              .toStdString();
}

QString RuleDraft::conditionText(const AlarmRule &rule, const QString &unit)
{
    switch (rule.kind) {
    case AlarmRule::Kind::Limit:
        return QStringLiteral("%1 %2 %3")
            .arg(rule.side == AlarmRule::Side::High ? QStringLiteral("≥") : QStringLiteral("≤"),
                 numberText(rule.limit, -1, QLocale()), unit)
            .trimmed();
    case AlarmRule::Kind::Stale:
        return tr("no data for %1").arg(seconds(rule.timeoutSeconds));
    case AlarmRule::Kind::Deviation:
        return tr("away from its set-point");
    case AlarmRule::Kind::Rate:
        return tr("changes too fast");
    case AlarmRule::Kind::Discrete:
        return tr("in a stated state");
    case AlarmRule::Kind::Count:
        return tr("too often in a stated state");
    default: // as the engine tells it
        return AlarmWords::condition(kindOf(rule.kind).condition(rule, 0.0));
    }
}

} // namespace telltale
