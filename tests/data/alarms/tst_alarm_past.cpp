#include "data/alarms/alarm_past.h"
#include "tests/data/alarms/service_bench.h"

#include <QTest>

using namespace telltale;
using namespace telltale::test;

/// The alarm list of a moment, from the journal a real alarm service wrote.
class TestAlarmPast : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeJournalGivesTheListOfNow();
    void everyMomentHasItsState();
};

namespace {

using Entries = std::vector<AlarmJournalEntry>;

Entries journalOf(const ServiceBench &bench)
{
    const auto reader = AlarmReader::open(bench.options.folder);
    if (!reader.ok())
        return {};
    const auto entries = reader.value()->journal({Timestamp::min(), Timestamp::max()}, 1000);
    return entries.ok() ? entries.value() : Entries {};
}

AlarmSnapshot listAt(const ServiceBench &bench, Timestamp time)
{
    AlarmPast past({limitRule("hi", "T", 80.0)});
    for (const AlarmJournalEntry &entry : journalOf(bench)) {
        if (entry.time <= time)
            past.add(entry);
    }
    return past.snapshot(time);
}

} // namespace

void TestAlarmPast::wholeJournalGivesTheListOfNow()
{
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    bench.sample("T", 99);
    bench.sample("T", 20);
    bench.sample("T", 95);
    QTRY_COMPARE(bench.shown("hi"), std::string("UNACK"));
    QTRY_COMPARE(bench.rows()[0].occurrence, 2U);
    const AlarmRow now = bench.rows()[0];
    QTRY_VERIFY(listAt(bench, bench.clock.now()).rows.size() == 1
                && listAt(bench, bench.clock.now()).rows[0].occurrence == 2);
    const AlarmSnapshot list = listAt(bench, bench.clock.now());
    const AlarmRow &row = list.rows[0];
    QCOMPARE(row.id, now.id);
    QCOMPARE(row.title, now.title);
    QCOMPARE(row.tag, now.tag);
    QCOMPARE(row.asset, now.asset);
    QCOMPARE(row.unit, now.unit);
    QCOMPARE(row.priority, now.priority);
    QCOMPARE(row.state, now.state);
    QVERIFY(row.since == now.since && row.changed == now.changed);
    QCOMPARE(row.value, now.value);
    QCOMPARE(row.limit, now.limit);
    QCOMPARE(row.condition, now.condition);
    QCOMPARE(row.timesSinceAck, now.timesSinceAck);
    QCOMPARE(row.cause, now.cause);
    QCOMPARE(row.action, now.action);
    QCOMPARE(list.newByPriority[3], bench.board.snapshot()->newByPriority[3]);
    QCOMPARE(list.perHour, bench.board.snapshot()->perHour);
}

void TestAlarmPast::everyMomentHasItsState()
{
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    const Timestamp before = bench.clock.now();
    bench.sample("T", 99);
    const Timestamp came = bench.clock.now();
    QTRY_COMPARE(bench.shown("hi"), std::string("UNACK"));
    bench.clock.advance(std::chrono::seconds(10));
    QVERIFY(bench.act(AlarmAction::Kind::Acknowledge, "hi", 1).ok());
    const Timestamp acknowledged = bench.clock.now();
    bench.clock.advance(std::chrono::hours(2));
    bench.sample("T", 20);
    QTRY_COMPARE(bench.shown("hi"), std::string("NORM"));
    QTRY_VERIFY(listAt(bench, bench.clock.now()).rows.empty());
    QVERIFY(listAt(bench, before).rows.empty());
    QCOMPARE(listAt(bench, came).rows.size(), std::size_t(1));
    QCOMPARE(listAt(bench, came).rows[0].state, AlarmState::Unacked);
    QCOMPARE(listAt(bench, came).perHour, 1.0);
    QCOMPARE(listAt(bench, acknowledged).rows[0].state, AlarmState::Acked);
    QCOMPARE(listAt(bench, acknowledged).rows[0].timesSinceAck, 0U);
    QCOMPARE(listAt(bench, acknowledged + std::chrono::hours(1)).rows.size(), std::size_t(1));
    QCOMPARE(listAt(bench, acknowledged + std::chrono::hours(1)).perHour, 0.0);
}

QTEST_GUILESS_MAIN(TestAlarmPast)
#include "tst_alarm_past.moc"
