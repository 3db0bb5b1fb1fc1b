#include "widgets/alarms/handover_part_view.h"

#include "widgets/common/data_table.h"
#include "widgets/common/labels.h"

#include <QLabel>
#include <QVBoxLayout>

namespace telltale {
namespace {

std::vector<DataTable::ColumnSize> sizesOf(HandoverPart part)
{
    switch (part) {
    case HandoverPart::Notes:
        return {{140, 2}, {90, 4}, {260, 40}};
    case HandoverPart::Active:
        return {{84, 2}, {180, 20}, {130, 16, 2}, {120, 6}, {130, 4, 1}, {120, 12, 3}};
    case HandoverPart::Shelved:
    case HandoverPart::OutOfService:
        return {{84, 2}, {150, 16}, {120, 14, 2}, {130, 2, 3}, {150, 6}, {70, 4, 1}, {120, 20}};
    case HandoverPart::Suppressed:
        return {{84, 2}, {170, 16}, {130, 14, 2}, {130, 2, 1}, {160, 20}};
    case HandoverPart::Urgent:
        return {{84, 2}, {170, 20}, {130, 14, 2}, {130, 4}, {140, 4, 3}, {140, 10}};
    case HandoverPart::Actions:
        return {{130, 2}, {150, 8}, {80, 4, 2}, {150, 16, 1}, {120, 12, 3}, {130, 24}};
    case HandoverPart::Figures:
        break;
    }
    return {{230, 30}, {90, 6}, {150, 12, 1}, {140, 10}};
}

} // namespace

HandoverPartView::HandoverPartView(HandoverPart part, QWidget *parent)
    : QWidget(parent)
    , m_model(new RowTableModel(HandoverTable::columns(part), this))
    , m_table(new DataTable(QStringLiteral("handover_%1").arg(static_cast<int>(part)),
                            HandoverTable::title(part)))
    , m_said(wholeLabel(QStringLiteral("second")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_table->setModel(m_model);
    m_table->setColumns(sizesOf(part));
    if (part == HandoverPart::Notes)
        m_table->wrapRows();
    m_said->setAlignment(Qt::AlignCenter);
    column->addWidget(m_table, 1);
    column->addWidget(m_said);
}

void HandoverPartView::setRows(std::vector<TableRow> rows, const QString &said)
{
    m_table->setVisible(!rows.empty());
    m_model->setTableRows(std::move(rows));
    m_table->fitRows();
    m_said->setText(said);
    m_said->setVisible(!said.isEmpty());
}

} // namespace telltale
