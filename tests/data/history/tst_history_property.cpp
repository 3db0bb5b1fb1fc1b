#include "data/history/history_file.h"
#include "data/history/history_reader.h"
#include "data/history/history_schema.h"
#include "tests/data/history/history_model.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <random>

using namespace telltale;
using telltale::test::HistoryModel;
using telltale::test::isSame;

/// Random writes against a plain model in memory: every answer must be equal. TELLTALE_ROUNDS runs
/// more; TELLTALE_SEED runs one again.
class TestHistoryProperty : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersEqualTheModel();

private:
    void openWriter();
    SampleBatchPtr randomBatch();
    Sample randomSample();
    void write();
    void sealSome(std::size_t steps);
    void compare(HistoryReader &reader);
    void compareTag(HistoryReader &reader, TagId tag);
    std::int64_t randomTime();
    std::uint64_t upTo(std::uint64_t limit) { return m_random() % limit; }

    std::mt19937_64 m_random;
    std::string m_folder;
    std::unique_ptr<TagRegistry> m_registry;
    std::unique_ptr<HistoryWriter> m_writer;
    HistoryModel m_model;
    std::uint64_t m_position = 0;
    std::int64_t m_now = 0;
};

namespace {

constexpr std::uint32_t kTags = 7;
constexpr std::uint64_t kRotateAt = 300'000; ///< bytes
constexpr std::int64_t kStart = 1'700'000'000'000'000;

} // namespace

void TestHistoryProperty::openWriter()
{
    m_writer.reset();
    m_registry = std::make_unique<TagRegistry>();
    auto opened = HistoryWriter::open({m_folder, kRotateAt}, *m_registry);
    QVERIFY2(opened.ok(), opened.ok() ? "" : opened.error().detail.c_str());
    m_writer = std::move(opened).value();
    for (std::uint32_t i = 0; i < kTags; ++i)
        m_registry->intern("tag/" + std::to_string(i));
}

std::int64_t TestHistoryProperty::randomTime()
{
    return kStart + static_cast<std::int64_t>(upTo(static_cast<std::uint64_t>(m_now - kStart) + 1));
}

Sample TestHistoryProperty::randomSample()
{
    Sample sample;
    sample.tag = {static_cast<std::uint32_t>(upTo(kTags))};
    const std::uint64_t lateness = upTo(20);
    m_now += static_cast<std::int64_t>(upTo(3)) * 500;
    std::int64_t time = m_now;
    if (lateness == 0)
        time = randomTime() / 1000 * 1000;
    else if (lateness < 4)
        time -= static_cast<std::int64_t>(upTo(20)) * 500;
    sample.time = timestampFromMicroseconds(time);
    sample.value = static_cast<double>(upTo(400)) / 4.0 - 50.0;
    if (sample.tag.value == 2)
        sample.value = std::sin(static_cast<double>(upTo(1000)));
    if (upTo(30) == 0)
        sample.quality = Quality::bad(Quality::Reason::SourceStatus);
    std::uint8_t flags = upTo(8) == 0 ? SampleFlags::kRedelivered : 0;
    if (sample.tag.value == 3 && upTo(3) == 0) {
        sample.value = 0.0;
        sample.side = "text " + std::to_string(upTo(3));
        sample.flags = SampleFlags::make(SampleFlags::Kind::Text, flags);
    } else if (sample.tag.value == 4 && upTo(4) == 0) {
        const std::uint64_t exact = ~upTo(1000);
        sample.value = static_cast<double>(exact);
        sample.side = exact;
        sample.flags = SampleFlags::make(SampleFlags::Kind::Integer, flags);
    } else {
        sample.flags = {flags};
    }
    return sample;
}

SampleBatchPtr TestHistoryProperty::randomBatch()
{
    auto batch = std::make_shared<SampleBatch>();
    const std::uint64_t count = 1 + upTo(upTo(5) == 0 ? 1500 : 60);
    for (std::uint64_t i = 0; i < count; ++i)
        batch->append(randomSample());
    return batch;
}

void TestHistoryProperty::write()
{
    const SampleBatchPtr batch = randomBatch();
    QVERIFY(m_writer->append(batch).ok());
    m_model.add(*batch);
    if (upTo(3) == 0)
        return;
    HistoryTotals counted;
    counted.messages = m_position;
    counted.counters["taken"] = m_position * 3;
    QVERIFY(m_writer->commit({++m_position}, counted).ok());
}

void TestHistoryProperty::sealSome(std::size_t steps)
{
    for (std::size_t i = 0; i < steps; ++i) {
        const Result<bool> more = m_writer->maintain();
        QVERIFY2(more.ok(), more.ok() ? "" : more.error().detail.c_str());
        if (!more.value())
            return;
    }
}

void TestHistoryProperty::compareTag(HistoryReader &reader, TagId tag)
{
    std::int64_t from = randomTime() - 1000;
    std::int64_t to = randomTime() + 1000;
    if (upTo(4) == 0) {
        from = kStart - 5000;
        to = m_now + 5000;
    }
    if (from > to)
        std::swap(from, to);
    const TimeRange range {timestampFromMicroseconds(from), timestampFromMicroseconds(to)};
    std::vector<Sample> scanned;
    QVERIFY(reader
                .scan(tag, range,
                      [&scanned](const Sample &sample) {
                          scanned.push_back(sample);
                          return true;
                      })
                .ok());
    const std::vector<Sample> expected = m_model.samples(tag, range);
    QVERIFY(isSame(scanned, expected));
    const int pixels = 1 + static_cast<int>(upTo(200));
    const Result<TrendRange> trend = reader.range(tag, range, pixels);
    QVERIFY(trend.ok());
    if (trend->isDense()) {
        QVERIFY(expected.size() > static_cast<std::size_t>(pixels));
        const auto columns = m_model.columns(tag, range, pixels);
        QCOMPARE(trend->columns.size(), columns.size());
        for (std::size_t i = 0; i < columns.size(); ++i)
            QVERIFY2(isSame(trend->columns[i], columns[i]), std::to_string(i).c_str());
    } else {
        QVERIFY(isSame(trend->samples, expected));
    }
    const auto before = m_model.valueAt(tag, range.from - std::chrono::microseconds(1));
    QCOMPARE(trend->before.has_value(), before.has_value());
    QVERIFY(!before || isSame(*trend->before, *before));
    const auto at = reader.valueAt(tag, range.to);
    const auto expectedAt = m_model.valueAt(tag, range.to);
    QVERIFY(at.ok() && at->has_value() == expectedAt.has_value());
    QVERIFY(!expectedAt || isSame(*at.value(), *expectedAt));
}

void TestHistoryProperty::compare(HistoryReader &reader)
{
    for (std::uint32_t tag = 0; tag < kTags; ++tag) {
        compareTag(reader, {tag});
        if (QTest::currentTestFailed())
            return;
    }
    const auto last = reader.lastValues();
    QVERIFY(last.ok());
    QVERIFY(isSame(last.value(), m_model.lastValues()));
    const auto extent = reader.extent();
    QVERIFY(extent.ok());
    QCOMPARE(extent.value(), m_model.extent());
}

void TestHistoryProperty::answersEqualTheModel()
{
    bool hasSeed = false;
    auto seed = static_cast<unsigned>(qEnvironmentVariableIntValue("TELLTALE_SEED", &hasSeed));
    if (!hasSeed)
        seed = std::random_device {}();
    qInfo("seed %u", seed);
    m_random.seed(seed);
    bool hasRounds = false;
    int rounds = qEnvironmentVariableIntValue("TELLTALE_ROUNDS", &hasRounds);
    if (!hasRounds)
        rounds = 400;
    QTemporaryDir folder;
    m_folder = folder.path().toStdString();
    m_now = kStart;
    openWriter();
    auto reader = HistoryReader::open(m_folder);
    QVERIFY(reader.ok());
    for (int round = 0; round < rounds && !QTest::currentTestFailed(); ++round) {
        write();
        if (upTo(3) == 0)
            sealSome(upTo(10));
        if (upTo(10) == 0)
            compare(*reader.value());
        if (upTo(60) == 0) {
            QVERIFY(m_writer->commit({++m_position}, {}).ok());
            if (upTo(2) == 0)
                QVERIFY(m_writer->settle(std::chrono::milliseconds(upTo(2) * 1000)).ok());
            m_writer.reset();
            compare(*reader.value()); // now it follows the log
            openWriter();
        }
    }
    if (QTest::currentTestFailed())
        return;
    QVERIFY(m_writer->commit({++m_position}, {}).ok());
    compare(*reader.value());
    QCOMPARE(m_writer->totals().position.offset, m_position);
    const std::vector<std::string> files = historyFiles(m_folder);
    QVERIFY(files.size() > 1);
    const auto oldest = HistoryFile::open(files.front());
    QVERIFY(oldest.ok() && hasPack(oldest.value()->database()).value());
    // Late duplicates of what is sealed are taken off when they are sealed themselves.
    QVERIFY(m_writer->totals().samples >= m_model.size());
}

QTEST_GUILESS_MAIN(TestHistoryProperty)
#include "tst_history_property.moc"
