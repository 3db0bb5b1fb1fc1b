#include "data/history/chunk_store.h"
#include "data/history/history_schema.h"

#include <QTemporaryDir>
#include <QTest>

using namespace telltale;

/// How chunks of a tag lie in rows of table `chunk`.
class TestChunkStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void chunksShareRows();
    void lateChunksKeepTheOrder();
    void rowsSayWhatIsTrueOfAll();
    void damagedPartsAreSeen();

private:
    void store(std::int64_t first, std::int64_t samples);
    std::vector<ChunkSummary> chunks();
    std::int64_t rows();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<ChunkStore> m_store;
};

namespace {

constexpr TagId kTag {5};
constexpr std::int64_t kAll = std::numeric_limits<std::int64_t>::max();

} // namespace

void TestChunkStore::init()
{
    m_store.reset();
    m_database.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_database = std::make_unique<Database>(
        openHistoryForWriting(m_folder->filePath(QStringLiteral("history-0001.db")).toStdString())
            .value());
    m_store = std::make_unique<ChunkStore>(ChunkStore::open(*m_database).value());
}

/// One sample a time unit, its value is its time.
void TestChunkStore::store(std::int64_t first, std::int64_t samples)
{
    SampleColumns columns;
    for (std::int64_t time = first; time < first + samples; ++time)
        columns.append(time, static_cast<double>(time), {}, {});
    const Result<CommonSamples> stored = m_store->store(kTag, columns);
    QVERIFY(stored.ok());
    QCOMPARE(stored->times, std::size_t {0});
}

std::vector<ChunkSummary> TestChunkStore::chunks()
{
    std::vector<ChunkSummary> found;
    ChunkIndex index = ChunkIndex::open(*m_database).value();
    for (auto chunk = index.after(kTag, -1); chunk.ok() && chunk.value();
         chunk = index.after(kTag, found.back().first))
        found.push_back(chunk.value()->summary);
    return found;
}

std::int64_t TestChunkStore::rows()
{
    Statement count = m_database->prepare("SELECT count(*) FROM chunk").value();
    return count.step().ok() ? count.integer(0) : -1;
}

void TestChunkStore::chunksShareRows()
{
    for (std::int64_t i = 0; i < 200; ++i)
        store(i * 600, 600);
    QCOMPARE(rows(), 4);
    const std::vector<ChunkSummary> found = chunks();
    QCOMPARE(found.size(), std::size_t {200});
    for (std::size_t i = 0; i < found.size(); ++i)
        QCOMPARE(found[i].first, static_cast<std::int64_t>(i) * 600);
}

void TestChunkStore::lateChunksKeepTheOrder()
{
    for (std::int64_t i = 0; i < 100; ++i)
        store(i * 2000 + 1000, 600);
    for (std::int64_t i = 99; i >= 0; i -= 3)
        store(i * 2000, 400);
    const std::vector<ChunkSummary> found = chunks();
    std::int64_t samples = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
        samples += found[i].count;
        QVERIFY(i == 0 || found[i].first > found[i - 1].last);
    }
    QCOMPARE(samples, 100 * 600 + 34 * 400);
}

void TestChunkStore::rowsSayWhatIsTrueOfAll()
{
    for (std::int64_t i = 0; i < 10; ++i)
        store(i * 600, 600);
    ChunkIndex index = ChunkIndex::open(*m_database).value();
    std::vector<ChunkSummary> rows;
    const Outcome read
        = index.rows(kTag, 0, kAll, [&rows](const ChunkIndex::Row &row) -> Result<bool> {
              rows.push_back(row.whole.summary);
              return true;
          });
    QVERIFY(read.ok());
    QCOMPARE(rows.size(), std::size_t {1});
    const ChunkSummary &all = rows.front();
    QCOMPARE(all.first, 0);
    QCOMPARE(all.last, 5999);
    QCOMPARE(all.count, 6000U);
    QCOMPARE(all.firstValue, 0.0);
    QCOMPARE(all.lastValue, 5999.0);
    QCOMPARE(all.min, 0.0);
    QCOMPARE(all.max, 5999.0);
    QCOMPARE(all.sum, 5999.0 * 6000.0 / 2.0);
}

void TestChunkStore::damagedPartsAreSeen()
{
    for (std::int64_t i = 0; i < 10; ++i)
        store(i * 600, 600);
    QVERIFY(m_database
                ->execute("UPDATE chunk SET parts=CAST(substr(parts,1,20)||x'07'"
                          "||substr(parts,22) AS BLOB)")
                .ok());
    ChunkIndex index = ChunkIndex::open(*m_database).value();
    const auto found = index.upTo(kTag, 100);
    QVERIFY(!found.ok());
    QCOMPARE(found.error().code, Error::Code::Damaged);
}

QTEST_GUILESS_MAIN(TestChunkStore)
#include "tst_chunk_store.moc"
