#pragma once

#include <QCoreApplication>
#include <QModelIndexList>
#include <QString>

class QTableView;

namespace telltale {

/// Copying out of tables, the same everywhere: Ctrl+C takes the selected rows as tab-separated
/// text with headings; the context menu offers value, row and table, after the view's own actions.
/// Thread  GUI.
class TableCopy
{
    Q_DECLARE_TR_FUNCTIONS(TableCopy)

public:
    static void install(QTableView &view);
    /// The rows of `rows` in the order of the view, visible columns in visual order, with headings.
    static QString rowsAsText(const QTableView &view, const QModelIndexList &rows);
    static QString tableAsText(const QTableView &view);
    /// One line of text, fit for one cell.
    static QString cellText(const QModelIndex &index);
};

} // namespace telltale
