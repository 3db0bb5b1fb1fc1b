#pragma once

#include <QStyledItemDelegate>

namespace telltale {

/// A row of the asset tree: name, at the right how many assets lie below or how the asset is, and
/// the marker of its worst alarm.
/// Thread  GUI.
class AssetDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// What stands at the right: "9", "3 of 9 live", "run", "stale", "71.8 %", "stale · 71.8 %".
    static QString remark(const QModelIndex &index);
};

} // namespace telltale
