#include "models/backtest_words.h"

#include "models/area_names.h"
#include "models/trend_key.h"
#include "models/value_text.h"

#include "data/telemetry/clock.h"
#include "data/telemetry/tag_registry.h"

#include <algorithm>

namespace telltale {
namespace {

using namespace std::chrono_literals;
using Form = RuleBacktest::Form;

constexpr std::chrono::microseconds kLeastBeside = 10min; ///< of a trend, on both sides

TrialFigures figuresOf(const HistoryTrialResult &found, Form form)
{
    return trialFigures(found.occurrences[form], toMicroseconds(found.range.from),
                        toMicroseconds(found.range.to));
}

QString spanText(AlarmTime span)
{
    return ageText(std::chrono::microseconds(span));
}

std::vector<TrialOccurrence> missed(const RuleBacktest &asked, const HistoryTrialResult &found)
{
    return missedBy(found.occurrences[Form::Typed], found.occurrences[Form::Compared],
                    RuleBacktest::realTime(asked.trial.forms[Form::Typed]));
}

QString place(const std::string &path, const TrialOccurrence &one)
{
    const auto beside = std::max(kLeastBeside, std::chrono::microseconds(one.until - one.since));
    const TimeRange shown {timestampFromMicroseconds(one.since) - beside,
                           timestampFromMicroseconds(one.until) + beside};
    return TrendKey::of(path) + QLatin1Char('#') + TrendKey::partOf(shown);
}

/// With which it came; of a rule without a tag, or of a text, there is none.
TableCell valueCell(const TrialOccurrence &one, const std::string &path, const TagRegistry &tags)
{
    const TagId tag = tags.find(path);
    if (!one.value || !tag.isValid())
        return {QString(QChar(0x2013))};
    const TagInfo info = tags.info(tag);
    const QString number = numberText(*one.value, info.decimals, QLocale());
    return {(number + QLatin1Char(' ') + shownText(info.unit)).trimmed(), *one.value};
}

} // namespace

QString BacktestWords::timesText(const TrialFigures &figures)
{
    const QString times = tr("%n time(s)", nullptr, static_cast<int>(figures.raised));
    return figures.nuisance == 0 ? times
                                 : tr("%1, %2 of them chattering or shorter than 10 s")
                                       .arg(times, countText(figures.nuisance));
}

QStringList BacktestWords::sentences(const RuleBacktest &asked, const HistoryTrialResult &found,
                                     const Plant &plant)
{
    QStringList told;
    const Timestamp now = plant.clock->now();
    if (asked.trial.tags.empty())
        return {tr("No tag of this name is stored.")};
    if (found.range.from == found.range.to)
        return {tr("Nothing is stored of this time.")};
    const QLocale locale;
    const TrialFigures figures = figuresOf(found, Form::Typed);
    told << tr("In %2 it would have come %1; that is %3 a day.")
                .arg(timesText(figures), ageText(found.range.to - found.range.from),
                     numberText(figures.perDay, 1, locale));
    if (figures.standing > 0)
        told << tr("The longest lasted %1, all together %2.")
                    .arg(spanText(figures.longest), spanText(figures.standing));
    const std::vector<AlarmRule> &forms = asked.trial.forms;
    if (!RuleBacktest::isSameCondition(forms[Form::Typed], forms[Form::Compared]))
        told << (asked.comparesStored ? tr("As stored: %1.")
                                      : tr("Without deadband and delays: %1."))
                    .arg(timesText(figuresOf(found, Form::Compared)));
    if (!RuleBacktest::isSameCondition(forms[Form::Typed], forms[Form::Usual]))
        told << tr("With the usual deadband and delays: %1.")
                    .arg(timesText(figuresOf(found, Form::Usual)));
    const QString real = spanText(RuleBacktest::realTime(forms[Form::Typed]));
    if (const std::size_t count = missed(asked, found).size(); count > 0)
        told << tr("%n that lasted %1 or longer would be missed: the first in the list.", nullptr,
                   static_cast<int>(count))
                    .arg(real);
    else if (!found.occurrences[Form::Compared].empty())
        told << tr("None that lasted %1 or longer would be missed.").arg(real);
    if (found.range.from > asked.trial.range.from)
        told << tr("History begins %1.").arg(timeText(found.range.from, now, plant.zone));
    if (found.rolledUp)
        told << tr("Of samples from %1 to %2 only roll-ups are left; in them nothing is found.")
                    .arg(timeText(found.rolledUp->from, now, plant.zone),
                         timeText(found.rolledUp->to, now, plant.zone));
    if (asked.tagsInAll > asked.trial.tags.size())
        told << tr("Tried on the first %1 of %2 tags.")
                    .arg(countText(asked.trial.tags.size()), countText(asked.tagsInAll));
    if (found.isCut)
        told << tr("Only until %1: it would have come too often to count.")
                    .arg(timeText(found.range.to, now, plant.zone));
    if (found.occurrences[Form::Typed].size() > kMostRows)
        told << tr("The list has the newest %1.").arg(countText(kMostRows));
    return told;
}

std::vector<TableColumn> BacktestWords::columns()
{
    return {{tr("Came")}, {tr("Lasted")}, {tr("Value"), true}, {tr("Asset")}, {tr("Remark")}};
}

std::vector<TableRow> BacktestWords::rows(const RuleBacktest &asked,
                                          const HistoryTrialResult &found, const Plant &plant)
{
    if (found.occurrences.empty() || asked.trial.tags.empty())
        return {};
    const Timestamp now = plant.clock->now();
    std::vector<std::pair<TrialOccurrence, bool>> all; // and whether it would be missed
    for (const TrialOccurrence &one : found.occurrences[Form::Typed])
        all.emplace_back(one, false);
    for (const TrialOccurrence &one : missed(asked, found))
        all.emplace_back(one, true);
    std::stable_sort(all.begin(), all.end(), [](const auto &a, const auto &b) {
        return a.second != b.second ? a.second : a.first.since > b.first.since;
    });
    if (all.size() > kMostRows)
        all.erase(all.begin() + kMostRows, all.end());
    std::vector<TableRow> rows;
    for (const auto &[one, isMissed] : all) {
        const std::string &path = asked.trial.tags[one.tag];
        const Timestamp since = timestampFromMicroseconds(one.since);
        TableRow row {place(path, one).toStdString(), {}, shownText(path)};
        row.cells
            = {{timeText(since, now, plant.zone), static_cast<qlonglong>(one.since)},
               {spanText(one.until - one.since), static_cast<qlonglong>(one.until - one.since)},
               valueCell(one, path, *plant.tags),
               {assetName(*plant.tags, assetPath(path))},
               {isMissed                       ? tr("missed")
                    : one.isOpen               ? tr("still on at the end")
                    : since < found.range.from ? tr("was on before")
                                               : QString()}};
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace telltale
