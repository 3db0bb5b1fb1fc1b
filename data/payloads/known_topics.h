#pragma once

#include "data/payloads/batch_decoder.h"
#include "data/payloads/member_trees.h"

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace telltale {

/// A hash that finds std::string keys by views.
struct TextHash
{
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const
    {
        return std::hash<std::string_view>()(text);
    }
};

/// What is remembered of a topic, so that it is looked at closely only once.
struct KnownTopic
{
    std::uint32_t families = 0; ///< a bit per payload family that may take its messages
    std::uint32_t node = MemberTrees::kNone; ///< of MemberTrees, once it has a tag
    TagId first {}; ///< of the first sample its messages gave
};

/// The topics of one decoder.
/// Thread  one.
/// Shape   those with tags stay; of the others a limited number, or a flood of topics would fill
///         the memory.
class KnownTopics
{
public:
    explicit KnownTopics(const BatchDecoder::Limits &limits)
        : m_limits(limits)
    { }
    /// The topic, looked at if it is new; null if no telemetry can come on such a one. Valid until
    /// the next call.
    KnownTopic *find(std::string_view topic);
    std::size_t size() const { return m_topics.size(); }

private:
    /// Devices publish in turns: the topic that followed at last time is looked for first, and
    /// fetched ahead into the processor's cache.
    struct Entry
    {
        KnownTopic topic;
        std::pair<const std::string, Entry> *next = nullptr;
    };
    using Topics = std::unordered_map<std::string, Entry, TextHash, std::equal_to<>>;

    KnownTopic *found(Topics::value_type &entry);
    void makeRoom();

    const BatchDecoder::Limits m_limits;
    Topics m_topics;
    Topics::value_type *m_last = nullptr; ///< the topic found last
    std::size_t m_newSinceRoom = 0; ///< topics added since those without tags were forgotten
};

} // namespace telltale
