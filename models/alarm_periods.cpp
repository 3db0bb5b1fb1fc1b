#include "models/alarm_periods.h"

#include <map>

namespace telltale {
namespace {

bool isActive(AlarmState state)
{
    return state == AlarmState::Unacked || state == AlarmState::Acked;
}

} // namespace

std::vector<AlarmPeriod> alarmPeriods(const std::vector<AlarmJournalEntry> &entries,
                                      const std::vector<AlarmRow> &rows, Timestamp from)
{
    std::vector<AlarmPeriod> periods;
    std::map<std::string, AlarmPeriod> open; // by alarm
    for (const AlarmJournalEntry &entry : entries) {
        const Timestamp at = entry.hasEventTime ? entry.eventTime : entry.time;
        if (entry.type == "ALARM") {
            open.try_emplace(entry.alarm, AlarmPeriod {entry.tag, {at, at}, entry.priority});
        } else if (entry.type == "RTN") {
            AlarmPeriod period {entry.tag, {from, at}, entry.priority};
            if (const auto begun = open.extract(entry.alarm))
                period.range.from = begun.mapped().range.from;
            periods.push_back(std::move(period));
        }
    }
    for (const AlarmRow &row : rows) {
        if (!isActive(row.state))
            continue;
        AlarmPeriod period {row.tag, {row.since, Timestamp::max()}, row.priority};
        if (const auto begun = open.extract(row.id))
            period.range.from = begun.mapped().range.from;
        periods.push_back(std::move(period));
    }
    return periods;
}

bool liesBelow(std::string_view path, std::string_view asset)
{
    return path.starts_with(asset) && (path.size() == asset.size() || path[asset.size()] == '/');
}

} // namespace telltale
