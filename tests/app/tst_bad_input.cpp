#include "tests/support/certificates.h"
#include "tests/support/loopback.h"
#include "tests/support/mosquitto_broker.h"
#include "tests/support/mqtt_flood.h"
#include "tests/support/telltale_process.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <memory>

using namespace telltale::test;

/// What devices, brokers and people get wrong, as a user of `collect`, `status`, `export` and
/// `replay` meets it: a message with a remedy, a count that adds up, nothing lost that could be
/// kept. The number of topics of the flood is TELLTALE_TOPICS (60 000; 1 000 000 takes minutes).
class TestBadInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void payloadIsKeptOrCounted_data();
    void payloadIsKeptOrCounted();
    void connectionIsExplained_data();
    void connectionIsExplained();
    void quickConnectionTrustsTheAuthorityItIsGiven();
    void refusedTopicIsNamedAndTheOthersArrive();
    void replayIsExplained_data();
    void replayIsExplained();
    void floodOfTopicsIsLimitedAndKnownOnesGoOn();
    void noSecretIsWrittenAnywhere();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Certificates> m_trusted;
    std::unique_ptr<Certificates> m_stranger;
    std::unique_ptr<MosquittoBroker> m_broker;
    std::unique_ptr<TelltaleProcess> m_telltale;
    qint64 m_sent = 0; // to m_telltale
};

namespace {

qint64 number(const QJsonObject &status, const char *name)
{
    return status.value(QLatin1String(name)).toInteger();
}

qint64 dropped(const QJsonObject &status, const QString &cause)
{
    return status.value(QStringLiteral("dropped")).toObject().value(cause).toInteger();
}

/// received = decoded + dropped + pending.
bool addsUp(const QJsonObject &status)
{
    qint64 sum = number(status, "decoded") + number(status, "journal_pending");
    for (const QJsonValue &count : status.value(QStringLiteral("dropped")).toObject())
        sum += count.toInteger();
    return sum == number(status, "received");
}

QByteArray nested(int depth)
{
    return QByteArray("{\"a\":").repeated(depth) + '1' + QByteArray("}").repeated(depth);
}

/// One connection in the workspace, as a person writes it.
bool writeConnection(const TelltaleProcess &telltale, const QString &url, const QJsonObject &more)
{
    QJsonObject connection {{QStringLiteral("name"), QStringLiteral("plant")},
                            {QStringLiteral("url"), url},
                            {QStringLiteral("filters"), QJsonArray {QStringLiteral("plant/#")}}};
    for (auto member = more.begin(); member != more.end(); ++member)
        connection.insert(member.key(), member.value());
    const QJsonObject file {{QStringLiteral("version"), 1},
                            {QStringLiteral("connections"), QJsonArray {connection}}};
    QFile out(telltale.workspace() + QStringLiteral("/connections.json"));
    const QByteArray text = QJsonDocument(file).toJson();
    return QDir().mkpath(telltale.workspace()) && out.open(QIODevice::WriteOnly)
        && out.write(text) == text.size();
}

qint64 ownMemoryBytes(qint64 process)
{
    QFile file(QStringLiteral("/proc/%1/status").arg(process));
    qint64 kilobytes = 0;
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (line.startsWith("RssAnon:") || line.startsWith("RssShmem:"))
                kilobytes += line.simplified().split(' ').value(1).toLongLong();
        }
    }
    return kilobytes * 1024;
}

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

void TestBadInput::initTestCase()
{
    QVERIFY2(hasMosquitto(), "mosquitto and mosquitto_pub are needed");
    m_trusted = std::make_unique<Certificates>(m_folder.path(), QStringLiteral("trusted"));
    m_stranger = std::make_unique<Certificates>(m_folder.path(), QStringLiteral("stranger"));
    m_broker = std::make_unique<MosquittoBroker>();
    QVERIFY(m_broker->start());
    m_telltale = std::make_unique<TelltaleProcess>();
    QVERIFY2(m_telltale->collect(m_broker->port()), m_telltale->errors().constData());
}

void TestBadInput::payloadIsKeptOrCounted_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("cause"); // empty: it is kept
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("quality");
    QTest::addColumn<bool>("timeIsReplaced");
    const auto lost = [](const char *name, const QByteArray &payload, const char *cause) {
        QTest::newRow(name) << payload << QString::fromLatin1(cause) << QByteArray() << QByteArray()
                            << false;
    };
    const auto kept = [](const char *name, const QByteArray &payload, const char *value,
                         const char *quality = "good", bool timeIsReplaced = false) {
        QTest::newRow(name) << payload << QString() << QByteArray(value) << QByteArray(quality)
                            << timeIsReplaced;
    };
    lost("binary", QByteArray::fromHex("80818283f0f1"), "undecodable");
    lost("broken JSON", "{\"a\": 1", "undecodable");
    lost("JSON 1000 deep", nested(1000), "undecodable");
    lost("JSON of 10 001 members", "[" + QByteArray("1,").repeated(10'000) + "1]", "undecodable");
    lost("text of 5 kB", "{\"value\":\"" + QByteArray(5000, 'x') + "\"}", "undecodable");
    lost("payload of 1 MiB", QByteArray(1 << 20, 'x'), "payload_too_large");
    lost("invalid UTF-8", QByteArray::fromHex("fffe41"), "undecodable");
    lost("NUL inside", QByteArray("a\0b", 3), "undecodable");
    lost("NaN in JSON", "{\"value\": NaN}", "undecodable");
    kept("NaN", "NaN", "nan", "bad");
    kept("NaN as text", "{\"value\": \"NaN\"}", "nan", "bad");
    kept("Infinity", "Infinity", "nan", "bad");
    kept("1e400", "1e400", "nan", "bad");
    kept("negative zero", "-0.0", "-0");
    kept("time in 1970", R"({"value": 1, "ts": 0})", "1", "good", true);
    kept("time in 2262", R"({"value": 2, "ts": 9223372036})", "2", "good", true);
    kept("time of 9e18", R"({"value": 3, "ts": 9e18})", "3", "good", true);
    kept("time before 1970", R"({"value": 4, "ts": -5})", "4", "good", true);
    kept("bidi override",
         "\xE2\x80\xAE"
         "abc",
         "\xE2\x80\xAE"
         "abc");
}

void TestBadInput::payloadIsKeptOrCounted()
{
    QFETCH(QByteArray, payload);
    QFETCH(QString, cause);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, quality);
    QFETCH(bool, timeIsReplaced);
    const QString topic = QStringLiteral("bad/") + QString::fromLatin1(QTest::currentDataTag());
    const auto received = [&] { return number(m_telltale->status(), "received"); };
    const auto pending = [&] { return number(m_telltale->status(), "journal_pending"); };
    QVERIFY(m_broker->publish(topic, {"7"})); // a tag is there already
    ++m_sent;
    QTRY_COMPARE_WITH_TIMEOUT(received(), m_sent, 10'000);
    QTRY_COMPARE_WITH_TIMEOUT(pending(), 0, 10'000);
    const QJsonObject before = m_telltale->status();
    QVERIFY(m_broker->publishFile(topic, payload));
    ++m_sent;
    QTRY_COMPARE_WITH_TIMEOUT(received(), m_sent, 10'000);
    QTRY_COMPARE_WITH_TIMEOUT(pending(), 0, 10'000);
    const QJsonObject after = m_telltale->status();
    QVERIFY(addsUp(before));
    QVERIFY(addsUp(after));
    if (!cause.isEmpty()) {
        QCOMPARE(dropped(after, cause), dropped(before, cause) + 1);
        QCOMPARE(number(after, "decoded"), number(before, "decoded"));
        return;
    }
    QCOMPARE(number(after, "decoded"), number(before, "decoded") + 1);
    QCOMPARE(number(after, "times_replaced"),
             number(before, "times_replaced") + (timeIsReplaced ? 1 : 0));
    const auto rows = [&] { return m_telltale->exported(topic)[topic.toStdString()]; };
    QTRY_COMPARE_WITH_TIMEOUT(rows().size(), std::size_t(2), 10'000);
    QCOMPARE(rows()[1].value, value);
    QCOMPARE(rows()[1].quality, quality);
}

void TestBadInput::connectionIsExplained_data()
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

void TestBadInput::connectionIsExplained()
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
    QVERIFY(writeConnection(telltale, address,
                            {{QStringLiteral("ca_file"), m_trusted->authority().certificate}}));
    const EnvironmentUser user("reader", "wrong-one");
    const auto answer
        = telltale.run({QStringLiteral("collect"), QStringLiteral("--for"), QStringLiteral("3")});
    QCOMPARE(answer.code, 1); // never subscribed
    QVERIFY2(answer.err.contains(said), answer.err.constData());
    QVERIFY2(!answer.err.contains("wrong-one"), answer.err.constData());
    QVERIFY(addsUp(telltale.status()));
}

void TestBadInput::quickConnectionTrustsTheAuthorityItIsGiven()
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

void TestBadInput::refusedTopicIsNamedAndTheOthersArrive()
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

void TestBadInput::replayIsExplained_data()
{
    connectionIsExplained_data();
}

void TestBadInput::replayIsExplained()
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

void TestBadInput::floodOfTopicsIsLimitedAndKnownOnesGoOn()
{
    constexpr qint64 kAtOnce = 50'000; // then at most 1 000 new ones a minute
#ifdef __SANITIZE_ADDRESS__
    constexpr qint64 kMemory = 512LL << 20; // what was freed is kept for a while
#else
    constexpr qint64 kMemory = 128LL << 20;
#endif
    bool isNumber = false;
    const int wanted = qEnvironmentVariableIntValue("TELLTALE_TOPICS", &isNumber);
    const int topics = isNumber ? wanted : 60'000;
    MosquittoBroker broker;
    QVERIFY(broker.start());
    TelltaleProcess telltale;
    QVERIFY2(telltale.collect(broker.port()), telltale.errors().constData());
    MqttFlood flood(broker.port());
    QVERIFY2(flood.connect(), flood.failure().c_str());
    QVERIFY(flood.publish(0, static_cast<std::uint64_t>(topics), 1, 0.0,
                          [](std::uint64_t n, MqttFlood::Message &message) {
                              message.topic = "flood/" + std::to_string(n);
                              message.payload = std::to_string(n);
                          }));
    const auto lookedAt = [&] {
        const QJsonObject status = telltale.status();
        return number(status, "received") - number(status, "journal_pending");
    };
    QTRY_COMPARE_WITH_TIMEOUT(lookedAt(), topics, 60'000);
    QVERIFY(broker.publish(QStringLiteral("flood/0"), {"4711"}));
    QTRY_COMPARE_WITH_TIMEOUT(lookedAt(), topics + 1, 10'000);
    const QJsonObject status = telltale.status();
    QVERIFY(addsUp(status));
    QVERIFY2(number(status, "decoded") > kAtOnce, "fewer tags than allowed");
    QVERIFY2(dropped(status, QStringLiteral("tag_limit")) > 0, "no limit");
    QVERIFY(!status.value(QStringLiteral("refused_topics")).toArray().isEmpty());
    const qint64 memory = ownMemoryBytes(telltale.processId());
    qInfo("%d topics: %lld kept, %.1f MB", topics,
          static_cast<long long>(number(status, "decoded")), static_cast<double>(memory) / 1e6);
    QVERIFY2(memory < kMemory, qPrintable(QString::number(memory)));
    const auto rows = [&] { return telltale.exported(QStringLiteral("flood/0"))["flood/0"]; };
    QTRY_COMPARE_WITH_TIMEOUT(rows().size(), std::size_t(2), 10'000);
    QCOMPARE(rows()[1].value, QByteArray("4711"));
    QCOMPARE(telltale.terminate(), 0);
}

void TestBadInput::noSecretIsWrittenAnywhere()
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

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_bad_input.moc"
