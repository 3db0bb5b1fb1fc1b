#pragma once

#include "data/telemetry/result.h"
#include "data/telemetry/timestamp.h"

#include <cstdint>
#include <span>
#include <string>
#include <utility>

namespace telltale {

/// What of a history file could not be read; the rest of it, and other files, were.
struct HistoryDamage
{
    std::string file; ///< full path
    std::string why; ///< English
    TimeRange missing {Timestamp::min(), Timestamp::max()}; ///< samples are, within it
};

/// Whether such an error is of the file that was read, so that others can be read on.
bool isOfFile(const Error &error);

/// When the samples of file `index` of several, from old to new, must have come: between those
/// around it. `extents`: oldest and newest time in each, us; from > to: not known.
TimeRange periodOf(std::size_t index,
                   std::span<const std::pair<std::int64_t, std::int64_t>> extents);

/// English words about when samples are missing: "samples before 2026-11-22T00:00:00.000000Z are
/// missing".
std::string missingWords(const TimeRange &missing);

/// What stands on stderr and in the list of problems, without the name of the file.
std::string damageWords(const HistoryDamage &damage);

/// What is to be done about it, English.
extern const char *const kDamageRemedy;

} // namespace telltale
