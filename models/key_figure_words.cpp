#include "models/key_figure_words.h"

#include "models/alarm_words.h"
#include "models/value_text.h"

#include <chrono>
#include <cmath>

namespace telltale {
namespace {

using Kind = KeyFigure::Kind;

const QString kNothing = QString(QChar(0x2013));

bool isShare(Kind kind)
{
    switch (kind) {
    case Kind::BinsOverTen:
    case Kind::HoursOverThirty:
    case Kind::InFlood:
    case Kind::TopTen:
    case Kind::Share:
    case Kind::ConfiguredShare:
        return true;
    default:
        return false;
    }
}

bool isTime(Kind kind)
{
    return kind == Kind::AcknowledgeMedian || kind == Kind::AcknowledgeP95;
}

bool isRate(Kind kind)
{
    return kind == Kind::PerHour || kind == Kind::PerTenMinutes || kind == Kind::PerDay;
}

QString limitText(Kind kind, double limit, const QLocale &locale)
{
    const QString number = numberText(limit, 0, locale);
    return isShare(kind) ? number + QStringLiteral(" %") : number;
}

QString signedText(QChar sign, const QString &text)
{
    return QString(sign) + QChar(QChar::Nbsp) + text;
}

} // namespace

QString KeyFigureWords::name(Kind kind, int priority)
{
    const QString word = AlarmWords::priority(priority);
    switch (kind) {
    case Kind::PerHour:
        return tr("Alarms per hour");
    case Kind::PerTenMinutes:
        return tr("Alarms per 10 min");
    case Kind::PerDay:
        return tr("Alarms per day");
    case Kind::Peak:
        return tr("Most within 10 min of the clock");
    case Kind::BinsOverTen:
        return tr("10 min with more than 10 alarms");
    case Kind::HoursOverThirty:
        return tr("Hours with more than 30 alarms");
    case Kind::InFlood:
        return tr("Time in an alarm flood");
    case Kind::Upset:
        return tr("Most in the first 10 min of a flood");
    case Kind::TopTen:
        return tr("Share of the ten most frequent alarms");
    case Kind::Chattering:
        return tr("Chattering: three times within a minute");
    case Kind::Fleeting:
        return tr("Fleeting: shorter than 10 s");
    case Kind::Stale:
        return tr("Stale: active for more than 24 h, worst day");
    case Kind::Share:
        return tr("Share of %1", "a priority").arg(word);
    case Kind::ConfiguredShare:
        return tr("Share of %1 among the rules", "a priority").arg(word);
    case Kind::AcknowledgeMedian:
        return tr("%1: half acknowledged within", "a priority").arg(word);
    case Kind::AcknowledgeP95:
        return tr("%1: 95 % acknowledged within", "a priority").arg(word);
    case Kind::Standing:
        return tr("Standing now");
    case Kind::Shelved:
        return tr("Shelved now");
    case Kind::Suppressed:
        return tr("Suppressed by design now");
    case Kind::OutOfService:
        return tr("Out of service now");
    case Kind::ShelvedLong:
        return tr("Shelved for more than 24 h in all");
    case Kind::WithoutReason:
        return tr("Hidden now without a reason");
    case Kind::UnrecordedChanges:
        break;
    }
    return tr("Changes of rules without a record");
}

QString KeyFigureWords::value(const KeyFigure &figure, const QLocale &locale)
{
    if (!figure.value)
        return kNothing;
    const double value = *figure.value;
    if (isTime(figure.kind))
        return ageText(std::chrono::microseconds(std::llround(value * 1e6)));
    const bool isWhole = value == std::round(value);
    const bool isFraction = isShare(figure.kind) || isRate(figure.kind);
    const QString number = numberText(value, isFraction && !isWhole ? 1 : 0, locale);
    return isShare(figure.kind) ? number + QStringLiteral(" %") : number;
}

QString KeyFigureWords::target(Kind kind, int priority, const QLocale &locale)
{
    const FigureLimits limits = limitsOf(kind, priority);
    const QString limit = limitText(kind, limits.target, locale);
    if (limits.isOfResponse)
        return tr("< half the time to respond");
    switch (limits.form) {
    case FigureLimits::Target::AtMost:
        return limits.target == 0.0 ? limit : signedText(QChar(0x2264), limit);
    case FigureLimits::Target::Below:
        return signedText(QLatin1Char('<'), limit);
    case FigureLimits::Target::About:
        return tr("about %1").arg(limit);
    case FigureLimits::Target::None:
        break;
    }
    return tr("reviewed each shift");
}

QString KeyFigureWords::actAbove(Kind kind, int priority, const QLocale &locale)
{
    const FigureLimits limits = limitsOf(kind, priority);
    if (limits.isOfResponse)
        return tr("> the time to respond");
    if (!limits.act)
        return kNothing;
    const QChar sign = limits.actsAtOnce ? QChar(0x2265) : QChar(QLatin1Char('>'));
    return signedText(sign, limitText(kind, *limits.act, locale));
}

/// In the words of EEMUA 191.
QString KeyFigureWords::upset(const KeyFigure &figure)
{
    if (*figure.value > kExcessiveUpset)
        return tr("excessive", "alarms in a flood");
    if (figure.verdict == FigureVerdict::Act)
        return tr("hard to manage", "alarms in a flood");
    return figure.verdict == FigureVerdict::Within ? tr("manageable", "alarms in a flood")
                                                   : tr("above target");
}

QString KeyFigureWords::verdict(const KeyFigure &figure)
{
    if (figure.kind == Kind::Upset && figure.value)
        return upset(figure);
    const FigureLimits limits = limitsOf(figure.kind, figure.priority);
    switch (figure.verdict) {
    case FigureVerdict::Within:
        return tr("within target");
    case FigureVerdict::Off:
        return limits.form == FigureLimits::Target::About ? tr("below target") : tr("above target");
    case FigureVerdict::Act:
        return tr("act", "something must be done");
    case FigureVerdict::NotMeaningful:
        return tr("not meaningful");
    case FigureVerdict::Unjudged:
        break;
    }
    return {};
}

} // namespace telltale
