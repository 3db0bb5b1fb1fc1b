#include "widgets/alarms/group_delegate.h"

#include "widgets/common/alarm_marker.h"
#include "widgets/common/theme.h"

#include "models/alarm_group_model.h"

#include <QPainter>

namespace telltale {
namespace {

constexpr int kFlag = 12;
constexpr int kFlagGap = 6;

AlarmState stateOf(const QModelIndex &index)
{
    return static_cast<AlarmState>(index.data(AlarmListModel::StateRole).toInt());
}

/// A flag on its pole.
int paintFlag(QPainter &painter, const QRect &cell)
{
    const Theme &theme = Theme::instance();
    const int size = theme.measure(kFlag);
    const QRect place(cell.left(), cell.center().y() - size / 2, size, size);
    const QColor colour = theme.color(Theme::Role::Text);
    painter.fillRect(QRect(place.left(), place.top(), 2, size), colour);
    const QPointF top(place.left() + 2, place.top());
    const double high = size * 0.6;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(
        QPolygonF {{top, top + QPointF(size - 2.0, high / 2.0), top + QPointF(0.0, high)}});
    painter.setRenderHint(QPainter::Antialiasing, false);
    return size + theme.measure(kFlagGap);
}

} // namespace

int GroupDelegate::paintLead(QPainter &painter, const QRect &cell, const QModelIndex &index) const
{
    if (index.column() == AlarmGroupModel::FirstOutColumn)
        return index.data(AlarmGroupModel::FirstOutRole).toBool() ? paintFlag(painter, cell) : 0;
    if (index.column() != AlarmGroupModel::PriorityColumn)
        return 0;
    return paintLeadingMarker(painter, cell, index.data(AlarmListModel::PriorityRole).toInt(),
                              stateOf(index));
}

bool GroupDelegate::isStrong(const QModelIndex &index) const
{
    return stateOf(index) == AlarmState::Unacked
        || index.column() == AlarmGroupModel::FirstOutColumn;
}

bool GroupDelegate::isQuiet(const QModelIndex &index) const
{
    return index.column() == AlarmGroupModel::LimitColumn || stateOf(index) >= AlarmState::Shelved;
}

} // namespace telltale
