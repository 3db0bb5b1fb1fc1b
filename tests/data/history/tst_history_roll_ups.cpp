#include "data/history/file_roll_ups.h"
#include "data/history/history_file.h"
#include "data/history/history_schema.h"
#include "data/history/roll_up.h"
#include "data/history/tag_sizes.h"
#include "tests/data/history/roll_up_rig.h"

#include <QFile>
#include <QTest>

#include <filesystem>
#include <random>

using namespace telltale;
using namespace std::chrono_literals;
using namespace telltale::test;

/// What becomes of samples that are older than they have to be kept as they came.
class TestHistoryRollUps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theyAreAsFineAsTheyHoldManySamples_data();
    void theyAreAsFineAsTheyHoldManySamples();
    void sampleFarAwayMakesThemNoCoarser();
    void columnsEqualThoseOfTheSamples_data();
    void columnsEqualThoseOfTheSamples();
    void widerOnesLeaveNarrowOnesInTheirColumns();
    void narrowColumnsCountThemOnce();
    void fewSamplesStay();
    void theySayWhatIsGone();
    void valueBeforeIsKnown();
    void nothingIsDoneTwice();
    void policyThatChangesMeanwhileIsKept();
    void theyGoWithTheirDays();
    void samplesThatOtherFilesHaveCountOnce();
    void redeliveredSamplesCountOnce();
    void correctedSamplesDoNotComeBack();
    void onlyFilesOfTheirTimeAreOpened();
    void lateSamplesCountBesideThem();
    void theirFileTakesNothingInAgain();
    void sizesOfOtherTagsStayRight();

private:
    std::unique_ptr<RollUpRig> m_rig;
};

void TestHistoryRollUps::init()
{
    m_rig = std::make_unique<RollUpRig>();
    QVERIFY(m_rig->open());
}

void TestHistoryRollUps::theyAreAsFineAsTheyHoldManySamples_data()
{
    QTest::addColumn<int>("seconds"); // from sample to sample
    QTest::addColumn<int>("samples");
    QTest::addColumn<qint64>("width"); // seconds; 0: the samples stay

    QTest::newRow("one a second") << 1 << 100'000 << qint64 {60};
    QTest::newRow("one in two seconds") << 2 << 100'000 << qint64 {3600};
    QTest::newRow("one a minute") << 60 << 10'000 << qint64 {3600};
    QTest::newRow("one in ten minutes") << 600 << 10'000 << qint64 {86'400};
    QTest::newRow("one an hour") << 3600 << 10'000 << qint64 {0};
    QTest::newRow("few at once") << 0 << 31 << qint64 {0};
    QTest::newRow("enough at once") << 0 << 32 << qint64 {60};
}

void TestHistoryRollUps::theyAreAsFineAsTheyHoldManySamples()
{
    QFETCH(const int, seconds);
    QFETCH(const int, samples);
    QFETCH(const qint64, width);
    RollUpWidth found;
    found.add({.first = 0,
               .last = std::int64_t {seconds} * (samples - 1) * 1'000'000,
               .count = static_cast<std::uint32_t>(samples)});
    QCOMPARE(found.found().value_or(0), width * 1'000'000);
}

/// A clock that was wrong once.
void TestHistoryRollUps::sampleFarAwayMakesThemNoCoarser()
{
    auto stray = std::make_shared<SampleBatch>();
    for (const TagId tag : {kDecimals, kDoubles, kTexts})
        stray->append(sampleOf(tag, -24LL * 365 * 86'400));
    QVERIFY(m_rig->write(stray));
    QVERIFY(m_rig->writePast());
    QVERIFY(m_rig->rollUp());
    QVERIFY(m_rig->scanned(kDoubles, RollUpRig::dense()).empty());
    QCOMPARE(m_rig->wrongColumn(kDoubles, RollUpRig::dense(), kHours * 60), -1);
}

void TestHistoryRollUps::columnsEqualThoseOfTheSamples_data()
{
    QTest::addColumn<int>("pixels");
    QTest::newRow("one") << 1;
    QTest::newRow("one an hour") << kHours;
    QTest::newRow("one in five minutes") << kHours * 12;
    QTest::newRow("one a minute") << kHours * 60;
}

void TestHistoryRollUps::columnsEqualThoseOfTheSamples()
{
    QFETCH(const int, pixels);
    QVERIFY(m_rig->writePast());
    const auto before = std::filesystem::file_size(m_rig->files().front());
    QVERIFY(m_rig->rollUp());
    QVERIFY(m_rig->hasNoted("roll-ups in place of samples"));
    QVERIFY(std::filesystem::file_size(m_rig->files().front()) + 80'000 < before);
    for (const TagId tag : {kDecimals, kDoubles, kTexts})
        QCOMPARE(m_rig->wrongColumn(tag, RollUpRig::dense(), pixels), -1);
    QCOMPARE(m_rig->reader()->extent().value(), m_rig->model().extent());
    QCOMPARE(m_rig->writer().extent(), m_rig->model().extent());
}

/// Of one file an hour wide, of another a minute.
void TestHistoryRollUps::widerOnesLeaveNarrowOnesInTheirColumns()
{
    const auto slow = batchOf({.tag = kDoubles, .count = kHours * 120, .apart = 30});
    const auto fast = batchOf({.tag = kDoubles, .count = kHours * 3600},
                              [](Sample &sample) { sample.time += 500ms; });
    for (const SampleBatchPtr &batch : {slow, fast})
        QVERIFY(m_rig->write(batch) && m_rig->maintain());
    QVERIFY(m_rig->writeNow(kDoubles));
    QCOMPARE(m_rig->files().size(), std::size_t {3});
    QVERIFY(m_rig->rollUp());
    QVERIFY(m_rig->scanned(kDoubles, RollUpRig::dense()).empty());
    const auto found = m_rig->columns(kDoubles, RollUpRig::dense(), kHours * 60);
    for (std::size_t minute = 0; minute < found.size(); ++minute)
        QCOMPARE(found[minute].count, minute % 60 == 0 ? 120U + 60U : 60U);
}

/// A roll-up counts where its first sample was, however wide it is.
void TestHistoryRollUps::narrowColumnsCountThemOnce()
{
    QVERIFY(m_rig->writePast());
    QVERIFY(m_rig->rollUp());
    const auto found = m_rig->columns(kDoubles, RollUpRig::dense(), kHours * 3600);
    QCOMPARE(countIn(found), std::uint32_t {kHours * 3600});
    QCOMPARE(found[60].count, 60U);
    QCOMPARE(found[60].firstTime, toMicroseconds(second(60)));
    QCOMPARE(found[60].lastTime, toMicroseconds(second(119)));
    QCOMPARE(found[61].count, 0U);
    const TimeRange halves[] {{RollUpRig::dense().from, second(90)},
                              {second(90), RollUpRig::dense().to}};
    QCOMPARE(countIn(m_rig->columns(kDoubles, halves[0], 10))
                 + countIn(m_rig->columns(kDoubles, halves[1], 10)),
             std::uint32_t {kHours * 3600});
}

void TestHistoryRollUps::fewSamplesStay()
{
    QVERIFY(m_rig->writePast());
    QVERIFY(m_rig->rollUp());
    QVERIFY(test::isSame(m_rig->scanned(kRare, RollUpRig::past()),
                         m_rig->model().samples(kRare, RollUpRig::past())));
    QVERIFY(m_rig->reader()->range(kRare, RollUpRig::past(), 10)->rolledUp.empty());
}

void TestHistoryRollUps::theySayWhatIsGone()
{
    QVERIFY(m_rig->writePast());
    QVERIFY(m_rig->reader()->range(kTexts, RollUpRig::past(), 10)->rolledUp.empty());
    QVERIFY(m_rig->rollUp());
    QVERIFY(m_rig->scanned(kTexts, RollUpRig::past()).empty());
    const TimeRange gone {RollUpRig::dense().from, RollUpRig::dense().to - 1s + 1us};
    QCOMPARE(m_rig->reader()->range(kTexts, RollUpRig::past(), 10)->rolledUp,
             std::vector<TimeRange> {gone});
    // Nothing in it begins there.
    const TimeRange within {second(10), second(20)};
    const TrendRange narrow = m_rig->reader()->range(kTexts, within, 10).value();
    QVERIFY(!narrow.isDense() && narrow.samples.empty());
    QCOMPARE(narrow.rolledUp, std::vector<TimeRange> {within});
    std::uint64_t samples = 0;
    std::uint64_t texts = 0;
    QVERIFY(m_rig->reader()
                ->rollUps(kTexts, RollUpRig::past(),
                          [&](const ChunkSummary &rollUp) {
                              samples += rollUp.count;
                              texts += rollUp.texts;
                              return true;
                          })
                .ok());
    QCOMPARE(samples, std::uint64_t {kHours * 3600});
    QCOMPARE(texts, std::uint64_t {kHours * 60 * 58});
}

void TestHistoryRollUps::valueBeforeIsKnown()
{
    QVERIFY(m_rig->writePast());
    QVERIFY(m_rig->rollUp());
    const auto last = m_rig->reader()->valueAt(kDoubles, second(kHours * 3600 + 100)).value();
    QVERIFY(last && test::isSame(*last, sampleOf(kDoubles, kHours * 3600 - 1)));
    const auto within = m_rig->reader()->valueAt(kDoubles, second(90)).value();
    QVERIFY(within && test::isSame(*within, sampleOf(kDoubles, 60)));
    const auto text = m_rig->reader()->valueAt(kTexts, second(kHours * 3600 + 100)).value();
    QVERIFY(text && text->quality.isBad());
    QCOMPARE(text->time, second(kHours * 3600 - 1));
}

void TestHistoryRollUps::nothingIsDoneTwice()
{
    QVERIFY(m_rig->writePast());
    QVERIFY(m_rig->rollUp());
    m_rig->forgetNotes();
    QVERIFY(m_rig->rollUp());
    QVERIFY(m_rig->open());
    QVERIFY(m_rig->rollUp());
    QVERIFY(!m_rig->hasNoted(""));
    QCOMPARE(countIn(m_rig->columns(kDoubles, RollUpRig::dense(), kHours)),
             std::uint32_t {kHours * 3600});
}

/// The other tag has been copied as it is when it is to be rolled up.
void TestHistoryRollUps::policyThatChangesMeanwhileIsKept()
{
    QVERIFY(m_rig->writePast());
    RetentionPolicy policy;
    policy.rules.push_back({"plant/1", std::nullopt, std::nullopt, 3});
    m_rig->writer().retain(policy, Timestamp::max());
    for (int step = 0; step < 2; ++step)
        QVERIFY(m_rig->writer().maintain().value());
    policy.rules.front().pattern = "plant/0";
    QVERIFY(m_rig->retain(policy));
    QVERIFY(m_rig->scanned(kDecimals, RollUpRig::dense()).empty());
    QCOMPARE(countIn(m_rig->columns(kDecimals, RollUpRig::dense(), kHours)),
             std::uint32_t {kHours * 3600});
}

/// The second limit comes when the first one has long been looked at.
void TestHistoryRollUps::theyGoWithTheirDays()
{
    QVERIFY(m_rig->writePast());
    RetentionPolicy policy;
    policy.days = 100;
    policy.rules.push_back({"plant/1", 4, std::nullopt, 2});
    policy.rules.push_back({"plant/0", std::nullopt, std::nullopt, 2});
    QVERIFY(m_rig->retain(policy, second((kRareHours + 3 * 24) * 3600)));
    QVERIFY(m_rig->scanned(kDoubles, RollUpRig::dense()).empty());
    QCOMPARE(countIn(m_rig->columns(kDoubles, RollUpRig::dense(), kHours)),
             std::uint32_t {kHours * 3600});
    QVERIFY(m_rig->retain(policy));
    QCOMPARE(countIn(m_rig->columns(kDoubles, RollUpRig::dense(), kHours)), 0U);
    QCOMPARE(countIn(m_rig->columns(kDecimals, RollUpRig::dense(), kHours)),
             std::uint32_t {kHours * 3600});
    QVERIFY(test::isSame(m_rig->scanned(kTexts, RollUpRig::dense()),
                         m_rig->model().samples(kTexts, RollUpRig::dense())));
}

/// Late, corrected and repeated samples in several files: each counts once, as it came last.
void TestHistoryRollUps::samplesThatOtherFilesHaveCountOnce()
{
    std::mt19937 random(5);
    for (int file = 0; file < 3; ++file) {
        auto batch = std::make_shared<SampleBatch>();
        for (std::int64_t i = 0; i < kHours * 3600; ++i) {
            Sample sample = sampleOf(kDecimals, i);
            sample.value += random() % 2 == 0 ? file : 0;
            if (random() % 3 != 0)
                batch->append(sample);
        }
        QVERIFY(m_rig->write(batch));
        QVERIFY(m_rig->maintain());
    }
    QVERIFY(m_rig->writeNow(kDecimals));
    QVERIFY(m_rig->files().size() > 3);
    QVERIFY(m_rig->rollUp());
    QVERIFY(m_rig->scanned(kDecimals, RollUpRig::dense()).empty());
    QCOMPARE(m_rig->wrongColumn(kDecimals, RollUpRig::dense(), kHours * 60), -1);
}

void TestHistoryRollUps::redeliveredSamplesCountOnce()
{
    const Series past {.tag = kDoubles, .count = kHours * 3600};
    const auto again = batchOf(past, [](Sample &sample) {
        sample.flags = SampleFlags::make(SampleFlags::Kind::Number, SampleFlags::kRedelivered);
    });
    for (const SampleBatchPtr &batch : {batchOf(past), again})
        QVERIFY(m_rig->write(batch) && m_rig->maintain());
    QVERIFY(m_rig->writeNow(kDoubles));
    QVERIFY(m_rig->rollUp());
    QVERIFY(m_rig->scanned(kDoubles, RollUpRig::dense()).empty());
    QCOMPARE(m_rig->wrongColumn(kDoubles, RollUpRig::dense(), kHours * 60), -1);
}

/// The newer file is complete, and packed, when both are old: the older one is rolled up first all
/// the same. What makes them old is in a file before them.
void TestHistoryRollUps::correctedSamplesDoNotComeBack()
{
    const auto now = batchOf({.tag = kDoubles, .from = kNow, .count = kFileSamples});
    QVERIFY(m_rig->write(now) && m_rig->maintain());
    const Series past {.tag = kDoubles, .count = kHours * 3600};
    QVERIFY(m_rig->write(batchOf(past)) && m_rig->maintain());
    QVERIFY(m_rig->write(batchOf(past, [](Sample &sample) { sample.value += 5.0; })));
    QCOMPARE(m_rig->files().size(), std::size_t {3});
    QVERIFY(m_rig->rollUp());
    QCOMPARE(m_rig->files().size(), std::size_t {4});
    QVERIFY(m_rig->scanned(kDoubles, RollUpRig::dense()).empty());
    QCOMPARE(m_rig->wrongColumn(kDoubles, RollUpRig::dense(), kHours * 60), -1);
}

void TestHistoryRollUps::onlyFilesOfTheirTimeAreOpened()
{
    for (const std::int64_t day : {0, 2, 0, 4}) {
        const Series ofDay {.tag = kDoubles, .from = day * 24 * 3600, .count = kFileSamples};
        QVERIFY(m_rig->write(batchOf(ofDay)) && m_rig->maintain());
    }
    const std::vector<std::string> files = m_rig->files();
    QCOMPARE(files.size(), std::size_t {5});
    const std::size_t opened[] {2, 1, 2, 1};
    for (std::size_t i = 0; i < std::size(opened); ++i) {
        const auto rollUps = FileRollUps::open(files[i]);
        QVERIFY(rollUps.ok());
        QCOMPARE(rollUps.value()->files(), opened[i]);
    }
}

void TestHistoryRollUps::lateSamplesCountBesideThem()
{
    QVERIFY(m_rig->writePast());
    QVERIFY(m_rig->rollUp());
    QVERIFY(m_rig->retain({})); // what comes now stays as it comes
    const auto late = batchOf({.tag = kDoubles, .count = 2000}, [](Sample &sample) {
        sample.time += 500ms;
        sample.value += 10.0;
    });
    QVERIFY(m_rig->write(late)); // waits in the log, then in a chunk
    for (int times = 0; times < 2; ++times) {
        for (const int pixels : {kHours, kHours * 60})
            QCOMPARE(m_rig->wrongColumn(kDoubles, RollUpRig::dense(), pixels), -1);
        QCOMPARE(m_rig->scanned(kDoubles, RollUpRig::dense()).size(), std::size_t {2000});
        QVERIFY(m_rig->maintain());
    }
}

/// It is the newest once those behind it are lost.
void TestHistoryRollUps::theirFileTakesNothingInAgain()
{
    QVERIFY(m_rig->writePast());
    QVERIFY(m_rig->rollUp());
    m_rig->close();
    const std::vector<std::string> files = m_rig->files();
    for (std::size_t i = 1; i < files.size(); ++i)
        QVERIFY(QFile::remove(QString::fromStdString(files[i])));
    QVERIFY(m_rig->open());
    QCOMPARE(m_rig->files().size(), std::size_t {2});
    QCOMPARE(m_rig->registry().find("plant/3"), kRare);
    QVERIFY(m_rig->write(batchOf({.tag = kDoubles, .from = kHours * 3600 - 1000, .count = 2000})));
    QVERIFY(m_rig->maintain());
    QCOMPARE(m_rig->scanned(kDoubles, RollUpRig::past()).size(), std::size_t {2000});
    QCOMPARE(countIn(m_rig->columns(kDoubles, RollUpRig::past(), 100)),
             std::uint32_t {kHours * 3600 + 2000});
    HistoryCheck::Counts counts;
    QCOMPARE(m_rig->damages(counts), std::vector<std::string>());
}

void TestHistoryRollUps::sizesOfOtherTagsStayRight()
{
    QVERIFY(m_rig->writePast());
    RetentionPolicy policy;
    policy.rules.push_back({"plant/1", std::nullopt, std::nullopt, 3});
    QVERIFY(m_rig->retain(policy));
    const std::string path = m_rig->files().front();
    auto sizes = TagSizes::begin(path, kTags, [](TagId tag) { return std::size_t {tag.value}; });
    QVERIFY(sizes.ok());
    while (sizes.value()->step().value()) { }
    const auto &groups = sizes.value()->groups();
    const auto file = HistoryFile::open(path);
    const std::uint64_t packed = packedBytes(file.value()->database()).value();
    QCOMPARE(groups[0].bytes + groups[2].bytes + groups[3].bytes, packed);
    QVERIFY(groups[0].bytes > 1000);
    QVERIFY(groups[1].bytes > 1000 && groups[1].bytes < 50U * kHours * 60);
    QCOMPARE(groups[1].oldest, toMicroseconds(RollUpRig::dense().from));
}

QTEST_GUILESS_MAIN(TestHistoryRollUps)
#include "tst_history_roll_ups.moc"
