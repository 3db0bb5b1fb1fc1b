#include "tests/support/certificates.h"
#include "tests/support/loopback.h"
#include "tests/support/mosquitto_broker.h"
#include "tests/support/telltale_process.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QTest>

#include <memory>

using namespace telltale::test;

/// What is wrong with a broker, its address or a password, as a user of `collect` and `replay`
/// meets it: a message with a remedy, and no secret in it.
class TestBadConnections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void connectionIsExplained_data();
    void connectionIsExplained();
    void quickConnectionTrustsTheAuthorityItIsGiven();
    void refusedTopicIsNamedAndTheOthersArrive();
    void replayIsExplained_data();
    void replayIsExplained();
    void noSecretIsWrittenAnywhere();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Certificates> m_trusted;
    std::unique_ptr<Certificates> m_stranger;
};

namespace {

/// User and password of the environment, for the commands started meanwhile.
class EnvironmentUser
{
public:
    EnvironmentUser(const char *user, const char *password)
    {
        qputenv("TELLTALE_MQTT_USER", user);
        qputenv("TELLTALE_MQTT_PASSWORD", password);
    }
    ~EnvironmentUser()
    {
        qunsetenv("TELLTALE_MQTT_USER");
        qunsetenv("TELLTALE_MQTT_PASSWORD");
    }
    EnvironmentUser(const EnvironmentUser &) = delete;
    EnvironmentUser &operator=(const EnvironmentUser &) = delete;
};

} // namespace

void TestBadConnections::initTestCase()
{
    QVERIFY2(hasMosquitto(), "mosquitto and mosquitto_pub are needed");
    m_trusted = std::make_unique<Certificates>(m_folder.path(), QStringLiteral("trusted"));
    m_stranger = std::make_unique<Certificates>(m_folder.path(), QStringLiteral("stranger"));
}

void TestBadConnections::connectionIsExplained_data()
{
    QTest::addColumn<QString>("url"); // %1: the port of a broker
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QByteArray>("said");
    const QString names = QStringLiteral("DNS:localhost,IP:127.0.0.1");
    const QString tls = QStringLiteral("mqtts://localhost:%1");
    const QString plain = QStringLiteral("mqtt://localhost:%1");
    const QString none;
    QTest::newRow("unknown host") << QStringLiteral("mqtt://no-such-host.invalid") << none << none
                                  << QByteArray("check its spelling");
    QTest::newRow("refused port")
        << QStringLiteral("mqtt://127.0.0.1:%1").arg(freePort()) << none << none
        << QByteArray("the broker does not run there, or listens on another port");
    QTest::newRow("wrong password") << plain << none << none << QByteArray("check ");
    QTest::newRow("no TLS there") << tls << none << none
                                  << QByteArray("use mqtt:// or the port for TLS");
    const auto own = m_trusted->selfSigned(QStringLiteral("own"), names);
    QTest::newRow("self-signed certificate")
        << tls << own.certificate << own.key << QByteArray("CA file if you trust it");
    const auto expired = m_trusted->server(QStringLiteral("expired"), names, -10);
    QTest::newRow("expired certificate")
        << tls << expired.certificate << expired.key << QByteArray("renew it at the broker");
    const auto other
        = m_trusted->server(QStringLiteral("other"), QStringLiteral("DNS:broker.example"));
    QTest::newRow("certificate of another host")
        << tls << other.certificate << other.key << QByteArray("use the name in it as the address");
    const auto strange = m_stranger->server(QStringLiteral("strange"), names);
    QTest::newRow("unknown authority") << tls << strange.certificate << strange.key
                                       << QByteArray("give this connection the issuer's CA file");
}

void TestBadConnections::connectionIsExplained()
{
    QFETCH(QString, url);
    QFETCH(QString, certificate);
    QFETCH(QString, key);
    QFETCH(QByteArray, said);
    MosquittoBroker broker;
    broker.setTls(certificate, key);
    broker.setPasswords({{QStringLiteral("reader"), QStringLiteral("right-one")}});
    QVERIFY(broker.start());
    TelltaleProcess telltale;
    const QString address = url.contains(QLatin1String("%1")) ? url.arg(broker.port()) : url;
    QVERIFY(telltale.writeConnection(
        {{QStringLiteral("name"), QStringLiteral("plant")},
         {QStringLiteral("url"), address},
         {QStringLiteral("filters"), QJsonArray {QStringLiteral("plant/#")}},
         {QStringLiteral("ca_file"), m_trusted->authority().certificate}}));
    const EnvironmentUser user("reader", "wrong-one");
    const auto answer
        = telltale.run({QStringLiteral("collect"), QStringLiteral("--for"), QStringLiteral("3")});
    QCOMPARE(answer.code, 1); // never subscribed
    QVERIFY2(answer.err.contains(said), answer.err.constData());
    QVERIFY2(!answer.err.contains("wrong-one"), answer.err.constData());
    QVERIFY(addsUp(telltale.status()));
}

void TestBadConnections::quickConnectionTrustsTheAuthorityItIsGiven()
{
    const auto server = m_trusted->server(QStringLiteral("quick"), QStringLiteral("DNS:localhost"));
    MosquittoBroker broker;
    broker.setTls(server.certificate, server.key);
    QVERIFY(broker.start());
    const TelltaleProcess telltale;
    const QStringList collect {QStringLiteral("collect"), QStringLiteral("--broker"),
                               QStringLiteral("mqtts://localhost:%1").arg(broker.port()),
                               QStringLiteral("--for"), QStringLiteral("2")};
    QCOMPARE(telltale.run(collect).code, 1);
    const auto answer = telltale.run(
        collect + QStringList {QStringLiteral("--ca-file"), m_trusted->authority().certificate});
    QVERIFY2(answer.code == 0, answer.err.constData());
}

void TestBadConnections::refusedTopicIsNamedAndTheOthersArrive()
{
    MosquittoBroker broker;
    broker.refuseSubscribing(QStringLiteral("closed/#"));
    QVERIFY(broker.start());
    TelltaleProcess telltale;
    QVERIFY(telltale.collect(broker.port(),
                             {QStringLiteral("--topic"), QStringLiteral("open/#"),
                              QStringLiteral("--topic"), QStringLiteral("closed/a")}));
    QVERIFY(broker.publish(QStringLiteral("open/a"), {"1"}));
    QVERIFY(broker.publish(QStringLiteral("closed/a"), {"2"}));
    const auto stored = [&] { return number(telltale.status(), "stored"); };
    QTRY_COMPARE_WITH_TIMEOUT(stored(), 1, 10'000);
    const QJsonObject connection
        = telltale.status().value(QStringLiteral("connections")).toArray().at(0).toObject();
    QCOMPARE(connection.value(QStringLiteral("refused")).toArray(),
             QJsonArray {QStringLiteral("closed/a")});
    QCOMPARE(telltale.terminate(), 0);
    const QByteArray said = telltale.errors();
    QVERIFY2(said.contains("refuses closed/a: ask for read permission there"), said.constData());
}

void TestBadConnections::replayIsExplained_data()
{
    connectionIsExplained_data();
}

void TestBadConnections::replayIsExplained()
{
    QFETCH(QString, url);
    QFETCH(QString, certificate);
    QFETCH(QString, key);
    QFETCH(QByteArray, said);
    QFile file(m_folder.filePath(QStringLiteral("rows.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("time,a\n2020-01-01T00:00:00Z,1\n");
    file.close();
    MosquittoBroker broker;
    broker.setTls(certificate, key);
    broker.setPasswords({{QStringLiteral("writer"), QStringLiteral("right-one")}});
    QVERIFY(broker.start());
    const QString address = url.contains(QLatin1String("%1")) ? url.arg(broker.port()) : url;
    const bool isPlain = !address.contains(QLatin1String("invalid"));
    const EnvironmentUser user(isPlain ? "writer" : "", isPlain ? "wrong-one" : "");
    const auto answer = TelltaleProcess().run(
        {QStringLiteral("replay"), file.fileName(), QStringLiteral("--broker"), address,
         QStringLiteral("--ca-file"), m_trusted->authority().certificate});
    QCOMPARE(answer.code, 1);
    QVERIFY2(answer.err.contains(said), answer.err.constData());
    QVERIFY2(!answer.err.contains("wrong-one"), answer.err.constData());
}

void TestBadConnections::noSecretIsWrittenAnywhere()
{
    const QByteArray canary("canary-password-4711");
    MosquittoBroker broker;
    broker.setPasswords({{QStringLiteral("reader"), QString::fromLatin1(canary)}});
    QVERIFY(broker.start());
    TelltaleProcess telltale;
    QByteArray said;
    {
        const EnvironmentUser user("reader", canary);
        QVERIFY2(telltale.collect(broker.port()), telltale.errors().constData());
        QVERIFY(broker.publish(QStringLiteral("plant/a"), {"1"}, 1,
                               {QStringLiteral("-u"), QStringLiteral("reader"),
                                QStringLiteral("-P"), QString::fromLatin1(canary)}));
        const auto stored = [&] { return number(telltale.status(), "stored"); };
        QTRY_COMPARE_WITH_TIMEOUT(stored(), 1, 10'000);
        broker.terminate(); // a cause of a disconnect, and attempts that fail
        const auto isWaiting = [&] {
            return telltale.status()
                       .value(QStringLiteral("connections"))
                       .toArray()
                       .at(0)[QLatin1String("state")]
                       .toString()
                == QLatin1String("waiting");
        };
        QTRY_VERIFY_WITH_TIMEOUT(isWaiting(), 10'000);
        said += telltale.run({QStringLiteral("status"), QStringLiteral("--json")}).out;
        said += telltale.run({QStringLiteral("status")}).out;
        QCOMPARE(telltale.terminate(), 0);
        said += telltale.errors();
    }
    QVERIFY2(!said.contains(canary), said.constData());
    int files = 0;
    for (const QString &root : {telltale.data(), telltale.workspace()}) {
        QDirIterator all(root, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            QFile file(all.next());
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
            QVERIFY2(!file.readAll().contains(canary), qPrintable(file.fileName()));
            ++files;
        }
    }
    QVERIFY(files > 5);
}

QTEST_GUILESS_MAIN(TestBadConnections)
#include "tst_bad_connections.moc"
