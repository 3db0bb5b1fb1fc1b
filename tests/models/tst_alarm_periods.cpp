#include "models/alarm_periods.h"

#include <QTest>

using namespace telltale;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp kStart = timestampFromMicroseconds(1'795'639'500'000'000);

AlarmJournalEntry entryAt(std::chrono::seconds after, const char *type, const char *alarm = "hot")
{
    AlarmJournalEntry entry;
    entry.time = kStart + after;
    entry.type = type;
    entry.alarm = alarm;
    entry.tag = std::string("plant/") + alarm;
    entry.priority = 2;
    return entry;
}

AlarmRow activeRow(std::chrono::seconds since)
{
    AlarmRow row;
    row.id = "hot";
    row.tag = "plant/hot";
    row.priority = 1;
    row.state = AlarmState::Acked;
    row.since = kStart + since;
    return row;
}

} // namespace

class TestAlarmPeriods : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void alarmAndReturnMakeAPeriod();
    void anotherAlarmDoesNotEndIt();
    void anActiveAlarmLasts();
    void returnWithoutBeginningBeganBefore();
    void eventTimeComesFirst();
    void returnedRowsAreNotActive();
    void assetsEndAtLevels();
};

void TestAlarmPeriods::alarmAndReturnMakeAPeriod()
{
    const auto periods = alarmPeriods(
        {entryAt(10s, "ALARM"), entryAt(20s, "ACK"), entryAt(40s, "RTN")}, {}, kStart);
    const AlarmPeriod expected {"plant/hot", {kStart + 10s, kStart + 40s}, 2};
    QCOMPARE(periods.size(), std::size_t(1));
    QVERIFY(periods.front() == expected);
}

void TestAlarmPeriods::anotherAlarmDoesNotEndIt()
{
    const auto periods = alarmPeriods(
        {entryAt(10s, "ALARM"), entryAt(15s, "RTN", "low"), entryAt(40s, "RTN")}, {}, kStart);
    QCOMPARE(periods.size(), std::size_t(2));
    QCOMPARE(periods[1].range.from, kStart + 10s);
}

void TestAlarmPeriods::anActiveAlarmLasts()
{
    const auto periods = alarmPeriods({entryAt(10s, "ALARM")}, {activeRow(12s)}, kStart);
    QCOMPARE(periods.size(), std::size_t(1));
    QCOMPARE(periods.front().range.from, kStart + 10s);
    QCOMPARE(periods.front().range.to, Timestamp::max());
    QCOMPARE(alarmPeriods({}, {activeRow(12s)}, kStart).front().range.from, kStart + 12s);
}

void TestAlarmPeriods::returnWithoutBeginningBeganBefore()
{
    const auto periods = alarmPeriods({entryAt(40s, "RTN")}, {}, kStart);
    QCOMPARE(periods.front().range.from, kStart);
}

void TestAlarmPeriods::eventTimeComesFirst()
{
    AlarmJournalEntry late = entryAt(30s, "ALARM");
    late.hasEventTime = true;
    late.eventTime = kStart + 5s;
    const auto periods = alarmPeriods({late, entryAt(40s, "RTN")}, {}, kStart);
    QCOMPARE(periods.front().range.from, kStart + 5s);
}

void TestAlarmPeriods::returnedRowsAreNotActive()
{
    AlarmRow row = activeRow(5s);
    row.state = AlarmState::ReturnedUnacked;
    QVERIFY(alarmPeriods({}, {row}, kStart).empty());
}

void TestAlarmPeriods::assetsEndAtLevels()
{
    QVERIFY(liesBelow("a/P-1/flow", "a/P-1"));
    QVERIFY(liesBelow("a/P-1", "a/P-1"));
    QVERIFY(!liesBelow("a/P-10/flow", "a/P-1"));
}

QTEST_GUILESS_MAIN(TestAlarmPeriods)
#include "tst_alarm_periods.moc"
