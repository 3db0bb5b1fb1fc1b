#pragma once

#include "models/asset_tree.h"

#include <QString>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace telltale {

class TagRegistry;
struct TagInfo;

/// How assets are called: each by its last level that says something, and by as many of those above
/// as tell it from all others of the plant, shown or not: "Line 1 › oven". So it has one name in
/// banner, lists, tiles, tabs and reports, which changes only where the plant grows. Equal paths
/// are called the same.
/// Shape   one name per path, in their order; an empty path has an empty one.
std::vector<QString> pathNames(const TagRegistry &tags, std::span<const std::string> paths);
QString pathName(const TagRegistry &tags, const std::string &path);

/// Its name, and what it stands in where the name does not say that already: "P-203 · Pump station
/// 2", but "Line 1 › oven".
QString placeName(const TagRegistry &tags, const std::string &asset);

/// The same as pathNames() of areas, which are told from one another.
std::vector<QString> areaNames(std::span<const std::string> areas);
std::vector<QString> areaNames(const AssetTree &tree, std::span<const AssetTree::Node> nodes);

/// The same of assets, each called by assetTitle() where that is enough.
std::vector<QString> assetNames(const TagRegistry &tags, std::span<const std::string> assets,
                                std::string_view page = {});
QString assetName(const TagRegistry &tags, const std::string &asset, std::string_view page = {});

/// A tag with its asset: "Pump P-203 · bearing temperature".
QString tagName(const TagRegistry &tags, const TagInfo &info);

} // namespace telltale
