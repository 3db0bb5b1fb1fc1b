#pragma once

#include "models/asset_tree.h"
#include "models/past_arrival.h"
#include "models/plant.h"

#include "data/telemetry/timestamp.h"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace telltale {

class AssetStates;

/// How many assets below each node have no live value, except those whose past is arriving, and how
/// many tags have one. They are looked at a few at a time, round and round at most once a second -
/// at once when the tree has grown -, so that a frame stays short with a million tags.
/// Thread  GUI. step() once a frame.
class AssetLiveness
{
public:
    AssetLiveness(const Plant &plant, const AssetTree &tree, const AssetStates &states);

    void step(Timestamp now);
    /// Itself not counted; 0 until all were looked at.
    std::uint32_t quietBelow(AssetTree::Node node) const;
    /// Tags at or below a node, as far as they were looked at.
    std::uint32_t liveBelow(AssetTree::Node node) const;
    /// Everything that is in the tree was looked at.
    bool isComplete() const { return m_lookedThrough == m_tree.size(); }
    /// Its device sends what it had kept.
    bool isCatchingUp(AssetTree::Node asset) const;

private:
    using Counts = std::unordered_map<AssetTree::Node, std::uint32_t>;

    void lookAtTag(AssetTree::Node leaf, Timestamp now);
    void look(AssetTree::Node asset, Timestamp now);
    void lookAtPast(AssetTree::Node asset, Timestamp now);
    void countAbove(AssetTree::Node node, bool isMore, Counts &counts) const;

    const Plant &m_plant;
    const AssetTree &m_tree;
    const AssetStates &m_states;
    std::vector<bool> m_isQuiet; ///< assets, by node
    std::vector<bool> m_isLive; ///< tags, by node
    Counts m_quietBelow;
    Counts m_liveBelow; ///< not of tags
    std::unordered_map<AssetTree::Node, PastArrival> m_pasts; ///< of those without a live value
    AssetTree::Node m_next = 0;
    Timestamp m_roundBegan {};
    std::size_t m_roundSize = 0; ///< of the tree when it began
    std::size_t m_lookedThrough = 0; ///< m_roundSize of the last whole round; 0: none yet
};

} // namespace telltale
