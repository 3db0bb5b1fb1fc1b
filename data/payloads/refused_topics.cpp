#include "data/payloads/refused_topics.h"

#include <algorithm>

namespace telltale {
namespace {

constexpr std::size_t kTopicsKept = 200;

} // namespace

void RefusedTopics::add(std::string_view topic)
{
    if (std::find(m_topics.begin(), m_topics.end(), topic) != m_topics.end())
        return;
    if (m_topics.size() == kTopicsKept)
        m_topics.erase(m_topics.begin());
    m_topics.emplace_back(topic);
}

} // namespace telltale
