#pragma once

#include "data/telemetry/tag.h"

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace telltale {

/// Which tag each member of each topic is, as a tree of members per topic, so that a message of
/// a known shape finds its tags without building a path.
/// Thread  one.
/// Shape   elements of arrays are members named by their index; a node exists only
///         where a tag is at or below it, which bounds them as the tags are bounded.
class MemberTrees
{
public:
    static constexpr std::uint32_t kNone = 0xFFFFFFFFU;

    /// The node of one more topic.
    std::uint32_t addTopic() { return addNode({}); }

    /// The child called `name`, or kNone. `cursor` is where it should be: members usually come in
    /// the order in which they came first. Start an object with 0.
    std::uint32_t findMember(std::uint32_t node, std::string_view name,
                             std::uint32_t &cursor) const;
    std::uint32_t addMember(std::uint32_t node, std::string_view name);

    TagId tag(std::uint32_t node) const { return m_nodes[node].tag; }
    /// Binds a node to its tag. False if another node has that tag already: two paths, one tag.
    bool setTag(std::uint32_t node, TagId tag);

private:
    struct Node
    {
        std::string name;
        TagId tag;
        std::vector<std::uint32_t> members; ///< in the order in which they came first
        /// Filled once there are many members; a sorted map, so that no choice of names is slow.
        std::unique_ptr<std::map<std::string_view, std::uint32_t>> byName;
    };
    std::uint32_t addNode(std::string_view name);

    std::deque<Node> m_nodes;
    std::vector<bool> m_isBound; ///< by tag: a node has it
};

} // namespace telltale
