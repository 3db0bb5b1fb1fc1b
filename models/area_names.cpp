#include "models/area_names.h"

#include "models/value_text.h"

#include <map>

namespace telltale {
namespace {

using Node = AssetTree::Node;

std::size_t depthOf(const AssetTree &tree, Node node)
{
    std::size_t depth = 0;
    for (; node != AssetTree::kRoot; node = tree.parent(node))
        ++depth;
    return depth;
}

/// Up to the first level that has a name.
std::size_t levelsToName(const AssetTree &tree, Node node)
{
    std::size_t levels = 1;
    while (tree.name(node).empty() && tree.parent(node) != AssetTree::kRoot) {
        node = tree.parent(node);
        ++levels;
    }
    return levels;
}

struct Named
{
    Node node = AssetTree::kRoot;
    std::size_t levels = 1;
    std::size_t depth = 1;
    QString name;
};

/// One more level for all that are called the same; false if nothing can be told apart any more.
bool lengthen(std::vector<Named> &all, const AssetTree &tree)
{
    std::map<QString, std::size_t> times;
    for (const Named &one : all)
        ++times[one.name];
    bool isLonger = false;
    for (Named &one : all) {
        if (times[one.name] == 1 || one.levels >= one.depth)
            continue;
        one.name = pathTail(tree, one.node, ++one.levels);
        isLonger = true;
    }
    return isLonger;
}

} // namespace

QString pathTail(const AssetTree &tree, Node node, std::size_t levels)
{
    QString tail = levelText(tree.name(node));
    for (node = tree.parent(node); levels > 1 && node != AssetTree::kRoot;
         node = tree.parent(node), --levels)
        tail = levelText(tree.name(node)) + QStringLiteral(" › ") + tail;
    return tail;
}

std::vector<QString> areaNames(const AssetTree &tree, std::span<const Node> nodes)
{
    std::vector<Named> all;
    for (const Node node : nodes) {
        const std::size_t levels = levelsToName(tree, node);
        all.push_back({node, levels, depthOf(tree, node), pathTail(tree, node, levels)});
    }
    while (lengthen(all, tree)) { }
    std::vector<QString> names;
    for (Named &one : all)
        names.push_back(std::move(one.name));
    return names;
}

} // namespace telltale
