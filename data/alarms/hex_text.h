#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace telltale {

/// Lower case, two digits a byte.
std::string hexText(std::span<const std::uint8_t> bytes);
/// The bytes of such a text; false: it is none, or not of that many bytes.
bool readHex(std::string_view text, std::span<std::uint8_t> bytes);

} // namespace telltale
