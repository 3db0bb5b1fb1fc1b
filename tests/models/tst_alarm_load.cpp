#include "models/alarm_occurrences.h"

#include <QTest>

using namespace telltale;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp kHour = timestampFromMicroseconds(1'795'640'400'000'000); // 09:00:00

AlarmJournalEntry entry(const char *type, const char *alarm, std::uint64_t occurrence,
                        Timestamp time, Timestamp eventTime)
{
    AlarmJournalEntry made;
    made.type = type;
    made.alarm = alarm;
    made.occurrence = occurrence;
    made.time = time;
    made.eventTime = eventTime;
    made.hasEventTime = true;
    made.priority = 2;
    return made;
}

} // namespace

/// What a report says of the load by alarms.
class TestAlarmLoad : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void peakIsInTenMinutesOfTheClock();
    void durationsAreOfEventTimes();
    void acknowledgementsAreOfTheClock();
    void whatCameBeforeIsNotCounted();
    void tenOfTenAreNoShare();
};

void TestAlarmLoad::peakIsInTenMinutesOfTheClock()
{
    std::vector<AlarmJournalEntry> entries;
    for (int i = 0; i < 12; ++i) {
        const Timestamp time = kHour + i * 50s;
        entries.push_back(entry("ALARM", "a", static_cast<std::uint64_t>(i), time, time));
    }
    for (const auto before : {0s, 250s, 599s, 3000s}) {
        const AlarmKpis load = alarmLoad(entries, {kHour - before, kHour + 1h});
        QCOMPARE(load.annunciated, std::uint64_t(12));
        QCOMPARE(load.mostInTenMinutes, std::uint64_t(12));
    }
}

void TestAlarmLoad::durationsAreOfEventTimes()
{
    const TimeRange day {kHour - 24h, kHour + 1h};
    const std::vector<AlarmJournalEntry> entries {
        entry("ALARM", "late", 1, kHour, kHour - 5h),
        entry("RTN", "late", 1, kHour + 1s, kHour - 4h), // both were told of together
        entry("ALARM", "short", 1, kHour, kHour),
        entry("RTN", "short", 1, kHour + 9s, kHour + 9s),
    };
    const AlarmKpis load = alarmLoad(entries, day);
    QCOMPARE(load.fleeting, std::uint64_t(1));
    QCOMPARE(load.mostInTenMinutes, std::uint64_t(1));
}

void TestAlarmLoad::acknowledgementsAreOfTheClock()
{
    const TimeRange day {kHour - 24h, kHour + 1h};
    const std::vector<AlarmJournalEntry> entries {
        entry("ALARM", "late", 1, kHour, kHour - 5h),
        entry("ACK", "late", 1, kHour + 30s, kHour + 30s),
    };
    QCOMPARE(alarmLoad(entries, day).medianAcknowledgeSeconds, std::optional(30.0));
}

void TestAlarmLoad::whatCameBeforeIsNotCounted()
{
    const std::vector<AlarmJournalEntry> entries {
        entry("ALARM", "old", 1, kHour, kHour - 3h),
        entry("RTN", "old", 1, kHour + 1s, kHour + 1s),
        entry("ALARM", "new", 1, kHour + 60s, kHour + 60s),
    };
    const AlarmKpis load = alarmLoad(entries, {kHour, kHour + 1h});
    QCOMPARE(load.annunciated, std::uint64_t(1));
    QCOMPARE(load.perHour, 1.0);
    QCOMPARE(load.fleeting, std::uint64_t(0));
}

void TestAlarmLoad::tenOfTenAreNoShare()
{
    std::vector<AlarmJournalEntry> entries;
    const auto load = [&entries] { return alarmLoad(entries, {kHour, kHour + 1h}); };
    for (int i = 0; i < 20; ++i) {
        const std::string alarm = "a" + std::to_string(i % 10);
        entries.push_back(entry("ALARM", alarm.c_str(), 1, kHour + i * 1s, kHour + i * 1s));
    }
    QCOMPARE(load().alarms, std::uint64_t(10));
    QVERIFY(!load().hasTopTen());
    entries.push_back(entry("ALARM", "another", 1, kHour + 60s, kHour + 60s));
    QVERIFY(load().hasTopTen());
    QVERIFY(load().topTenPercent < 96.0);
}

QTEST_GUILESS_MAIN(TestAlarmLoad)
#include "tst_alarm_load.moc"
