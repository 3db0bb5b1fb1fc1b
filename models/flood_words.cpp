#include "models/flood_words.h"

#include "models/alarm_words.h"
#include "models/value_text.h"

namespace telltale {

QString FloodWords::rate(const AlarmSnapshot &snapshot)
{
    return tr("%n alarm(s) in 10 min", nullptr, static_cast<int>(snapshot.recent));
}

QString FloodWords::first(const AlarmSnapshot &snapshot, Timestamp now, const QTimeZone &zone)
{
    if (!snapshot.floodFirst)
        return {};
    const FloodOrigin &first = *snapshot.floodFirst;
    AlarmRow row;
    row.id = first.alarm;
    row.title = first.title;
    row.asset = assetPath(first.tag);
    QStringList parts {AlarmWords::title(row)};
    if (const QString place = AlarmWords::place(row); !place.isEmpty())
        parts << place;
    parts << preciseTimeText(first.since, now, zone);
    return tr("first out: %1").arg(parts.join(QStringLiteral(", ")));
}

} // namespace telltale
