#pragma once

#include "data/telemetry/tag_registry.h"
#include "data/telemetry/timestamp.h"

#include <cstddef>
#include <span>
#include <string>

namespace telltale::test {

/// One tag of the simulated water works.
struct WorksTag
{
    const char *path;
    const char *unit;
    double base;
    double swing;
    double low; ///< of the normal range; equal to high: none
    double high;
    int decimals; ///< -1: as many as needed; -2: a boolean
};

std::span<const WorksTag> worksTags();
/// What the works' tag `index` measures at `time`: smooth, repeatable, without a jump at any time.
double worksValue(std::size_t index, Timestamp time);

/// Fills the history in `folder` with the works' `range`, a sample each ten seconds, and the same
/// hours of the day before. The tags are ids 0 .. worksTags().size()-1 of `registry`.
void storeWorks(const std::string &folder, TimeRange range, TagRegistry &registry);

} // namespace telltale::test
