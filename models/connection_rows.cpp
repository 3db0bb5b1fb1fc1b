#include "models/connection_rows.h"

#include "models/payload_words.h"
#include "models/told_words.h"
#include "models/value_text.h"

#include "data/sources/broker_url.h"
#include "data/sources/source.h"
#include "data/telemetry/payload_remedy.h"

#include <cmath>

namespace telltale {
namespace {

using State = ConnectionStatus::State;
using Layer = ConnectionLayer;

const QChar kEnDash(0x2013);

QString shownName(const std::string &name, bool isDemo)
{
    return isDemo ? QCoreApplication::translate("DemoConnection", "demo plant") : shownText(name);
}

TableRow numberRow(const std::string &key, const QString &name, std::uint64_t count,
                   bool isQuiet = false)
{
    return {key,
            {{name, {}, isQuiet}, {countText(count), static_cast<qulonglong>(count), isQuiet}}};
}

QString markOf(Layer::State state)
{
    switch (state) {
    case Layer::State::Passed:
        return QStringLiteral("✓");
    case Layer::State::Failed:
        return QStringLiteral("✗");
    case Layer::State::NotUsed:
        return kEnDash;
    case Layer::State::Unknown:
        break;
    }
    return QStringLiteral("…");
}

/// "# QoS 1 · lab/# QoS 1 · secret/# refused".
QString topicsText(const ConnectionStatus &connection)
{
    QStringList topics;
    for (const std::string &filter : connection.granted)
        topics << shownText(filter).replace(QStringLiteral(" qos "), QStringLiteral(" QoS "));
    for (const std::string &filter : connection.refused)
        topics << ConnectionRows::tr("%1 refused", "a topic filter").arg(shownText(filter));
    return topics.join(QStringLiteral(" · "));
}

/// What a layer says of itself is English, for the log; here it is for people. The words below the
/// layers say of a fault all there is, whole, and what to do.
QString foundText(const Layer &layer, const ConnectionStatus &connection)
{
    const QString detail = shownText(layer.detail);
    if (layer.state == Layer::State::NotUsed && layer.name == Layer::Name::Tls)
        return ConnectionRows::tr("not encrypted");
    if (layer.state == Layer::State::Failed && connection.cause == layer.detail) {
        if (connection.causeCode == Error::Code::BadCredentials)
            return ConnectionRows::tr("refused", "the sign-in");
        if (connection.causeCode == Error::Code::NoPassword)
            return ConnectionRows::tr("without password");
        return ConnectionRows::tr("fails: see below", "a layer of a connection");
    }
    if (layer.state != Layer::State::Passed)
        return ToldWords::detail(layer.detail);
    const Result<BrokerUrl> url = parseBrokerUrl(connection.url);
    switch (layer.name) {
    case Layer::Name::HostName: {
        const QStringList ends = detail.split(QStringLiteral(" → "));
        return ends.size() == 2 && ends[0] == ends[1] ? ends[0] : detail;
    }
    case Layer::Name::Port:
        return url.ok() ? ConnectionRows::tr("%1 open", "a port").arg(url->port) : detail;
    case Layer::Name::SignIn:
        if (detail == QLatin1String("without user name"))
            return ConnectionRows::tr("without user name");
        return detail.startsWith(QLatin1String("as "))
            ? ConnectionRows::tr("as %1", "a user").arg(detail.mid(3))
            : detail;
    case Layer::Name::Topics:
        return topicsText(connection);
    case Layer::Name::Tls:
    case Layer::Name::Protocol:
        break;
    }
    return detail;
}

double ratePerSecond(const UndecodedPayload &payload)
{
    const std::chrono::duration<double> span = payload.last - payload.first;
    return payload.count < 2 || span.count() <= 0.0
        ? 0.0
        : static_cast<double>(payload.count - 1) / span.count();
}

} // namespace

std::vector<TableColumn> ConnectionRows::layerColumns()
{
    return {{QString()}, {tr("Layer")}, {tr("Found")}, {tr("Took"), true}};
}

std::vector<TableRow> ConnectionRows::layers(const ConnectionStatus &connection)
{
    const auto name = [](Layer::Name layer) {
        switch (layer) {
        case Layer::Name::HostName:
            return tr("Name", "layer of a connection: the host name");
        case Layer::Name::Port:
            return tr("Port");
        case Layer::Name::Tls:
            return tr("TLS");
        case Layer::Name::Protocol:
            return tr("MQTT");
        case Layer::Name::SignIn:
            return tr("Sign-in");
        case Layer::Name::Topics:
            break;
        }
        return tr("Topics");
    };
    std::vector<TableRow> rows;
    for (const Layer &layer : connection.layers) {
        const bool isQuiet
            = layer.state == Layer::State::NotUsed || layer.state == Layer::State::Unknown;
        const QString took = isQuiet ? QString()
            : layer.took.count() > 0 ? QStringLiteral("%1 ms").arg(layer.took.count())
                                     : QStringLiteral("< 1 ms");
        rows.push_back({std::to_string(static_cast<int>(layer.name)),
                        {{markOf(layer.state)},
                         {name(layer.name), {}, isQuiet},
                         {foundText(layer, connection), {}, isQuiet},
                         {took, static_cast<qlonglong>(layer.took.count()), true}},
                        ToldWords::detail(layer.detail)});
    }
    return rows;
}

std::vector<TableColumn> ConnectionRows::counterColumns()
{
    return {{tr("Counter")}, {tr("Messages"), true}};
}

std::vector<TableRow> ConnectionRows::counters(const Counters &counters)
{
    std::vector<TableRow> rows {numberRow("received", tr("Received"), counters.received),
                                numberRow("decoded", tr("Understood"), counters.decoded)};
    for (const auto &[cause, count] : counters.dropped)
        rows.push_back(
            numberRow("dropped_" + cause, tr("Dropped: %1").arg(dropCause(cause)), count));
    if (counters.dropped.empty())
        rows.push_back(numberRow("dropped", tr("Dropped"), 0));
    rows.push_back(numberRow("pending", tr("Waiting to be read"), counters.journalPending));
    rows.push_back(numberRow("stored", tr("Stored"), counters.stored));
    return rows;
}

std::vector<TableRow> ConnectionRows::counters(const PlantStatus &status,
                                               const ConnectionStatus *connection)
{
    std::vector<TableRow> rows = counters(status.counters);
    if (status.counters.samplesWithoutTag > 0)
        rows.push_back(numberRow("without-tag", tr("Bad first samples, of which no tag is made"),
                                 status.counters.samplesWithoutTag, true));
    if (!connection)
        return rows;
    rows.push_back(numberRow("here", tr("Received here since start"), connection->received, true));
    rows.push_back(numberRow("broker", tr("Dropped by the broker (its own count)"),
                             connection->brokerDropped, true));
    const QString outage = connection->reconnects == 0
        ? QStringLiteral("0")
        : tr("%1, longest %2")
              .arg(countText(connection->reconnects), ageText(connection->longestOutage));
    rows.push_back({"reconnects", {{tr("Disconnected"), {}, true}, {outage, {}, true}}});
    return rows;
}

std::vector<TableColumn> ConnectionRows::undecodedColumns()
{
    return {{tr("Topic")},      {tr("Looks like")},     {tr("Why")},       {tr("What to do")},
            {tr("Rate"), true}, {tr("Messages"), true}, {tr("Last"), true}};
}

std::vector<TableRow> ConnectionRows::undecoded(const PlantStatus &status, Timestamp now)
{
    std::vector<TableRow> rows;
    for (const UndecodedPayload &payload : status.undecoded) {
        const double perSecond = ratePerSecond(payload);
        rows.push_back({payload.topic + '\n' + payload.looksLike,
                        {{shownText(payload.topic)},
                         {PayloadWords::looks(payload.looksLike), {}, true},
                         {reason(payload.reason), {}, true},
                         {PayloadWords::remedy(payload.reason), {}, true},
                         {rate(perSecond), perSecond},
                         {countText(payload.count), static_cast<qulonglong>(payload.count)},
                         {ageText(now - payload.last),
                          static_cast<qlonglong>(-toMicroseconds(payload.last)), true}},
                        shownText(payload.sample)});
    }
    return rows;
}

std::vector<TableColumn> ConnectionRows::refusedColumns()
{
    return {{tr("Topic")}, {tr("Why")}};
}

std::vector<TableRow> ConnectionRows::refused(const PlantStatus &status)
{
    std::vector<TableRow> rows;
    for (const ConnectionStatus &connection : status.connections) {
        for (const std::string &filter : connection.refused)
            rows.push_back(
                {"filter " + connection.name + ' ' + filter,
                 {{shownText(filter)},
                  {tr("\"%1\" does not permit to subscribe to it").arg(shownText(connection.name)),
                   {},
                   true}}});
    }
    for (const std::string &topic : status.refusedTopics)
        rows.push_back(
            {"topic " + topic,
             {{shownText(topic)}, {tr("there are as many tags as the limit allows"), {}, true}}});
    return rows;
}

QString ConnectionRows::name(const ConnectionStatus &connection)
{
    return shownName(connection.name, connection.isDemo);
}

QString ConnectionRows::name(const ConnectionConfig &connection)
{
    return shownName(connection.name, connection.isDemo);
}

/// What is being tried now does not take away for how long there has been nothing.
QString ConnectionRows::state(const ConnectionStatus &connection, Timestamp now)
{
    const QString doing = doingNow(connection, now);
    return connection.outSince == Timestamp {}
        ? doing
        : tr("%1 · without connection for %2").arg(doing, ageText(now - connection.outSince));
}

QString ConnectionRows::doingNow(const ConnectionStatus &connection, Timestamp now)
{
    switch (connection.state) {
    case State::Connected:
        return tr("connected %1 · %2 messages/s")
            .arg(ageText(now - connection.since),
                 numberText(connection.rate, connection.rate < 10.0 ? 1 : 0, QLocale()));
    case State::Connecting:
        return tr("connecting …");
    case State::Waiting:
    case State::Refused:
        return connection.nextAttempt > now
            ? tr("not connected · next attempt in %1").arg(ageText(connection.nextAttempt - now))
            : tr("not connected · trying now");
    case State::Stopped:
        return tr("stopped");
    case State::Off:
        break;
    }
    return tr("switched off");
}

QString ConnectionRows::dropCause(const std::string &cause)
{
    if (cause == "payload_too_large")
        return tr("payload too large");
    if (cause == "undecodable" || cause == "undecoded")
        return tr("not understood");
    if (cause == "journal_full" || cause == "journal_limit")
        return tr("no room in the journal");
    if (cause == "redelivered")
        return tr("sent twice by the broker");
    if (cause == "topic_too_long")
        return tr("topic too long");
    if (cause == "topic_invalid")
        return tr("topic is not valid text");
    if (cause == "tag_limit")
        return tr("more tags than the limit allows");
    if (cause == "disk_error")
        return tr("disk error");
    if (cause == "disk_full")
        return tr("disk full");
    if (cause == "journal_damaged")
        return tr("damaged in the journal");
    return shownText(cause).replace(QLatin1Char('_'), QLatin1Char(' '));
}

QString ConnectionRows::reason(const std::string &told)
{
    const auto colon = told.find(':');
    const std::string kind = told.substr(0, colon);
    const QString rest = colon == std::string::npos
        ? QString()
        : PayloadWords::detail(std::string_view(told).substr(std::min(colon + 2, told.size())));
    const auto with = [&rest](const QString &words) { return words + rest; };
    if (kind == PayloadFault::kTopicInvalid)
        return with(dropCause("topic_invalid"));
    if (kind == PayloadFault::kTopicTooLong)
        return with(dropCause("topic_too_long"));
    if (kind == PayloadFault::kTooLarge)
        return with(dropCause("payload_too_large"));
    if (kind == PayloadFault::kNoLayout)
        return tr("bytes nobody described");
    if (kind == PayloadFault::kLimit)
        return with(tr("beyond a limit"));
    if (kind == PayloadFault::kMalformed)
        return with(tr("malformed"));
    if (kind == PayloadFault::kInvalidBirth)
        return with(tr("birth message is not valid"));
    if (kind == PayloadFault::kUnsupportedVersion)
        return with(tr("a version that is not supported"));
    if (kind == PayloadFault::kUnsupportedMember)
        return with(tr("a member that is not supported"));
    return shownText(told);
}

bool ConnectionRows::isOnThisComputer(const ConnectionStatus &connection)
{
    const Result<BrokerUrl> url = parseBrokerUrl(connection.url);
    return url.ok() && url->isLoopback();
}

QString ConnectionRows::rate(double perSecond)
{
    if (perSecond <= 0.0)
        return kEnDash;
    if (perSecond >= 0.95)
        return tr("%1 per s").arg(numberText(std::round(perSecond), 0, QLocale()));
    if (perSecond * 60.0 >= 0.95)
        return tr("%1 per min").arg(numberText(std::round(perSecond * 60.0), 0, QLocale()));
    return tr("%1 per h").arg(numberText(std::ceil(perSecond * 3600.0), 0, QLocale()));
}

} // namespace telltale
