#pragma once

#include "models/asset_tree.h"

#include <QString>

#include <span>
#include <vector>

namespace telltale {

/// How nodes are called where they stand in one list: each by its last level, and by as many of
/// those above as tell it from the others and say something: "Site 1 › pumps".
/// Shape   one name per node, in their order.
std::vector<QString> areaNames(const AssetTree &tree, std::span<const AssetTree::Node> nodes);

/// The last `levels` levels of a path: "Site 1 › pumps"; an empty one has a word.
QString pathTail(const AssetTree &tree, AssetTree::Node node, std::size_t levels);

} // namespace telltale
