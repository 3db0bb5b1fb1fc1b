#include "data/pipeline/connection_keeper.h"
#include "data/telemetry/clock.h"
#include "tests/support/fixed_credentials.h"
#include "tests/support/mosquitto_broker.h"
#include "tests/support/recording_journal.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace telltale;
using namespace telltale::test;
using State = ConnectionStatus::State;

/// What becomes of connections that are changed while the journal takes nothing.
class TestConnectionKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void whatAnEndedSourceLostStaysCounted_data();
    void whatAnEndedSourceLostStaysCounted();

private:
    bool hasState(State state) const;

    MosquittoBroker m_broker;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RecordingJournal> m_journal;
    std::unique_ptr<LostMessages> m_lost;
    FixedCredentials m_credentials;
    std::unique_ptr<ConnectionKeeper> m_keeper;
};

void TestConnectionKeeper::initTestCase()
{
    QVERIFY2(hasMosquitto(), "mosquitto and mosquitto_pub are needed");
    QVERIFY(m_broker.start());
}

void TestConnectionKeeper::init()
{
    m_keeper.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_journal = std::make_unique<RecordingJournal>();
    m_lost = std::make_unique<LostMessages>(*m_journal);
    const std::string folder = m_folder->path().toStdString();
    Result<SourceIds> ids = SourceIds::load(folder);
    QVERIFY(ids.ok());
    m_keeper = std::make_unique<ConnectionKeeper>(
        folder, std::move(ids).value(),
        ConnectionKeeper::Doors {{*m_journal, m_credentials, Clock::system()},
                                 *m_lost,
                                 [](const ConnectionConfig &) {},
                                 [](const std::string &, const Error &) {},
                                 [](const std::string &) {}});
    m_keeper->start();
}

bool TestConnectionKeeper::hasState(State state) const
{
    const std::vector<ConnectionStatus> all = m_keeper->status();
    return !all.empty() && all.front().state == state;
}

void TestConnectionKeeper::whatAnEndedSourceLostStaysCounted_data()
{
    QTest::addColumn<bool>("isSwitchedOff");
    QTest::newRow("switched off") << true;
    QTest::newRow("edited") << false;
}

void TestConnectionKeeper::whatAnEndedSourceLostStaysCounted()
{
    QFETCH(bool, isSwitchedOff);
    ConnectionConfig connection;
    connection.name = "test";
    connection.url = m_broker.url();
    connection.filters = {"plant/#"};
    m_keeper->set({connection});
    QTRY_VERIFY_WITH_TIMEOUT(hasState(State::Connected), 10'000);
    const SourceId source = m_keeper->status().front().source;
    m_journal->setFull(true);
    QVERIFY(m_broker.publish(QStringLiteral("plant/a"), {"1"}));
    QTRY_VERIFY_WITH_TIMEOUT(hasState(State::Waiting), 10'000);
    QCOMPARE(m_keeper->lost(), std::uint64_t {0}); // it is held
    if (isSwitchedOff)
        connection.enabled = false;
    else
        connection.filters = {"plant/+"};
    m_keeper->set({connection});
    QTRY_COMPARE(m_keeper->lost(), std::uint64_t {1});
    m_lost->intoJournal(); // no room yet
    QCOMPARE(m_keeper->lost(), std::uint64_t {1});
    m_journal->setFull(false);
    QTRY_COMPARE((m_lost->intoJournal(), m_keeper->lost()), std::uint64_t {0});
    const auto told = m_journal->entries(JournalRecord::Kind::Refused);
    QCOMPARE(told.size(), std::size_t {1});
    QCOMPARE(told[0].payload, std::string(JournalRecord::kNoRoom));
    QCOMPARE(told[0].number, std::uint64_t {1});
    QVERIFY(told[0].source == source);
}

QTEST_GUILESS_MAIN(TestConnectionKeeper)
#include "tst_connection_keeper.moc"
