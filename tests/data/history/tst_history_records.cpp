#include "data/history/history_reader.h"
#include "data/storage/file.h"

#include <QTemporaryDir>
#include <QTest>

#include <bit>

using namespace telltale;

/// What history keeps beside the samples, and how it counts.
class TestHistoryRecords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void runningGapIsUpdated();
    void gapsAreTotalledOnce();
    void trendsGetTheirOwnGaps();
    void gapsOfEveryCauseAreFoundByTag();
    void gapOfADeviceIsOneOfAllItsTags();
    void silenceIsNotTimeInWhichNobodyListened();
    void flapsOfADeviceAreJoinedByPixelColumns();
    void whatCameAfterAllIsNoGap();
    void programIsOffWhileNobodyRecords();
    void descriptionsComeBack();
    void lateDuplicatesAreTakenOff();
    void anotherValueAtOneTimeIsCounted();
    void lastValueKeepsEveryBit();

private:
    void write(TagId tag, std::int64_t first, std::int64_t count, double value);
    void record(const HistoryGap &gap);
    void sealAll();
    HistoryReader &reader();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TagRegistry> m_registry;
    std::unique_ptr<HistoryWriter> m_writer;
    std::unique_ptr<HistoryReader> m_reader;
    std::uint64_t m_position = 0;
};

namespace {

TimeRange between(std::int64_t from, std::int64_t to)
{
    return {timestampFromMicroseconds(from), timestampFromMicroseconds(to)};
}

} // namespace

void TestHistoryRecords::init()
{
    m_reader.reset();
    m_writer.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_registry = std::make_unique<TagRegistry>();
    m_writer = HistoryWriter::open({m_folder->path().toStdString()}, *m_registry).value();
}

HistoryReader &TestHistoryRecords::reader()
{
    m_reader = HistoryReader::open(m_folder->path().toStdString()).value();
    return *m_reader;
}

void TestHistoryRecords::write(TagId tag, std::int64_t first, std::int64_t count, double value)
{
    auto batch = std::make_shared<SampleBatch>();
    for (std::int64_t i = first; i < first + count; ++i)
        batch->append(tag, timestampFromMicroseconds(i * 1000), value, {}, {});
    QVERIFY(m_writer->append(batch).ok());
    QVERIFY(m_writer->commit({++m_position}, {}).ok());
}

void TestHistoryRecords::record(const HistoryGap &gap)
{
    QVERIFY(m_writer->recordGap(gap).ok());
    QVERIFY(m_writer->commit({++m_position}, {}).ok());
}

void TestHistoryRecords::sealAll()
{
    for (;;) {
        const Result<bool> more = m_writer->maintain();
        QVERIFY(more.ok());
        if (!more.value())
            return;
    }
}

void TestHistoryRecords::runningGapIsUpdated()
{
    HistoryGap gap {HistoryGap::Cause::SourceDisconnected,
                    {3},
                    {},
                    {timestampFromMicroseconds(100), Timestamp::max()}};
    record(gap);
    QCOMPARE(reader().gaps(between(5000, 6000))->size(), std::size_t {1});
    gap.range.to = timestampFromMicroseconds(900);
    record(gap);
    const auto gaps = reader().gaps(between(0, 10000));
    QCOMPARE(gaps->size(), std::size_t {1});
    QCOMPARE(gaps->front().range, gap.range);
    QVERIFY(gaps->front().cause == gap.cause && gaps->front().source == gap.source
            && !gaps->front().tag.isValid());
    QVERIFY(reader().gaps(between(900, 10000))->empty());
}

void TestHistoryRecords::gapsAreTotalledOnce()
{
    using Cause = HistoryGap::Cause;
    HistoryGap silent {
        Cause::DeviceSilent, {}, {0}, {timestampFromMicroseconds(100), Timestamp::max()}};
    record(silent);
    QVERIFY((m_writer->totals().gaps.at("device_silent")
             == GapTotal {1, std::chrono::microseconds(0)}));
    silent.range.to = timestampFromMicroseconds(300);
    record(silent);
    record(silent); // from the journal once more
    silent.range.from = timestampFromMicroseconds(500);
    silent.range.to = timestampFromMicroseconds(550);
    record(silent);
    record({Cause::ProgramOff, {}, {}, between(0, 10)});
    const GapTotals gaps {{"device_silent", {2, std::chrono::microseconds(250)}},
                          {"program_off", {1, std::chrono::microseconds(10)}}};
    QVERIFY(m_writer->totals().gaps == gaps);
    m_writer.reset();
    QVERIFY(reader().totals()->gaps == gaps);
    QVERIFY(reader().totals()->counters.empty()); // those of the pipeline are its own
}

void TestHistoryRecords::trendsGetTheirOwnGaps()
{
    const TagId one = m_registry->intern("one", {1});
    const TagId two = m_registry->intern("two", {2});
    write(one, 0, 1, 1.0);
    using Cause = HistoryGap::Cause;
    for (const HistoryGap &gap : {HistoryGap {Cause::ProgramOff, {0}, {}, between(0, 10)},
                                  HistoryGap {Cause::SourceDisconnected, {1}, {}, between(1, 10)},
                                  HistoryGap {Cause::SourceDisconnected, {2}, {}, between(2, 10)},
                                  HistoryGap {Cause::DeviceSilent, {2}, two, between(3, 20)}})
        record(gap);
    const auto ofOne = reader().range(one, between(0, 100), 10);
    QCOMPARE(ofOne->gaps.size(), std::size_t {2});
    QVERIFY(ofOne->gaps[1].source == SourceId {1});
    const auto ofTwo = reader().range(two, between(0, 100), 10);
    QCOMPARE(ofTwo->gaps.size(), std::size_t {3});
    QVERIFY(ofTwo->gaps[2].cause == Cause::DeviceSilent);
    QCOMPARE(toMicroseconds(ofTwo->gaps[2].range.from),
             std::int64_t {10}); // before, another explains
}

void TestHistoryRecords::gapsOfEveryCauseAreFoundByTag()
{
    using Cause = HistoryGap::Cause;
    const TagId one = m_registry->intern("one", {1});
    write(one, 0, 1, 1.0);
    std::size_t causes = 0;
    for (auto cause = static_cast<std::uint8_t>(Cause::ProgramOff);
         cause <= static_cast<std::uint8_t>(Cause::NotPermitted); ++cause) {
        const auto begin = static_cast<std::int64_t>(10 * ++causes);
        record({static_cast<Cause>(cause), {1}, one, between(begin, begin + 5)});
    }
    QCOMPARE(reader().range(one, between(2, 1'000), 10)->gaps.size(), causes);
}

/// The first tag of a device stands for the others, of this cause alone.
void TestHistoryRecords::gapOfADeviceIsOneOfAllItsTags()
{
    using Cause = HistoryGap::Cause;
    const TagId flow = m_registry->intern("plant/pump/flow", {1});
    const TagId level = m_registry->intern("plant/pump/level", {1});
    const TagId other = m_registry->intern("plant/fan/speed", {1});
    write(flow, 0, 1, 1.0);
    record({Cause::DeviceSilent, {}, flow, between(10, 20)});
    record({Cause::PayloadRejected, {}, flow, between(30, 40)});
    record({Cause::Overload, {}, flow, between(50, 60)});
    QCOMPARE(reader().range(flow, between(0, 100), 10)->gaps.size(), std::size_t {3});
    const auto ofLevel = reader().range(level, between(0, 100), 10)->gaps;
    QCOMPARE(ofLevel.size(), std::size_t {2});
    QCOMPARE(ofLevel[0].cause, Cause::DeviceSilent);
    QCOMPARE(ofLevel[1].cause, Cause::PayloadRejected);
    QVERIFY(reader().range(other, between(0, 100), 10)->gaps.empty());
    QCOMPARE(reader().gaps(between(0, 100))->size(), std::size_t {3});
}

void TestHistoryRecords::silenceIsNotTimeInWhichNobodyListened()
{
    using Cause = HistoryGap::Cause;
    const TagId flow = m_registry->intern("plant/pump/flow", {1});
    write(flow, 0, 1, 1.0);
    record({Cause::DeviceSilent, {}, flow, {timestampFromMicroseconds(10), Timestamp::max()}});
    record({Cause::SourceDisconnected, {1}, {}, between(20, 30)});
    record({Cause::ProgramOff, {}, {}, between(25, 40)});
    const auto gaps = reader().range(flow, between(0, 100), 10)->gaps;
    QCOMPARE(gaps.size(), std::size_t {4});
    QVERIFY(gaps[0].range == between(10, 20) && gaps[0].cause == Cause::DeviceSilent);
    QCOMPARE(gaps[1].cause, Cause::SourceDisconnected);
    QCOMPARE(gaps[2].cause, Cause::ProgramOff);
    QVERIFY(gaps[3].range.from == timestampFromMicroseconds(40));
    QVERIFY(gaps[3].range.to == Timestamp::max());
}

/// A tenth of a second in each, for more than a day.
void TestHistoryRecords::flapsOfADeviceAreJoinedByPixelColumns()
{
    constexpr std::int64_t kFlaps = 100'000;
    constexpr std::int64_t kSecond = 1'000'000;
    constexpr std::int64_t kSilence = kSecond / 10;
    constexpr int kPixels = 1000;
    const TagId flow = m_registry->intern("plant/pump/flow", {1});
    write(flow, 0, 1, 1.0);
    for (std::int64_t i = 0; i < kFlaps; ++i) {
        const std::int64_t begin = i * kSecond + kSecond / 2;
        const TimeRange silent = between(begin, begin + kSilence);
        QVERIFY(m_writer->recordGap({HistoryGap::Cause::DeviceSilent, {}, flow, silent}).ok());
    }
    QVERIFY(m_writer->commit({++m_position}, {}).ok());
    const auto range = reader().range(flow, between(0, kFlaps * kSecond), kPixels);
    QCOMPARE(range->gaps.size(), std::size_t {kPixels});
    std::chrono::microseconds missing {0};
    for (const HistoryGap &gap : range->gaps)
        missing += gap.range.to - gap.range.from - gap.between;
    QCOMPARE(missing.count(), kFlaps * kSilence);
    QVERIFY((m_writer->totals().gaps.at("device_silent")
             == GapTotal {kFlaps, std::chrono::microseconds(kFlaps * kSilence)}));
    const auto few = reader().range(flow, between(0, 10 * kSecond), kPixels);
    QCOMPARE(few->gaps.size(), std::size_t {10}); // each is seen
    QCOMPARE(few->gaps[3].range,
             between(3 * kSecond + kSecond / 2, 3 * kSecond + kSecond / 2 + kSilence));
}

/// A broker keeps what it could not deliver, and delivers it later.
void TestHistoryRecords::whatCameAfterAllIsNoGap()
{
    const TagId all = m_registry->intern("all", {1});
    const TagId half = m_registry->intern("half", {1});
    const auto batch = std::make_shared<SampleBatch>();
    for (int second = 0; second < 100; ++second) {
        const Timestamp time = Timestamp(std::chrono::seconds(second));
        batch->append({all, time, 1.0, {}, {}, {}});
        if (second < 40 || second > 50)
            batch->append({half, time, 1.0, {}, {}, {}});
    }
    QVERIFY(m_writer->append(batch).ok());
    QVERIFY(m_writer->commit({1}, {}).ok());
    const auto seconds = [](int from, int to) {
        return TimeRange {Timestamp(std::chrono::seconds(from)),
                          Timestamp(std::chrono::seconds(to))};
    };
    const TimeRange lost = seconds(20, 50);
    record({HistoryGap::Cause::SourceDisconnected, {1}, {}, lost});
    for (const int pixels : {1000, 20}) { // as samples, and in columns
        QVERIFY(reader().range(all, seconds(0, 100), pixels)->gaps.empty());
        const auto missing = reader().range(half, seconds(0, 100), pixels)->gaps;
        QCOMPARE(missing.size(), std::size_t {1});
        QCOMPARE(missing[0].range, seconds(39, 50));
    }
    QCOMPARE(reader().gaps(seconds(0, 100))->size(), std::size_t {1}); // it was lost all the same
}

/// After a kill nobody wrote down that it ended.
void TestHistoryRecords::programIsOffWhileNobodyRecords()
{
    const TagId tag = m_registry->intern("a");
    write(tag, 0, 10, 1.0);
    const TimeRange all = between(0, 1'000'000);
    HistoryTotals counted;
    counted.counters[HistoryTotals::kLastArrival] = 12'000;
    QVERIFY(m_writer->commit({++m_position}, counted).ok());
    QVERIFY(reader().gaps(all)->empty()); // a writer lives
    m_writer.reset();
    {
        const auto lock = FolderLock::take(m_folder->path().toStdString());
        QVERIFY(lock.ok());
        QVERIFY(reader().gaps(all)->empty()); // somebody is about to write
    }
    const auto gaps = reader().gaps(all).value();
    QCOMPARE(gaps.size(), std::size_t {1});
    QVERIFY(gaps[0].cause == HistoryGap::Cause::ProgramOff && !gaps[0].tag.isValid());
    QCOMPARE(gaps[0].range, (TimeRange {timestampFromMicroseconds(12'000), Timestamp::max()}));
    const auto trend = reader().range(tag, all, 100).value();
    QCOMPARE(trend.gaps.size(), std::size_t {1});
    QCOMPARE(trend.gaps[0].range, gaps[0].range);
    QVERIFY(reader().gaps(between(0, 12'000))->empty()); // it was on
}

void TestHistoryRecords::descriptionsComeBack()
{
    const TagId tag = m_registry->intern("plant/flow", {2});
    write(tag, 0, 1, 1.0);
    TagInfo info = m_registry->info(tag);
    info.displayName = "Flow";
    info.unit = "m\xc2\xb3/h";
    info.low = -1.5;
    info.decimals = 2;
    m_registry->describe(tag, info);
    sealAll();
    m_writer.reset();
    TagRegistry again;
    m_writer = HistoryWriter::open({m_folder->path().toStdString()}, again).value();
    QCOMPARE(again.info(tag), info);
    TagRegistry read;
    QVERIFY(reader().loadTags(read).ok());
    QCOMPARE(read.info(tag), info);
    m_writer.reset(); // before the registry it knows
}

void TestHistoryRecords::lateDuplicatesAreTakenOff()
{
    const TagId tag = m_registry->intern("a");
    write(tag, 0, 1000, 1.0);
    sealAll();
    write(tag, 500, 100, 1.0); // all of them are in a chunk
    QCOMPARE(m_writer->totals().samples, std::uint64_t {1100});
    write(tag, 1000, 1000, 1.0);
    sealAll();
    QCOMPARE(m_writer->totals().samples, std::uint64_t {2000});
    QCOMPARE(reader().totals()->samples, std::uint64_t {2000});
}

void TestHistoryRecords::anotherValueAtOneTimeIsCounted()
{
    const TagId tag = m_registry->intern("a");
    write(tag, 0, 100, 1.0);
    write(tag, 0, 100, 1.0); // again
    QCOMPARE(m_writer->totals().corrected, std::uint64_t {0});
    write(tag, 50, 10, 2.0); // of those that wait
    QCOMPARE(m_writer->totals().corrected, std::uint64_t {10});
    QCOMPARE(m_writer->totals().correctedTag, tag);
    write(tag, 100, 900, 1.0);
    sealAll();
    write(tag, 200, 20, 3.0); // of those in a chunk: found when they go there, too
    QVERIFY(m_writer->settle(std::chrono::minutes(1)).ok());
    QCOMPARE(m_writer->totals().corrected, std::uint64_t {30});
    QCOMPARE(m_writer->totals().samples, std::uint64_t {1000});
    m_writer.reset();
    QCOMPARE(reader().totals()->corrected, std::uint64_t {30});
    QCOMPARE(reader().valueAt(tag, timestampFromMicroseconds(210'000))->value().value, 3.0);
}

void TestHistoryRecords::lastValueKeepsEveryBit()
{
    const auto bits = [](double value) { return std::bit_cast<std::uint64_t>(value); };
    const double strange = std::bit_cast<double>(0x7FF8000000000123ULL);
    const TagId zero = m_registry->intern("zero");
    const TagId nan = m_registry->intern("nan");
    write(zero, 0, 1000, -0.0);
    write(nan, 0, 1000, strange);
    sealAll();
    m_writer.reset();
    const auto last = reader().lastValues();
    QCOMPARE(last->size(), std::size_t {2});
    QCOMPARE(bits(last.value()[0].value), bits(-0.0));
    QCOMPARE(bits(last.value()[1].value), bits(strange));
}

QTEST_GUILESS_MAIN(TestHistoryRecords)
#include "tst_history_records.moc"
