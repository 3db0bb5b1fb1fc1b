#pragma once

#include <string>
#include <string_view>

namespace telltale {

/// What `other` means beside `path`, which `pattern` matched: each level `*` of `other` becomes the
/// level that the pattern's `*` in the same turn stood for. `plant/*/run` beside `plant/P-101/flow`
/// of `plant/*/flow` is `plant/P-101/run`. Patterns with `**` give `other` unchanged.
std::string siblingPath(std::string_view pattern, std::string_view path, std::string_view other);

} // namespace telltale
