#pragma once

#include "models/asset_liveness.h"
#include "models/asset_search.h"
#include "models/asset_states.h"
#include "models/asset_tree.h"
#include "models/plant.h"

#include <QAbstractItemModel>
#include <QLocale>

#include <unordered_map>

namespace telltale {

/// The asset tree of a plant as views see it. Children of a node appear when it is opened for the
/// first time; what comes later is inserted in one block per node and frame.
/// Thread  GUI. sync() once a frame; it costs two comparisons when nothing changed.
class AssetTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role {
        PathRole = Qt::UserRole + 1, ///< of the node or the tag
        IsTagRole,
        IsAssetRole,
        AssetsRole, ///< how many lie below
        QuietRole, ///< how many of these have no live value
        PriorityRole, ///< of the alarms at or below; 0: none
        AlarmStateRole,
        FreshRole, ///< unacknowledged alarms
        ActiveRole,
        ConditionRole, ///< AssetStates::Condition of an asset
        ToldRole, ///< the asset's own word for it
        ValueRole, ///< of a tag: value and unit
        StaleRole ///< of a tag: the value is not live any more
    };

    explicit AssetTreeModel(const Plant &plant, QObject *parent = nullptr);

    const AssetTree &tree() const { return m_tree; }
    const AssetSearch &search() const { return m_search; }
    const AssetStates &states() const { return m_states; }
    const AssetLiveness &liveness() const { return m_liveness; }
    QModelIndex indexOf(AssetTree::Node node) const; ///< opens what is above it
    AssetTree::Node nodeOf(const QModelIndex &index) const;
    QVariant nodeData(AssetTree::Node node, int role) const;
    QString spoken(AssetTree::Node node) const;
    /// Tags can be dragged, and assets, which stand for the most interesting of their tags.
    Qt::ItemFlags nodeFlags(AssetTree::Node node) const;
    QStringList draggedTags(AssetTree::Node node) const; ///< paths
    bool hasAllTags() const; ///< the tree holds every tag the plant has
    /// Has all tags, and knows of each asset whether it is live.
    bool isComplete() const { return hasAllTags() && m_liveness.isComplete(); }

    /// Takes new tags over, at most for `budget`, and alarms that changed. True if tags are left.
    bool sync(Timestamp now, std::chrono::microseconds budget = kBudget);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;

Q_SIGNALS:
    void grown(); ///< tags were added

private:
    static constexpr std::chrono::microseconds kBudget {6000};
    static constexpr std::size_t kMostLooked = 400; ///< tags of an asset that is dragged
    static constexpr qsizetype kMostDragged = 5; ///< of them

    void takeTags(std::chrono::microseconds budget);
    void show(AssetTree::Node node);
    void sort(AssetTree::Node node);
    void announceAlarms();
    QModelIndex shownIndex(AssetTree::Node node) const; ///< invalid if it is not shown yet
    std::string pathOf(AssetTree::Node node) const;
    QString nameOf(AssetTree::Node node) const;
    QString valueOf(AssetTree::Node node) const;
    AssetStates::Condition conditionOf(AssetTree::Node node) const;
    bool isStaleTag(AssetTree::Node node) const;

    const Plant &m_plant;
    QLocale m_locale;
    AssetTree m_tree;
    AssetSearch m_search;
    AssetStates m_states;
    AssetLiveness m_liveness;
    std::unordered_map<AssetTree::Node, int> m_shown; ///< rows shown of opened nodes
    std::uint32_t m_taken = 0; ///< tags of the registry that are in the tree
    Timestamp m_now {};
};

} // namespace telltale
