#pragma once

#include <vector>

namespace telltale {

/// What each of several gets of `room`, in the order of `wanted`: who wants less than an even part
/// gets that and leaves the rest to the others, so that only the widest give way.
/// Nobody gets more than he wants; all together get at most `room`.
/// Unit    pixels (int) or that of a ReportCanvas (double).
template <typename Width> std::vector<Width> evenRoom(const std::vector<Width> &wanted, Width room);

} // namespace telltale
