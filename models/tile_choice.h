#pragma once

#include "models/plant.h"

#include "data/workspace/workspace.h"

#include <vector>

namespace telltale {

/// Tiles for a plant whose workspace names none: tags with a rule of their own first, then numbers
/// by path, one per asset and turn, quantities with a unit and a normal range before others.
/// Nothing that passes counts, so that every start finds the same tiles in the same places.
/// `already` stay as they are, new ones come behind them; at most `count` altogether.
/// Thread  GUI; looks at no more than some thousand tags.
std::vector<TileDescription> chooseTiles(const Plant &plant, std::vector<TileDescription> already,
                                         std::size_t count);

} // namespace telltale
