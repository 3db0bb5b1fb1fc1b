#pragma once

#include <vector>

namespace telltale {

/// What each of several gets of `room`, in the order of `wanted`: who wants less than an even part
/// gets that and leaves the rest to the others, so that only the widest give way.
/// Unit   pixels. Nobody gets more than he wants; all together get at most `room`.
std::vector<int> evenRoom(const std::vector<int> &wanted, int room);

} // namespace telltale
