#include "data/alarms/hex_text.h"

#include <charconv>

namespace telltale {

std::string hexText(std::span<const std::uint8_t> bytes)
{
    constexpr const char *kDigits = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const std::uint8_t byte : bytes) {
        text += kDigits[byte >> 4U];
        text += kDigits[byte & 15U];
    }
    return text;
}

bool readHex(std::string_view text, std::span<std::uint8_t> bytes)
{
    if (text.size() != bytes.size() * 2)
        return false;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const char *digits = text.data() + 2 * i;
        const auto read = std::from_chars(digits, digits + 2, bytes[i], 16);
        if (read.ec != std::errc() || read.ptr != digits + 2)
            return false;
    }
    return true;
}

} // namespace telltale
