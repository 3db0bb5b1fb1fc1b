#include "models/area_names.h"

#include "models/value_text.h"

#include "data/telemetry/tag_registry.h"

#include <algorithm>
#include <map>

namespace telltale {
namespace {

/// A path as it is called so far.
struct Named
{
    std::string_view left; ///< what its name does not say
    bool isWhole = false; ///< nothing is left
    QString name;
};

/// What stands before `said`, which `path` ends with.
Named nameOf(std::string_view path, std::string_view said, const QString &name)
{
    const bool isWhole = said.size() == path.size();
    return {isWhole ? std::string_view() : path.substr(0, path.size() - said.size() - 1), isWhole,
            name};
}

void addLevel(Named &named)
{
    const auto slash = named.left.rfind('/');
    const bool isTop = slash == std::string_view::npos;
    const std::string_view level = isTop ? named.left : named.left.substr(slash + 1);
    const QString name = levelText(level) + QStringLiteral(" › ") + named.name;
    named = nameOf(named.left, level, name);
}

/// By the first level that has a name.
Named nameByLevel(std::string_view path)
{
    std::string_view level = path.substr(path.rfind('/') + 1);
    Named named = nameOf(path, level, levelText(level));
    while (level.empty() && !named.isWhole) {
        level = named.left.substr(named.left.rfind('/') + 1);
        addLevel(named);
    }
    return named;
}

/// One more level for all that are called the same; false if nothing can be told apart any more.
bool lengthen(std::map<std::string_view, Named> &all)
{
    std::map<QString, std::size_t> times;
    for (const auto &[path, named] : all)
        ++times[named.name];
    bool isLonger = false;
    for (auto &[path, named] : all) {
        if (times[named.name] == 1 || named.isWhole)
            continue;
        addLevel(named);
        isLonger = true;
    }
    return isLonger;
}

/// What of `path` the name of it says.
std::string_view saidOf(std::string_view path, const Named &named)
{
    return named.isWhole ? path : path.substr(named.left.size() + 1);
}

/// By more levels, until no other asset of the plant is called so.
Named nameInPlant(const TagRegistry &tags, std::string_view path, Named named)
{
    while (!named.isWhole && tags.assetsEndingWith(saidOf(path, named)) > 1)
        addLevel(named);
    return named;
}

Named nameByTitle(std::string_view asset, std::string_view page)
{
    const std::string_view above = asset.size() > page.size() ? page : std::string_view();
    return nameOf(asset, titledLevels(asset, above), assetTitle(asset, above));
}

template <typename NameOne>
std::vector<QString> namesOf(std::span<const std::string> paths, NameOne nameOne)
{
    std::map<std::string_view, Named> all;
    for (const std::string &path : paths) {
        if (!path.empty() && !all.contains(path))
            all.emplace(path, nameOne(path));
    }
    while (lengthen(all)) { } // those of areas, and what reads the same
    std::vector<QString> names;
    for (const std::string &path : paths)
        names.push_back(path.empty() ? QString() : all.at(path).name);
    return names;
}

} // namespace

std::vector<QString> pathNames(const TagRegistry &tags, std::span<const std::string> paths)
{
    return namesOf(paths, [&tags](std::string_view path) {
        return nameInPlant(tags, path, nameByLevel(path));
    });
}

QString pathName(const TagRegistry &tags, const std::string &path)
{
    return pathNames(tags, {&path, 1}).front();
}

QString placeName(const TagRegistry &tags, const std::string &asset)
{
    if (asset.empty())
        return {};
    const Named named = nameInPlant(tags, asset, nameByLevel(asset));
    if (named.isWhole || saidOf(asset, named).find('/') != std::string_view::npos)
        return named.name;
    return named.name + QStringLiteral(" · ")
        + levelText(named.left.substr(named.left.rfind('/') + 1));
}

std::vector<QString> areaNames(std::span<const std::string> areas)
{
    return namesOf(areas, nameByLevel);
}

std::vector<QString> areaNames(const AssetTree &tree, std::span<const AssetTree::Node> nodes)
{
    std::vector<std::string> paths;
    for (const AssetTree::Node node : nodes)
        paths.push_back(tree.path(node));
    std::vector<QString> names = areaNames(paths);
    std::replace(names.begin(), names.end(), QString(), levelText({})); // a top level without one
    return names;
}

std::vector<QString> assetNames(const TagRegistry &tags, std::span<const std::string> assets,
                                std::string_view page)
{
    return namesOf(assets, [&tags, page](std::string_view asset) {
        return nameInPlant(tags, asset, nameByTitle(asset, page));
    });
}

QString assetName(const TagRegistry &tags, const std::string &asset, std::string_view page)
{
    return assetNames(tags, {&asset, 1}, page).front();
}

QString tagName(const TagRegistry &tags, const TagInfo &info)
{
    const std::string asset = assetPath(info.path);
    return asset.empty() ? tagTitle(info)
                         : assetName(tags, asset) + QStringLiteral(" · ") + tagTitle(info);
}

} // namespace telltale
