#include "data/payloads/member_trees.h"

namespace telltale {
namespace {

constexpr std::size_t kScannedMembers = 8; ///< up to this many are compared one by one

} // namespace

std::uint32_t MemberTrees::findMember(std::uint32_t node, std::string_view name,
                                      std::uint32_t &cursor) const
{
    const Node &parent = m_nodes[node];
    if (cursor < parent.members.size()) {
        const std::uint32_t expected = parent.members[cursor];
        if (m_nodes[expected].name == name) {
            ++cursor;
            return expected;
        }
    }
    if (parent.members.size() > kScannedMembers) {
        const auto found = parent.byName->find(name);
        return found == parent.byName->end() ? kNone : found->second;
    }
    for (std::size_t i = 0; i < parent.members.size(); ++i) {
        if (m_nodes[parent.members[i]].name == name) {
            cursor = static_cast<std::uint32_t>(i + 1);
            return parent.members[i];
        }
    }
    return kNone;
}

std::uint32_t MemberTrees::addMember(std::uint32_t node, std::string_view name)
{
    const std::uint32_t child = addNode(name);
    Node &parent = m_nodes[node];
    parent.members.push_back(child);
    if (parent.members.size() <= kScannedMembers)
        return child;
    if (!parent.byName) {
        parent.byName = std::make_unique<std::map<std::string_view, std::uint32_t>>();
        for (const std::uint32_t member : parent.members)
            parent.byName->emplace(m_nodes[member].name, member);
    }
    parent.byName->emplace(m_nodes[child].name, child);
    return child;
}

bool MemberTrees::setTag(std::uint32_t node, TagId tag)
{
    m_nodes[node].tag = tag;
    if (m_isBound.size() <= tag.value)
        m_isBound.resize(tag.value + 1U);
    const bool isFirst = !m_isBound[tag.value];
    m_isBound[tag.value] = true;
    return isFirst;
}

std::uint32_t MemberTrees::addNode(std::string_view name)
{
    m_nodes.emplace_back().name = name;
    return static_cast<std::uint32_t>(m_nodes.size() - 1);
}

} // namespace telltale
