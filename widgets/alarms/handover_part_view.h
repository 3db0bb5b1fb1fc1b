#pragma once

#include "models/handover_table.h"

#include <QWidget>

class QLabel;

namespace telltale {

class DataTable;
class RowTableModel;

/// One part of a hand-over: its table, and below it in words that there is nothing, or more.
/// Thread  GUI.
class HandoverPartView : public QWidget
{
    Q_OBJECT

public:
    explicit HandoverPartView(HandoverPart part, QWidget *parent = nullptr);
    DataTable &table() const { return *m_table; }
    void setRows(std::vector<TableRow> rows, const QString &said);

private:
    RowTableModel *m_model;
    DataTable *m_table;
    QLabel *m_said;
};

} // namespace telltale
