#include "data/history/history_reader.h"
#include "data/pipeline/redecode_stored.h"
#include "data/sources/raw_journal.h"
#include "data/storage/file.h"
#include "tests/data/pipeline/river.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace telltale;
using namespace telltale::test;

/// Messages of the raw journal are decoded once more, as their connection says now.
class TestRedecode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anotherMappingGivesItsTags();
    void whatIsStoredAlreadyChangesNothing();
    void anotherValueGivesWay();
    void whatIsRolledUpIsNotStoredAgain();
    void onlyTheWantedTimeIsDecoded();
    void laterMessageOfTheSameTimeStaysTheNewest();
    void ownedDataAreLeftAlone();
    void folderWithoutAJournalSaysSo();

private:
    void append(const char *topic, const std::string &payload);
    void record();
    Redecode::Counts redecoded(const ConnectionConfig &connection, TimeRange arrived = kAll);
    std::vector<double> stored(const char *path) const;
    Timestamp arrival(int message) const { return m_began + std::chrono::seconds(message); }

    static constexpr TimeRange kAll {Timestamp::min(), Timestamp::max()};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::string m_path;
    Timestamp m_began;
    std::unique_ptr<RawJournal> m_journal; ///< until it is recorded
    int m_messages = 0;
    ConnectionConfig m_plain; ///< its messages are decoded by the default mapping
    ConnectionConfig m_known; ///< and by all families
};

void TestRedecode::init()
{
    m_journal.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->path().toStdString();
    m_began = Clock::system().now() - std::chrono::hours(2);
    m_messages = 0;
    m_plain.name = "test";
    m_plain.families = std::vector<std::string>();
    m_known = m_plain;
    m_known.families.reset();
    QVERIFY(writeFileDurably(m_path + "/sources.json", "{\"test\":1}").ok());
}

void TestRedecode::append(const char *topic, const std::string &payload)
{
    if (!m_journal) {
        RawJournal::Options options;
        options.folder = m_path + "/journal";
        QVERIFY(makeFolder(options.folder).ok());
        auto journal = RawJournal::open(options);
        QVERIFY(journal.ok());
        m_journal = std::move(journal).value();
    }
    JournalRecord record;
    record.source = {1};
    record.arrival = arrival(m_messages++);
    record.topic = topic;
    record.payload = payload;
    QVERIFY(m_journal->append(record).ok());
}

/// As the program does that knows no families.
void TestRedecode::record()
{
    m_journal.reset();
    River river(m_folder->path());
    QVERIFY(river.openAlone({m_plain}));
    QTRY_VERIFY_WITH_TIMEOUT(river.stored() >= std::uint64_t(m_messages), 10'000);
    river.pipeline->stop();
}

Redecode::Counts TestRedecode::redecoded(const ConnectionConfig &connection, TimeRange arrived)
{
    const std::atomic<bool> stop = false;
    Redecode::Counts counts;
    const Outcome done = redecodeStored(
        {m_path, {connection}, arrived}, [](const Redecode::Counts &) {}, stop, counts);
    if (!done.ok())
        qFatal("%s", done.error().detail.c_str());
    return counts;
}

std::vector<double> TestRedecode::stored(const char *path) const
{
    std::vector<double> values;
    TagRegistry tags;
    const auto reader = HistoryReader::open(m_path);
    if (!reader.ok() || !reader.value()->loadTags(tags).ok() || !tags.find(path).isValid())
        return values;
    const Outcome read = reader.value()->scan(tags.find(path), kAll, [&](const Sample &sample) {
        values.push_back(sample.value);
        return true;
    });
    return read.ok() ? values : std::vector<double>();
}

void TestRedecode::anotherMappingGivesItsTags()
{
    append("zigbee2mqtt/kitchen", R"({"temperature":21.5,"linkquality":80})");
    append("zigbee2mqtt/kitchen", R"({"temperature":22.5,"linkquality":80})");
    record();
    QVERIFY(stored("kitchen/temperature").empty());
    const Redecode::Counts counts = redecoded(m_known);
    QCOMPARE(stored("kitchen/temperature"), (std::vector<double> {21.5, 22.5}));
    QCOMPARE(stored("zigbee2mqtt/kitchen/temperature"), (std::vector<double> {21.5, 22.5}));
    QCOMPARE(counts.messages, std::uint64_t {2});
    QVERIFY(counts.added >= 2 && counts.tags >= 1);
    QCOMPARE(counts.corrected, std::uint64_t {0});
    // Messages were counted when they came, and are not again.
    const auto reader = HistoryReader::open(m_path);
    QVERIFY(reader.ok());
    const auto totals = reader.value()->totals();
    QVERIFY(totals.ok());
    QCOMPARE(MessageCounts::fromCounters(totals->counters).decoded, std::uint64_t {2});
    QCOMPARE(redecoded(m_known).added, std::uint64_t {0});
}

void TestRedecode::whatIsStoredAlreadyChangesNothing()
{
    for (int i = 0; i < 2'000; ++i)
        append("plant/a", std::to_string(i % 700));
    append("plant/text", "on");
    record();
    const Redecode::Counts counts = redecoded(m_plain);
    QCOMPARE(counts.messages, std::uint64_t {2'001});
    QCOMPARE(counts.samples, std::uint64_t {2'001});
    QCOMPARE(counts.added, std::uint64_t {0});
    QCOMPARE(counts.corrected, std::uint64_t {0});
    QCOMPARE(stored("plant/a").size(), std::size_t {2'000});
}

void TestRedecode::anotherValueGivesWay()
{
    append("plant/a", "1");
    append("plant/a", "2");
    record();
    {
        TagRegistry tags;
        auto writer = HistoryWriter::open({m_path}, tags);
        QVERIFY(writer.ok());
        auto batch = std::make_shared<SampleBatch>();
        batch->append(tags.find("plant/a"), arrival(1), 7.0, {}, {});
        const HistoryTotals totals = writer.value()->totals();
        QVERIFY(writer.value()->append(batch).ok());
        QVERIFY(writer.value()->commit(totals.position, totals).ok());
    }
    QCOMPARE(stored("plant/a"), (std::vector<double> {1.0, 7.0}));
    const Redecode::Counts counts = redecoded(m_plain);
    QCOMPARE(counts.corrected, std::uint64_t {1});
    QCOMPARE(counts.added, std::uint64_t {0});
    QCOMPARE(stored("plant/a"), (std::vector<double> {1.0, 2.0}));
}

void TestRedecode::whatIsRolledUpIsNotStoredAgain()
{
    const std::int64_t begin = toMicroseconds(m_began - std::chrono::days(10)) / 1'000;
    for (int i = 0; i < 2'000; ++i)
        append("plant/a", "{\"ts\":" + std::to_string(begin + i * 1'000) + ",\"value\":1}");
    record();
    QCOMPARE(stored("plant/a").size(), std::size_t {2'000});
    {
        TagRegistry tags;
        auto writer = HistoryWriter::open({m_path, 1}, tags);
        QVERIFY(writer.ok());
        const auto maintain = [&writer] {
            while (writer.value()->maintain().value()) { }
        };
        maintain(); // the file is complete
        auto now = std::make_shared<SampleBatch>();
        now->append(tags.find("plant/a"), m_began + std::chrono::days(30), 2.0, {}, {});
        const HistoryTotals totals = writer.value()->totals();
        QVERIFY(writer.value()->append(now).ok());
        QVERIFY(writer.value()->commit(totals.position, totals).ok());
        RetentionPolicy policy;
        policy.rawDays = 3;
        writer.value()->retain(policy, Timestamp::max());
        maintain();
    }
    QCOMPARE(stored("plant/a"), std::vector<double> {2.0});
    const Redecode::Counts counts = redecoded(m_plain);
    QCOMPARE(counts.rolledUp, std::uint64_t {2'000});
    QCOMPARE(counts.added, std::uint64_t {0});
    QCOMPARE(stored("plant/a"), std::vector<double> {2.0});
}

void TestRedecode::onlyTheWantedTimeIsDecoded()
{
    for (const char *value : {"1", "2", "3", "4"})
        append("zigbee2mqtt/kitchen", std::string("{\"temperature\":") + value + '}');
    record();
    const Redecode::Counts counts = redecoded(m_known, {arrival(1), arrival(3)});
    QCOMPARE(counts.messages, std::uint64_t {2});
    QCOMPARE(stored("kitchen/temperature"), (std::vector<double> {2.0, 3.0}));
}

/// Both speak of the same time; only the first is wanted.
void TestRedecode::laterMessageOfTheSameTimeStaysTheNewest()
{
    const std::string time
        = std::to_string(toMicroseconds(m_began - std::chrono::hours(1)) / 1'000);
    append("plant/a", "{\"ts\":" + time + ",\"value\":1}");
    append("plant/a", "{\"ts\":" + time + ",\"value\":2}");
    record();
    QCOMPARE(stored("plant/a"), (std::vector<double> {2.0}));
    (void)redecoded(m_plain, {arrival(0), arrival(1)});
    QCOMPARE(stored("plant/a"), (std::vector<double> {2.0}));
}

void TestRedecode::ownedDataAreLeftAlone()
{
    append("plant/a", "1");
    record();
    const Result<FolderLock> lock = FolderLock::take(m_path);
    QVERIFY(lock.ok());
    const std::atomic<bool> stop = false;
    Redecode::Counts counts;
    const Outcome done = redecodeStored(
        {m_path, {m_known}}, [](const Redecode::Counts &) {}, stop, counts);
    QVERIFY(!done.ok() && done.error().code == Error::Code::Busy);
    QVERIFY2(done.error().detail.find("end that one") != std::string::npos,
             done.error().detail.c_str());
}

void TestRedecode::folderWithoutAJournalSaysSo()
{
    const std::atomic<bool> stop = false;
    Redecode::Counts counts;
    const Outcome done = redecodeStored(
        {m_path, {m_known}}, [](const Redecode::Counts &) {}, stop, counts);
    QVERIFY(!done.ok() && done.error().code == Error::Code::NotFound);
}

QTEST_GUILESS_MAIN(TestRedecode)
#include "tst_redecode.moc"
