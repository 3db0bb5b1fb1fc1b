#include "data/pipeline/history_stage.h"

#include <QTemporaryDir>
#include <QTest>

#include <mutex>

using namespace telltale;
using namespace std::chrono_literals;

/// The history thread with a disk that refuses: nothing is lost, nothing comes twice, sums agree.
class TestHistoryStage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itemsOfferedAreCommittedInOrder();
    void refusedCommitsLoseNothingAndStoreNothingTwice();
    void redeliveryReadLaterFromTheJournalIsNotStoredTwice();
    void sourceGapOfAnEarlierLifeEndsWhileBehind();
    void refusedGapIsRecordedOnceItCanBe();
    void failingMaintenanceStopsNoRecordingAndIsToldOnce();
};

namespace {

constexpr int kMoreThanTheQueue = 1500;

/// What the disk has and what waits, as the real one keeps it: a refused group stays.
class FakeDisk
{
public:
    struct Stored
    {
        std::vector<double> values;
        std::vector<HistoryGap> gaps;
        HistoryTotals totals;
        int commits = 0;
    };
    Stored stored() const
    {
        const std::lock_guard lock(m_mutex);
        return m_stored;
    }

    std::atomic<bool> refusesCommits = false;
    std::atomic<bool> refusesGaps = false;
    std::atomic<bool> refusesMaintenance = false;
    std::atomic<int> refusals = 0;

private:
    friend class FakeWriter;
    Error refusal()
    {
        ++refusals;
        return {Error::Code::DiskFull, "no space left on device"};
    }
    mutable std::mutex m_mutex;
    Stored m_stored;
};

class FakeWriter final : public HistoryWriter
{
public:
    explicit FakeWriter(FakeDisk &disk)
        : m_disk(disk)
    { }
    Outcome append(const SampleBatchPtr &batch) override
    {
        for (std::size_t i = 0; i < batch->size(); ++i)
            m_group.push_back(batch->sample(i).value);
        return {};
    }
    Outcome commit(JournalPosition position, const HistoryTotals &counted) override
    {
        if (m_disk.refusesCommits)
            return m_disk.refusal();
        const std::lock_guard lock(m_disk.m_mutex);
        auto &stored = m_disk.m_stored;
        stored.values.insert(stored.values.end(), m_group.begin(), m_group.end());
        stored.totals = counted;
        stored.totals.position = position;
        stored.totals.samples = stored.values.size();
        ++stored.commits;
        m_group.clear();
        return {};
    }
    Outcome recordGap(const HistoryGap &gap) override
    {
        if (m_disk.refusesGaps)
            return m_disk.refusal();
        const std::lock_guard lock(m_disk.m_mutex);
        m_disk.m_stored.gaps.push_back(gap);
        return {};
    }
    HistoryTotals totals() const override { return m_disk.stored().totals; }
    Result<bool> maintain() override
    {
        if (m_disk.refusesMaintenance)
            return m_disk.refusal();
        return false;
    }
    Outcome settle(std::chrono::milliseconds) override { return {}; }
    std::uint64_t bytesOnDisk() const override { return 0; }

private:
    FakeDisk &m_disk;
    std::vector<double> m_group;
};

/// A journal, what ingest does with it, and the stage under test.
class Bench
{
public:
    explicit Bench(std::vector<HistoryGap> runningGaps = {})
    {
        RawJournal::Options options;
        options.folder = m_folder.path().toStdString();
        options.segmentBytes = 1U << 20U;
        options.freeSpaceReserve = 0;
        m_journal = RawJournal::open(options).value();
        m_decoder = std::make_unique<MessageDecoder>(m_registry, BatchDecoder::Limits {},
                                                     MessageCounts {}, MessageDecoder::Lists {});
        m_reader = JournalReader::create(*m_journal, {});
        for (const HistoryGap &gap : runningGaps)
            m_gaps.adopt(gap);
        HistoryStage::Options stage;
        stage.runningGaps = std::move(runningGaps);
        stage.recordingChanged
            = [this](bool recording, const Error &) { ++(recording ? resumed : stopped); };
        m_stage = std::make_unique<HistoryStage>(std::make_unique<FakeWriter>(disk), *m_journal,
                                                 m_registry, Clock::system(), stage);
        m_stage->start();
    }

    bool message(const std::string &payload, bool isRedelivered = false)
    {
        JournalRecord record;
        record.topic = "plant/a";
        record.payload = payload;
        record.flags = static_cast<std::uint8_t>(
            (1U << JournalRecord::kQosShift)
            | (isRedelivered ? unsigned {JournalRecord::kRedelivered} : 0U));
        return append(record);
    }
    bool mark(JournalRecord::Kind kind)
    {
        JournalRecord record;
        record.kind = kind;
        return append(record);
    }
    bool numbers(int first, int count)
    {
        for (int n = first; n < first + count; ++n) {
            if (!message(std::to_string(n)))
                return false;
        }
        return true;
    }
    bool hasCommitted() const { return m_stage->committed() == m_end; }
    MessageCounts counts() const { return m_decoder->counts(); }
    HistoryStage &stage() { return *m_stage; }

    FakeDisk disk;
    std::atomic<int> stopped = 0;
    std::atomic<int> resumed = 0;

private:
    /// Into the journal, and from there to the stage, as ingest does: one item a record.
    bool append(JournalRecord record)
    {
        record.source = {1};
        record.arrival = Timestamp(std::chrono::seconds(1'700'000'000) + ++m_second * 1s);
        JournalRecord read;
        if (!m_journal->append(record).ok() || !m_reader->next(read))
            return false;
        HistoryItem item;
        item.gaps = m_gaps.take(read, m_decoder->counts().lastArrival);
        auto batch = std::make_shared<SampleBatch>();
        m_decoder->take(read, *batch);
        item.batch = std::move(batch);
        item.counts = m_decoder->counts();
        item.end = m_end = read.end;
        m_stage->offer(std::move(item));
        return true;
    }

    QTemporaryDir m_folder;
    TagRegistry m_registry;
    std::unique_ptr<RawJournal> m_journal;
    std::unique_ptr<MessageDecoder> m_decoder;
    std::unique_ptr<JournalReader> m_reader;
    GapTracker m_gaps;
    std::unique_ptr<HistoryStage> m_stage;
    JournalPosition m_end;
    int m_second = 0;
};

std::vector<double> numbersUpTo(int count)
{
    std::vector<double> numbers;
    for (int n = 0; n < count; ++n)
        numbers.push_back(n);
    return numbers;
}

} // namespace

void TestHistoryStage::itemsOfferedAreCommittedInOrder()
{
    Bench bench;
    QVERIFY(bench.numbers(0, 500));
    QTRY_VERIFY(bench.hasCommitted());
    QVERIFY(bench.disk.stored().values == numbersUpTo(500));
    QVERIFY(bench.disk.stored().commits < 500); // in groups
    QVERIFY(!bench.stage().state().behind);
    QCOMPARE(bench.stopped.load(), 0);
}

void TestHistoryStage::refusedCommitsLoseNothingAndStoreNothingTwice()
{
    Bench bench;
    QVERIFY(bench.numbers(0, 10));
    QTRY_VERIFY(bench.hasCommitted());
    bench.disk.refusesCommits = true;
    QVERIFY(bench.numbers(10, 10));
    QTRY_VERIFY(bench.disk.refusals >= 1);
    QTRY_COMPARE(bench.stopped.load(), 1);
    QVERIFY(!bench.stage().state().recording);
    QVERIFY(bench.numbers(20, kMoreThanTheQueue));
    QVERIFY(bench.message("{\"broken\": "));
    QVERIFY(bench.stage().state().behind);
    QTRY_VERIFY(bench.disk.refusals >= 2); // tried again by itself
    QCOMPARE(bench.disk.stored().values.size(), std::size_t(10));
    bench.disk.refusesCommits = false;
    QTRY_VERIFY_WITH_TIMEOUT(bench.hasCommitted(), 10'000);
    const FakeDisk::Stored stored = bench.disk.stored();
    QVERIFY(stored.values == numbersUpTo(20 + kMoreThanTheQueue));
    QVERIFY(stored.totals.counters == bench.counts().toCounters());
    QCOMPARE(bench.counts().dropped.at("undecodable"), std::uint64_t(1));
    QTRY_VERIFY(!bench.stage().state().behind);
    QVERIFY(bench.stage().state().recording);
    QCOMPARE(bench.stopped.load(), 1);
    QCOMPARE(bench.resumed.load(), 1);
    QVERIFY(bench.numbers(20 + kMoreThanTheQueue, 5)); // the queue is used again
    QTRY_VERIFY(bench.hasCommitted());
    QVERIFY(bench.disk.stored().values == numbersUpTo(25 + kMoreThanTheQueue));
}

void TestHistoryStage::redeliveryReadLaterFromTheJournalIsNotStoredTwice()
{
    Bench bench;
    QVERIFY(bench.numbers(0, 3));
    QTRY_VERIFY(bench.hasCommitted());
    bench.disk.refusesCommits = true;
    QVERIFY(bench.numbers(3, 1));
    QTRY_VERIFY(bench.disk.refusals >= 1);
    QVERIFY(bench.numbers(4, kMoreThanTheQueue));
    QVERIFY(bench.stage().state().behind);
    QVERIFY(bench.message("1", true)); // the broker had no acknowledgement of it
    bench.disk.refusesCommits = false;
    QTRY_VERIFY_WITH_TIMEOUT(bench.hasCommitted(), 10'000);
    QVERIFY(bench.disk.stored().values == numbersUpTo(4 + kMoreThanTheQueue));
    QCOMPARE(bench.counts().dropped.at("redelivered"), std::uint64_t(1));
    QVERIFY(bench.disk.stored().totals.counters == bench.counts().toCounters());
}

void TestHistoryStage::sourceGapOfAnEarlierLifeEndsWhileBehind()
{
    HistoryGap running;
    running.cause = HistoryGap::Cause::SourceDisconnected;
    running.source = {1};
    running.range = {Timestamp(1'600'000'000s), GapTracker::kStillRunning};
    Bench bench({running});
    bench.disk.refusesCommits = true;
    QVERIFY(bench.numbers(0, 1));
    QTRY_VERIFY(bench.disk.refusals >= 1);
    QVERIFY(bench.numbers(1, kMoreThanTheQueue));
    QVERIFY(bench.stage().state().behind);
    QVERIFY(bench.mark(JournalRecord::Kind::SourceUp));
    bench.disk.refusesCommits = false;
    QTRY_VERIFY_WITH_TIMEOUT(bench.hasCommitted(), 10'000);
    const auto gaps = bench.disk.stored().gaps;
    QCOMPARE(gaps.size(), std::size_t(1));
    QVERIFY(gaps[0].range.from == running.range.from);
    QVERIFY(gaps[0].range.to == Timestamp(1'700'000'000s + (kMoreThanTheQueue + 2) * 1s));
}

void TestHistoryStage::refusedGapIsRecordedOnceItCanBe()
{
    Bench bench;
    bench.disk.refusesGaps = true;
    QVERIFY(bench.mark(JournalRecord::Kind::SourceDown));
    QVERIFY(bench.numbers(0, 5));
    QTRY_VERIFY(bench.disk.refusals >= 1);
    bench.disk.refusesGaps = false;
    QTRY_VERIFY(bench.hasCommitted());
    QCOMPARE(bench.disk.stored().gaps.size(), std::size_t(1));
    QVERIFY(bench.disk.stored().values == numbersUpTo(5));
}

void TestHistoryStage::failingMaintenanceStopsNoRecordingAndIsToldOnce()
{
    Bench bench;
    bench.disk.refusesMaintenance = true;
    for (int round = 0; round < 3; ++round) {
        QVERIFY(bench.numbers(round * 10, 10));
        QTRY_VERIFY(bench.hasCommitted());
    }
    QVERIFY(bench.disk.stored().values == numbersUpTo(30));
    QCOMPARE(bench.stopped.load(), 1); // told once, not again and again
    QCOMPARE(bench.resumed.load(), 0);
    bench.disk.refusesMaintenance = false;
    QVERIFY(bench.numbers(30, 1));
    QTRY_COMPARE(bench.resumed.load(), 1);
}

QTEST_GUILESS_MAIN(TestHistoryStage)
#include "tst_history_stage.moc"
