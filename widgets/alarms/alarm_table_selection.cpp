#include "widgets/alarms/alarm_table.h"

#include <algorithm>
#include <optional>

namespace telltale {
namespace {

/// Null: it is a heading.
void addToAcknowledge(AlarmTable::Alarms &alarms, const AlarmRow *alarm, bool isCritical)
{
    if (alarm && needsAcknowledgement(alarm->state) && (alarm->priority == 1) == isCritical)
        alarms.emplace_back(alarm->id, alarm->occurrence);
}

} // namespace

AlarmTable::Alarms AlarmTable::selectedAlarms() const
{
    Alarms alarms;
    for (const QModelIndex &index : selectionModel()->selectedRows()) {
        if (const AlarmRow *alarm = alarmAt(index.row()))
            alarms.emplace_back(alarm->id, alarm->occurrence);
    }
    return alarms;
}

std::vector<AlarmRow> AlarmTable::selectedRows() const
{
    std::vector<AlarmRow> rows;
    for (const QModelIndex &index : selectionModel()->selectedRows()) {
        if (const AlarmRow *alarm = alarmAt(index.row()))
            rows.push_back(*alarm);
    }
    return rows;
}

std::optional<AlarmRow> AlarmTable::successor() const
{
    const QModelIndexList selected = selectionModel()->selectedRows();
    const auto [first, last] = std::minmax_element(
        selected.begin(), selected.end(),
        [](const QModelIndex &one, const QModelIndex &other) { return one.row() < other.row(); });
    for (int row = selected.isEmpty() ? -1 : last->row() + 1; row >= 0 && row < model()->rowCount();
         ++row) {
        if (const AlarmRow *alarm = alarmAt(row))
            return *alarm;
    }
    for (int row = selected.isEmpty() ? -1 : first->row() - 1; row >= 0; --row) {
        if (const AlarmRow *alarm = alarmAt(row))
            return *alarm;
    }
    return std::nullopt;
}

AlarmTable::Alarms AlarmTable::selectedToAcknowledge(bool isCritical) const
{
    Alarms alarms;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        addToAcknowledge(alarms, alarmAt(index.row()), isCritical);
    return alarms;
}

AlarmTable::Alarms AlarmTable::visibleToAcknowledge(bool isCritical) const
{
    Alarms alarms;
    const auto [first, last] = visibleRows();
    for (int row = first; row >= 0 && row <= last; ++row)
        addToAcknowledge(alarms, alarmAt(row), isCritical);
    return alarms;
}

const AlarmRow *AlarmTable::currentAlarm() const
{
    return currentIndex().isValid() ? alarmAt(currentIndex().row()) : nullptr;
}

} // namespace telltale
