#include "tests/support/loopback.h"
#include "tests/support/mosquitto_broker.h"
#include "tests/support/telltale_process.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace telltale::test;

/// `collect`: how it ends before it has begun, and what it tells whom.
class TestCollectEnds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void endedBeforeItSubscribedIsAFailure_data();
    void endedBeforeItSubscribedIsAFailure();
    void environmentsPasswordGoesToOneBroker();
    void environmentsProxyIsNotAsked();
    void connectionTakenOutOfTheFileLeavesNoSession();
    void programsOfAWorkspaceNeedAnAnswer();
    void whoGetsNoFolderAllowsNoPrograms();
    void everythingNeedsAnAnswer();
};

namespace {

/// A broker that tells who signs in.
std::unique_ptr<MosquittoBroker> talkingBroker()
{
    auto broker = std::make_unique<MosquittoBroker>();
    broker->logTo(broker->folder() + QStringLiteral("/log"));
    return broker->start() ? std::move(broker) : nullptr;
}

QByteArray logOf(const MosquittoBroker &broker)
{
    QFile file(broker.folder() + QStringLiteral("/log"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeConnections(const TelltaleProcess &telltale, const QByteArray &connections)
{
    QDir().mkpath(telltale.workspace());
    QFile file(QDir(telltale.workspace()).filePath(QStringLiteral("connections.json")));
    return file.open(QIODevice::WriteOnly)
        && file.write("{\"version\": 1, \"connections\": [" + connections + "]}") > 0;
}

bool writeCommand(const TelltaleProcess &telltale, const QByteArray &program)
{
    QDir().mkpath(telltale.workspace());
    QFile file(QDir(telltale.workspace()).filePath(QStringLiteral("notifications.json")));
    return file.open(QIODevice::WriteOnly)
        && file.write("{\"version\": 1, \"channels\": [{\"name\": \"log\", \"kind\": \"command\", "
                      "\"program\": \""
                      + program + "\"}]}")
        > 0;
}

/// Of the channels of the workspace, those that send; and what the problem list says of them.
QStringList channelsOf(const TelltaleProcess &telltale)
{
    QStringList found;
    const QJsonObject status = telltale.status();
    for (const QJsonValue &channel : status.value(QStringLiteral("channels")).toArray()) {
        if (!channel.toObject().value(QStringLiteral("held")).toBool())
            found << channel.toObject().value(QStringLiteral("name")).toString();
    }
    for (const QJsonValue &problem : status.value(QStringLiteral("problems")).toArray()) {
        if (problem.toObject().value(QStringLiteral("area")) == QLatin1String("notification"))
            found << problem.toObject().value(QStringLiteral("cause")).toString();
    }
    return found;
}

} // namespace

void TestCollectEnds::initTestCase()
{
    QVERIFY2(hasMosquitto(), "mosquitto and mosquitto_pub are needed");
}

void TestCollectEnds::endedBeforeItSubscribedIsAFailure_data()
{
    QTest::addColumn<bool>("isRefusing");
    QTest::newRow("a broker that says nothing") << false;
    QTest::newRow("a broker that permits nothing") << true;
}

void TestCollectEnds::endedBeforeItSubscribedIsAFailure()
{
    QFETCH(bool, isRefusing);
    const SilentServer silent;
    MosquittoBroker refusing;
    refusing.refuseSubscribing(QStringLiteral("closed/#"));
    QVERIFY(refusing.start());
    const quint16 port = isRefusing ? refusing.port() : silent.port();
    TelltaleProcess telltale;
    QVERIFY(telltale.start({QStringLiteral("collect"), QStringLiteral("--broker"),
                            QStringLiteral("mqtt://127.0.0.1:%1").arg(port),
                            QStringLiteral("--topic"), QStringLiteral("closed/a")}));
    QByteArray said;
    const auto hasSaid = [&](const char *words) {
        said += telltale.errors();
        return said.contains(words);
    };
    if (isRefusing)
        QTRY_VERIFY_WITH_TIMEOUT(hasSaid("permits none of the topics"), 20'000);
    else
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(telltale.data() + QStringLiteral("/sources.json")),
                                 20'000);
    QCOMPARE(telltale.terminate(), 1);
    QVERIFY2(hasSaid("ended before anything was subscribed"), said.constData());
}

void TestCollectEnds::environmentsPasswordGoesToOneBroker()
{
    const auto mine = talkingBroker();
    const auto foreign = talkingBroker();
    QVERIFY(mine && foreign);
    TelltaleProcess telltale;
    const QByteArray connection = "{\"name\": \"foreign\", \"url\": \""
        + QByteArray(foreign->url().c_str()) + "\", \"filters\": [\"plant/#\"]}";
    QVERIFY(writeConnections(telltale, connection));
    qputenv("TELLTALE_MQTT_USER", "anna");
    qputenv("TELLTALE_MQTT_PASSWORD", "secret");
    const bool isStarted = telltale.collect(mine->port());
    qunsetenv("TELLTALE_MQTT_USER");
    qunsetenv("TELLTALE_MQTT_PASSWORD");
    QVERIFY(isStarted);
    QTRY_VERIFY_WITH_TIMEOUT(logOf(*mine).contains(" as tt"), 10'000);
    QTRY_VERIFY_WITH_TIMEOUT(logOf(*foreign).contains(" as tt"), 10'000);
    QVERIFY2(logOf(*mine).contains("u'anna'"), logOf(*mine).constData());
    QVERIFY2(!logOf(*foreign).contains("u'"), logOf(*foreign).constData());
    QCOMPARE(telltale.terminate(), 0);
}

void TestCollectEnds::environmentsProxyIsNotAsked()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    TelltaleProcess telltale;
    qputenv("http_proxy", "http://127.0.0.1:" + QByteArray::number(freePort()));
    const bool isStarted = telltale.collect(broker.port());
    qunsetenv("http_proxy");
    QVERIFY2(isStarted, telltale.errors().constData());
    QCOMPARE(telltale.terminate(), 0);
}

void TestCollectEnds::connectionTakenOutOfTheFileLeavesNoSession()
{
    MosquittoBroker left;
    MosquittoBroker other;
    QVERIFY(left.start() && other.start());
    TelltaleProcess telltale;
    QVERIFY(writeConnections(telltale,
                             "{\"name\": \"left\", \"url\": \"" + QByteArray(left.url().c_str())
                                 + "\", \"filters\": [\"plant/#\"]}"));
    QVERIFY2(telltale.record({}), telltale.errors().constData());
    QCOMPARE(telltale.terminate(), 0);
    const QDir sessions(telltale.data() + QStringLiteral("/sessions"));
    const QStringList files = sessions.entryList({QStringLiteral("*.json")}, QDir::Files);
    QCOMPARE(files.size(), 1);
    QVERIFY(writeConnections(telltale, {}));
    QVERIFY2(telltale.collect(other.port()), telltale.errors().constData());
    QTRY_VERIFY_WITH_TIMEOUT(!sessions.exists(files.constFirst()), 20'000);
    QCOMPARE(telltale.terminate(), 0);
}

/// A workspace may come from a stranger: what it would run waits until somebody here says yes, and
/// again when it is something else.
void TestCollectEnds::programsOfAWorkspaceNeedAnAnswer()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    TelltaleProcess telltale;
    const auto recordsWith = [&](const QStringList &more) {
        const bool hasRecorded = telltale.collect(broker.port(), more) && telltale.terminate() == 0;
        return hasRecorded ? channelsOf(telltale) : QStringList();
    };
    const QStringList allowed {QStringLiteral("log")};
    QVERIFY(writeCommand(telltale, "/bin/true"));
    const QStringList refused = recordsWith({});
    QCOMPARE(refused.size(), 1);
    QVERIFY2(refused.at(0).contains(QStringLiteral("would run /bin/true")),
             qPrintable(refused.at(0)));
    QCOMPARE(recordsWith({QStringLiteral("--allow-commands")}), allowed);
    QCOMPARE(recordsWith({}), allowed);
    QVERIFY(writeCommand(telltale, "/bin/false"));
    QCOMPARE(recordsWith({}).size(), 1);
    QVERIFY(!recordsWith({}).contains(QStringLiteral("log")));
}

/// The data belongs to another one, and so does what may be started for it.
void TestCollectEnds::whoGetsNoFolderAllowsNoPrograms()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    TelltaleProcess telltale;
    QVERIFY(writeCommand(telltale, "/bin/true"));
    QVERIFY2(telltale.collect(broker.port()), telltale.errors().constData());
    const TelltaleProcess::Answer other
        = telltale.run({QStringLiteral("collect"), QStringLiteral("--broker"),
                        QString::fromStdString(broker.url()), QStringLiteral("--allow-commands"),
                        QStringLiteral("--for"), QStringLiteral("0")});
    QCOMPARE(other.code, 1);
    QVERIFY2(other.err.contains("belongs to"), other.err.constData());
    QVERIFY(!QFile::exists(telltale.data() + QStringLiteral("/commands.json")));
    QCOMPARE(telltale.terminate(), 0);
}

/// Of a window that was closed before it: the answer is in the file, or there is none. Who writes
/// the file by hand has answered.
void TestCollectEnds::everythingNeedsAnAnswer()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    TelltaleProcess telltale;
    const auto writeWith = [&](const QByteArray &more) {
        return writeConnections(telltale,
                                "{\"name\": \"all\", \"url\": \"" + QByteArray(broker.url().c_str())
                                    + "\", \"filters\": [\"#\"]" + more + "}");
    };
    const auto log = [&telltale] {
        QFile file(telltale.data() + QStringLiteral("/logs/telltale.log"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QVERIFY(writeWith(", \"all_topics_confirmed\": false")); // a window asked
    QVERIFY(telltale.start({QStringLiteral("collect")}));
    QTRY_VERIFY_WITH_TIMEOUT(log().contains("connected, asks for nothing"), 20'000);
    QCOMPARE(telltale.terminate(), 1);
    const QByteArray said = telltale.errors();
    QVERIFY2(said.contains("all: would subscribe to everything"), said.constData());
    QVERIFY2(!log().contains("subscribed to #"), log().constData());
    for (const char *answer : {", \"all_topics_confirmed\": true", ""}) {
        QVERIFY(writeWith(answer));
        QVERIFY2(telltale.record({}), telltale.errors().constData());
        QCOMPARE(telltale.terminate(), 0);
    }
}

QTEST_GUILESS_MAIN(TestCollectEnds)
#include "tst_collect_ends.moc"
