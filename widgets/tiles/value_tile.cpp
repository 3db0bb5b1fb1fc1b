#include "widgets/tiles/value_tile.h"

#include "widgets/tiles/spark_painter.h"

#include "models/value_text.h"

#include <QRegularExpression>

#include <cmath>

namespace telltale {

QString ValueTile::liveMeaning() const
{
    const TileData &tile = data();
    const bool isWhole = tile.aggregate.empty() || tile.counted == tile.tags.size();
    if (tile.yesterday && isWhole) {
        const QString change = tr("%1%2 against yesterday %3")
                                   .arg(signedText(tile.sample.value - *tile.yesterday),
                                        spacedUnit(), clockText(tile.yesterdayAt).left(5));
        return tile.place.isEmpty() ? change : tile.place + QStringLiteral(" · ") + change;
    }
    if (!tile.aggregate.empty())
        return tr("%1 of %n tag(s)", nullptr, static_cast<int>(tile.tags.size())).arg(tile.counted);
    if (tile.info.low && tile.info.high)
        return tr("Normal %1 to %2%3")
            .arg(numberText(*tile.info.low, tile.info.decimals, numbers()),
                 numberText(*tile.info.high, tile.info.decimals, numbers()), spacedUnit());
    return tr("No value from yesterday");
}

int ValueTile::paintGraph(QPainter &painter, const QRect &graph) const
{
    paintSpark(painter, graph, data().spark, data().info, isLive());
    return 0;
}

QString ValueTile::signedText(double value) const
{
    const int decimals = data().info.decimals >= 0 ? data().info.decimals
        : std::fabs(data().sample.value) >= 100    ? 1
                                                   : 2;
    const QString text = numberText(value, decimals, numbers());
    static const QRegularExpression anyDigit(QStringLiteral("[1-9]"));
    return value > 0.0 && text.contains(anyDigit) ? QLatin1Char('+') + text : text;
}

QString ValueTile::spacedUnit() const
{
    return data().info.unit.empty() ? QString() : QLatin1Char(' ') + shownText(data().info.unit);
}

} // namespace telltale
