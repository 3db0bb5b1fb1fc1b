#include "data/payloads/known_topics.h"

#include "data/payloads/payload_families.h"
#include "data/telemetry/topic_name.h"

namespace telltale {
namespace {

constexpr std::size_t kTopicsBetweenRooms = 20'000;

std::uint32_t familiesOf(std::string_view topic)
{
    std::uint32_t families = 0;
    const auto all = payloadFamilies();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].mayTake(topic))
            families |= 1U << i;
    }
    return families;
}

} // namespace

KnownTopic *KnownTopics::find(std::string_view topic)
{
    if (m_last && m_last->second.next && m_last->second.next->first == topic)
        return found(*m_last->second.next);
    if (const auto known = m_topics.find(topic); known != m_topics.end())
        return found(*known);
    if (!isUsableTopic(topic, m_limits.topicBytes, m_limits.topicLevels))
        return nullptr;
    if (m_newSinceRoom >= kTopicsBetweenRooms)
        makeRoom();
    ++m_newSinceRoom;
    return found(*m_topics.emplace(topic, Entry {{familiesOf(topic)}}).first);
}

KnownTopic *KnownTopics::found(Topics::value_type &entry)
{
    if (m_last)
        m_last->second.next = &entry;
    m_last = &entry;
    if (const Topics::value_type *next = entry.second.next) { // was fetched before this one
        __builtin_prefetch(next->first.data());
        __builtin_prefetch(next->second.next);
    }
    return &entry.second.topic;
}

void KnownTopics::makeRoom()
{
    std::erase_if(m_topics,
                  [](const auto &entry) { return entry.second.topic.node == MemberTrees::kNone; });
    for (auto &entry : m_topics)
        entry.second.next = nullptr; // it may be gone
    m_last = nullptr;
    m_newSinceRoom = 0;
}

} // namespace telltale
