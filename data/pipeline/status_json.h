#pragma once

#include "data/telemetry/status_board.h"

#include <string>
#include <string_view>

namespace telltale {

/// The form of `telltale status --json`, of `status.json` in the data folder (how a view or another
/// process learns of the owner's state, written twice a second) and of the exported status.
/// Without users and passwords of connections.
std::string statusToJson(const PlantStatus &status);
Result<PlantStatus> statusFromJson(std::string_view json);
/// What `telltale status --json` prints: nobody records where nobody owns the data.
std::string printedStatus(PlantStatus status);

} // namespace telltale
