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

/// How many assets below each node have no live value, except those whose past is arriving. Assets
/// are looked at a few at a time, round
/// and round at most once a second, so that a frame stays short with a million tags.
/// Thread  GUI. step() once a frame.
class AssetLiveness
{
public:
    AssetLiveness(const Plant &plant, const AssetTree &tree, const AssetStates &states);

    void step(Timestamp now);
    /// Itself not counted; 0 until all were looked at.
    std::uint32_t quietBelow(AssetTree::Node node) const;
    /// Its device sends what it had kept.
    bool isCatchingUp(AssetTree::Node asset) const;

private:
    void look(AssetTree::Node asset, Timestamp now);
    void lookAtPast(AssetTree::Node asset, Timestamp now);

    const Plant &m_plant;
    const AssetTree &m_tree;
    const AssetStates &m_states;
    std::vector<bool> m_isQuiet; ///< by node
    std::unordered_map<AssetTree::Node, std::uint32_t> m_quietBelow;
    std::unordered_map<AssetTree::Node, PastArrival> m_pasts; ///< of those without a live value
    AssetTree::Node m_next = 0;
    Timestamp m_roundBegan {};
    bool m_hasLooked = false;
};

} // namespace telltale
