#include "widgets/tiles/value_tile.h"

#include "widgets/tiles/spark_painter.h"

#include "models/value_text.h"

namespace telltale {

QString ValueTile::liveMeaning() const
{
    const TileData &tile = data();
    if (const std::optional<double> since = tile.sinceYesterday()) {
        const QString change = tr("%1%2 against yesterday %3")
                                   .arg(changeText(*since, tile.sample, tile.info, numbers()),
                                        spacedUnit(), clockText(tile.yesterdayAt).left(5));
        return tile.place.isEmpty() ? change : tile.place + QStringLiteral(" · ") + change;
    }
    if (!tile.aggregate.empty())
        return tr("%1 of %n tag(s)", nullptr, static_cast<int>(tile.tags.size())).arg(tile.counted);
    if (tile.info.low && tile.info.high)
        return tr("Normal %1 to %2%3")
            .arg(numberText(*tile.info.low, tile.info.decimals, numbers()),
                 numberText(*tile.info.high, tile.info.decimals, numbers()), spacedUnit());
    return {}; // nothing to compare with
}

int ValueTile::paintGraph(QPainter &painter, const QRect &graph) const
{
    paintSpark(painter, graph, data().spark, data().info, isLive());
    return 0;
}

QString ValueTile::spacedUnit() const
{
    return data().info.unit.empty() ? QString() : QLatin1Char(' ') + shownText(data().info.unit);
}

} // namespace telltale
