#pragma once

#include "widgets/tiles/tile.h"

namespace telltale {

/// A state in words - what an on-off tag or a text says -, and for on-off tags when it was on.
class StateTile : public Tile
{
    Q_OBJECT

public:
    using Tile::Tile;

protected:
    QStringList valueForms() const override;
    QString wholeWords() const override;
    QString unitWords() const override { return {}; }
    QString liveMeaning() const override;
    int paintGraph(QPainter &painter, const QRect &graph) const override;

private:
    bool isOnOff() const;
};

} // namespace telltale
