#include "models/alarm_list_model.h"

#include "models/alarm_words.h"
#include "models/area_names.h"
#include "models/hiding.h"
#include "models/value_text.h"

#include "data/alarms/alarm_order.h"
#include "data/telemetry/clock.h"
#include "data/telemetry/live_values.h"
#include "data/telemetry/tag_registry.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace telltale {
namespace {

const QChar kEnDash(0x2013);

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

QString sinceText(Timestamp since, Timestamp now, const QTimeZone &zone)
{
    const qint64 milliseconds
        = ((toMicroseconds(since) % 1'000'000) + 1'000'000) % 1'000'000 / 1000;
    return QStringLiteral("%1.%2")
        .arg(timeText(since, now, zone))
        .arg(milliseconds, 3, 10, QLatin1Char('0'));
}

/// An acknowledged alarm that is still there has come once, before its acknowledgement.
std::uint32_t timesOf(const AlarmRow &row)
{
    return row.state == AlarmState::Acked ? std::max(1U, row.timesSinceAck) : row.timesSinceAck;
}

bool sameRow(const AlarmRow &a, const AlarmRow &b)
{
    return a.state == b.state && a.occurrence == b.occurrence && a.since == b.since
        && a.changed == b.changed && a.priority == b.priority && a.timesSinceAck == b.timesSinceAck
        && a.title == b.title && a.condition == b.condition && a.action == b.action
        && a.cause == b.cause && a.consequence == b.consequence && a.unit == b.unit
        && a.respondWithinSeconds == b.respondWithinSeconds && a.isOn == b.isOn
        && a.until == b.until && a.hiddenSince == b.hiddenSince && a.hiddenBy == b.hiddenBy
        && a.hiddenReason == b.hiddenReason;
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
    , m_snapshot(std::make_shared<AlarmSnapshot>())
    , m_now(plant.clock->now())
{ }

bool AlarmListModel::refresh()
{
    std::shared_ptr<const AlarmSnapshot> newest = m_plant.alarms->snapshot();
    if (newest == m_snapshot)
        return false;
    m_snapshot = std::move(newest);
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
            next.push_back({std::shared_ptr<const AlarmRow>(m_snapshot, row), false});
        std::stable_sort(next.begin(), next.end(), [](const ShownAlarm &a, const ShownAlarm &b) {
            return comesBefore(*a.alarm, *b.alarm);
        });
    }
    setRows(std::move(next));
    if (namePlaces() && rowCount() > 0)
        Q_EMIT dataChanged(index(0, AssetColumn), index(rowCount() - 1, AssetColumn),
                           {Qt::DisplayRole, ShortRole});
}

/// Assets of one name by as much of their path as tells them apart. True: others than before.
bool AlarmListModel::namePlaces()
{
    std::map<std::string, const AlarmRow *> present;
    for (const ShownAlarm &shown : rows())
        present.emplace(shown.alarm->asset, shown.alarm.get());
    const auto isKnown = [this](const auto &entry) { return m_places.contains(entry.first); };
    if (present.size() == m_places.size() && std::all_of(present.begin(), present.end(), isKnown))
        return false;
    std::vector<std::string> assets;
    std::map<QString, std::size_t> times;
    for (const auto &[asset, row] : present) {
        assets.push_back(asset);
        ++times[AlarmWords::place(*row)];
    }
    const std::vector<QString> names = pathNames(assets);
    m_places.clear();
    for (std::size_t i = 0; i < assets.size(); ++i) {
        const QString words = AlarmWords::place(*present.at(assets[i]));
        m_places[assets[i]] = {times[words] == 1 ? words : names[i], names[i]};
    }
    return true;
}

AlarmListModel::Place AlarmListModel::placeOf(const AlarmRow &row) const
{
    const auto found = m_places.find(row.asset);
    return found != m_places.end() ? found->second
                                   : Place {AlarmWords::place(row), AlarmWords::asset(row)};
}

/// Of the newest snapshot.
std::vector<const AlarmRow *> AlarmListModel::listed() const
{
    const bool isActive = m_list == AlarmList::Active;
    std::vector<const AlarmRow *> listed;
    for (const AlarmRow &row : isActive ? m_snapshot->rows : m_snapshot->suppressed) {
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
            next.push_back({std::shared_ptr<const AlarmRow>(m_snapshot, found->second), false});
    }
    for (const AlarmRow *row : all) {
        if (find(row->id) < 0)
            next.push_back({std::shared_ptr<const AlarmRow>(m_snapshot, row), false});
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
    if (!index.isValid())
        return {};
    const ShownAlarm &shown = row(index.row());
    const AlarmRow &alarm = *shown.alarm;
    switch (role) {
    case Qt::DisplayRole:
        return text(alarm, shown.isGone, index.column());
    case Qt::AccessibleTextRole:
        return tr("Priority %1 %2, %3, %4, %5")
            .arg(alarm.priority)
            .arg(AlarmWords::priority(alarm.priority), text(alarm, shown.isGone, StateColumn),
                 text(alarm, shown.isGone, AssetColumn), text(alarm, shown.isGone, TitleColumn));
    case Qt::TextAlignmentRole:
        return int((isNumberColumn(index.column()) ? Qt::AlignRight : Qt::AlignLeft)
                   | Qt::AlignVCenter);
    case ValueRole:
        return sortValue(alarm, index.column());
    case StateRole:
        return static_cast<int>(shown.isGone ? AlarmState::Normal : alarm.state);
    case PriorityRole:
        return alarm.priority;
    case IdRole:
        return QString::fromStdString(alarm.id);
    case OccurrenceRole:
        return static_cast<qulonglong>(alarm.occurrence);
    case ShortRole:
        return shortText(alarm, index.column());
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

QString AlarmListModel::text(const AlarmRow &row, bool isGone, int column) const
{
    switch (column) {
    case PriorityColumn:
        return QStringLiteral("%1 %2").arg(row.priority).arg(AlarmWords::priority(row.priority));
    case StateColumn:
        return AlarmWords::state(isGone ? AlarmState::Normal : row.state);
    case SinceColumn:
        return sinceWords(row);
    case AgeColumn:
        return ageWords(row);
    case AssetColumn:
        return placeOf(row).words;
    case TitleColumn:
        return AlarmWords::title(row);
    case ValueColumn:
        if (!row.limit || !std::isfinite(row.value))
            return kEnDash;
        return QStringLiteral("%1 %2")
            .arg(numberText(row.value, decimals(row), m_locale), shownText(row.unit))
            .trimmed();
    case LimitColumn:
        return AlarmWords::condition(row, decimals(row), m_locale);
    case NowColumn:
        return nowText(row);
    case TimesColumn:
        return QString::number(timesOf(row));
    case ActionColumn:
        return AlarmWords::action(row).isEmpty() ? QString(kEnDash) : AlarmWords::action(row);
    case TimeLeftColumn:
        return row.state == AlarmState::Acked ? QString(kEnDash) : AlarmWords::timeLeft(row, m_now);
    case ConditionColumn:
        return row.isOn ? tr("on", "the condition of an alarm") : tr("normal");
    case EndsColumn:
        return Hiding::end(row, m_now, m_plant.zone);
    case ByColumn:
        return shownText(row.hiddenBy);
    case ReasonColumn:
        return Hiding::why(row);
    default:
        return {};
    }
}

/// Of a hidden alarm, since when it is; nothing where an older program did not note it.
Timestamp AlarmListModel::since(const AlarmRow &row) const
{
    return m_list == AlarmList::Active ? row.since : row.hiddenSince.value_or(Timestamp {});
}

QString AlarmListModel::sinceWords(const AlarmRow &row) const
{
    return since(row) == Timestamp {} ? QString(kEnDash)
                                      : sinceText(since(row), m_now, m_plant.zone);
}

QString AlarmListModel::ageWords(const AlarmRow &row) const
{
    return since(row) == Timestamp {} ? QString(kEnDash) : ageText(m_now - since(row));
}

QVariant AlarmListModel::shortText(const AlarmRow &row, int column) const
{
    const auto day = [this](Timestamp at) {
        return QDateTime::fromMSecsSinceEpoch(toMicroseconds(at) / 1000, m_plant.zone).date();
    };
    if (column == PriorityColumn) // the marker of the alarm list has number and shape
        return m_list == AlarmList::Active ? QString() : QString::number(row.priority);
    if (column == AssetColumn)
        return placeOf(row).brief;
    if (column == LimitColumn && !AlarmWords::shortCondition(row).isEmpty())
        return AlarmWords::shortCondition(row);
    if (column == NowColumn)
        return shortNowText(row);
    if (column == TimeLeftColumn)
        return shortTimeLeft(row);
    const Timestamp began = since(row);
    if (column != SinceColumn || began == Timestamp {} || day(began) == day(m_now))
        return {};
    const QDate date = day(began);
    if (date.year() != day(m_now).year())
        return date.toString(Qt::ISODate);
    const QString time = timeText(began, began, m_plant.zone).left(5);
    return QStringLiteral("%1 %2").arg(date.toString(QStringLiteral("MM-dd")), time);
}

QVariant AlarmListModel::sortValue(const AlarmRow &row, int column) const
{
    switch (column) {
    case PriorityColumn:
        return row.priority;
    case SinceColumn:
        return static_cast<qlonglong>(toMicroseconds(since(row)));
    case AgeColumn:
        return static_cast<qlonglong>(-toMicroseconds(since(row)));
    case EndsColumn:
        return static_cast<qlonglong>(toMicroseconds(row.until.value_or(Timestamp {})));
    case ValueColumn:
        return row.value;
    case LimitColumn:
        return row.limit.value_or(0.0);
    case NowColumn:
        return m_plant.live->value(m_plant.tags->find(row.tag)).sample.value;
    case TimesColumn:
        return timesOf(row);
    case TimeLeftColumn:
        return static_cast<qlonglong>(
            row.state == AlarmState::Unacked
                ? timeLeft(row, m_now).value_or(std::chrono::microseconds::max()).count()
                : std::chrono::microseconds::max().count());
    default:
        return text(row, false, column);
    }
}

int AlarmListModel::decimals(const AlarmRow &row) const
{
    const TagId tag = m_plant.tags->find(row.tag);
    return tag.isValid() ? m_plant.tags->info(tag).decimals : -1;
}

QString AlarmListModel::nowText(const AlarmRow &row) const
{
    const TagId tag = m_plant.tags->find(row.tag);
    if (!tag.isValid())
        return kEnDash;
    const LiveValues::Value live = m_plant.live->value(tag);
    if (!live.sample.tag.isValid())
        return kEnDash;
    const QString value = valueText(live.sample, m_plant.tags->info(tag), m_locale);
    if (live.sample.quality.isBad())
        return tr("BAD %1", "a bad value").arg(value);
    if (live.isHeld())
        return tr("%1 HELD", "a value nobody vouches for: its source is down").arg(value);
    if (isStale(live, m_now))
        return tr("%1 STALE %2", "a value that is no longer live, and its age")
            .arg(value, ageText(m_now - live.sample.time));
    return value;
}

/// "−1 min 40 s": how long it has been over.
QVariant AlarmListModel::shortTimeLeft(const AlarmRow &row) const
{
    const auto left = timeLeft(row, m_now);
    if (row.state != AlarmState::Unacked || !left || left->count() >= 0)
        return {};
    return QChar(0x2212) + ageText(-*left);
}

/// An old number says less than that it is old.
QVariant AlarmListModel::shortNowText(const AlarmRow &row) const
{
    const LiveValues::Value live = m_plant.live->value(m_plant.tags->find(row.tag));
    const bool isOld = live.sample.tag.isValid() && isStale(live, m_now);
    if (!isOld || live.sample.quality.isBad())
        return {};
    return live.isHeld() ? tr("HELD", "a value nobody vouches for")
                         : tr("STALE", "a value that is no longer live");
}

} // namespace telltale
