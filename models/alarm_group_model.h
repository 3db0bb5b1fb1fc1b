#pragma once

#include "models/alarm_list_model.h"

#include <chrono>
#include <optional>
#include <string>

namespace telltale {

/// One alarm of a group, and how long after the first one it came.
struct GroupMember
{
    std::shared_ptr<const AlarmRow> alarm;
    std::optional<std::chrono::microseconds>
        offset; ///< absent: it is hidden, it counts from nothing
    bool isFirstOut = false;
    bool isGone = false; ///< normal by now, held on screen only
};

/// The alarms of one group that are not normal (alarms.md 4.3): the first-out, then the others by
/// event time, hidden ones last. Offsets are from the first-out; where none is marked, from the
/// earliest.
/// Thread  GUI. refresh() once a frame; it costs one look at the version when nothing changed.
/// Shape   in a flood rows change at the pace of PacedAlarms; while held they keep their places:
///         new ones come at the end, gone ones stay, marked.
class AlarmGroupModel : public KeyedTableModel<GroupMember>
{
    Q_OBJECT

public:
    enum Column {
        PriorityColumn,
        FirstOutColumn,
        StateColumn,
        SinceColumn,
        OffsetColumn,
        AssetColumn,
        TitleColumn,
        ValueColumn,
        LimitColumn,
        ColumnCount
    };
    enum Role { FirstOutRole = Qt::UserRole + 200 }; ///< beside those of AlarmListModel

    AlarmGroupModel(const Plant &plant, std::string group, QObject *parent = nullptr);

    const AlarmRow &alarm(int row) const { return *this->row(row).alarm; }
    bool refresh(); ///< true: there was news
    bool setHeld(bool held); ///< true: rows that were held went to their places
    /// The members a group acknowledgement is for, with the occurrences on screen; those of
    /// priority 1 are counted only.
    AlarmAction acknowledgement() const;
    int criticalToAcknowledge() const;

    /// "first out: Bearing temperature high, Pump P-203 · Pump station 2, 21:46:03.120".
    QString firstWords() const;
    /// "4 not normal: 2 new, 1 active, 1 returned".
    QString countWords() const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    std::string keyOf(const GroupMember &row) const override { return row.alarm->id; }
    bool isSame(const GroupMember &one, const GroupMember &other) const override;

private:
    std::vector<GroupMember> members() const;
    std::vector<GroupMember> inPlace(std::vector<GroupMember> wanted) const;
    const GroupMember *first() const;
    QString text(const GroupMember &member, int column) const;
    QString spoken(const GroupMember &member) const;

    const Plant &m_plant;
    const std::string m_group;
    AlarmListModel m_list; ///< says what its cells say
    PacedAlarms m_alarms;
    bool m_isHeld = false;
};

/// "+0.4 s", "−1 min 5 s"; "0 s" for the first itself.
QString offsetText(std::chrono::microseconds offset, const QLocale &locale);

} // namespace telltale
