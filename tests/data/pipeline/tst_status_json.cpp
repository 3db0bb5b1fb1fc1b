#include "data/pipeline/status_json.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace telltale;

class TestStatusJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsBeyondADoubleStayExact();
    void membersAreThoseOthersRelyOn();
    void connectionComesBackWhole();
    void roomOfTheDiskComesBack();
    void channelComesBack();
    void brokenTextIsRefused();
};

void TestStatusJson::countsBeyondADoubleStayExact()
{
    PlantStatus status;
    status.counters.received = (1ULL << 53U) + 1;
    status.counters.dropped["payload_too_large"] = (1ULL << 54U) + 3;
    status.counters.gaps["device_silent"] = {7, std::chrono::hours(100'000)};
    const Result<PlantStatus> read = statusFromJson(statusToJson(status));
    QVERIFY(read.ok());
    QCOMPARE(read.value().counters.received, status.counters.received);
    QCOMPARE(read.value().counters.dropped.at("payload_too_large"), (1ULL << 54U) + 3);
    QVERIFY(read.value().counters.gaps == status.counters.gaps);
}

void TestStatusJson::membersAreThoseOthersRelyOn()
{
    const QJsonObject object
        = QJsonDocument::fromJson(QByteArray::fromStdString(statusToJson(PlantStatus {}))).object();
    for (const char *name : {"received", "decoded", "stored", "journal_pending", "samples"})
        QVERIFY2(object.value(QLatin1String(name)).isDouble(), name);
    QVERIFY(object.value(QStringLiteral("dropped")).isObject());
    QVERIFY(object.value(QStringLiteral("connections")).isArray());
}

void TestStatusJson::connectionComesBackWhole()
{
    ConnectionStatus connection;
    connection.name = "plant-a";
    connection.url = "mqtts://broker.example:8883";
    connection.user = "anna";
    connection.state = ConnectionStatus::State::Waiting;
    connection.outSince = timestampFromMicroseconds(1'700'000'000'000'000);
    connection.nextAttempt = timestampFromMicroseconds(1'700'000'000'000'001);
    connection.layers = {{ConnectionLayer::Name::Tls, ConnectionLayer::State::Failed,
                          "certificate expired", std::chrono::milliseconds(21)}};
    connection.granted = {"ps2/# qos 1"};
    connection.refused = {"lab/#"};
    connection.cause = "certificate expired";
    connection.causeCode = Error::Code::TlsFailed;
    connection.encrypted = true;
    PlantStatus status;
    status.connections = {connection};
    const Result<PlantStatus> read = statusFromJson(statusToJson(status));
    QVERIFY(read.ok());
    QCOMPARE(read.value().connections.size(), std::size_t(1));
    const ConnectionStatus &back = read.value().connections[0];
    QCOMPARE(back.user, connection.user);
    QVERIFY(back.outSince == connection.outSince);
    QVERIFY(back.state == connection.state);
    QVERIFY(back.nextAttempt == connection.nextAttempt);
    QCOMPARE(back.layers.size(), std::size_t(1));
    QVERIFY(back.layers[0].name == ConnectionLayer::Name::Tls);
    QVERIFY(back.layers[0].state == ConnectionLayer::State::Failed);
    QCOMPARE(back.layers[0].took.count(), 21);
    QCOMPARE(back.granted, connection.granted);
    QCOMPARE(back.refused, connection.refused);
    QVERIFY(back.causeCode == Error::Code::TlsFailed);
    QVERIFY(back.encrypted);
}

void TestStatusJson::roomOfTheDiskComesBack()
{
    PlantStatus status;
    QVERIFY(statusFromJson(statusToJson(status))->disk == DiskRoom {});
    status.disk = {12'345'678'901, true, std::chrono::hours(7)};
    QVERIFY(statusFromJson(statusToJson(status))->disk == status.disk);
}

void TestStatusJson::channelComesBack()
{
    PlantStatus status;
    status.channels = {{"on call", "webhook", 3, 1'000'000'000'000, 5, 7,
                        timestampFromMicroseconds(1'790'000'000'000'000), "answers 503",
                        "Look at the receiver", true}};
    const Result<PlantStatus> read = statusFromJson(statusToJson(status));
    QVERIFY(read.ok());
    QCOMPARE(read->channels.size(), std::size_t(1));
    const ChannelStatus &back = read->channels[0];
    const ChannelStatus &told = status.channels[0];
    QCOMPARE(back.name, told.name);
    QCOMPARE(back.kind, told.kind);
    QCOMPARE(back.waiting, told.waiting);
    QCOMPARE(back.sent, told.sent);
    QCOMPARE(back.givenUp, told.givenUp);
    QCOMPARE(back.dropped, told.dropped);
    QVERIFY(back.failingSince == told.failingSince);
    QCOMPARE(back.cause, told.cause);
    QCOMPARE(back.remedy, told.remedy);
    QVERIFY(back.isHeld);
}

void TestStatusJson::brokenTextIsRefused()
{
    const Result<PlantStatus> read = statusFromJson("{\"received\": 1,");
    QVERIFY(!read.ok());
    QVERIFY(read.error().code == Error::Code::Malformed);
}

QTEST_GUILESS_MAIN(TestStatusJson)
#include "tst_status_json.moc"
