#include "models/alarm_list_model.h"

#include "models/alarm_words.h"
#include "models/area_names.h"
#include "models/hiding.h"

#include "data/alarms/alarm_order.h"
#include "data/telemetry/clock.h"
#include "data/telemetry/tag_registry.h"

#include <algorithm>
#include <utility>

namespace telltale {
namespace {

bool isNumberColumn(int column)
{
    switch (column) {
    case AlarmListModel::SinceColumn:
    case AlarmListModel::AgeColumn:
    case AlarmListModel::ValueColumn:
    case AlarmListModel::LimitColumn:
    case AlarmListModel::NowColumn:
    case AlarmListModel::TimesColumn:
    case AlarmListModel::TimeLeftColumn:
        return true;
    default:
        return false;
    }
}

bool sameRow(const AlarmRow &a, const AlarmRow &b)
{
    return a.state == b.state && a.occurrence == b.occurrence && a.since == b.since
        && a.changed == b.changed && a.priority == b.priority && a.timesSinceAck == b.timesSinceAck
        && a.title == b.title && a.condition == b.condition && a.action == b.action
        && a.cause == b.cause && a.consequence == b.consequence && a.unit == b.unit
        && a.respondWithinSeconds == b.respondWithinSeconds && a.isOn == b.isOn
        && a.chattering == b.chattering && a.until == b.until && a.hiddenSince == b.hiddenSince
        && a.hiddenBy == b.hiddenBy && a.hiddenReason == b.hiddenReason && a.comment == b.comment
        && a.commentBy == b.commentBy && a.hasNoData == b.hasNoData;
}

bool isIn(AlarmList list, AlarmState state)
{
    switch (list) {
    case AlarmList::Active:
        break;
    case AlarmList::Shelved:
        return state == AlarmState::Shelved;
    case AlarmList::Suppressed:
        return state == AlarmState::Suppressed;
    case AlarmList::OutOfService:
        return state == AlarmState::OutOfService;
    }
    return true;
}

} // namespace

AlarmListModel::AlarmListModel(const Plant &plant, AlarmList list, QObject *parent)
    : KeyedTableModel(parent)
    , m_plant(plant)
    , m_list(list)
    , m_alarms(plant)
    , m_now(plant.clock->now())
{ }

bool AlarmListModel::refresh()
{
    followPlant();
    if (!m_alarms.refresh())
        return false;
    m_now = m_plant.clock->now();
    apply();
    return true;
}

void AlarmListModel::setHeld(bool held)
{
    if (m_isHeld == held)
        return;
    m_isHeld = held;
    if (!held)
        apply();
}

void AlarmListModel::apply()
{
    std::vector<ShownAlarm> next;
    if (m_isHeld) {
        next = inPlace();
    } else {
        const std::vector<const AlarmRow *> all = listed();
        next.reserve(all.size());
        for (const AlarmRow *row : all)
            next.push_back({std::shared_ptr<const AlarmRow>(m_alarms.shared(), row), false});
        std::stable_sort(next.begin(), next.end(), [](const ShownAlarm &a, const ShownAlarm &b) {
            return comesBefore(*a.alarm, *b.alarm);
        });
    }
    setRows(std::move(next));
}

/// A plant that grows may need longer names to tell its assets apart.
void AlarmListModel::followPlant()
{
    const std::size_t inPlant = m_plant.tags->assets();
    if (std::exchange(m_assetsInPlant, inPlant) == inPlant)
        return;
    bool isOther = false;
    for (auto &[asset, place] : m_assetPlaces) {
        const Place before = std::exchange(place, namedNow(asset));
        isOther = isOther || place != before;
    }
    if (isOther && rowCount() > 0)
        Q_EMIT dataChanged(index(0, AssetColumn), index(rowCount() - 1, AssetColumn),
                           {Qt::DisplayRole, ShortRole});
}

AlarmListModel::Place AlarmListModel::namedNow(const std::string &asset) const
{
    return {placeName(*m_plant.tags, asset), pathName(*m_plant.tags, asset)};
}

const AlarmListModel::Place &AlarmListModel::placeOf(const AlarmRow &row) const
{
    const auto known = m_assetPlaces.find(row.asset);
    return known != m_assetPlaces.end()
        ? known->second
        : m_assetPlaces.emplace(row.asset, namedNow(row.asset)).first->second;
}

/// Of the newest snapshot.
std::vector<const AlarmRow *> AlarmListModel::listed() const
{
    const bool isActive = m_list == AlarmList::Active;
    std::vector<const AlarmRow *> listed;
    for (const AlarmRow &row : isActive ? snapshot().rows : snapshot().suppressed) {
        if (isIn(m_list, row.state))
            listed.push_back(&row);
    }
    return listed;
}

/// Everything on screen where it is, then what is new.
std::vector<ShownAlarm> AlarmListModel::inPlace() const
{
    const std::vector<const AlarmRow *> all = listed();
    std::unordered_map<std::string_view, const AlarmRow *> byId;
    for (const AlarmRow *row : all)
        byId.emplace(row->id, row);
    std::vector<ShownAlarm> next;
    for (const ShownAlarm &shown : rows()) {
        const auto found = byId.find(shown.alarm->id);
        if (found == byId.end())
            next.push_back({shown.alarm, true});
        else
            next.push_back(
                {std::shared_ptr<const AlarmRow>(m_alarms.shared(), found->second), false});
    }
    for (const AlarmRow *row : all) {
        if (find(row->id) < 0)
            next.push_back({std::shared_ptr<const AlarmRow>(m_alarms.shared(), row), false});
    }
    return next;
}

void AlarmListModel::refreshAges(Timestamp now, int first, int last)
{
    m_now = now;
    last = std::min(last, rowCount() - 1);
    if (first < 0 || last < first)
        return;
    Q_EMIT dataChanged(index(first, AgeColumn), index(last, AgeColumn), {Qt::DisplayRole});
    Q_EMIT dataChanged(index(first, NowColumn), index(last, NowColumn), {Qt::DisplayRole});
    Q_EMIT dataChanged(index(first, TimeLeftColumn), index(last, TimeLeftColumn),
                       {Qt::DisplayRole});
    if (m_list == AlarmList::Shelved)
        Q_EMIT dataChanged(index(first, EndsColumn), index(last, EndsColumn), {Qt::DisplayRole});
}

bool AlarmListModel::isSame(const ShownAlarm &one, const ShownAlarm &other) const
{
    return one.isGone == other.isGone && sameRow(*one.alarm, *other.alarm);
}

int AlarmListModel::columnCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return m_list == AlarmList::Active ? kActiveColumns : ColumnCount;
}

QVariant AlarmListModel::data(const QModelIndex &index, int role) const
{
    return index.isValid() ? cell(row(index.row()), index.column(), role) : QVariant();
}

QVariant AlarmListModel::cell(const ShownAlarm &shown, int column, int role) const
{
    const AlarmRow &alarm = *shown.alarm;
    switch (role) {
    case Qt::DisplayRole:
        return text(alarm, shown.isGone, column);
    case Qt::AccessibleTextRole:
        return tr("Priority %1 %2, %3, %4, %5")
            .arg(alarm.priority)
            .arg(AlarmWords::priority(alarm.priority), text(alarm, shown.isGone, StateColumn),
                 text(alarm, shown.isGone, AssetColumn), text(alarm, shown.isGone, TitleColumn));
    case Qt::TextAlignmentRole:
        return int((isNumberColumn(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case ValueRole:
        return sortValue(alarm, column);
    case StateRole:
        return static_cast<int>(shown.isGone ? AlarmState::Normal : alarm.state);
    case PriorityRole:
        return alarm.priority;
    case IdRole:
        return QString::fromStdString(alarm.id);
    case OccurrenceRole:
        return static_cast<qulonglong>(alarm.occurrence);
    case ShortRole:
        return shortText(alarm, column);
    case TooLongRole:
        return Hiding::isTooLong(alarm, m_now);
    default:
        return {};
    }
}

QVariant AlarmListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isNumberColumn(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case PriorityColumn:
        return tr("Priority");
    case StateColumn:
        return tr("State");
    case SinceColumn:
        return tr("Since (%1)")
            .arg(m_plant.zone.abbreviation(
                QDateTime::fromMSecsSinceEpoch(toMicroseconds(m_now) / 1000, Qt::UTC)));
    case AgeColumn:
        return tr("Age");
    case AssetColumn:
        return tr("Asset");
    case TitleColumn:
        return tr("Alarm");
    case ValueColumn:
        return tr("Value");
    case LimitColumn:
        return tr("Limit");
    case NowColumn:
        return tr("Now");
    case TimesColumn:
        return tr("Times", "how often since the last acknowledgement");
    case ActionColumn:
        return tr("Action");
    case TimeLeftColumn:
        return tr("Time left");
    case CommentColumn:
        return tr("Comment");
    case ConditionColumn:
        return tr("Condition", "of an alarm that is hidden");
    case EndsColumn:
        return tr("Ends");
    case ByColumn:
        return tr("By");
    case ReasonColumn:
        return m_list == AlarmList::Suppressed ? tr("Because") : tr("Reason");
    default:
        return {};
    }
}

} // namespace telltale
