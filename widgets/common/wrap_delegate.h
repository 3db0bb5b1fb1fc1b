#pragma once

#include "widgets/common/row_delegate.h"

class QTextOption;

namespace telltale {

/// Rows whose text goes on in the next line instead of being cut; where a number of lines is set,
/// what needs more is cut in the middle.
/// Thread  GUI.
class WrapDelegate : public RowDelegate
{
    Q_OBJECT

public:
    /// `mostLines` of a cell; 0: as many as it needs.
    explicit WrapDelegate(QObject *parent = nullptr, int mostLines = 0);
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;
    /// As high as the text needs in the width of the option's rectangle.
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void paintText(QPainter &painter, const QRect &cell, const QModelIndex &index) const override;

private:
    bool isTooLong(const QString &text, const QFont &font, const QTextOption &option,
                   int width) const;
    QString fitted(const QString &text, const QFont &font, const QTextOption &option,
                   int width) const;

    int m_mostLines;
};

} // namespace telltale
