#pragma once

#include "widgets/common/row_delegate.h"

namespace telltale {

/// Rows of the alarm list: the marker in the first column - the only thing that blinks - new
/// alarms in medium weight, and in narrow columns the asset's name without its area. The heading of
/// a unit has a tinted ground and an arrow that says whether it is open.
/// Thread  GUI.
class AlarmDelegate : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;
    void setAlwaysShort(bool alwaysShort) { m_isAlwaysShort = alwaysShort; }
    /// What the words for states need, in pixels at 100 % text.
    static int stateWidth();
    /// What a marker with digit and word of its priority needs, the same.
    static int priorityWidth();
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QString neededText(const QModelIndex &index) const override;

protected:
    QString text(const QModelIndex &index, int room) const override;
    int paintLead(QPainter &painter, const QRect &cell, const QModelIndex &index) const override;
    bool isStrong(const QModelIndex &index) const override;
    bool isQuiet(const QModelIndex &index) const override;

private:
    bool m_isAlwaysShort = false;
};

} // namespace telltale
