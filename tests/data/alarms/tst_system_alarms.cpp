#include "tests/data/alarms/service_bench.h"

#include <QTest>

using namespace telltale;
using test::contains;
using test::count;
using test::Lines;
using test::ServiceBench;

/// The alarms the program brings along, and its clock.
class TestSystemAlarms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sourceDownIsRaisedAfterFiveSeconds();
    void sourceThatIsBackAfterRestartReturns();
    void lateMarksOfASourceAreJudgedByTheirTime();
    void stoppedRecordingIsPriorityOne();
    void stoppedRecordingReturnsAfterRestart();
    void diskThatTakesSomeCommitsIsOneAlarm();
    void clockStepKeepsDelays();
};

void TestSystemAlarms::sourceDownIsRaisedAfterFiveSeconds()
{
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    bench.service->sourceChanged(SourceId {1}, "plant", true, bench.clock.now());
    bench.service->sourceChanged(SourceId {1}, "plant", false, bench.clock.now());
    bench.clock.advance(std::chrono::milliseconds(4999));
    bench.poke();
    QCOMPARE(bench.shown("$source/plant"), std::string("NORM"));
    bench.clock.advance(std::chrono::milliseconds(1));
    bench.poke();
    QTRY_COMPARE(bench.shown("$source/plant"), std::string("UNACK"));
    QCOMPARE(bench.rows().at(0).priority, 2);
    QCOMPARE(bench.rows().at(0).asset, std::string("plant"));
    QVERIFY(bench.rows().at(0).isSystem);
    bench.service->sourceChanged(SourceId {1}, "plant", true, bench.clock.now());
    QTRY_COMPARE(bench.shown("$source/plant"), std::string("RTNUN"));
}

void TestSystemAlarms::sourceThatIsBackAfterRestartReturns()
{
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    bench.service->sourceChanged(SourceId {1}, "plant", false, bench.clock.now());
    bench.clock.advance(std::chrono::seconds(5));
    bench.poke();
    QTRY_COMPARE(bench.shown("$source/plant"), std::string("UNACK"));
    bench.restart();
    QCOMPARE(bench.shown("$source/plant"), std::string("UNACK"));
    QVERIFY(!bench.rows().at(0).hasNoData); // it never has samples that it could wait for
    bench.service->sourceChanged(SourceId {1}, "plant", true, bench.clock.now());
    QTRY_COMPARE(bench.shown("$source/plant"), std::string("RTNUN"));
    QTRY_COMPARE(count(bench.stored(), "ALARM $source/plant"), std::size_t(1));
}

void TestSystemAlarms::lateMarksOfASourceAreJudgedByTheirTime()
{
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    const Timestamp then = bench.clock.now() - std::chrono::minutes(10);
    const auto mark = [&](bool up, std::chrono::seconds after) {
        bench.service->sourceChanged(SourceId {1}, "plant", up, then + after);
    };
    mark(false, std::chrono::seconds(0));
    mark(true, std::chrono::seconds(4)); // shorter than its on-delay
    mark(false, std::chrono::seconds(20));
    mark(true, std::chrono::seconds(40));
    QTRY_VERIFY(contains(bench.stored(), "RTN $source/plant"));
    std::vector<Timestamp> times;
    for (const AlarmJournalEntry &entry : bench.entries()) {
        if (entry.alarm == "$source/plant")
            times.push_back(entry.eventTime);
    }
    const std::vector<Timestamp> wanted {then + std::chrono::seconds(25),
                                         then + std::chrono::seconds(40)};
    QVERIFY(times == wanted);
}

void TestSystemAlarms::stoppedRecordingIsPriorityOne()
{
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    bench.service->recordingChanged(Recording::HistoryStopped, bench.clock.now());
    QTRY_COMPARE(bench.shown("$recording"), std::string("UNACK"));
    QCOMPARE(bench.rows().at(0).priority, 1);
    const auto says = [&bench](Recording stopped) {
        return bench.rows().at(0).cause == recordingRule(stopped).cause;
    };
    QTRY_VERIFY(says(Recording::HistoryStopped));
    bench.service->recordingChanged(Recording::BothStopped, bench.clock.now());
    QTRY_VERIFY(says(Recording::BothStopped));
    QCOMPARE(bench.rows().at(0).occurrence, std::uint64_t {1});
    bench.service->recordingChanged(Recording::Runs, bench.clock.now());
    bench.pass(std::chrono::seconds(29));
    QCOMPARE(bench.shown("$recording"), std::string("UNACK"));
    bench.pass(std::chrono::seconds(1));
    QTRY_COMPARE(bench.shown("$recording"), std::string("RTNUN"));
}

void TestSystemAlarms::stoppedRecordingReturnsAfterRestart()
{
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    bench.service->recordingChanged(Recording::HistoryStopped, bench.clock.now());
    QTRY_COMPARE(bench.shown("$recording"), std::string("UNACK"));
    bench.restart();
    QCOMPARE(bench.shown("$recording"), std::string("UNACK"));
    bench.service->recordingChanged(Recording::Runs, bench.clock.now()); // the first good commit
    bench.pass(std::chrono::seconds(30));
    QTRY_COMPARE(bench.shown("$recording"), std::string("RTNUN"));
}

void TestSystemAlarms::diskThatTakesSomeCommitsIsOneAlarm()
{
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    for (int i = 0; i < 20; ++i) {
        const Recording now = i % 2 == 1 ? Recording::Runs : Recording::JournalStopped;
        bench.service->recordingChanged(now, bench.clock.now());
        bench.pass(std::chrono::seconds(5));
    }
    bench.pass(std::chrono::seconds(30));
    QTRY_COMPARE(bench.shown("$recording"), std::string("RTNUN"));
    bench.service->stop();
    QCOMPARE(count(bench.stored(), "ALARM $recording"), std::size_t(1));
    QCOMPARE(count(bench.stored(), "RTN $recording"), std::size_t(1));
}

void TestSystemAlarms::clockStepKeepsDelays()
{
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    bench.service->sourceChanged(SourceId {1}, "plant", false, bench.clock.now());
    bench.clock.step(std::chrono::hours(1));
    bench.poke();
    QCOMPARE(bench.shown("$source/plant"), std::string("NORM"));
    QTRY_VERIFY(contains(bench.stored(), "CLOCK"));
    bench.clock.advance(std::chrono::seconds(5));
    bench.poke();
    QTRY_COMPARE(bench.shown("$source/plant"), std::string("UNACK"));
}

QTEST_GUILESS_MAIN(TestSystemAlarms)
#include "tst_system_alarms.moc"
