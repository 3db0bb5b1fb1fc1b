#pragma once

#include "data/telemetry/tag.h"

#include <span>
#include <string_view>

namespace telltale {

/// What a tag is to a machine ("flow", "pressure"): what pages bind by instead of by name. Told by
/// its unit, where that may be anything (percent) by a word in its name as well. A new role is one
/// line in tag_role.cpp.
struct TagRole
{
    static constexpr std::size_t kUnits = 7;
    static constexpr std::size_t kWords = 3;
    std::string_view name;
    std::string_view units[kUnits] = {}; ///< any of these
    std::string_view words[kWords] = {}; ///< any of these in the name, lower case; none: all names
};

/// All of them, in the order people look at a machine.
std::span<const TagRole> tagRoles();
/// Index in tagRoles() of the role called `name`; tagRoles().size() if there is none.
std::size_t findRole(std::string_view name);
/// Index in tagRoles() of what `tag` is; tagRoles().size() if it is nothing known.
std::size_t roleOf(const TagInfo &tag);
/// Whether a tag only counts up: called count, counter, total, seq, uptime or the like, without the
/// unit or the normal range of something that is measured.
bool isCounter(const TagInfo &tag);

} // namespace telltale
