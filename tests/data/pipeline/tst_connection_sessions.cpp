#include "data/sources/mqtt_client.h"
#include "data/sources/session_store.h"
#include "tests/data/pipeline/river.h"
#include "tests/support/loopback.h"
#include "tests/support/mosquitto_broker.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace telltale;
using namespace telltale::test;

/// What a change of the connections does to the sessions that brokers keep for them.
class TestConnectionSessions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void removedConnectionLeavesNoSession_data();
    void removedConnectionLeavesNoSession();
    void connectionTakenOutOfTheFileLeavesNoSession_data();
    void connectionTakenOutOfTheFileLeavesNoSession();
    void onlyOneOfTheWorkspaceCanBeTakenOut();
    void changedAddressLeavesNoSession();
    void comingBackLeavesNoSession();
    void anotherNameOfTheBrokerKeepsTheSession();
    void sessionThatCannotBeEndedIsSaid();
    void connectionThatNeverWasLeavesNothingToEnd();

private:
    /// Again, if it was open before.
    bool open();
    bool openWithAll(std::vector<ConnectionConfig> all);
    /// Connects, and ends all again.
    bool haveBeenConnected(const std::vector<ConnectionConfig> &connections);
    bool hasProblem(const std::string &words) const;
    bool isConnected(const ConnectionConfig &connection) const;
    ConnectionConfig connection(const std::string &name) const;
    std::string clientIdOf(const std::string &connection) const;
    bool hasStoredSession(const std::string &connection) const;

    MosquittoBroker m_broker;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<River> m_river;
};

namespace {

class Nobody final : public MqttClient::Handler
{
    void messageReceived(const ReceivedMessage &) noexcept override { }
    void connectionLost(const Error &, bool) noexcept override { }
};

/// Whether the broker keeps one for a client.
bool hasSession(const MosquittoBroker &broker, const std::string &clientId, int protocol)
{
    Nobody nobody;
    InboundStore inbound {std::string()};
    MqttClient::Settings settings;
    settings.uri = "tcp://127.0.0.1:" + std::to_string(broker.port());
    settings.clientId = clientId;
    settings.version = protocol;
    settings.keepAlive = std::chrono::seconds(60);
    settings.timeout = std::chrono::seconds(30);
    const auto client = MqttClient::create(settings, inbound, nobody);
    if (!client.ok())
        return false;
    const Result<bool> had = client.value()->connect({});
    client.value()->disconnect(std::chrono::seconds(10));
    return had.ok() && had.value();
}

} // namespace

void TestConnectionSessions::initTestCase()
{
    QVERIFY2(hasMosquitto(), "mosquitto and mosquitto_pub are needed");
    QVERIFY(m_broker.start());
}

void TestConnectionSessions::init()
{
    m_river.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(open());
}

bool TestConnectionSessions::open()
{
    m_river.reset();
    m_river = std::make_unique<River>(m_folder->path());
    return m_river->openAlone({});
}

bool TestConnectionSessions::openWithAll(std::vector<ConnectionConfig> all)
{
    m_river.reset();
    m_river = std::make_unique<River>(m_folder->path());
    return m_river->openAlone(std::move(all), true);
}

bool TestConnectionSessions::haveBeenConnected(const std::vector<ConnectionConfig> &connections)
{
    m_river->pipeline->setConnections(connections);
    const bool were = QTest::qWaitFor(
        [&] {
            return std::all_of(connections.begin(), connections.end(),
                               [this](const ConnectionConfig &one) { return isConnected(one); });
        },
        20'000);
    m_river.reset();
    return were;
}

bool TestConnectionSessions::hasProblem(const std::string &words) const
{
    const std::vector<Problem> all = m_river->problems.all();
    return std::any_of(all.begin(), all.end(), [&words](const Problem &problem) {
        return problem.area == "connection" && problem.cause.find(words) != std::string::npos;
    });
}

bool TestConnectionSessions::isConnected(const ConnectionConfig &connection) const
{
    const std::vector<ConnectionStatus> all = m_river->pipeline->connections();
    return std::any_of(all.begin(), all.end(), [&connection](const ConnectionStatus &one) {
        return one.name == connection.name && one.url == connection.url
            && one.state == ConnectionStatus::State::Connected;
    });
}

ConnectionConfig TestConnectionSessions::connection(const std::string &name) const
{
    ConnectionConfig connection;
    connection.name = name;
    connection.url = m_broker.url();
    connection.filters = {"plant/#"};
    return connection;
}

std::string TestConnectionSessions::clientIdOf(const std::string &connection) const
{
    const auto session = SessionStore(m_folder->path().toStdString()).load(connection);
    return session.ok() ? session->clientId : std::string();
}

bool TestConnectionSessions::hasStoredSession(const std::string &connection) const
{
    return SessionStore(m_folder->path().toStdString()).has(connection);
}

void TestConnectionSessions::removedConnectionLeavesNoSession_data()
{
    QTest::addColumn<int>("protocol");
    QTest::addColumn<bool>("isOffBefore");
    QTest::newRow("MQTT 5") << 5 << false;
    QTest::newRow("MQTT 3.1.1") << 4 << false;
    QTest::newRow("switched off before") << 5 << true;
}

void TestConnectionSessions::removedConnectionLeavesNoSession()
{
    QFETCH(int, protocol);
    QFETCH(bool, isOffBefore);
    ConnectionConfig gone = connection("gone");
    gone.protocol = protocol;
    m_river->pipeline->setConnections({gone});
    QTRY_VERIFY_WITH_TIMEOUT(isConnected(gone), 10'000);
    const std::string clientId = clientIdOf("gone");
    if (isOffBefore) {
        gone.enabled = false;
        m_river->pipeline->setConnections({gone});
        QTRY_VERIFY_WITH_TIMEOUT(m_river->pipeline->connections().empty(), 10'000);
    }
    m_river->pipeline->setConnections({});
    QTRY_VERIFY_WITH_TIMEOUT(!hasStoredSession("gone"), 30'000);
    QVERIFY(!hasSession(m_broker, clientId, protocol));
}

void TestConnectionSessions::connectionTakenOutOfTheFileLeavesNoSession_data()
{
    QTest::addColumn<int>("protocol");
    QTest::newRow("MQTT 5") << 5;
    QTest::newRow("MQTT 3.1.1") << 4;
}

/// While nothing ran. One that is only not connected keeps its own.
void TestConnectionSessions::connectionTakenOutOfTheFileLeavesNoSession()
{
    QFETCH(int, protocol);
    ConnectionConfig gone = connection("gone");
    gone.protocol = protocol;
    const ConnectionConfig stays = connection("stays");
    QVERIFY(haveBeenConnected({gone, stays}));
    const std::string clientId = clientIdOf("gone");
    QVERIFY(openWithAll({stays}));
    QTRY_VERIFY_WITH_TIMEOUT(!hasStoredSession("gone"), 30'000);
    QVERIFY(!hasSession(m_broker, clientId, protocol));
    QVERIFY(hasStoredSession("stays"));
    QVERIFY(hasSession(m_broker, clientIdOf("stays"), 5));
}

/// One of the command line comes back with it; and a list that could not be read tells nothing.
void TestConnectionSessions::onlyOneOfTheWorkspaceCanBeTakenOut()
{
    ConnectionConfig quick = connection("quick");
    quick.isQuick = true;
    const ConnectionConfig gone = connection("gone");
    QVERIFY(haveBeenConnected({quick, gone}));
    QVERIFY(open());
    m_river.reset();
    QVERIFY(hasStoredSession("gone"));
    QVERIFY(openWithAll({}));
    QTRY_VERIFY_WITH_TIMEOUT(!hasStoredSession("gone"), 30'000);
    m_river.reset();
    QVERIFY(hasStoredSession("quick"));
    QVERIFY(hasSession(m_broker, clientIdOf("quick"), 5));
}

/// Nor one at the broker it led to before; the one at the new broker stays.
void TestConnectionSessions::changedAddressLeavesNoSession()
{
    MosquittoBroker next;
    QVERIFY(next.start());
    ConnectionConfig moved = connection("moved");
    m_river->pipeline->setConnections({moved});
    QTRY_VERIFY_WITH_TIMEOUT(isConnected(moved), 10'000);
    const std::string clientId = clientIdOf("moved");
    moved.url = next.url();
    m_river->pipeline->setConnections({moved});
    QTRY_VERIFY_WITH_TIMEOUT(isConnected(moved), 20'000);
    QVERIFY(!hasSession(m_broker, clientId, 5));
    m_river->pipeline->stop();
    QVERIFY(hasSession(next, clientId, 5));
}

/// The broker that was left while it was down knows its session when the connection is back there:
/// that is no sign of one broker with two names.
void TestConnectionSessions::comingBackLeavesNoSession()
{
    MosquittoBroker asleep;
    QVERIFY(asleep.start());
    ConnectionConfig moved = connection("moved");
    moved.url = asleep.url();
    QVERIFY(haveBeenConnected({moved}));
    const std::string clientId = clientIdOf("moved");
    asleep.terminate();
    QTest::ignoreMessage(QtWarningMsg,
                         QRegularExpression(QStringLiteral("moved: .* could not be ended")));
    QVERIFY(open());
    moved.url = m_broker.url();
    m_river->pipeline->setConnections({moved});
    QTRY_VERIFY_WITH_TIMEOUT(isConnected(moved), 20'000);
    QVERIFY(hasProblem("the session at " + asleep.url() + " could not be ended"));
    QVERIFY(asleep.start());
    moved.url = asleep.url();
    m_river->pipeline->setConnections({moved});
    QTRY_VERIFY_WITH_TIMEOUT(isConnected(moved), 20'000);
    QVERIFY(!hasSession(m_broker, clientId, 5));
    QVERIFY(!hasProblem("could not be ended"));
    m_river->pipeline->stop();
    QVERIFY(hasSession(asleep, clientId, 5));
}

/// By another name it is the same broker: what it kept meanwhile is not thrown away.
void TestConnectionSessions::anotherNameOfTheBrokerKeepsTheSession()
{
    ConnectionConfig moved = connection("moved");
    m_river->pipeline->setConnections({moved});
    QTRY_VERIFY_WITH_TIMEOUT(isConnected(moved), 10'000);
    m_river->pipeline->stop();
    QVERIFY(m_broker.publish(QStringLiteral("plant/a"), {"41", "42"}));
    QVERIFY(open());
    moved.url = "mqtt://localhost:" + std::to_string(m_broker.port());
    m_river->pipeline->setConnections({moved});
    QTRY_VERIFY_WITH_TIMEOUT(isConnected(moved), 10'000);
    const auto value
        = [this] { return m_river->live.value(m_river->tags.find("plant/a")).sample.value; };
    QTRY_COMPARE_WITH_TIMEOUT(value(), 42.0, 10'000);
    QCOMPARE(m_river->pipeline->connections().front().received, std::uint64_t {2});
}

void TestConnectionSessions::sessionThatCannotBeEndedIsSaid()
{
    MosquittoBroker doomed;
    QVERIFY(doomed.start());
    ConnectionConfig moved = connection("moved");
    moved.url = doomed.url();
    m_river->pipeline->setConnections({moved});
    QTRY_VERIFY_WITH_TIMEOUT(isConnected(moved), 10'000);
    doomed.kill();
    moved.url = m_broker.url();
    QTest::ignoreMessage(QtWarningMsg,
                         QRegularExpression(QStringLiteral("moved: the session at .*%1 could not "
                                                           "be ended.*%2")
                                                .arg(doomed.port())
                                                .arg(QString::fromStdString(clientIdOf("moved")))));
    m_river->pipeline->setConnections({moved});
    QTRY_VERIFY_WITH_TIMEOUT(isConnected(moved), 20'000);
    QVERIFY(hasProblem("removes the client " + clientIdOf("moved")));
}

void TestConnectionSessions::connectionThatNeverWasLeavesNothingToEnd()
{
    ConnectionConfig never = connection("never");
    never.url = "mqtt://127.0.0.1:" + std::to_string(freePort());
    m_river->pipeline->setConnections({never});
    const auto hasFailed = [this] {
        const std::vector<ConnectionStatus> all = m_river->pipeline->connections();
        return all.size() == 1 && !all.front().cause.empty();
    };
    QTRY_VERIFY_WITH_TIMEOUT(hasFailed(), 10'000);
    QVERIFY(hasStoredSession("never")); // a client id, for the day it gets through
    m_river->pipeline->setConnections({});
    QTRY_VERIFY_WITH_TIMEOUT(!hasStoredSession("never"), 10'000);
    QVERIFY(!hasProblem("could not be ended"));
}

QTEST_GUILESS_MAIN(TestConnectionSessions)
#include "tst_connection_sessions.moc"
