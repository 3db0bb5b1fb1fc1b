#include "widgets/connect/inbox_panel.h"

#include "widgets/common/data_table.h"
#include "widgets/common/segment_bar.h"

#include "models/connection_rows.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace telltale {
namespace {

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
    return table;
}

} // namespace

InboxPanel::InboxPanel(QWidget *parent)
    : Panel(tr("Inbox"), parent)
    , m_segments(new SegmentBar(tr("Parts of the inbox")))
    , m_tables(new QStackedWidget)
    , m_empty(new QLabel)
    , m_undecoded(new RowTableModel(ConnectionRows::undecodedColumns(), this))
    , m_refused(new RowTableModel(ConnectionRows::refusedColumns(), this))
{
    headerEnd()->addWidget(m_segments);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setObjectName(QStringLiteral("second"));
    m_tables->addWidget(makeSorted(
        QStringLiteral("undecoded"), tr("Payloads that were not understood"), m_undecoded,
        {{180, 24}, {150, 20}, {160, 24, 1}, {90, 4}, {90, 4}, {90, 4, 2}}));
    m_tables->addWidget(makeSorted(QStringLiteral("refused_topics"),
                                   tr("Topics that were kept out"), m_refused,
                                   {{300, 20}, {300, 20}}));
    m_tables->addWidget(m_empty);
    content()->addWidget(m_tables);
    connect(m_segments, &SegmentBar::chosen, this, &InboxPanel::showSegment);
    setStatus({}, {});
}

void InboxPanel::setStatus(const PlantStatus &status, Timestamp now)
{
    m_undecoded->setTableRows(ConnectionRows::undecoded(status, now));
    m_refused->setTableRows(ConnectionRows::refused(status));
    m_segments->setSegments({tr("Not understood %1").arg(m_undecoded->rowCount()),
                             tr("Kept out %1").arg(m_refused->rowCount())});
    showSegment();
}

void InboxPanel::showSegment()
{
    const bool isRefused = m_segments->current() == 1;
    const RowTableModel &model = isRefused ? *m_refused : *m_undecoded;
    m_empty->setText(isRefused ? tr("No topic is kept out")
                               : tr("Everything that came was understood"));
    setRemark(
        isRefused || model.rowCount() == 0
            ? QString()
            : tr("%n kind(s) of payload that no mapping understood", nullptr, model.rowCount()));
    m_tables->setCurrentIndex(model.rowCount() == 0 ? 2 : isRefused ? 1 : 0);
}

} // namespace telltale
