#include "tests/data/sources/journal_bench.h"

#include <QElapsedTimer>
#include <QTest>

#include <fcntl.h>

#include <atomic>
#include <csignal>
#include <random>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

/// What is appended is read again: by a later reader, a later life, and beside the writer.
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
    void tooLargeIsRefused();
    void waitWakesUp();
    void twoWritersOneReader();
    void appendAsksNoDisk();
};

void TestRawJournal::everyFieldComesBack()
{
    const JournalBench fixture;
    const auto journal = fixture.open();
    JournalRecord sent = message(std::string_view("\0\xFFpay", 5), "öst/p\xFF");
    sent.flags = JournalRecord::kRetained | (2U << JournalRecord::kQosShift);
    sent.source = SourceId {65535};
    sent.packet = 65535;
    QVERIFY(journal->append(sent).ok());
    JournalRecord up;
    up.kind = JournalRecord::Kind::SourceUp;
    up.payload = "subscribed";
    QVERIFY(journal->append(up).ok());
    JournalRecord refused = message("payload_too_large", "a/b");
    refused.kind = JournalRecord::Kind::Refused;
    QVERIFY(journal->append(refused).ok());

    const auto reader = journal->read({});
    JournalRecord got;
    QVERIFY(reader->next(got));
    QCOMPARE(got.topic, sent.topic);
    QCOMPARE(got.payload, sent.payload);
    QCOMPARE(got.flags, sent.flags);
    QCOMPARE(got.packet, sent.packet);
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
    QCOMPARE(journal->totals().end, reader->position());
}

void TestRawJournal::readerGoesOnWhereItStopped()
{
    const JournalBench fixture;
    JournalPosition stopped;
    {
        const auto journal = fixture.open();
        appendNumbered(*journal, 1, 2000);
        const auto reader = journal->read({});
        JournalRecord record;
        for (int i = 0; i < 1234; ++i)
            QVERIFY(reader->next(record));
        stopped = record.end;
        const auto second = journal->read(stopped);
        QVERIFY(second->next(record));
        QCOMPARE(record.number, 1235U);
    }
    const auto journal = fixture.open();
    const auto reader = journal->read(stopped);
    const auto numbers = readAll(*reader);
    QCOMPARE(numbers.size(), std::size_t {2000 - 1234});
    QCOMPARE(numbers.front(), 1235U);
}

void TestRawJournal::numbersAndBytesSurviveReopening()
{
    const JournalBench fixture;
    for (std::uint64_t life = 0; life < 5; ++life) {
        const auto journal = fixture.open();
        QCOMPARE(journal->totals().messages, life * 700);
        QCOMPARE(journal->notes(), std::string());
        appendNumbered(*journal, life * 700 + 1, life * 700 + 700);
    }
    const auto journal = fixture.open();
    const auto reader = journal->read({});
    QCOMPARE(readAll(*reader), oneTo(3500));
}

void TestRawJournal::positionInsideARecordGoesToTheNext()
{
    const JournalBench fixture;
    const auto journal = fixture.open();
    appendNumbered(*journal, 1, 3);
    const auto first = journal->read({});
    JournalRecord record;
    QVERIFY(first->next(record));
    const auto reader = journal->read(JournalPosition {record.begin.offset + 8});
    QVERIFY(reader->next(record));
    QCOMPARE(record.number, 2U);
}

void TestRawJournal::positionsNeverFallBehindWhatConsumersStored()
{
    JournalBench fixture;
    {
        const auto journal = fixture.open();
        appendNumbered(*journal, 1, 10);
    }
    fixture.options.atLeast = JournalPosition {1'000'001}; // a power cut took the journal's tail
    {
        const auto journal = fixture.open();
        const auto reader = journal->read(fixture.options.atLeast);
        appendNumbered(*journal, 11, 12);
        QCOMPARE(readAll(*reader), (std::vector<std::uint64_t> {11, 12}));
        QVERIFY(journal->totals().end > fixture.options.atLeast);
    }
    const auto journal = fixture.open();
    const auto reader = journal->read({});
    QCOMPARE(readAll(*reader), oneTo(12));
}

void TestRawJournal::recordsSurviveKill()
{
    std::mt19937 random(20261125);
    for (int round = 0; round < 5; ++round) {
        const JournalBench fixture;
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
        const auto reader = journal->read({});
        const auto numbers = readAll(*reader);
        QVERIFY(numbers.size() >= acknowledged);
        QVERIFY(numbers.size() <= acknowledged + 1); // appended, not told any more
        QCOMPARE(numbers, oneTo(numbers.size()));
        appendNumbered(*journal, numbers.size() + 1, numbers.size() + 10);
        QCOMPARE(readAll(*reader).size(), std::size_t {10});
    }
}

void TestRawJournal::tooLargeIsRefused()
{
    const JournalBench fixture;
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
    const JournalBench fixture;
    const auto journal = fixture.open();
    const auto reader = journal->read({});
    QElapsedTimer timer;
    timer.start();
    reader->wait(50ms);
    QVERIFY(timer.elapsed() >= 49);

    std::atomic<bool> isWaiting {false};
    JournalRecord record;
    bool got = false;
    std::thread follower([&] {
        isWaiting = true;
        while (!(got = reader->next(record)))
            reader->wait(24h); // the test would not end
    });
    QTRY_VERIFY(isWaiting.load());
    QVERIFY(journal->append(message("1")).ok());
    follower.join();
    QVERIFY(got);
}

void TestRawJournal::twoWritersOneReader()
{
    constexpr std::uint64_t kEach = 20'000;
    const JournalBench fixture;
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
    const auto reader = journal->read({});
    std::thread first(write, std::uint16_t {1});
    std::thread second(write, std::uint16_t {2});
    std::array<std::uint64_t, 3> last {};
    std::uint64_t count = 0;
    bool inOrder = true;
    JournalRecord record;
    while (count < 2 * kEach) {
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

void TestRawJournal::appendAsksNoDisk()
{
    constexpr int kCount = 200'000;
    JournalBench fixture;
    fixture.options.segmentBytes = 16U << 20U;
    std::atomic<int> made = 0;
    std::atomic<int> synced = 0;
    fixture.options.allocate = [&made](int descriptor, std::uint64_t bytes) {
        ++made;
        return ::posix_fallocate(descriptor, 0, static_cast<off_t>(bytes));
    };
    fixture.options.syncFile = [&synced](int) {
        ++synced;
        return 0;
    };
    const auto journal = fixture.open();
    const std::string payload(50, 'x');
    for (int i = 0; i < kCount; ++i)
        QVERIFY(journal->append(message(payload)).ok());
    QCOMPARE(synced.load(), 0);
    const auto segments = static_cast<int>(fixture.usedFiles().size());
    QVERIFY2(made.load() <= segments + 1, qPrintable(QString::number(made.load()))); // one ahead
    QVERIFY(segments < 3);
}

QTEST_GUILESS_MAIN(TestRawJournal)
#include "tst_raw_journal.moc"
