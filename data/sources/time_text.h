#pragma once

#include "data/telemetry/timestamp.h"

#include <optional>
#include <string>
#include <string_view>

namespace telltale {

/// A number since 1970, its unit by magnitude as in timestampFromEpoch(); whole ones exactly.
std::optional<Timestamp> parseEpoch(std::string_view text);

/// `2026-11-25T03:04:05Z`, with six digits of fraction where there is one.
std::string shortIsoText(Timestamp time);

} // namespace telltale
