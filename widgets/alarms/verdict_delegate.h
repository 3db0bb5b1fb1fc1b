#pragma once

#include "widgets/common/row_delegate.h"

namespace telltale {

/// Cells of key figures: before a number the marker of what is not as it should be, before the word
/// of a verdict each marker.
/// Thread  GUI.
class VerdictDelegate : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;

protected:
    int paintLead(QPainter &painter, const QRect &cell, const QModelIndex &index) const override;
    bool isStrong(const QModelIndex &index) const override;
};

} // namespace telltale
