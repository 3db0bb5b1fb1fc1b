#include "tests/data/sources/mqtt_bench.h"
#include "tests/support/certificates.h"
#include "tests/support/loopback.h"
#include "tests/support/mosquitto_broker.h"
#include "tests/support/thread_watch.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

#include <unistd.h>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;
using Kind = JournalRecord::Kind;
using Layer = ConnectionLayer::Name;
using State = ConnectionStatus::State;

Q_DECLARE_METATYPE(telltale::Error::Code)

namespace {

constexpr qint64 kIdleWakes = 20; ///< take a second at the least
constexpr int kIdleWatchMs = 10'000; ///< fewer in that time are as good

/// Gives up soon, so that failures show.
MqttOptions impatient()
{
    MqttOptions options = quickMqtt();
    options.connectTimeout = 1'500ms;
    options.keepAlive = 1'000ms;
    return options;
}

/// How many parts of the connection something has been found out about.
int looked(const ConnectionStatus &status)
{
    const auto isLooked = [](const ConnectionLayer &one) {
        return one.state == ConnectionLayer::State::Passed
            || one.state == ConnectionLayer::State::Failed;
    };
    return static_cast<int>(std::count_if(status.layers.begin(), status.layers.end(), isLooked));
}

} // namespace

/// Each way a connection can fail is explained by its layer.
class TestMqttFailures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void unknownHost();
    void refusedPort();
    void serverThatNeverAnswers();
    void brokenAddress();
    void plainPasswordNeedsConsent();
    void halfOpenLinkIsNoticed();
    void frozenBrokerIsNoticed();
    void tlsIsConnectedAndVerified();
    void badCertificateIsRefused_data();
    void badCertificateIsRefused();
    void plainServerBehindTlsAddress();
    void stopWaitsForNoAnswerInAnyState_data();
    void stopWaitsForNoAnswerInAnyState();
    void idleCostsNothing();

private:
    std::unique_ptr<Source> make(const ConnectionConfig &connection)
    {
        return m_bench->make(connection, impatient());
    }
    /// The status once an attempt has failed at `name`.
    ConnectionStatus failedAt(const ConnectionConfig &connection, Layer name)
    {
        const auto source = make(connection);
        source->start();
        const auto hasFailed = [&] {
            const ConnectionStatus status = source->status();
            return layer(status, name).state == ConnectionLayer::State::Failed
                && !status.cause.empty();
        };
        [&] { QTRY_VERIFY2_WITH_TIMEOUT(hasFailed(), source->status().cause.c_str(), 8'000); }();
        return source->status();
    }
    std::unique_ptr<MqttBench> m_bench;
    QTemporaryDir m_folder;
    std::unique_ptr<Certificates> m_trusted;
    std::unique_ptr<Certificates> m_stranger;
};

void TestMqttFailures::initTestCase()
{
    QVERIFY2(hasMosquitto(), "mosquitto and mosquitto_pub are needed");
    m_trusted = std::make_unique<Certificates>(m_folder.path(), QStringLiteral("trusted"));
    m_stranger = std::make_unique<Certificates>(m_folder.path(), QStringLiteral("stranger"));
}

void TestMqttFailures::init()
{
    m_bench = std::make_unique<MqttBench>();
}

void TestMqttFailures::unknownHost()
{
    const ConnectionStatus status
        = failedAt(connectionTo("mqtt://no-such-host.invalid"), Layer::HostName);
    QVERIFY(status.causeCode == Error::Code::HostNotFound
            || status.causeCode == Error::Code::TimedOut);
    QVERIFY(status.cause.find("no-such-host.invalid") != std::string::npos);
    QCOMPARE(layer(status, Layer::Port).state, ConnectionLayer::State::Unknown);
    QCOMPARE(m_bench->journal.count(Kind::SourceDown), 1);
}

void TestMqttFailures::refusedPort()
{
    const std::string port = std::to_string(freePort());
    const ConnectionStatus status = failedAt(connectionTo("mqtt://localhost:" + port), Layer::Port);
    QCOMPARE(status.causeCode, Error::Code::ConnectionRefused);
    QVERIFY2(status.cause.find("127.0.0.1 port " + port) != std::string::npos,
             status.cause.c_str());
    QCOMPARE(layer(status, Layer::HostName).state, ConnectionLayer::State::Passed);
    QCOMPARE(m_bench->journal.count(Kind::SourceDown), 1); // one, however many attempts
}

void TestMqttFailures::serverThatNeverAnswers()
{
    const SilentServer server;
    const std::string address = "127.0.0.1:" + std::to_string(server.port());
    ConnectionStatus status = failedAt(connectionTo("mqtt://" + address), Layer::Protocol);
    QCOMPARE(status.causeCode, Error::Code::TimedOut);
    QCOMPARE(layer(status, Layer::Port).state, ConnectionLayer::State::Passed);
    status = failedAt(connectionTo("mqtts://" + address), Layer::Tls);
    QCOMPARE(status.causeCode, Error::Code::TimedOut);
}

void TestMqttFailures::brokenAddress()
{
    const ConnectionStatus status
        = failedAt(connectionTo("mqtt://anna:secret@host"), Layer::HostName);
    QCOMPARE(status.state, State::Refused);
    QVERIFY(status.cause.find("TELLTALE_MQTT_PASSWORD") != std::string::npos);
    QVERIFY(status.cause.find("secret") == std::string::npos);
}

void TestMqttFailures::plainPasswordNeedsConsent()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    m_bench->credentials.credentials = {"anna", "secret"};
    // "ip6-loopback" and the like are this computer, too, but not by their name.
    ConnectionConfig connection = connectionTo("mqtt://0.0.0.0:" + std::to_string(broker.port()));
    const ConnectionStatus status = failedAt(connection, Layer::SignIn);
    QCOMPARE(status.state, State::Refused);
    QCOMPARE(status.causeCode, Error::Code::NotPermitted);
    connection.allowPlainPassword = true;
    const auto source = make(connection);
    source->start();
    QTRY_COMPARE_WITH_TIMEOUT(source->status().state, State::Connected, 8'000);
}

void TestMqttFailures::halfOpenLinkIsNoticed()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    TcpProxy proxy(broker.port());
    const auto source = make(connectionTo("mqtt://127.0.0.1:" + std::to_string(proxy.port())));
    source->start();
    QTRY_COMPARE_WITH_TIMEOUT(source->status().state, State::Connected, 8'000);
    proxy.setFrozen(true);
    QTRY_VERIFY_WITH_TIMEOUT(source->status().state != State::Connected, 60'000);
    QCOMPARE(source->status().causeCode, Error::Code::ConnectionLost);
    proxy.setFrozen(false);
    QTRY_VERIFY2_WITH_TIMEOUT(source->status().state == State::Connected,
                              source->status().cause.c_str(), 8'000);
}

void TestMqttFailures::frozenBrokerIsNoticed()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    const auto source = make(connectionTo(broker.url()));
    source->start();
    QTRY_COMPARE_WITH_TIMEOUT(source->status().state, State::Connected, 8'000);
    broker.freeze();
    QTRY_VERIFY_WITH_TIMEOUT(source->status().state != State::Connected, 8'000);
    broker.thaw();
    QTRY_COMPARE_WITH_TIMEOUT(source->status().state, State::Connected, 8'000);
}

void TestMqttFailures::tlsIsConnectedAndVerified()
{
    const auto files
        = m_trusted->server(QStringLiteral("good"), QStringLiteral("DNS:localhost,IP:127.0.0.1"));
    MosquittoBroker broker;
    broker.setTls(files.certificate, files.key);
    QVERIFY(broker.start());
    for (const char *host : {"localhost", "127.0.0.1"}) {
        ConnectionConfig connection
            = connectionTo("mqtts://" + std::string(host) + ":" + std::to_string(broker.port()));
        connection.caFile = m_trusted->authority().certificate.toStdString();
        const auto source = make(connection);
        source->start();
        QTRY_VERIFY2_WITH_TIMEOUT(source->status().state == State::Connected,
                                  source->status().cause.c_str(), 8'000);
        const ConnectionStatus status = source->status();
        QVERIFY(status.encrypted);
        QCOMPARE(layer(status, Layer::Tls).state, ConnectionLayer::State::Passed);
        QVERIFY(layer(status, Layer::Tls).detail.find("TLSv1.") != std::string::npos);
    }
}

void TestMqttFailures::badCertificateIsRefused_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("authority");
    QTest::addColumn<QString>("words");
    const QString names = QStringLiteral("DNS:localhost,IP:127.0.0.1");
    const QString trusted = m_trusted->authority().certificate;
    const auto expired = m_trusted->server(QStringLiteral("expired"), names, -10);
    QTest::newRow("expired") << expired.certificate << expired.key << trusted << "expired on";
    const auto other
        = m_trusted->server(QStringLiteral("other"), QStringLiteral("DNS:broker.example"));
    QTest::newRow("another host name")
        << other.certificate << other.key << trusted << "another host name (DNS:broker.example)";
    const auto strange = m_stranger->server(QStringLiteral("strange"), names);
    QTest::newRow("unknown issuer")
        << strange.certificate << strange.key << trusted << "issuer of the broker's certificate";
    QTest::newRow("unknown issuer, authorities of the system")
        << strange.certificate << strange.key << QString() << "issuer of the broker's certificate";
    const auto own = m_trusted->selfSigned(QStringLiteral("own"), names);
    QTest::newRow("signed by itself")
        << own.certificate << own.key << trusted << "signed by itself";
    const auto good = m_trusted->server(QStringLiteral("fine"), names);
    QTest::newRow("no such CA file")
        << good.certificate << good.key << QStringLiteral("/nowhere/ca.pem") << "/nowhere/ca.pem";
}

void TestMqttFailures::badCertificateIsRefused()
{
    QFETCH(QString, certificate);
    QFETCH(QString, key);
    QFETCH(QString, authority);
    QFETCH(QString, words);
    MosquittoBroker broker;
    broker.setTls(certificate, key);
    QVERIFY(broker.start());
    ConnectionConfig connection
        = connectionTo("mqtts://localhost:" + std::to_string(broker.port()));
    connection.caFile = authority.toStdString();
    const ConnectionStatus status = failedAt(connection, Layer::Tls);
    QVERIFY2(status.cause.find(words.toStdString()) != std::string::npos, status.cause.c_str());
    QVERIFY(status.causeCode == Error::Code::TlsFailed
            || status.causeCode == Error::Code::NotFound);
    QCOMPARE(status.state, State::Refused);
    QVERIFY(status.nextAttempt - Clock::system().now() > 50s); // no storm
}

void TestMqttFailures::plainServerBehindTlsAddress()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    const ConnectionStatus status
        = failedAt(connectionTo("mqtts://localhost:" + std::to_string(broker.port())), Layer::Tls);
    QCOMPARE(status.causeCode, Error::Code::NoTls);
    QVERIFY2(status.cause.find("use mqtt:// or the port for TLS") != std::string::npos,
             status.cause.c_str());
}

void TestMqttFailures::stopWaitsForNoAnswerInAnyState_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<int>("reached"); // parts something is found out about, whatever comes then
    QTest::newRow("looking up a name") << "mqtt://no-such-host.invalid" << 0;
    QTest::newRow("refused port") << QStringLiteral("mqtt://127.0.0.1:%1").arg(freePort()) << 2;
    QTest::newRow("no route, or no answer") << "mqtt://192.0.2.1" << 1;
    QTest::newRow("no MQTT answer") << "silent mqtt" << 2;
    QTest::newRow("no TLS answer") << "silent mqtts" << 2;
}

void TestMqttFailures::stopWaitsForNoAnswerInAnyState()
{
    QFETCH(QString, url);
    QFETCH(int, reached);
    const SilentServer silent;
    if (url.startsWith(QLatin1String("silent ")))
        url = QStringLiteral("%1://127.0.0.1:%2").arg(url.mid(7)).arg(silent.port());
    MqttOptions options;
    options.connectTimeout = 24h; // the test would not end
    for (int part = -1; part <= reached; ++part) { // -1: before anything has begun
        const auto source = m_bench->make(connectionTo(url.toStdString()), options);
        source->start();
        const auto isThere = [&source, part] {
            const ConnectionStatus status = source->status();
            return part < 0 || (status.state != State::Off && looked(status) >= part);
        };
        QTRY_VERIFY_WITH_TIMEOUT(isThere(), 10'000);
        source->stop();
        QCOMPARE(source->status().state, State::Off);
    }
}

void TestMqttFailures::idleCostsNothing()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    const auto source = make(connectionTo(broker.url()));
    source->start();
    QTRY_COMPARE_WITH_TIMEOUT(source->status().state, State::Connected, 8'000);
    ThreadWatch threads(::getpid());
    QTRY_VERIFY_WITH_TIMEOUT(threads.hasSeenAllAsleep(), 10'000);
    QElapsedTimer timer;
    timer.start();
    const ThreadWatch idle(::getpid());
    (void)QTest::qWaitFor([&idle] { return idle.wakes() >= kIdleWakes; }, kIdleWatchMs);
    qInfo("%lld wakes in %lld ms", idle.wakes(), timer.elapsed());
    QVERIFY(timer.elapsed() >= 1'000);
    ThreadWatch end(::getpid()); // a thread that spins is never woken, nor asleep
    QTRY_VERIFY_WITH_TIMEOUT(end.hasSeenAllAsleep(), 10'000);
}

QTEST_GUILESS_MAIN(TestMqttFailures)
#include "tst_mqtt_failures.moc"
