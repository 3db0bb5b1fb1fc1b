#include "models/asset_states.h"

#include "data/alarms/alarm_board.h"
#include "data/telemetry/live_values.h"
#include "data/telemetry/tag_registry.h"

#include <algorithm>
#include <array>

namespace telltale {
namespace {

bool equalsFolded(std::string_view text, std::string_view lower)
{
    return std::equal(text.begin(), text.end(), lower.begin(), lower.end(), [](char a, char b) {
        return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
    });
}

template <std::size_t N>
bool isAnyOf(std::string_view text, const std::array<std::string_view, N> &lower)
{
    return std::any_of(lower.begin(), lower.end(),
                       [&](std::string_view known) { return equalsFolded(text, known); });
}

bool isStateName(std::string_view name)
{
    static constexpr std::array<std::string_view, 5> kNames {"running", "run", "state", "status",
                                                             "mode"};
    return isAnyOf(name, kNames);
}

/// Words that machines have for what other machines say as on and off; others stay the asset's own.
AssetStates::Condition conditionOf(std::string_view told)
{
    static constexpr std::array<std::string_view, 2> kRunning {"run", "running"};
    static constexpr std::array<std::string_view, 2> kStopped {"stop", "stopped"};
    return isAnyOf(told, kRunning) ? AssetStates::Condition::Running
        : isAnyOf(told, kStopped)  ? AssetStates::Condition::Stopped
                                   : AssetStates::Condition::Told;
}

bool needsMore(const AlarmRow &row, const AssetStates::Alarms &than)
{
    const bool isNew = row.state == AlarmState::Unacked;
    const bool wasNew = than.state == AlarmState::Unacked;
    return row.priority != than.priority ? row.priority < than.priority : isNew && !wasNew;
}

} // namespace

AssetStates::AssetStates(const Plant &plant, const AssetTree &tree)
    : m_plant(plant)
    , m_tree(tree)
{ }

std::vector<AssetTree::Node> AssetStates::refresh()
{
    const std::uint64_t version = m_plant.alarms->version();
    const bool mayHaveHome = m_hasHomeless && m_tree.size() != m_treeSize;
    if (version == m_version && !mayHaveHome)
        return {};
    m_version = version;
    m_treeSize = m_tree.size();
    m_hasHomeless = false;
    Map next;
    const auto snapshot = m_plant.alarms->snapshot();
    for (const AlarmRow &row : snapshot->rows)
        rollUp(row, next);
    std::vector<AssetTree::Node> changed;
    for (const auto &[node, alarms] : next) {
        const auto old = m_alarms.find(node);
        if (old == m_alarms.end() || old->second != alarms)
            changed.push_back(node);
    }
    for (const auto &[node, alarms] : m_alarms) {
        if (!next.contains(node))
            changed.push_back(node);
    }
    m_alarms = std::move(next);
    return changed;
}

AssetStates::Alarms AssetStates::alarms(AssetTree::Node node) const
{
    const auto found = m_alarms.find(node);
    return found == m_alarms.end() ? Alarms {} : found->second;
}

AssetStates::Health AssetStates::health(AssetTree::Node node, Timestamp now) const
{
    std::size_t looked = 0;
    bool hasValue = false;
    bool isFresh = false;
    Health health;
    for (const AssetTree::Node child : m_tree.children(node)) {
        if (!m_tree.isTag(child))
            continue;
        if (++looked > kTagsLookedAt)
            break;
        const LiveValues::Value value = m_plant.live->value(m_tree.tag(child));
        hasValue = hasValue || value.sample.tag.isValid();
        isFresh = isFresh || !isStale(value, now);
        if (!value.sample.tag.isValid() || !isStateName(m_tree.name(child)))
            continue;
        const SampleFlags::Kind kind = value.sample.flags.kind();
        if (kind == SampleFlags::Kind::Boolean) {
            health.condition = value.sample.value != 0.0 ? Condition::Running : Condition::Stopped;
        } else if (const auto *text = std::get_if<std::string>(&value.sample.side);
                   text && kind == SampleFlags::Kind::Text) {
            health.condition = conditionOf(*text);
            health.told = *text;
        }
    }
    if (looked > 0 && !hasValue)
        return {Condition::NoData, {}};
    if (looked > 0 && !isFresh)
        return {Condition::Stale, {}};
    return health;
}

AssetTree::Node AssetStates::nodeOf(const AlarmRow &row) const
{
    if (const TagId tag = m_plant.tags->find(row.tag); tag.isValid()) {
        if (const AssetTree::Node leaf = m_tree.leaf(tag); leaf != AssetTree::kNone)
            return leaf;
    }
    return m_tree.find(row.asset);
}

void AssetStates::rollUp(const AlarmRow &row, Map &into)
{
    const AssetTree::Node home = nodeOf(row);
    if (home == AssetTree::kNone) {
        m_hasHomeless = m_hasHomeless || !row.isSystem;
        return;
    }
    for (AssetTree::Node node = home; node != AssetTree::kNone; node = m_tree.parent(node)) {
        Alarms &alarms = into[node];
        if (alarms.priority == 0 || needsMore(row, alarms)) {
            alarms.priority = row.priority;
            alarms.state = row.state;
        }
        alarms.fresh += needsAcknowledgement(row.state) ? 1 : 0;
        ++alarms.active;
    }
}

} // namespace telltale
