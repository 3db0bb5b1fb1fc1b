#pragma once

#include "widgets/common/row_delegate.h"

namespace telltale {

/// Rows of the alarm list: the marker in the first column - the only thing that blinks - and new
/// alarms in medium weight.
/// Thread  GUI.
class AlarmDelegate : public RowDelegate
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
