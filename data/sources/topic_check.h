#pragma once

#include <cstddef>
#include <string_view>

namespace telltale {

constexpr std::size_t kTopicBytes = 1024;
constexpr std::size_t kTopicLevels = 32;

/// Whether a topic that a message came with can be a tag: well-formed UTF-8 without NUL, no
/// wildcard, at least one byte, at most kTopicBytes and kTopicLevels. Empty levels are fine.
bool isUsableTopic(std::string_view topic);

} // namespace telltale
