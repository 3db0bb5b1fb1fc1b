#include "models/flood_words.h"

#include "models/alarm_words.h"
#include "models/area_names.h"
#include "models/plant.h"
#include "models/value_text.h"

namespace telltale {

QString FloodWords::rate(const AlarmSnapshot &snapshot)
{
    return tr("%1 alarm(s) in 10 min", nullptr, static_cast<int>(snapshot.recent))
        .arg(countText(snapshot.recent));
}

QString FloodWords::first(const AlarmSnapshot &snapshot, Timestamp now, const Plant &plant)
{
    if (!snapshot.floodFirst)
        return {};
    const FloodOrigin &first = *snapshot.floodFirst;
    QStringList parts {AlarmWords::title(first.alarm, first.title)};
    if (const QString place = placeName(*plant.tags, assetPath(first.tag)); !place.isEmpty())
        parts << place;
    parts << preciseTimeText(first.since, now, plant.zone);
    return tr("first out: %1").arg(parts.join(QStringLiteral(", ")));
}

} // namespace telltale
