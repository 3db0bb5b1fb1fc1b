#include "data/history/export.h"
#include "data/history/history_repair.h"
#include "data/storage/database.h"
#include "tests/data/history/roll_up_rig.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace telltale;
using namespace std::chrono_literals;
using namespace telltale::test;

/// What exports, checks and repairs make of samples of which only roll-ups are left.
class TestRollUpReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void exportSaysWhatItLeavesOut();
    void resultsAreThoseOfTheSamples_data();
    void resultsAreThoseOfTheSamples();
    void resultsThatAreNotKnownAreSaid_data();
    void resultsThatAreNotKnownAreSaid();
    void resultsDoNotMixSamplesAndRollUps();
    void checkFindsThemWhole();
    void checkFindsOneThatCannotBe();
    void repairKeepsThem();

private:
    ExportLack exported(const ExportOptions &options, std::string &text) const;

    std::unique_ptr<RollUpRig> m_rig;
};

void TestRollUpReading::init()
{
    m_rig = std::make_unique<RollUpRig>();
    QVERIFY(m_rig->open());
}

ExportLack TestRollUpReading::exported(const ExportOptions &options, std::string &text) const
{
    text.clear();
    const auto from = m_rig->reader();
    return exportSamples(*from, m_rig->registry(), options,
                         [&text](std::string_view piece) {
                             text += piece;
                             return true;
                         })
        .value();
}

void TestRollUpReading::exportSaysWhatItLeavesOut()
{
    QVERIFY(m_rig->writePast());
    ExportOptions options;
    options.patterns = {"plant/*"};
    std::string text;
    QCOMPARE(lackWords(exported(options, text), false), std::string());
    QVERIFY(m_rig->rollUp());
    const ExportLack lack = exported(options, text);
    QCOMPARE(std::count(text.begin(), text.end(), '\n'), 1 + kRareHours + static_cast<int>(kTags));
    QCOMPARE(lack.tags, std::size_t {3});
    QCOMPARE(lack.samples, std::uint64_t {3 * kHours * 3600});
    QCOMPARE(lack.range.from, RollUpRig::dense().from);
    QCOMPARE(lack.range.to, RollUpRig::dense().to - 1s);
    const std::string words = lackWords(lack, false);
    QVERIFY2(words.find("of 43200 samples of plant/2 and 2 more tags between 2023-11-14T00:00:00")
                 != std::string::npos,
             words.c_str());
    options.range.from = RollUpRig::dense().to;
    QCOMPARE(exported(options, text).tags, std::size_t {0});
}

void TestRollUpReading::resultsAreThoseOfTheSamples_data()
{
    QTest::addColumn<int>("aggregate");
    QTest::addColumn<qint64>("minutes");
    for (const qint64 minutes : {1, 5, 60}) {
        for (const char *word : {"mean", "min", "max", "count", "sum", "first", "last"})
            QTest::addRow("%s of %lld minutes", word, static_cast<long long>(minutes))
                << static_cast<int>(*aggregateOf(word)) << minutes;
    }
}

void TestRollUpReading::resultsAreThoseOfTheSamples()
{
    QFETCH(const int, aggregate);
    QFETCH(const qint64, minutes);
    const auto kind = static_cast<Aggregate>(aggregate);
    // Decimals that have no rounding in sums either.
    const auto past = batchOf({.tag = kDecimals, .count = kHours * 3600}, [](Sample &sample) {
        sample.value = std::round(sample.value * 10.0) / 4.0;
    });
    QVERIFY(m_rig->write(past) && m_rig->maintain());
    QVERIFY(m_rig->writeNow(kDecimals));
    ExportOptions options;
    options.patterns = {"plant/0"};
    options.range = RollUpRig::dense();
    options.every = std::chrono::minutes(minutes);
    options.aggregate = kind;
    std::string expected;
    QCOMPARE(exported(options, expected).tags, std::size_t {0});
    QVERIFY(m_rig->rollUp());
    std::string found;
    QCOMPARE(exported(options, found).tags, std::size_t {0});
    QVERIFY(m_rig->scanned(kDecimals, RollUpRig::dense()).empty());
    QCOMPARE(found, expected);
}

void TestRollUpReading::resultsThatAreNotKnownAreSaid_data()
{
    QTest::addColumn<int>("aggregate");
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<int>("tag");
    QTest::newRow("interval shorter than they are")
        << static_cast<int>(Aggregate::Mean) << qint64 {10} << 0;
    QTest::newRow("interval that parts them")
        << static_cast<int>(Aggregate::Mean) << qint64 {90} << 0;
    QTest::newRow("integral") << static_cast<int>(Aggregate::Integral) << qint64 {60} << 0;
    QTest::newRow("mean by time") << static_cast<int>(Aggregate::TimeWeightedMean) << qint64 {3600}
                                  << 0;
    QTest::newRow("text was the last") << static_cast<int>(Aggregate::Last) << qint64 {60} << 2;
}

void TestRollUpReading::resultsThatAreNotKnownAreSaid()
{
    QFETCH(const int, aggregate);
    QFETCH(const qint64, seconds);
    QFETCH(const int, tag);
    QVERIFY(m_rig->writePast());
    QVERIFY(m_rig->rollUp());
    ExportOptions options;
    options.patterns = {"plant/" + std::to_string(tag)};
    options.range = {RollUpRig::dense().from, RollUpRig::dense().from + 1h};
    options.every = std::chrono::seconds(seconds);
    options.aggregate = static_cast<Aggregate>(aggregate);
    std::string text;
    const ExportLack lack = exported(options, text);
    QCOMPARE(lack.tags, std::size_t {1});
    const bool isParted = seconds == 90; // every third minute lies in two of them, and spoils both
    QCOMPARE(lack.samples, std::uint64_t {isParted ? 1200U : 3600U});
    QCOMPARE(std::count(text.begin(), text.end(), '\n'), 1);
    QVERIFY(!lackWords(lack, true).empty());
}

/// They are rolled up when the first rows are written, and more than one part is to be read.
void TestRollUpReading::resultsDoNotMixSamplesAndRollUps()
{
    constexpr std::int64_t kSamples = 100'000;
    QVERIFY(m_rig->write(batchOf({.tag = kDoubles, .count = kSamples})) && m_rig->maintain());
    QVERIFY(m_rig->writeNow(kDoubles) && m_rig->maintain());
    ExportOptions options;
    options.patterns = {"plant/1"};
    options.range = {second(0), second(kSamples)};
    options.every = 1s;
    options.aggregate = Aggregate::Mean;
    bool isRolledUp = false;
    const auto write = [&](std::string_view) {
        isRolledUp = isRolledUp || m_rig->rollUp();
        return isRolledUp;
    };
    const auto from = m_rig->reader();
    const auto mixed = exportSamples(*from, m_rig->registry(), options, write);
    QVERIFY(isRolledUp);
    QVERIFY(!mixed.ok());
    QCOMPARE(mixed.error().code, Error::Code::Busy);
    QVERIFY(exportSamples(*from, m_rig->registry(), options, write).ok());
}

void TestRollUpReading::checkFindsThemWhole()
{
    QVERIFY(m_rig->writePast());
    QVERIFY(m_rig->rollUp());
    HistoryCheck::Counts counts;
    QCOMPARE(m_rig->damages(counts), std::vector<std::string>());
    QCOMPARE(counts.rolledUp, std::uint64_t {3 * kHours * 3600});
    QCOMPARE(counts.samples, std::uint64_t {kRareHours + kTags});
}

void TestRollUpReading::checkFindsOneThatCannotBe()
{
    QVERIFY(m_rig->writePast());
    QVERIFY(m_rig->rollUp());
    m_rig->close();
    {
        auto file = Database::open(m_rig->files().front(), Database::Mode::ReadWrite);
        QVERIFY(file.ok());
        QVERIFY(file->execute("UPDATE chunk SET block=0 WHERE tag=3").ok());
        QVERIFY(file->execute("UPDATE chunk SET parts=NULL WHERE tag=1").ok());
    }
    HistoryCheck::Counts counts;
    const std::vector<std::string> found = m_rig->damages(counts);
    QVERIFY(std::count(found.begin(), found.end(), "a row of roll-ups does not have them") > 0);
}

void TestRollUpReading::repairKeepsThem()
{
    QVERIFY(m_rig->writePast());
    QVERIFY(m_rig->rollUp());
    m_rig->close();
    HistoryRepair repair(m_rig->files(), 0);
    const Result<HistoryRepair::Saved> saved = repair.run();
    QVERIFY2(saved.ok(), saved.ok() ? "" : saved.error().detail.c_str());
    QVERIFY(saved->lost.empty());
    QCOMPARE(m_rig->wrongColumn(kDoubles, RollUpRig::dense(), kHours * 60), -1);
    QVERIFY(m_rig->open());
    m_rig->forgetNotes();
    QVERIFY(m_rig->maintain()); // packs it again
    QVERIFY(m_rig->hasNoted("is packed"));
    QCOMPARE(m_rig->wrongColumn(kDoubles, RollUpRig::dense(), kHours * 60), -1);
    HistoryCheck::Counts counts;
    QCOMPARE(m_rig->damages(counts), std::vector<std::string>());
    QCOMPARE(counts.rolledUp, std::uint64_t {3 * kHours * 3600});
}

QTEST_GUILESS_MAIN(TestRollUpReading)
#include "tst_roll_up_reading.moc"
