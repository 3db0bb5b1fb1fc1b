#pragma once

#include "widgets/tiles/value_tile.h"

namespace telltale {

/// How many of the tags of a pattern are on (not 0): "3 of 6".
class CountTile : public ValueTile
{
    Q_OBJECT

public:
    using ValueTile::ValueTile;

protected:
    QStringList valueForms() const override;
    QString wholeWords() const override { return valueWords(); }
    QString unitWords() const override;
    QString liveMeaning() const override;
};

} // namespace telltale
