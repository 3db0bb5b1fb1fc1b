#include "data/sources/journal_syncer.h"
#include "tests/data/sources/journal_bench.h"

#include <QTest>

#include <atomic>
#include <cerrno>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

/// A disk that is full or fails, and what it is made to take.
class TestJournalDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fullDiskRefusesAndRecovers();
    void fullDiskLeavesRoomForWhatIsOnItsWay();
    void fullDiskGivesUpReleasedSegmentsFirst();
    void fullDiskAtStartStillOpens();
    void smallDiskGetsSmallSegments();
    void nearlyFullDiskGetsSmallSegments();
    void failedSyncLeavesTheSegment();
    void failingDiskUsesUpNoSegments();
    void syncerHasTheDiskTakeWhatIsNew();
};

void TestJournalDisk::fullDiskRefusesAndRecovers()
{
    JournalBench fixture;
    std::atomic<int> error {0};
    fixture.options.allocate = [&error](int descriptor, std::uint64_t bytes) {
        return error ? error.load() : ::ftruncate(descriptor, static_cast<off_t>(bytes));
    };
    const auto journal = fixture.open();
    appendNumbered(*journal, 1, 10);
    error = ENOSPC;
    std::uint64_t stored = 10;
    Outcome outcome;
    while (stored < 5000 && (outcome = journal->append(message(numbered(stored + 1)))).ok())
        ++stored;
    QVERIFY(!outcome.ok());
    QVERIFY(outcome.error().code == Error::Code::DiskFull);
    QVERIFY(stored > 300); // the segment begun and the one made ahead were filled

    const auto reader = journal->read({});
    QCOMPARE(readAll(*reader), oneTo(stored));
    error = EIO;
    QTRY_VERIFY(codeOf(journal->append(message(numbered(0)))) == Error::Code::DiskError);
    error = 0;
    bool isBack = false; // evaluated more than once
    QTRY_VERIFY(isBack = isBack || journal->append(message(numbered(stored + 1))).ok());
    QCOMPARE(readAll(*reader), (std::vector<std::uint64_t> {stored + 1}));
}

/// The journal says so while its last segment still takes what was sent already.
void TestJournalDisk::fullDiskLeavesRoomForWhatIsOnItsWay()
{
    constexpr std::uint64_t kMebibyte = 1U << 20U;
    constexpr std::uint64_t kPayload = 60'000;
    JournalBench fixture;
    fixture.options.segmentBytes = 16 * kMebibyte;
    fixture.options.limitBytes = RawJournal::Options().limitBytes;
    std::atomic<bool> isFull {false};
    fixture.options.allocate = [&isFull](int descriptor, std::uint64_t bytes) {
        return isFull ? ENOSPC : ::ftruncate(descriptor, static_cast<off_t>(bytes));
    };
    const auto journal = fixture.open();
    std::uint64_t stored = 0;
    const auto append = [&] { return journal->append(message(numbered(stored + 1, kPayload))); };
    QVERIFY(append());
    QTRY_COMPARE(fixture.files().size(), std::size_t {2}); // with the one made ahead
    isFull = true;
    for (stored = 1; fixture.usedFiles().size() < 2; ++stored)
        QVERIFY(append());
    QVERIFY(!journal->isRunningOut()); // 16 MiB are left
    const auto begun = stored;
    for (; !journal->isRunningOut() && (stored - begun) * kPayload < 14 * kMebibyte; ++stored)
        QVERIFY(append());
    QVERIFY(journal->isRunningOut());
    QVERIFY((stored - begun) * kPayload > 11 * kMebibyte);
    QCOMPARE(journal->refusal().value_or(Error {}).code, Error::Code::DiskFull);
    for (std::uint64_t landed = 0; landed < 3 * kMebibyte; landed += kPayload, ++stored)
        QVERIFY(append());
    isFull = false;
    QTRY_VERIFY(!journal->isRunningOut());
    QVERIFY(!journal->refusal());
    QCOMPARE(readAll(*journal->read({})), oneTo(stored));
}

void TestJournalDisk::fullDiskGivesUpReleasedSegmentsFirst()
{
    JournalBench fixture;
    std::atomic<int> room {5};
    fixture.options.allocate = [&](int descriptor, std::uint64_t bytes) {
        const bool isFull = static_cast<int>(fixture.files().size()) > room;
        return isFull ? ENOSPC : ::ftruncate(descriptor, static_cast<off_t>(bytes));
    };
    const auto journal = fixture.open();
    std::uint64_t stored = 0;
    while (journal->append(message(numbered(stored + 1))).ok())
        ++stored;
    const auto reader = journal->read({});
    QCOMPARE(readAll(*reader), oneTo(stored)); // nothing unread was given up
    journal->commit(reader->position());
    bool isBack = false; // evaluated more than once
    QTRY_VERIFY(isBack = isBack || journal->append(message(numbered(stored + 1))).ok());
    QCOMPARE(readAll(*reader), (std::vector<std::uint64_t> {stored + 1}));
    QVERIFY(firstNumber(*journal) > 1);
}

void TestJournalDisk::fullDiskAtStartStillOpens()
{
    JournalBench fixture;
    std::atomic<bool> isFull {true};
    fixture.options.allocate = [&isFull](int descriptor, std::uint64_t bytes) {
        return isFull ? ENOSPC : ::ftruncate(descriptor, static_cast<off_t>(bytes));
    };
    const auto journal = fixture.open();
    const auto reader = journal->read({});
    QVERIFY(codeOf(journal->append(message("1"))) == Error::Code::DiskFull);
    QCOMPARE(journal->totals().messages, 0U);
    isFull = false;
    bool isBack = false; // evaluated more than once
    QTRY_VERIFY(isBack = isBack || journal->append(message("1")).ok());
    QCOMPARE(readAll(*reader), oneTo(1));
}

void TestJournalDisk::smallDiskGetsSmallSegments()
{
    constexpr std::uint64_t kMebibyte = 1U << 20U;
    RawJournal::Options large;
    large.fitTo(500'000 * kMebibyte);
    QCOMPARE(large.segmentBytes, RawJournal::Options().segmentBytes);
    QCOMPARE(large.freeSpaceReserve, RawJournal::Options().freeSpaceReserve);
    RawJournal::Options small;
    small.fitTo(100 * kMebibyte);
    QCOMPARE(small.segmentBytes, 5 * kMebibyte);
    QCOMPARE(small.freeSpaceReserve, 5 * kMebibyte);
    small.fitTo(10 * kMebibyte);
    QCOMPARE(small.segmentBytes, 2 * kMebibyte); // holds the largest message there may be
    QCOMPARE(small.freeSpaceReserve, kMebibyte / 2);
}

/// A large disk with 26 MiB above the reserve: all of them are used, the reserve is not.
void TestJournalDisk::nearlyFullDiskGetsSmallSegments()
{
    constexpr std::uint64_t kMebibyte = 1U << 20U;
    constexpr std::size_t kPayload = 60'000;
    JournalBench fixture;
    fixture.options.segmentBytes = RawJournal::Options().segmentBytes;
    fixture.options.limitBytes = RawJournal::Options().limitBytes;
    fixture.options.freeSpaceReserve = RawJournal::Options().freeSpaceReserve;
    std::atomic<std::uint64_t> free {90 * kMebibyte};
    fixture.options.freeSpace = [&free] { return free.load(); };
    fixture.options.allocate = [&free](int descriptor, std::uint64_t bytes) {
        free -= bytes;
        return ::ftruncate(descriptor, static_cast<off_t>(bytes));
    };
    const auto journal = fixture.open();
    std::uint64_t stored = 0;
    while (journal->append(message(numbered(stored + 1, kPayload))).ok())
        ++stored;
    QVERIFY(stored * kPayload > 22 * kMebibyte);
    QVERIFY(free >= fixture.options.freeSpaceReserve);
    const auto reader = journal->read({});
    QCOMPARE(readAll(*reader), oneTo(stored));
    free += 8 * kMebibyte;
    bool isBack = false; // evaluated more than once
    QTRY_VERIFY(isBack = isBack || journal->append(message(numbered(stored + 1, kPayload))).ok());
    QCOMPARE(readAll(*reader), (std::vector<std::uint64_t> {stored + 1}));
}

void TestJournalDisk::failedSyncLeavesTheSegment()
{
    JournalBench fixture;
    std::atomic<int> error {0};
    std::atomic<int> calls {0};
    fixture.options.syncFile = [&](int) {
        ++calls;
        return error.load();
    };
    const auto journal = fixture.open();
    QVERIFY(journal->sync().ok());
    appendNumbered(*journal, 1, 1);
    error = EIO;
    const Outcome outcome = journal->sync();
    QVERIFY(!outcome.ok());
    QVERIFY(outcome.error().code == Error::Code::DiskError);
    error = 0;
    QVERIFY(!journal->sync().ok()); // nothing newer: not tried again and trusted
    appendNumbered(*journal, 2, 2);
    QCOMPARE(fixture.usedFiles().size(), std::size_t {2});
    QVERIFY(journal->sync().ok());
    const int before = calls;
    QVERIFY(journal->sync().ok()); // nothing new
    QCOMPARE(calls.load(), before);
    const auto reader = journal->read({});
    QCOMPARE(readAll(*reader), oneTo(2));
}

void TestJournalDisk::failingDiskUsesUpNoSegments()
{
    JournalBench fixture;
    std::atomic<int> error {EIO};
    fixture.options.syncFile = [&](int) { return error.load(); };
    const auto journal = fixture.open();
    std::uint64_t number = 0;
    for (int attempt = 0; attempt < 20; ++attempt) {
        ++number;
        appendNumbered(*journal, number, number);
        QVERIFY(!journal->sync().ok());
    }
    QCOMPARE(fixture.usedFiles().size(), std::size_t {2});
    error = 0;
    ++number;
    appendNumbered(*journal, number, number);
    QVERIFY(!journal->sync().ok()); // into a file that failed before
    ++number;
    appendNumbered(*journal, number, number);
    QVERIFY(journal->sync().ok());
    QCOMPARE(fixture.usedFiles().size(), std::size_t {3});
    const auto reader = journal->read({});
    QCOMPARE(readAll(*reader), oneTo(number));
}

void TestJournalDisk::syncerHasTheDiskTakeWhatIsNew()
{
    JournalBench fixture;
    std::atomic<int> error {0};
    std::atomic<int> calls {0};
    fixture.options.syncFile = [&](int) {
        ++calls;
        return error.load();
    };
    const auto journal = fixture.open();
    appendNumbered(*journal, 1, 1);
    JournalSyncer syncer(*journal, Clock::system(), 5ms);
    QVERIFY(syncer.state().safe == Timestamp {});
    syncer.start();
    QTRY_COMPARE(calls.load(), 1);
    const auto isSafeNow
        = [&, appended = Clock::system().now()] { return syncer.state().safe >= appended; };
    QTRY_VERIFY(isSafeNow()); // goes on with the time, without a sync where nothing is new
    QCOMPARE(calls.load(), 1);
    error = EIO;
    appendNumbered(*journal, 2, 2);
    QTRY_VERIFY(syncer.state().failure.has_value());
    const Timestamp safe = syncer.state().safe;
    QTRY_COMPARE(calls.load(), 2); // not again: a second answer would mean nothing
    error = 0;
    appendNumbered(*journal, 3, 3);
    QTRY_VERIFY(!syncer.state().failure.has_value());
    QVERIFY(syncer.state().safe >= safe);
    QCOMPARE(calls.load(), 3);
    appendNumbered(*journal, 4, 4);
    syncer.stop(); // with a last one
    QCOMPARE(calls.load(), 4);
}

QTEST_GUILESS_MAIN(TestJournalDisk)
#include "tst_journal_disk.moc"
