#pragma once

#include "widgets/common/row_delegate.h"

namespace telltale {

/// Rows whose text goes on in the next line instead of being cut.
/// Thread  GUI.
class WrapDelegate : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;
    /// As high as the text needs in the width of the option's rectangle.
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void paintText(QPainter &painter, const QRect &cell, const QModelIndex &index) const override;
};

} // namespace telltale
