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
constexpr qsizetype kLongestAlarm = 700; ///< of its encoded id, in a key
constexpr qsizetype kLongestStation = 200;

QString qt(const std::string &text)
{
    return QString::fromStdString(text);
}

QString timeOf(Timestamp time)
{
    return qt(isoText(time));
}

/// What is too long is cut and told by its hash. `plain` are characters that stay as they are.
std::string encoded(const std::string &id, qsizetype longest, const char *plain)
{
    const QByteArray bytes = QByteArray::fromStdString(id);
    QByteArray text = bytes.toPercentEncoding(plain);
    if (text.size() > longest) {
        const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
        text.truncate(longest - hash.size());
        text += hash;
    }
    return text.toStdString();
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

std::string notificationKey(const AlarmNotification &notification, const std::string &station)
{
    return std::string(notificationWord(notification.kind)) + '/'
        + std::to_string(notification.occurrence) + '/' + std::to_string(notification.number) + '/'
        + encoded(station, kLongestStation, "@") + '/' + notification.store + '/'
        + encoded(notification.alarm, kLongestAlarm, "/@$");
}

std::string notificationToJson(const AlarmNotification &notification, const std::string &station)
{
    QJsonObject object {
        {QStringLiteral("version"), kVersion},
        {QStringLiteral("key"), qt(notificationKey(notification, station))},
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
