#include "data/history/history_reader.h"
#include "data/pipeline/history_stage.h"
#include "tests/data/pipeline/fake_history.h"

#include <QTemporaryDir>
#include <QTest>

#include <limits>

using namespace telltale;
using namespace std::chrono_literals;
using test::FakeDisk;
using test::FakeWriter;

/// The history thread with a disk that refuses: nothing is lost, nothing comes twice, sums agree.
class TestHistoryStage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itemsOfferedAreCommittedInOrder();
    void firstGoodCommitIsTold();
    void heavyItemsAreLeftToTheJournal_data();
    void heavyItemsAreLeftToTheJournal();
    void itemsWithoutSamplesTakeRoom_data();
    void itemsWithoutSamplesTakeRoom();
    void refusedCommitsLoseNothingAndStoreNothingTwice();
    void lastRoomOfTheDiskIsLeft();
    void redeliveryReadLaterFromTheJournalIsNotStoredTwice();
    void sourceGapOfAnEarlierLifeEndsWhileBehind();
    void refusedGapIsRecordedOnceItCanBe();
    void failingMaintenanceStopsNoRecordingAndIsToldOnce();
    void silenceIsOneGapOverRestartsAndReplays();
};

namespace {

constexpr int kMoreThanTheQueue = 1500;

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
        m_reader = m_journal->read({});
        for (const HistoryGap &gap : runningGaps)
            m_gaps.adopt(gap);
        HistoryStage::Options stage;
        stage.runningGaps = std::move(runningGaps);
        stage.recordingChanged
            = [this](bool recording, const Error &) { ++(recording ? resumed : stopped); };
        stage.room = [this] {
            return hasRoom ? Outcome() : Outcome(Error {Error::Code::DiskFull, "no room"});
        };
        m_stage = std::make_unique<HistoryStage>(std::make_unique<FakeWriter>(disk), *m_journal,
                                                 m_registry, Clock::system(), stage);
        m_stage->start();
    }

    bool message(const std::string &payload, bool isRedelivered = false)
    {
        JournalRecord record;
        record.topic = "plant/a";
        record.payload = payload;
        record.packet = static_cast<std::uint16_t>(std::strtoul(payload.c_str(), nullptr, 10) + 1);
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
    /// What takes so much room in the queue, without a place of its own in the journal.
    void offerHeavy(std::size_t bytes, std::uint64_t messages)
    {
        auto batch = std::make_shared<SampleBatch>();
        batch->appendWithSide(m_registry.intern("plant/text"), Timestamp(1s), 0.0, Quality::good(),
                              SampleFlags::make(SampleFlags::Kind::Text), std::string(bytes, 'x'));
        batch->messages = messages;
        offer({std::move(batch), {}, {}, {}, {}, {}});
    }
    /// Without a place of its own there, too.
    void offer(HistoryItem item)
    {
        item.lastSigns = m_gaps.lastSigns();
        item.counts = m_decoder->counts();
        item.end = m_end;
        m_stage->offer(std::move(item));
    }
    bool hasCommitted() const { return m_stage->committed() == m_end; }
    MessageCounts counts() const { return m_decoder->counts(); }
    HistoryStage &stage() { return *m_stage; }

    FakeDisk disk;
    std::atomic<bool> hasRoom = true;
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
        item.lastSigns = m_gaps.lastSigns();
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

void TestHistoryStage::firstGoodCommitIsTold()
{
    Bench bench; // an earlier life may have ended while nothing could be recorded
    QVERIFY(bench.numbers(0, 5));
    QTRY_COMPARE(bench.resumed.load(), 1);
    QVERIFY(bench.numbers(5, 5));
    QTRY_VERIFY(bench.hasCommitted());
    QCOMPARE(bench.resumed.load(), 1);
}

void TestHistoryStage::heavyItemsAreLeftToTheJournal_data()
{
    QTest::addColumn<std::size_t>("bytes");
    QTest::addColumn<std::uint64_t>("messages");
    QTest::addColumn<int>("fit");
    QTest::newRow("64 MiB") << (std::size_t {1} << 20U) << std::uint64_t {1} << 63;
    QTest::newRow("200 000 messages") << std::size_t {1} << std::uint64_t {5000} << 40;
}

void TestHistoryStage::heavyItemsAreLeftToTheJournal()
{
    QFETCH(std::size_t, bytes);
    QFETCH(std::uint64_t, messages);
    QFETCH(int, fit);
    Bench bench;
    bench.disk.refusesCommits = true;
    QVERIFY(bench.numbers(0, 1));
    QTRY_VERIFY(bench.disk.refusals >= 1);
    for (int item = 0; item < fit; ++item)
        bench.offerHeavy(bytes, messages);
    QVERIFY(!bench.stage().state().behind);
    bench.offerHeavy(bytes, messages);
    bench.offerHeavy(bytes, messages);
    QVERIFY(bench.stage().state().behind);
    bench.disk.refusesCommits = false; // and the queue can be used again
    QTRY_VERIFY_WITH_TIMEOUT(!bench.stage().state().behind, 10'000);
    for (int item = 0; item < fit; ++item)
        bench.offerHeavy(bytes, messages);
    QVERIFY(bench.numbers(1, 1));
    QTRY_VERIFY(bench.hasCommitted());
    QTRY_VERIFY(!bench.stage().state().behind);
}

void TestHistoryStage::itemsWithoutSamplesTakeRoom_data()
{
    QTest::addColumn<std::size_t>("words");
    QTest::addColumn<std::size_t>("asset");
    QTest::addColumn<std::size_t>("gaps");
    QTest::newRow("a word of 64 MiB")
        << std::size_t {1} << (std::size_t {64} << 20U) << std::size_t {0};
    QTest::newRow("200 001 words") << std::size_t {200'001} << std::size_t {1} << std::size_t {0};
    QTest::newRow("gaps") << std::size_t {0} << std::size_t {0}
                          << (std::size_t {64} << 20U) / sizeof(HistoryGap) + 1;
}

void TestHistoryStage::itemsWithoutSamplesTakeRoom()
{
    QFETCH(std::size_t, words);
    QFETCH(std::size_t, asset);
    QFETCH(std::size_t, gaps);
    Bench bench;
    bench.disk.refusesCommits = true;
    QVERIFY(bench.numbers(0, 1));
    QTRY_VERIFY(bench.disk.refusals >= 1);
    HistoryItem item;
    item.batch = std::make_shared<SampleBatch>();
    bench.offer(item);
    QVERIFY(!bench.stage().state().behind);
    item.words.resize(words);
    for (DeviceWord &word : item.words)
        word.asset.assign(asset, 'x');
    item.gaps.resize(gaps);
    bench.offer(std::move(item));
    QVERIFY(bench.stage().state().behind);
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
    QCOMPARE(bench.resumed.load(), 2);
    QVERIFY(bench.numbers(20 + kMoreThanTheQueue, 5)); // the queue is used again
    QTRY_VERIFY(bench.hasCommitted());
    QVERIFY(bench.disk.stored().values == numbersUpTo(25 + kMoreThanTheQueue));
}

void TestHistoryStage::lastRoomOfTheDiskIsLeft()
{
    Bench bench;
    QVERIFY(bench.numbers(0, 10));
    QTRY_VERIFY(bench.hasCommitted());
    bench.hasRoom = false;
    const int commits = bench.disk.stored().commits;
    QVERIFY(bench.numbers(10, 10));
    QTRY_COMPARE(bench.stopped.load(), 1);
    QCOMPARE(bench.disk.stored().commits, commits); // nothing was even tried
    bench.hasRoom = true;
    QTRY_VERIFY(bench.hasCommitted());
    QVERIFY(bench.disk.stored().values == numbersUpTo(20));
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
    // The broker had no acknowledgement of the newest one.
    QVERIFY(bench.message(std::to_string(3 + kMoreThanTheQueue), true));
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

/// A life begins where the one before ended, the last once more at the beginning.
void TestHistoryStage::silenceIsOneGapOverRestartsAndReplays()
{
    const QTemporaryDir folder;
    const std::string path = folder.path().toStdString();
    RawJournal::Options options;
    options.folder = path;
    options.segmentBytes = 1U << 20U;
    options.freeSpaceReserve = 0;
    const auto journal = RawJournal::open(options).value();
    const auto at = [](int second) { return Timestamp(1'700'000'000s + second * 1s); };
    const auto append = [&](JournalRecord::Kind kind, int second) {
        JournalRecord record;
        record.kind = kind;
        const bool isOwn = kind == JournalRecord::Kind::OwnSample;
        record.topic = isOwn ? "$telltale/rate" : "plant/pump/flow";
        record.payload = isOwn ? "12345678" : "1";
        record.source = {isOwn ? std::uint16_t {0} : std::uint16_t {1}};
        record.arrival = at(second);
        return journal->append(record).ok();
    };
    const auto live = [&](JournalPosition from) {
        TagRegistry registry;
        auto writer = HistoryWriter::open({path}, registry).value();
        const std::vector<HistoryGap> running
            = HistoryReader::open(path)
                  .value()
                  ->gaps({Timestamp::max() - 1us, Timestamp::max()})
                  .value();
        const HistoryTotals totals = writer->totals();
        MessageDecoder decoder(registry, {}, MessageCounts::fromCounters(totals.counters), {});
        HistoryStage::Options stageOptions;
        stageOptions.runningGaps = running;
        HistoryStage stage(std::move(writer), *journal, registry, Clock::system(), stageOptions);
        stage.start();
        const auto reader = journal->read(std::min(from, totals.position));
        JournalRecord record;
        while (reader->next(record)) {
            HistoryItem item;
            auto batch = std::make_shared<SampleBatch>();
            decoder.take(record, *batch);
            batch->arrival = record.arrival;
            item.batch = std::move(batch);
            item.words = decoder.takeWords();
            item.counts = decoder.counts();
            item.end = record.end;
            stage.offer(std::move(item));
        }
        stage.stop(10s);
    };
    const auto gaps = [&path] {
        auto all
            = HistoryReader::open(path).value()->gaps({Timestamp::min(), Timestamp::max()}).value();
        std::erase_if(all, [](const HistoryGap &gap) { return !gap.isOfDevice(); });
        return all;
    };
    const JournalPosition end {std::numeric_limits<std::uint64_t>::max()};
    for (int second = 0; second < 20; ++second)
        QVERIFY(append(JournalRecord::Kind::Message, second));
    for (int second = 20; second < 100; second += 10)
        QVERIFY(append(JournalRecord::Kind::OwnSample, second));
    live(end);
    QCOMPARE(gaps().size(), std::size_t {1});
    QCOMPARE(gaps()[0].cause, HistoryGap::Cause::DeviceSilent);
    QVERIFY(gaps()[0].range == (TimeRange {at(19) + 1us, Timestamp::max()}));
    QVERIFY(append(JournalRecord::Kind::OwnSample, 110));
    live(end);
    QVERIFY(gaps()[0].range == (TimeRange {at(19) + 1us, Timestamp::max()}));
    QVERIFY(append(JournalRecord::Kind::Message, 120));
    live(end);
    const TimeRange silent {at(19) + 1us, at(120)};
    QCOMPARE(gaps().size(), std::size_t {1});
    QCOMPARE(gaps()[0].range, silent);
    live({});
    QCOMPARE(gaps().size(), std::size_t {1});
    QCOMPARE(gaps()[0].range, silent);
}

QTEST_GUILESS_MAIN(TestHistoryStage)
#include "tst_history_stage.moc"
