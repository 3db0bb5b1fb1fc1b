#pragma once

#include "app/demo/water_plant.h"

#include <map>
#include <string>
#include <vector>

namespace telltale::test {

inline constexpr Timestamp kStart = timestampFromMicroseconds(1'795'575'000'000'000);

using Values = std::map<std::string, double>; ///< by tag

/// What a listener has after one round: tag and number; texts are 0.
Values valuesOf(const WaterPlant &plant);
/// The tags of `values` a rule or tile with this pattern is about.
std::vector<std::string> matching(const Values &values, const std::string &pattern);

} // namespace telltale::test
