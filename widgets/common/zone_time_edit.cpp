#include "widgets/common/zone_time_edit.h"

namespace telltale {

ZoneTimeEdit::ZoneTimeEdit(const QTimeZone &zone, const QString &name, QWidget *parent)
    : QDateTimeEdit(parent)
    , m_zone(zone)
{
    setObjectName(name);
    setTimeSpec(Qt::UTC); // no hour of this computer's zone is skipped
    setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    setCalendarPopup(true);
}

Timestamp ZoneTimeEdit::timestamp() const
{
    const QDateTime local(date(), time(), m_zone);
    return timestampFromMicroseconds(local.toMSecsSinceEpoch() * 1000);
}

void ZoneTimeEdit::setTimestamp(Timestamp time)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(toMicroseconds(time) / 1000, m_zone);
    setDateTime(QDateTime(local.date(), local.time(), Qt::UTC));
}

} // namespace telltale
