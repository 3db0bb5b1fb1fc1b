#pragma once

#include "data/telemetry/tag.h"
#include "data/telemetry/timestamp.h"

#include <vector>

namespace telltale {

class LiveValues;
class TagRegistry;
struct AlarmRule;

/// What of `tags` is worth a tile where nothing else is asked for, the best first: tags with a rule
/// of their own, then numbers, one of each asset and turn, those with a unit and a normal range
/// before others, otherwise by path; then counters. Those that speak come first, then those that
/// spoke lately; those that fell silent while others went on come last.
/// Thread  any.
std::vector<TagId> spreadOverAssets(const TagRegistry &registry, const LiveValues &live,
                                    const std::vector<AlarmRule> &rules,
                                    const std::vector<TagId> &tags, Timestamp now);

/// Every tag of the plant that may be chosen: not those of the program itself.
std::vector<TagId> tagsOfPlant(const TagRegistry &registry);

} // namespace telltale
