#include "data/history/history_reader.h"
#include "data/history/history_schema.h"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <future>
#include <thread>

using namespace telltale;
using namespace std::chrono_literals;

/// The write-ahead log stays short, whatever readers do, and readers get everything all the same.
class TestHistoryWal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void heldReaderDoesNotKeepTheLog();
    void logIsEmptiedOnceAForeignReaderIsGone();
    void longQueryIsCut();
};

namespace {

constexpr std::uint64_t kLimit = 2U << 20U;
constexpr std::uint64_t kSlack = 12U << 20U; ///< a checkpoint is due every 8 MiB
constexpr std::int64_t kPerBatch = 20'000;
constexpr TimeRange kAll {Timestamp::min(), Timestamp::max()};
constexpr TagId kTag {0};

struct Bench
{
    Bench()
    {
        path = folder.path().toStdString();
        HistoryWriter::Options options;
        options.folder = path;
        options.walLimit = kLimit;
        writer = HistoryWriter::open(options, registry).value();
        registry.intern("tag");
    }
    /// So many more samples of the tag, one a millisecond, with values that do not pack.
    bool write(std::int64_t batches)
    {
        for (std::int64_t batch = 0; batch < batches; ++batch) {
            auto samples = std::make_shared<SampleBatch>();
            for (std::int64_t i = 0; i < kPerBatch; ++i, ++count)
                samples->append(kTag, timestampFromMicroseconds(count * 1000),
                                1.0 / static_cast<double>(count + 1), {}, {});
            if (!writer->append(samples).ok() || !writer->commit({++position}, {}).ok()
                || !maintain())
                return false;
        }
        return true;
    }
    bool maintain()
    {
        for (;;) {
            const Result<bool> more = writer->maintain();
            if (!more.ok() || !more.value())
                return more.ok();
        }
    }
    std::uint64_t logBytes() const
    {
        return std::filesystem::file_size(historyFiles(path).back() + "-wal");
    }

    QTemporaryDir folder;
    std::string path;
    TagRegistry registry;
    std::unique_ptr<HistoryWriter> writer;
    std::int64_t count = 0;
    std::uint64_t position = 0;
};

/// How many samples a scan gives; -1 if they do not follow one another.
std::int64_t countInOrder(HistoryReader &reader)
{
    std::int64_t count = 0;
    bool isRight = true;
    const Outcome scanned = reader.scan(kTag, kAll, [&](const Sample &sample) {
        isRight = isRight && sample.time == timestampFromMicroseconds(count * 1000);
        ++count;
        return isRight;
    });
    return scanned.ok() && isRight ? count : -1;
}

} // namespace

void TestHistoryWal::heldReaderDoesNotKeepTheLog()
{
    Bench bench;
    QVERIFY(bench.write(10));
    std::promise<void> hasBegun;
    std::promise<void> mayGoOn;
    std::int64_t seen = 0;
    std::thread held([&] {
        const auto reader = HistoryReader::open(bench.path);
        const Outcome scanned = reader.value()->scan(kTag, kAll, [&](const Sample &) {
            if (seen++ == 0) {
                hasBegun.set_value();
                mayGoOn.get_future().wait();
            }
            return true;
        });
        seen = scanned.ok() ? seen : -1;
    });
    hasBegun.get_future().wait();
    const bool isWritten = bench.write(60); // some 20 MiB
    const std::uint64_t bytes = bench.logBytes();
    mayGoOn.set_value();
    held.join();
    QVERIFY(isWritten);
    QVERIFY2(bytes < kLimit + kSlack, std::to_string(bytes).c_str());
    QCOMPARE(seen, bench.count); // what came meanwhile, too
}

void TestHistoryWal::logIsEmptiedOnceAForeignReaderIsGone()
{
    Bench bench;
    QVERIFY(bench.write(10));
    {
        Database foreign
            = Database::open(historyFiles(bench.path).back(), Database::Mode::ReadOnly).value();
        QVERIFY(foreign.execute("BEGIN; SELECT count(*) FROM chunk").ok());
        QVERIFY(bench.write(60)); // recording goes on
        QVERIFY(bench.logBytes() > kLimit + kSlack);
    }
    QVERIFY(bench.write(30));
    QVERIFY(bench.logBytes() < kLimit + kSlack);
    QCOMPARE(countInOrder(*HistoryReader::open(bench.path).value()), bench.count);
}

void TestHistoryWal::longQueryIsCut()
{
    Bench bench;
    auto samples = std::make_shared<SampleBatch>();
    for (int tag = 0; tag < 5000; ++tag)
        samples->append(bench.registry.intern("tag/" + std::to_string(tag)),
                        timestampFromMicroseconds(tag), 1.0, {}, {});
    QVERIFY(bench.writer->append(samples).ok());
    QVERIFY(bench.writer->commit({1}, {}).ok());
    QVERIFY(bench.writer->settle(10s).ok()); // seals, so that there is a row a tag
    const auto hasty = HistoryReader::open(bench.path, 0ms).value()->lastValues();
    QVERIFY(!hasty.ok());
    QCOMPARE(hasty.error().code, Error::Code::TimedOut);
    const auto patient = HistoryReader::open(bench.path).value()->lastValues();
    QVERIFY(patient.ok());
    QCOMPARE(patient->size(), std::size_t(5000));
}

QTEST_GUILESS_MAIN(TestHistoryWal)
#include "tst_history_wal.moc"
