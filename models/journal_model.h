#pragma once

#include "models/keyed_table_model.h"
#include "models/plant.h"

#include "data/alarms/alarm_types.h"

#include <QLocale>

namespace telltale {

class AlarmJournal;
struct JournalPage;

/// The alarm journal, newest entry first; older pages come when somebody scrolls to the end.
/// Thread  GUI.
class JournalModel : public KeyedTableModel<AlarmJournalEntry>
{
    Q_OBJECT

public:
    enum Column {
        TimeColumn,
        EventTimeColumn,
        TypeColumn,
        PriorityColumn,
        AssetColumn, ///< where, or which connection
        TitleColumn,
        OccurrenceColumn,
        ChangeColumn,
        ValueColumn,
        ByColumn,
        ReasonColumn,
        ColumnCount
    };
    enum Role { ValueRole = Qt::UserRole + 1, TagRole };

    JournalModel(const Plant &plant, AlarmJournal &journal, QObject *parent = nullptr);

    /// Reads the newest page, or what came since the last time; what failed is read again.
    void refresh();
    bool isLoaded() const { return m_isLoaded; } ///< the newest page

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void taken(); ///< what was read is shown
    void failed(const telltale::Error &error);

protected:
    std::string keyOf(const AlarmJournalEntry &entry) const override
    {
        return std::to_string(entry.sequence);
    }
    bool isSame(const AlarmJournalEntry &one, const AlarmJournalEntry &other) const override
    {
        return one.sequence == other.sequence;
    }

private:
    void add(std::vector<AlarmJournalEntry> newestFirst, bool isNewer);
    void takeOlder(const JournalPage &page);
    void readNewer();
    void finishReading();
    QString text(const AlarmJournalEntry &entry, int column) const;

    const Plant &m_plant;
    AlarmJournal &m_journal;
    QLocale m_locale;
    Timestamp m_from {}; ///< everything from here on is shown
    bool m_isReading = false;
    bool m_isOutdated = false; ///< something came while it was being read
    bool m_isLoaded = false;
    bool m_hasMore = true;
};

} // namespace telltale
