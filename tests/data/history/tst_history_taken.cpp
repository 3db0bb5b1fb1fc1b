#include "data/history/history_reader.h"
#include "data/history/history_schema.h"
#include "tests/support/faulty_vfs.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace telltale;
using telltale::test::FaultyVfs;

/// Somebody takes the file away that history is written into.
class TestHistoryTaken : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void fileIsWrittenAnew_data();
    void fileIsWrittenAnew();
    void fileThatWentWhileItWasClosedLeavesWhatWaits_data();
    void fileThatWentWhileItWasClosedLeavesWhatWaits();

private:
    void open();
    void append(std::int64_t from, std::int64_t to);
    Outcome commit() { return m_writer->commit({++m_position}, {}); }
    bool maintain();
    std::vector<HistoryNote> notes() { return m_writer->takeNotes(); }
    std::size_t samples() const;
    QString file() const { return QString::fromStdString(historyFiles(m_path).back()); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::string m_path;
    std::unique_ptr<TagRegistry> m_registry;
    std::unique_ptr<HistoryWriter> m_writer;
    std::uint64_t m_position = 0;
};

namespace {

constexpr TimeRange kAll {Timestamp::min(), Timestamp::max()};
constexpr TagId kTag {0};

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QFile::WriteOnly) && file.write(content) == content.size();
}

} // namespace

void TestHistoryTaken::initTestCase()
{
    FaultyVfs::install();
}

void TestHistoryTaken::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->path().toStdString();
    m_position = 0;
    open();
}

void TestHistoryTaken::cleanup()
{
    FaultyVfs::heal();
    m_writer.reset();
}

void TestHistoryTaken::open()
{
    m_writer.reset();
    m_registry = std::make_unique<TagRegistry>();
    auto opened = HistoryWriter::open({m_path}, *m_registry);
    QVERIFY2(opened.ok(), opened.ok() ? "" : opened.error().detail.c_str());
    m_writer = std::move(opened).value();
    m_registry->intern("tag");
}

void TestHistoryTaken::append(std::int64_t from, std::int64_t to)
{
    auto batch = std::make_shared<SampleBatch>();
    for (std::int64_t i = from; i < to; ++i)
        batch->append(kTag, timestampFromMicroseconds(1'700'000'000'000'000 + i * 1'000'000),
                      static_cast<double>(i), {}, {});
    QVERIFY(m_writer->append(batch).ok());
}

bool TestHistoryTaken::maintain()
{
    for (int step = 0; step < 1000; ++step) {
        const Result<bool> more = m_writer->maintain();
        if (!more.ok() || !more.value())
            return more.ok();
    }
    return false;
}

std::size_t TestHistoryTaken::samples() const
{
    std::size_t found = 0;
    const auto reader = HistoryReader::open(m_path);
    const auto count = [&found](const Sample &) { return ++found > 0; };
    return reader.ok() && reader.value()->scan(kTag, kAll, count).ok() ? found : 0;
}

void TestHistoryTaken::fileIsWrittenAnew_data()
{
    QTest::addColumn<QString>("how");
    QTest::newRow("removed") << QStringLiteral("removed");
    QTest::newRow("removed with its log") << QStringLiteral("removed with its log");
    QTest::newRow("renamed") << QStringLiteral("renamed");
    QTest::newRow("replaced") << QStringLiteral("replaced");
}

/// In chunks, in the log and in the running group: nothing is lost, and it is said.
void TestHistoryTaken::fileIsWrittenAnew()
{
    QFETCH(const QString, how);
    append(0, 2000);
    QVERIFY(commit().ok() && maintain());
    append(2000, 2010);
    QVERIFY(commit().ok());
    const QString taken = file();
    if (how == QLatin1String("renamed"))
        QVERIFY(QFile::rename(taken, taken + QStringLiteral(".away")));
    else
        QVERIFY(QFile::remove(taken));
    if (how == QLatin1String("removed with its log"))
        QVERIFY(QFile::remove(taken + QStringLiteral("-wal")));
    if (how == QLatin1String("replaced"))
        QVERIFY(write(taken, QByteArray(4096, 'x')));
    append(2010, 2020);
    QVERIFY(commit().ok());
    QCOMPARE(samples(), std::size_t {2020});
    const std::vector<HistoryNote> said = notes();
    QVERIFY(!said.empty());
    QCOMPARE(said.back().kind, HistoryNote::Kind::Gone);
    QCOMPARE(QString::fromStdString(said.back().file), taken);
    QVERIFY(said.back().remedy.empty()); // nothing needs to be done
    QVERIFY(file() != taken);
    if (how != QLatin1String("replaced")) // nothing that would be taken for a log of another one
        QVERIFY(!QFile::exists(taken + QStringLiteral("-wal")));

    append(2020, 4000);
    QVERIFY(commit().ok() && maintain());
    QVERIFY(notes().empty());
    open();
    QCOMPARE(m_writer->totals().samples, std::uint64_t {4000});
    QCOMPARE(m_writer->totals().position.offset, m_position);
    QCOMPARE(samples(), std::size_t {4000});
}

void TestHistoryTaken::fileThatWentWhileItWasClosedLeavesWhatWaits_data()
{
    QTest::addColumn<QString>("how");
    QTest::newRow("removed") << QStringLiteral("removed");
    QTest::newRow("another one is there") << QStringLiteral("another one is there");
    QTest::newRow("noise is there") << QStringLiteral("noise is there");
    QTest::newRow("noise is there, with the log") << QStringLiteral("noise is there, with the log");
}

/// After a failed sync a file is closed: what the memory has goes into the next one, at once.
void TestHistoryTaken::fileThatWentWhileItWasClosedLeavesWhatWaits()
{
    QFETCH(const QString, how);
    const QString spare = m_folder->filePath(QStringLiteral("spare"));
    append(0, 100);
    QVERIFY(commit().ok());
    append(100, 200);
    FaultyVfs::plan(FaultyVfs::Fault::SyncError, 0, 1);
    QVERIFY(!commit().ok());
    FaultyVfs::heal();
    const QString taken = file();
    QVERIFY(QFile::rename(taken, spare));
    if (!how.endsWith(QLatin1String("with the log")))
        QFile::remove(taken + QStringLiteral("-wal"));
    if (how == QLatin1String("another one is there")) { // from before anything was stored
        const auto older = openHistoryForWriting(taken.toStdString());
        QVERIFY(older.ok());
    }
    if (how.startsWith(QLatin1String("noise")))
        QVERIFY(write(taken, QByteArray(4096, 'x')));
    QVERIFY(commit().ok() && maintain());
    const std::vector<HistoryNote> said = notes();
    QVERIFY(std::any_of(said.begin(), said.end(), [](const HistoryNote &note) {
        return note.kind == HistoryNote::Kind::Gone && !note.remedy.empty();
    }));
    open();
    QCOMPARE(samples(), std::size_t {200});
    QCOMPARE(m_writer->totals().samples, std::uint64_t {200});
}

QTEST_GUILESS_MAIN(TestHistoryTaken)
#include "tst_history_taken.moc"
