#include "models/flood_model.h"

#include "models/alarm_filter_model.h"
#include "models/alarm_words.h"
#include "models/area_names.h"
#include "models/value_text.h"

#include <algorithm>
#include <map>

namespace telltale {
namespace {

constexpr int kPinned = 2; ///< the lowest priority that is on top
constexpr const char *kAlarmKey = "alarm ";
constexpr const char *kUnitKey = "unit ";

/// What the device stands in; its own name where that is nothing.
std::string unitOf(const AlarmRow &row)
{
    const std::string above = assetPath(row.asset);
    return above.empty() ? row.asset : above;
}

void count(FloodRow &heading, const ShownAlarm &shown)
{
    ++heading.alarms;
    if (!heading.shown.alarm || isWorse(*shown.alarm, *heading.shown.alarm))
        heading.shown = shown;
    if (shown.isGone)
        return;
    const AlarmState state = shown.alarm->state;
    heading.fresh += state == AlarmState::Unacked ? 1 : 0;
    heading.active += state == AlarmState::Unacked || state == AlarmState::Acked ? 1 : 0;
    heading.returned += state != AlarmState::Unacked && needsAcknowledgement(state) ? 1 : 0;
}

} // namespace

FloodModel::FloodModel(const AlarmListModel &list, const AlarmFilterModel &filter, QObject *parent)
    : KeyedTableModel(parent)
    , m_list(list)
    , m_filter(filter)
{
    const auto forget = [this] { m_version.reset(); };
    connect(&filter, &QAbstractItemModel::rowsInserted, this, forget);
    connect(&filter, &QAbstractItemModel::rowsRemoved, this, forget);
    connect(&filter, &QAbstractItemModel::layoutChanged, this, forget);
}

const AlarmRow *FloodModel::alarm(int row) const
{
    const FloodRow &shown = this->row(row);
    return shown.isHeading ? nullptr : shown.shown.alarm.get();
}

int FloodModel::headingOf(int row) const
{
    const FloodRow &shown = this->row(row);
    return shown.isHeading || shown.unit.empty() ? -1 : find(kUnitKey + shown.unit);
}

int FloodModel::headingOf(const AlarmRow &alarm) const
{
    return alarm.priority <= kPinned ? -1 : find(kUnitKey + unitOf(alarm));
}

bool FloodModel::setOpen(int row, bool isOpen)
{
    const FloodRow heading = this->row(row);
    if (!heading.isHeading || heading.isOpen == isOpen)
        return false;
    if (isOpen)
        m_open.insert(heading.unit);
    else
        m_open.erase(heading.unit);
    arrange();
    return true;
}

bool FloodModel::update(bool isHeld)
{
    const std::uint64_t version = m_list.snapshot().version;
    if (m_version == version && m_isHeld == isHeld)
        return false;
    m_version = version;
    m_isHeld = isHeld;
    setRows(isHeld ? inPlace(arranged(true)) : arranged(false));
    nameUnits();
    return true;
}

void FloodModel::arrange()
{
    setRows(arranged(false));
    nameUnits();
}

void FloodModel::clear()
{
    m_open.clear();
    m_version.reset();
    setRows({});
}

const ShownAlarm &FloodModel::listed(int place) const
{
    return m_list.row(m_filter.mapToSource(m_filter.index(place, 0)).row());
}

/// A unit of one alarm would hide it and save no row. Held, it is as it is on the screen.
bool FloodModel::needsHeading(const std::string &unit, const std::vector<ShownAlarm> &alarms,
                              bool isHeld) const
{
    const auto isRow
        = [this](const ShownAlarm &shown) { return find(kAlarmKey + shown.alarm->id) >= 0; };
    if (isHeld && find(kUnitKey + unit) >= 0)
        return true;
    return alarms.size() > 1 && !(isHeld && std::any_of(alarms.begin(), alarms.end(), isRow));
}

/// By the order of the list in each part, units by their path: a unit does not jump because one of
/// its alarms did.
std::vector<FloodRow> FloodModel::arranged(bool isHeld) const
{
    std::vector<FloodRow> rows;
    std::map<std::string, std::vector<ShownAlarm>> units;
    for (int i = 0; i < m_filter.rowCount(); ++i) {
        const ShownAlarm &shown = listed(i);
        if (m_filter.isTemporarilySorted() || shown.alarm->priority <= kPinned)
            rows.push_back({shown});
        else
            units[unitOf(*shown.alarm)].push_back(shown);
    }
    for (const auto &[unit, alarms] : units) {
        if (!needsHeading(unit, alarms, isHeld)) {
            for (const ShownAlarm &shown : alarms)
                rows.push_back({shown});
            continue;
        }
        FloodRow heading;
        heading.isHeading = true;
        heading.isOpen = m_open.contains(unit);
        heading.unit = unit;
        for (const ShownAlarm &shown : alarms)
            count(heading, shown);
        rows.push_back(heading);
        for (const ShownAlarm &shown : alarms) {
            if (heading.isOpen)
                rows.push_back({shown, false, false, unit});
        }
    }
    return rows;
}

/// Everything on screen where it is, then what is new.
std::vector<FloodRow> FloodModel::inPlace(std::vector<FloodRow> wanted) const
{
    std::map<std::string, FloodRow *> byKey;
    for (FloodRow &row : wanted)
        byKey.emplace(keyOf(row), &row);
    std::vector<FloodRow> next;
    for (const FloodRow &shown : rows()) {
        const auto found = byKey.find(keyOf(shown));
        next.push_back(found == byKey.end() ? shown : *found->second);
        next.back().shown.isGone = next.back().shown.isGone || found == byKey.end();
    }
    for (FloodRow &row : wanted) {
        if (find(keyOf(row)) < 0)
            next.push_back(std::move(row));
    }
    return next;
}

void FloodModel::refreshAges(int first, int last)
{
    last = std::min(last, rowCount() - 1);
    if (first < 0 || last < first)
        return;
    for (const int column :
         {AlarmListModel::AgeColumn, AlarmListModel::NowColumn, AlarmListModel::TimeLeftColumn})
        Q_EMIT dataChanged(index(first, column), index(last, column), {Qt::DisplayRole});
}

/// As much of each path as tells it from the others.
void FloodModel::nameUnits()
{
    std::vector<std::string> units;
    for (const FloodRow &row : rows()) {
        if (row.isHeading)
            units.push_back(row.unit);
    }
    const std::vector<QString> names = areaNames(units);
    std::map<std::string, QString> named;
    for (std::size_t i = 0; i < units.size(); ++i)
        named.emplace(units[i], names[i].isEmpty() ? tr("Without a unit") : names[i]);
    if (named == m_names)
        return;
    m_names = std::move(named);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, AlarmListModel::AssetColumn),
                           index(rowCount() - 1, AlarmListModel::AssetColumn),
                           {Qt::DisplayRole, AlarmListModel::ShortRole});
}

std::string FloodModel::keyOf(const FloodRow &row) const
{
    return row.isHeading ? kUnitKey + row.unit : kAlarmKey + row.shown.alarm->id;
}

bool FloodModel::isSame(const FloodRow &one, const FloodRow &other) const
{
    return one.isOpen == other.isOpen && one.alarms == other.alarms && one.fresh == other.fresh
        && one.active == other.active && one.returned == other.returned
        && m_list.isSame(one.shown, other.shown);
}

int FloodModel::columnCount(const QModelIndex &parent) const
{
    return m_list.columnCount(parent);
}

QVariant FloodModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const FloodRow &shown = row(index.row());
    if (role == HeadingRole)
        return shown.isHeading;
    if (role == OpenRole)
        return shown.isOpen;
    if (!shown.isHeading)
        return m_list.cell(shown.shown, index.column(), role);
    switch (role) {
    case Qt::DisplayRole:
        return headingText(shown, index.column());
    case Qt::AccessibleTextRole:
        return spokenHeading(shown);
    case AlarmListModel::IdRole:
    case AlarmListModel::OccurrenceRole:
    case Qt::ToolTipRole:
    case AlarmListModel::ValueRole:
    case AlarmListModel::ShortRole:
        return {};
    default:
        return m_list.cell(shown.shown, index.column(), role);
    }
}

QVariant FloodModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_list.headerData(section, orientation, role);
}

QString FloodModel::headingText(const FloodRow &heading, int column) const
{
    switch (column) {
    case AlarmListModel::PriorityColumn:
    case AlarmListModel::StateColumn:
        return m_list.cell(heading.shown, column, Qt::DisplayRole).toString();
    case AlarmListModel::AssetColumn: {
        const auto name = m_names.find(heading.unit);
        return name == m_names.end() ? QString() : name->second;
    }
    case AlarmListModel::TitleColumn:
        return countWords(heading);
    default:
        return {};
    }
}

/// "12 alarms · 3 new, 8 active, 1 returned".
QString FloodModel::countWords(const FloodRow &heading) const
{
    QStringList parts;
    if (heading.fresh > 0)
        parts << tr("%1 new").arg(heading.fresh);
    if (heading.active > 0)
        parts << tr("%1 active").arg(heading.active);
    if (heading.returned > 0)
        parts << tr("%1 returned").arg(heading.returned);
    const QString all = tr("%n alarm(s)", nullptr, heading.alarms);
    return parts.isEmpty() ? all : all + QStringLiteral(" · ") + parts.join(QStringLiteral(", "));
}

QString FloodModel::spokenHeading(const FloodRow &heading) const
{
    const QString open = heading.isOpen ? tr("open", "the rows of a unit are shown")
                                        : tr("closed", "the rows of a unit are not shown");
    //: %1 name, %2 open or closed, %3 how many alarms, %4 priority of the worst, %5 its state
    return tr("Unit %1, %2, %3, worst %4, %5")
        .arg(headingText(heading, AlarmListModel::AssetColumn), open, countWords(heading),
             headingText(heading, AlarmListModel::PriorityColumn),
             headingText(heading, AlarmListModel::StateColumn));
}

} // namespace telltale
