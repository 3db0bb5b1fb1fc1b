#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace telltale {

/// Line, counted from 1, of a byte of a text.
std::size_t lineOfOffset(std::string_view text, std::size_t offset);

/// Line of `member` in object number `index` of the list `list` of a well-formed JSON document;
/// that of the object if it has no such member, 1 if there is no such object.
std::size_t lineOfMember(std::string_view json, std::string_view list, std::size_t index,
                         std::string_view member);

/// Line of `member` of the outermost object of such a document; 1 if it has none.
std::size_t lineOfTopMember(std::string_view json, std::string_view member);

} // namespace telltale
