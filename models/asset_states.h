#pragma once

#include "models/asset_tree.h"
#include "models/plant.h"

#include "data/alarms/alarm_types.h"
#include "data/telemetry/timestamp.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace telltale {

/// What the nodes of an AssetTree have to tell: alarms rolled up from below, and how an asset is.
/// Thread  GUI.
class AssetStates
{
public:
    static constexpr std::size_t kTagsLookedAt = 32; ///< of an asset
    /// Alarms at or below a node that are in the alarm list.
    struct Alarms
    {
        int priority = 0; ///< the highest among them; 0: none
        AlarmState state = AlarmState::Normal; ///< of the one that needs attention most
        std::uint32_t fresh = 0; ///< not acknowledged, returned ones too
        std::uint32_t active = 0; ///< all of them
        bool operator==(const Alarms &) const = default;
    };
    enum class Condition { Unknown, NoData, Stale, CatchingUp, Stopped, Running, Told };
    struct Health
    {
        Condition condition = Condition::Unknown;
        std::string told; ///< the asset's own word, UTF-8; empty: it has none
    };

    AssetStates(const Plant &plant, const AssetTree &tree);

    /// Takes the newest alarms over; the nodes whose alarms changed.
    std::vector<AssetTree::Node> refresh();
    Alarms alarms(AssetTree::Node node) const;
    /// How an asset is, from its own tags; asked for what is visible only.
    Health health(AssetTree::Node node, Timestamp now) const;

private:
    using Map = std::unordered_map<AssetTree::Node, Alarms>;
    AssetTree::Node nodeOf(const AlarmRow &row) const;
    void rollUp(const AlarmRow &row, Map &into);

    const Plant &m_plant;
    const AssetTree &m_tree;
    Map m_alarms;
    std::uint64_t m_version = 0;
    std::size_t m_treeSize = 0;
    bool m_hasHomeless = false; ///< an alarm's asset is not in the tree yet
};

} // namespace telltale
