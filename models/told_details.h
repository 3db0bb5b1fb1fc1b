#pragma once

#include <span>

namespace telltale {

/// Causes and remedies as the data layer and `app` write them for the log; %1, %2 ... stand for
/// what differs, in order.
std::span<const char *const> toldDetails();

} // namespace telltale
