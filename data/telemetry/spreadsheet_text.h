#pragma once

#include <string_view>

namespace telltale {

/// Whether a spreadsheet would compute a text: = + - @ after spaces, or a control character in
/// front. In an export for people it gets a leading '.
constexpr bool isFormula(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(' ');
    return first != std::string_view::npos
        && std::string_view("=+-@\t\r\n").find(text[first]) != std::string_view::npos;
}

} // namespace telltale
