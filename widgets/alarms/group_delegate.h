#pragma once

#include "widgets/common/row_delegate.h"

namespace telltale {

/// Rows of an alarm group: the marker in the first column, a flag before the words of the
/// first-out, new alarms in medium weight.
/// Thread  GUI.
class GroupDelegate : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;

protected:
    int paintLead(QPainter &painter, const QRect &cell, const QModelIndex &index) const override;
    bool isStrong(const QModelIndex &index) const override;
    bool isQuiet(const QModelIndex &index) const override;
};

} // namespace telltale
