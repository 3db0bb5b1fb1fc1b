#pragma once

#include <QStyledItemDelegate>

namespace telltale {

/// How a table row of the house looks: plain text with padding, quiet cells in second colour, a
/// hairline below, the selected row tinted.
/// Thread  GUI.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int kPadding = 10; ///< of a cell, left and right, at 100 % text

    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    /// The whole text of a cell that is too narrow for it.
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;
    /// What a cell should have room for.
    virtual QString neededText(const QModelIndex &index) const;

protected:
    /// What stands in a cell with `room` pixels for text; elided if it is wider.
    virtual QString text(const QModelIndex &index, int room) const;
    /// Paints what stands before the text; how many pixels it took.
    virtual int paintLead(QPainter &painter, const QRect &cell, const QModelIndex &index) const;
    /// With font and pen set.
    virtual void paintText(QPainter &painter, const QRect &cell, const QModelIndex &index) const;
    virtual bool isStrong(const QModelIndex &index) const;
    virtual bool isQuiet(const QModelIndex &index) const;
};

} // namespace telltale
