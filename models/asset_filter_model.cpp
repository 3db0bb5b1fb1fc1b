#include "models/asset_filter_model.h"

#include "models/tag_mime.h"

#include <QMimeData>

#include <algorithm>

namespace telltale {

AssetFilterModel::AssetFilterModel(const AssetTreeModel &assets, QObject *parent)
    : QAbstractItemModel(parent)
    , m_assets(assets)
{ }

void AssetFilterModel::setFilter(const QString &text)
{
    beginResetModel();
    m_text = text.trimmed();
    m_children.clear();
    m_rows.clear();
    const AssetSearch::Found found = m_assets.search().find(m_text.toStdString(), kShown);
    m_found = found.total;
    m_shown = found.tags.size();
    for (const TagId tag : found.tags)
        add(m_assets.tree().leaf(tag));
    sortRows();
    endResetModel();
}

QModelIndex AssetFilterModel::firstMatch() const
{
    QModelIndex at;
    while (rowCount(at) > 0) {
        at = index(0, 0, at);
        const bool isNamedSo = data(at).toString().contains(m_text, Qt::CaseInsensitive);
        if (isNamedSo && data(at, AssetTreeModel::IsAssetRole).toBool())
            return at;
    }
    return at;
}

QModelIndex AssetFilterModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column != 0 || row >= rowCount(parent))
        return {};
    const Node node = m_children.at(nodeOf(parent))[static_cast<std::size_t>(row)];
    return createIndex(row, 0, quintptr {node});
}

QModelIndex AssetFilterModel::parent(const QModelIndex &child) const
{
    if (!child.isValid())
        return {};
    const Node above = m_assets.tree().parent(nodeOf(child));
    return above == AssetTree::kRoot ? QModelIndex()
                                     : createIndex(m_rows.at(above), 0, quintptr {above});
}

int AssetFilterModel::rowCount(const QModelIndex &parent) const
{
    const auto children = m_children.find(nodeOf(parent));
    return children == m_children.end() ? 0 : static_cast<int>(children->second.size());
}

int AssetFilterModel::columnCount(const QModelIndex &parent) const
{
    Q_UNUSED(parent)
    return 1;
}

QVariant AssetFilterModel::data(const QModelIndex &index, int role) const
{
    return index.isValid() ? m_assets.nodeData(nodeOf(index), role) : QVariant();
}

Qt::ItemFlags AssetFilterModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? m_assets.nodeFlags(nodeOf(index)) : Qt::ItemFlags();
}

QStringList AssetFilterModel::mimeTypes() const
{
    return TagMime::types();
}

QMimeData *AssetFilterModel::mimeData(const QModelIndexList &indexes) const
{
    QStringList paths;
    for (const QModelIndex &index : indexes)
        paths << m_assets.draggedTags(nodeOf(index));
    return TagMime::of(paths).release();
}

AssetTree::Node AssetFilterModel::nodeOf(const QModelIndex &index)
{
    return index.isValid() ? static_cast<Node>(index.internalId()) : AssetTree::kRoot;
}

void AssetFilterModel::add(Node leaf)
{
    for (Node node = leaf; node != AssetTree::kRoot && node != AssetTree::kNone;) {
        if (!m_rows.emplace(node, 0).second)
            return; // the way up is there
        const Node above = m_assets.tree().parent(node);
        m_children[above].push_back(node);
        node = above;
    }
}

void AssetFilterModel::sortRows()
{
    for (auto &[parent, children] : m_children) {
        std::sort(children.begin(), children.end(),
                  [this](Node one, Node other) { return m_assets.tree().comesBefore(one, other); });
        for (std::size_t row = 0; row < children.size(); ++row)
            m_rows[children[row]] = static_cast<int>(row);
    }
}

} // namespace telltale
