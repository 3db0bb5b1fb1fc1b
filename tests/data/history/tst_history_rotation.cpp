#include "data/history/history_reader.h"
#include "data/history/history_schema.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace telltale;

/// History in several files: it looks like one.
class TestHistoryRotation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void filesLookLikeOne();
    void quietTagsAndTotalsGoAlong();
    void lateSamplesReplaceThoseOfOlderFiles();
    void gapGoesOnInTheNextFile();
    void gapThatEndedBeforeIsCountedOnce();
    void damagedNewestFileLeavesTheOlderOnes();
    void unfinishedFileIsNoHistory();

private:
    void open();
    void write(std::int64_t from, std::int64_t to, double value = 0.0);
    std::vector<Sample> samples();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::string m_path;
    std::unique_ptr<TagRegistry> m_registry;
    std::unique_ptr<HistoryWriter> m_writer;
    std::uint64_t m_position = 0;
};

namespace {

constexpr TimeRange kAll {Timestamp::min(), Timestamp::max()};
constexpr TagId kTag {0};

Timestamp second(std::int64_t index)
{
    return timestampFromMicroseconds(1'700'000'000'000'000 + index * 1'000'000);
}

} // namespace

void TestHistoryRotation::init()
{
    m_writer.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->path().toStdString();
    m_position = 0;
    open();
}

/// Every file ends with what is sealed at once.
void TestHistoryRotation::open()
{
    m_writer.reset();
    m_registry = std::make_unique<TagRegistry>();
    auto opened = HistoryWriter::open({m_path, 1}, *m_registry);
    QVERIFY2(opened.ok(), opened.ok() ? "" : opened.error().detail.c_str());
    m_writer = std::move(opened).value();
    m_registry->intern("tag");
}

/// Values are 0, or all `value`.
void TestHistoryRotation::write(std::int64_t from, std::int64_t to, double value)
{
    auto batch = std::make_shared<SampleBatch>();
    for (std::int64_t i = from; i < to; ++i)
        batch->append(kTag, second(i), value, {}, {});
    QVERIFY(m_writer->append(batch).ok());
    QVERIFY(m_writer->commit({++m_position}, {}).ok());
    for (;;) {
        const Result<bool> more = m_writer->maintain();
        QVERIFY(more.ok());
        if (!more.value())
            return;
    }
}

std::vector<Sample> TestHistoryRotation::samples()
{
    std::vector<Sample> found;
    const auto reader = HistoryReader::open(m_path);
    if (!reader.ok()
        || !reader.value()
                ->scan(kTag, kAll,
                       [&found](const Sample &sample) {
                           found.push_back(sample);
                           return true;
                       })
                .ok())
        return {};
    return found;
}

void TestHistoryRotation::filesLookLikeOne()
{
    for (int i = 0; i < 3; ++i)
        write(i * 1000, (i + 1) * 1000);
    write(3000, 3010); // waits in the log of the newest
    QCOMPARE(historyFiles(m_path).size(), std::size_t {4});
    QCOMPARE(samples().size(), std::size_t {3010});
    open();
    QCOMPARE(m_registry->find("tag"), kTag);
    QCOMPARE(m_writer->totals().samples, std::uint64_t {3010});
    QCOMPARE(m_writer->totals().position.offset, m_position);
    QCOMPARE(samples().size(), std::size_t {3010});
    const auto last = HistoryReader::open(m_path).value()->lastValues();
    QCOMPARE(last->size(), std::size_t {1});
    QCOMPARE(last->front().time, second(3009));
}

/// A tag that spoke only in the first file, one that is sealed, one that waits; late samples that
/// are stored already in an older file.
void TestHistoryRotation::quietTagsAndTotalsGoAlong()
{
    auto quiet = std::make_shared<SampleBatch>();
    const TagId early = m_registry->intern("early");
    quiet->append(early, second(-5), 4.0, {}, {});
    QVERIFY(m_writer->append(quiet).ok());
    for (int i = 0; i < 3; ++i)
        write(i * 1000, (i + 1) * 1000);
    write(0, 1000); // again: nothing new
    write(3000, 3010);
    QVERIFY(historyFiles(m_path).size() > 3);
    for (int life = 0; life < 2; ++life) {
        const auto reader = HistoryReader::open(m_path);
        const Result<HistoryTotals> totals = reader.value()->totals();
        QVERIFY(totals.ok());
        QCOMPARE(totals->samples, std::uint64_t {3011});
        QCOMPARE(totals->position.offset, m_position);
        const auto last = reader.value()->lastValues();
        QVERIFY(last.ok());
        QCOMPARE(last->size(), std::size_t {2});
        QCOMPARE(last->at(0).time, second(3009));
        QCOMPARE(last->at(1).tag, early);
        QCOMPARE(last->at(1).value, 4.0);
        QCOMPARE(reader.value()->valueAt(early, second(5000)).value()->time, second(-5));
        open();
        QCOMPARE(m_writer->totals().samples, std::uint64_t {3011});
    }
}

void TestHistoryRotation::lateSamplesReplaceThoseOfOlderFiles()
{
    write(1000, 2000);
    write(0, 1000);
    write(500, 1500, 7.0);
    const std::vector<Sample> found = samples();
    QCOMPARE(found.size(), std::size_t {2000});
    for (std::size_t i = 0; i < found.size(); ++i)
        QCOMPARE(found[i].value, i >= 500 && i < 1500 ? 7.0 : 0.0);
    const auto last = HistoryReader::open(m_path).value()->lastValues();
    QCOMPARE(last->front().time, second(1999));
}

void TestHistoryRotation::gapGoesOnInTheNextFile()
{
    HistoryGap gap;
    gap.source = {1};
    gap.range = {second(10), Timestamp::max()};
    QVERIFY(m_writer->recordGap(gap).ok());
    write(0, 1000);
    gap.range.to = second(20);
    QVERIFY(m_writer->recordGap(gap).ok());
    QVERIFY(m_writer->commit({++m_position}, {}).ok());
    QCOMPARE(historyFiles(m_path).size(), std::size_t {2});
    const auto reader = HistoryReader::open(m_path);
    const auto all = reader.value()->gaps(kAll);
    QCOMPARE(all->size(), std::size_t {1});
    QCOMPARE(all->front().range.to, second(20));
    QVERIFY(reader.value()->gaps({second(30), second(40)})->empty());
}

/// As payloads of a device that are rejected again soon: the gap had ended before.
void TestHistoryRotation::gapThatEndedBeforeIsCountedOnce()
{
    using Cause = HistoryGap::Cause;
    HistoryGap gap {Cause::PayloadRejected, {}, kTag, {second(10), second(20)}};
    QVERIFY(m_writer->recordGap(gap).ok());
    write(0, 1000);
    write(1000, 2000);
    QCOMPARE(historyFiles(m_path).size(), std::size_t {3});
    gap.range.to = Timestamp::max();
    QVERIFY(m_writer->recordGap(gap).ok());
    QVERIFY(m_writer->commit({++m_position}, {}).ok());
    QVERIFY((m_writer->totals().gaps.at("payload_rejected") == GapTotal {1, {}}));
    gap.range.to = second(50);
    QVERIFY(m_writer->recordGap(gap).ok());
    QVERIFY(m_writer->commit({++m_position}, {}).ok());
    QVERIFY(
        (m_writer->totals().gaps.at("payload_rejected") == GapTotal {1, second(50) - second(10)}));
    QCOMPARE(HistoryReader::open(m_path).value()->gaps(kAll)->size(), std::size_t {1});
}

void TestHistoryRotation::damagedNewestFileLeavesTheOlderOnes()
{
    write(0, 1000);
    write(1000, 2000);
    m_writer.reset();
    const std::vector<std::string> files = historyFiles(m_path);
    QCOMPARE(files.size(), std::size_t {3});
    QFile newest(QString::fromStdString(files.back()));
    QVERIFY(newest.open(QFile::ReadWrite) && newest.write(QByteArray(4096, 'x')) > 0);
    newest.close();
    open();
    QVERIFY(!m_writer->setAside().empty());
    QCOMPARE(m_registry->find("tag"), kTag);
    write(2000, 3000);
    QCOMPARE(samples().size(), std::size_t {3000});
}

void TestHistoryRotation::unfinishedFileIsNoHistory()
{
    write(0, 1000);
    m_writer.reset();
    QFile unfinished(m_folder->filePath(QStringLiteral("history-0003.db.new")));
    QVERIFY(unfinished.open(QFile::WriteOnly) && unfinished.write("half") > 0);
    unfinished.close();
    open();
    write(1000, 2000);
    QCOMPARE(m_writer->setAside(), std::string());
    QCOMPARE(samples().size(), std::size_t {2000});
}

QTEST_GUILESS_MAIN(TestHistoryRotation)
#include "tst_history_rotation.moc"
