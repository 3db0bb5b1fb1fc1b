#include "data/pipeline/ingest_stage.h"
#include "tests/data/pipeline/fake_history.h"

#include <QTemporaryDir>
#include <QTest>

using namespace telltale;
using namespace std::chrono_literals;
using test::FakeDisk;
using test::FakeWriter;

/// The decoder thread: who is given what.
class TestIngestStage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wrongClockOfADeviceIsAProblem();
    void clockThatIsAheadIsAProblemAndFreezesNothing();
    void clockThatIsRightAgainIsNoProblem();
    void eachConsumerGoesOnFromItsOwnPlace_data();
    void eachConsumerGoesOnFromItsOwnPlace();
    void undecodableBacklogIsTakenInSteps();
    void whatFoundNoRoomIsAGap();
    void whatCameBeforeAGoodbyeIsHeld();
    void gapThatBeganWhileHistoryWasBehindIsOne();
};

namespace {

constexpr int kMessages = 10;
constexpr int kMarkAfter = 5; ///< messages

/// Notes what it is given.
class FakeAlarms final : public AlarmService
{
public:
    JournalPosition committed() const override { return {}; }
    void batch(const SampleBatchPtr &batch) override
    {
        const std::lock_guard lock(m_mutex);
        for (const double value : batch->values())
            m_values.push_back(value);
        m_ends.push_back(batch->end);
    }
    void sourceChanged(SourceId, const std::string &, bool, Timestamp) override
    {
        const std::lock_guard lock(m_mutex);
        ++m_marks;
    }
    void sourceOff(SourceId, const std::string &, Timestamp) override { }
    void recordingChanged(Recording, Timestamp) override { }
    void setCarrier(NotificationCarrier *) override { }
    void settle(std::vector<AlarmDelivery>, std::optional<AlarmNotification>) override { }
    void nameChannels(const std::vector<std::string> &) override { }
    void channelChanged(const std::string &, ChannelNews, Timestamp) override { }
    void setRules(RuleSet, const std::string &, AlarmRole) override { }
    RuleSet rules() const override { return {}; }
    std::string storeError() const override { return {}; }
    JournalTrust journalTrust() const override { return {}; }
    void stop() override { }

    std::vector<double> values() const
    {
        const std::lock_guard lock(m_mutex);
        return m_values;
    }
    std::vector<JournalPosition> ends() const
    {
        const std::lock_guard lock(m_mutex);
        return m_ends;
    }
    int marks() const
    {
        const std::lock_guard lock(m_mutex);
        return m_marks;
    }

private:
    mutable std::mutex m_mutex;
    std::vector<double> m_values;
    std::vector<JournalPosition> m_ends;
    int m_marks = 0;
};

class Bench
{
public:
    Bench()
    {
        RawJournal::Options options;
        options.folder = m_folder.path().toStdString();
        options.segmentBytes = 4U << 20U;
        options.freeSpaceReserve = 0;
        m_journal = RawJournal::open(options).value();
        m_reader = m_journal->read({});
    }

    bool message(const std::string &payload, const std::string &topic = "plant/a")
    {
        JournalRecord record;
        record.topic = topic;
        record.payload = payload;
        return append(record);
    }
    bool mark(JournalRecord::Kind kind = JournalRecord::Kind::SourceDown, SourceId source = {1})
    {
        JournalRecord record;
        record.kind = kind;
        return append(record, source);
    }
    bool lost(std::uint64_t messages)
    {
        JournalRecord record;
        record.kind = JournalRecord::Kind::Refused;
        record.payload = JournalRecord::kNoRoom;
        record.number = messages;
        return append(record);
    }
    /// Where the newest record ends.
    JournalPosition end() const { return m_end; }

    void start(JournalPosition historyFrom, JournalPosition alarmsFrom)
    {
        m_history
            = std::make_unique<HistoryStage>(std::make_unique<FakeWriter>(disk), *m_journal,
                                             m_registry, Clock::system(), HistoryStage::Options {});
        IngestStage::Options options;
        options.historyFrom = historyFrom;
        options.alarmsFrom = alarmsFrom;
        m_ingest = std::make_unique<IngestStage>(IngestStage::Doors {*m_journal, m_registry, m_live,
                                                                     alarms, *m_history, m_problems,
                                                                     Clock::system()},
                                                 options);
        m_history->start();
        m_ingest->start();
    }
    bool isDone() const { return m_ingest->position() == m_end && m_history->committed() == m_end; }

    std::vector<Problem> problems() const { return m_problems.all(); }
    LiveValues::Value live(const char *path) const { return m_live.value(m_registry.find(path)); }

    bool isIngested() const { return m_ingest->position() == m_end; }
    bool isBehind() const { return m_history->state().behind; }

    std::chrono::microseconds step = 1s; ///< from record to record
    FakeDisk disk;
    FakeAlarms alarms;

private:
    bool append(JournalRecord record, SourceId source = {1})
    {
        record.source = source;
        record.arrival = m_arrival += step;
        if (!m_journal->append(record).ok() || !m_reader->next(record))
            return false;
        m_end = record.end;
        return true;
    }

    QTemporaryDir m_folder;
    TagRegistry m_registry;
    LiveValues m_live;
    ProblemList m_problems;
    std::unique_ptr<RawJournal> m_journal;
    std::unique_ptr<JournalReader> m_reader;
    std::unique_ptr<HistoryStage> m_history;
    std::unique_ptr<IngestStage> m_ingest;
    JournalPosition m_end;
    Timestamp m_arrival {std::chrono::seconds(1'700'000'000)};
};

std::vector<double> numbersFrom(int first)
{
    std::vector<double> numbers;
    for (int n = first; n < kMessages; ++n)
        numbers.push_back(n);
    return numbers;
}

} // namespace

void TestIngestStage::eachConsumerGoesOnFromItsOwnPlace_data()
{
    QTest::addColumn<int>("history"); // messages it has
    QTest::addColumn<int>("alarms");
    QTest::newRow("a new folder") << 0 << 0;
    QTest::newRow("alarms are ahead") << 2 << 7;
    QTest::newRow("history is ahead") << 7 << 2;
    QTest::newRow("both stand together") << 4 << 4;
    QTest::newRow("alarms have everything") << 3 << kMessages;
}

void TestIngestStage::eachConsumerGoesOnFromItsOwnPlace()
{
    QFETCH(int, history);
    QFETCH(int, alarms);
    Bench bench;
    std::vector<JournalPosition> after {{}}; // so many messages
    for (int n = 0; n < kMessages; ++n) {
        if (n == kMarkAfter)
            QVERIFY(bench.mark());
        QVERIFY(bench.message(std::to_string(n)));
        after.push_back(bench.end());
    }
    bench.start(after[static_cast<std::size_t>(history)], after[static_cast<std::size_t>(alarms)]);
    QTRY_VERIFY(bench.isDone());
    QVERIFY(bench.alarms.values() == numbersFrom(alarms));
    QVERIFY(bench.disk.stored().values == numbersFrom(history));
    QCOMPARE(bench.alarms.marks(), alarms <= kMarkAfter ? 1 : 0);
}

void TestIngestStage::undecodableBacklogIsTakenInSteps()
{
    constexpr int kBacklog = 20'000;
    Bench bench;
    for (int n = 0; n < kBacklog; ++n)
        QVERIFY(bench.message("{\"broken\": "));
    bench.start({}, {});
    QTRY_VERIFY(bench.isDone());
    const std::vector<JournalPosition> ends = bench.alarms.ends();
    QVERIFY(ends.size() > 2); // others are told how far it is meanwhile
    QVERIFY(ends.back() == bench.end()); // so that the journal may let go of it
}

void TestIngestStage::whatFoundNoRoomIsAGap()
{
    Bench bench;
    QVERIFY(bench.message("1"));
    QVERIFY(bench.lost(7));
    QVERIFY(bench.message("2"));
    bench.start({}, {});
    QTRY_VERIFY(bench.isDone());
    const std::vector<HistoryGap> gaps = bench.disk.stored().gaps;
    QCOMPARE(gaps.size(), std::size_t {1});
    QCOMPARE(gaps.front().cause, HistoryGap::Cause::DiskError);
    QCOMPARE(gaps.front().source, SourceId {1});
    const Timestamp first = Timestamp(std::chrono::seconds(1'700'000'000));
    QVERIFY(gaps.front().range == (TimeRange {first + 1s, first + 2s}));
}

void TestIngestStage::wrongClockOfADeviceIsAProblem()
{
    Bench bench;
    QVERIFY(bench.message(R"({"value": 1, "ts": 0})"));
    QVERIFY(bench.message(R"({"value": 2, "ts": 0})"));
    bench.start({}, {});
    QTRY_VERIFY_WITH_TIMEOUT(!bench.problems().empty(), 10'000);
    QCOMPARE(bench.problems().size(), std::size_t(1));
    const Problem problem = bench.problems().front();
    QVERIFY2(problem.cause.find("plant/a says 1970-01-01T00:00:00") != std::string::npos,
             problem.cause.c_str());
    QVERIFY(problem.cause.find("time of arrival is used") != std::string::npos);
    QVERIFY(problem.remedy.find("Set the clock of the device") != std::string::npos);
    QCOMPARE(problem.code, Error::Code::WrongClock);
}

/// History has the time it gave, which is not impossible.
void TestIngestStage::clockThatIsAheadIsAProblemAndFreezesNothing()
{
    Bench bench;
    QVERIFY(bench.message(R"({"value": 1, "ts": 1700072001})"));
    QVERIFY(bench.message(R"({"value": 2, "ts": 1700000002})"));
    bench.start({}, {});
    QTRY_VERIFY_WITH_TIMEOUT(!bench.problems().empty(), 10'000);
    const Problem problem = bench.problems().front();
    QVERIFY2(problem.cause.find("plant/a is 72000 s ahead") != std::string::npos,
             problem.cause.c_str());
    QTRY_VERIFY(bench.isDone());
    QCOMPARE(bench.live("plant/a").sample.value, 2.0);
    QVERIFY(bench.disk.stored().times.front() == Timestamp(std::chrono::seconds(1'700'072'001)));
}

/// It ends by what the device says, not by the time that passes.
void TestIngestStage::clockThatIsRightAgainIsNoProblem()
{
    constexpr int kFiveMinutes = 301; // messages, one a second
    Bench bench;
    QVERIFY(bench.message(R"({"value": 1, "ts": 0})"));
    bench.start({}, {});
    QTRY_VERIFY_WITH_TIMEOUT(!bench.problems().empty(), 10'000);
    for (int n = 0; n < kFiveMinutes; ++n)
        QVERIFY(bench.message(R"({"value": 1, "ts": 1700000000})"));
    QTRY_VERIFY_WITH_TIMEOUT(bench.problems().empty(), 10'000);
    QVERIFY(bench.message(R"({"value": 1, "ts": 0})"));
    QTRY_COMPARE_WITH_TIMEOUT(bench.problems().size(), std::size_t(1), 10'000);
}

/// A broker that had kept both delivers them in one go.
void TestIngestStage::whatCameBeforeAGoodbyeIsHeld()
{
    Bench bench;
    QVERIFY(bench.message(R"({"power": 5})", "zigbee2mqtt/lamp"));
    QVERIFY(bench.message("offline", "zigbee2mqtt/lamp/availability"));
    QVERIFY(bench.message(R"({"power": 5, "energy": 1})", "zigbee2mqtt/plug"));
    QVERIFY(bench.message("offline", "zigbee2mqtt/plug/availability"));
    QVERIFY(bench.message(R"({"power": 6})", "zigbee2mqtt/plug")); // it is back
    bench.start({}, {});
    QTRY_VERIFY(bench.isDone());
    QCOMPARE(bench.live("lamp/power").sample.value, 5.0);
    QVERIFY(bench.live("lamp/power").isHeld());
    QVERIFY(bench.live("plug/energy").isHeld());
    QCOMPARE(bench.live("plug/power").sample.value, 6.0);
    QVERIFY(!bench.live("plug/power").isHeld());
}

/// History reads from the journal that the source is down, and is told that it is up: both speak of
/// one gap, or it never ends.
void TestIngestStage::gapThatBeganWhileHistoryWasBehindIsOne()
{
    constexpr int kMoreThanTheQueue = 1100; // marks: an item each
    constexpr SourceId kOther {2};
    Bench bench;
    bench.step = 1ms;
    bench.disk.refusesCommits = true;
    bench.start({}, {});
    QVERIFY(bench.message("1"));
    QTRY_VERIFY_WITH_TIMEOUT(bench.disk.refusals >= 1, 10'000);
    for (int n = 0; n < kMoreThanTheQueue; ++n)
        QVERIFY(bench.mark(JournalRecord::Kind::SourceUp, kOther));
    QTRY_VERIFY_WITH_TIMEOUT(bench.isBehind(), 10'000);
    QVERIFY(bench.mark());
    QTRY_VERIFY_WITH_TIMEOUT(bench.isIngested(), 10'000);
    bench.disk.refusesCommits = false;
    QTRY_VERIFY_WITH_TIMEOUT(bench.isDone() && !bench.isBehind(), 10'000);
    QVERIFY(bench.mark(JournalRecord::Kind::SourceUp));
    QTRY_VERIFY_WITH_TIMEOUT(bench.isDone(), 10'000);
    const std::vector<HistoryGap> gaps = bench.disk.stored().gaps;
    QCOMPARE(gaps.size(), std::size_t {2});
    QVERIFY(gaps[0].range.to == GapTracker::kStillRunning);
    QVERIFY(gaps[1].range.to < GapTracker::kStillRunning);
    QVERIFY(gaps[0].range.from == gaps[1].range.from);
}

QTEST_GUILESS_MAIN(TestIngestStage)
#include "tst_ingest_stage.moc"
