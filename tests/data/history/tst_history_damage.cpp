#include "data/history/history_check.h"
#include "data/history/history_reader.h"
#include "data/history/history_schema.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace telltale;

/// Something stored cannot be read: the rest is written and read on, and the damage is said.
class TestHistoryDamage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void lateSampleOfADamagedChunkStopsNobody();

private:
    void open(std::uint64_t rotateAt);
    void write(TagId tag, std::int64_t from, std::int64_t to);
    void maintain();
    bool damageChunkOf(const std::string &file, TagId tag);
    std::string wordsOfCheck() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::string m_path;
    std::unique_ptr<TagRegistry> m_registry;
    std::unique_ptr<HistoryWriter> m_writer;
    std::vector<HistoryNote> m_notes;
    std::uint64_t m_position = 0;
};

namespace {

constexpr std::uint64_t kOneFile = std::uint64_t {1} << 40U; ///< bytes
constexpr TagId kDamaged {0};
constexpr TagId kOther {1};

Timestamp second(std::int64_t index)
{
    return timestampFromMicroseconds(1'700'000'000'000'000 + index * 1'000'000);
}

} // namespace

void TestHistoryDamage::init()
{
    m_writer.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->path().toStdString();
    m_position = 0;
    m_notes.clear();
    open(kOneFile);
}

void TestHistoryDamage::open(std::uint64_t rotateAt)
{
    m_writer.reset();
    m_registry = std::make_unique<TagRegistry>();
    auto opened = HistoryWriter::open({m_path, rotateAt}, *m_registry);
    QVERIFY2(opened.ok(), opened.ok() ? "" : opened.error().detail.c_str());
    m_writer = std::move(opened).value();
    m_registry->intern("plant/damaged");
    m_registry->intern("plant/other");
}

/// Every second a sample, whose value is its second.
void TestHistoryDamage::write(TagId tag, std::int64_t from, std::int64_t to)
{
    auto batch = std::make_shared<SampleBatch>();
    for (std::int64_t i = from; i < to; ++i)
        batch->append(tag, second(i), static_cast<double>(i), {}, {});
    QVERIFY(m_writer->append(batch).ok());
    QVERIFY(m_writer->commit({++m_position}, {}).ok());
}

void TestHistoryDamage::maintain()
{
    for (;;) {
        const Result<bool> more = m_writer->maintain();
        QVERIFY2(more.ok(), more.ok() ? "" : more.error().detail.c_str());
        for (HistoryNote &note : m_writer->takeNotes())
            m_notes.push_back(std::move(note));
        if (!more.value())
            return;
    }
}

/// All chunks of the tag end too early.
bool TestHistoryDamage::damageChunkOf(const std::string &file, TagId tag)
{
    auto database = Database::open(file, Database::Mode::ReadWrite);
    return database.ok()
        && database
               ->execute("UPDATE block SET data=substr(data,1,length(data)-1)"
                         " WHERE id IN (SELECT block FROM chunk WHERE tag="
                         + std::to_string(tag.value) + ")")
               .ok();
}

std::string TestHistoryDamage::wordsOfCheck() const
{
    std::string words;
    HistoryCheck check(
        m_path,
        [this, &words](const Damage &damage) {
            words += damage.file.substr(m_path.size() + 1) + " [" + damage.tag + "] " + damage.what
                + '\n';
        },
        [](std::uint64_t, std::uint64_t) {}, nullptr);
    return check.run().ok() ? words : "no end";
}

void TestHistoryDamage::lateSampleOfADamagedChunkStopsNobody()
{
    write(kDamaged, 0, 500);
    write(kOther, 0, 500);
    QVERIFY(m_writer->settle(std::chrono::minutes(1)).ok());
    m_writer.reset();
    const std::string file = historyFiles(m_path).back();
    QVERIFY(damageChunkOf(file, kDamaged));
    open(kOneFile);
    auto late = std::make_shared<SampleBatch>();
    late->append(kDamaged, second(100) + std::chrono::microseconds(1), -1.0, {}, {});
    QVERIFY(m_writer->append(late).ok());
    write(kDamaged, 500, 1200); // full: it is to be sealed
    write(kOther, 500, 1200);
    maintain();
    QVERIFY(m_writer->settle(std::chrono::minutes(1)).ok());
    // Both tags are sealed, into the file that follows, and nothing waits any more.
    const std::vector<std::string> files = historyFiles(m_path);
    QCOMPARE(files.size(), std::size_t {2});
    auto newest = HistoryFile::open(files.back());
    QVERIFY(newest.ok());
    for (const TagId tag : {kDamaged, kOther})
        QCOMPARE(newest.value()->newestAt(tag, toMicroseconds(second(5000))).value()->value,
                 1199.0);
    const auto found = newest.value()->newestAt(kDamaged, toMicroseconds(second(101)));
    QCOMPARE(found.value()->value, -1.0);
    // The damage is said at once, names its tag, and stays where a check finds it.
    QVERIFY(!m_notes.empty());
    QVERIFY(m_notes.front().isDamage);
    QCOMPARE(m_notes.front().file, file);
    QVERIFY(m_notes.front().words.find("plant/damaged") != std::string::npos);
    const std::string words = wordsOfCheck();
    QVERIFY2(words.starts_with("history-0001.db [plant/damaged]"), words.c_str());
}

QTEST_GUILESS_MAIN(TestHistoryDamage)
#include "tst_history_damage.moc"
