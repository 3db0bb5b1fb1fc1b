#include "data/telemetry/bounded_queue.h"
#include "data/telemetry/live_values.h"
#include "data/telemetry/status_board.h"
#include "data/telemetry/tag_registry.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace telltale;
using namespace std::chrono_literals;

/// What several threads share, used by several threads: for race checks, and for what they promise
/// each other.
class TestTelemetryThreads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void queueLosesNothingAndKeepsTheOrder();
    void fullQueueRefusesAndClosedQueueEnds();
    void liveValuesAreNeverHalf();
    void statusIsOneSnapshot();
    void tagsAreThereOnceTheyAreCounted();
};

namespace {

constexpr std::uint64_t kRounds = 5'000;
constexpr std::uint32_t kTags = 8;

} // namespace

void TestTelemetryThreads::queueLosesNothingAndKeepsTheOrder()
{
    BoundedQueue<std::uint64_t> queue(16);
    std::vector<std::uint64_t> taken;
    std::thread consumer([&] {
        while (const auto item = queue.pop(10'000ms))
            taken.push_back(*item);
    });
    for (std::uint64_t n = 0; n < kRounds;) {
        std::uint64_t item = n;
        if (queue.tryPush(item))
            ++n;
        else
            std::this_thread::yield();
    }
    queue.close();
    consumer.join();
    QCOMPARE(taken.size(), std::size_t {kRounds});
    for (std::uint64_t n = 0; n < kRounds; ++n)
        QCOMPARE(taken[n], n);
}

void TestTelemetryThreads::fullQueueRefusesAndClosedQueueEnds()
{
    BoundedQueue<std::string> queue(1);
    std::string item = "first";
    QVERIFY(queue.tryPush(item));
    item = "second";
    QVERIFY(!queue.tryPush(item));
    QCOMPARE(item, std::string("second"));
    queue.close();
    QVERIFY(!queue.tryPush(item));
    QCOMPARE(queue.pop(0ms).value_or(""), std::string("first"));
    QVERIFY(!queue.pop(10'000ms).has_value());
}

void TestTelemetryThreads::liveValuesAreNeverHalf()
{
    LiveValues live;
    std::atomic<bool> isDone = false;
    std::atomic<int> torn = 0;
    const auto ask = [&] {
        std::vector<TagId> tags;
        for (std::uint32_t tag = 0; tag < kTags; ++tag)
            tags.push_back({tag});
        std::uint64_t change = 0;
        while (!isDone) {
            for (const LiveValues::Value &value : live.changedSince(change, tags)) {
                // Value n comes with time n.
                if (static_cast<double>(toMicroseconds(value.sample.time)) != value.sample.value)
                    ++torn;
            }
        }
    };
    std::thread one(ask);
    std::thread two(ask);
    for (std::uint64_t n = 1; n <= kRounds; ++n) {
        SampleBatch batch;
        for (std::uint32_t tag = 0; tag < kTags; ++tag)
            batch.append({TagId {tag},
                          timestampFromMicroseconds(static_cast<std::int64_t>(n)),
                          static_cast<double>(n),
                          {},
                          {},
                          {}});
        live.apply(batch);
    }
    isDone = true;
    one.join();
    two.join();
    QCOMPARE(torn.load(), 0);
    QCOMPARE(live.value({kTags - 1}).sample.value, static_cast<double>(kRounds));
}

void TestTelemetryThreads::statusIsOneSnapshot()
{
    StatusBoard board;
    std::atomic<bool> isDone = false;
    std::atomic<int> torn = 0;
    std::thread reader([&] {
        while (!isDone) {
            const PlantStatus status = board.status();
            if (status.counters.received != status.counters.decoded
                || status.connections.size() != status.counters.received % 3)
                ++torn;
        }
    });
    for (std::uint64_t n = 0; n < kRounds; ++n) {
        PlantStatus status;
        status.counters.received = n;
        status.counters.decoded = n;
        status.connections.resize(n % 3);
        board.publish(std::move(status));
    }
    isDone = true;
    reader.join();
    QCOMPARE(torn.load(), 0);
    QCOMPARE(board.version(), kRounds);
}

void TestTelemetryThreads::tagsAreThereOnceTheyAreCounted()
{
    TagRegistry tags;
    std::atomic<bool> isDone = false;
    std::atomic<int> missing = 0;
    std::thread reader([&] {
        while (!isDone) {
            const std::size_t size = tags.size();
            if (size > 0 && tags.path({static_cast<std::uint32_t>(size - 1)}).empty())
                ++missing;
            tags.find("plant/0");
            tags.tagsBelow("plant");
        }
    });
    for (std::uint64_t n = 0; n < kRounds / 10; ++n) {
        const TagId tag = tags.intern("plant/" + std::to_string(n), SourceId {1});
        tags.setUnit(tag, "bar");
    }
    isDone = true;
    reader.join();
    QCOMPARE(missing.load(), 0);
    QCOMPARE(tags.countOf(SourceId {1}), std::size_t {kRounds / 10});
}

QTEST_GUILESS_MAIN(TestTelemetryThreads)
#include "tst_telemetry_threads.moc"
