#pragma once

#include "models/plant.h"

#include "data/telemetry/tag.h"

#include <string>
#include <vector>

namespace telltale {

/// The tags at and below an asset, its own first, each level by name with numbers in their natural
/// order; at most `most`.
std::vector<TagId> tagsOfAsset(const Plant &plant, const std::string &asset, std::size_t most);

} // namespace telltale
