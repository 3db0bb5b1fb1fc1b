#pragma once

#include "models/asset_states.h"
#include "models/asset_tree.h"
#include "models/plant.h"

#include <QString>

#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace telltale {

class AssetTreeModel;

/// The areas of a plant - nodes right above assets, and assets that lie in none - with what is
/// known of each, worst first. What lies in an area within another is that one's alone.
/// Thread  GUI.
class AreaSummary
{
public:
    static constexpr std::size_t kFigures = 2;
    static constexpr std::size_t kMostAreas = 200; ///< the worst ones
    static constexpr std::size_t kMostValues = 500; ///< that are joined to a figure
    struct Area
    {
        AssetTree::Node node = AssetTree::kNone;
        QString name; ///< with what of its path tells it from the others
        std::uint32_t assets = 0;
        std::uint32_t tags = 0;
        std::uint32_t fresh = 0; ///< of them, with a live value
        AssetStates::Alarms alarms;
        std::optional<double> figures[kFigures];
        bool isBehind[kFigures] = {}; ///< the figure is of a past that is arriving
        bool hasTooMany[kFigures] = {}; ///< more values than kMostValues: no figure
    };
    /// A quantity that areas have in common - tags of one name, title and unit - and how they are
    /// joined.
    struct Figure
    {
        std::string name; ///< last level of the tags
        QString title;
        std::string unit;
        int decimals = -1;
        bool isSum = false; ///< else the mean
        bool operator==(const Figure &) const = default;
    };

    AreaSummary(const Plant &plant, const AssetTreeModel &assets);

    /// At `now`; nodes are looked for again only when there are new tags, figures also while one
    /// says nothing of any area.
    const std::vector<Area> &refresh(Timestamp now);
    const std::vector<Area> &areas() const { return m_areas; } ///< of the last refresh()
    std::size_t count() const { return m_nodes.size(); } ///< all areas there are
    const std::vector<Figure> &figures() const { return m_figures; }
    /// Whether the first figure an area has is a sum, and its tags; none if it has no figure.
    std::pair<bool, std::vector<TagId>> firstFigure(AssetTree::Node area) const;

private:
    using Tags = std::vector<TagId>;
    struct Members
    {
        Tags figures[kFigures]; ///< one too many at most
    };

    void collect(Timestamp now);
    void collectMembers();
    void collectBelow(AssetTree::Node node);
    std::vector<AssetTree::Node> partsOf(AssetTree::Node area) const;
    void chooseFigures(Timestamp now);
    void chooseAgain(Timestamp now);
    bool isFilled() const;
    void takeMembers(AssetTree::Node node, Members &members) const;
    void rank();
    AssetStates::Alarms alarmsOf(AssetTree::Node area) const;
    void fill(Area &area, Timestamp now) const;
    void join(Area &area, std::size_t index, std::span<const TagId> tags, Timestamp now) const;
    void nameAreas();

    const Plant &m_plant;
    const AssetTreeModel &m_assets;
    const AssetTree &m_tree;
    std::size_t m_treeSize = 0;
    std::uint64_t m_revision = 0;
    std::vector<AssetTree::Node> m_nodes; ///< of all areas
    std::unordered_map<AssetTree::Node, Members> m_members;
    std::vector<Figure> m_figures;
    Timestamp m_chosenAt {};
    Timestamp m_collectedAt {};
    std::vector<Area> m_areas;
};

} // namespace telltale
