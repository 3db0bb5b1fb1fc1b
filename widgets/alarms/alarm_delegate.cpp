#include "widgets/alarms/alarm_delegate.h"

#include "widgets/common/alarm_marker.h"
#include "widgets/common/theme.h"
#include "widgets/common/verdict_marker.h"

#include "models/alarm_list_model.h"
#include "models/alarm_words.h"
#include "models/flood_model.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace telltale {
namespace {

constexpr int kRoomForArea = 170;
constexpr int kArrow = 8;
constexpr int kSign = 12;
constexpr int kGap = 6;

/// Points down where the rows below belong to it.
int paintArrow(QPainter &painter, const QRect &cell, bool isOpen)
{
    const Theme &theme = Theme::instance();
    const double size = theme.measure(kArrow);
    const QPointF at(cell.left(), cell.center().y() - size / 2.0 + 0.5);
    const QPolygonF down {{at, at + QPointF(size, 0.0), at + QPointF(size / 2.0, size)}};
    const QPolygonF right {{at, at + QPointF(size, size / 2.0), at + QPointF(0.0, size)}};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Theme::Role::Text));
    painter.drawPolygon(isOpen ? down : right);
    painter.setRenderHint(QPainter::Antialiasing, false);
    return theme.measure(kArrow + kGap);
}

/// As a key figure about which something must be done.
int paintTooLong(QPainter &painter, const QRect &cell)
{
    const int size = Theme::instance().measure(kSign);
    const QRectF sign(cell.left(), cell.center().y() - size / 2.0 + 0.5, size, size);
    paintVerdictMarker(painter, sign, FigureVerdict::Act);
    return size + Theme::instance().measure(kGap);
}

bool isHeading(const QModelIndex &index)
{
    return index.data(FloodModel::HeadingRole).toBool();
}

AlarmState stateOf(const QModelIndex &index)
{
    return static_cast<AlarmState>(index.data(AlarmListModel::StateRole).toInt());
}

/// Of a column whose cells say one of `words`, in medium weight; pixels at 100 % text.
int widthFor(const QStringList &words)
{
    const Theme &theme = Theme::instance();
    const QFontMetrics metrics(theme.font(Theme::Type::Strong));
    int widest = 0;
    for (const QString &word : words)
        widest = std::max(widest, metrics.horizontalAdvance(word));
    return static_cast<int>(std::ceil(widest / theme.textScale())) + 2 * RowDelegate::kPadding + 1;
}

} // namespace

int AlarmDelegate::stateWidth()
{
    QStringList words;
    for (const AlarmState state :
         {AlarmState::Unacked, AlarmState::Acked, AlarmState::ReturnedUnacked,
          AlarmState::LatchedUnacked, AlarmState::LatchedAcked})
        words << AlarmWords::state(state);
    return widthFor(words);
}

int AlarmDelegate::priorityWidth()
{
    QStringList words;
    for (int priority = 1; priority <= 4; ++priority)
        words << AlarmWords::numbered(priority);
    return leadingMarkerWidth() + widthFor(words);
}

void AlarmDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    if (isHeading(index))
        painter->fillRect(option.rect, Theme::instance().color(Theme::Role::Raised));
    RowDelegate::paint(painter, option, index);
}

QString AlarmDelegate::neededText(const QModelIndex &index) const
{
    const QVariant brief = index.data(AlarmListModel::ShortRole);
    const bool isBrief
        = m_isAlwaysShort && index.column() == AlarmListModel::AssetColumn && brief.isValid();
    return isBrief ? brief.toString() : RowDelegate::neededText(index);
}

/// Assets by the width of the column, so that all rows read alike; times each by itself. A heading
/// has the room for what its unit comes to, too.
QString AlarmDelegate::text(const QModelIndex &index, int room) const
{
    if (index.column() == AlarmListModel::AssetColumn && isHeading(index))
        return RowDelegate::text(index, room) + QStringLiteral(" · ")
            + RowDelegate::text(index.siblingAtColumn(AlarmListModel::TitleColumn), room);
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
    if (index.column() == AlarmListModel::AssetColumn && isHeading(index))
        return paintArrow(painter, cell, index.data(FloodModel::OpenRole).toBool());
    if (index.column() == AlarmListModel::AgeColumn
        && index.data(AlarmListModel::TooLongRole).toBool())
        return paintTooLong(painter, cell);
    if (index.column() != AlarmListModel::PriorityColumn)
        return 0;
    return paintLeadingMarker(painter, cell, index.data(AlarmListModel::PriorityRole).toInt(),
                              stateOf(index));
}

bool AlarmDelegate::isStrong(const QModelIndex &index) const
{
    return stateOf(index) == AlarmState::Unacked || isHeading(index);
}

bool AlarmDelegate::isQuiet(const QModelIndex &index) const
{
    return index.column() == AlarmListModel::LimitColumn
        || index.column() == AlarmListModel::TimesColumn || stateOf(index) == AlarmState::Normal;
}

} // namespace telltale
