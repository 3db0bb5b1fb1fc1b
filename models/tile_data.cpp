#include "models/tile_data.h"

namespace telltale {

std::optional<double> TileData::beyondLimit() const
{
    return limit ? std::optional(sample.value - *limit) : std::nullopt;
}

std::optional<double> TileData::sinceYesterday() const
{
    const bool isWhole = aggregate.empty() || uncounted() == 0;
    return yesterday && isWhole ? std::optional(sample.value - *yesterday) : std::nullopt;
}

double TileData::beyondTarget() const
{
    return sample.value - target.value_or(0.0);
}

} // namespace telltale
