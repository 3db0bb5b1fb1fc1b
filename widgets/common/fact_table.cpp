#include "widgets/common/fact_table.h"

#include "widgets/common/theme.h"

#include "models/row_table_model.h"

#include <QHeaderView>
#include <QStandardItemModel>

namespace telltale {

FactTable::FactTable(const QString &name, const QString &accessibleName, int nameWidth,
                     QWidget *parent)
    : DataTable(name, accessibleName, parent)
    , m_model(new QStandardItemModel(0, 2, this))
{
    setModel(m_model);
    setColumns({{nameWidth, 0}, {120, 1}});
    horizontalHeader()->hide();
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    wrapRows();
    // Queued: while rows are fitted the header tells of each before it has counted them all.
    connect(verticalHeader(), &QHeaderView::sectionResized, this, &FactTable::fitHeight,
            Qt::QueuedConnection);
    connect(&Theme::instance(), &Theme::changed, this, &FactTable::fitHeight);
    fitHeight();
}

void FactTable::setFacts(const std::vector<Fact> &facts)
{
    if (facts == m_facts)
        return;
    m_facts = facts;
    m_model->setRowCount(static_cast<int>(facts.size()));
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const Fact &fact = facts[static_cast<std::size_t>(row)];
        const auto write = [&](int column, const QString &text) {
            const QModelIndex index = m_model->index(row, column);
            if (index.data().toString() == text)
                return;
            m_model->setData(index, text);
            m_model->setData(index, int(Qt::AlignLeft | Qt::AlignVCenter), Qt::TextAlignmentRole);
            m_model->setData(index, column == 0, RowTableModel::QuietRole);
        };
        write(0, fact.name);
        write(1, fact.value);
    }
    fitToWords({0, 1});
    fitRows();
    fitHeight();
}

void FactTable::fitHeight()
{
    setFixedHeight(verticalHeader()->length());
}

} // namespace telltale
