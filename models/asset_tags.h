#pragma once

#include "models/plant.h"

#include "data/telemetry/tag.h"

#include <string>
#include <vector>

namespace telltale {

/// The tags at and below an asset, its own first, each level by name with numbers in their natural
/// order; at most `most`.
std::vector<TagId> tagsOfAsset(const Plant &plant, const std::string &asset, std::size_t most);

/// Which of an asset's tags its page draws: those in alarm first, then by role (flow, pressure,
/// power ...), those with a rule, a normal range, a unit before others; texts never. At most
/// `charts` units and on-off tags, six tags in each. Where the tags are of several assets, roles do
/// not count.
std::vector<TagId> trendTagsOf(const Plant &plant, const std::vector<TagId> &tags,
                               std::size_t charts);

/// The measured tags an asset's tiles show, by role, those in alarm among them.
std::vector<TagId> tileTagsOf(const Plant &plant, const std::vector<TagId> &tags,
                              std::size_t count);

} // namespace telltale
