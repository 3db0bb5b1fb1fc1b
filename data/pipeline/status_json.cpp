#include "data/pipeline/status_json.h"

#include "data/telemetry/payload_remedy.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace telltale {
namespace {

constexpr std::array<const char *, 6> kStates {"off",     "connecting", "connected",
                                               "waiting", "refused",    "stopped"};
constexpr std::array<const char *, 6> kLayers {"name", "port", "tls", "mqtt", "sign_in", "topics"};
constexpr std::array<const char *, 4> kLayerStates {"unknown", "passed", "failed", "not_used"};
constexpr std::array<const char *, 3> kSeverities {"note", "warning", "serious"};

QString qt(const std::string &text)
{
    return QString::fromStdString(text);
}

std::string text(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toString().toStdString();
}

/// Counts stay exact: JSON integers of 64 bits, as Qt keeps them.
qint64 number(std::uint64_t value)
{
    return static_cast<qint64>(value);
}

std::uint64_t count(const QJsonObject &object, const char *name)
{
    return static_cast<std::uint64_t>(object.value(QLatin1String(name)).toInteger());
}

qint64 time(Timestamp at)
{
    return toMicroseconds(at);
}

Timestamp timeOf(const QJsonObject &object, const char *name)
{
    return timestampFromMicroseconds(object.value(QLatin1String(name)).toInteger());
}

template <std::size_t N>
int indexOf(const std::array<const char *, N> &words, const std::string &word)
{
    for (std::size_t i = 0; i < N; ++i) {
        if (word == words[i])
            return static_cast<int>(i);
    }
    return 0;
}

QJsonArray texts(const std::vector<std::string> &values)
{
    QJsonArray array;
    for (const std::string &value : values)
        array.append(qt(value));
    return array;
}

std::vector<std::string> textsOf(const QJsonObject &object, const char *name)
{
    std::vector<std::string> values;
    for (const QJsonValue &value : object.value(QLatin1String(name)).toArray())
        values.push_back(value.toString().toStdString());
    return values;
}

QJsonObject layerObject(const ConnectionLayer &layer)
{
    return {{QStringLiteral("layer"), QLatin1String(kLayers[static_cast<std::size_t>(layer.name)])},
            {QStringLiteral("state"),
             QLatin1String(kLayerStates[static_cast<std::size_t>(layer.state)])},
            {QStringLiteral("detail"), qt(layer.detail)},
            {QStringLiteral("took_ms"), static_cast<qint64>(layer.took.count())}};
}

QJsonObject connectionObject(const ConnectionStatus &connection)
{
    QJsonArray layers;
    for (const ConnectionLayer &layer : connection.layers)
        layers.append(layerObject(layer));
    return {{QStringLiteral("name"), qt(connection.name)},
            {QStringLiteral("source"), connection.source.value},
            {QStringLiteral("url"), qt(connection.url)},
            {QStringLiteral("user"), qt(connection.user)},
            {QStringLiteral("state"),
             QLatin1String(kStates[static_cast<std::size_t>(connection.state)])},
            {QStringLiteral("since_us"), time(connection.since)},
            {QStringLiteral("out_since_us"), time(connection.outSince)},
            {QStringLiteral("next_attempt_us"), time(connection.nextAttempt)},
            {QStringLiteral("layers"), layers},
            {QStringLiteral("granted"), texts(connection.granted)},
            {QStringLiteral("refused"), texts(connection.refused)},
            {QStringLiteral("cause"), qt(connection.cause)},
            {QStringLiteral("cause_code"), static_cast<int>(connection.causeCode)},
            {QStringLiteral("received"), number(connection.received)},
            {QStringLiteral("rate"), connection.rate},
            {QStringLiteral("reconnects"), number(connection.reconnects)},
            {QStringLiteral("broker_dropped"), number(connection.brokerDropped)},
            {QStringLiteral("longest_outage_ms"),
             static_cast<qint64>(connection.longestOutage.count())},
            {QStringLiteral("encrypted"), connection.encrypted},
            {QStringLiteral("demo"), connection.isDemo}};
}

ConnectionStatus connectionOf(const QJsonObject &object)
{
    ConnectionStatus connection;
    connection.name = text(object, "name");
    connection.source = {static_cast<std::uint16_t>(count(object, "source"))};
    connection.url = text(object, "url");
    connection.user = text(object, "user");
    connection.state
        = static_cast<ConnectionStatus::State>(indexOf(kStates, text(object, "state")));
    connection.since = timeOf(object, "since_us");
    connection.outSince = timeOf(object, "out_since_us");
    connection.nextAttempt = timeOf(object, "next_attempt_us");
    for (const QJsonValue &value : object.value(QLatin1String("layers")).toArray()) {
        const QJsonObject layer = value.toObject();
        connection.layers.push_back(
            {static_cast<ConnectionLayer::Name>(indexOf(kLayers, text(layer, "layer"))),
             static_cast<ConnectionLayer::State>(indexOf(kLayerStates, text(layer, "state"))),
             text(layer, "detail"), std::chrono::milliseconds(count(layer, "took_ms"))});
    }
    connection.granted = textsOf(object, "granted");
    connection.refused = textsOf(object, "refused");
    connection.cause = text(object, "cause");
    connection.causeCode = static_cast<Error::Code>(count(object, "cause_code"));
    connection.received = count(object, "received");
    connection.rate = object.value(QLatin1String("rate")).toDouble();
    connection.reconnects = count(object, "reconnects");
    connection.brokerDropped = count(object, "broker_dropped");
    connection.longestOutage = std::chrono::milliseconds(count(object, "longest_outage_ms"));
    connection.encrypted = object.value(QLatin1String("encrypted")).toBool();
    connection.isDemo = object.value(QLatin1String("demo")).toBool();
    return connection;
}

QJsonObject channelObject(const ChannelStatus &channel)
{
    return {{QStringLiteral("name"), qt(channel.name)},
            {QStringLiteral("kind"), qt(channel.kind)},
            {QStringLiteral("waiting"), number(channel.waiting)},
            {QStringLiteral("sent"), number(channel.sent)},
            {QStringLiteral("given_up"), number(channel.givenUp)},
            {QStringLiteral("dropped"), number(channel.dropped)},
            {QStringLiteral("failing_since_us"), time(channel.failingSince)},
            {QStringLiteral("cause"), qt(channel.cause)},
            {QStringLiteral("remedy"), qt(channel.remedy)},
            {QStringLiteral("held"), channel.isHeld}};
}

ChannelStatus channelOf(const QJsonObject &object)
{
    return {text(object, "name"),
            text(object, "kind"),
            count(object, "waiting"),
            count(object, "sent"),
            count(object, "given_up"),
            count(object, "dropped"),
            timeOf(object, "failing_since_us"),
            text(object, "cause"),
            text(object, "remedy"),
            object.value(QLatin1String("held")).toBool()};
}

QJsonObject problemObject(const Problem &problem)
{
    return {{QStringLiteral("severity"),
             QLatin1String(kSeverities[static_cast<std::size_t>(problem.severity)])},
            {QStringLiteral("code"), static_cast<int>(problem.code)},
            {QStringLiteral("area"), qt(problem.area)},
            {QStringLiteral("subject"), qt(problem.subject)},
            {QStringLiteral("cause"), qt(problem.cause)},
            {QStringLiteral("remedy"), qt(problem.remedy)},
            {QStringLiteral("first_us"), time(problem.first)},
            {QStringLiteral("last_us"), time(problem.last)},
            {QStringLiteral("count"), number(problem.count)}};
}

Problem problemOf(const QJsonObject &object)
{
    return {static_cast<Problem::Severity>(indexOf(kSeverities, text(object, "severity"))),
            static_cast<Error::Code>(count(object, "code")),
            text(object, "area"),
            text(object, "subject"),
            text(object, "cause"),
            text(object, "remedy"),
            timeOf(object, "first_us"),
            timeOf(object, "last_us"),
            count(object, "count")};
}

QJsonObject undecodedObject(const UndecodedPayload &payload)
{
    const QByteArray sample = QByteArray::fromStdString(payload.sample).toBase64();
    return {{QStringLiteral("topic"), qt(payload.topic)},
            {QStringLiteral("looks_like"), qt(payload.looksLike)},
            {QStringLiteral("reason"), qt(payload.reason)},
            {QStringLiteral("remedy"), QLatin1String(remedyOf(payload.reason))},
            {QStringLiteral("sample_base64"), QString::fromLatin1(sample)},
            {QStringLiteral("count"), number(payload.count)},
            {QStringLiteral("first_us"), time(payload.first)},
            {QStringLiteral("last_us"), time(payload.last)}};
}

UndecodedPayload undecodedOf(const QJsonObject &object)
{
    return {
        text(object, "topic"),
        text(object, "looks_like"),
        text(object, "reason"),
        QByteArray::fromBase64(object.value(QLatin1String("sample_base64")).toString().toLatin1())
            .toStdString(),
        count(object, "count"),
        timeOf(object, "first_us"),
        timeOf(object, "last_us")};
}

QJsonObject gapsObject(const GapTotals &gaps)
{
    QJsonObject object;
    for (const auto &[cause, total] : gaps)
        object.insert(
            qt(cause),
            QJsonObject {{QStringLiteral("count"), number(total.count)},
                         {QStringLiteral("length_us"), static_cast<qint64>(total.length.count())}});
    return object;
}

GapTotals gapsOf(const QJsonObject &object)
{
    GapTotals gaps;
    for (auto cause = object.begin(); cause != object.end(); ++cause) {
        const QJsonObject total = cause->toObject();
        gaps[cause.key().toStdString()]
            = {count(total, "count"), std::chrono::microseconds(count(total, "length_us"))};
    }
    return gaps;
}

template <typename T, typename ToObject>
QJsonArray objects(const std::vector<T> &values, ToObject toObject)
{
    QJsonArray array;
    for (const T &value : values)
        array.append(toObject(value));
    return array;
}

template <typename T, typename FromObject>
void readObjects(const QJsonObject &object, const char *name, std::vector<T> &values,
                 FromObject from)
{
    for (const QJsonValue &value : object.value(QLatin1String(name)).toArray())
        values.push_back(from(value.toObject()));
}

} // namespace

std::string statusToJson(const PlantStatus &status)
{
    const Counters &counters = status.counters;
    QJsonObject dropped;
    for (const auto &[cause, messages] : counters.dropped)
        dropped.insert(qt(cause), number(messages));
    const QJsonObject object {
        {QStringLiteral("received"), number(counters.received)},
        {QStringLiteral("decoded"), number(counters.decoded)},
        {QStringLiteral("stored"), number(counters.stored)},
        {QStringLiteral("dropped"), dropped},
        {QStringLiteral("journal_pending"), number(counters.journalPending)},
        {QStringLiteral("samples"), number(counters.samples)},
        {QStringLiteral("tags"), number(status.tags)},
        {QStringLiteral("samples_refused"), number(counters.samplesRefused)},
        {QStringLiteral("samples_corrected"), number(counters.samplesCorrected)},
        {QStringLiteral("gaps"), gapsObject(counters.gaps)},
        {QStringLiteral("times_replaced"), number(counters.timesReplaced)},
        {QStringLiteral("duplicate_members"), number(counters.duplicateMembers)},
        {QStringLiteral("samples_without_tag"), number(counters.samplesWithoutTag)},
        {QStringLiteral("connections"), objects(status.connections, connectionObject)},
        {QStringLiteral("channels"), objects(status.channels, channelObject)},
        {QStringLiteral("undecoded"), objects(status.undecoded, undecodedObject)},
        {QStringLiteral("refused_topics"), texts(status.refusedTopics)},
        {QStringLiteral("problems"), objects(status.problems, problemObject)},
        {QStringLiteral("last_commit_us"), time(status.lastCommit)},
        {QStringLiteral("commit_took_us"), static_cast<qint64>(status.commitTook.count())},
        {QStringLiteral("history_from_us"), time(status.historyFrom)},
        {QStringLiteral("history_bytes"), number(status.historyBytes)},
        {QStringLiteral("journal_bytes"), number(status.journalBytes)},
        {QStringLiteral("journal_safe_us"), time(status.journalSafe)},
        {QStringLiteral("journal_sync_took_us"),
         static_cast<qint64>(status.journalSyncTook.count())},
        {QStringLiteral("disk_free"), number(status.disk.free)},
        {QStringLiteral("disk_nearly_full"), status.disk.isNearlyFull},
        {QStringLiteral("disk_full_in_h"),
         status.disk.fullIn ? QJsonValue(static_cast<qint64>(status.disk.fullIn->count()))
                            : QJsonValue()},
        {QStringLiteral("message_rate"), status.messageRate},
        {QStringLiteral("recording"), status.recording},
        {QStringLiteral("owner"), qt(status.owner)},
        {QStringLiteral("at_us"), time(status.at)}};
    return QJsonDocument(object).toJson(QJsonDocument::Indented).toStdString();
}

std::string printedStatus(PlantStatus status)
{
    status.recording = status.recording && !status.owner.empty();
    return statusToJson(status);
}

Result<PlantStatus> statusFromJson(std::string_view json)
{
    QJsonParseError failed {};
    const QJsonObject object
        = QJsonDocument::fromJson(QByteArray(json.data(), static_cast<qsizetype>(json.size())),
                                  &failed)
              .object();
    if (failed.error != QJsonParseError::NoError)
        return Error {Error::Code::Malformed, failed.errorString().toStdString()};
    PlantStatus status;
    Counters &counters = status.counters;
    counters.received = count(object, "received");
    counters.decoded = count(object, "decoded");
    counters.stored = count(object, "stored");
    counters.journalPending = count(object, "journal_pending");
    counters.samples = count(object, "samples");
    status.tags = count(object, "tags");
    counters.samplesRefused = count(object, "samples_refused");
    counters.samplesCorrected = count(object, "samples_corrected");
    counters.gaps = gapsOf(object.value(QLatin1String("gaps")).toObject());
    counters.timesReplaced = count(object, "times_replaced");
    counters.duplicateMembers = count(object, "duplicate_members");
    counters.samplesWithoutTag = count(object, "samples_without_tag");
    const QJsonObject dropped = object.value(QLatin1String("dropped")).toObject();
    for (auto cause = dropped.begin(); cause != dropped.end(); ++cause)
        counters.dropped[cause.key().toStdString()]
            = static_cast<std::uint64_t>(cause->toInteger());
    readObjects(object, "connections", status.connections, connectionOf);
    readObjects(object, "channels", status.channels, channelOf);
    readObjects(object, "undecoded", status.undecoded, undecodedOf);
    status.refusedTopics = textsOf(object, "refused_topics");
    readObjects(object, "problems", status.problems, problemOf);
    status.lastCommit = timeOf(object, "last_commit_us");
    status.commitTook = std::chrono::microseconds(count(object, "commit_took_us"));
    status.historyFrom = timeOf(object, "history_from_us");
    status.historyBytes = count(object, "history_bytes");
    status.journalBytes = count(object, "journal_bytes");
    status.journalSafe = timeOf(object, "journal_safe_us");
    status.journalSyncTook = std::chrono::microseconds(count(object, "journal_sync_took_us"));
    status.disk.free = count(object, "disk_free");
    status.disk.isNearlyFull = object.value(QLatin1String("disk_nearly_full")).toBool();
    if (object.value(QLatin1String("disk_full_in_h")).isDouble())
        status.disk.fullIn = std::chrono::hours(count(object, "disk_full_in_h"));
    status.messageRate = object.value(QLatin1String("message_rate")).toDouble();
    status.recording = object.value(QLatin1String("recording")).toBool();
    status.owner = text(object, "owner");
    status.at = timeOf(object, "at_us");
    return status;
}

} // namespace telltale
