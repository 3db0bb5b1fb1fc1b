#include "models/asset_tree_model.h"

#include "models/alarm_words.h"
#include "models/asset_tags.h"
#include "models/tag_mime.h"
#include "models/tag_ranking.h"
#include "models/value_text.h"

#include "data/telemetry/live_values.h"
#include "data/telemetry/tag_registry.h"

#include <QElapsedTimer>
#include <QMimeData>

namespace telltale {
namespace {

constexpr std::uint32_t kBlock = 1000; ///< tags between looks at the time

} // namespace

AssetTreeModel::AssetTreeModel(const Plant &plant, QObject *parent)
    : QAbstractItemModel(parent)
    , m_plant(plant)
    , m_states(plant, m_tree)
    , m_liveness(plant, m_tree, m_states)
{
    m_shown.emplace(AssetTree::kRoot, 0);
}

QModelIndex AssetTreeModel::indexOf(AssetTree::Node node) const
{
    if (node == AssetTree::kRoot || node == AssetTree::kNone)
        return {};
    const QModelIndex above = indexOf(m_tree.parent(node));
    if (canFetchMore(above))
        const_cast<AssetTreeModel *>(this)->fetchMore(above); // laziness shows to nobody
    return createIndex(static_cast<int>(m_tree.row(node)), 0, quintptr {node});
}

AssetTree::Node AssetTreeModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<AssetTree::Node>(index.internalId()) : AssetTree::kRoot;
}

bool AssetTreeModel::hasAllTags() const
{
    return m_taken >= m_plant.tags->size();
}

bool AssetTreeModel::sync(Timestamp now, std::chrono::microseconds budget)
{
    m_now = now;
    if (!hasAllTags()) {
        takeTags(budget);
        Q_EMIT grown();
    }
    announceAlarms();
    const bool isWhole = hasAllTags();
    if (isWhole)
        m_liveness.step(now);
    return !isWhole;
}

QModelIndex AssetTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column != 0 || row >= rowCount(parent))
        return {};
    const AssetTree::Node node = m_tree.children(nodeOf(parent))[static_cast<std::size_t>(row)];
    return createIndex(row, 0, quintptr {node});
}

QModelIndex AssetTreeModel::parent(const QModelIndex &child) const
{
    if (!child.isValid())
        return {};
    return shownIndex(m_tree.parent(nodeOf(child)));
}

int AssetTreeModel::rowCount(const QModelIndex &parent) const
{
    const auto shown = m_shown.find(nodeOf(parent));
    return shown == m_shown.end() ? 0 : shown->second;
}

int AssetTreeModel::columnCount(const QModelIndex &parent) const
{
    Q_UNUSED(parent)
    return 1;
}

bool AssetTreeModel::hasChildren(const QModelIndex &parent) const
{
    const AssetTree::Node node = nodeOf(parent);
    const auto shown = m_shown.find(node);
    return shown == m_shown.end() ? !m_tree.children(node).empty() : shown->second > 0;
}

bool AssetTreeModel::canFetchMore(const QModelIndex &parent) const
{
    const AssetTree::Node node = nodeOf(parent);
    return !m_shown.contains(node) && !m_tree.children(node).empty();
}

void AssetTreeModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    const AssetTree::Node node = nodeOf(parent);
    m_tree.sort(node);
    const auto rows = static_cast<int>(m_tree.children(node).size());
    beginInsertRows(parent, 0, rows - 1);
    m_shown.emplace(node, rows);
    endInsertRows();
}

QVariant AssetTreeModel::data(const QModelIndex &index, int role) const
{
    return index.isValid() ? nodeData(nodeOf(index), role) : QVariant();
}

Qt::ItemFlags AssetTreeModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? nodeFlags(nodeOf(index)) : Qt::ItemFlags();
}

Qt::ItemFlags AssetTreeModel::nodeFlags(AssetTree::Node node) const
{
    const bool standsForTags = m_tree.isTag(node) || m_tree.isAsset(node);
    return Qt::ItemIsSelectable | Qt::ItemIsEnabled
        | (standsForTags ? Qt::ItemIsDragEnabled : Qt::NoItemFlags);
}

QStringList AssetTreeModel::mimeTypes() const
{
    return TagMime::types();
}

QMimeData *AssetTreeModel::mimeData(const QModelIndexList &indexes) const
{
    QStringList paths;
    for (const QModelIndex &index : indexes)
        paths << draggedTags(nodeOf(index));
    return TagMime::of(paths).release();
}

QStringList AssetTreeModel::draggedTags(AssetTree::Node node) const
{
    if (m_tree.isTag(node))
        return {QString::fromStdString(pathOf(node))};
    QStringList paths;
    for (const RankedTag &one :
         rankTags(m_plant, tagsOfAsset(m_plant, pathOf(node), kMostLooked))) {
        if (one.rank < TagRanking::kText && paths.size() < kMostDragged)
            paths << QString::fromStdString(m_plant.tags->path(one.tag));
    }
    return paths;
}

QVariant AssetTreeModel::nodeData(AssetTree::Node node, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return nameOf(node);
    case Qt::AccessibleTextRole:
        return spoken(node);
    case Qt::ToolTipRole:
        return tooltipText(shownText(pathOf(node)));
    case PathRole:
        return QString::fromStdString(pathOf(node));
    case IsTagRole:
        return m_tree.isTag(node);
    case IsAssetRole:
        return m_tree.isAsset(node);
    case AssetsRole:
        return m_tree.assetsBelow(node);
    case QuietRole:
        return m_liveness.quietBelow(node);
    case PriorityRole:
        return m_states.alarms(node).priority;
    case AlarmStateRole:
        return static_cast<int>(m_states.alarms(node).state);
    case FreshRole:
        return m_states.alarms(node).fresh;
    case ActiveRole:
        return m_states.alarms(node).active;
    case ConditionRole:
        return static_cast<int>(conditionOf(node));
    case ToldRole:
        return shownText(m_states.health(node, m_now).told);
    case ValueRole:
        return valueOf(node);
    case StaleRole:
        return isStaleTag(node);
    default:
        return {};
    }
}

/// The name, and what its marker says: "Pump station 2, Priority 1 CRIT, NEW, 2 not acknowledged, 3
/// in all".
QString AssetTreeModel::spoken(AssetTree::Node node) const
{
    const AssetStates::Alarms alarms = m_states.alarms(node);
    if (alarms.priority == 0)
        return nameOf(node);
    //: %1 name, %2 priority and state of the worst alarm, %3 not acknowledged, %4 all of them
    return tr("%1, %2, %3 not acknowledged, %4 in all")
        .arg(nameOf(node), AlarmWords::marker(alarms.priority, alarms.state))
        .arg(alarms.fresh)
        .arg(alarms.active);
}

void AssetTreeModel::takeTags(std::chrono::microseconds budget)
{
    QElapsedTimer timer;
    timer.start();
    std::vector<AssetTree::Node> touched;
    std::vector<std::pair<TagId, std::string>> block;
    const auto known = static_cast<std::uint32_t>(m_plant.tags->size());
    while (m_taken < known) {
        const std::uint32_t end = std::min(known, m_taken + kBlock);
        block.clear();
        for (; m_taken < end; ++m_taken) {
            block.emplace_back(TagId {m_taken}, m_plant.tags->path(TagId {m_taken}));
            m_search.add(block.back().second);
        }
        m_tree.add(block, touched);
        if (std::chrono::nanoseconds(timer.nsecsElapsed()) > budget)
            break;
    }
    for (const AssetTree::Node node : touched)
        show(node);
    for (const AssetTree::Node node : touched)
        sort(node);
}

void AssetTreeModel::show(AssetTree::Node node)
{
    const auto shown = m_shown.find(node);
    if (shown == m_shown.end())
        return;
    const auto rows = static_cast<int>(m_tree.children(node).size());
    if (rows == shown->second)
        return;
    beginInsertRows(shownIndex(node), shown->second, rows - 1);
    shown->second = rows;
    endInsertRows();
}

void AssetTreeModel::sort(AssetTree::Node node)
{
    if (!m_shown.contains(node))
        return; // sorted when it is opened
    if (m_tree.isSorted(node)) {
        m_tree.sort(node); // nothing moves
        return;
    }
    Q_EMIT layoutAboutToBeChanged({shownIndex(node)});
    const QModelIndexList before = persistentIndexList();
    m_tree.sort(node);
    QModelIndexList moved;
    QModelIndexList after;
    for (const QModelIndex &old : before) {
        const AssetTree::Node at = nodeOf(old);
        if (m_tree.parent(at) != node)
            continue;
        moved << old;
        after << createIndex(static_cast<int>(m_tree.row(at)), 0, quintptr {at});
    }
    changePersistentIndexList(moved, after);
    Q_EMIT layoutChanged({shownIndex(node)});
}

void AssetTreeModel::announceAlarms()
{
    for (const AssetTree::Node node : m_states.refresh()) {
        if (node == AssetTree::kRoot || !m_shown.contains(m_tree.parent(node)))
            continue;
        const QModelIndex at = shownIndex(node);
        Q_EMIT dataChanged(
            at, at, {PriorityRole, AlarmStateRole, FreshRole, ActiveRole, Qt::AccessibleTextRole});
    }
}

QModelIndex AssetTreeModel::shownIndex(AssetTree::Node node) const
{
    if (node == AssetTree::kRoot || node == AssetTree::kNone)
        return {};
    return createIndex(static_cast<int>(m_tree.row(node)), 0, quintptr {node});
}

std::string AssetTreeModel::pathOf(AssetTree::Node node) const
{
    return m_tree.isTag(node) ? m_plant.tags->path(m_tree.tag(node)) : m_tree.path(node);
}

QString AssetTreeModel::nameOf(AssetTree::Node node) const
{
    if (m_tree.isTag(node))
        return tagTitle(m_plant.tags->info(m_tree.tag(node)));
    const std::string_view name = m_tree.name(node);
    if (name == "$telltale" && m_tree.parent(node) == AssetTree::kRoot)
        return tr("Telltale itself");
    return levelText(name);
}

AssetStates::Condition AssetTreeModel::conditionOf(AssetTree::Node node) const
{
    using Condition = AssetStates::Condition;
    const Condition condition = m_states.health(node, m_now).condition;
    const bool isLate = condition == Condition::Stale && m_liveness.isCatchingUp(node);
    return isLate ? Condition::CatchingUp : condition;
}

bool AssetTreeModel::isStaleTag(AssetTree::Node node) const
{
    if (!m_tree.isTag(node))
        return false;
    const LiveValues::Value value = m_plant.live->value(m_tree.tag(node));
    return value.sample.tag.isValid() && isStale(value, m_now);
}

QString AssetTreeModel::valueOf(AssetTree::Node node) const
{
    if (!m_tree.isTag(node))
        return {};
    const LiveValues::Value value = m_plant.live->value(m_tree.tag(node));
    if (!value.sample.tag.isValid())
        return QStringLiteral("–");
    const TagInfo info = m_plant.tags->info(m_tree.tag(node));
    const QString text = valueText(value.sample, info, m_locale, value.decimals);
    return info.unit.empty() ? text : text + QLatin1Char(' ') + shownText(info.unit);
}

} // namespace telltale
