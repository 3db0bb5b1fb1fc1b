#include "models/asset_liveness.h"

#include "models/asset_states.h"

#include "data/telemetry/live_values.h"

#include <QElapsedTimer>

#include <algorithm>

namespace telltale {
namespace {

using namespace std::chrono_literals;

constexpr auto kRound = 1s;
constexpr auto kBudget = 1ms;
constexpr std::size_t kBetweenLooks = 64; ///< nodes, between two looks at the time

} // namespace

AssetLiveness::AssetLiveness(const Plant &plant, const AssetTree &tree, const AssetStates &states)
    : m_plant(plant)
    , m_tree(tree)
    , m_states(states)
{ }

void AssetLiveness::step(Timestamp now)
{
    if (m_next == 0) {
        if (isComplete() && now - m_roundBegan < kRound && now >= m_roundBegan)
            return;
        m_roundBegan = now;
        m_roundSize = m_tree.size();
    }
    m_isLive.resize(m_tree.size());
    m_isQuiet.resize(m_tree.size()); // what came meanwhile is looked at in this round, too
    QElapsedTimer timer;
    timer.start();
    while (std::chrono::nanoseconds(timer.nsecsElapsed()) < kBudget) {
        const std::size_t end = std::min(m_isQuiet.size(), m_next + kBetweenLooks);
        for (; m_next < end; ++m_next) {
            if (m_tree.isTag(m_next))
                lookAtTag(m_next, now);
            else if (m_tree.isAsset(m_next))
                look(m_next, now);
        }
        if (m_next < m_isQuiet.size())
            continue;
        m_next = 0;
        m_lookedThrough = m_roundSize;
        return;
    }
}

void AssetLiveness::lookAtTag(AssetTree::Node leaf, Timestamp now)
{
    const bool isLive = !isStale(m_plant.live->value(m_tree.tag(leaf)), now);
    if (isLive == m_isLive[leaf])
        return;
    m_isLive[leaf] = isLive;
    countAbove(leaf, isLive, m_liveBelow);
}

void AssetLiveness::look(AssetTree::Node asset, Timestamp now)
{
    using Condition = AssetStates::Condition;
    const Condition condition = m_states.health(asset, now).condition;
    if (condition == Condition::Stale)
        lookAtPast(asset, now);
    else
        m_pasts.erase(asset);
    const bool isQuiet
        = condition == Condition::NoData || (condition == Condition::Stale && !isCatchingUp(asset));
    if (isQuiet == m_isQuiet[asset])
        return;
    m_isQuiet[asset] = isQuiet;
    countAbove(asset, isQuiet, m_quietBelow);
}

/// One more or one less for all nodes that `node` is below of.
void AssetLiveness::countAbove(AssetTree::Node node, bool isMore, Counts &counts) const
{
    for (AssetTree::Node above = m_tree.parent(node); above != AssetTree::kNone;
         above = m_tree.parent(above)) {
        std::uint32_t &count = counts[above];
        count = isMore ? count + 1 : count - 1;
    }
}

/// By the tag that was heard last.
void AssetLiveness::lookAtPast(AssetTree::Node asset, Timestamp now)
{
    LiveValues::Value last;
    std::size_t looked = 0;
    for (const AssetTree::Node child : m_tree.children(asset)) {
        if (!m_tree.isTag(child))
            continue;
        if (++looked > AssetStates::kTagsLookedAt)
            break;
        const LiveValues::Value value = m_plant.live->value(m_tree.tag(child));
        if (value.sample.tag.isValid() && !value.fromHistory && value.arrival >= last.arrival)
            last = value;
    }
    m_pasts[asset].look(last, now);
}

bool AssetLiveness::isCatchingUp(AssetTree::Node asset) const
{
    const auto past = m_pasts.find(asset);
    return past != m_pasts.end() && past->second.isUnderWay();
}

std::uint32_t AssetLiveness::quietBelow(AssetTree::Node node) const
{
    const auto found = m_quietBelow.find(node);
    return m_lookedThrough == 0 || found == m_quietBelow.end() ? 0 : found->second;
}

std::uint32_t AssetLiveness::liveBelow(AssetTree::Node node) const
{
    if (m_tree.isTag(node))
        return node < m_isLive.size() && m_isLive[node] ? 1 : 0;
    const auto found = m_liveBelow.find(node);
    return found == m_liveBelow.end() ? 0 : found->second;
}

} // namespace telltale
