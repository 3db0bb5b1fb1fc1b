#include "data/history/history_check.h"
#include "data/history/history_reader.h"
#include "data/history/history_schema.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace telltale;

/// Something stored cannot be read: the rest is written and read on, and the damage is said.
class TestHistoryDamage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void lateSampleOfADamagedChunkStopsNobody();
    void olderFileThatCannotBeOpenedIsLeftOut_data();
    void olderFileThatCannotBeOpenedIsLeftOut();
    void newestFileThatIsDamagedIsLeftOut();
    void chunkThatCannotBeReadIsLeftOut();
    void openFileThatIsOverwrittenIsLeft_data();
    void openFileThatIsOverwrittenIsLeft();
    void whatIsWrittenFindsTheDamageItself();
    void gapsAreCountedOnceThoughTheirFileIsLeft();

private:
    void open(std::uint64_t rotateAt);
    void write(TagId tag, std::int64_t from, std::int64_t to);
    void maintain();
    bool commit() { return m_writer->commit({++m_position}, {}).ok(); }
    bool writeOn(TagId tag, std::int64_t from, std::int64_t to);
    void writeThreeFiles();
    static std::size_t countOf(HistoryReader &reader, TagId tag);
    static bool overwrite(const std::string &path, qint64 from);
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
constexpr TimeRange kAll {Timestamp::min(), Timestamp::max()};
constexpr TagId kDamaged {0};
constexpr TagId kOther {1};

Timestamp second(std::int64_t index)
{
    return timestampFromMicroseconds(1'700'000'000'000'000 + index * 1'000'000);
}

/// Every second a sample that takes its room.
SampleBatchPtr noise(TagId tag, std::int64_t from, std::int64_t to)
{
    auto batch = std::make_shared<SampleBatch>();
    for (std::int64_t i = from; i < to; ++i)
        batch->append(tag, second(i), std::sin(static_cast<double>(i * i)), {}, {});
    return batch;
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

/// As the history thread does; what is said is kept.
bool TestHistoryDamage::writeOn(TagId tag, std::int64_t from, std::int64_t to)
{
    const bool isStored = m_writer->append(noise(tag, from, to)).ok() && commit();
    Result<bool> more = true;
    for (int step = 0; step < 100 && more.ok() && more.value(); ++step)
        more = m_writer->maintain();
    for (HistoryNote &note : m_writer->takeNotes())
        m_notes.push_back(std::move(note));
    return isStored && more.ok();
}

bool TestHistoryDamage::overwrite(const std::string &path, qint64 from)
{
    QFile file(QString::fromStdString(path));
    const QByteArray content(file.size() - from, 'x');
    return file.open(QFile::ReadWrite) && file.seek(from) && file.write(content) == content.size();
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
    QVERIFY(m_notes.front().kind == HistoryNote::Kind::Damage);
    QCOMPARE(m_notes.front().file, file);
    QVERIFY(m_notes.front().words.find("plant/damaged") != std::string::npos);
    const std::string words = wordsOfCheck();
    QVERIFY2(words.starts_with("history-0001.db [plant/damaged]"), words.c_str());
}

/// Three files of 1000 seconds each, and what waits in the newest.
void TestHistoryDamage::writeThreeFiles()
{
    open(1);
    for (int i = 0; i < 3; ++i) {
        write(kDamaged, i * 1000, (i + 1) * 1000);
        write(kOther, i * 1000, (i + 1) * 1000);
        QVERIFY(m_writer->settle(std::chrono::minutes(1)).ok());
        maintain();
    }
    write(kOther, 3000, 3010);
    m_writer.reset();
    QCOMPARE(historyFiles(m_path).size(), std::size_t {4});
}

std::size_t TestHistoryDamage::countOf(HistoryReader &reader, TagId tag)
{
    std::size_t count = 0;
    const Outcome scanned = reader.scan(tag, kAll, [&count](const Sample &) {
        ++count;
        return true;
    });
    return scanned.ok() ? count : 0;
}

void TestHistoryDamage::olderFileThatCannotBeOpenedIsLeftOut_data()
{
    QTest::addColumn<int>("file");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("words");
    const QByteArray noise(40'000, 'x');
    QTest::newRow("noise, the oldest")
        << 0 << noise << QByteArray("samples before 2023-11-14T22:30:00.000000Z are missing");
    QTest::newRow("noise, between others")
        << 1 << noise
        << QByteArray("samples between 2023-11-14T22:29:59.000000Z and "
                      "2023-11-14T22:46:40.000000Z are missing");
    QTest::newRow("empty") << 1 << QByteArray() << QByteArray("samples between ");
}

void TestHistoryDamage::olderFileThatCannotBeOpenedIsLeftOut()
{
    QFETCH(int, file);
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, words);
    writeThreeFiles();
    const std::string path = historyFiles(m_path)[static_cast<std::size_t>(file)];
    QFile damaged(QString::fromStdString(path));
    QVERIFY(damaged.open(QFile::WriteOnly | QFile::Truncate));
    QCOMPARE(damaged.write(content), content.size());
    damaged.close();
    const auto reader = HistoryReader::open(m_path);
    QVERIFY(reader.ok());
    TagRegistry tags;
    QVERIFY(reader.value()->loadTags(tags).ok());
    QCOMPARE(tags.find("plant/other"), kOther);
    QCOMPARE(countOf(*reader.value(), kOther), std::size_t {2010});
    QCOMPARE(reader.value()->lastValues()->size(), std::size_t {2});
    QVERIFY(reader.value()->extent().ok());
    const auto damages = reader.value()->damages();
    QCOMPARE(damages.size(), std::size_t {1});
    QCOMPARE(damages.front().file, path);
    QVERIFY2(damageWords(damages.front()).find(words.toStdString()) != std::string::npos,
             damageWords(damages.front()).c_str());
    // A curve has a gap there, with its cause.
    const auto range = reader.value()->range(kOther, {second(0), second(3000)}, 100);
    QVERIFY(range.ok());
    QCOMPARE(range->gaps.size(), std::size_t {1});
    QCOMPARE(range->gaps.front().cause, HistoryGap::Cause::DiskError);
    // Who records says it at once.
    open(kOneFile);
    maintain();
    const auto said = std::find_if(m_notes.begin(), m_notes.end(), [&](const HistoryNote &note) {
        return note.kind == HistoryNote::Kind::Damage && note.file == path;
    });
    QVERIFY(said != m_notes.end());
    QVERIFY2(said->words.find(words.toStdString()) != std::string::npos, said->words.c_str());
}

void TestHistoryDamage::newestFileThatIsDamagedIsLeftOut()
{
    writeThreeFiles();
    const std::string path = historyFiles(m_path).back();
    QFile damaged(QString::fromStdString(path));
    QVERIFY(damaged.open(QFile::ReadWrite) && damaged.write(QByteArray(4096, 'x')) > 0);
    damaged.close();
    const auto reader = HistoryReader::open(m_path);
    QVERIFY(reader.ok());
    QCOMPARE(countOf(*reader.value(), kDamaged), std::size_t {3000});
    QCOMPARE(reader.value()->damages().front().file, path);
}

void TestHistoryDamage::chunkThatCannotBeReadIsLeftOut()
{
    write(kDamaged, 0, 2000);
    write(kOther, 0, 2000);
    QVERIFY(m_writer->settle(std::chrono::minutes(1)).ok());
    m_writer.reset();
    const std::string file = historyFiles(m_path).back();
    auto database = Database::open(file, Database::Mode::ReadWrite);
    QVERIFY(database.ok());
    QVERIFY(database
                ->execute("UPDATE block SET data=x'00' WHERE id="
                          "(SELECT block FROM chunk WHERE tag=0)")
                .ok()); // the first of the row's
    const auto reader = HistoryReader::open(m_path);
    QVERIFY(reader.ok());
    QCOMPARE(countOf(*reader.value(), kOther), std::size_t {2000});
    QVERIFY(reader.value()->damages().empty());
    const std::size_t left = countOf(*reader.value(), kDamaged);
    QVERIFY(left > 1000 && left < 2000);
    const auto damages = reader.value()->damages();
    QCOMPARE(damages.size(), std::size_t {1});
    QCOMPARE(damages.front().missing.from, second(0));
    const auto at = static_cast<std::int64_t>(2000 - left);
    QCOMPARE(damages.front().missing.to, second(at - 1) + std::chrono::microseconds(1));
    QVERIFY(!reader.value()->valueAt(kDamaged, second(10))->has_value());
    QCOMPARE(reader.value()->valueAt(kDamaged, second(at))->value().value, double(at));
    const auto range = reader.value()->range(kDamaged, {second(0), second(2000)}, 2000);
    QVERIFY(range.ok());
    QCOMPARE(range->samples.size(), left);
    QCOMPARE(range->gaps.size(), std::size_t {1});
}

void TestHistoryDamage::openFileThatIsOverwrittenIsLeft_data()
{
    QTest::addColumn<qint64>("from");
    QTest::addColumn<bool>("isCut");
    QTest::addColumn<bool>("hasChunks");
    for (const bool hasChunks : {true, false}) {
        const char *suffix = hasChunks ? "" : ", young";
        QTest::addRow("all of it%s", suffix) << qint64 {0} << false << hasChunks;
        QTest::addRow("all but its first page%s", suffix)
            << qint64 {kHistoryPageSize} << false << hasChunks;
        QTest::addRow("cut to nothing%s", suffix) << qint64 {0} << true << hasChunks;
    }
}

/// In place, by somebody else, while it is written: what memory has is stored in the next file.
void TestHistoryDamage::openFileThatIsOverwrittenIsLeft()
{
    QFETCH(qint64, from);
    QFETCH(bool, isCut);
    QFETCH(bool, hasChunks);
    QVERIFY(hasChunks ? writeOn(kDamaged, 0, 30'000) && writeOn(kDamaged, 30'000, 60'000)
                      : m_writer->append(noise(kDamaged, 0, 3000)).ok() && commit());
    open(kOneFile); // all of it is in the file
    write(kOther, 0, 50);
    const std::string path = historyFiles(m_path).back();
    QVERIFY(isCut ? QFile::resize(QString::fromStdString(path), 0) : overwrite(path, from));
    for (std::int64_t i = 50; i < 20'050; i += 4'000)
        QVERIFY(writeOn(kOther, i, i + 4'000));
    // Said, kept, and recorded on.
    QCOMPARE(historyFiles(m_path).size(), std::size_t {2});
    QCOMPARE(historyFiles(m_path).front(), path);
    QVERIFY(std::any_of(m_notes.begin(), m_notes.end(), [&path](const HistoryNote &note) {
        return note.kind == HistoryNote::Kind::Damage && note.file == path;
    }));
    for (const bool isReopened : {false, true}) {
        if (isReopened)
            open(kOneFile);
        const auto reader = HistoryReader::open(m_path);
        QVERIFY(reader.ok());
        QCOMPARE(countOf(*reader.value(), kOther), std::size_t {20'050});
        if (!hasChunks) // memory had all of it
            QCOMPARE(countOf(*reader.value(), kDamaged), std::size_t {3000});
    }
}

/// The damage is found after the gap was committed: the next file has it all the same.
void TestHistoryDamage::whatIsWrittenFindsTheDamageItself()
{
    write(kOther, 0, 3000);
    open(kOneFile);
    QVERIFY(overwrite(historyFiles(m_path).back(), 0));
    const TimeRange missing {second(3000), second(3010)};
    QVERIFY(m_writer->recordGap({HistoryGap::Cause::Overload, {}, kOther, missing}).ok());
    write(kOther, 3010, 3020);
    maintain();
    QCOMPARE(historyFiles(m_path).size(), std::size_t {2});
    open(kOneFile);
    const auto reader = HistoryReader::open(m_path);
    QVERIFY(reader.ok());
    QCOMPARE(countOf(*reader.value(), kOther), std::size_t {3010});
    const auto range = reader.value()->range(kOther, {second(2900), second(3020)}, 100);
    QVERIFY(range.ok());
    QVERIFY(std::any_of(range->gaps.begin(), range->gaps.end(), [&](const HistoryGap &gap) {
        return gap.cause == HistoryGap::Cause::Overload && gap.range.from == missing.from;
    }));
}

/// A file that is left without what it had of gaps: those that go on are none more in the next.
void TestHistoryDamage::gapsAreCountedOnceThoughTheirFileIsLeft()
{
    using Cause = HistoryGap::Cause;
    HistoryGap silent {Cause::DeviceSilent, {}, kOther, {second(100), Timestamp::max()}};
    QVERIFY(m_writer->recordGap(silent).ok());
    QVERIFY(m_writer->recordGap({Cause::Overload, {}, kOther, {second(1), second(2)}}).ok());
    write(kOther, 0, 3000);
    open(kOneFile);
    QVERIFY(overwrite(historyFiles(m_path).back(), 0));
    write(kOther, 3010, 3020);
    maintain();
    QCOMPARE(historyFiles(m_path).size(), std::size_t {2});
    QCOMPARE(HistoryReader::open(m_path).value()->gaps(kAll)->size(), std::size_t {1});
    silent.range.to = second(130);
    QVERIFY(m_writer->recordGap(silent).ok());
    QVERIFY(commit());
    const GapTotals expected {{"device_silent", {1, second(130) - second(100)}},
                              {"overload", {1, second(2) - second(1)}}};
    QVERIFY(m_writer->totals().gaps == expected);
    QVERIFY(HistoryReader::open(m_path).value()->totals()->gaps == expected);
}

QTEST_GUILESS_MAIN(TestHistoryDamage)
#include "tst_history_damage.moc"
