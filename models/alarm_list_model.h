#pragma once

#include "models/keyed_table_model.h"
#include "models/paced_alarms.h"

#include <QLocale>

#include <memory>
#include <string>
#include <unordered_map>

namespace telltale {

/// Which alarms a list has: those of the alarm list, or those one thing hides from it.
enum class AlarmList { Active, Shelved, Suppressed, OutOfService };

/// One row of the alarm list as it is on screen; it keeps the snapshot it came with alive.
struct ShownAlarm
{
    std::shared_ptr<const AlarmRow> alarm;
    bool isGone = false; ///< no longer in the list, held on screen only
};

/// The alarms that are not normal, in the order and with the columns of alarms.md section 10. Of
/// hidden ones, since and age are those of the hiding.
/// Thread  GUI. refresh() once a frame; it costs one look at the version when nothing changed.
/// Shape   while held, rows keep their places: new ones come at the end, gone ones stay, marked.
///         In a flood they change at the pace of PacedAlarms.
class AlarmListModel : public KeyedTableModel<ShownAlarm>
{
    Q_OBJECT

public:
    enum Column {
        PriorityColumn,
        StateColumn,
        SinceColumn,
        AgeColumn,
        AssetColumn,
        TitleColumn,
        ValueColumn,
        LimitColumn,
        NowColumn,
        TimesColumn,
        ActionColumn,
        TimeLeftColumn,
        CommentColumn, ///< who: the last one on this occurrence
        ConditionColumn, ///< of hidden ones: whether they would be active
        EndsColumn,
        ByColumn,
        ReasonColumn,
        ColumnCount
    };
    static constexpr int kActiveColumns = ConditionColumn; ///< as many the alarm list has
    enum Role {
        ValueRole = Qt::UserRole + 1,
        StateRole,
        PriorityRole,
        IdRole,
        OccurrenceRole,
        ShortRole, ///< the text of a cell for narrow columns
        TooLongRole ///< it has been out of service for more than a day
    };

    explicit AlarmListModel(const Plant &plant, QObject *parent = nullptr)
        : AlarmListModel(plant, AlarmList::Active, parent)
    { }
    AlarmListModel(const Plant &plant, AlarmList list, QObject *parent = nullptr);

    AlarmList list() const { return m_list; }
    const AlarmSnapshot &snapshot() const { return m_alarms.snapshot(); }
    const AlarmRow &alarm(int row) const { return *this->row(row).alarm; }

    /// Takes the newest snapshot over, unless it can wait. True if there was a new one.
    bool refresh();
    /// Ages, values of now and time left of the rows first .. last, at `now`.
    void refreshAges(Timestamp now, int first, int last);
    void setHeld(bool held);
    /// Names its assets anew if the plant has grown; refresh() does so, too.
    void followPlant();

    /// What data() says of a row, also of one that is no longer here.
    QVariant cell(const ShownAlarm &shown, int column, int role) const;
    bool isSame(const ShownAlarm &one, const ShownAlarm &other) const override;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    std::string keyOf(const ShownAlarm &row) const override { return row.alarm->id; }

private:
    /// How an asset is called in the plant.
    struct Place
    {
        QString words; ///< with what it stands in
        QString brief; ///< for narrow columns
        bool operator==(const Place &) const = default;
    };

    void apply();
    Place namedNow(const std::string &asset) const;
    std::vector<const AlarmRow *> listed() const;
    std::vector<ShownAlarm> inPlace() const;
    Timestamp since(const AlarmRow &row) const;
    QString sinceWords(const AlarmRow &row) const;
    QString ageWords(const AlarmRow &row) const;
    QString text(const AlarmRow &row, bool isGone, int column) const;
    const Place &placeOf(const AlarmRow &row) const;
    QVariant shortText(const AlarmRow &row, int column) const;
    QVariant sortValue(const AlarmRow &row, int column) const;
    static QString titleText(const AlarmRow &row);
    static QVariant shortTitle(const AlarmRow &row);
    QString nowText(const AlarmRow &row) const;
    QVariant shortNowText(const AlarmRow &row) const;
    QVariant shortTimeLeft(const AlarmRow &row) const;
    int decimals(const AlarmRow &row) const;

    const Plant &m_plant;
    const AlarmList m_list;
    QLocale m_locale;
    PacedAlarms m_alarms;
    mutable std::unordered_map<std::string, Place> m_assetPlaces; ///< by path, those asked for
    std::size_t m_assetsInPlant = 0; ///< when they were named
    Timestamp m_now {};
    bool m_isHeld = false;
};

} // namespace telltale
