#include "models/area_summary.h"

#include "models/area_names.h"
#include "models/asset_tree_model.h"
#include "models/tag_voice.h"
#include "models/value_text.h"

#include "data/telemetry/live_values.h"
#include "data/telemetry/tag_registry.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace telltale {
namespace {

constexpr auto kChooseAgain = std::chrono::minutes(1); ///< figures that say nothing ...
constexpr auto kChooseSoon = std::chrono::seconds(3); ///< ... at first, as all begin to speak ...
constexpr auto kAtFirst = std::chrono::minutes(2); ///< ... for so long
constexpr std::size_t kSampled = 20'000; ///< tags that figures are chosen by,
constexpr std::size_t kMostSampled = 500; ///< of an area at most

/// Units whose quantities add up over an area.
bool addsUp(std::string_view unit)
{
    static constexpr std::array<std::string_view, 10> kSums {"W", "kW",   "MW",  "kWh",   "MWh",
                                                             "A", "m³/h", "l/s", "l/min", "kg/h"};
    return std::find(kSums.begin(), kSums.end(), unit) != kSums.end();
}

/// Name, title and unit: only tags that have all three in common may be joined to one figure.
using Quantity = std::tuple<std::string, QString, std::string>;

struct Use
{
    std::set<AssetTree::Node> areas;
    std::size_t tags = 0;
    int decimals = -1;
};
using Uses = std::map<Quantity, Use>;

/// Tags at and below a node, at most `most` of them.
void sample(const AssetTree &tree, AssetTree::Node node, std::size_t most, std::vector<TagId> &tags)
{
    if (tree.isTag(node))
        return tags.push_back(tree.tag(node));
    for (const AssetTree::Node child : tree.children(node)) {
        if (tags.size() >= most)
            return;
        sample(tree, child, most, tags);
    }
}

Quantity quantityOf(const TagInfo &info)
{
    return {info.path.substr(info.path.rfind('/') + 1), tagTitle(info), info.unit};
}

void note(Uses &uses, const TagInfo &info, AssetTree::Node area)
{
    if (info.unit.empty())
        return;
    Use &use = uses[quantityOf(info)];
    use.areas.insert(area);
    ++use.tags;
    use.decimals = std::max(use.decimals, info.decimals);
}

/// Of the tags that speak.
Uses usesOf(const Plant &plant, const std::vector<std::pair<TagId, AssetTree::Node>> &sampled,
            Timestamp now)
{
    std::vector<TagId> tags;
    for (const auto &[tag, area] : sampled)
        tags.push_back(tag);
    const TagVoice voice(*plant.live, tags, now);
    Uses uses;
    for (const auto &[tag, area] : sampled) {
        if (voice.of(tag) == TagVoice::Is::Speaking)
            note(uses, plant.tags->info(tag), area);
    }
    return uses;
}

/// What most areas have, those that have no figure so far counted twice.
Uses::const_iterator best(const Uses &uses, const std::set<AssetTree::Node> &figured)
{
    const auto weight = [&figured](const Use &use) {
        const auto isNew = [&figured](AssetTree::Node area) { return !figured.contains(area); };
        return use.areas.size()
            + static_cast<std::size_t>(std::count_if(use.areas.begin(), use.areas.end(), isNew));
    };
    return std::max_element(uses.begin(), uses.end(), [&weight](const auto &a, const auto &b) {
        return std::pair(weight(a.second), a.second.tags)
            < std::pair(weight(b.second), b.second.tags);
    });
}

struct Sum
{
    double value = 0.0;
    std::size_t count = 0;
    void add(double one)
    {
        value += one;
        ++count;
    }
};

int rankOf(const AreaSummary::Area &area)
{
    return area.alarms.priority == 0 ? 5 : area.alarms.priority;
}

} // namespace

AreaSummary::AreaSummary(const Plant &plant, const AssetTreeModel &assets)
    : m_plant(plant)
    , m_assets(assets)
    , m_tree(assets.tree())
{ }

const std::vector<AreaSummary::Area> &AreaSummary::refresh(Timestamp now)
{
    if (m_treeSize != m_tree.size() || m_revision != m_plant.tags->revision()) {
        m_treeSize = m_tree.size();
        m_revision = m_plant.tags->revision();
        collect(now);
    }
    rank();
    for (Area &area : m_areas)
        fill(area, now);
    nameAreas();
    const bool isFirst = now - m_collectedAt < kAtFirst;
    if (now - m_chosenAt >= (isFirst ? Timestamp::duration(kChooseSoon) : kChooseAgain)
        && !isFilled())
        chooseAgain(now);
    return m_areas;
}

/// Each figure is said of some area, and of each area some figure.
bool AreaSummary::isFilled() const
{
    const auto has
        = [](const Area &area, std::size_t i) { return area.figures[i] || area.hasTooMany[i]; };
    for (std::size_t i = 0; i < kFigures; ++i) {
        if (std::none_of(m_areas.begin(), m_areas.end(),
                         [&](const Area &area) { return has(area, i); }))
            return false;
    }
    return std::all_of(m_areas.begin(), m_areas.end(), [&](const Area &area) {
        for (std::size_t i = 0; i < kFigures; ++i) {
            if (has(area, i))
                return true;
        }
        return false;
    });
}

/// Others may speak by now; the values come with the next refresh().
void AreaSummary::chooseAgain(Timestamp now)
{
    const std::vector<Figure> before = m_figures;
    chooseFigures(now);
    if (m_figures != before)
        collectMembers();
}

void AreaSummary::collect(Timestamp now)
{
    m_nodes.clear();
    collectBelow(AssetTree::kRoot);
    m_collectedAt = now;
    chooseFigures(now);
    collectMembers();
}

void AreaSummary::collectMembers()
{
    m_members.clear();
    if (m_figures.empty())
        return;
    for (const AssetTree::Node area : m_nodes) {
        Members &members = m_members[area];
        for (const AssetTree::Node part : partsOf(area))
            takeMembers(part, members);
    }
}

void AreaSummary::collectBelow(AssetTree::Node node)
{
    const bool isRoot = node == AssetTree::kRoot;
    bool isArea = !isRoot && m_tree.isAsset(node);
    for (const AssetTree::Node child : m_tree.children(node)) {
        if (m_tree.isTag(child) || m_tree.isOwn(child))
            continue;
        isArea = isArea || m_tree.isAsset(child);
        if (isRoot || !m_tree.isAsset(child))
            collectBelow(child);
    }
    if (isArea && !isRoot)
        m_nodes.push_back(node);
}

/// Its assets, and the tags it has itself.
std::vector<AssetTree::Node> AreaSummary::partsOf(AssetTree::Node area) const
{
    const auto children = m_tree.children(area);
    std::vector<AssetTree::Node> parts;
    std::copy_if(children.begin(), children.end(), std::back_inserter(parts),
                 [this](AssetTree::Node child) {
                     return (m_tree.isAsset(child) || m_tree.isTag(child)) && !m_tree.isOwn(child);
                 });
    return parts;
}

/// By the first tags of each area: there may be a million. Areas of another kind, that have nothing
/// of what most have, get a figure rather than the others a second one. What nobody speaks of gets
/// none: its column would be empty.
void AreaSummary::chooseFigures(Timestamp now)
{
    m_chosenAt = now;
    std::vector<std::pair<TagId, AssetTree::Node>> sampled;
    const std::size_t most
        = std::min(kMostSampled, 1 + kSampled / std::max<std::size_t>(1, m_nodes.size()));
    for (const AssetTree::Node area : m_nodes) {
        Tags tags;
        for (const AssetTree::Node part : partsOf(area))
            sample(m_tree, part, most, tags);
        for (const TagId tag : tags)
            sampled.emplace_back(tag, area);
    }
    Uses uses = usesOf(m_plant, sampled, now);
    m_figures.clear();
    std::set<AssetTree::Node> figured;
    while (m_figures.size() < kFigures && !uses.empty()) {
        const auto chosen = best(uses, figured);
        const auto &[name, title, unit] = chosen->first;
        m_figures.push_back({name, title, unit, chosen->second.decimals, addsUp(unit)});
        figured.insert(chosen->second.areas.begin(), chosen->second.areas.end());
        uses.erase(chosen);
    }
}

/// The names are compared first: they are at hand.
void AreaSummary::takeMembers(AssetTree::Node node, Members &members) const
{
    for (const AssetTree::Node child : m_tree.children(node))
        takeMembers(child, members);
    if (!m_tree.isTag(node))
        return;
    for (std::size_t i = 0; i < m_figures.size(); ++i) {
        const Figure &figure = m_figures[i];
        Tags &tags = members.figures[i];
        if (m_tree.name(node) != figure.name || tags.size() > kMostValues)
            continue;
        const TagInfo info = m_plant.tags->info(m_tree.tag(node));
        if (quantityOf(info) == Quantity {figure.name, figure.title, figure.unit})
            tags.push_back(m_tree.tag(node));
    }
}

std::pair<bool, std::vector<TagId>> AreaSummary::firstFigure(AssetTree::Node area) const
{
    const auto members = m_members.find(area);
    for (std::size_t i = 0; members != m_members.end() && i < m_figures.size(); ++i) {
        const Tags &tags = members->second.figures[i];
        if (!tags.empty() && tags.size() <= kMostValues)
            return {m_figures[i].isSum, tags};
    }
    return {};
}

/// All areas are looked at, so that the worst are among those shown.
void AreaSummary::rank()
{
    m_areas.clear();
    for (const AssetTree::Node node : m_nodes) {
        Area &area = m_areas.emplace_back();
        area.node = node;
        area.alarms = alarmsOf(node);
    }
    std::stable_sort(m_areas.begin(), m_areas.end(), [](const Area &a, const Area &b) {
        return rankOf(a) != rankOf(b) ? rankOf(a) < rankOf(b) : a.alarms.fresh > b.alarms.fresh;
    });
    if (m_areas.size() > kMostAreas)
        m_areas.resize(kMostAreas);
}

AssetStates::Alarms AreaSummary::alarmsOf(AssetTree::Node area) const
{
    AssetStates::Alarms all;
    if (m_assets.states().alarms(area).active == 0)
        return all;
    for (const AssetTree::Node part : partsOf(area)) {
        const AssetStates::Alarms alarms = m_assets.states().alarms(part);
        const bool isFirst = all.priority == 0;
        const bool isWorse
            = alarms.priority < all.priority || (alarms.priority == all.priority && all.fresh == 0);
        if (alarms.priority != 0 && (isFirst || isWorse)) {
            all.priority = alarms.priority;
            all.state = alarms.state;
        }
        all.fresh += alarms.fresh;
        all.active += alarms.active;
    }
    return all;
}

void AreaSummary::fill(Area &area, Timestamp now) const
{
    area.assets = m_tree.isAsset(area.node) ? 1 : 0;
    for (const AssetTree::Node part : partsOf(area.node)) {
        area.assets += m_tree.isAsset(part) ? 1 + m_tree.assetsBelow(part) : 0;
        area.tags += m_tree.tagsBelow(part);
        area.fresh += m_assets.liveness().liveBelow(part);
    }
    const auto members = m_members.find(area.node);
    for (std::size_t i = 0; members != m_members.end() && i < m_figures.size(); ++i) {
        const Tags &tags = members->second.figures[i];
        area.hasTooMany[i] = tags.size() > kMostValues;
        if (!area.hasTooMany[i])
            join(area, i, tags, now);
    }
}

/// Of live values; while there is none, of those whose past is arriving.
void AreaSummary::join(Area &area, std::size_t index, std::span<const TagId> tags,
                       Timestamp now) const
{
    Sum live;
    Sum behind;
    for (const TagId tag : tags) {
        const LiveValues::Value value = m_plant.live->value(tag);
        if (!value.sample.tag.isValid() || value.sample.quality.isBad()
            || !std::isfinite(value.sample.value))
            continue;
        if (!isStale(value, now))
            live.add(value.sample.value);
        else if (m_assets.liveness().isCatchingUp(m_tree.parent(m_tree.leaf(tag))))
            behind.add(value.sample.value);
    }
    area.isBehind[index] = live.count == 0;
    const Sum &sum = live.count > 0 ? live : behind;
    if (sum.count > 0)
        area.figures[index]
            = m_figures[index].isSum ? sum.value : sum.value / static_cast<double>(sum.count);
}

void AreaSummary::nameAreas()
{
    std::vector<AssetTree::Node> nodes;
    for (const Area &area : m_areas)
        nodes.push_back(area.node);
    std::vector<QString> names = areaNames(m_tree, nodes);
    for (std::size_t i = 0; i < m_areas.size(); ++i)
        m_areas[i].name = std::move(names[i]);
}

} // namespace telltale
