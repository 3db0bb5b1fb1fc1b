#include "widgets/tiles/tile_table.h"

#include "widgets/tiles/count_tile.h"
#include "widgets/tiles/state_tile.h"
#include "widgets/tiles/target_tile.h"
#include "widgets/tiles/value_tile.h"

#include <algorithm>
#include <array>

namespace telltale {
namespace {

template <typename Kind> Tile *make(const QTimeZone &zone, QWidget *parent)
{
    return new Kind(zone, parent);
}

constexpr std::array kTiles {
    TileMaker {"value", make<ValueTile>},
    TileMaker {"target", make<TargetTile>},
    TileMaker {"state", make<StateTile>},
    TileMaker {"count", make<CountTile>},
};

} // namespace

std::span<const TileMaker> tileTable()
{
    return kTiles;
}

Tile *makeTile(std::string_view kind, const QTimeZone &zone, QWidget *parent)
{
    const auto *const found = std::find_if(
        kTiles.begin(), kTiles.end(), [&](const TileMaker &maker) { return maker.kind == kind; });
    Q_ASSERT(found != kTiles.end());
    return found->make(zone, parent);
}

} // namespace telltale
