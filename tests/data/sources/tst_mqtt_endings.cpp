#include "tests/data/sources/mqtt_bench.h"
#include "tests/support/loopback.h"
#include "tests/support/mosquitto_broker.h"
#include "tests/support/scripted_broker.h"

#include <QDir>
#include <QTest>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;
using Code = Error::Code;
using Kind = JournalRecord::Kind;
using Layer = ConnectionLayer::Name;
using State = ConnectionStatus::State;

/// Brokers that end a connection for reasons of their own: what is made of each.
class TestMqttEndings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void quickRestartsAreNoTakeOver();
    void guessedTakeOverPausesForTheLongestDelay();
    void saidTakeOverStopsAfterThree();
    void countersThatCostTheLinkAreLeftOut();
    void allTopicsRefusedIsTriedAgainLater();
    void newerVersionIsTriedAgain();
    void refusedSignInLeavesTheChoiceOfTheVersion();
    void invalidFormerFilterDoesNoHarm();
    void damagedSessionIsReplacedAndSaid();

private:
    std::unique_ptr<MqttBench> m_bench;
};

namespace {

bool isConnected(const Source &source)
{
    return source.status().state == State::Connected;
}

std::string urlOf(const TcpProxy &proxy)
{
    return "mqtt://127.0.0.1:" + std::to_string(proxy.port());
}

QString onlySession(const QTemporaryDir &data)
{
    const QDir sessions(data.filePath(QStringLiteral("sessions")));
    const QStringList files = sessions.entryList({QStringLiteral("*.json")}, QDir::Files);
    return files.size() == 1 ? sessions.filePath(files.constFirst()) : QString();
}

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

} // namespace

void TestMqttEndings::initTestCase()
{
    QVERIFY2(hasMosquitto(), "mosquitto and mosquitto_pub are needed");
}

void TestMqttEndings::init()
{
    m_bench = std::make_unique<MqttBench>();
}

void TestMqttEndings::quickRestartsAreNoTakeOver()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    MqttOptions options = quickMqtt();
    options.lastDelay = 60s; // what a guess would cost
    const auto source = m_bench->make(connectionTo(broker.url()), options);
    source->start();
    QTRY_STATE(source, State::Connected);
    for (std::uint64_t round = 1; round <= 5; ++round) {
        broker.kill(); // without a goodbye, and soon after sign-in
        QVERIFY(broker.start());
        const auto isBack
            = [&] { return isConnected(*source) && source->status().reconnects == round; };
        QTRY_VERIFY2_WITH_TIMEOUT(isBack(), source->status().cause.c_str(), 15'000);
    }
}

void TestMqttEndings::guessedTakeOverPausesForTheLongestDelay()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    MqttOptions options = quickMqtt();
    options.lastDelay = 60s;
    const auto source = m_bench->make(connectionTo(broker.url()), options);
    source->start();
    QTRY_STATE(source, State::Connected);
    QProcess other; // comes back each time it is thrown out
    other.start(QStringLiteral("mosquitto_sub"),
                {QStringLiteral("-h"), QStringLiteral("127.0.0.1"), QStringLiteral("-p"),
                 QString::number(broker.port()), QStringLiteral("-i"), QStringLiteral("tst-mqtt"),
                 QStringLiteral("-t"), QStringLiteral("x")});
    const auto isGuessed = [&] {
        const ConnectionStatus status = source->status();
        return status.state == State::Waiting && status.causeCode == Code::SessionTakenOver;
    };
    QTRY_VERIFY2_WITH_TIMEOUT(isGuessed(), source->status().cause.c_str(), 30'000);
    const ConnectionStatus status = source->status();
    QVERIFY2(status.cause.find("probably uses the same client id") != std::string::npos,
             status.cause.c_str());
    const auto pause = status.nextAttempt - Clock::system().now();
    QVERIFY(pause > 40s && pause <= 60s);
    other.kill();
    QVERIFY(other.waitForFinished());
    source->retryNow();
    QTRY_STATE(source, State::Connected);
}

void TestMqttEndings::saidTakeOverStopsAfterThree()
{
    const ScriptedBroker broker(0x8E); // mosquitto 2.0 does not say so
    const auto source = m_bench->make(connectionTo(broker.url()), quickMqtt());
    source->start();
    QTRY_STATE(source, State::Stopped);
    const ConnectionStatus stopped = source->status();
    QCOMPARE(stopped.causeCode, Code::SessionTakenOver);
    QVERIFY(stopped.cause.find("took the session over") != std::string::npos);
    QVERIFY(stopped.nextAttempt - Clock::system().now() > 5min);
    QCOMPARE(broker.goodbyes(), 3);
    QCOMPARE(m_bench->journal.count(Kind::SourceDown), 3);
    source->retryNow();
    QTRY_COMPARE_WITH_TIMEOUT(broker.goodbyes(), 4, 10'000);
}

void TestMqttEndings::countersThatCostTheLinkAreLeftOut()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    TcpProxy proxy(broker.port());
    proxy.hangUpOn("$SYS/");
    for (const int protocol : {5, 4}) {
        ConnectionConfig connection = connectionTo(urlOf(proxy));
        connection.protocol = protocol;
        connection.clientId += std::to_string(protocol);
        const int before = proxy.hangUps();
        const auto source = m_bench->make(connection, quickMqtt());
        source->start();
        QTRY_STATE(source, State::Connected);
        QCOMPARE(proxy.hangUps(), before + 1); // asked once, and never again
        const ConnectionStatus status = source->status();
        QVERIFY2(status.cause.find("left out from now on") != std::string::npos,
                 status.cause.c_str());
        QVERIFY(layer(status, Layer::Topics).detail.find("left out") != std::string::npos);
        QCOMPARE(status.granted, std::vector<std::string> {"plant/# qos 1"});
        const int received = m_bench->journal.count();
        QVERIFY(broker.publish(QStringLiteral("plant/a"), {"1"}));
        QTRY_COMPARE(m_bench->journal.count(), received + 1);
    }
}

void TestMqttEndings::allTopicsRefusedIsTriedAgainLater()
{
    MosquittoBroker broker;
    broker.refuseSubscribing(QStringLiteral("closed/#"));
    QVERIFY(broker.start());
    ConnectionConfig connection = connectionTo(broker.url());
    connection.filters = {"closed/a", "closed/b/#"};
    MqttOptions options = quickMqtt();
    {
        const auto source = m_bench->make(connection, options);
        source->start();
        QTRY_STATE(source, State::Refused);
        const ConnectionStatus status = source->status();
        QCOMPARE(status.causeCode, Code::NotPermitted);
        QVERIFY2(status.cause.find("permits none of the topics") != std::string::npos,
                 status.cause.c_str());
        QCOMPARE(status.refused, connection.filters);
        QCOMPARE(layer(status, Layer::Topics).state, ConnectionLayer::State::Failed);
        QVERIFY(status.nextAttempt - Clock::system().now() > 50s);
    }
    options.refusedDelay = 100ms;
    const auto source = m_bench->make(connection, options);
    source->start();
    QTRY_STATE(source, State::Refused);
    broker.kill();
    QTRY_VERIFY(source->status().causeCode == Code::ConnectionRefused); // it has tried again
}

void TestMqttEndings::newerVersionIsTriedAgain()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    TcpProxy proxy(broker.port());
    proxy.hangUpOn(std::string("\0\4MQTT\5", 7), 1); // one bad moment
    MqttOptions options = quickMqtt();
    options.olderVersionFor = 0ms;
    const auto source = m_bench->make(connectionTo(urlOf(proxy)), options);
    source->start();
    QTRY_STATE(source, State::Connected);
    QCOMPARE(layer(source->status(), Layer::Protocol).detail, std::string("MQTT 3.1.1"));
    broker.kill();
    QTRY_VERIFY(!isConnected(*source));
    QVERIFY(broker.start());
    QTRY_STATE(source, State::Connected);
    QCOMPARE(layer(source->status(), Layer::Protocol).detail, std::string("MQTT 5"));
}

void TestMqttEndings::refusedSignInLeavesTheChoiceOfTheVersion()
{
    MosquittoBroker broker;
    broker.setPasswords({{QStringLiteral("anna"), QStringLiteral("right")}});
    QVERIFY(broker.start());
    TcpProxy proxy(broker.port());
    proxy.hangUpOn(std::string("\0\4MQTT\5", 7), 1);
    m_bench->credentials.credentials = {"anna", "wrong"};
    const auto source = m_bench->make(connectionTo(urlOf(proxy)), quickMqtt());
    source->start();
    QTRY_STATE(source, State::Refused);
    QCOMPARE(source->status().causeCode, Code::BadCredentials);
    m_bench->credentials.credentials = {"anna", "right"};
    source->retryNow();
    QTRY_STATE(source, State::Connected);
    QCOMPARE(layer(source->status(), Layer::Protocol).detail, std::string("MQTT 5"));
}

void TestMqttEndings::invalidFormerFilterDoesNoHarm()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    const QTemporaryDir data;
    ConnectionConfig connection = connectionTo(broker.url());
    connection.clientId.clear();
    connection.sessionFolder = data.path().toStdString();
    m_bench->make(connection, quickMqtt())->start();
    auto source = m_bench->make(connection, quickMqtt());
    source->start();
    QTRY_STATE(source, State::Connected);
    source->stop();
    const QString session = onlySession(data);
    QVERIFY(write(session, R"({"version": 1, "clientId": "tt0123456789", "filters": ["a/#/b"]})"));
    source = m_bench->make(connection, quickMqtt());
    source->start();
    QTRY_STATE(source, State::Connected);
    QFile file(session);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("a/#/b"));
}

void TestMqttEndings::damagedSessionIsReplacedAndSaid()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    const QTemporaryDir data;
    ConnectionConfig connection = connectionTo(broker.url());
    connection.clientId.clear();
    connection.sessionFolder = data.path().toStdString();
    auto source = m_bench->make(connection, quickMqtt());
    source->start();
    QTRY_STATE(source, State::Connected);
    source->stop();
    const QString session = onlySession(data);
    QVERIFY(write(session, "{\"clientId\": 7"));
    source = m_bench->make(connection, quickMqtt());
    source->start();
    QTRY_STATE(source, State::Connected);
    const std::string said = layer(source->status(), Layer::SignIn).detail;
    QVERIFY2(said.find(session.toStdString() + ".damaged") != std::string::npos, said.c_str());
    QVERIFY(QFile::exists(session + QStringLiteral(".damaged")));
}

QTEST_GUILESS_MAIN(TestMqttEndings)
#include "tst_mqtt_endings.moc"
