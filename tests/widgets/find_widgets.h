#pragma once

#include <QAbstractItemDelegate>
#include <QLabel>
#include <QLatin1String>
#include <QPushButton>
#include <QStringList>
#include <QTableView>
#include <QWidget>

namespace telltale::test {

/// The part of a page or dialog that has this name.
template <typename Field> Field *field(const QWidget &parent, const char *name)
{
    return parent.findChild<Field *>(QLatin1String(name));
}

/// The button a person finds by these words.
inline QPushButton *button(const QWidget &parent, const QString &text)
{
    for (QPushButton *one : parent.findChildren<QPushButton *>()) {
        if (one->text().contains(text) && one->isVisibleTo(&parent))
            return one;
    }
    return nullptr;
}

/// What a person can read on a page or dialog, a line per label.
inline QString wordsOn(const QWidget &parent)
{
    QStringList words;
    for (const QLabel *label : parent.findChildren<QLabel *>()) {
        if (label->isVisibleTo(&parent))
            words << label->text();
    }
    return words.join(QLatin1Char('\n'));
}

/// Each cell of a row has room for all the lines of its words.
inline bool isRowWhole(const QTableView &table, int row)
{
    for (int column = 0; column < table.model()->columnCount(); ++column) {
        QStyleOptionViewItem option;
        option.rect = QRect(0, 0, table.columnWidth(column), 1);
        const QModelIndex cell = table.model()->index(row, column);
        if (!table.isColumnHidden(column)
            && table.itemDelegateForIndex(cell)->sizeHint(option, cell).height()
                > table.rowHeight(row))
            return false;
    }
    return true;
}

} // namespace telltale::test
