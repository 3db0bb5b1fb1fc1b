#pragma once

#include "models/keyed_table_model.h"

#include <QString>
#include <QVariant>

namespace telltale {

/// One cell of a small table: what people read, and what sorting and copying use.
struct TableCell
{
    QString text;
    QVariant value = {}; ///< invalid: the text
    bool isQuiet = false; ///< second colour
    QString spoken = {}; ///< what a screen reader says of it; empty: the text
    bool operator==(const TableCell &) const = default;
};

/// One row of a small table.
struct TableRow
{
    std::string key; ///< identity
    std::vector<TableCell> cells; ///< one per column
    QString tip = {}; ///< what does not fit a cell
    bool operator==(const TableRow &) const = default;
};

struct TableColumn
{
    QString heading;
    bool isNumber = false; ///< right-aligned
};

/// A table made of texts that some snapshot was turned into; rows keep their identity by key.
/// Thread  GUI.
class RowTableModel : public KeyedTableModel<TableRow>
{
    Q_OBJECT

public:
    enum Role { ValueRole = Qt::UserRole + 1, QuietRole, KeyRole };

    explicit RowTableModel(std::vector<TableColumn> columns, QObject *parent = nullptr);
    void setTableRows(std::vector<TableRow> rows) { setRows(std::move(rows)); }

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    std::string keyOf(const TableRow &row) const override { return row.key; }
    bool isSame(const TableRow &one, const TableRow &other) const override { return one == other; }

private:
    std::vector<TableColumn> m_columns;
};

} // namespace telltale
