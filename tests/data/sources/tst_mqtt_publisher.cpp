#include "data/sources/mqtt_publisher.h"
#include "tests/support/certificates.h"
#include "tests/support/loopback.h"
#include "tests/support/mosquitto_broker.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(telltale::Error::Code)

/// Publishing to real brokers, with and without TLS, and why it does not work, by layer.
class TestMqttPublisher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void unreachableBrokerIsExplained_data();
    void unreachableBrokerIsExplained();
    void signInIsExplained();
    void tlsIsConnectedAndVerified();
    void badCertificateIsExplained_data();
    void badCertificateIsExplained();
    void passwordStaysOnThisComputerWithoutTls();
    void silentBrokerDelaysNoEnd();
    void unacknowledgedIsRepeatedInOrder();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Certificates> m_trusted;
    std::unique_ptr<Certificates> m_stranger;
};

namespace {

using Publisher = Result<std::unique_ptr<MqttPublisher>>;

Publisher publisherTo(const std::string &url, const std::string &caFile = {})
{
    MqttPublisher::Options options;
    options.url = url;
    options.caFile = caFile;
    return MqttPublisher::create(options);
}

std::string tlsUrl(const MosquittoBroker &broker, const char *host)
{
    return "mqtts://" + std::string(host) + ":" + std::to_string(broker.port());
}

/// What the first attempt says.
Error failureOf(const Publisher &publisher)
{
    const Outcome connected = publisher.value()->waitConnected(15s);
    return connected.ok() ? Error {Error::Code::Internal, "it is connected"} : connected.error();
}

/// What the broker received, by topic, as its log tells.
QStringList topicsIn(const QString &log)
{
    QFile file(log);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    static const QRegularExpression received(QStringLiteral("Received PUBLISH .*'(.+)'"));
    QStringList topics;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'))) {
        if (const auto found = received.match(line); found.hasMatch())
            topics << found.captured(1);
    }
    return topics;
}

bool says(const Error &error, const char *words)
{
    return error.detail.find(words) != std::string::npos;
}

} // namespace

void TestMqttPublisher::initTestCase()
{
    QVERIFY2(hasMosquitto(), "mosquitto and mosquitto_pub are needed");
    m_trusted = std::make_unique<Certificates>(m_folder.path(), QStringLiteral("trusted"));
    m_stranger = std::make_unique<Certificates>(m_folder.path(), QStringLiteral("stranger"));
}

void TestMqttPublisher::unreachableBrokerIsExplained_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<Error::Code>("code");
    QTest::addColumn<QString>("words");
    QTest::newRow("unknown host") << QStringLiteral("mqtt://no-such-host.invalid")
                                  << Error::Code::HostNotFound << "check its spelling";
    QTest::newRow("refused port")
        << QStringLiteral("mqtt://127.0.0.1:%1").arg(freePort()) << Error::Code::ConnectionRefused
        << "refuses connections: the broker does not run there, or listens on another port";
    QTest::newRow("refused port, TLS") << QStringLiteral("mqtts://localhost:%1").arg(freePort())
                                       << Error::Code::ConnectionRefused << "refuses connections";
}

void TestMqttPublisher::unreachableBrokerIsExplained()
{
    QFETCH(QString, url);
    QFETCH(Error::Code, code);
    QFETCH(QString, words);
    const Error error = failureOf(publisherTo(url.toStdString()));
    QVERIFY2(error.code == code, error.detail.c_str());
    QVERIFY2(says(error, qPrintable(words)), error.detail.c_str());
}

void TestMqttPublisher::signInIsExplained()
{
    MosquittoBroker broker;
    broker.setPasswords({{QStringLiteral("writer"), QStringLiteral("right-one")}});
    QVERIFY(broker.start());
    MqttPublisher::Options options;
    options.url = broker.url();
    options.credentials = {"writer", "wrong-one"};
    const Error error = failureOf(MqttPublisher::create(options));
    QVERIFY2(error.code == Error::Code::NotPermitted || error.code == Error::Code::BadCredentials,
             error.detail.c_str());
    QVERIFY2(says(error, "check"), error.detail.c_str());
    QVERIFY(!says(error, "wrong-one"));
    options.credentials = {"writer", "right-one"};
    const Publisher publisher = MqttPublisher::create(options);
    QVERIFY(publisher.value()->waitConnected(15s).ok());
}

void TestMqttPublisher::tlsIsConnectedAndVerified()
{
    const auto files
        = m_trusted->server(QStringLiteral("good"), QStringLiteral("DNS:localhost,IP:127.0.0.1"));
    MosquittoBroker broker;
    broker.setTls(files.certificate, files.key);
    QVERIFY(broker.start());
    for (const char *host : {"localhost", "127.0.0.1"}) {
        const Publisher publisher
            = publisherTo(tlsUrl(broker, host), m_trusted->authority().certificate.toStdString());
        const Outcome connected = publisher.value()->waitConnected(15s);
        QVERIFY2(connected.ok(), connected.ok() ? "" : connected.error().detail.c_str());
        QVERIFY(publisher.value()->publish("plant/a", "1", 1s).ok());
        QVERIFY(publisher.value()->flush(10s).ok());
        QCOMPARE(publisher.value()->acknowledged(), std::uint64_t(1));
    }
}

void TestMqttPublisher::badCertificateIsExplained_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("words");
    const QString names = QStringLiteral("DNS:localhost,IP:127.0.0.1");
    const auto expired = m_trusted->server(QStringLiteral("expired"), names, -10);
    QTest::newRow("expired") << expired.certificate << expired.key << "expired on";
    const auto other
        = m_trusted->server(QStringLiteral("other"), QStringLiteral("DNS:broker.example"));
    QTest::newRow("another host name")
        << other.certificate << other.key << "use the name in it as the address";
    const auto strange = m_stranger->server(QStringLiteral("strange"), names);
    QTest::newRow("unknown issuer")
        << strange.certificate << strange.key << "give this connection the issuer's CA file";
    const auto own = m_trusted->selfSigned(QStringLiteral("own"), names);
    QTest::newRow("signed by itself") << own.certificate << own.key << "signed by itself";
    QTest::newRow("no TLS at all") << QString() << QString() << "use mqtt:// or the port for TLS";
}

void TestMqttPublisher::badCertificateIsExplained()
{
    QFETCH(QString, certificate);
    QFETCH(QString, key);
    QFETCH(QString, words);
    MosquittoBroker broker;
    broker.setTls(certificate, key);
    QVERIFY(broker.start());
    const Error error = failureOf(
        publisherTo(tlsUrl(broker, "localhost"), m_trusted->authority().certificate.toStdString()));
    const auto expected = certificate.isEmpty() ? Error::Code::NoTls : Error::Code::TlsFailed;
    QVERIFY2(error.code == expected, error.detail.c_str());
    QVERIFY2(says(error, qPrintable(words)), error.detail.c_str());
}

void TestMqttPublisher::passwordStaysOnThisComputerWithoutTls()
{
    MqttPublisher::Options options;
    options.url = "mqtt://broker.example";
    options.credentials = {"writer", "secret"};
    const Publisher publisher = MqttPublisher::create(options);
    QVERIFY(!publisher.ok());
    QVERIFY(publisher.error().code == Error::Code::NotPermitted);
    QVERIFY(says(publisher.error(), "mqtts://"));
}

/// The broker takes an hour to answer: neither who waits for it nor the publisher's end do.
void TestMqttPublisher::silentBrokerDelaysNoEnd()
{
    const SilentServer silent;
    MqttPublisher::Options options;
    options.url = "mqtt://127.0.0.1:" + std::to_string(silent.port());
    options.connectTimeout = 1h;
    Publisher publisher = MqttPublisher::create(options);
    QVERIFY(publisher.ok());
    const std::atomic<bool> stop = true;
    const Outcome waited = publisher.value()->waitConnected(1h, &stop);
    QVERIFY(!waited.ok());
    QVERIFY(waited.error().code == Error::Code::Cancelled);
    publisher.value().reset();
}

/// The broker dies with a whole window on its way: none of it was acknowledged.
void TestMqttPublisher::unacknowledgedIsRepeatedInOrder()
{
    constexpr std::size_t kWindow = 50;
    MosquittoBroker broker({QStringLiteral("log_type all")});
    const QString log = broker.folder() + QStringLiteral("/log");
    broker.logTo(log);
    QVERIFY(broker.start());
    MqttPublisher::Options options;
    options.url = broker.url();
    options.window = kWindow;
    const Publisher publisher = MqttPublisher::create(options);
    QVERIFY(publisher.value()->waitConnected(15s).ok());
    broker.freeze();
    QStringList expected;
    for (std::size_t i = 0; i < 2 * kWindow; ++i) {
        expected << QStringLiteral("plant/%1").arg(i);
        QVERIFY(publisher.value()->publish(expected.last().toStdString(), "1", 10s).ok());
    }
    broker.kill();
    QVERIFY(broker.start());
    QVERIFY(publisher.value()->flush(30s).ok());
    QTRY_COMPARE(topicsIn(log), expected);
}

QTEST_GUILESS_MAIN(TestMqttPublisher)
#include "tst_mqtt_publisher.moc"
