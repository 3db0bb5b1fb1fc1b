#include "data/history/history_reader.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace telltale;

/// Readers in threads of their own, while one writes, commits and seals.
class TestHistoryThreads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readersNeverMissASample();
    void cancelledQueriesEnd();
};

namespace {

constexpr std::uint32_t kTags = 3;
constexpr std::int64_t kBatches = 150;
constexpr std::int64_t kPerBatch = 60; ///< samples of each tag
constexpr TimeRange kAll {Timestamp::min(), Timestamp::max()};

/// Sample number n of a tag has time n ms and value n: a hole or a repetition shows.
SampleBatchPtr batchNumber(std::int64_t batch)
{
    auto samples = std::make_shared<SampleBatch>();
    for (std::int64_t i = batch * kPerBatch; i < (batch + 1) * kPerBatch; ++i) {
        for (std::uint32_t tag = 0; tag < kTags; ++tag)
            samples->append({tag}, timestampFromMicroseconds(i * 1000), static_cast<double>(i), {},
                            {});
    }
    return samples;
}

/// How many samples there are; -1 if they do not follow one another.
std::int64_t countInOrder(HistoryReader &reader, TagId tag)
{
    std::int64_t count = 0;
    bool isRight = true;
    const Outcome scanned = reader.scan(tag, kAll, [&count, &isRight](const Sample &sample) {
        isRight = isRight && sample.value == static_cast<double>(count);
        ++count;
        return isRight;
    });
    return scanned.ok() && isRight ? count : -1;
}

bool isTrendWhole(HistoryReader &reader, TagId tag, std::int64_t known)
{
    if (known < 100)
        return true;
    const TimeRange range {timestampFromMicroseconds(0), timestampFromMicroseconds(known * 1000)};
    const Result<TrendRange> trend = reader.range(tag, range, 10);
    std::int64_t count = 0;
    for (const TrendRange::Column &column :
         trend.ok() ? trend->columns : std::vector<TrendRange::Column>())
        count += column.count;
    return count == known;
}

bool readUntil(const std::string &folder, const std::atomic<bool> &isDone)
{
    auto opened = HistoryReader::open(folder);
    if (!opened.ok())
        return false;
    HistoryReader &reader = *opened.value();
    std::int64_t before = 0;
    for (bool isLast = false; !isLast;) {
        isLast = isDone; // one more look after the writer is done
        for (std::uint32_t tag = 0; tag < kTags; ++tag) {
            const std::int64_t count = countInOrder(reader, {tag});
            if (count < (tag == 0 ? before : 0) || !isTrendWhole(reader, {tag}, count))
                return false;
            before = tag == 0 ? count : before;
        }
        const auto last = reader.lastValues();
        if (!last.ok()
            || (!last->empty() && last->front().value + 1.0 < static_cast<double>(before)))
            return false;
    }
    return before == kBatches * kPerBatch;
}

} // namespace

void TestHistoryThreads::readersNeverMissASample()
{
    QTemporaryDir folder;
    const std::string path = folder.path().toStdString();
    TagRegistry registry;
    auto writer = HistoryWriter::open({path, 1}, registry);
    QVERIFY(writer.ok());
    for (std::uint32_t i = 0; i < kTags; ++i)
        registry.intern("tag/" + std::to_string(i));
    std::atomic<bool> isDone = false;
    std::atomic<int> right = 0;
    const auto read = [&path, &isDone, &right] { right += readUntil(path, isDone) ? 1 : 0; };
    std::thread one(read);
    std::thread other(read);
    bool isWritten = true;
    for (std::int64_t batch = 0; batch < kBatches; ++batch) {
        isWritten = isWritten && writer.value()->append(batchNumber(batch)).ok()
            && writer.value()->commit({static_cast<std::uint64_t>(batch)}, {}).ok();
        while (isWritten && batch % 3 == 0) {
            const Result<bool> more = writer.value()->maintain();
            isWritten = more.ok();
            if (!isWritten || !more.value())
                break;
        }
    }
    isDone = true;
    one.join();
    other.join();
    QVERIFY(isWritten);
    QCOMPARE(right.load(), 2);
}

void TestHistoryThreads::cancelledQueriesEnd()
{
    QTemporaryDir folder;
    const std::string path = folder.path().toStdString();
    TagRegistry registry;
    auto writer = HistoryWriter::open({path}, registry);
    registry.intern("a");
    for (std::int64_t batch = 0; batch < 20; ++batch)
        QVERIFY(writer.value()->append(batchNumber(batch)).ok());
    QVERIFY(writer.value()->commit({1}, {}).ok());
    while (writer.value()->maintain().value()) { }
    auto reader = HistoryReader::open(path);
    CancelFlag cancel;
    cancel.cancel();
    const auto range = reader.value()->range({0}, kAll, 100, &cancel);
    QVERIFY(!range.ok());
    QCOMPARE(range.error().code, Error::Code::Cancelled);
    const Outcome scan = reader.value()->scan(
        {0}, kAll, [](const Sample &) { return true; }, &cancel);
    QVERIFY(!scan.ok());
    QCOMPARE(scan.error().code, Error::Code::Cancelled);
}

QTEST_GUILESS_MAIN(TestHistoryThreads)
#include "tst_history_threads.moc"
