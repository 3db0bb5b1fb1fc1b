#include "models/alarm_group_model.h"

#include "models/alarm_words.h"
#include "models/value_text.h"

#include "data/telemetry/clock.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace telltale {
namespace {

using namespace std::chrono_literals;

const QChar kMinus(0x2212);
const QChar kEnDash(0x2013);

bool isHidden(const AlarmRow &row)
{
    return row.state >= AlarmState::Shelved;
}

bool isWaiting(const GroupMember &member)
{
    return !member.isGone && needsAcknowledgement(member.alarm->state);
}

/// The column of the alarm list that says the same; -1: none does.
int listColumn(int column)
{
    using Group = AlarmGroupModel;
    using List = AlarmListModel;
    constexpr std::array<int, Group::ColumnCount> kColumns {List::PriorityColumn,
                                                            -1,
                                                            List::StateColumn,
                                                            List::SinceColumn,
                                                            -1,
                                                            List::AssetColumn,
                                                            List::TitleColumn,
                                                            List::ValueColumn,
                                                            List::LimitColumn};
    return kColumns.at(static_cast<std::size_t>(column));
}

} // namespace

QString offsetText(std::chrono::microseconds offset, const QLocale &locale)
{
    const auto milliseconds
        = std::chrono::round<std::chrono::milliseconds>(std::chrono::abs(offset));
    const QString sign = offset < 0us ? QString(kMinus) : QStringLiteral("+");
    if (milliseconds == 0ms)
        return QStringLiteral("0 s");
    if (milliseconds >= 1min)
        return sign + ageText(milliseconds);
    int decimals = 3; // as many as say something
    for (auto rest = milliseconds.count(); decimals > 1 && rest % 10 == 0; rest /= 10)
        --decimals;
    const double seconds = static_cast<double>(milliseconds.count()) / 1000.0;
    return QStringLiteral("%1%2 s").arg(sign, numberText(seconds, decimals, locale));
}

AlarmGroupModel::AlarmGroupModel(const Plant &plant, std::string group, QObject *parent)
    : KeyedTableModel(parent)
    , m_plant(plant)
    , m_group(std::move(group))
    , m_list(plant)
    , m_alarms(plant)
{ }

bool AlarmGroupModel::refresh()
{
    m_list.followPlant();
    if (!m_alarms.refresh())
        return false;
    m_list.refreshAges(m_plant.clock->now(), -1, -1); // the day its times are of
    setRows(m_isHeld ? inPlace(members()) : members());
    return true;
}

bool AlarmGroupModel::setHeld(bool held)
{
    if (std::exchange(m_isHeld, held) == held || held)
        return false;
    setRows(members());
    return true;
}

/// Everything on screen where it is, then what is new.
std::vector<GroupMember> AlarmGroupModel::inPlace(std::vector<GroupMember> wanted) const
{
    std::unordered_map<std::string_view, const GroupMember *> byId;
    for (const GroupMember &member : wanted)
        byId.emplace(member.alarm->id, &member);
    std::vector<GroupMember> next;
    for (const GroupMember &shown : rows()) {
        const auto found = byId.find(shown.alarm->id);
        next.push_back(found == byId.end() ? shown : *found->second);
        next.back().isGone = found == byId.end();
    }
    for (const GroupMember &member : wanted) {
        if (find(member.alarm->id) < 0)
            next.push_back(member);
    }
    return next;
}

std::vector<GroupMember> AlarmGroupModel::members() const
{
    std::vector<GroupMember> members;
    const AlarmSnapshot &snapshot = m_alarms.snapshot();
    for (const std::vector<AlarmRow> *list : {&snapshot.rows, &snapshot.suppressed}) {
        for (const AlarmRow &row : *list) {
            if (row.group == m_group)
                members.push_back({std::shared_ptr<const AlarmRow>(m_alarms.shared(), &row),
                                   std::nullopt, row.firstOut && !isHidden(row)});
        }
    }
    const auto rank = [](const GroupMember &member) {
        return std::make_tuple(isHidden(*member.alarm), !member.isFirstOut, member.alarm->since);
    };
    std::stable_sort(members.begin(), members.end(),
                     [&rank](const auto &a, const auto &b) { return rank(a) < rank(b); });
    for (GroupMember &member : members) {
        if (!isHidden(*member.alarm))
            member.offset = member.alarm->since - members.front().alarm->since;
    }
    return members;
}

AlarmAction AlarmGroupModel::acknowledgement() const
{
    AlarmAction action;
    action.kind = AlarmAction::Kind::AcknowledgeGroup;
    action.group = m_group;
    for (const GroupMember &member : rows()) {
        if (isWaiting(member) && member.alarm->priority != 1)
            action.alarms.emplace_back(member.alarm->id, member.alarm->occurrence);
    }
    return action;
}

int AlarmGroupModel::criticalToAcknowledge() const
{
    return static_cast<int>(
        std::count_if(rows().begin(), rows().end(), [](const GroupMember &member) {
            return isWaiting(member) && member.alarm->priority == 1;
        }));
}

QString AlarmGroupModel::firstWords() const
{
    const GroupMember *first = this->first();
    if (!first)
        return {};
    const QString words
        = QStringLiteral("%1, %2, %3")
              .arg(text(*first, TitleColumn), text(*first, AssetColumn), text(*first, SinceColumn));
    return first->isFirstOut ? tr("first out: %1").arg(words)
                             : tr("no first-out is marked; the earliest: %1").arg(words);
}

/// The one offsets are from, wherever it stands while rows are held. Null: there is none.
const GroupMember *AlarmGroupModel::first() const
{
    const GroupMember *first = nullptr;
    for (const GroupMember &member : rows()) {
        if (member.isGone || member.offset != 0us)
            continue;
        if (!first || (member.isFirstOut && !first->isFirstOut))
            first = &member;
    }
    return first;
}

QString AlarmGroupModel::countWords() const
{
    int fresh = 0;
    int active = 0;
    int returned = 0;
    int hidden = 0;
    int all = 0;
    for (const GroupMember &member : rows()) {
        if (member.isGone)
            continue;
        const AlarmState state = member.alarm->state;
        ++all;
        fresh += state == AlarmState::Unacked ? 1 : 0;
        active += state == AlarmState::Unacked || state == AlarmState::Acked ? 1 : 0;
        returned += state != AlarmState::Unacked && needsAcknowledgement(state) ? 1 : 0;
        hidden += isHidden(*member.alarm) ? 1 : 0;
    }
    //: %n members of the group that are not normal, %1 of them new, %2 active, %3 returned, %4
    //: hidden
    return tr("%n not normal: %1 new, %2 active, %3 returned, %4 hidden", nullptr, all)
        .arg(fresh)
        .arg(active)
        .arg(returned)
        .arg(hidden);
}

bool AlarmGroupModel::isSame(const GroupMember &one, const GroupMember &other) const
{
    return one.offset == other.offset && one.isFirstOut == other.isFirstOut
        && m_list.isSame({one.alarm, one.isGone}, {other.alarm, other.isGone});
}

int AlarmGroupModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AlarmGroupModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const GroupMember &member = row(index.row());
    const int column = listColumn(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(member, index.column());
    case Qt::AccessibleTextRole:
        return spoken(member);
    case FirstOutRole:
        return member.isFirstOut;
    case Qt::TextAlignmentRole:
        if (column < 0)
            return int((index.column() == OffsetColumn ? Qt::AlignRight : Qt::AlignLeft)
                       | Qt::AlignVCenter);
        break;
    default:
        break;
    }
    return m_list.cell({member.alarm, member.isGone}, std::max(0, column), role);
}

QVariant AlarmGroupModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (listColumn(section) >= 0)
        return m_list.headerData(listColumn(section), orientation, role);
    if (role == Qt::TextAlignmentRole)
        return int((section == OffsetColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == FirstOutColumn ? tr("First")
                                     : tr("After", "how long after the first alarm of a group");
}

QString AlarmGroupModel::text(const GroupMember &member, int column) const
{
    switch (column) {
    case FirstOutColumn:
        return member.isFirstOut ? tr("FIRST OUT", "mark of the first alarm of a group")
                                 : QString();
    case OffsetColumn:
        return member.offset ? offsetText(*member.offset, QLocale()) : QString(kEnDash);
    case SinceColumn:
        if (!member.offset)
            return kEnDash;
        break;
    default:
        break;
    }
    return m_list.cell({member.alarm, member.isGone}, listColumn(column), Qt::DisplayRole)
        .toString();
}

/// What a row looks like: "Priority 1 CRIT, NEW, FIRST OUT, 0 s, P-203, Bearing temperature high".
QString AlarmGroupModel::spoken(const GroupMember &member) const
{
    const AlarmState state = member.isGone ? AlarmState::Normal : member.alarm->state;
    QStringList parts {AlarmWords::marker(member.alarm->priority, state)};
    for (const int column : {FirstOutColumn, OffsetColumn, AssetColumn, TitleColumn}) {
        if (const QString words = text(member, column); !words.isEmpty())
            parts << words;
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace telltale
