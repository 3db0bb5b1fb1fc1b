#include "models/paced_alarms.h"

#include "tests/models/alarm_list_bench.h"

#include <QTest>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

/// When lists take new alarms over (alarms.md section 6).
class TestPacedAlarms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void floodIsShownFourTimesASecond_data();
    void floodIsShownFourTimesASecond();
    void floodBeginsAndEndsAtOnce();
    void newUrgentAlarmDoesNotWait_data();
    void newUrgentAlarmDoesNotWait();
    void urgentAlarmThatComesAsAnotherIsAcknowledgedDoesNotWait();
    void urgentAlarmThatComesAgainDoesNotWait();
    void answerToAPersonDoesNotWait();

private:
    /// Publishes them; true: they are shown at once.
    bool shows(std::vector<AlarmRow> rows);

    std::unique_ptr<AlarmListBench> m_bench;
    std::unique_ptr<PacedAlarms> m_alarms;
};

void TestPacedAlarms::init()
{
    m_bench = std::make_unique<AlarmListBench>();
    m_alarms = std::make_unique<PacedAlarms>(m_bench->plant());
}

bool TestPacedAlarms::shows(std::vector<AlarmRow> rows)
{
    m_bench->publish(std::move(rows));
    return m_alarms->refresh();
}

void TestPacedAlarms::floodIsShownFourTimesASecond_data()
{
    QTest::addColumn<bool>("isFlood");
    QTest::addColumn<int>("changes");
    QTest::newRow("in a flood") << true << 4;
    QTest::newRow("otherwise") << false << 20;
}

/// A row more each 50 ms, for a second.
void TestPacedAlarms::floodIsShownFourTimesASecond()
{
    QFETCH(const bool, isFlood);
    m_bench->setFlood(isFlood);
    std::vector<AlarmRow> rows;
    int changes = 0;
    for (int i = 0; i < 20; ++i) {
        rows.push_back(makeRow("alarm-" + std::to_string(i), 3, AlarmState::Unacked));
        changes += shows(rows) ? 1 : 0;
        m_bench->clock().advance(50ms);
    }
    QTEST(changes, "changes");
    m_bench->clock().advance(250ms);
    m_alarms->refresh();
    QCOMPARE(m_alarms->snapshot().rows.size(), rows.size()); // none is lost
    QVERIFY(!m_alarms->refresh());
}

void TestPacedAlarms::floodBeginsAndEndsAtOnce()
{
    const std::vector<AlarmRow> rows {makeRow("low", 4, AlarmState::Unacked)};
    QVERIFY(shows(rows));
    m_bench->setFlood(true);
    QVERIFY(shows(rows));
    QVERIFY(!shows(rows));
    m_bench->setFlood(false);
    QVERIFY(shows(rows));
}

void TestPacedAlarms::newUrgentAlarmDoesNotWait_data()
{
    QTest::addColumn<int>("priority");
    QTest::addColumn<bool>("isShown");
    QTest::newRow("critical") << 1 << true;
    QTest::newRow("high") << 2 << true;
    QTest::newRow("medium") << 3 << false;
    QTest::newRow("low") << 4 << false;
}

void TestPacedAlarms::newUrgentAlarmDoesNotWait()
{
    QFETCH(const int, priority);
    m_bench->setFlood(true);
    QVERIFY(shows({makeRow("first", 1, AlarmState::Unacked)}));
    const std::vector<AlarmRow> rows {makeRow("first", 1, AlarmState::Unacked),
                                      makeRow("second", priority, AlarmState::Unacked)};
    QTEST(shows(rows), "isShown");
}

void TestPacedAlarms::urgentAlarmThatComesAsAnotherIsAcknowledgedDoesNotWait()
{
    m_bench->setFlood(true);
    QVERIFY(shows({makeRow("first", 1, AlarmState::Unacked)}));
    QVERIFY(!shows({makeRow("first", 1, AlarmState::Acked)}));
    QVERIFY(
        shows({makeRow("first", 1, AlarmState::Acked), makeRow("second", 1, AlarmState::Unacked)}));
}

void TestPacedAlarms::urgentAlarmThatComesAgainDoesNotWait()
{
    m_bench->setFlood(true);
    AlarmRow row = makeRow("first", 2, AlarmState::Unacked);
    QVERIFY(shows({row}));
    row.occurrence = 2;
    QVERIFY(shows({row}));
    row.state = AlarmState::ReturnedUnacked;
    QVERIFY(!shows({row}));
    m_bench->clock().advance(250ms);
    QVERIFY(m_alarms->refresh());
    row.state = AlarmState::Unacked;
    QVERIFY(shows({row}));
}

void TestPacedAlarms::answerToAPersonDoesNotWait()
{
    m_bench->setFlood(true);
    AlarmBoard &board = *m_bench->plant().alarms;
    AlarmBoard::Done answer;
    board.setActor([&answer](AlarmAction, AlarmBoard::Done done) { answer = std::move(done); });
    QVERIFY(shows({makeRow("first", 3, AlarmState::Unacked)}));
    board.act({}, [](const Outcome &) {});
    QVERIFY(!shows({makeRow("first", 3, AlarmState::Acked)})); // asked, not stored yet
    answer({});
    QVERIFY(m_alarms->refresh());
    QVERIFY(!shows({makeRow("first", 3, AlarmState::Acked)})); // once for each answer
}

QTEST_GUILESS_MAIN(TestPacedAlarms)
#include "tst_paced_alarms.moc"
