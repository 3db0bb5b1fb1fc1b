#pragma once

#include "models/keyed_table_model.h"
#include "models/plant.h"

#include "data/alarms/journal_search.h"

#include <QLocale>

namespace telltale {

class AlarmJournal;

/// The entries of the alarm journal that fit a filter, newest first; older pages come when somebody
/// scrolls to the end. Where few fit, the journal is searched stretch by stretch off the GUI
/// thread; another filter ends that at the next stretch.
/// Thread  GUI.
/// Shape   at most 10 000 rows: beyond that the filter has to be narrowed.
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
    enum Role { ValueRole = Qt::UserRole + 1 };

    JournalModel(const Plant &plant, AlarmJournal &journal, QObject *parent = nullptr);
    ~JournalModel() override;

    /// Reads the newest page, or what came since the last time; what failed is read again.
    void refresh();
    void setFilter(JournalFilter filter);
    /// The filter's range begins later than it did: what is older goes, the rest stays as it is.
    void moveBegin(Timestamp from);
    const JournalFilter &filter() const { return m_filter; }
    bool isLoaded() const { return m_isLoaded; } ///< the newest page
    bool isFull() const { return rowCount() >= kMostRows; }
    Timestamp reached() const { return m_reached; } ///< searched back to there

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void taken(); ///< what was read is shown
    void searching(); ///< on: reached() tells how far back
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
    static constexpr int kMostRows = 10'000;

    void add(std::vector<AlarmJournalEntry> newestFirst, bool isNewer);
    void begin();
    void cancelSearch();
    void readOlder();
    void takeOlder(const Result<JournalFound> &found);
    void readNewer();
    void takeNewer(const Result<JournalFound> &found);
    void finishReading();
    QString text(const AlarmJournalEntry &entry, int column) const;

    const Plant &m_plant;
    AlarmJournal &m_journal;
    QLocale m_locale;
    JournalFilter m_filter;
    unsigned m_generation = 0; ///< answers of another filter are none
    std::shared_ptr<CancelFlag> m_search; ///< of the newest one
    std::uint64_t m_next = 0; ///< older pages begin below; 0: nothing was read
    std::uint64_t m_newest = 0; ///< above it nobody has looked
    std::uint64_t m_newerNext = 0; ///< what is read above goes on below; 0: from the newest
    std::uint64_t m_newerTop = 0; ///< the newest of that
    int m_pageEnd = 0; ///< so many rows the page that is read shall end with
    Timestamp m_reached {};
    bool m_isReading = false;
    bool m_isOutdated = false; ///< something came while it was being read
    bool m_isLoaded = false;
    bool m_hasMore = true;
};

} // namespace telltale
