#pragma once

#include "models/asset_tree.h"

#include <QString>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace telltale {

/// How paths are called where they stand in one list: each by its last level that says something,
/// and by as many of those above as tell it from the others: "Line 1 › oven". Equal paths are
/// called the same.
/// Shape   one name per path, in their order; an empty path has an empty one.
std::vector<QString> pathNames(std::span<const std::string> paths);

/// The same of nodes.
std::vector<QString> areaNames(const AssetTree &tree, std::span<const AssetTree::Node> nodes);

/// The same of assets, each called by assetTitle() where that is enough.
std::vector<QString> assetNames(std::span<const std::string> assets, std::string_view page = {});

} // namespace telltale
