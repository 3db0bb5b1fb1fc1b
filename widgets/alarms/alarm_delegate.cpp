#include "widgets/alarms/alarm_delegate.h"

#include "widgets/common/alarm_marker.h"
#include "widgets/common/theme.h"

#include "models/alarm_list_model.h"
#include "models/alarm_words.h"

#include <QFontMetricsF>

#include <cmath>

namespace telltale {
namespace {

constexpr int kMarkerSize = 19;
constexpr int kMarkerGap = 6;
constexpr int kRoomForArea = 170;

AlarmState stateOf(const QModelIndex &index)
{
    return static_cast<AlarmState>(index.data(AlarmListModel::StateRole).toInt());
}

} // namespace

int AlarmDelegate::stateWidth()
{
    const Theme &theme = Theme::instance();
    const QFontMetricsF metrics(theme.font(Theme::Type::Strong));
    double widest = 0.0;
    for (const AlarmState state :
         {AlarmState::Unacked, AlarmState::Acked, AlarmState::ReturnedUnacked,
          AlarmState::LatchedUnacked, AlarmState::LatchedAcked})
        widest = std::max(widest, metrics.horizontalAdvance(AlarmWords::state(state)));
    return static_cast<int>(std::ceil(widest / theme.textScale())) + 2 * kPadding + 1;
}

/// Assets by the width of the column, so that all rows read alike; times each by itself.
QString AlarmDelegate::text(const QModelIndex &index, int room) const
{
    const QVariant brief = index.data(AlarmListModel::ShortRole);
    const QString whole = RowDelegate::text(index, room);
    if (!brief.isValid())
        return whole;
    const bool isNarrow = index.column() == AlarmListModel::AssetColumn
        ? m_isAlwaysShort || room < Theme::instance().measure(kRoomForArea)
        : QFontMetrics(Theme::instance().font(Theme::Type::Strong)).horizontalAdvance(whole) > room;
    return isNarrow ? brief.toString() : whole;
}

int AlarmDelegate::paintLead(QPainter &painter, const QRect &cell, const QModelIndex &index) const
{
    if (index.column() != AlarmListModel::PriorityColumn)
        return 0;
    const Theme &theme = Theme::instance();
    const AlarmState state = stateOf(index);
    const int size = theme.measure(kMarkerSize);
    const QRectF marker(cell.left(), cell.center().y() - size / 2.0 + 0.5, size, size);
    paintAlarmMarker(painter, marker, index.data(AlarmListModel::PriorityRole).toInt(), state);
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
