#include "widgets/common/table_copy.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QMenu>
#include <QTableView>

#include <functional>
#include <set>
#include <vector>

namespace telltale {
namespace {

QString oneLine(QString text)
{
    for (const QChar breaking : {QLatin1Char('\t'), QLatin1Char('\n'), QLatin1Char('\r')})
        text.replace(breaking, QLatin1Char(' '));
    return text;
}

std::vector<int> shownColumns(const QTableView &view)
{
    std::vector<int> columns;
    const QHeaderView &header = *view.horizontalHeader();
    for (int visual = 0; visual < header.count(); ++visual) {
        const int column = header.logicalIndex(visual);
        if (!view.isColumnHidden(column))
            columns.push_back(column);
    }
    return columns;
}

QString line(const std::vector<int> &columns, const std::function<QString(int)> &cell)
{
    QStringList cells;
    for (const int column : columns)
        cells << cell(column);
    return cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
}

QString rowsText(const QTableView &view, const std::set<int> &rows)
{
    const QAbstractItemModel &model = *view.model();
    const std::vector<int> columns = shownColumns(view);
    QString text = line(columns, [&](int column) {
        return oneLine(model.headerData(column, Qt::Horizontal).toString());
    });
    for (const int row : rows)
        text += line(columns,
                     [&](int column) { return TableCopy::cellText(model.index(row, column)); });
    return text;
}

void put(const QString &text)
{
    QApplication::clipboard()->setText(text);
}

/// What the view itself has to offer for its selected rows comes first.
void addOwnActions(QMenu &menu, const QTableView &view)
{
    for (QAction *own : view.actions()) {
        if (!own->text().isEmpty())
            menu.addAction(own);
    }
    if (menu.isEmpty())
        return;
    menu.setToolTipsVisible(true);
    menu.addSeparator();
}

void showMenu(QTableView &view, const QPoint &at)
{
    if (!view.model())
        return;
    const QModelIndex index = view.indexAt(at);
    QMenu menu(&view);
    addOwnActions(menu, view);
    QAction *value = menu.addAction(TableCopy::tr("Copy value"));
    QAction *row = menu.addAction(TableCopy::tr("Copy row"));
    row->setShortcut(QKeySequence::Copy);
    QAction *table = menu.addAction(TableCopy::tr("Copy table"));
    value->setEnabled(index.isValid());
    row->setEnabled(index.isValid());
    const QAction *chosen = menu.exec(view.viewport()->mapToGlobal(at));
    if (chosen == value)
        put(TableCopy::cellText(index));
    else if (chosen == row)
        put(TableCopy::rowsAsText(view, {index}));
    else if (chosen == table)
        put(TableCopy::tableAsText(view));
}

} // namespace

void TableCopy::install(QTableView &view)
{
    view.setContextMenuPolicy(Qt::CustomContextMenu);
    QObject::connect(&view, &QWidget::customContextMenuRequested, &view,
                     [&view](const QPoint &at) { showMenu(view, at); });
    auto *copy = new QAction(&view);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    QObject::connect(copy, &QAction::triggered, &view, [&view] {
        if (!view.selectionModel() || !view.selectionModel()->hasSelection())
            return;
        put(rowsAsText(view, view.selectionModel()->selectedIndexes()));
    });
    view.addAction(copy);
}

QString TableCopy::rowsAsText(const QTableView &view, const QModelIndexList &rows)
{
    std::set<int> wanted;
    for (const QModelIndex &index : rows)
        wanted.insert(index.row());
    return rowsText(view, wanted);
}

QString TableCopy::tableAsText(const QTableView &view)
{
    std::set<int> all;
    for (int row = 0; row < view.model()->rowCount(); ++row)
        all.insert(row);
    return rowsText(view, all);
}

QString TableCopy::cellText(const QModelIndex &index)
{
    return oneLine(index.data(Qt::DisplayRole).toString());
}

} // namespace telltale
