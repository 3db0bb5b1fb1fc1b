#include "widgets/tiles/count_tile.h"

#include "models/value_text.h"

namespace telltale {

QStringList CountTile::valueForms() const
{
    return {data().counted == 0 ? QStringLiteral("–")
                                : numberText(data().sample.value, 0, numbers())};
}

QString CountTile::unitWords() const
{
    return tr("of %1", "3 of 6").arg(data().tags.size());
}

QString CountTile::liveMeaning() const
{
    const auto silent = static_cast<int>(data().uncounted());
    return silent > 0 ? tr("%n not live", nullptr, silent) : tr("All of them live");
}

} // namespace telltale
