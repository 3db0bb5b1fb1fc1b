#include "data/sources/journal_segment.h"
#include "tests/data/sources/journal_bench.h"

#include <QTest>

#include <filesystem>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

/// Torn, damaged and dropped parts: the rest is read, and what is missing is counted.
class TestJournalDamage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tornTailEndsCleanly();
    void damageInTheMiddleCostsOneRecord();
    void damagedSegmentIsSetAsideAndCounted();
    void cutShortSegmentIsSetAside();
    void sizeLimitDropsTheOldest();
};

void TestJournalDamage::tornTailEndsCleanly()
{
    const JournalBench fixture;
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
    const auto reader = journal->read({});
    QCOMPARE(readAll(*reader), oneTo(20));
}

void TestJournalDamage::damageInTheMiddleCostsOneRecord()
{
    const JournalBench fixture;
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
    const auto reader = journal->read({});
    const auto numbers = readAll(*reader);
    QCOMPARE(numbers.size(), std::size_t {1998});
    QCOMPARE(numbers[98], 99U);
    QCOMPARE(numbers[99], 101U);
    // What follows the damage says so, once.
    const auto again = journal->read({});
    std::vector<std::uint64_t> after;
    for (JournalRecord record; again->next(record);) {
        if (record.isAfterDamage)
            after.push_back(record.number);
    }
    QCOMPARE(after, (std::vector<std::uint64_t> {101, 1991}));
    QVERIFY(journal->notes().find(used[0]) != std::string::npos);
}

void TestJournalDamage::damagedSegmentIsSetAsideAndCounted()
{
    const JournalBench fixture;
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
    const auto reader = journal->read({});
    QCOMPARE(readAll(*reader).size(), 2000 - lost);
    // Also in a later life, that finds it set aside.
    for (int life = 0; life < 2; ++life) {
        const auto later = fixture.open();
        const auto again = later->read({});
        int after = 0;
        for (JournalRecord record; again->next(record);)
            after += record.isAfterDamage ? 1 : 0;
        QCOMPARE(after, 1);
    }
}

void TestJournalDamage::cutShortSegmentIsSetAside()
{
    const JournalBench fixture;
    {
        const auto journal = fixture.open();
        appendNumbered(*journal, 1, 1000);
    }
    const auto used = fixture.usedFiles();
    std::filesystem::resize_file(used[0], 5000); // reading on would be a bus error
    const auto journal = fixture.open();
    QVERIFY(std::filesystem::exists(used[0] + ".damaged"));
    const auto reader = journal->read({});
    const auto numbers = readAll(*reader);
    QCOMPARE(numbers.back(), 1000U);
}

void TestJournalDamage::sizeLimitDropsTheOldest()
{
    JournalBench fixture;
    fixture.options.limitBytes = 4 * kSmallSegment;
    const auto journal = fixture.open();
    const auto reader = journal->read({});
    JournalRecord record;
    appendNumbered(*journal, 1, 10);
    QVERIFY(reader->next(record));
    appendNumbered(*journal, 11, 5000);
    QTRY_VERIFY(journal->totals().bytes <= fixture.options.limitBytes);

    std::vector<std::uint64_t> numbers {1};
    while (reader->next(record)) {
        numbers.push_back(record.number);
        QVERIFY(!record.isAfterDamage);
    }
    QCOMPARE(numbers.back(), 5000U);
    QVERIFY(std::is_sorted(numbers.begin(), numbers.end()));
    QVERIFY(numbers.size() < 5000);
    QVERIFY(firstNumber(*journal) > 1);
    QVERIFY(fixture.files().size() <= 4);
}

QTEST_GUILESS_MAIN(TestJournalDamage)
#include "tst_journal_damage.moc"
