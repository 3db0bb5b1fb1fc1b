#pragma once

#include <string_view>

namespace telltale {

/// What can be done about a payload refused for `reason`: English, one line.
const char *remedyOf(std::string_view reason);

} // namespace telltale
