#include "widgets/alarms/alarm_delegate.h"

#include "widgets/common/blink_clock.h"
#include "widgets/common/theme.h"

#include "models/alarm_list_model.h"

namespace telltale {
namespace {

constexpr int kMarkerSize = 19;
constexpr int kMarkerGap = 6;

AlarmState stateOf(const QModelIndex &index)
{
    return static_cast<AlarmState>(index.data(AlarmListModel::StateRole).toInt());
}

} // namespace

int AlarmDelegate::paintLead(QPainter &painter, const QRect &cell, const QModelIndex &index) const
{
    if (index.column() != AlarmListModel::PriorityColumn)
        return 0;
    const Theme &theme = Theme::instance();
    const AlarmState state = stateOf(index);
    const int size = theme.measure(kMarkerSize);
    const QRectF marker(cell.left(), cell.center().y() - size / 2.0 + 0.5, size, size);
    const bool isLatched = state == AlarmState::LatchedUnacked || state == AlarmState::LatchedAcked;
    paintAlarmMarker(painter, marker, index.data(AlarmListModel::PriorityRole).toInt(),
                     BlinkClock::instance().isFilled(state) ? MarkerForm::Filled
                                                            : MarkerForm::Outline,
                     isLatched);
    return size + theme.measure(kMarkerGap);
}

bool AlarmDelegate::isStrong(const QModelIndex &index) const
{
    return stateOf(index) == AlarmState::Unacked;
}

bool AlarmDelegate::isQuiet(const QModelIndex &index) const
{
    return index.column() == AlarmListModel::LimitColumn
        || index.column() == AlarmListModel::TimesColumn || stateOf(index) == AlarmState::Normal;
}

} // namespace telltale
