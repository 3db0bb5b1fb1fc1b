#include "widgets/connect/inbox_panel.h"

#include "widgets/common/data_table.h"
#include "widgets/common/labels.h"
#include "widgets/common/segment_bar.h"

#include "models/connection_rows.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace telltale {
namespace {

constexpr int kMostLines = 4; ///< of a cell: a topic may have thousands of characters

DataTable *makeSorted(const QString &name, const QString &accessibleName, RowTableModel *model,
                      std::vector<DataTable::ColumnSize> sizes)
{
    auto *table = new DataTable(name, accessibleName);
    auto *sorted = new QSortFilterProxyModel(table);
    sorted->setSourceModel(model);
    sorted->setSortRole(RowTableModel::ValueRole);
    table->setModel(sorted);
    table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    table->setSortingEnabled(true);
    table->setColumns(std::move(sizes));
    table->wrapRows(kMostLines);
    QObject::connect(sorted, &QAbstractItemModel::layoutChanged, table, &DataTable::fitRows);
    return table;
}

constexpr std::uint64_t kMostCounted = std::numeric_limits<int>::max();

} // namespace

InboxPanel::InboxPanel(QWidget *parent)
    : Panel(tr("Inbox"), parent)
    , m_segments(new SegmentBar(tr("Parts of the inbox")))
    , m_tables(new QStackedWidget)
    , m_empty(new QLabel)
    , m_whole(wholeLabel(QStringLiteral("whole")))
    , m_undecoded(new RowTableModel(ConnectionRows::undecodedColumns(), this))
    , m_refused(new RowTableModel(ConnectionRows::refusedColumns(), this))
{
    headerEnd()->addWidget(m_segments);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setObjectName(QStringLiteral("second"));
    m_undecodedTable = makeSorted(
        QStringLiteral("undecoded"), tr("Payloads that were not understood"), m_undecoded,
        {{180, 24}, {150, 20}, {160, 24, 1}, {160, 24, 3}, {90, 4}, {90, 4}, {90, 4, 2}});
    m_tables->addWidget(m_undecodedTable);
    m_refusedTable = makeSorted(QStringLiteral("refused_topics"), tr("Topics that were kept out"),
                                m_refused, {{300, 20}, {300, 20}});
    m_tables->addWidget(m_refusedTable);
    m_tables->addWidget(m_empty);
    content()->addWidget(m_tables, 1);
    content()->addWidget(m_whole);
    connect(m_undecodedTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &InboxPanel::showWhole);
    connect(m_segments, &SegmentBar::chosen, this, &InboxPanel::showSegment);
    setStatus({}, {});
}

/// Samples of what was not understood are of this run; the counts are of all of them.
QString InboxPanel::wordsOfNothing(const Counters &counters)
{
    const auto count = [&counters](const char *cause) {
        const auto found = counters.dropped.find(cause);
        return found == counters.dropped.end() ? 0U : found->second;
    };
    if (const std::uint64_t earlier
        = count("undecodable") + count("payload_too_large") + count("topic_too_long"))
        return tr("%n message(s) of earlier runs were not understood. One that comes again is "
                  "listed here.",
                  nullptr, static_cast<int>(std::min<std::uint64_t>(earlier, kMostCounted)));
    return counters.received == 0 ? tr("Nothing has come yet")
                                  : tr("Everything that came was understood");
}

void InboxPanel::setStatus(const PlantStatus &status, Timestamp now)
{
    m_undecoded->setTableRows(ConnectionRows::undecoded(status, now));
    m_refused->setTableRows(ConnectionRows::refused(status));
    m_undecodedTable->fitRows();
    m_refusedTable->fitRows();
    m_segments->setSegments({tr("Not understood %1").arg(m_undecoded->rowCount()),
                             tr("Kept out %1").arg(m_refused->rowCount())});
    m_nothing = wordsOfNothing(status.counters);
    showSegment();
}

bool InboxPanel::isEmpty() const
{
    return m_undecoded->rowCount() + m_refused->rowCount() == 0;
}

void InboxPanel::showSegment()
{
    const bool isRefused = m_segments->current() == 1;
    const RowTableModel &model = isRefused ? *m_refused : *m_undecoded;
    m_empty->setText(isRefused ? tr("No topic is kept out") : m_nothing);
    setRemark(
        isRefused || model.rowCount() == 0
            ? QString()
            : tr("%n kind(s) of payload that no mapping understood", nullptr, model.rowCount()));
    m_tables->setCurrentIndex(model.rowCount() == 0 ? 2 : isRefused ? 1 : 0);
    showWhole();
}

/// The columns cut what is long; of the chosen payload it stands here in full.
void InboxPanel::showWhole()
{
    const int row = m_tables->currentIndex() == 0 ? m_undecodedTable->currentIndex().row() : -1;
    m_whole->setVisible(row >= 0);
    const auto cell = [this, row](int column) {
        return m_undecodedTable->model()->index(row, column).data().toString();
    };
    m_whole->setText(
        row < 0 ? QString()
                : QStringLiteral("%1 — %2\n%3. %4").arg(cell(0), cell(1), cell(2), cell(3)));
}

} // namespace telltale
