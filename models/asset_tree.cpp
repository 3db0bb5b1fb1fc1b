#include "models/asset_tree.h"

#include <algorithm>

namespace telltale {
namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

char folded(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// The run of digits at the front, without leading zeros; `text` is moved behind it.
std::string_view takeDigits(std::string_view &text)
{
    std::size_t end = 0;
    while (end < text.size() && isDigit(text[end]))
        ++end;
    std::string_view digits = text.substr(0, end);
    text.remove_prefix(end);
    while (digits.size() > 1 && digits.front() == '0')
        digits.remove_prefix(1);
    return digits;
}

std::uint64_t key(AssetTree::Node parent, std::uint32_t name)
{
    return (std::uint64_t {parent} << 32U) | name;
}

} // namespace

bool naturalLess(std::string_view one, std::string_view other)
{
    std::string_view a = one;
    std::string_view b = other;
    while (!a.empty() && !b.empty()) {
        if (isDigit(a.front()) && isDigit(b.front())) {
            const std::string_view x = takeDigits(a);
            const std::string_view y = takeDigits(b);
            if (x.size() != y.size())
                return x.size() < y.size();
            if (x != y)
                return x < y;
            continue;
        }
        const auto x = static_cast<unsigned char>(folded(a.front()));
        const auto y = static_cast<unsigned char>(folded(b.front()));
        if (x != y)
            return x < y;
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    if (a.empty() != b.empty())
        return a.empty();
    return one < other;
}

AssetTree::AssetTree()
{
    m_inner.emplace_back();
    m_nodes.push_back({kNone, nameId({}), 0, 0, {}});
}

void AssetTree::add(std::span<const std::pair<TagId, std::string>> tags, std::vector<Node> &touched)
{
    std::string lastPrefix;
    Node lastOwner = kRoot;
    for (const auto &[tag, path] : tags) {
        const std::size_t slash = path.rfind('/');
        const std::string_view whole = path;
        const std::string_view prefix
            = slash == std::string::npos ? std::string_view() : whole.substr(0, slash);
        const std::string_view last = slash == std::string::npos ? whole : whole.substr(slash + 1);
        Node owner = kRoot;
        if (slash != std::string::npos) {
            const bool isSameOwner = lastOwner != kRoot && prefix == lastPrefix;
            owner = isSameOwner ? lastOwner : innerAt(prefix, touched);
            lastPrefix = prefix;
            lastOwner = owner;
        }
        const Node node = append(owner, last, tag, touched);
        if (m_leaves.size() <= tag.value)
            m_leaves.resize(std::max<std::size_t>(tag.value + 1U, m_leaves.size() * 2), kNone);
        m_leaves[tag.value] = node;
        countTag(owner);
        if (inner(owner).ownTags++ == 0 && owner != kRoot)
            countAsset(owner);
    }
}

bool AssetTree::isSorted(Node node) const
{
    const Inner &own = inner(node);
    const auto from
        = own.children.begin() + std::max<std::ptrdiff_t>(0, std::ptrdiff_t {own.sorted} - 1);
    return std::is_sorted(from, own.children.end(),
                          [this](Node one, Node other) { return comesBefore(one, other); });
}

void AssetTree::sort(Node node)
{
    Inner &own = inner(node);
    const auto less = [this](Node one, Node other) { return comesBefore(one, other); };
    const auto middle = own.children.begin() + std::ptrdiff_t {own.sorted};
    std::sort(middle, own.children.end(), less);
    std::inplace_merge(own.children.begin(), middle, own.children.end(), less);
    own.sorted = static_cast<std::uint32_t>(own.children.size());
    for (std::uint32_t row = 0; row < own.sorted; ++row)
        m_nodes[own.children[row]].row = row;
}

std::span<const AssetTree::Node> AssetTree::children(Node node) const
{
    return isTag(node) ? std::span<const Node>() : std::span<const Node>(inner(node).children);
}

std::uint32_t AssetTree::assetsBelow(Node node) const
{
    return isTag(node) ? 0 : inner(node).assetsBelow;
}

std::uint32_t AssetTree::tagsBelow(Node node) const
{
    return isTag(node) ? 1 : inner(node).tagsBelow;
}

std::string AssetTree::path(Node node) const
{
    if (node == kRoot)
        return {};
    std::string path(name(node));
    for (Node at = parent(node); at != kRoot; at = parent(at))
        path = std::string(name(at)) + '/' + path;
    return path;
}

AssetTree::Node AssetTree::find(std::string_view path) const
{
    Node node = kRoot;
    for (std::size_t from = 0; from <= path.size();) {
        const std::size_t to = std::min(path.find('/', from), path.size());
        const auto name = m_nameIds.find(path.substr(from, to - from));
        if (name == m_nameIds.end())
            return kNone;
        const auto found = m_innerByName.find(key(node, name->second));
        if (found == m_innerByName.end())
            return kNone;
        node = found->second;
        from = to + 1;
    }
    return node;
}

AssetTree::Node AssetTree::leaf(TagId tag) const
{
    return tag.value < m_leaves.size() ? m_leaves[tag.value] : kNone;
}

std::uint32_t AssetTree::nameId(std::string_view name)
{
    if (const auto found = m_nameIds.find(name); found != m_nameIds.end())
        return found->second;
    const auto id = static_cast<std::uint32_t>(m_names.size());
    m_nameIds.emplace(m_names.emplace_back(name), id);
    return id;
}

AssetTree::Node AssetTree::innerChild(Node parent, std::string_view name,
                                      std::vector<Node> &touched)
{
    const std::uint32_t id = nameId(name);
    if (const auto found = m_innerByName.find(key(parent, id)); found != m_innerByName.end())
        return found->second;
    const Node node = append(parent, name, {}, touched);
    m_innerByName.emplace(key(parent, id), node);
    return node;
}

AssetTree::Node AssetTree::innerAt(std::string_view path, std::vector<Node> &touched)
{
    Node node = kRoot;
    for (std::size_t from = 0; from <= path.size();) {
        const std::size_t to = std::min(path.find('/', from), path.size());
        node = innerChild(node, path.substr(from, to - from), touched);
        from = to + 1;
    }
    return node;
}

AssetTree::Node AssetTree::append(Node parent, std::string_view name, TagId tag,
                                  std::vector<Node> &touched)
{
    const auto node = static_cast<Node>(m_nodes.size());
    std::uint32_t ownInner = 0;
    if (!tag.isValid()) {
        ownInner = static_cast<std::uint32_t>(m_inner.size());
        m_inner.emplace_back();
    }
    Inner &above = inner(parent);
    m_nodes.push_back(
        {parent, nameId(name), static_cast<std::uint32_t>(above.children.size()), ownInner, tag});
    if (above.sorted == above.children.size())
        touched.push_back(parent);
    above.children.push_back(node);
    return node;
}

void AssetTree::countAsset(Node node)
{
    Node below = node;
    for (Node above = parent(node); above != kNone; above = parent(above)) {
        if (above == kRoot && isOwn(below))
            return;
        ++inner(above).assetsBelow;
        below = above;
    }
}

void AssetTree::countTag(Node owner)
{
    for (Node node = owner; node != kNone; node = parent(node))
        ++inner(node).tagsBelow;
}

bool AssetTree::comesBefore(Node one, Node other) const
{
    if (isTag(one) != isTag(other))
        return isTag(other);
    return isOwn(one) != isOwn(other) ? isOwn(other) : naturalLess(name(one), name(other));
}

} // namespace telltale
