#include "tests/data/sources/mqtt_bench.h"
#include "tests/support/mosquitto_broker.h"

#include <QTest>

#include <utility>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;
using Kind = JournalRecord::Kind;
using State = ConnectionStatus::State;

/// A source and a real broker: what comes, and what is said when it does not.
class TestMqttSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void everyQosArrivesOnce_data();
    void everyQosArrivesOnce();
    void largePayloadIsRefusedAndCounted();
    void overlongTopicIsRefused();
    void retainedFlagIsKept();
    void brokersOwnTopicsAreNoTelemetry();
    void refusedFilterIsInStatus();
    void withoutFiltersNothingIsSubscribedTo();
    void whatAnEarlierRunAskedForIsNotDenied();
    void wrongPasswordIsSaid();
    void missingPasswordIsSaid();
    void rightPasswordSignsIn();

private:
    std::unique_ptr<Source> make(const ConnectionConfig &connection)
    {
        return m_bench->make(connection, quickMqtt());
    }
    std::unique_ptr<MqttBench> m_bench;
};

void TestMqttSource::initTestCase()
{
    QVERIFY2(hasMosquitto(), "mosquitto and mosquitto_pub are needed");
}

void TestMqttSource::init()
{
    m_bench = std::make_unique<MqttBench>();
}

void TestMqttSource::everyQosArrivesOnce_data()
{
    QTest::addColumn<int>("qos");
    QTest::addColumn<int>("protocol");
    for (const int protocol : {5, 4}) {
        for (const int qos : {0, 1, 2})
            QTest::addRow("QoS %d, protocol %d", qos, protocol) << qos << protocol;
    }
}

void TestMqttSource::everyQosArrivesOnce()
{
    QFETCH(int, qos);
    QFETCH(int, protocol);
    MosquittoBroker broker;
    QVERIFY(broker.start());
    ConnectionConfig connection = connectionTo(broker.url());
    connection.qos = qos;
    connection.protocol = protocol;
    const auto source = make(connection);
    source->start();
    QTRY_STATE(source, State::Connected);
    QVERIFY(broker.publish(QStringLiteral("plant/a"), numbered(500), qos));
    QTRY_COMPARE(m_bench->journal.count(), 500);
    QCOMPARE(distinct(m_bench->journal), 500);
    QCOMPARE(m_bench->journal.entries().front().qos(), qos);
    QCOMPARE(m_bench->journal.entries().front().topic, std::string("plant/a"));
    QCOMPARE(m_bench->journal.entries().front().source.value, std::uint16_t {7});
    QCOMPARE(source->status().received, std::uint64_t {500});
    const std::string granted = "plant/# qos " + std::to_string(qos);
    QCOMPARE(source->status().granted, std::vector<std::string> {granted});
    QCOMPARE(m_bench->journal.count(Kind::SourceUp), 1);
    for (const ConnectionLayer &layer : source->status().layers)
        QVERIFY(layer.state == ConnectionLayer::State::Passed
                || layer.name == ConnectionLayer::Name::Tls);
    const std::string version = protocol == 5 ? "MQTT 5" : "MQTT 3.1.1";
    QCOMPARE(layer(source->status(), ConnectionLayer::Name::Protocol).detail, version);
}

void TestMqttSource::largePayloadIsRefusedAndCounted()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    const auto source = make(connectionTo(broker.url()));
    source->start();
    QTRY_STATE(source, State::Connected);
    QVERIFY(broker.publishFile(QStringLiteral("plant/big"), QByteArray(1 << 20, 'x')));
    QVERIFY(broker.publishFile(QStringLiteral("plant/fits"), QByteArray(256 << 10, 'x')));
    QTRY_COMPARE(m_bench->journal.count(), 1);
    QCOMPARE(m_bench->journal.count(Kind::Refused), 1);
    QCOMPARE(m_bench->journal.entries(Kind::Refused).front().payload,
             std::string("payload_too_large: 1048576 bytes, at most 262144"));
    QCOMPARE(m_bench->journal.entries(Kind::Refused).front().topic, std::string("plant/big"));
    QCOMPARE(source->status().received, std::uint64_t {2});
    QCOMPARE(source->status().state, State::Connected);
}

void TestMqttSource::overlongTopicIsRefused()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    const auto source = make(connectionTo(broker.url()));
    source->start();
    QTRY_STATE(source, State::Connected);
    const QString topic = QStringLiteral("plant/") + QString(1100, QLatin1Char('t'));
    QVERIFY(broker.publish(topic, {"1"}));
    QTRY_COMPARE(m_bench->journal.count(Kind::Refused), 1);
    QCOMPARE(m_bench->journal.entries(Kind::Refused).front().payload,
             std::string("topic_too_long: 1106 bytes, at most 1024"));
    QCOMPARE(m_bench->journal.entries(Kind::Refused).front().topic.size(), std::size_t {256});
}

void TestMqttSource::retainedFlagIsKept()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    QVERIFY(broker.publish(QStringLiteral("plant/kept"), {"1"}, 1, {QStringLiteral("-r")}));
    const auto source = make(connectionTo(broker.url()));
    source->start();
    QTRY_COMPARE(m_bench->journal.count(), 1);
    QVERIFY(m_bench->journal.entries().front().isRetained());
    QVERIFY(broker.publish(QStringLiteral("plant/new"), {"2"}));
    QTRY_COMPARE(m_bench->journal.count(), 2);
    QVERIFY(!m_bench->journal.entries().back().isRetained());
}

void TestMqttSource::brokersOwnTopicsAreNoTelemetry()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    ConnectionConfig connection = connectionTo(broker.url());
    connection.filters = {"plant/#", "$SYS/broker/uptime"};
    const auto source = make(connection);
    source->start();
    QTRY_STATE(source, State::Connected);
    QVERIFY(broker.publish(QStringLiteral("plant/a"), {"1"}));
    QTRY_COMPARE(m_bench->journal.count(), 1);
    QCOMPARE(m_bench->journal.entries().front().topic, std::string("plant/a"));
    QCOMPARE(source->status().received, std::uint64_t {1});
}

void TestMqttSource::refusedFilterIsInStatus()
{
    MosquittoBroker broker;
    broker.refuseSubscribing(QStringLiteral("closed/#"));
    QVERIFY(broker.start());
    ConnectionConfig connection = connectionTo(broker.url());
    connection.filters = {"open/#", "closed/a"};
    const auto source = make(connection);
    source->start();
    QTRY_STATE(source, State::Connected);
    QVERIFY(broker.publish(QStringLiteral("open/a"), {"1"}));
    QTRY_COMPARE(m_bench->journal.count(), 1);
    QCOMPARE(source->status().granted, std::vector<std::string> {"open/# qos 1"});
    QCOMPARE(source->status().refused, std::vector<std::string> {"closed/a"});
}

void TestMqttSource::withoutFiltersNothingIsSubscribedTo()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    ConnectionConfig connection = connectionTo(broker.url());
    connection.filters.clear();
    const auto asking = make(connection);
    asking->start();
    QTRY_STATE(asking, State::Connected);
    QVERIFY(asking->status().granted.empty());
    QCOMPARE(layer(asking->status(), ConnectionLayer::Name::Topics).state,
             ConnectionLayer::State::NotUsed);
    QVERIFY(broker.publish(QStringLiteral("plant/a"), {"1"}));
    asking->stop();
    QCOMPARE(m_bench->journal.count(), 0);
    connection.filters = {"#"}; // somebody agreed
    const auto source = make(connection);
    source->start();
    QTRY_STATE(source, State::Connected);
    QVERIFY(broker.publish(QStringLiteral("plant/a"), {"2"}));
    QTRY_COMPARE(m_bench->journal.count(), 1);
}

/// The session at the broker outlives the run that asked for something.
void TestMqttSource::whatAnEarlierRunAskedForIsNotDenied()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    ConnectionConfig connection = connectionTo(broker.url());
    const auto found = [this, &connection] {
        const auto source = make(connection);
        source->start();
        [&] { QTRY_STATE(source, State::Connected); }();
        return layer(source->status(), ConnectionLayer::Name::Topics).detail;
    };
    connection.filters.clear();
    QCOMPARE(found(), std::string("nothing is subscribed to yet"));
    connection.filters = {"plant/#"};
    found();
    connection.formerFilters = std::exchange(connection.filters, {});
    QCOMPARE(
        found(),
        std::string("nothing new is subscribed to yet; what an earlier run asked for goes on"));
}

void TestMqttSource::wrongPasswordIsSaid()
{
    MosquittoBroker broker;
    broker.setPasswords({{QStringLiteral("anna"), QStringLiteral("right")}});
    QVERIFY(broker.start());
    m_bench->credentials.credentials = {"anna", "wrong"};
    for (const int protocol : {5, 4}) {
        ConnectionConfig connection = connectionTo(broker.url());
        connection.protocol = protocol;
        const auto source = make(connection);
        source->start();
        QTRY_STATE(source, State::Refused);
        const ConnectionStatus status = source->status();
        QCOMPARE(status.causeCode, Error::Code::BadCredentials);
        QCOMPARE(status.user, std::string("anna"));
        QVERIFY2(status.cause.find("user \"anna\" or the password") != std::string::npos,
                 status.cause.c_str());
        QVERIFY2(status.cause.find("wrong") == std::string::npos, "no secret in words");
        QCOMPARE(layer(status, ConnectionLayer::Name::Port).state, ConnectionLayer::State::Passed);
        QCOMPARE(layer(status, ConnectionLayer::Name::SignIn).state,
                 ConnectionLayer::State::Failed);
        QVERIFY(status.nextAttempt - Clock::system().now() > 50s);
    }
    QCOMPARE(m_bench->journal.count(Kind::SourceDown), 2);
}

void TestMqttSource::missingPasswordIsSaid()
{
    MosquittoBroker broker;
    broker.setPasswords({{QStringLiteral("anna"), QStringLiteral("right")}});
    QVERIFY(broker.start());
    m_bench->credentials.credentials = {"anna", {}};
    const auto source = make(connectionTo(broker.url()));
    source->start();
    QTRY_STATE(source, State::Refused);
    QCOMPARE(source->status().causeCode, Error::Code::NoPassword);
    m_bench->credentials.credentials = {};
    const auto nobody = make(connectionTo(broker.url()));
    nobody->start();
    QTRY_STATE(nobody, State::Refused);
    QCOMPARE(nobody->status().causeCode, Error::Code::BadCredentials);
    QVERIFY(nobody->status().user.empty());
}

void TestMqttSource::rightPasswordSignsIn()
{
    MosquittoBroker broker;
    broker.setPasswords({{QStringLiteral("anna"), QStringLiteral("right")}});
    QVERIFY(broker.start());
    m_bench->credentials.credentials = {"anna", "right"};
    const auto source = make(connectionTo(broker.url()));
    source->start();
    QTRY_STATE(source, State::Connected);
    QVERIFY(!source->status().encrypted);
}

QTEST_GUILESS_MAIN(TestMqttSource)
#include "tst_mqtt_source.moc"
