#include "data/notify/notification_json.h"

#include "data/telemetry/timestamp_text.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace telltale {
namespace {

constexpr int kVersion = 1;
constexpr qsizetype kLongestAlarm = 900; ///< of its encoded id, in a key

QString qt(const std::string &text)
{
    return QString::fromStdString(text);
}

QString timeOf(Timestamp time)
{
    return qt(isoText(time));
}

/// An id that is too long is cut and told by its hash.
QByteArray encoded(const std::string &alarm)
{
    const QByteArray bytes = QByteArray::fromStdString(alarm);
    QByteArray text = bytes.toPercentEncoding("/@$");
    if (text.size() <= kLongestAlarm)
        return text;
    const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    text.truncate(kLongestAlarm - hash.size());
    return text + hash;
}

void addAlarm(QJsonObject &object, const AlarmRow &about)
{
    object.insert(QStringLiteral("event_time"), timeOf(about.since));
    object.insert(QStringLiteral("priority"), about.priority);
    object.insert(QStringLiteral("title"), qt(about.title));
    object.insert(QStringLiteral("tag"), qt(about.tag));
    object.insert(QStringLiteral("asset"), qt(about.asset));
    object.insert(QStringLiteral("state"), QLatin1String(stateWord(about.state)));
    if (!about.isSystem && std::isfinite(about.value))
        object.insert(QStringLiteral("value"), about.value);
    object.insert(QStringLiteral("unit"), qt(about.unit));
    if (about.limit)
        object.insert(QStringLiteral("limit"), *about.limit);
    object.insert(QStringLiteral("condition"), qt(about.condition));
    object.insert(QStringLiteral("cause"), qt(about.cause));
    object.insert(QStringLiteral("consequence"), qt(about.consequence));
    object.insert(QStringLiteral("action"), qt(about.action));
    object.insert(QStringLiteral("respond_within_s"), about.respondWithinSeconds);
    object.insert(QStringLiteral("late"), about.late);
    object.insert(QStringLiteral("first_out"), about.firstOut);
}

} // namespace

std::string notificationKey(const AlarmNotification::Key &key)
{
    return std::string(notificationWord(key.kind)) + '/' + std::to_string(key.occurrence) + '/'
        + std::to_string(key.number) + '/' + encoded(key.alarm).toStdString();
}

std::string notificationToJson(const AlarmNotification &notification, const std::string &station)
{
    QJsonObject object {
        {QStringLiteral("version"), kVersion},
        {QStringLiteral("key"), qt(notificationKey(notification.key()))},
        {QStringLiteral("kind"), QLatin1String(notificationWord(notification.kind))},
        {QStringLiteral("time"), timeOf(timestampFromMicroseconds(notification.time))},
        {QStringLiteral("station"), qt(station)}};
    if (notification.kind == AlarmNotification::Kind::Digest) {
        object.insert(QStringLiteral("count"), static_cast<qint64>(notification.count));
        object.insert(QStringLiteral("undelivered"), !notification.channel.empty());
    } else {
        object.insert(QStringLiteral("alarm"), qt(notification.alarm));
        object.insert(QStringLiteral("occurrence"), static_cast<qint64>(notification.occurrence));
        object.insert(QStringLiteral("number"), static_cast<qint64>(notification.number));
    }
    if (notification.about)
        addAlarm(object, *notification.about);
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

} // namespace telltale
