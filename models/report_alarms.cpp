#include "models/report_alarms.h"

#include "models/key_figure_count.h"
#include "models/report_data.h"

#include "data/alarms/alarm_service.h"
#include "data/telemetry/tag_registry.h"
#include "data/workspace/workspace.h"

#include <memory>

namespace telltale {
namespace {

constexpr std::size_t kMostEntries = 20'000; ///< of the alarm journal that are listed

/// How the limit of an alarm reads, if its rule is still there.
std::string signOf(const AlarmOccurrence &alarm, const Workspace &workspace)
{
    const AlarmRule *rule = findRule(workspace.rules, ruleOfAlarm(alarm.alarm));
    if (!rule || rule->kind != AlarmRule::Kind::Limit)
        return {};
    return rule->side == AlarmRule::Side::High ? "\u2265" : "\u2264";
}

/// The list of alarms as it is now, of what lies below; null: the period ended before.
Result<std::shared_ptr<const AlarmSnapshot>>
listAtEnd(const ReportOptions &options, AlarmReader &alarms, const std::string &below)
{
    if (options.generatedAt < options.range.from || options.covered().to < options.generatedAt)
        return std::shared_ptr<const AlarmSnapshot>();
    Result<AlarmSnapshot> read = alarms.snapshot();
    if (!read.ok())
        return read.error();
    auto list = std::make_shared<AlarmSnapshot>(std::move(read).value());
    const auto isOther = [&below](const AlarmRow &row) { return !row.tag.starts_with(below); };
    std::erase_if(list->rows, isOther);
    std::erase_if(list->suppressed, isOther);
    list->count();
    return std::shared_ptr<const AlarmSnapshot>(std::move(list));
}

/// What the alarms asked of people: counted as on the page of key figures.
Outcome countLoad(ReportData &data, AlarmReader &alarms, const Workspace &workspace,
                  const std::string &below, const CancelFlag &cancel)
{
    Result<std::shared_ptr<const AlarmSnapshot>> list = listAtEnd(data.options, alarms, below);
    if (!list.ok())
        return list.error();
    const KeyFigureRequest request {{data.options.covered()},
                                    FigureRules(workspace.rules),
                                    std::move(list).value(),
                                    data.options.generatedAt};
    const JournalSource source
        = [&alarms, &below](TimeRange range, std::size_t limit, const CancelFlag *wanted) {
              return alarms.journal(range, limit, below, wanted);
          };
    Result<KeyFigureList> figures = countKeyFigures(source, request, cancel);
    if (!figures.ok())
        return figures.error();
    data.alarmLoad = std::move(figures->front());
    return {};
}

/// As its tag has them, where the alarm does not say otherwise.
void addUnit(AlarmOccurrence &alarm, const TagRegistry &tags)
{
    const TagId tag = tags.find(alarm.tag);
    if (!tag.isValid())
        return;
    const TagInfo info = tags.info(tag);
    if (alarm.unit.empty())
        alarm.unit = info.unit;
    if (alarm.unit == info.unit)
        alarm.decimals = info.decimals;
}

} // namespace

Outcome gatherAlarms(ReportData &data, AlarmReader &alarms, const TagRegistry &tags,
                     const Workspace &workspace, const CancelFlag &cancel)
{
    const std::string below = data.asset.empty() ? std::string() : data.asset + '/';
    const Result<std::vector<AlarmJournalEntry>> entries
        = alarms.journal(data.options.range, kMostEntries, below, &cancel);
    if (!entries.ok())
        return entries.error();
    data.hasAlarmJournal = true;
    data.hasMoreAlarms = entries.value().size() == kMostEntries;
    data.alarms = alarmOccurrences(entries.value());
    for (AlarmOccurrence &alarm : data.alarms) {
        alarm.limitSign = signOf(alarm, workspace);
        addUnit(alarm, tags);
    }
    return countLoad(data, alarms, workspace, below, cancel);
}

} // namespace telltale
