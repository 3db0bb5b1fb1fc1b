#pragma once

#include "data/telemetry/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace telltale {

/// Whether a broker can take `filter` (MQTT 4.7 and 4.8.2): a broker ends the connection of whoever
/// asks for one it cannot, so none is ever sent.
/// Errors  Malformed: what is wrong with it and what to write instead.
Outcome checkFilter(std::string_view filter);

/// Whether `filters` ask for (nearly) all a broker has: one without any level of its own that is
/// open at the end, such as `#`, `+/#` or `$share/group/#`. Every set of filters that matches
/// everything has such a one.
bool takesEverything(const std::vector<std::string> &filters);

} // namespace telltale
