#include "tests/data/sources/mqtt_bench.h"
#include "tests/support/mosquitto_broker.h"

#include <QTest>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;
using Kind = JournalRecord::Kind;
using State = ConnectionStatus::State;

/// A source over ends and beginnings: of the broker, of the session, of the disk, of itself.
class TestMqttOutages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void brokerRestartIsSurvived();
    void messagesOfAnAbsenceAreDelivered();
    void formerFiltersAreUnsubscribed();
    void fullJournalHoldsAndDisconnects();
    void shortJournalDisconnectsAndHoldsNothing();
    void stopIsFinal();
    void twoSourcesWorkTogether();

private:
    std::unique_ptr<Source> make(const ConnectionConfig &connection)
    {
        return m_bench->make(connection, quickMqtt());
    }
    std::unique_ptr<MqttBench> m_bench;
};

void TestMqttOutages::initTestCase()
{
    QVERIFY2(hasMosquitto(), "mosquitto and mosquitto_pub are needed");
}

void TestMqttOutages::init()
{
    m_bench = std::make_unique<MqttBench>();
}

void TestMqttOutages::brokerRestartIsSurvived()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    const auto source = make(connectionTo(broker.url()));
    source->start();
    QTRY_STATE(source, State::Connected);
    for (int round = 1; round <= 3; ++round) {
        broker.kill();
        QTRY_VERIFY(source->status().state != State::Connected);
        QVERIFY(!source->status().cause.empty());
        QVERIFY(broker.start());
        QTRY_STATE(source, State::Connected);
        QVERIFY(broker.publish(QStringLiteral("plant/a"), numbered(100, round * 100)));
        QTRY_COMPARE(m_bench->journal.count(), round * 100);
    }
    QCOMPARE(distinct(m_bench->journal), 300);
    QCOMPARE(source->status().reconnects, std::uint64_t {3});
    QCOMPARE(m_bench->journal.count(Kind::SourceDown), 3);
    QCOMPARE(m_bench->journal.count(Kind::SourceUp), 4);
    QVERIFY(source->status().longestOutage > 0ms);
}

void TestMqttOutages::messagesOfAnAbsenceAreDelivered()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    for (const int protocol : {5, 4}) {
        const int before = m_bench->journal.count();
        ConnectionConfig connection = connectionTo(broker.url());
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
        QTRY_COMPARE(m_bench->journal.count(), before + 300);
    }
}

void TestMqttOutages::formerFiltersAreUnsubscribed()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    QTemporaryDir data;
    ConnectionConfig connection = connectionTo(broker.url());
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
    QTRY_COMPARE(m_bench->journal.count(), 1);
    QCOMPARE(m_bench->journal.entries().front().payload, std::string("new"));
}

void TestMqttOutages::fullJournalHoldsAndDisconnects()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    const auto source = make(connectionTo(broker.url()));
    source->start();
    QTRY_STATE(source, State::Connected);
    m_bench->journal.setFull(true);
    QVERIFY(broker.publish(QStringLiteral("plant/a"), numbered(200)));
    QTRY_STATE(source, State::Waiting);
    QCOMPARE(source->status().causeCode, Error::Code::DiskFull);
    QCOMPARE(m_bench->journal.count(), 0);
    m_bench->journal.setFull(false);
    QTRY_COMPARE(m_bench->journal.count(), 200);
    QCOMPARE(distinct(m_bench->journal), 200);
    QCOMPARE(m_bench->journal.entries().front().payload, std::string("0"));
    QCOMPARE(source->lost(), std::uint64_t {0});
}

/// What the broker believes delivered is in the journal, and it keeps the rest.
void TestMqttOutages::shortJournalDisconnectsAndHoldsNothing()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    const auto source = make(connectionTo(broker.url()));
    source->start();
    QTRY_STATE(source, State::Connected);
    m_bench->journal.runOutAt(50);
    QVERIFY(broker.publish(QStringLiteral("plant/a"), numbered(20'000)));
    QTRY_STATE(source, State::Waiting);
    QCOMPARE(source->status().causeCode, Error::Code::DiskFull);
    const auto attempt = source->status().nextAttempt;
    QTRY_VERIFY(source->status().nextAttempt != attempt); // not connected again
    QCOMPARE(source->status().causeCode, Error::Code::DiskFull);
    const int taken = m_bench->journal.count();
    QVERIFY(taken < 20'000);
    QCOMPARE(source->status().received, static_cast<std::uint64_t>(taken));
    QCOMPARE(m_bench->journal.count(Kind::SourceUp), 1);
    m_bench->journal.runOutAt(100'000);
    QTRY_COMPARE(distinct(m_bench->journal), 20'000);
    QCOMPARE(source->lost(), std::uint64_t {0});
}

void TestMqttOutages::stopIsFinal()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    const auto source = make(connectionTo(broker.url()));
    for (int round = 0; round < 3; ++round) {
        source->start();
        QTRY_STATE(source, State::Connected);
        source->stop();
        QCOMPARE(source->status().state, State::Off);
    }
}

void TestMqttOutages::twoSourcesWorkTogether()
{
    MosquittoBroker one;
    MosquittoBroker two;
    QVERIFY(one.start() && two.start());
    ConnectionConfig connection = connectionTo(two.url());
    connection.source.value = 8;
    connection.clientId = "other";
    const auto first = make(connectionTo(one.url()));
    const auto second = make(connection);
    first->start();
    QTRY_STATE(first, State::Connected);
    second->start();
    QTRY_STATE(second, State::Connected);
    one.kill();
    QVERIFY(two.publish(QStringLiteral("plant/a"), numbered(100)));
    QTRY_COMPARE(m_bench->journal.count(), 100);
    QCOMPARE(m_bench->journal.entries().front().source.value, std::uint16_t {8});
    QTRY_VERIFY(first->status().state != State::Connected);
    QCOMPARE(second->status().state, State::Connected);
}

QTEST_GUILESS_MAIN(TestMqttOutages)
#include "tst_mqtt_outages.moc"
