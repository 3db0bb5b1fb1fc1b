#include "models/tile_data.h"

#include <string_view>

namespace telltale {

std::optional<double> TileData::beyondLimit() const
{
    const std::string_view told = condition;
    const bool isOfValue = told.empty() || told.starts_with("≥") || told.starts_with("≤");
    return limit && isOfValue ? std::optional(sample.value - *limit) : std::nullopt;
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
