#pragma once

#include "models/asset_states.h"
#include "models/asset_tree.h"
#include "models/plant.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace telltale {

/// The areas of a plant - nodes right above assets, and assets that lie in none - with what is
/// known of each, worst first. What lies in an area within another is that one's alone.
/// Thread  GUI.
class AreaSummary
{
public:
    static constexpr std::size_t kFigures = 2;
    struct Area
    {
        AssetTree::Node node = AssetTree::kNone;
        QString name;
        std::uint32_t assets = 0;
        std::size_t tags = 0; ///< looked at, at most kTagsPerArea
        std::size_t fresh = 0; ///< of them, with a live value
        AssetStates::Alarms alarms;
        std::optional<double> figures[kFigures];
    };
    /// A quantity that areas have in common - tags of one name and unit - and how they are joined.
    struct Figure
    {
        QString title;
        std::string unit;
        int decimals = -1;
        bool isSum = false; ///< else the mean
    };

    AreaSummary(const Plant &plant, const AssetTree &tree, const AssetStates &states);

    /// At `now`; nodes are looked for again only when there are new tags.
    const std::vector<Area> &refresh(Timestamp now);
    const std::vector<Area> &areas() const { return m_areas; } ///< of the last refresh()
    const std::vector<Figure> &figures() const { return m_figures; }
    /// Whether the first figure an area has is a sum, and its tags; none if it has no figure.
    std::pair<bool, std::vector<TagId>> firstFigure(AssetTree::Node area) const;

private:
    static constexpr std::size_t kAreas = 200;
    static constexpr std::size_t kTagsPerArea = 500;
    struct Members
    {
        AssetTree::Node node = AssetTree::kNone;
        std::vector<TagId> tags;
        std::vector<TagId> figures[kFigures];
    };

    void collect();
    void collectBelow(AssetTree::Node node);
    void gather(AssetTree::Node node, std::vector<TagId> &tags) const;
    std::vector<AssetTree::Node> partsOf(AssetTree::Node area) const;
    void chooseFigures();
    Area summarize(const Members &members, Timestamp now) const;

    const Plant &m_plant;
    const AssetTree &m_tree;
    const AssetStates &m_states;
    std::size_t m_treeSize = 0;
    std::uint64_t m_revision = 0;
    std::vector<Members> m_members;
    std::vector<Figure> m_figures;
    std::vector<Area> m_areas;
};

} // namespace telltale
