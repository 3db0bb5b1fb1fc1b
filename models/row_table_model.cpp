#include "models/row_table_model.h"

#include "models/value_text.h"

namespace telltale {

RowTableModel::RowTableModel(std::vector<TableColumn> columns, QObject *parent)
    : KeyedTableModel(parent)
    , m_columns(std::move(columns))
{ }

int RowTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant RowTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const TableRow &shown = row(index.row());
    const auto column = static_cast<std::size_t>(index.column());
    if (role == KeyRole)
        return QString::fromStdString(shown.key);
    if (role == Qt::ToolTipRole)
        return shown.tip.isEmpty() ? QVariant() : tooltipText(shown.tip);
    if (role == Qt::TextAlignmentRole)
        return int((m_columns[column].isNumber ? Qt::AlignRight : Qt::AlignLeft)
                   | Qt::AlignVCenter);
    if (column >= shown.cells.size())
        return {};
    const TableCell &cell = shown.cells[column];
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case ValueRole:
        return cell.value.isValid() ? cell.value : QVariant(cell.text);
    case QuietRole:
        return cell.isQuiet;
    case Qt::AccessibleTextRole:
        return cell.spoken.isEmpty() ? cell.text : cell.spoken;
    default:
        return {};
    }
}

QVariant RowTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0
        || section >= static_cast<int>(m_columns.size()))
        return {};
    const TableColumn &column = m_columns[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole)
        return column.heading;
    if (role == Qt::ToolTipRole) // it may be too narrow for it
        return tooltipText(column.heading);
    if (role == Qt::TextAlignmentRole)
        return int((column.isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

} // namespace telltale
