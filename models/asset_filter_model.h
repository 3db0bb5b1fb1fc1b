#pragma once

#include "models/asset_tree_model.h"

#include <QAbstractItemModel>

#include <unordered_map>
#include <vector>

namespace telltale {

/// The part of an asset tree that leads to the tags a text finds. A model of its own instead of a
/// recursive proxy, which would visit a million nodes at every key.
/// Thread  GUI.
/// Shape   at most kShown tags are shown; found() says how many there are. Tags that come while a
///         filter is set appear with the next change of its text.
class AssetFilterModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    static constexpr std::size_t kShown = 500;

    explicit AssetFilterModel(const AssetTreeModel &assets, QObject *parent = nullptr);

    void setFilter(const QString &text);
    std::size_t found() const { return m_found; }
    std::size_t shown() const { return m_shown; }
    bool isCut() const { return m_shown < m_found; }
    /// The first asset whose own name fits, else the first tag.
    QModelIndex firstMatch() const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;

private:
    using Node = AssetTree::Node;
    static Node nodeOf(const QModelIndex &index);
    void add(Node leaf);
    void sortRows();

    const AssetTreeModel &m_assets;
    QString m_text;
    std::unordered_map<Node, std::vector<Node>> m_children;
    std::unordered_map<Node, int> m_rows;
    std::size_t m_found = 0;
    std::size_t m_shown = 0;
};

} // namespace telltale
