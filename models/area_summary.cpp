#include "models/area_summary.h"

#include "models/value_text.h"

#include "data/telemetry/live_values.h"
#include "data/telemetry/tag_registry.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

namespace telltale {
namespace {

/// Units whose quantities add up over an area.
bool addsUp(std::string_view unit)
{
    static constexpr std::array<std::string_view, 10> kSums {"W", "kW",   "MW",  "kWh",   "MWh",
                                                             "A", "m³/h", "l/s", "l/min", "kg/h"};
    return std::find(kSums.begin(), kSums.end(), unit) != kSums.end();
}

/// Tags of one name and unit: only these may be joined to one figure.
using Quantity = std::pair<QString, std::string>;

struct Use
{
    std::set<AssetTree::Node> areas;
    std::size_t tags = 0;
    int decimals = -1;
};

Quantity quantityOf(const TagInfo &info)
{
    return {tagTitle(info), info.unit};
}

} // namespace

AreaSummary::AreaSummary(const Plant &plant, const AssetTree &tree, const AssetStates &states)
    : m_plant(plant)
    , m_tree(tree)
    , m_states(states)
{ }

const std::vector<AreaSummary::Area> &AreaSummary::refresh(Timestamp now)
{
    if (m_treeSize != m_tree.size() || m_revision != m_plant.tags->revision()) {
        m_treeSize = m_tree.size();
        m_revision = m_plant.tags->revision();
        collect();
    }
    m_areas.clear();
    for (const Members &members : m_members)
        m_areas.push_back(summarize(members, now));
    const auto rank
        = [](const Area &area) { return area.alarms.priority == 0 ? 5 : area.alarms.priority; };
    std::stable_sort(m_areas.begin(), m_areas.end(), [&](const Area &a, const Area &b) {
        return rank(a) != rank(b) ? rank(a) < rank(b) : a.alarms.fresh > b.alarms.fresh;
    });
    return m_areas;
}

void AreaSummary::collect()
{
    m_members.clear();
    collectBelow(AssetTree::kRoot);
    chooseFigures();
}

void AreaSummary::collectBelow(AssetTree::Node node)
{
    const bool isRoot = node == AssetTree::kRoot;
    bool isArea = !isRoot && m_tree.isAsset(node);
    for (const AssetTree::Node child : m_tree.children(node)) {
        if (m_members.size() >= kAreas || m_tree.isTag(child) || m_tree.isOwn(child))
            continue;
        isArea = isArea || m_tree.isAsset(child);
        if (isRoot || !m_tree.isAsset(child))
            collectBelow(child);
    }
    if (!isArea || isRoot)
        return;
    Members members;
    members.node = node;
    for (const AssetTree::Node part : partsOf(node))
        gather(part, members.tags);
    m_members.push_back(std::move(members));
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

void AreaSummary::gather(AssetTree::Node node, std::vector<TagId> &tags) const
{
    if (m_tree.isTag(node))
        return tags.push_back(m_tree.tag(node));
    for (const AssetTree::Node child : m_tree.children(node)) {
        if (tags.size() >= kTagsPerArea)
            return;
        gather(child, tags);
    }
}

void AreaSummary::chooseFigures()
{
    std::map<Quantity, Use> uses;
    for (const Members &members : m_members) {
        for (const TagId tag : members.tags) {
            const TagInfo info = m_plant.tags->info(tag);
            if (info.unit.empty())
                continue;
            Use &use = uses[quantityOf(info)];
            use.areas.insert(members.node);
            ++use.tags;
            use.decimals = std::max(use.decimals, info.decimals);
        }
    }
    std::vector<std::pair<Quantity, Use>> order(uses.begin(), uses.end());
    std::stable_sort(order.begin(), order.end(), [](const auto &a, const auto &b) {
        return a.second.areas.size() != b.second.areas.size()
            ? a.second.areas.size() > b.second.areas.size()
            : a.second.tags > b.second.tags;
    });
    if (order.size() > kFigures) // not resize(): GCC 12 sees its growing overflow when optimizing
        order.erase(order.begin() + static_cast<std::ptrdiff_t>(kFigures), order.end());
    m_figures.clear();
    for (const auto &[quantity, use] : order)
        m_figures.push_back(
            {quantity.first, quantity.second, use.decimals, addsUp(quantity.second)});
    for (Members &members : m_members) {
        for (const TagId tag : members.tags) {
            const Quantity quantity = quantityOf(m_plant.tags->info(tag));
            for (std::size_t i = 0; i < m_figures.size(); ++i) {
                if (quantity == Quantity {m_figures[i].title, m_figures[i].unit})
                    members.figures[i].push_back(tag);
            }
        }
    }
}

std::pair<bool, std::vector<TagId>> AreaSummary::firstFigure(AssetTree::Node area) const
{
    for (const Members &members : m_members) {
        for (std::size_t i = 0; members.node == area && i < m_figures.size(); ++i) {
            if (!members.figures[i].empty())
                return {m_figures[i].isSum, members.figures[i]};
        }
    }
    return {};
}

AreaSummary::Area AreaSummary::summarize(const Members &members, Timestamp now) const
{
    Area area;
    area.node = members.node;
    area.name = levelText(m_tree.name(members.node));
    area.assets = m_tree.isAsset(members.node) ? 1 : 0;
    for (const AssetTree::Node part : partsOf(members.node)) {
        area.assets += m_tree.isAsset(part) ? 1 + m_tree.assetsBelow(part) : 0;
        const AssetStates::Alarms alarms = m_states.alarms(part);
        const bool isFirst = area.alarms.priority == 0;
        const bool isWorse = alarms.priority < area.alarms.priority
            || (alarms.priority == area.alarms.priority && area.alarms.fresh == 0);
        if (alarms.priority != 0 && (isFirst || isWorse)) {
            area.alarms.priority = alarms.priority;
            area.alarms.state = alarms.state;
        }
        area.alarms.fresh += alarms.fresh;
        area.alarms.active += alarms.active;
    }
    area.tags = members.tags.size();
    for (const TagId tag : members.tags)
        area.fresh += isStale(m_plant.live->value(tag), now) ? 0 : 1;
    for (std::size_t i = 0; i < m_figures.size(); ++i) {
        double sum = 0.0;
        std::size_t count = 0;
        for (const TagId tag : members.figures[i]) {
            const LiveValues::Value value = m_plant.live->value(tag);
            if (isStale(value, now) || value.sample.quality.isBad()
                || !std::isfinite(value.sample.value))
                continue;
            sum += value.sample.value;
            ++count;
        }
        if (count > 0)
            area.figures[i] = m_figures[i].isSum ? sum : sum / static_cast<double>(count);
    }
    return area;
}

} // namespace telltale
