#include "data/history/history_reader.h"
#include "data/history/history_schema.h"
#include "tests/data/history/history_script.h"
#include "tests/support/faulty_vfs.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace telltale;
using telltale::test::FaultyVfs;
using telltale::test::scriptBatch;
using telltale::test::scriptBatchesIn;

class TestHistoryFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void eachCallFails_data();
    void eachCallFails();
    void fullDiskIsWaitedOut_data();
    void fullDiskIsWaitedOut();
    void gapsAreCountedOnceWhateverFails_data();
    void gapsAreCountedOnceWhateverFails();
    void damagedFileIsSetAside_data();
    void damagedFileIsSetAside();
    void newerSchemaIsRefused();
    void olderFilesAreRead();
    void emptyFolderIsEmpty();

private:
    bool runScript(const std::string &folder, std::uint64_t batches);
};

namespace {

constexpr std::uint64_t kBatches = 12;
constexpr std::uint64_t kRotateAt = 1; ///< bytes: a file ends with what is sealed at once
constexpr TimeRange kAll {Timestamp::min(), Timestamp::max()};

std::unique_ptr<HistoryWriter> opened(const std::string &folder, TagRegistry &registry)
{
    return test::openScriptWriter({folder, kRotateAt}, registry);
}

/// Commits until it works, as the pipeline does.
bool commitStubbornly(HistoryWriter &writer, std::uint64_t position)
{
    for (int tries = 0; tries < 20; ++tries) {
        if (writer.commit({position}, {}).ok())
            return true;
    }
    return false;
}

bool seal(HistoryWriter &writer)
{
    for (int step = 0; step < 1000; ++step) {
        const Result<bool> more = writer.maintain();
        if (more.ok() && !more.value())
            return true;
    }
    return false;
}

} // namespace

void TestHistoryFaults::initTestCase()
{
    FaultyVfs::install();
}

void TestHistoryFaults::cleanup()
{
    FaultyVfs::heal();
}

bool TestHistoryFaults::runScript(const std::string &folder, std::uint64_t batches)
{
    TagRegistry registry;
    const auto writer = opened(folder, registry);
    if (!writer)
        return false;
    for (std::uint64_t batch = 1; batch <= batches; ++batch) {
        if (!writer->append(scriptBatch(batch)).ok() || !commitStubbornly(*writer, batch)
            || !seal(*writer))
            return false;
    }
    return true;
}

void TestHistoryFaults::eachCallFails_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<int>("stride");
    QTest::addColumn<int>("times");
    const auto row = [](const char *name, FaultyVfs::Fault fault, int stride, int times) {
        QTest::newRow(name) << static_cast<int>(fault) << stride << times;
    };
    row("full, once", FaultyVfs::Fault::DiskFull, 11, 1);
    row("write, once", FaultyVfs::Fault::WriteError, 11, 1);
    row("write, five times", FaultyVfs::Fault::WriteError, 13, 5);
    row("sync, once", FaultyVfs::Fault::SyncError, 3, 1);
    row("sync, twice", FaultyVfs::Fault::SyncError, 3, 2);
    row("sync, five times", FaultyVfs::Fault::SyncError, 3, 5);
}

void TestHistoryFaults::eachCallFails()
{
    QFETCH(int, fault);
    QFETCH(int, stride);
    QFETCH(int, times);
    if (qEnvironmentVariableIsSet("TELLTALE_FAULTS_ALL"))
        stride = 1;
    // The first calls make the file: the script begins behind them, so that it opens every time.
    for (std::int64_t call = 0;; call += stride) {
        QTemporaryDir folder;
        const std::string path = folder.path().toStdString();
        TagRegistry registry;
        QVERIFY(opened(path, registry));
        FaultyVfs::plan(static_cast<FaultyVfs::Fault>(fault), call, times);
        const bool ran = runScript(path, kBatches);
        const bool hit = FaultyVfs::failed() > 0;
        FaultyVfs::heal();
        // A failure while opening is an error; then nothing is written, and nothing may be broken.
        if (!ran)
            QVERIFY2(hit && runScript(path, kBatches), std::to_string(call).c_str());
        QVERIFY2(scriptBatchesIn(path) == kBatches, std::to_string(call).c_str());
        if (!hit)
            return;
    }
}

void TestHistoryFaults::fullDiskIsWaitedOut_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<int>("code");
    QTest::newRow("full") << static_cast<int>(FaultyVfs::Fault::DiskFull)
                          << static_cast<int>(Error::Code::DiskFull);
    QTest::newRow("sync") << static_cast<int>(FaultyVfs::Fault::SyncError)
                          << static_cast<int>(Error::Code::DiskError);
}

void TestHistoryFaults::fullDiskIsWaitedOut()
{
    QFETCH(int, fault);
    QFETCH(int, code);
    QTemporaryDir folder;
    const std::string path = folder.path().toStdString();
    {
        TagRegistry registry;
        const auto writer = opened(path, registry);
        QVERIFY(writer->append(scriptBatch(1)).ok() && writer->commit({1}, {}).ok());
        FaultyVfs::plan(static_cast<FaultyVfs::Fault>(fault), 0, FaultyVfs::kForEver);
        for (std::uint64_t batch = 2; batch <= 5; ++batch) {
            QVERIFY(writer->append(scriptBatch(batch)).ok());
            const Outcome failed = writer->commit({batch}, {});
            QVERIFY(!failed.ok());
            QCOMPARE(static_cast<int>(failed.error().code), code);
            QCOMPARE(writer->totals().position.offset, std::uint64_t {1});
        }
        // The same batches again are not stored twice.
        QVERIFY(writer->append(scriptBatch(5)).ok());
        FaultyVfs::heal();
        QVERIFY(writer->commit({5}, {}).ok());
        QVERIFY(seal(*writer));
    }
    QVERIFY(scriptBatchesIn(path) == 5);
}

void TestHistoryFaults::gapsAreCountedOnceWhateverFails_data()
{
    QTest::addColumn<int>("fault");
    QTest::newRow("full") << static_cast<int>(FaultyVfs::Fault::DiskFull);
    QTest::newRow("write") << static_cast<int>(FaultyVfs::Fault::WriteError);
    QTest::newRow("sync") << static_cast<int>(FaultyVfs::Fault::SyncError);
}

/// A commit that fails may be on the disk all the same.
void TestHistoryFaults::gapsAreCountedOnceWhateverFails()
{
    QFETCH(int, fault);
    constexpr std::int64_t kGaps = 6;
    for (std::int64_t call = 0;; ++call) {
        QTemporaryDir folder;
        const std::string path = folder.path().toStdString();
        TagRegistry registry;
        const auto writer = opened(path, registry);
        QVERIFY(writer);
        FaultyVfs::plan(static_cast<FaultyVfs::Fault>(fault), call, 1);
        for (std::int64_t i = 0; i < kGaps; ++i) {
            const Timestamp begin = timestampFromMicroseconds(i * 100);
            HistoryGap gap {HistoryGap::Cause::DeviceSilent, {}, {0}, {begin, Timestamp::max()}};
            QVERIFY(writer->recordGap(gap).ok());
            QVERIFY(commitStubbornly(*writer, static_cast<std::uint64_t>(2 * i + 1)));
            gap.range.to = begin + std::chrono::microseconds(50);
            QVERIFY(writer->recordGap(gap).ok());
            QVERIFY(commitStubbornly(*writer, static_cast<std::uint64_t>(2 * i + 2)));
        }
        const bool hit = FaultyVfs::failed() > 0;
        FaultyVfs::heal();
        const GapTotals expected {
            {"device_silent", {kGaps, std::chrono::microseconds(kGaps * 50)}}};
        QVERIFY2(writer->totals().gaps == expected, std::to_string(call).c_str());
        const auto reader = HistoryReader::open(path);
        QVERIFY2(reader.value()->totals()->gaps == expected, std::to_string(call).c_str());
        QCOMPARE(reader.value()->gaps(kAll)->size(), static_cast<std::size_t>(kGaps));
        if (!hit)
            return;
    }
}

void TestHistoryFaults::damagedFileIsSetAside_data()
{
    QTest::addColumn<int>("at");
    QTest::addColumn<int>("length");
    QTest::newRow("header") << 0 << 16;
    QTest::newRow("schema") << 100 << 200;
    QTest::newRow("all") << 0 << (1 << 20);
}

void TestHistoryFaults::damagedFileIsSetAside()
{
    QFETCH(int, at);
    QFETCH(int, length);
    QTemporaryDir folder;
    const std::string path = folder.path().toStdString();
    QVERIFY(runScript(path, 3));
    QFile file(folder.filePath(QStringLiteral("history-0001.db")));
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(at));
    file.write(QByteArray(std::min<int>(length, static_cast<int>(file.size()) - at), '\x5a'));
    file.close();
    TagRegistry registry;
    const auto writer = opened(path, registry);
    QVERIFY(writer);
    QVERIFY(writer->setAside().find(".damaged-") != std::string::npos);
    const QStringList aside
        = QDir(folder.path()).entryList({QStringLiteral("history-0001.db.damaged-*")});
    QVERIFY(!aside.isEmpty());
    QCOMPARE(writer->totals().position.offset, std::uint64_t {0});
    QVERIFY(writer->append(scriptBatch(1)).ok() && writer->commit({1}, {}).ok());
    QVERIFY(QFile::exists(folder.filePath(QStringLiteral("history-0002.db"))));
    QCOMPARE(HistoryReader::open(path).value()->totals().value().position.offset,
             std::uint64_t {1});
}

void TestHistoryFaults::newerSchemaIsRefused()
{
    QTemporaryDir folder;
    const std::string path = folder.path().toStdString();
    QVERIFY(runScript(path, 2));
    {
        auto database = Database::open(path + "/history-0001.db", Database::Mode::ReadWrite);
        QVERIFY(database->execute("PRAGMA user_version=99").ok());
    }
    TagRegistry registry;
    const auto writer = HistoryWriter::open({path}, registry);
    QVERIFY(!writer.ok());
    QCOMPARE(writer.error().code, Error::Code::NewerVersion);
    QVERIFY(writer.error().detail.find("install a newer Telltale") != std::string::npos);
    QCOMPARE(HistoryReader::open(path).error().code, Error::Code::NewerVersion);
    {
        auto database = Database::open(path + "/history-0001.db", Database::Mode::ReadWrite);
        QVERIFY(database->execute("PRAGMA user_version=" + std::to_string(kHistorySchema)).ok());
    }
    QVERIFY(scriptBatchesIn(path) == 2);
}

void TestHistoryFaults::olderFilesAreRead()
{
    // Two files: the older one full, the newer one with corrections and what follows.
    QTemporaryDir folder;
    const std::string path = folder.path().toStdString();
    QVERIFY(runScript(path, 6));
    QVERIFY(QFile::rename(folder.filePath(QStringLiteral("history-0001.db")),
                          folder.filePath(QStringLiteral("kept"))));
    {
        TagRegistry registry;
        const auto writer = opened(path, registry);
        for (const std::uint64_t batch : {6, 7})
            QVERIFY(writer->append(scriptBatch(batch)).ok() && writer->commit({batch}, {}).ok());
    }
    QVERIFY(QFile::rename(folder.filePath(QStringLiteral("history-0001.db")),
                          folder.filePath(QStringLiteral("history-0002.db"))));
    QVERIFY(QFile::rename(folder.filePath(QStringLiteral("kept")),
                          folder.filePath(QStringLiteral("history-0001.db"))));
    auto reader = HistoryReader::open(path);
    QVERIFY(reader.ok());
    std::size_t found = 0;
    for (std::uint32_t tag = 0; tag < test::kScriptTags; ++tag) {
        std::int64_t previous = 0;
        QVERIFY(reader.value()
                    ->scan({tag}, kAll,
                           [&found, &previous](const Sample &sample) {
                               found += toMicroseconds(sample.time) > previous ? 1 : 0;
                               previous = toMicroseconds(sample.time);
                               return true;
                           })
                    .ok());
    }
    QVERIFY(found > 0);
    QCOMPARE(reader.value()->totals()->position.offset, std::uint64_t {7});
}

void TestHistoryFaults::emptyFolderIsEmpty()
{
    QTemporaryDir folder;
    auto reader = HistoryReader::open(folder.path().toStdString());
    QVERIFY(reader.ok());
    QVERIFY(reader.value()->lastValues()->empty());
    QVERIFY(reader.value()->gaps(kAll)->empty());
    const TimeRange extent = reader.value()->extent().value();
    QVERIFY(extent.from == extent.to);
    QVERIFY(!reader.value()->valueAt({0}, Timestamp::max())->has_value());
    QVERIFY(!reader.value()
                 ->range({0}, {timestampFromMicroseconds(0), timestampFromMicroseconds(10)}, 10)
                 ->before);
    // What a writer makes later is seen.
    QVERIFY(runScript(folder.path().toStdString(), 1));
    QCOMPARE(reader.value()->lastValues()->size(), std::size_t {test::kScriptTags});
}

QTEST_GUILESS_MAIN(TestHistoryFaults)
#include "tst_history_faults.moc"
