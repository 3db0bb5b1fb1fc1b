#include "models/rule_table.h"

#include "models/alarm_words.h"
#include "models/rule_draft.h"
#include "models/rule_matches.h"
#include "models/value_text.h"

#include "data/telemetry/tag_registry.h"

namespace telltale {
namespace {

QString delays(const AlarmRule &rule)
{
    const QLocale locale;
    return RuleTable::tr("%1 / %2 s", "two delays in seconds")
        .arg(numberText(rule.onDelaySeconds, -1, locale),
             numberText(rule.offDelaySeconds, -1, locale));
}

QString unitOf(const RuleMatches::Match &match, const TagRegistry &tags)
{
    return match.tags == 0 ? QString() : shownText(tags.info(match.first).unit);
}

/// Of its tags, once all were looked at.
TableCell countCell(const RuleMatches::Match &match)
{
    return {match.isWhole ? QString::number(match.tags) : QStringLiteral("…"),
            static_cast<qulonglong>(match.tags)};
}

} // namespace

std::vector<TableColumn> RuleTable::columns()
{
    return {{tr("Priority")},
            {tr("Alarm")},
            {tr("Tag")},
            {tr("When")},
            {tr("Delay on / off")},
            {tr("Tags", "number of tags a rule watches"), true},
            {tr("State")}};
}

std::vector<TableRow> RuleTable::rows(const std::vector<AlarmRule> &rules,
                                      const RuleMatches &matches, const TagRegistry &tags)
{
    std::vector<TableRow> rows;
    for (const AlarmRule &rule : rules) {
        const RuleMatches::Match match = matches.of(rule.tag);
        const QStringList missing = RuleDraft::missing(rule);
        const QString state = !rule.enabled ? tr("off", "a rule that is switched off")
            : missing.isEmpty()             ? tr("on", "a rule that is switched on")
                                            : tr("draft", "a rule that raises no alarm yet");
        TableRow row;
        row.key = rule.id;
        row.cells = {{AlarmWords::numbered(rule.priority), rule.priority},
                     {shownText(rule.title)},
                     {shownText(rule.tag), {}, true},
                     {RuleDraft::conditionText(rule, unitOf(match, tags))},
                     {delays(rule), rule.onDelaySeconds, true},
                     countCell(match),
                     {state, {}, !rule.enabled}};
        if (!missing.isEmpty())
            row.tip = tr("A draft raises no alarm. Missing: %1")
                          .arg(missing.join(QStringLiteral(", ")));
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace telltale
