#include "data/history/byte_stream.h"
#include "data/history/chunk_codec.h"
#include "data/history/log_codec.h"
#include "data/storage/file.h"

#include <QTest>

#include <bit>
#include <cmath>
#include <limits>
#include <random>

using namespace telltale;

class TestChunkCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesComeBackBitExact_data();
    void valuesComeBackBitExact();
    void textsOfNumbersAreSmall_data();
    void textsOfNumbersAreSmall();
    void regularTimesCostNothing();
    void extremeTimesComeBack();
    void sidesComeBack();
    void randomChunksComeBack();
    void damageIsSeen();
    void randomBytesAreRefused();
    void logComesBack();
    void damagedLogIsSeen();
    void mergeKeepsTheNewestArrival();
};

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

SampleColumns everySecond(const std::vector<double> &values)
{
    SampleColumns samples;
    for (std::size_t i = 0; i < values.size(); ++i)
        samples.append(1'700'000'000'000'000 + static_cast<std::int64_t>(i) * 1'000'000, values[i],
                       Quality::good(), {});
    return samples;
}

bool isSame(const SampleColumns &left, const SampleColumns &right)
{
    if (left.times != right.times || left.qualities != right.qualities || left.flags != right.flags
        || left.values.size() != right.values.size() || left.sides.size() != right.sides.size())
        return false;
    for (std::size_t i = 0; i < left.values.size(); ++i) {
        if (std::bit_cast<std::uint64_t>(left.values[i])
            != std::bit_cast<std::uint64_t>(right.values[i]))
            return false;
    }
    return std::equal(left.sides.begin(), left.sides.end(), right.sides.begin(),
                      [](const auto &one, const auto &other) {
                          return one.index == other.index && one.value == other.value;
                      });
}

std::vector<std::uint8_t> encoded(const SampleColumns &samples)
{
    ByteWriter out;
    encodeChunk(samples, 0, samples.size(), out);
    return {out.bytes().begin(), out.bytes().end()};
}

double randomValue(std::mt19937_64 &random, unsigned kind)
{
    switch (kind) {
    case 0:
        return static_cast<double>(random() % 2000) / 10.0 - 50.0;
    case 1:
        return static_cast<double>(random() % 100000) / 1000.0;
    case 2:
        return static_cast<double>(static_cast<float>(random() % 100000) * 0.37F);
    case 3:
        return std::bit_cast<double>(random());
    case 4:
        return 21.5;
    default:
        return static_cast<double>(random() % 3) * 1e15;
    }
}

SampleColumns randomColumns(std::mt19937_64 &random)
{
    SampleColumns samples;
    const std::size_t count = 1 + random() % 700;
    const auto kind = static_cast<unsigned>(random() % 6);
    const std::int64_t step = std::int64_t {1} << (random() % 40);
    auto time = static_cast<std::int64_t>(random() >> 16U);
    for (std::size_t i = 0; i < count; ++i) {
        time += random() % 4 == 0 ? 1 + static_cast<std::int64_t>(random() % 100000) : step;
        Quality quality;
        if (random() % 50 == 0)
            quality = Quality::bad(Quality::Reason::Stale);
        const auto flag = static_cast<std::uint8_t>(random() % 40 == 0 ? 0x14 : 0);
        samples.append(time, randomValue(random, kind), quality, {flag});
    }
    return samples;
}

} // namespace

void TestChunkCodec::valuesComeBackBitExact_data()
{
    QTest::addColumn<std::vector<double>>("values");
    const double denormal = std::numeric_limits<double>::denorm_min();
    const double largest = std::numeric_limits<double>::max();
    QTest::newRow("one") << std::vector<double> {1.5};
    QTest::newRow("tenths") << std::vector<double> {0.1, 0.2, 0.3, -0.1, 1023.2, -18.8};
    QTest::newRow("four digits") << std::vector<double> {0.0001, 12.3456, -7.0001};
    QTest::newRow("five digits") << std::vector<double> {0.00001, 12.34567};
    QTest::newRow("minus zero") << std::vector<double> {0.0, -0.0, 0.0, 1.0};
    QTest::newRow("denormals") << std::vector<double> {denormal, -denormal, 0.0, 1e-310};
    QTest::newRow("largest") << std::vector<double> {largest, -largest, 1.0};
    QTest::newRow("infinities and NaN") << std::vector<double> {HUGE_VAL, -HUGE_VAL, kNan, 1.0};
    QTest::newRow("payload of NaN") << std::vector<double> {
        std::bit_cast<double>(0x7FF8DEADBEEF0001ULL), std::bit_cast<double>(0xFFF0000000000001ULL)};
    QTest::newRow("around 2^53") << std::vector<double> {9007199254740991.0, 9007199254740992.0,
                                                         9007199254740994.0, -9007199254740993.0};
    QTest::newRow("floats") << std::vector<double> {static_cast<double>(0.1F),
                                                    static_cast<double>(3.14159F), 1e30F, -1e-30F};
    QTest::newRow("constant") << std::vector<double>(600, 42.0);
    QTest::newRow("constant, odd") << std::vector<double>(600, M_PI);
    QTest::newRow("large scaled") << std::vector<double> {900719925474.1, 900719925474.25};
}

void TestChunkCodec::valuesComeBackBitExact()
{
    QFETCH(std::vector<double>, values);
    const SampleColumns samples = everySecond(values);
    const Result<SampleColumns> back = decodeChunk(encoded(samples));
    QVERIFY2(back.ok(), back.ok() ? "" : back.error().detail.c_str());
    QVERIFY(isSame(back.value(), samples));
}

void TestChunkCodec::textsOfNumbersAreSmall_data()
{
    QTest::addColumn<std::vector<double>>("values");
    QTest::addColumn<double>("most"); // bytes a sample, times included
    std::mt19937_64 random(7);
    std::vector<double> wandering;
    std::vector<double> odd;
    std::vector<double> hundreds;
    std::vector<double> noise;
    std::vector<double> floats;
    for (int i = 0; i < 512; ++i) {
        const auto step = static_cast<double>(random() % 16);
        wandering.push_back((2000.0 + step) / 10.0);
        odd.push_back(i % 100 == 5 ? -0.1333333333333333 : wandering.back());
        hundreds.push_back(100.0 * step);
        noise.push_back(static_cast<double>(1'700'000'000'000'000 + random() % 100'000'000'000'000)
                        / 1e13);
        const float power = 380.0F + static_cast<float>(random() % 100'000) / 1000.0F;
        floats.push_back(QByteArray::number(static_cast<double>(power), 'g', 10).toDouble());
    }
    QTest::newRow("tenths") << wandering << 0.75;
    QTest::newRow("a few among them with many digits") << odd << 1.1;
    QTest::newRow("hundreds") << hundreds << 0.75;
    QTest::newRow("thirteen decimals") << noise << 6.1;
    QTest::newRow("floats of ten digits") << floats << 3.2;
}

void TestChunkCodec::textsOfNumbersAreSmall()
{
    QFETCH(const std::vector<double>, values);
    QFETCH(const double, most);
    const SampleColumns samples = everySecond(values);
    const std::vector<std::uint8_t> blob = encoded(samples);
    const Result<SampleColumns> read = decodeChunk(blob);
    QVERIFY(read.ok() && isSame(read.value(), samples));
    const double bytes = static_cast<double>(blob.size()) / static_cast<double>(values.size());
    QVERIFY2(bytes <= most, std::to_string(bytes).c_str());
}

void TestChunkCodec::regularTimesCostNothing()
{
    const std::size_t size = encoded(everySecond(std::vector<double>(512, 7.0))).size();
    QVERIFY2(size < 48, std::to_string(size).c_str());
}

void TestChunkCodec::extremeTimesComeBack()
{
    SampleColumns samples;
    constexpr std::int64_t kLowest = std::numeric_limits<std::int64_t>::min();
    constexpr std::int64_t kHighest = std::numeric_limits<std::int64_t>::max();
    for (const std::int64_t time : {kLowest, kLowest + 1, std::int64_t {-1}, std::int64_t {0},
                                    std::int64_t {1}, kHighest - 1, kHighest})
        samples.append(time, 1.0, {}, {});
    const Result<SampleColumns> back = decodeChunk(encoded(samples));
    QVERIFY(back.ok());
    QVERIFY(isSame(back.value(), samples));
}

void TestChunkCodec::sidesComeBack()
{
    SampleColumns samples = everySecond({0.0, 1.0, 9.3e18, 1.8e19, 0.0});
    using Kind = SampleFlags::Kind;
    samples.flags[0] = SampleFlags::make(Kind::Text);
    samples.flags[2] = samples.flags[3] = SampleFlags::make(Kind::Integer);
    samples.flags[4] = SampleFlags::make(Kind::Text, SampleFlags::kRetained);
    samples.sides = {{0, std::string("a\0b \xff", 5)},
                     {2, std::numeric_limits<std::int64_t>::min()},
                     {3, std::numeric_limits<std::uint64_t>::max()},
                     {4, std::string()}};
    const Result<SampleColumns> back = decodeChunk(encoded(samples));
    QVERIFY(back.ok());
    QVERIFY(isSame(back.value(), samples));
    QCOMPARE(std::get<std::uint64_t>(back->sample({1}, 3).side),
             std::numeric_limits<std::uint64_t>::max());
}

void TestChunkCodec::randomChunksComeBack()
{
    const auto seed = std::random_device {}();
    qInfo("seed %u", seed);
    std::mt19937_64 random(seed);
    for (int round = 0; round < 300; ++round) {
        const SampleColumns samples = randomColumns(random);
        const Result<SampleColumns> back = decodeChunk(encoded(samples));
        QVERIFY2(back.ok() && isSame(back.value(), samples), std::to_string(round).c_str());
    }
}

void TestChunkCodec::damageIsSeen()
{
    std::vector<std::uint8_t> blob = encoded(everySecond({1.0, 2.5, 3.0}));
    for (std::size_t bit = 0; bit < blob.size() * 8; ++bit) {
        blob[bit / 8] ^= static_cast<std::uint8_t>(1U << bit % 8);
        const Result<SampleColumns> back = decodeChunk(blob);
        QVERIFY2(!back.ok() && back.error().code == Error::Code::Damaged,
                 std::to_string(bit).c_str());
        blob[bit / 8] ^= static_cast<std::uint8_t>(1U << bit % 8);
    }
    blob.pop_back();
    QVERIFY(!decodeChunk(blob).ok());
    QVERIFY(!decodeChunk({}).ok());
}

void TestChunkCodec::randomBytesAreRefused()
{
    // Bytes that pass the checksum and are nonsense inside must end in an error, not in a crash.
    std::mt19937_64 random(7);
    std::vector<std::uint8_t> blob = encoded(everySecond({1.0, 2.5, 3.0, M_PI, 5.0}));
    for (int round = 0; round < 20000; ++round) {
        std::vector<std::uint8_t> bytes = blob;
        for (int i = 0; i < 3; ++i)
            bytes[5 + random() % (bytes.size() - 5)] = static_cast<std::uint8_t>(random());
        const std::uint32_t crc = crc32c(bytes.data() + 4, bytes.size() - 4);
        std::memcpy(bytes.data(), &crc, 4);
        const Result<SampleColumns> back = decodeChunk(bytes);
        if (back.ok())
            QCOMPARE(back->values.size(), back->times.size());
    }
}

void TestChunkCodec::logComesBack()
{
    SampleBatch group;
    std::mt19937_64 random(11);
    for (int i = 0; i < 1000; ++i)
        group.append({static_cast<std::uint32_t>(random() % 100000)},
                     timestampFromMicroseconds(static_cast<std::int64_t>(random())),
                     std::bit_cast<double>(random()), Quality::uncertain(Quality::Reason::Stale),
                     {});
    group.appendWithSide({3}, timestampFromMicroseconds(5), 0.0, {},
                         SampleFlags::make(SampleFlags::Kind::Text), std::string("on"));
    ByteWriter out;
    encodeLog(group, out);
    const Result<SampleBatch> back = decodeLog(out.bytes());
    QVERIFY(back.ok());
    QCOMPARE(back->tags(), group.tags());
    QCOMPARE(back->times(), group.times());
    QVERIFY(back->qualities() == group.qualities() && back->flags() == group.flags());
    QCOMPARE(std::memcmp(back->values().data(), group.values().data(), group.size() * 8), 0);
    QCOMPARE(std::get<std::string>(*back->side(1000)), std::string("on"));
}

void TestChunkCodec::damagedLogIsSeen()
{
    SampleBatch group;
    group.append({1}, timestampFromMicroseconds(5), 1.0, {}, {});
    ByteWriter out;
    encodeLog(group, out);
    std::vector<std::uint8_t> blob(out.bytes().begin(), out.bytes().end());
    blob[blob.size() / 2] ^= 4;
    QVERIFY(!decodeLog(blob).ok());
}

void TestChunkCodec::mergeKeepsTheNewestArrival()
{
    SampleColumns older;
    SampleColumns newer;
    for (const std::int64_t time : {1, 3, 5, 7})
        older.append(time, 1.0, {}, {});
    for (const std::int64_t time : {2, 3, 8})
        newer.append(time, 2.0, {}, {});
    newer.append(9, 0.0, {}, SampleFlags::make(SampleFlags::Kind::Text));
    newer.sides.push_back({3, std::string("x")});
    newer.flags[1].bits = 0;
    older.append(10, 3.0, {}, {});
    newer.append(10, 4.0, {}, {SampleFlags::kRedelivered});
    CommonSamples common;
    const SampleColumns merged = merge(older, newer, &common);
    QCOMPARE(common.times, std::size_t {2});
    QCOMPARE(common.corrected, std::size_t {1});
    QCOMPARE(merged.times, (std::vector<std::int64_t> {1, 2, 3, 5, 7, 8, 9, 10}));
    QCOMPARE(merged.values, (std::vector<double> {1, 2, 2, 1, 1, 2, 0, 3}));
    QCOMPARE(std::get<std::string>(*merged.side(6)), std::string("x"));
}

QTEST_GUILESS_MAIN(TestChunkCodec)
#include "tst_chunk_codec.moc"
