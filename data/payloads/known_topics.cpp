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
    if (const auto known = m_topics.find(topic); known != m_topics.end())
        return &known->second;
    if (!isUsableTopic(topic, m_limits.topicBytes, m_limits.topicLevels))
        return nullptr;
    if (m_newSinceRoom >= kTopicsBetweenRooms)
        makeRoom();
    ++m_newSinceRoom;
    return &m_topics.emplace(topic, KnownTopic {familiesOf(topic)}).first->second;
}

void KnownTopics::makeRoom()
{
    std::erase_if(m_topics,
                  [](const auto &entry) { return entry.second.node == MemberTrees::kNone; });
    m_newSinceRoom = 0;
}

} // namespace telltale
