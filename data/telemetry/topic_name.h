#pragma once

#include <cstddef>
#include <string_view>

namespace telltale {

constexpr std::size_t kTopicBytes = 1024;
constexpr std::size_t kTopicLevels = 32;

/// Whether a topic that a message came with can be a tag: well-formed UTF-8 without NUL, no
/// wildcard, at least one byte, within the limits. Empty levels are fine.
bool isUsableTopic(std::string_view topic, std::size_t mostBytes = kTopicBytes,
                   std::size_t mostLevels = kTopicLevels);

/// Whether bytes are well-formed UTF-8.
bool isUtf8(std::string_view text);

/// Topics of brokers about themselves ("$SYS/...") carry no telemetry.
inline bool isInternalTopic(std::string_view topic)
{
    return topic.starts_with('$');
}

} // namespace telltale
