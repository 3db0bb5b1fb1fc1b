#include "data/history/history_reader.h"
#include "data/pipeline/pipeline.h"
#include "data/telemetry/clock.h"
#include "tests/support/mosquitto_broker.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>

using namespace telltale;
using namespace telltale::test;
using Cause = HistoryGap::Cause;
using State = ConnectionStatus::State;

namespace {

/// Nobody signs in with anything; whoever asks waits while they are held.
class HeldCredentials final : public CredentialStore
{
public:
    void hold() { m_isHeld = true; }
    void release()
    {
        m_isHeld = false;
        m_isHeld.notify_all();
    }
    bool isAsked() const { return m_isAsked; }
    Result<Credentials> find(const ConnectionConfig &connection) override
    {
        if (connection.name == "alarm journal") // the key that signs it: no connection
            return Credentials {};
        m_isAsked = true;
        m_isHeld.wait(true);
        return Credentials {};
    }
    Outcome store(const ConnectionConfig &, const Credentials &) override { return {}; }

private:
    std::atomic<bool> m_isHeld = false;
    std::atomic<bool> m_isAsked = false;
};

} // namespace

/// What a change of the connections does to everything that knows them by the journal.
class TestConnectionChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void removedConnectionLeavesNoGhost();
    void renamedConnectionTakesItsTagsAlong();
    void everySettingTakesEffect_data();
    void everySettingTakesEffect();
    void changeWaitsForNothing();
    void manyChangesEndInTheLastOne();
    void damagedIdsDoNotStopTheStart();

private:
    bool open();
    bool isConnected(const std::string &name) const;
    QString alarmOf(const std::string &connection) const;
    std::vector<HistoryGap> gaps() const;
    ConnectionConfig connection(const std::string &name) const;
    TagId received(const QByteArray &payload);

    MosquittoBroker m_broker;
    std::unique_ptr<QTemporaryDir> m_folder;
    HeldCredentials m_credentials;
    // Made anew for each test; the pipeline goes first.
    std::unique_ptr<TagRegistry> m_tags;
    std::unique_ptr<LiveValues> m_live;
    std::unique_ptr<AlarmBoard> m_alarms;
    std::unique_ptr<StatusBoard> m_status;
    std::unique_ptr<ProblemList> m_problems;
    std::unique_ptr<Pipeline> m_pipeline;
};

void TestConnectionChanges::initTestCase()
{
    QVERIFY2(hasMosquitto(), "mosquitto and mosquitto_pub are needed");
    QVERIFY(m_broker.start());
}

void TestConnectionChanges::init()
{
    m_pipeline.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_tags = std::make_unique<TagRegistry>();
    m_live = std::make_unique<LiveValues>();
    m_alarms = std::make_unique<AlarmBoard>();
    m_status = std::make_unique<StatusBoard>();
    m_problems = std::make_unique<ProblemList>();
}

void TestConnectionChanges::cleanup()
{
    m_credentials.release();
}

bool TestConnectionChanges::open()
{
    m_pipeline.reset();
    Result<std::unique_ptr<Pipeline>> opened = Pipeline::open(
        {m_folder->path().toStdString(), "ann", "desk", {}, {}},
        {*m_tags, *m_live, *m_alarms, *m_status, *m_problems, m_credentials, Clock::system()});
    if (!opened.ok())
        return false;
    m_pipeline = std::move(opened).value();
    m_pipeline->start();
    return true;
}

bool TestConnectionChanges::isConnected(const std::string &name) const
{
    const std::vector<ConnectionStatus> all = m_pipeline->connections();
    return std::any_of(all.begin(), all.end(), [&](const ConnectionStatus &one) {
        return one.name == name && one.state == State::Connected;
    });
}

/// State of its alarm; empty: it is not in the list.
QString TestConnectionChanges::alarmOf(const std::string &connection) const
{
    for (const AlarmRow &row : m_alarms->snapshot()->rows) {
        if (row.id == "$source/" + connection)
            return QString::fromLatin1(stateWord(row.state));
    }
    return {};
}

std::vector<HistoryGap> TestConnectionChanges::gaps() const
{
    const auto reader = HistoryReader::open(m_folder->path().toStdString());
    if (!reader.ok())
        return {};
    const auto found = reader.value()->gaps({Timestamp::min(), Timestamp::max()});
    std::vector<HistoryGap> gaps = found.ok() ? found.value() : std::vector<HistoryGap> {};
    std::erase_if(gaps, [](const HistoryGap &gap) { return gap.cause == Cause::ProgramOff; });
    return gaps;
}

ConnectionConfig TestConnectionChanges::connection(const std::string &name) const
{
    ConnectionConfig connection;
    connection.name = name;
    connection.url = m_broker.url();
    connection.filters = {"plant/#"};
    return connection;
}

/// The tag plant/a once it has this value.
TagId TestConnectionChanges::received(const QByteArray &payload)
{
    if (!m_broker.publish(QStringLiteral("plant/a"), {payload}))
        return {};
    const auto value = [this] { return m_live->value(m_tags->find("plant/a")).sample.value; };
    [&] { QTRY_COMPARE_WITH_TIMEOUT(value(), payload.toDouble(), 10'000); }();
    return m_tags->find("plant/a");
}

void TestConnectionChanges::removedConnectionLeavesNoGhost()
{
    MosquittoBroker doomed;
    QVERIFY(doomed.start());
    QVERIFY(open());
    ConnectionConfig lost = connection("lost");
    lost.url = doomed.url();
    m_pipeline->setConnections({connection("works"), lost});
    QTRY_VERIFY_WITH_TIMEOUT(isConnected("works") && isConnected("lost"), 10'000);
    const TagId tag = received("1");
    QVERIFY(tag.isValid());
    doomed.kill();
    QTRY_COMPARE_WITH_TIMEOUT(alarmOf("lost"), QStringLiteral("UNACK"), 15'000);
    ConnectionConfig off = connection("works");
    off.enabled = false;
    m_pipeline->setConnections({off}); // one removed, one switched off
    QTRY_COMPARE_WITH_TIMEOUT(alarmOf("lost"), QStringLiteral("RTNUN"), 10'000);
    QCOMPARE(alarmOf("works"), QString());
    QTRY_VERIFY(m_live->value(tag).isHeld());
    QVERIFY(m_pipeline->connections().empty());
    m_pipeline->stop();
    int lostGaps = 0;
    int offGaps = 0;
    for (const HistoryGap &gap : gaps()) {
        lostGaps += gap.cause == Cause::SourceDisconnected ? 1 : 0;
        offGaps += gap.cause == Cause::SwitchedOff ? 1 : 0;
        QCOMPARE(gap.range.to == Timestamp::max(), gap.cause == Cause::SwitchedOff);
    }
    QCOMPARE(lostGaps, 1);
    QCOMPARE(offGaps, 2);
}

void TestConnectionChanges::renamedConnectionTakesItsTagsAlong()
{
    QVERIFY(open());
    m_pipeline->setConnections({connection("before")});
    QTRY_VERIFY_WITH_TIMEOUT(isConnected("before"), 10'000);
    const TagId tag = received("1");
    QVERIFY(tag.isValid());
    const SourceId old = m_tags->info(tag).source;
    m_pipeline->setConnections({connection("after")});
    QTRY_VERIFY_WITH_TIMEOUT(isConnected("after"), 10'000);
    QTRY_VERIFY(m_live->value(tag).isHeld()); // nobody has vouched for it yet
    QVERIFY(received("2").isValid());
    QVERIFY(m_tags->info(tag).source != old);
    QVERIFY(!m_live->value(tag).isHeld());
    QCOMPARE(m_tags->countOf(old), std::size_t(0));
    const SourceId now = m_tags->info(tag).source;
    m_pipeline->setConnections({connection("after"), connection("another")});
    QTRY_VERIFY_WITH_TIMEOUT(isConnected("another"), 10'000);
    QVERIFY(received("3").isValid()); // over both
    QVERIFY(received("4").isValid());
    QVERIFY(m_tags->info(tag).source == now);
    m_pipeline->stop();
    const auto stored = HistoryReader::open(m_folder->path().toStdString());
    TagRegistry read;
    QVERIFY(stored.ok() && stored.value()->loadTags(read).ok());
    QVERIFY(read.info(read.find("plant/a")).source == now);
}

void TestConnectionChanges::everySettingTakesEffect_data()
{
    QTest::addColumn<int>("setting");
    QTest::newRow("payload limit") << 0;
    QTest::newRow("password in the clear") << 1;
    QTest::newRow("whom the environment's password is for") << 2;
}

void TestConnectionChanges::everySettingTakesEffect()
{
    QFETCH(int, setting);
    QVERIFY(open());
    m_pipeline->setConnections({connection("works")});
    QTRY_VERIFY_WITH_TIMEOUT(isConnected("works"), 10'000);
    QVERIFY(received("12345").isValid());
    ConnectionConfig changed = connection("works");
    changed.payloadLimit = setting == 0 ? 4 : changed.payloadLimit;
    changed.allowPlainPassword = setting == 1;
    changed.takesEnvironmentCredentials = setting == 2;
    const auto counted = [this] {
        const std::vector<ConnectionStatus> all = m_pipeline->connections();
        return all.empty() ? std::uint64_t {1} : all.front().received;
    };
    m_pipeline->setConnections({connection("works")});
    QCOMPARE(counted(), std::uint64_t {1}); // the same again: undisturbed
    m_pipeline->setConnections({changed});
    QTRY_VERIFY_WITH_TIMEOUT(isConnected("works") && counted() == 0, 10'000); // made anew
    if (setting != 0)
        return;
    QVERIFY(m_broker.publish(QStringLiteral("plant/a"), {"54321"}));
    const auto refused = [this] { return m_status->status().counters.dropped; };
    QTRY_COMPARE_WITH_TIMEOUT(refused()["payload_too_large"], std::uint64_t {1}, 10'000);
}

void TestConnectionChanges::changeWaitsForNothing()
{
    QVERIFY(open());
    m_credentials.hold();
    m_pipeline->setConnections({connection("held")});
    QTRY_VERIFY_WITH_TIMEOUT(m_credentials.isAsked(), 10'000); // it cannot be ended before release
    m_pipeline->setConnections({}); // did a change wait for that, the test would not end
    m_pipeline->setConnections({connection("works")});
    m_credentials.release();
    QTRY_VERIFY_WITH_TIMEOUT(isConnected("works"), 10'000);
    QCOMPARE(m_pipeline->connections().size(), std::size_t(1));
}

void TestConnectionChanges::manyChangesEndInTheLastOne()
{
    QVERIFY(open());
    ConnectionConfig unreachable = connection("unreachable");
    unreachable.url = "mqtt://192.0.2.1";
    m_pipeline->setConnections({connection("works"), unreachable});
    QTRY_VERIFY_WITH_TIMEOUT(isConnected("works"), 10'000);
    for (int round = 0; round < 100; ++round) {
        m_pipeline->setConnections({});
        m_pipeline->setConnections({connection("works"), unreachable});
    }
    m_pipeline->setConnections({connection("last"), unreachable});
    QTRY_VERIFY_WITH_TIMEOUT(isConnected("last"), 10'000);
    QCOMPARE(m_pipeline->connections().size(), std::size_t(2));
}

void TestConnectionChanges::damagedIdsDoNotStopTheStart()
{
    QVERIFY(open());
    m_pipeline->setConnections({connection("works")});
    QTRY_VERIFY_WITH_TIMEOUT(isConnected("works"), 10'000);
    const TagId tag = received("1");
    const SourceId old = m_tags->info(tag).source;
    m_pipeline->stop();
    QFile ids(m_folder->filePath(QStringLiteral("sources.json")));
    QVERIFY(ids.open(QIODevice::WriteOnly));
    ids.write("{");
    ids.close();
    QVERIFY(open());
    const std::vector<Problem> problems = m_problems->all();
    QVERIFY(std::any_of(problems.begin(), problems.end(), [](const Problem &problem) {
        return problem.cause.find("sources.json.damaged") != std::string::npos;
    }));
    m_pipeline->setConnections({connection("works")});
    QTRY_VERIFY_WITH_TIMEOUT(isConnected("works"), 10'000);
    QVERIFY(received("2").isValid());
    QVERIFY(m_tags->info(tag).source.value > old.value);
}

QTEST_GUILESS_MAIN(TestConnectionChanges)
#include "tst_connection_changes.moc"
