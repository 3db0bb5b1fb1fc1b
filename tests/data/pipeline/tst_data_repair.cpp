#include "data/history/history_reader.h"
#include "data/history/history_schema.h"
#include "data/pipeline/data_repair.h"
#include "data/storage/file.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <filesystem>
#include <functional>
#include <memory>

using namespace telltale;
namespace fs = std::filesystem;

/// Damaged files of history are replaced by what can be read of them.
class TestDataRepair : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void wholeDataAreLeftAlone();
    void whatCanBeReadIsSaved_data();
    void whatCanBeReadIsSaved();
    void lossIsAGapWithItsCause();
    void recordingGoesOnInARepairedFile();
    void repairThatWasCutOffIsFinished_data();
    void repairThatWasCutOffIsFinished();
    void ownedDataAreLeftAlone();

private:
    DataRepair::Summary repaired() const;
    std::string file(std::size_t index) const { return historyFiles(m_path)[index]; }

    QTemporaryDir m_folder;
    std::string m_whole; ///< three complete files, and the one that is written
    std::unique_ptr<QTemporaryDir> m_copy;
    std::string m_path;
};

namespace {

constexpr std::uint32_t kTags = 2;
constexpr int kFiles = 4;
constexpr int kSamplesOfFile = 3'000; ///< of a tag
constexpr int kLogged = 100; ///< more, in the log
constexpr int kAll = (kFiles * kSamplesOfFile + kLogged) * int(kTags);
constexpr TimeRange kAllTime {Timestamp::min(), Timestamp::max()};

Timestamp second(std::int64_t index)
{
    return timestampFromMicroseconds(1'700'000'000'000'000 + index * 1'000'000);
}

double valueOf(std::int64_t index)
{
    return std::sin(static_cast<double>(index * index));
}

SampleBatchPtr samples(int begin, int end)
{
    auto batch = std::make_shared<SampleBatch>();
    for (int i = begin; i < end; ++i) {
        for (std::uint32_t tag = 0; tag < kTags; ++tag)
            batch->append({tag}, second(i), valueOf(i), {}, {});
    }
    return batch;
}

/// Nothing but samples as they were written; how many.
int countOf(const std::string &folder)
{
    const auto reader = HistoryReader::open(folder);
    if (!reader.ok())
        return -1;
    int count = 0;
    for (std::uint32_t tag = 0; tag < kTags; ++tag) {
        const Outcome read = reader.value()->scan({tag}, kAllTime, [&count](const Sample &sample) {
            const std::int64_t index = (sample.time - second(0)) / std::chrono::seconds(1);
            count += sample.value == valueOf(index) ? 1 : -1'000'000;
            return true;
        });
        if (!read.ok())
            return -1;
    }
    return count;
}

bool execute(const std::string &file, const std::string &sql)
{
    auto database = Database::open(file, Database::Mode::ReadWrite);
    return database.ok() && database->execute(sql).ok();
}

bool overwrite(const std::string &path, qint64 from, qint64 size)
{
    QFile file(QString::fromStdString(path));
    const QByteArray noise(size, 'x');
    return file.open(QFile::ReadWrite) && file.seek(from) && file.write(noise) == size;
}

} // namespace

void TestDataRepair::initTestCase()
{
    m_whole = m_folder.filePath(QStringLiteral("whole")).toStdString();
    TagRegistry tags;
    for (std::uint32_t tag = 0; tag < kTags; ++tag)
        tags.intern("plant/tag " + std::to_string(tag));
    auto writer = HistoryWriter::open({m_whole, 1}, tags);
    QVERIFY(writer.ok());
    std::uint64_t position = 0;
    for (int i = 0; i < kFiles; ++i) {
        const int begin = i * kSamplesOfFile;
        if (i == kFiles - 1) { // the newest goes on
            writer.value().reset();
            writer = HistoryWriter::open({m_whole}, tags);
            QVERIFY(writer.ok());
        }
        QVERIFY(writer.value()->append(samples(begin, begin + kSamplesOfFile)).ok());
        QVERIFY(writer.value()->commit({++position}, {}).ok());
        QVERIFY(writer.value()->settle(std::chrono::minutes(1)).ok());
        while (writer.value()->maintain().value()) { }
    }
    QVERIFY(writer.value()->append(samples(kFiles * kSamplesOfFile, kAll / int(kTags))).ok());
    QVERIFY(writer.value()->commit({++position}, {}).ok());
    writer.value().reset();
    QCOMPARE(historyFiles(m_whole).size(), std::size_t {kFiles});
    QCOMPARE(countOf(m_whole), kAll);
}

void TestDataRepair::init()
{
    m_copy = std::make_unique<QTemporaryDir>();
    m_path = m_copy->filePath(QStringLiteral("data")).toStdString();
    fs::copy(m_whole, m_path, fs::copy_options::recursive);
}

DataRepair::Summary TestDataRepair::repaired() const
{
    DataRepair repair(m_path, [](std::uint64_t, std::uint64_t) {});
    const Outcome done = repair.run();
    if (!done.ok())
        qFatal("%s", done.error().detail.c_str());
    return repair.summary();
}

void TestDataRepair::wholeDataAreLeftAlone()
{
    std::vector<std::uint64_t> before;
    for (const std::string &path : historyFiles(m_path))
        before.push_back(HistoryFile::identityOf(path));
    const DataRepair::Summary summary = repaired();
    QVERIFY(summary.found.empty() && summary.repaired.empty() && summary.left.empty());
    std::vector<std::uint64_t> after;
    for (const std::string &path : historyFiles(m_path))
        after.push_back(HistoryFile::identityOf(path));
    QVERIFY(after == before);
}

void TestDataRepair::whatCanBeReadIsSaved_data()
{
    using Damaging = std::function<bool(const std::string &file)>;
    QTest::addColumn<int>("index"); // of the file
    QTest::addColumn<Damaging>("damage");
    QTest::addColumn<int>("atMostLost");
    QTest::addColumn<bool>("isLost");
    const auto row = [](const char *name, int index, const Damaging &damage, int atMostLost) {
        QTest::newRow(name) << index << damage << atMostLost << (atMostLost > 0);
    };
    const auto sql = [](const char *text) {
        return [text](const std::string &file) { return execute(file, text); };
    };
    constexpr int kOfFile = kSamplesOfFile * int(kTags);
    row("chunks of a complete file", 1,
        sql("UPDATE pack SET data=zeroblob(length(data)) WHERE id=(SELECT max(id) FROM pack)"),
        kOfFile / 2);
    row("a chunk of the newest file", 3, sql("UPDATE block SET data=x'00' WHERE id=1"),
        kOfFile / 2);
    row("summaries of a complete file", 0, sql("UPDATE chunk SET min=min-1, sum=NULL"), 0);
    row("summaries of the newest file", 3, sql("UPDATE chunk SET max=max+1, count=count+1"), 0);
    row("a last value", 3, sql("DELETE FROM last WHERE tag=0"), 0);
    row("a group of the log", 3, sql("UPDATE log SET data=x'0102030405'"), kLogged * int(kTags));
    row("the state", 3, sql("DELETE FROM state"), 0);
    row("the tags", 2, sql("DELETE FROM tag"), 0);
    row("the id of a tag", 2, sql("UPDATE tag SET id=4000000001 WHERE id=1"), 0);
    row(
        "the header of a complete file", 1,
        [](const std::string &file) { return overwrite(file, 0, 100); }, 0);
    row(
        "the header of the newest file", 3,
        [](const std::string &file) { return overwrite(file, 0, 100); }, 0);
    row(
        "a page of a complete file", 1,
        [](const std::string &file) {
            return overwrite(file, static_cast<qint64>(fs::file_size(file) / 2 / 4096 * 4096),
                             4096);
        },
        kOfFile / 2);
    row(
        "the second half of a complete file", 1,
        [](const std::string &file) {
            fs::resize_file(file, fs::file_size(file) / 2);
            return true;
        },
        kOfFile);
    row(
        "all of a complete file", 1,
        [](const std::string &file) {
            return overwrite(file, 0, static_cast<qint64>(fs::file_size(file)));
        },
        kOfFile);
    row(
        "all of the oldest file", 0,
        [](const std::string &file) {
            fs::resize_file(file, 0);
            return true;
        },
        kOfFile);
}

void TestDataRepair::whatCanBeReadIsSaved()
{
    QFETCH(int, index);
    QFETCH(std::function<bool(const std::string &)>, damage);
    QFETCH(int, atMostLost);
    QFETCH(bool, isLost);
    const std::string path = file(static_cast<std::size_t>(index));
    QVERIFY(damage(path));
    const DataRepair::Summary summary = repaired();
    QVERIFY(!summary.found.empty());
    QVERIFY2(summary.left.empty(), summary.left.empty() ? "" : summary.left.front().what.c_str());
    QCOMPARE(summary.repaired.size(), std::size_t {1});
    const HistoryRepair::Saved &saved = summary.repaired.front();
    QCOMPARE(saved.file, path);
    QVERIFY(fs::exists(saved.aside) && fs::exists(saved.aside + ".txt"));
    QCOMPARE(!saved.lost.empty(), isLost);
    const int count = countOf(m_path);
    QVERIFY2(count >= kAll - atMostLost && count <= kAll, std::to_string(count).c_str());
    QCOMPARE(count < kAll, isLost);
    // All that is left is whole.
    const DataRepair::Summary again = repaired();
    QVERIFY(again.found.empty() && again.repaired.empty());
}

void TestDataRepair::lossIsAGapWithItsCause()
{
    QVERIFY(execute(file(3), "UPDATE block SET data=x'00' WHERE id=1"));
    const DataRepair::Summary summary = repaired();
    const HistoryRepair::Lost lost = summary.repaired.front().lost.front();
    QCOMPARE(lost.tag, std::string("plant/tag 0"));
    QCOMPARE(static_cast<int>(lost.samples), kAll - countOf(m_path));
    const auto reader = HistoryReader::open(m_path);
    QVERIFY(reader.ok());
    const auto gaps = reader.value()->gaps(lost.range);
    QVERIFY(gaps.ok());
    QCOMPARE(gaps->size(), std::size_t {1});
    QVERIFY(gaps->front().cause == HistoryGap::Cause::DiskError);
    QVERIFY(gaps->front().tag == TagId {0});
    QVERIFY(gaps->front().range.from == lost.range.from && gaps->front().range.to == lost.range.to);
    QVERIFY(reader.value()->damages().empty());
}

/// With the tags, the state and the last values it had.
void TestDataRepair::recordingGoesOnInARepairedFile()
{
    QVERIFY(overwrite(file(3), 0, 100));
    QVERIFY(repaired().left.empty());
    TagRegistry tags;
    auto writer = HistoryWriter::open({m_path}, tags);
    QVERIFY(writer.ok());
    QVERIFY(writer.value()->setAside().empty());
    QCOMPARE(tags.size(), std::size_t {kTags});
    QCOMPARE(writer.value()->totals().position.offset, std::uint64_t {kFiles + 1});
    const int begin = kAll / int(kTags);
    QVERIFY(writer.value()->append(samples(begin, begin + 2'000)).ok());
    QVERIFY(writer.value()->commit({kFiles + 2}, {}).ok());
    QVERIFY(writer.value()->settle(std::chrono::minutes(1)).ok());
    writer.value().reset();
    QCOMPARE(countOf(m_path), kAll + 2'000 * int(kTags));
    QVERIFY(repaired().found.empty());
}

/// Between the two names that it changes.
void TestDataRepair::repairThatWasCutOffIsFinished()
{
    QFETCH(bool, isRecorded);
    const std::string path = file(3);
    QVERIFY(execute(path, "DELETE FROM state"));
    QVERIFY(repaired().left.empty());
    fs::rename(path, path + ".new");
    if (isRecorded) {
        TagRegistry tags;
        QVERIFY(HistoryWriter::open({m_path}, tags).ok());
    }
    QVERIFY(repaired().found.empty());
    QVERIFY(fs::exists(path) && !fs::exists(path + ".new"));
    QCOMPARE(countOf(m_path), kAll);
}

void TestDataRepair::repairThatWasCutOffIsFinished_data()
{
    QTest::addColumn<bool>("isRecorded");
    QTest::newRow("by the next repair") << false;
    QTest::newRow("by the program") << true;
}

void TestDataRepair::ownedDataAreLeftAlone()
{
    QVERIFY(overwrite(file(1), 0, 100));
    const Result<FolderLock> lock = FolderLock::take(m_path);
    QVERIFY(lock.ok());
    DataRepair repair(m_path, [](std::uint64_t, std::uint64_t) {});
    const Outcome done = repair.run();
    QVERIFY(!done.ok());
    QVERIFY(done.error().code == Error::Code::Busy);
    QVERIFY2(done.error().detail.find("end that one") != std::string::npos,
             done.error().detail.c_str());
    QVERIFY(repair.summary().found.empty());
    QCOMPARE(historyFiles(m_path).size(), std::size_t {kFiles});
}

QTEST_GUILESS_MAIN(TestDataRepair)
#include "tst_data_repair.moc"
