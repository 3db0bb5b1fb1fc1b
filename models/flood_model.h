#pragma once

#include "models/alarm_list_model.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace telltale {

class AlarmFilterModel;

/// One row of the alarm list in a flood: an alarm, or the heading above those of a unit.
struct FloodRow
{
    ShownAlarm shown; ///< of a heading: the alarm of its unit that needs attention most
    bool isHeading = false;
    bool isOpen = false; ///< the unit's alarms stand below the heading
    std::string unit = {}; ///< path; empty: pinned on top, or alone in its unit
    int alarms = 0; ///< of the unit; so the next three
    int fresh = 0;
    int active = 0;
    int returned = 0; ///< and not acknowledged
};

/// The alarm list in a flood (alarms.md section 6): priority 1 and 2 on top, the others by unit
/// below headings that open and close, one that is alone in its unit without. While the list is
/// sorted for a time it is flat, in that order. Thread  GUI. update() once a frame, after the list
/// was refreshed; it does nothing while list,
///         filter and hold are what they were.
/// Shape   rows change with those of the list; held, they keep their places: new ones come at the
///         end, gone ones stay.
class FloodModel : public KeyedTableModel<FloodRow>
{
    Q_OBJECT

public:
    enum Role { HeadingRole = Qt::UserRole + 100, OpenRole };

    FloodModel(const AlarmListModel &list, const AlarmFilterModel &filter,
               QObject *parent = nullptr);

    /// The alarm of a row; null: it is a heading.
    const AlarmRow *alarm(int row) const;
    /// Opens or closes the unit whose heading it is; false: it is none, or it is so already.
    bool setOpen(int row, bool isOpen);
    bool isOpen(int row) const { return this->row(row).isOpen; }
    /// The heading an alarm stands below; -1: none.
    int headingOf(int row) const;
    int headingOf(const AlarmRow &alarm) const; ///< also while its unit is closed

    bool update(bool isHeld); ///< true: the rows were arranged anew
    void arrange(); ///< now, for a person waits for it
    void clear(); ///< the flood is over; the next one begins with all units closed
    void refreshAges(int first, int last); ///< those of the list were

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    std::string keyOf(const FloodRow &row) const override;
    bool isSame(const FloodRow &one, const FloodRow &other) const override;

private:
    const ShownAlarm &listed(int place) const; ///< in the filter
    bool needsHeading(const std::string &unit, const std::vector<ShownAlarm> &alarms,
                      bool isHeld) const;
    std::vector<FloodRow> arranged(bool isHeld) const;
    std::vector<FloodRow> inPlace(std::vector<FloodRow> wanted) const;
    void nameUnits();
    QString headingText(const FloodRow &heading, int column) const;
    QString countWords(const FloodRow &heading) const;
    QString spokenHeading(const FloodRow &heading) const;

    const AlarmListModel &m_list;
    const AlarmFilterModel &m_filter;
    std::set<std::string> m_open; ///< units
    std::map<std::string, QString> m_names; ///< of units
    std::optional<std::uint64_t> m_version; ///< of the alarms that are shown; absent: the filter
                                            ///< may let others through by now
    bool m_isHeld = false;
};

} // namespace telltale
