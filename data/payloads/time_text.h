#pragma once

#include "data/payloads/value_tree.h"
#include "data/telemetry/timestamp.h"

#include <optional>
#include <string_view>

namespace telltale {

/// ISO 8601 date and time with Z or offset (`2026-11-22T20:32:32.123456+01:00`, also the basic form
/// without separators); digits beyond the sixth are cut; second 60 is accepted where UTC can have
/// one and is the second after it. Anything else, a time without a zone too, is no time.
std::optional<Timestamp> readIsoTime(std::string_view text);

/// A number as a time, as timestampFromEpoch() reads it. Of a Time: itself.
/// Empty for values that are no number. Numbers beyond any time give the farthest one.
std::optional<Timestamp> readNumberTime(const TreeValue &value);

/// Whether the program believes it: from 2000-01-01 to one day after `arrival`.
bool isPlausibleTime(Timestamp time, Timestamp arrival);

} // namespace telltale
