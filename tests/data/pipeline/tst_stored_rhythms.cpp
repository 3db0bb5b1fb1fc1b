#include "data/pipeline/stored_rhythms.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace telltale;

class TestStoredRhythms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anEmptyFolderKnowsNothing();
    void newestTimesComeOldestFirst();
    void whatABrokerHadKeptIsPassedOver();
    void filesAreLetGoBetweenQuestions();
    void lookUpsAreLimited();

private:
    void write(std::int64_t from, std::int64_t to, std::uint8_t flags = 0);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::string m_path;
    std::unique_ptr<TagRegistry> m_registry;
    std::unique_ptr<HistoryWriter> m_writer;
    std::uint64_t m_position = 0;
};

namespace {

constexpr TagId kTag {0};

} // namespace

void TestStoredRhythms::init()
{
    m_writer.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->path().toStdString();
    m_registry = std::make_unique<TagRegistry>();
    m_registry->intern("plant/pump/flow");
    m_position = 0;
    m_writer = HistoryWriter::open({m_path}, *m_registry).value();
}

/// A sample every microsecond.
void TestStoredRhythms::write(std::int64_t from, std::int64_t to, std::uint8_t flags)
{
    auto batch = std::make_shared<SampleBatch>();
    for (std::int64_t time = from; time < to; ++time)
        batch->append(kTag, timestampFromMicroseconds(time), 1.0, {}, {flags});
    QVERIFY(m_writer->append(batch).ok());
    QVERIFY(m_writer->commit({++m_position}, {}).ok());
}

void TestStoredRhythms::anEmptyFolderKnowsNothing()
{
    const QTemporaryDir folder;
    StoredRhythms rhythms(folder.path().toStdString());
    QVERIFY(rhythms.lastValues().empty());
    QVERIFY(rhythms.timesOf(kTag, 1000).empty());
}

void TestStoredRhythms::newestTimesComeOldestFirst()
{
    write(0, 100);
    StoredRhythms rhythms(m_path);
    QCOMPARE(rhythms.lastValues().size(), std::size_t {1});
    const std::vector<std::int64_t> times = rhythms.timesOf(kTag, 50);
    QCOMPARE(times.size(), StoredRhythms::kMostTimes);
    QCOMPARE(times.back(), std::int64_t {50});
    QCOMPARE(times.front(), std::int64_t {50} - static_cast<std::int64_t>(times.size()) + 1);
    QVERIFY(std::is_sorted(times.begin(), times.end()));
}

void TestStoredRhythms::whatABrokerHadKeptIsPassedOver()
{
    write(10, 14);
    write(20, 22, SampleFlags::kRetained);
    write(30, 32, SampleFlags::kHistorical);
    StoredRhythms rhythms(m_path);
    const std::vector<std::int64_t> expected {10, 11, 12, 13};
    QVERIFY(rhythms.timesOf(kTag, 1000) == expected);
}

void TestStoredRhythms::filesAreLetGoBetweenQuestions()
{
    write(0, 10);
    m_writer.reset(); // SQLite keeps what others close open as long as it is
    const auto open = [] {
        const QDir files(QStringLiteral("/proc/self/fd"));
        return files.entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System).size();
    };
    const auto before = open();
    StoredRhythms rhythms(m_path);
    QCOMPARE(rhythms.timesOf(kTag, 1000).size(), StoredRhythms::kMostTimes);
    QVERIFY(open() > before);
    rhythms.letGo();
    QCOMPARE(open(), before);
    QCOMPARE(rhythms.timesOf(kTag, 1000).size(), StoredRhythms::kMostTimes);
}

void TestStoredRhythms::lookUpsAreLimited()
{
    write(0, 10);
    write(10, 1000, SampleFlags::kRetained);
    StoredRhythms rhythms(m_path);
    QVERIFY(rhythms.timesOf(kTag, 1000).empty());
}

QTEST_GUILESS_MAIN(TestStoredRhythms)
#include "tst_stored_rhythms.moc"
