#include "models/zone_text.h"

#include <QDateTime>

#include <cstdlib>

namespace telltale {
namespace {

QDateTime localTime(Timestamp time, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(toMicroseconds(time) / 1000, zone);
}

/// "CET, UTC+1"
QString offsetText(const QDateTime &time, const QTimeZone &zone)
{
    const int minutes = time.offsetFromUtc() / 60;
    const QChar sign = minutes < 0 ? QChar(0x2212) : QLatin1Char('+');
    QString text = QStringLiteral("UTC") + sign + QString::number(std::abs(minutes) / 60);
    if (minutes % 60 != 0)
        text += QStringLiteral(":%1").arg(std::abs(minutes) % 60, 2, 10, QLatin1Char('0'));
    const QString name = zone.abbreviation(time);
    const bool isName = !name.startsWith(QLatin1String("UTC"));
    return isName ? name + QStringLiteral(", ") + text : text;
}

} // namespace

QString zoneText(Timestamp time, const QTimeZone &zone)
{
    return QStringLiteral("%1 (%2)").arg(QString::fromUtf8(zone.id()),
                                         offsetText(localTime(time, zone), zone));
}

QString zoneText(TimeRange range, const QTimeZone &zone)
{
    const QDateTime from = localTime(range.from, zone);
    const QDateTime to = localTime(range.to, zone);
    if (from.offsetFromUtc() == to.offsetFromUtc())
        return zoneText(range.from, zone);
    return QStringLiteral("%1 (%2 → %3)")
        .arg(QString::fromUtf8(zone.id()), offsetText(from, zone), offsetText(to, zone));
}

} // namespace telltale
