#include "data/sources/journal_segment.h"
#include "data/sources/journal_syncer.h"
#include "data/sources/raw_journal.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <random>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace telltale;
using namespace std::chrono_literals;

namespace {

constexpr std::uint64_t kSmallSegment = 64U << 10U;

/// A folder of its own with small segments.
struct Fixture
{
    QTemporaryDir folder;
    RawJournal::Options options;

    Fixture()
    {
        options.folder = folder.filePath(QStringLiteral("journal")).toStdString();
        options.segmentBytes = kSmallSegment;
        options.limitBytes = 64U << 20U;
        options.freeSpaceReserve = 0;
    }
    std::unique_ptr<RawJournal> open() const
    {
        auto journal = RawJournal::open(options);
        if (!journal)
            qFatal("%s", journal.error().detail.c_str());
        return std::move(journal).value();
    }
    std::vector<std::string> files() const
    {
        std::vector<std::string> names;
        for (const auto &entry : std::filesystem::directory_iterator(options.folder))
            names.push_back(entry.path().string());
        std::sort(names.begin(), names.end());
        return names;
    }
    /// Segment files that hold records, oldest first; the one made ahead is left out.
    std::vector<std::string> usedFiles() const
    {
        std::vector<std::string> names;
        for (const std::string &name : files()) {
            const auto segment = JournalSegment::openExisting(name);
            if (segment && segment.value()->at(JournalSegment::kHeaderBytes, 0))
                names.push_back(name);
        }
        return names;
    }
};

JournalRecord message(std::string_view payload, std::string_view topic = "plant/pump/flow")
{
    JournalRecord record;
    record.arrival = timestampFromMicroseconds(1'790'000'000'000'000);
    record.topic = topic;
    record.payload = payload;
    return record;
}

std::string numbered(std::uint64_t number, std::size_t size = 100)
{
    std::string text = std::to_string(number) + ":";
    text.resize(std::max(size, text.size()), 'x');
    return text;
}

void appendNumbered(RawJournal &journal, std::uint64_t from, std::uint64_t to,
                    std::size_t size = 100)
{
    for (std::uint64_t number = from; number <= to; ++number)
        QVERIFY(journal.append(message(numbered(number, size))).ok());
}

/// Numbers as told by the payloads, in order.
std::vector<std::uint64_t> readAll(JournalReader &reader)
{
    std::vector<std::uint64_t> numbers;
    JournalRecord record;
    while (reader.next(record)) {
        if (record.kind == JournalRecord::Kind::Message)
            numbers.push_back(std::stoull(std::string(record.payload)));
    }
    return numbers;
}

std::vector<std::uint64_t> oneTo(std::uint64_t last)
{
    std::vector<std::uint64_t> numbers(last);
    for (std::uint64_t i = 0; i < last; ++i)
        numbers[i] = i + 1;
    return numbers;
}

std::optional<Error::Code> codeOf(const Outcome &outcome)
{
    return outcome.ok() ? std::nullopt : std::optional(outcome.error().code);
}

void flipByte(const std::string &path, std::uint64_t offset)
{
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekg(static_cast<std::streamoff>(offset));
    const char byte = static_cast<char>(file.get() ^ 0x5A);
    file.seekp(static_cast<std::streamoff>(offset));
    file.put(byte);
}

std::uint64_t offsetOf(const std::string &path, std::uint64_t number)
{
    const auto segment = JournalSegment::openExisting(path);
    const auto found
        = segment.value()->search(JournalSegment::kHeaderBytes, segment.value()->size(), number);
    return found ? found->offset : 0;
}

} // namespace

class TestRawJournal : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFieldComesBack();
    void readerGoesOnWhereItStopped();
    void numbersAndBytesSurviveReopening();
    void positionInsideARecordGoesToTheNext();
    void positionsNeverFallBehindWhatConsumersStored();
    void recordsSurviveKill();
    void tornTailEndsCleanly();
    void damageInTheMiddleCostsOneRecord();
    void damagedSegmentIsSetAsideAndCounted();
    void cutShortSegmentIsSetAside();
    void sizeLimitDropsOldestAndCountsExactly();
    void freshReaderCountsWhatWasGoneBefore();
    void storedNumberMakesMissedExact();
    void fullDiskRefusesAndRecovers();
    void fullDiskGivesUpReleasedSegmentsFirst();
    void fullDiskAtStartStillOpens();
    void failedSyncLeavesTheSegment();
    void failingDiskUsesUpNoSegments();
    void syncerHasTheDiskTakeWhatIsNew();
    void tooLargeIsRefused();
    void waitWakesUp();
    void twoWritersOneReader();
    void appendIsCheap();
};

void TestRawJournal::everyFieldComesBack()
{
    const Fixture fixture;
    const auto journal = fixture.open();
    JournalRecord sent = message(std::string_view("\0\xFFpay", 5), "öst/p\xFF");
    sent.flags = JournalRecord::kRetained | (2U << JournalRecord::kQosShift);
    sent.source = SourceId {65535};
    QVERIFY(journal->append(sent).ok());
    JournalRecord up;
    up.kind = JournalRecord::Kind::SourceUp;
    up.payload = "subscribed";
    QVERIFY(journal->append(up).ok());
    JournalRecord refused = message("payload_too_large", "a/b");
    refused.kind = JournalRecord::Kind::Refused;
    QVERIFY(journal->append(refused).ok());

    const auto reader = JournalReader::create(*journal, {});
    JournalRecord got;
    QVERIFY(reader->next(got));
    QCOMPARE(got.topic, sent.topic);
    QCOMPARE(got.payload, sent.payload);
    QCOMPARE(got.flags, sent.flags);
    QCOMPARE(got.source.value, sent.source.value);
    QCOMPARE(toMicroseconds(got.arrival), toMicroseconds(sent.arrival));
    QCOMPARE(got.number, 1U);
    QCOMPARE(got.end, reader->position());
    QVERIFY(reader->next(got));
    QVERIFY(got.kind == JournalRecord::Kind::SourceUp);
    QCOMPARE(got.number, 1U); // no message
    QVERIFY(reader->next(got));
    QVERIFY(got.kind == JournalRecord::Kind::Refused);
    QCOMPARE(got.number, 2U);
    QVERIFY(!reader->next(got));
    QCOMPARE(journal->totals().messages, 2U);
    QCOMPARE(journal->totals().firstNumber, 1U);
    QCOMPARE(journal->totals().end, reader->position());
}

void TestRawJournal::readerGoesOnWhereItStopped()
{
    const Fixture fixture;
    JournalPosition stopped;
    {
        const auto journal = fixture.open();
        appendNumbered(*journal, 1, 2000);
        const auto reader = JournalReader::create(*journal, {});
        JournalRecord record;
        for (int i = 0; i < 1234; ++i)
            QVERIFY(reader->next(record));
        stopped = record.end;
        const auto second = JournalReader::create(*journal, stopped);
        QVERIFY(second->next(record));
        QCOMPARE(record.number, 1235U);
    }
    const auto journal = fixture.open();
    const auto reader = JournalReader::create(*journal, stopped);
    const auto numbers = readAll(*reader);
    QCOMPARE(numbers.size(), std::size_t {2000 - 1234});
    QCOMPARE(numbers.front(), 1235U);
    QCOMPARE(reader->missed(), 0U);
}

void TestRawJournal::numbersAndBytesSurviveReopening()
{
    const Fixture fixture;
    for (std::uint64_t life = 0; life < 5; ++life) {
        const auto journal = fixture.open();
        QCOMPARE(journal->totals().messages, life * 700);
        QCOMPARE(journal->notes(), std::string());
        appendNumbered(*journal, life * 700 + 1, life * 700 + 700);
    }
    const auto journal = fixture.open();
    const auto reader = JournalReader::create(*journal, {});
    QCOMPARE(readAll(*reader), oneTo(3500));
    QCOMPARE(reader->missed(), 0U);
}

void TestRawJournal::positionInsideARecordGoesToTheNext()
{
    const Fixture fixture;
    const auto journal = fixture.open();
    appendNumbered(*journal, 1, 3);
    const auto first = JournalReader::create(*journal, {});
    JournalRecord record;
    QVERIFY(first->next(record));
    const auto reader = JournalReader::create(*journal, JournalPosition {record.begin.offset + 8});
    QVERIFY(reader->next(record));
    QCOMPARE(record.number, 2U);
}

void TestRawJournal::positionsNeverFallBehindWhatConsumersStored()
{
    Fixture fixture;
    {
        const auto journal = fixture.open();
        appendNumbered(*journal, 1, 10);
    }
    fixture.options.atLeast = JournalPosition {1'000'001}; // a power cut took the journal's tail
    {
        const auto journal = fixture.open();
        const auto reader = JournalReader::create(*journal, fixture.options.atLeast);
        appendNumbered(*journal, 11, 12);
        QCOMPARE(readAll(*reader), (std::vector<std::uint64_t> {11, 12}));
        QVERIFY(journal->totals().end > fixture.options.atLeast);
    }
    const auto journal = fixture.open();
    const auto reader = JournalReader::create(*journal, {});
    QCOMPARE(readAll(*reader), oneTo(12));
}

void TestRawJournal::recordsSurviveKill()
{
    std::mt19937 random(20261125);
    for (int round = 0; round < 5; ++round) {
        const Fixture fixture;
        std::array<int, 2> pipe {};
        QCOMPARE(::pipe(pipe.data()), 0);
        const pid_t child = ::fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            const auto journal = fixture.open();
            for (std::uint64_t number = 1;; ++number) {
                if (!journal->append(message(numbered(number))).ok())
                    ::_exit(1);
                if (::write(pipe[1], &number, sizeof number) != sizeof number)
                    ::_exit(2);
            }
        }
        ::close(pipe[1]);
        const int stopAfter = std::uniform_int_distribution<int>(1, 5000)(random);
        std::uint64_t acknowledged = 0;
        std::uint64_t number = 0;
        for (int i = 0; i < stopAfter && ::read(pipe[0], &number, sizeof number) == 8; ++i)
            acknowledged = number;
        ::kill(child, SIGKILL);
        while (::read(pipe[0], &number, sizeof number) == 8)
            acknowledged = number;
        ::close(pipe[0]);
        ::waitpid(child, nullptr, 0);

        const auto journal = fixture.open();
        const auto reader = JournalReader::create(*journal, {});
        const auto numbers = readAll(*reader);
        QVERIFY(numbers.size() >= acknowledged);
        QVERIFY(numbers.size() <= acknowledged + 1); // appended, not told any more
        QCOMPARE(numbers, oneTo(numbers.size()));
        appendNumbered(*journal, numbers.size() + 1, numbers.size() + 10);
        QCOMPARE(readAll(*reader).size(), std::size_t {10});
    }
}

void TestRawJournal::tornTailEndsCleanly()
{
    const Fixture fixture;
    {
        const auto journal = fixture.open();
        appendNumbered(*journal, 1, 20);
    }
    const std::string last = fixture.usedFiles().back();
    flipByte(last, offsetOf(last, 20) + 50);
    {
        const auto journal = fixture.open();
        QVERIFY(journal->notes().find("unfinished record") != std::string::npos);
        QCOMPARE(journal->totals().messages, 19U);
        QVERIFY(journal->append(message(numbered(20, 40))).ok()); // shorter than the torn one
    }
    const auto journal = fixture.open();
    QCOMPARE(journal->notes(), std::string());
    const auto reader = JournalReader::create(*journal, {});
    QCOMPARE(readAll(*reader), oneTo(20));
}

void TestRawJournal::damageInTheMiddleCostsOneRecord()
{
    const Fixture fixture;
    {
        const auto journal = fixture.open();
        appendNumbered(*journal, 1, 2000);
    }
    const auto used = fixture.usedFiles();
    QVERIFY(used.size() > 2);
    flipByte(used[0], offsetOf(used[0], 100) + 60); // in a segment that opening does not read
    flipByte(used.back(), offsetOf(used.back(), 1990) + 60); // and in the one it does
    const auto journal = fixture.open();
    QVERIFY(journal->notes().find("damaged") != std::string::npos);
    QCOMPARE(journal->totals().messages, 2000U);
    const auto reader = JournalReader::create(*journal, {});
    const auto numbers = readAll(*reader);
    QCOMPARE(numbers.size(), std::size_t {1998});
    QCOMPARE(numbers[98], 99U);
    QCOMPARE(numbers[99], 101U);
    QCOMPARE(reader->missed(), 2U);
    QVERIFY(journal->notes().find(used[0]) != std::string::npos);
}

void TestRawJournal::damagedSegmentIsSetAsideAndCounted()
{
    const Fixture fixture;
    {
        const auto journal = fixture.open();
        appendNumbered(*journal, 1, 2000);
    }
    const auto used = fixture.usedFiles();
    const std::uint64_t lost = JournalSegment::openExisting(used[2])
                                   .value()
                                   ->at(JournalSegment::kHeaderBytes, 0)
                                   ->record.number
        - JournalSegment::openExisting(used[1])
              .value()
              ->at(JournalSegment::kHeaderBytes, 0)
              ->record.number;
    flipByte(used[1], 10);
    const auto journal = fixture.open();
    QVERIFY(journal->notes().find(used[1]) != std::string::npos);
    QVERIFY(std::filesystem::exists(used[1] + ".damaged"));
    const auto reader = JournalReader::create(*journal, {});
    QCOMPARE(readAll(*reader).size(), 2000 - lost);
    QCOMPARE(reader->missed(), lost);
}

void TestRawJournal::cutShortSegmentIsSetAside()
{
    const Fixture fixture;
    {
        const auto journal = fixture.open();
        appendNumbered(*journal, 1, 1000);
    }
    const auto used = fixture.usedFiles();
    std::filesystem::resize_file(used[0], 5000); // reading on would be a bus error
    const auto journal = fixture.open();
    QVERIFY(std::filesystem::exists(used[0] + ".damaged"));
    const auto reader = JournalReader::create(*journal, {});
    const auto numbers = readAll(*reader);
    QCOMPARE(numbers.back(), 1000U);
    QCOMPARE(numbers.size() + reader->missed(), std::size_t {1000});
}

void TestRawJournal::sizeLimitDropsOldestAndCountsExactly()
{
    Fixture fixture;
    fixture.options.limitBytes = 4 * kSmallSegment;
    const auto journal = fixture.open();
    const auto reader = JournalReader::create(*journal, {});
    JournalRecord record;
    appendNumbered(*journal, 1, 10);
    QVERIFY(reader->next(record));
    appendNumbered(*journal, 11, 5000);
    QTRY_VERIFY(journal->totals().bytes <= fixture.options.limitBytes);

    std::vector<std::uint64_t> numbers {1};
    const auto rest = readAll(*reader);
    numbers.insert(numbers.end(), rest.begin(), rest.end());
    QCOMPARE(numbers.back(), 5000U);
    QVERIFY(std::is_sorted(numbers.begin(), numbers.end()));
    QVERIFY(reader->missed() > 0);
    QCOMPARE(numbers.size() + reader->missed(), std::size_t {5000});
    QVERIFY(journal->totals().firstNumber > 1);
    QVERIFY(fixture.files().size() <= 4);
}

void TestRawJournal::freshReaderCountsWhatWasGoneBefore()
{
    Fixture fixture;
    fixture.options.limitBytes = 4 * kSmallSegment;
    const auto journal = fixture.open();
    appendNumbered(*journal, 1, 5000);
    const auto reader = JournalReader::create(*journal, {});
    const auto numbers = readAll(*reader);
    QCOMPARE(numbers.size() + reader->missed(), std::size_t {5000});
    QVERIFY(reader->missed() > 0);
}

void TestRawJournal::storedNumberMakesMissedExact()
{
    Fixture fixture;
    fixture.options.limitBytes = 4 * kSmallSegment;
    JournalPosition stopped;
    {
        const auto journal = fixture.open();
        appendNumbered(*journal, 1, 10);
        const auto reader = JournalReader::create(*journal, {});
        QCOMPARE(readAll(*reader).size(), std::size_t {10});
        stopped = reader->position();
        appendNumbered(*journal, 11, 5000);
    }
    const auto journal = fixture.open();
    const auto reader = JournalReader::create(*journal, stopped, 10);
    const auto numbers = readAll(*reader);
    QCOMPARE(10 + numbers.size() + reader->missed(), std::size_t {5000});
}

void TestRawJournal::fullDiskRefusesAndRecovers()
{
    Fixture fixture;
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

    const auto reader = JournalReader::create(*journal, {});
    QCOMPARE(readAll(*reader), oneTo(stored));
    error = EIO;
    QTRY_VERIFY(codeOf(journal->append(message(numbered(0)))) == Error::Code::DiskError);
    error = 0;
    bool isBack = false; // evaluated more than once
    QTRY_VERIFY(isBack = isBack || journal->append(message(numbered(stored + 1))).ok());
    QCOMPARE(readAll(*reader), (std::vector<std::uint64_t> {stored + 1}));
    QCOMPARE(reader->missed(), 0U);
}

void TestRawJournal::fullDiskGivesUpReleasedSegmentsFirst()
{
    Fixture fixture;
    std::atomic<int> room {5};
    fixture.options.allocate = [&](int descriptor, std::uint64_t bytes) {
        const bool isFull = static_cast<int>(fixture.files().size()) > room;
        return isFull ? ENOSPC : ::ftruncate(descriptor, static_cast<off_t>(bytes));
    };
    const auto journal = fixture.open();
    std::uint64_t stored = 0;
    while (journal->append(message(numbered(stored + 1))).ok())
        ++stored;
    const auto reader = JournalReader::create(*journal, {});
    QCOMPARE(readAll(*reader), oneTo(stored)); // nothing unread was given up
    journal->release(reader->position());
    bool isBack = false; // evaluated more than once
    QTRY_VERIFY(isBack = isBack || journal->append(message(numbered(stored + 1))).ok());
    QCOMPARE(readAll(*reader), (std::vector<std::uint64_t> {stored + 1}));
    QVERIFY(journal->totals().firstNumber > 1);
}

void TestRawJournal::fullDiskAtStartStillOpens()
{
    Fixture fixture;
    std::atomic<bool> isFull {true};
    fixture.options.allocate = [&isFull](int descriptor, std::uint64_t bytes) {
        return isFull ? ENOSPC : ::ftruncate(descriptor, static_cast<off_t>(bytes));
    };
    const auto journal = fixture.open();
    const auto reader = JournalReader::create(*journal, {});
    QVERIFY(codeOf(journal->append(message("1"))) == Error::Code::DiskFull);
    QCOMPARE(journal->totals().messages, 0U);
    isFull = false;
    bool isBack = false; // evaluated more than once
    QTRY_VERIFY(isBack = isBack || journal->append(message("1")).ok());
    QCOMPARE(readAll(*reader), oneTo(1));
}

void TestRawJournal::failedSyncLeavesTheSegment()
{
    Fixture fixture;
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
    const auto reader = JournalReader::create(*journal, {});
    QCOMPARE(readAll(*reader), oneTo(2));
}

void TestRawJournal::failingDiskUsesUpNoSegments()
{
    Fixture fixture;
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
    const auto reader = JournalReader::create(*journal, {});
    QCOMPARE(readAll(*reader), oneTo(number));
}

void TestRawJournal::syncerHasTheDiskTakeWhatIsNew()
{
    Fixture fixture;
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

void TestRawJournal::tooLargeIsRefused()
{
    const Fixture fixture;
    const auto journal = fixture.open();
    const std::string huge(kSmallSegment, 'x');
    QVERIFY(codeOf(journal->append(message(huge))) == Error::Code::LimitExceeded);
    QVERIFY(codeOf(journal->append(message("", std::string(65536, 't'))))
            == Error::Code::LimitExceeded);
    appendNumbered(*journal, 1, 1);
    QCOMPARE(journal->totals().messages, 1U);
}

void TestRawJournal::waitWakesUp()
{
    const Fixture fixture;
    const auto journal = fixture.open();
    const auto reader = JournalReader::create(*journal, {});
    QElapsedTimer timer;
    timer.start();
    reader->wait(50ms);
    QVERIFY(timer.elapsed() >= 49);

    std::atomic<bool> isWaiting {false};
    JournalRecord record;
    bool got = false;
    std::thread follower([&] {
        isWaiting = true;
        while (!(got = reader->next(record)) && timer.elapsed() < 20'000)
            reader->wait(30s);
    });
    QTRY_VERIFY(isWaiting.load());
    timer.restart();
    QVERIFY(journal->append(message("1")).ok());
    follower.join();
    QVERIFY(got);
    QVERIFY(timer.elapsed() < 10'000);
}

void TestRawJournal::twoWritersOneReader()
{
    constexpr std::uint64_t kEach = 20'000;
    const Fixture fixture;
    const auto journal = fixture.open();
    const auto write = [&journal](std::uint16_t source) {
        JournalRecord record;
        record.source = SourceId {source};
        record.topic = "t";
        for (std::uint64_t i = 1; i <= kEach; ++i) {
            const std::string text = numbered(i, i % 200);
            record.payload = text;
            if (!journal->append(record).ok())
                return;
        }
    };
    const auto reader = JournalReader::create(*journal, {});
    std::thread first(write, std::uint16_t {1});
    std::thread second(write, std::uint16_t {2});
    std::array<std::uint64_t, 3> last {};
    std::uint64_t count = 0;
    bool inOrder = true;
    JournalRecord record;
    QElapsedTimer timer;
    timer.start();
    while (count < 2 * kEach && timer.elapsed() < 60'000) {
        if (!reader->next(record)) {
            reader->wait(100ms);
            continue;
        }
        ++count;
        inOrder = inOrder && record.number == count;
        std::uint64_t &previous = last[record.source.value];
        inOrder = inOrder && std::stoull(std::string(record.payload)) == previous + 1;
        ++previous;
    }
    first.join();
    second.join();
    QCOMPARE(count, 2 * kEach);
    QVERIFY(inOrder);
    QCOMPARE(journal->totals().messages, 2 * kEach);
}

void TestRawJournal::appendIsCheap()
{
    constexpr int kCount = 200'000;
    Fixture fixture;
    fixture.options.segmentBytes = 16U << 20U;
    const auto journal = fixture.open();
    const std::string payload(50, 'x');
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < kCount; ++i)
        QVERIFY(journal->append(message(payload)).ok());
    const double each = static_cast<double>(timer.nsecsElapsed()) / 1000.0 / kCount;
    qInfo("append: %.3f us", each);
    QVERIFY(each < 20.0); // a disk wait or a system call per message would show
}

QTEST_GUILESS_MAIN(TestRawJournal)
#include "tst_raw_journal.moc"
