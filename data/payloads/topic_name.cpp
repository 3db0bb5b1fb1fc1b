#include "data/payloads/topic_name.h"

#include <simdjson.h>

#include <algorithm>

namespace telltale {

bool isUsableTopic(std::string_view topic, std::size_t mostBytes, std::size_t mostLevels)
{
    if (topic.empty() || topic.size() > mostBytes)
        return false;
    if (topic.find_first_of(std::string_view("+#\0", 3)) != std::string_view::npos)
        return false;
    const auto separators = std::count(topic.begin(), topic.end(), '/');
    return static_cast<std::size_t>(separators) < mostLevels
        && simdjson::validate_utf8(topic.data(), topic.size());
}

} // namespace telltale
