#include "data/telemetry/topic_name.h"

#include <cstdint>

namespace telltale {
namespace {

/// Bytes of the UTF-8 sequence at the begin of `text`; 0 if it is malformed (too short, overlong,
/// surrogate, beyond U+10FFFF). `text` begins with a byte >= 0x80.
std::size_t sequenceLength(std::string_view text)
{
    const auto byte = [&](std::size_t index) { return static_cast<std::uint8_t>(text[index]); };
    const std::uint8_t lead = byte(0);
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < length)
        return 0;
    for (std::size_t index = 1; index < length; ++index) {
        if ((byte(index) & 0xC0U) != 0x80)
            return 0;
    }
    const bool isOverlong = (lead == 0xE0 && byte(1) < 0xA0) || (lead == 0xF0 && byte(1) < 0x90);
    const bool isSurrogate = lead == 0xED && byte(1) >= 0xA0;
    const bool isTooLarge = lead == 0xF4 && byte(1) >= 0x90;
    return isOverlong || isSurrogate || isTooLarge ? 0 : length;
}

} // namespace

bool isUsableTopic(std::string_view topic, std::size_t mostBytes, std::size_t mostLevels)
{
    if (topic.empty() || topic.size() > mostBytes)
        return false;
    std::size_t levels = 1;
    for (std::size_t index = 0; index < topic.size();) {
        const auto byte = static_cast<std::uint8_t>(topic[index]);
        if (byte == 0 || byte == '+' || byte == '#')
            return false;
        levels += byte == '/' ? 1 : 0;
        const std::size_t length = byte < 0x80 ? 1 : sequenceLength(topic.substr(index));
        if (length == 0)
            return false;
        index += length;
    }
    return levels <= mostLevels;
}

bool isUtf8(std::string_view text)
{
    while (!text.empty()) {
        const bool isAscii = static_cast<std::uint8_t>(text.front()) < 0x80;
        const std::size_t length = isAscii ? 1 : sequenceLength(text);
        if (length == 0)
            return false;
        text.remove_prefix(length);
    }
    return true;
}

} // namespace telltale
