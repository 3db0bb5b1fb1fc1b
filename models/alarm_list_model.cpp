#include "models/alarm_list_model.h"

#include "models/alarm_words.h"
#include "models/area_names.h"

#include "data/alarms/alarm_order.h"
#include "data/telemetry/clock.h"
#include "data/telemetry/tag_registry.h"

#include <algorithm>
#include <map>
#include <set>
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
        && a.hiddenBy == b.hiddenBy && a.hiddenReason == b.hiddenReason;
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
    if (!m_alarms.refresh()) {
        showPlaces();
        return false;
    }
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
    showPlaces();
}

void AlarmListModel::showPlaces()
{
    if (namePlaces() && rowCount() > 0)
        Q_EMIT dataChanged(index(0, AssetColumn), index(rowCount() - 1, AssetColumn),
                           {Qt::DisplayRole, ShortRole});
}

/// Assets of one name by as much of their path as tells them apart. True: one that was there is
/// called otherwise now.
bool AlarmListModel::namePlaces()
{
    const std::size_t inPlant = m_plant.tags->assets();
    const bool isSamePlant = std::exchange(m_assetsInPlant, inPlant) == inPlant;
    if (isSamePlant && m_namedOf == m_alarms.shared())
        return false;
    m_namedOf = m_alarms.shared();
    std::set<std::string> present;
    for (const ShownAlarm &shown : rows())
        present.insert(shown.alarm->asset);
    const auto isKnown = [this](const std::string &asset) { return m_places.contains(asset); };
    if (isSamePlant && present.size() == m_places.size()
        && std::all_of(present.begin(), present.end(), isKnown))
        return false;
    std::vector<std::string> assets;
    std::map<QString, std::size_t> times;
    for (const std::string &asset : present) {
        assets.push_back(asset);
        ++times[placeName(*m_plant.tags, asset)];
    }
    const std::vector<QString> names = pathNames(*m_plant.tags, assets);
    const auto before = std::exchange(m_places, {});
    bool isOther = false;
    for (std::size_t i = 0; i < assets.size(); ++i) {
        const QString words = placeName(*m_plant.tags, assets[i]);
        const Place place {times[words] == 1 ? words : names[i], names[i]};
        const auto known = before.find(assets[i]);
        isOther = isOther || (known != before.end() && known->second != place);
        m_places[assets[i]] = place;
    }
    return isOther;
}

AlarmListModel::Place AlarmListModel::placeOf(const AlarmRow &row) const
{
    const auto found = m_places.find(row.asset);
    return found != m_places.end()
        ? found->second
        : Place {placeName(*m_plant.tags, row.asset), pathName(*m_plant.tags, row.asset)};
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
            next.push_back({std::shared_ptr<const AlarmRow>(m_alarms.shared(), found->second), false});
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
