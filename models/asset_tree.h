#pragma once

#include "data/telemetry/tag.h"

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace telltale {

/// The plant's hierarchy as tag paths spell it: a node per level, tags as leaves of the node that
/// owns them. A node that owns tags is an asset. Made for a million tags: about 20 bytes a node,
/// names kept once.
/// Thread  one (GUI).
/// Shape   node 0 is the nameless root; ids are dense and never reused. Children added since the
///         last sort() of their node stand behind the sorted ones: nodes before tags, each by name
///         with numbers in their natural order, levels that start with `$` last.
class AssetTree
{
public:
    using Node = std::uint32_t;
    static constexpr Node kRoot = 0;
    static constexpr Node kNone = 0xFFFFFFFFU;

    AssetTree();

    /// Adds tags with their paths; inner nodes that got their first unsorted child are appended to
    /// `touched`.
    void add(std::span<const std::pair<TagId, std::string>> tags, std::vector<Node> &touched);

    bool isSorted(Node node) const;
    void sort(Node node);

    std::size_t size() const { return m_nodes.size(); }
    Node parent(Node node) const { return m_nodes[node].parent; }
    std::string_view name(Node node) const { return m_names[m_nodes[node].name]; }
    std::uint32_t row(Node node) const { return m_nodes[node].row; }
    TagId tag(Node node) const { return m_nodes[node].tag; }
    bool isTag(Node node) const { return m_nodes[node].tag.isValid(); }
    bool isAsset(Node node) const { return !isTag(node) && inner(node).ownTags > 0; }
    std::span<const Node> children(Node node) const;
    std::uint32_t assetsBelow(Node node) const; ///< itself not counted
    std::uint32_t tagsBelow(Node node) const; ///< of a tag itself: 1
    /// Of the plant: what a level that starts with `$` holds is the program's own.
    std::uint32_t assets() const { return assetsBelow(kRoot); }
    bool isOwn(Node node) const { return name(node).starts_with('$'); }
    std::string path(Node node) const; ///< levels joined by `/`
    /// The inner node of a path, or kNone.
    Node find(std::string_view path) const;
    bool comesBefore(Node one, Node other) const; ///< the order of siblings
    /// The leaf of a tag, or kNone.
    Node leaf(TagId tag) const;

private:
    struct Entry
    {
        Node parent;
        std::uint32_t name;
        std::uint32_t row;
        std::uint32_t inner; ///< index in m_inner; unused for tags
        TagId tag;
    };
    struct Inner
    {
        std::vector<Node> children;
        std::uint32_t assetsBelow = 0;
        std::uint32_t ownTags = 0;
        std::uint32_t tagsBelow = 0; ///< its own, too
        std::uint32_t sorted = 0; ///< children before it are in order
    };

    const Inner &inner(Node node) const { return m_inner[m_nodes[node].inner]; }
    Inner &inner(Node node) { return m_inner[m_nodes[node].inner]; }
    std::uint32_t nameId(std::string_view name);
    Node innerAt(std::string_view path, std::vector<Node> &touched);
    Node innerChild(Node parent, std::string_view name, std::vector<Node> &touched);
    Node append(Node parent, std::string_view name, TagId tag, std::vector<Node> &touched);
    void countAsset(Node node);
    void countTag(Node owner);

    std::vector<Entry> m_nodes;
    std::vector<Inner> m_inner;
    std::deque<std::string> m_names;
    std::unordered_map<std::string_view, std::uint32_t> m_nameIds; ///< keys live in m_names
    std::unordered_map<std::uint64_t, Node> m_innerByName; ///< parent and name
    std::vector<Node> m_leaves; ///< by TagId
};

/// Whether `one` comes before `other` for people: case ignored (ASCII), runs of digits by value.
bool naturalLess(std::string_view one, std::string_view other);

} // namespace telltale
