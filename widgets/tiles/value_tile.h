#pragma once

#include "widgets/tiles/tile.h"

namespace telltale {

/// A measured quantity, or several joined to one: its curve with the normal range, and how it
/// compares with the same time yesterday.
class ValueTile : public Tile
{
    Q_OBJECT

public:
    using Tile::Tile;

protected:
    QString liveMeaning() const override;
    int paintGraph(QPainter &painter, const QRect &graph) const override;

    QString spacedUnit() const; ///< with a space before it; empty: none
};

} // namespace telltale
