#pragma once

#include <cstddef>
#include <string_view>

namespace telltale {

/// Whether a message may come on it: UTF-8 without NUL and wildcards, within the limits.
bool isUsableTopic(std::string_view topic, std::size_t mostBytes, std::size_t mostLevels);

/// Topics of brokers about themselves ("$SYS/...") carry no telemetry.
inline bool isInternalTopic(std::string_view topic)
{
    return topic.starts_with('$');
}

} // namespace telltale
