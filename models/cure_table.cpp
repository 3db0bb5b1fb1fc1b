#include "models/cure_table.h"

#include "models/area_names.h"
#include "models/value_text.h"

#include "data/telemetry/clock.h"
#include "data/telemetry/tag_registry.h"
#include "data/workspace/workspace.h"

#include <algorithm>

namespace telltale {
namespace {

const QString kArrow = QStringLiteral("%1 → %2");

QString changeText(double before, double after, const QString &unit)
{
    const QLocale locale;
    const QString change
        = kArrow.arg(numberText(before, -1, locale), numberText(after, -1, locale));
    return unit.isEmpty() ? change : change + QLatin1Char(' ') + unit;
}

TableCell countCell(std::size_t before, std::size_t after)
{
    return {kArrow.arg(countText(before), countText(after)), static_cast<qulonglong>(before)};
}

/// Of its tag, if it names one alone; a rate has its own.
QString unitOf(const AlarmRule &rule, const TagRegistry &tags)
{
    const TagId tag = tags.find(rule.tag);
    const QString unit = tag.isValid() ? shownText(tags.info(tag).unit) : QString();
    return rule.kind == AlarmRule::Kind::Rate && !unit.isEmpty() ? unit + QStringLiteral("/s")
                                                                 : unit;
}

QString titleOf(const std::string &id, const std::vector<AlarmRule> &rules)
{
    const AlarmRule *found = findRule(rules, id);
    return shownText(!found || found->title.empty() ? id : found->title);
}

/// Of the asset where each came most often, told apart where two are called the same.
std::vector<QString> worstAssetNames(const std::vector<RuleCure> &cures, const TagRegistry &tags)
{
    std::vector<std::string> assets;
    for (const RuleCure &cure : cures)
        assets.push_back(cure.assets.empty() ? std::string() : cure.assets.front());
    return assetNames(tags, assets);
}

QString placeText(const RuleCure &cure, const QString &worst)
{
    if (cure.assets.size() < 2)
        return worst;
    const int others = static_cast<int>(cure.assets.size()) - 1;
    return CureTable::tr("%1 and %n more", "an asset, and how many others", others).arg(worst);
}

} // namespace

std::vector<TableColumn> CureTable::columns()
{
    return {{tr("Alarm")}, {tr("Asset")},     {tr("Came"), true},
            {tr("Cure")},  {tr("Back-test")}, {tr("Chattering or short")},
            {tr("State")}};
}

QString CureTable::cureText(const RuleCure &cure, const std::vector<AlarmRule> &rules,
                            const TagRegistry &tags)
{
    const AlarmRule &before = cure.before;
    const AlarmRule &after = cure.after;
    const auto seconds
        = [](double from, double to) { return changeText(from, to, tr("s", "seconds")); };
    const auto deadband = [&] {
        return tr("Deadband %1")
            .arg(changeText(before.deadband, after.deadband, unitOf(before, tags)));
    };
    const auto onDelay = [&] {
        return tr("Delay on %1").arg(seconds(before.onDelaySeconds, after.onDelaySeconds));
    };
    const auto offDelay = [&] {
        return tr("Delay off %1").arg(seconds(before.offDelaySeconds, after.offDelaySeconds));
    };
    switch (cure.kind) {
    case RuleCure::Kind::Deadband:
        return deadband();
    case RuleCure::Kind::OnDelay:
        return onDelay();
    case RuleCure::Kind::OffDelay:
        return offDelay();
    case RuleCure::Kind::Delays: {
        QStringList parts {onDelay(), offDelay()};
        if (after.deadband > before.deadband)
            parts.prepend(deadband());
        return parts.join(QStringLiteral(" · "));
    }
    case RuleCure::Kind::Suppression:
        return tr("Suppress while \"%1\" is on").arg(titleOf(after.suppressWhen.alarm, rules));
    case RuleCure::Kind::Retirement:
        return tr("Switch off: it is on %1 % of the time")
            .arg(numberText(100.0 * cure.standingShare, 0, QLocale()));
    case RuleCure::Kind::None:
        break;
    }
    return cure.isTried ? tr("none found: look at the limit and the process")
                        : tr("nothing is stored of its tags");
}

QString CureTable::summary(const WorstCures &found, const Plant &plant)
{
    if (found.cures.empty())
        return tr("No alarm of a rule came in this time.");
    QStringList told {
        tr("%n rule(s), the worst first", nullptr, static_cast<int>(found.cures.size()))};
    const auto cut = std::count_if(found.cures.begin(), found.cures.end(),
                                   [](const RuleCure &cure) { return cure.isCut; });
    if (cut > 0)
        told << tr("of %n the end of the period was left out", nullptr, static_cast<int>(cut));
    if (found.comparedUntil)
        told << tr("compared with each other until %1 only: there were too many")
                    .arg(timeText(*found.comparedUntil, plant.clock->now(), plant.zone));
    return told.join(QStringLiteral(" · "));
}

std::vector<TableRow> CureTable::rows(const std::vector<RuleCure> &cures,
                                      const std::set<std::string> &applied, const Plant &plant)
{
    const std::vector<QString> names = worstAssetNames(cures, *plant.tags);
    std::vector<TableRow> rows;
    for (const RuleCure &cure : cures) {
        const bool isCure = cure.kind != RuleCure::Kind::None;
        const bool isApplied = applied.contains(cure.before.id);
        TableRow row;
        row.key = cure.before.id;
        row.cells = {{titleOf(cure.before.id, {cure.before})},
                     {placeText(cure, names[rows.size()])},
                     {countText(cure.came), static_cast<qulonglong>(cure.came)},
                     {cureText(cure, plant.workspace->rules, *plant.tags), {}, !isCure},
                     countCell(cure.figuresBefore.raised, cure.figuresAfter.raised),
                     countCell(cure.figuresBefore.nuisance, cure.figuresAfter.nuisance),
                     {isApplied    ? tr("applied")
                          : isCure ? tr("proposed")
                                   : QString()}};
        row.tip = shownText(cure.before.tag);
        if (cure.isCut)
            row.tip += QLatin1Char('\n')
                + tr("Tried until %1 only: it would have come too often to count.")
                      .arg(timeText(cure.range.to, plant.clock->now(), plant.zone));
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace telltale
