#include "data/sources/mqtt_source.h"
#include "tests/support/fixed_credentials.h"
#include "tests/support/mosquitto_broker.h"
#include "tests/support/recording_journal.h"

#include <QTest>

#include <set>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;
using Kind = JournalRecord::Kind;
using State = ConnectionStatus::State;

namespace {

MqttOptions quick()
{
    MqttOptions options;
    options.connectTimeout = 8'000ms;
    options.firstDelay = 50ms;
    options.lastDelay = 200ms;
    options.refusedDelay = 60'000ms;
    options.keepAlive = 6'000ms;
    return options;
}

ConnectionConfig connectionTo(const MosquittoBroker &broker)
{
    ConnectionConfig connection;
    connection.source.value = 7;
    connection.name = "test";
    connection.url = broker.url();
    connection.clientId = "tst-mqtt-source";
    connection.filters = {"plant/#"};
    return connection;
}

QList<QByteArray> numbered(int count, int first = 0)
{
    QList<QByteArray> payloads;
    for (int number = first; number < first + count; ++number)
        payloads << QByteArray::number(number);
    return payloads;
}

const QString kSecurityPlugin
    = QStringLiteral("/usr/lib/x86_64-linux-gnu/mosquitto_dynamic_security.so");

constexpr const char *kClosedTopics = R"({
    "defaultACLAccess": {"publishClientSend": true, "publishClientReceive": true,
                         "subscribe": true, "unsubscribe": true},
    "anonymousGroup": "everybody",
    "groups": [{"groupname": "everybody", "roles": [{"rolename": "role"}]}],
    "roles": [{"rolename": "role", "acls": [{"acltype": "subscribePattern",
               "topic": "closed/#", "priority": 10, "allow": false}]}]})";

/// How many different payloads there are.
int distinct(const RecordingJournal &journal)
{
    std::set<std::string> payloads;
    for (const auto &entry : journal.entries())
        payloads.insert(entry.payload);
    return static_cast<int>(payloads.size());
}

const ConnectionLayer &layer(const ConnectionStatus &status, ConnectionLayer::Name name)
{
    return status.layers[static_cast<std::size_t>(name)];
}

} // namespace

#define QTRY_STATE(source, wanted)                                                                 \
    QTRY_VERIFY2_WITH_TIMEOUT((source)->status().state == (wanted),                                \
                              (source)->status().cause.c_str(), 10'000)

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
    void wrongPasswordIsSaid();
    void rightPasswordSignsIn();
    void brokerRestartIsSurvived();
    void messagesOfAnAbsenceAreDelivered();
    void formerFiltersAreUnsubscribed();
    void sessionTakenOverStopsAfterThree();
    void fullJournalHoldsAndDisconnects();
    void stopIsQuickAndFinal();
    void twoSourcesWorkTogether();

private:
    std::unique_ptr<Source> make(const ConnectionConfig &connection)
    {
        return makeMqttSource(connection, *m_journal, m_credentials, Clock::system(), quick());
    }
    std::unique_ptr<RecordingJournal> m_journal;
    FixedCredentials m_credentials;
};

void TestMqttSource::initTestCase()
{
    QVERIFY2(hasMosquitto(), "mosquitto and mosquitto_pub are needed");
}

void TestMqttSource::init()
{
    m_journal = std::make_unique<RecordingJournal>();
    m_credentials.credentials = {};
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
    ConnectionConfig connection = connectionTo(broker);
    connection.qos = qos;
    connection.protocol = protocol;
    const auto source = make(connection);
    source->start();
    QTRY_STATE(source, State::Connected);
    QVERIFY(broker.publish(QStringLiteral("plant/a"), numbered(500), qos));
    QTRY_COMPARE(m_journal->count(), 500);
    QCOMPARE(distinct(*m_journal), 500);
    QCOMPARE(m_journal->entries().front().qos(), qos);
    QCOMPARE(m_journal->entries().front().topic, std::string("plant/a"));
    QCOMPARE(m_journal->entries().front().source.value, std::uint16_t {7});
    QCOMPARE(source->status().received, std::uint64_t {500});
    const std::string granted = "plant/# qos " + std::to_string(qos);
    QCOMPARE(source->status().granted, std::vector<std::string> {granted});
    QCOMPARE(m_journal->count(Kind::SourceUp), 1);
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
    const auto source = make(connectionTo(broker));
    source->start();
    QTRY_STATE(source, State::Connected);
    QVERIFY(broker.publishFile(QStringLiteral("plant/big"), QByteArray(1 << 20, 'x')));
    QVERIFY(broker.publishFile(QStringLiteral("plant/fits"), QByteArray(256 << 10, 'x')));
    QTRY_COMPARE(m_journal->count(), 1);
    QCOMPARE(m_journal->count(Kind::Refused), 1);
    QCOMPARE(m_journal->entries(Kind::Refused).front().payload, std::string("payload_too_large"));
    QCOMPARE(m_journal->entries(Kind::Refused).front().topic, std::string("plant/big"));
    QCOMPARE(source->status().received, std::uint64_t {2});
    QCOMPARE(source->status().state, State::Connected);
}

void TestMqttSource::overlongTopicIsRefused()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    const auto source = make(connectionTo(broker));
    source->start();
    QTRY_STATE(source, State::Connected);
    const QString topic = QStringLiteral("plant/") + QString(1100, QLatin1Char('t'));
    QVERIFY(broker.publish(topic, {"1"}));
    QTRY_COMPARE(m_journal->count(Kind::Refused), 1);
    QCOMPARE(m_journal->entries(Kind::Refused).front().payload, std::string("topic_invalid"));
    QCOMPARE(m_journal->entries(Kind::Refused).front().topic.size(), std::size_t {256});
}

void TestMqttSource::retainedFlagIsKept()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    QVERIFY(broker.publish(QStringLiteral("plant/kept"), {"1"}, 1, {QStringLiteral("-r")}));
    const auto source = make(connectionTo(broker));
    source->start();
    QTRY_COMPARE(m_journal->count(), 1);
    QVERIFY(m_journal->entries().front().isRetained());
    QVERIFY(broker.publish(QStringLiteral("plant/new"), {"2"}));
    QTRY_COMPARE(m_journal->count(), 2);
    QVERIFY(!m_journal->entries().back().isRetained());
}

void TestMqttSource::brokersOwnTopicsAreNoTelemetry()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    ConnectionConfig connection = connectionTo(broker);
    connection.filters = {"plant/#", "$SYS/broker/uptime"};
    const auto source = make(connection);
    source->start();
    QTRY_STATE(source, State::Connected);
    QVERIFY(broker.publish(QStringLiteral("plant/a"), {"1"}));
    QTRY_COMPARE(m_journal->count(), 1);
    QCOMPARE(m_journal->entries().front().topic, std::string("plant/a"));
    QCOMPARE(source->status().received, std::uint64_t {1});
}

void TestMqttSource::refusedFilterIsInStatus()
{
    // An acl_file grants every filter and drops in silence; this plugin says no to the filter.
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("dynamic-security.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(kClosedTopics);
    file.close();
    MosquittoBroker broker({QStringLiteral("plugin %1").arg(kSecurityPlugin),
                            QStringLiteral("plugin_opt_config_file %1").arg(file.fileName())});
    QVERIFY(broker.start());
    ConnectionConfig connection = connectionTo(broker);
    connection.filters = {"open/#", "closed/a"};
    const auto source = make(connection);
    source->start();
    QTRY_STATE(source, State::Connected);
    QVERIFY(broker.publish(QStringLiteral("open/a"), {"1"}));
    QTRY_COMPARE(m_journal->count(), 1);
    QCOMPARE(source->status().granted, std::vector<std::string> {"open/# qos 1"});
    QCOMPARE(source->status().refused, std::vector<std::string> {"closed/a"});
}

void TestMqttSource::wrongPasswordIsSaid()
{
    MosquittoBroker broker;
    broker.setPasswords({{QStringLiteral("anna"), QStringLiteral("right")}});
    QVERIFY(broker.start());
    m_credentials.credentials = {"anna", "wrong"};
    for (const int protocol : {5, 4}) {
        ConnectionConfig connection = connectionTo(broker);
        connection.protocol = protocol;
        const auto source = make(connection);
        source->start();
        QTRY_STATE(source, State::Refused);
        const ConnectionStatus status = source->status();
        QVERIFY(status.causeCode == Error::Code::BadCredentials
                || status.causeCode == Error::Code::NotPermitted);
        QVERIFY2(status.cause.find("wrong") == std::string::npos, "no secret in words");
        QCOMPARE(layer(status, ConnectionLayer::Name::Port).state, ConnectionLayer::State::Passed);
        QCOMPARE(layer(status, ConnectionLayer::Name::SignIn).state,
                 ConnectionLayer::State::Failed);
        QVERIFY(status.nextAttempt - Clock::system().now() > 50s);
    }
    QCOMPARE(m_journal->count(Kind::SourceDown), 2);
}

void TestMqttSource::rightPasswordSignsIn()
{
    MosquittoBroker broker;
    broker.setPasswords({{QStringLiteral("anna"), QStringLiteral("right")}});
    QVERIFY(broker.start());
    m_credentials.credentials = {"anna", "right"};
    const auto source = make(connectionTo(broker));
    source->start();
    QTRY_STATE(source, State::Connected);
    QVERIFY(!source->status().encrypted);
}

void TestMqttSource::brokerRestartIsSurvived()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    const auto source = make(connectionTo(broker));
    source->start();
    QTRY_STATE(source, State::Connected);
    for (int round = 1; round <= 3; ++round) {
        broker.kill();
        QTRY_VERIFY(source->status().state != State::Connected);
        QVERIFY(!source->status().cause.empty());
        QVERIFY(broker.start());
        QTRY_STATE(source, State::Connected);
        QVERIFY(broker.publish(QStringLiteral("plant/a"), numbered(100, round * 100)));
        QTRY_COMPARE(m_journal->count(), round * 100);
    }
    QCOMPARE(distinct(*m_journal), 300);
    QCOMPARE(source->status().reconnects, std::uint64_t {3});
    QCOMPARE(m_journal->count(Kind::SourceDown), 3);
    QCOMPARE(m_journal->count(Kind::SourceUp), 4);
    QVERIFY(source->status().longestOutage > 0ms);
}

void TestMqttSource::messagesOfAnAbsenceAreDelivered()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    for (const int protocol : {5, 4}) {
        const int before = m_journal->count();
        ConnectionConfig connection = connectionTo(broker);
        connection.protocol = protocol;
        connection.clientId += std::to_string(protocol);
        make(connection)->start();
        auto source = make(connection);
        source->start();
        QTRY_STATE(source, State::Connected);
        source->stop();
        QCOMPARE(source->status().state, State::Off);
        QVERIFY(broker.publish(QStringLiteral("plant/a"), numbered(300)));
        source = make(connection);
        source->start();
        QTRY_COMPARE(m_journal->count(), before + 300);
    }
}

void TestMqttSource::formerFiltersAreUnsubscribed()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    QTemporaryDir data;
    ConnectionConfig connection = connectionTo(broker);
    connection.clientId.clear();
    connection.sessionFolder = data.path().toStdString();
    connection.filters = {"plant/#", "other/#"};
    auto source = make(connection);
    source->start();
    QTRY_STATE(source, State::Connected);
    source->stop();
    connection.filters = {"plant/#"};
    source = make(connection);
    source->start();
    QTRY_STATE(source, State::Connected);
    QVERIFY(broker.publish(QStringLiteral("other/a"), {"old"}));
    QVERIFY(broker.publish(QStringLiteral("plant/a"), {"new"}));
    QTRY_COMPARE(m_journal->count(), 1);
    QCOMPARE(m_journal->entries().front().payload, std::string("new"));
}

void TestMqttSource::sessionTakenOverStopsAfterThree()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    const auto source = make(connectionTo(broker));
    source->start();
    QTRY_STATE(source, State::Connected);
    QProcess other; // comes back each time it is thrown out
    other.start(QStringLiteral("mosquitto_sub"),
                {QStringLiteral("-h"), QStringLiteral("127.0.0.1"), QStringLiteral("-p"),
                 QString::number(broker.port()), QStringLiteral("-i"),
                 QStringLiteral("tst-mqtt-source"), QStringLiteral("-t"), QStringLiteral("x")});
    QTRY_STATE(source, State::Stopped);
    const ConnectionStatus stopped = source->status();
    QCOMPARE(stopped.causeCode, Error::Code::SessionTakenOver);
    QVERIFY(stopped.cause.find("same client id") != std::string::npos);
    QVERIFY(stopped.nextAttempt - Clock::system().now() > 5min);
    QCOMPARE(m_journal->count(Kind::SourceDown), 3);
    other.kill();
    QVERIFY(other.waitForFinished());
    source->retryNow();
    QTRY_STATE(source, State::Connected);
}

void TestMqttSource::fullJournalHoldsAndDisconnects()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    const auto source = make(connectionTo(broker));
    source->start();
    QTRY_STATE(source, State::Connected);
    m_journal->setFull(true);
    QVERIFY(broker.publish(QStringLiteral("plant/a"), numbered(200)));
    QTRY_STATE(source, State::Waiting);
    QCOMPARE(source->status().causeCode, Error::Code::DiskFull);
    QCOMPARE(m_journal->count(), 0);
    m_journal->setFull(false);
    QTRY_COMPARE(m_journal->count(), 200);
    QCOMPARE(distinct(*m_journal), 200);
    QCOMPARE(m_journal->entries().front().payload, std::string("0"));
    QCOMPARE(source->lost(), std::uint64_t {0});
}

void TestMqttSource::stopIsQuickAndFinal()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    const auto source = make(connectionTo(broker));
    for (int round = 0; round < 3; ++round) {
        source->start();
        QTRY_STATE(source, State::Connected);
        QElapsedTimer timer;
        timer.start();
        source->stop();
        QVERIFY2(timer.elapsed() < 2'000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(source->status().state, State::Off);
    }
}

void TestMqttSource::twoSourcesWorkTogether()
{
    MosquittoBroker one;
    MosquittoBroker two;
    QVERIFY(one.start() && two.start());
    ConnectionConfig connection = connectionTo(two);
    connection.source.value = 8;
    connection.clientId = "other";
    const auto first = make(connectionTo(one));
    const auto second = make(connection);
    first->start();
    QTRY_STATE(first, State::Connected);
    second->start();
    QTRY_STATE(second, State::Connected);
    one.kill();
    QVERIFY(two.publish(QStringLiteral("plant/a"), numbered(100)));
    QTRY_COMPARE(m_journal->count(), 100);
    QCOMPARE(m_journal->entries().front().source.value, std::uint16_t {8});
    QTRY_VERIFY(first->status().state != State::Connected);
    QCOMPARE(second->status().state, State::Connected);
}

QTEST_GUILESS_MAIN(TestMqttSource)
#include "tst_mqtt_source.moc"
