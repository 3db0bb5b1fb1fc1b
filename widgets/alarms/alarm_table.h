#pragma once

#include "widgets/common/data_table.h"

#include "data/alarms/alarm_types.h"

namespace telltale {

class AlarmFilterModel;
class AlarmListModel;
class FloodModel;
class PointerHold;

/// The alarm list on screen, or a list of hidden ones. In the alarm list Space acknowledges the
/// selected rows, with the occurrence they show at the moment the key is pressed; while the pointer
/// moves over the list no row changes place. In a flood it is that of a FloodModel: Right, Left,
/// Enter and a click open and close the units.
/// Thread  GUI.
class AlarmTable : public DataTable
{
    Q_OBJECT

public:
    using Alarms = std::vector<std::pair<std::string, std::uint64_t>>; ///< id and occurrence

    AlarmTable(AlarmListModel &list, AlarmFilterModel &filter, QWidget *parent = nullptr);

    Alarms selectedAlarms() const;
    /// Unacknowledged rows that are selected, or in the viewport: those of priority 1, or the
    /// others.
    Alarms selectedToAcknowledge(bool isCritical) const;
    Alarms visibleToAcknowledge(bool isCritical) const;
    std::vector<AlarmRow> selectedRows() const;
    /// The alarm of the current row, or null.
    const AlarmRow *currentAlarm() const;
    /// The alarm below what is selected, or above it where that is the end.
    std::optional<AlarmRow> successor() const;
    int rowOf(const AlarmRow &alarm) const; ///< -1: it is not shown
    /// The same; in a flood the heading of its unit while that is closed.
    int placeOf(const AlarmRow &alarm) const;
    bool isHeading(int row) const { return row >= 0 && !alarmAt(row); }
    bool showsFlood() const;
    void frame(Timestamp now);

Q_SIGNALS:
    void acknowledgeRequested();
    void silenceRequested();
    void commentRequested();
    void currentAlarmChanged();
    void selectedAlarmsChanged(); ///< which ones, or what they are
    void rowPicked(); ///< by a person, with mouse or keys

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showComments();
    bool arrange(bool isHeld);
    void spanHeadings();
    void showRowsOf(QAbstractItemModel &model);
    void followSelection();
    bool turnsUnit(const QKeyEvent &event);
    void toggleUnit(const QModelIndex &heading);
    void refreshAges(Timestamp now);
    void repaintMarkers();
    void cycleSort(int column);
    const AlarmRow *alarmAt(int row) const;

    AlarmListModel &m_list;
    AlarmFilterModel &m_filter;
    FloodModel *m_flood;
    PointerHold *m_hold;
    std::int64_t m_agesAt = 0; ///< second they were refreshed
    bool m_hasComments = false; ///< there are some in the list
    int m_sortedColumn = -1;
    Qt::SortOrder m_sortedOrder = Qt::AscendingOrder;
};

} // namespace telltale
