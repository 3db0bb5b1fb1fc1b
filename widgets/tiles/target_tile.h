#pragma once

#include "widgets/tiles/value_tile.h"

namespace telltale {

/// A value with its target: a bar shows how far it is from it.
class TargetTile : public ValueTile
{
    Q_OBJECT

public:
    using ValueTile::ValueTile;

protected:
    QString liveMeaning() const override;
    int paintGraph(QPainter &painter, const QRect &graph) const override;
};

} // namespace telltale
