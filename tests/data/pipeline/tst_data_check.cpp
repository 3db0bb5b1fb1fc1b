#include "data/alarms/alarm_service.h"
#include "data/alarms/alarm_store.h"
#include "data/history/history_schema.h"
#include "data/pipeline/data_check.h"
#include "data/storage/file.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <bit>
#include <filesystem>
#include <fstream>
#include <random>
#include <thread>

using namespace telltale;
namespace fs = std::filesystem;

/// What is stored and whole is called whole; what was changed is found, or changed nothing.
class TestDataCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void wholeDataHaveNoDamage();
    void writerAtWorkIsNoDamage();
    void noDataAreWhole();
    void changesAreNamed_data();
    void changesAreNamed();
    void changedEntryOfTheAlarmJournalIsNamed();
    void damagedLogIsFoundEachTime();
    void randomMutationsAreFound();

private:
    std::string copied(int round) const;

    QTemporaryDir m_folder;
    std::string m_whole; ///< a data folder with rotated files, a log and a write-ahead log
};

namespace {

constexpr std::uint32_t kTags = 6;
constexpr int kSamplesPerTag = 6'000;
constexpr int kLogged = 1'000; ///< more that stay in the log

std::vector<Damage> damagesOf(const std::string &folder, DataCheck::Counts *counts = nullptr)
{
    std::vector<Damage> damages;
    DataCheck check(
        folder, [&damages](const Damage &damage) { damages.push_back(damage); },
        [](std::uint64_t done, std::uint64_t total) { QVERIFY(done <= total); });
    if (!check.run().ok())
        qFatal("the check was stopped");
    if (counts)
        *counts = check.counts();
    return damages;
}

QByteArray wordsOf(const std::vector<Damage> &damages)
{
    std::string words;
    for (const Damage &damage : damages)
        words += fs::path(damage.file).filename().string() + ": " + damage.what + " [" + damage.tag
            + "]\n";
    return QByteArray::fromStdString(words);
}

/// A group of each tag's next samples: numbers that wander, texts, bad ones, late ones.
SampleBatchPtr group(std::mt19937_64 &random, int begin, int end)
{
    auto batch = std::make_shared<SampleBatch>();
    for (int i = begin; i < end; ++i) {
        for (std::uint32_t tag = 0; tag < kTags; ++tag) {
            const int at = random() % 50 == 0 ? i / 2 : i; // late, and often another value
            const Timestamp time = timestampFromMicroseconds((at + 1'000'000LL) * 1'000'000 + tag);
            const auto value = static_cast<double>(random() % 1000) / 8.0;
            if (tag == 5)
                batch->appendWithSide({tag}, time, 0.0, {},
                                      SampleFlags::make(SampleFlags::Kind::Text),
                                      "state " + std::to_string(random() % 7));
            else
                batch->append({tag}, time, value,
                              random() % 40 == 0 ? Quality::bad(Quality::Reason::Stale) : Quality(),
                              {});
        }
    }
    return batch;
}

void writeAlarms(const std::string &folder)
{
    auto store = AlarmStore::open(folder + "/alarms.db");
    QVERIFY(store.ok());
    for (int i = 0; i < 200; ++i) {
        AlarmCommit commit;
        AlarmJournalEntry entry;
        entry.time = timestampFromMicroseconds(i * 1'000'000LL);
        entry.eventTime = entry.time;
        entry.hasEventTime = true;
        entry.type = "ANN";
        entry.alarm = "alarm " + std::to_string(i % 9);
        entry.text = "something happened";
        commit.entries = {entry};
        QVERIFY(store.value()->commit(commit).ok());
    }
}

void add(std::string &all, const Sample &sample)
{
    all += std::to_string(sample.tag.value) + ' ' + std::to_string(toMicroseconds(sample.time))
        + ' ' + std::to_string(std::bit_cast<std::uint64_t>(sample.value)) + ' '
        + std::to_string(sample.quality.bits) + ' ' + std::to_string(sample.flags.bits);
    if (const auto *text = std::get_if<std::string>(&sample.side))
        all += ' ' + *text;
    all += '\n';
}

/// All samples and alarm entries that can be read, as one text.
std::string contentOf(const std::string &folder)
{
    std::string all;
    auto reader = HistoryReader::open(folder);
    if (!reader.ok())
        return "unreadable";
    for (std::uint32_t tag = 0; tag < kTags; ++tag) {
        const Outcome scanned = reader.value()->scan({tag}, {Timestamp::min(), Timestamp::max()},
                                                     [&all](const Sample &sample) {
                                                         add(all, sample);
                                                         return true;
                                                     });
        if (!scanned.ok())
            return "unreadable";
    }
    auto alarms = AlarmReader::open(folder);
    if (!alarms.ok())
        return "unreadable";
    const auto entries = alarms.value()->journal({Timestamp::min(), Timestamp::max()}, 1'000);
    if (!entries.ok())
        return "unreadable";
    for (const AlarmJournalEntry &entry : entries.value())
        all += std::to_string(entry.sequence) + entry.type + entry.alarm + entry.text + '\n';
    return all;
}

/// Changes some bytes of a file; returns what it did.
std::string mutate(const std::string &path, std::mt19937_64 &random)
{
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    const std::uint64_t size = fs::file_size(path);
    const std::uint64_t at = random() % size;
    const bool mayCut = !path.ends_with("-wal"); // a shorter log is an earlier one
    const std::uint64_t kind = random() % (mayCut ? 4 : 3);
    file.seekg(static_cast<std::streamoff>(at));
    const int byte = file.get();
    file.seekp(static_cast<std::streamoff>(at));
    if (kind == 0) {
        file.put(static_cast<char>(byte ^ (1 << (random() % 8))));
    } else if (kind == 1) {
        for (std::uint64_t i = at; i < std::min(size, at + 16); ++i)
            file.put(static_cast<char>(random()));
    } else if (kind == 2) {
        file.seekp(static_cast<std::streamoff>(at / 512 * 512));
        for (std::uint64_t i = at / 512 * 512; i < std::min(size, at / 512 * 512 + 512); ++i)
            file.put('\0');
    } else {
        file.close();
        fs::resize_file(path, at);
    }
    return fs::path(path).filename().string() + " kind " + std::to_string(kind) + " at "
        + std::to_string(at) + " of " + std::to_string(size);
}

std::vector<std::string> storedFiles(const std::string &folder)
{
    std::vector<std::string> files;
    for (const auto &entry : fs::directory_iterator(folder)) {
        if (entry.file_size() > 0 && !entry.path().string().ends_with("-shm"))
            files.push_back(entry.path().string());
    }
    std::sort(files.begin(), files.end());
    return files;
}

int fromEnvironment(const char *name, int otherwise)
{
    return qEnvironmentVariableIsSet(name) ? qEnvironmentVariableIntValue(name) : otherwise;
}

} // namespace

/// Copied while the writer lives, so that its write-ahead log is there.
void TestDataCheck::initTestCase()
{
    const std::string live = m_folder.filePath(QStringLiteral("live")).toStdString();
    TagRegistry registry;
    for (std::uint32_t tag = 0; tag < kTags; ++tag)
        registry.intern("plant/tag " + std::to_string(tag));
    auto writer = HistoryWriter::open({live, 160'000}, registry);
    QVERIFY(writer.ok());
    const Timestamp began = timestampFromMicroseconds(1'000'000LL * 1'000'000);
    for (const auto cause : {HistoryGap::Cause::ProgramOff, HistoryGap::Cause::SourceDisconnected,
                             HistoryGap::Cause::DeviceSilent, HistoryGap::Cause::PayloadRejected,
                             HistoryGap::Cause::DiskError, HistoryGap::Cause::Overload,
                             HistoryGap::Cause::SwitchedOff})
        QVERIFY(writer.value()
                    ->recordGap({cause, {1}, {}, {began, began + std::chrono::seconds(5)}})
                    .ok());
    std::mt19937_64 random(5);
    for (int i = 0; i < kSamplesPerTag; i += 100) {
        if (i % 1'000 == 500) { // the end of a writer brings its log into the file
            writer.value().reset();
            const bool mayRotate = i < kSamplesPerTag / 2; // older files are packed, the newest not
            writer = HistoryWriter::open({live, mayRotate ? 160'000U : 4'000'000'000U}, registry);
            QVERIFY(writer.ok());
        }
        QVERIFY(writer.value()->append(group(random, i, i + 100)).ok());
        QVERIFY(writer.value()->commit({static_cast<std::uint64_t>(i)}, {}).ok());
        for (;;) {
            const Result<bool> more = writer.value()->maintain();
            QVERIFY(more.ok());
            if (!more.value())
                break;
        }
    }
    QVERIFY(writer.value()
                ->recordGap({HistoryGap::Cause::ProgramOff, {}, {}, {Timestamp::min(), {}}})
                .ok());
    for (int i = kSamplesPerTag; i < kSamplesPerTag + kLogged; i += 100) {
        QVERIFY(writer.value()->append(group(random, i, i + 100)).ok());
        QVERIFY(writer.value()->commit({static_cast<std::uint64_t>(i)}, {}).ok());
    }
    writeAlarms(live);
    m_whole = m_folder.filePath(QStringLiteral("whole")).toStdString();
    fs::copy(live, m_whole, fs::copy_options::recursive);
    QVERIFY(historyFiles(m_whole).size() > 1);
    QVERIFY(fs::file_size(historyFiles(m_whole).back() + "-wal") > 50'000);
}

std::string TestDataCheck::copied(int round) const
{
    const std::string folder = m_folder.filePath(QString::number(round)).toStdString();
    fs::copy(m_whole, folder, fs::copy_options::recursive);
    return folder;
}

void TestDataCheck::wholeDataHaveNoDamage()
{
    DataCheck::Counts counts;
    const auto damages = damagesOf(m_whole, &counts);
    QVERIFY2(damages.empty(), wordsOf(damages));
    QCOMPARE(counts.history.files, historyFiles(m_whole).size());
    QCOMPARE(counts.alarmEntries, std::uint64_t {200});
    QVERIFY(counts.history.samples >= std::uint64_t {kTags} * kSamplesPerTag * 9 / 10);
    QCOMPARE(contentOf(m_whole).substr(0, 10) == "unreadable", false);
}

void TestDataCheck::writerAtWorkIsNoDamage()
{
    const std::string folder = copied(-1);
    TagRegistry registry;
    auto writer = HistoryWriter::open({folder, 400'000}, registry);
    QVERIFY(writer.ok());
    std::atomic<bool> stop = false;
    std::thread writing([&] {
        std::mt19937_64 random(6);
        for (int i = kSamplesPerTag + kLogged; !stop; i += 50) {
            if (!writer.value()->append(group(random, i, i + 50)).ok()
                || !writer.value()->commit({static_cast<std::uint64_t>(i)}, {}).ok())
                qFatal("cannot write");
            while (writer.value()->maintain().value()) { }
        }
    });
    std::vector<Damage> damages;
    for (int i = 0; i < 20 && damages.empty(); ++i)
        damages = damagesOf(folder);
    stop = true;
    writing.join();
    QVERIFY2(damages.empty(), wordsOf(damages));
}

void TestDataCheck::noDataAreWhole()
{
    QVERIFY(damagesOf(m_folder.filePath(QStringLiteral("nowhere")).toStdString()).empty());
}

void TestDataCheck::changesAreNamed_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QByteArray>("said");
    const auto row = [](const char *sql, const char *said) {
        QTest::newRow(said) << QByteArray(sql) << QByteArray(said);
    };
    row("UPDATE chunk SET count=count+1 WHERE tag=2", "[plant/tag 2]");
    row("UPDATE chunk SET min=min-1 WHERE parts IS NOT NULL", "a row of the index");
    row("DELETE FROM block WHERE id=3", "is missing");
    row("INSERT INTO block(data) VALUES(x'00')", "belongs to no chunk");
    row("UPDATE block SET data=substr(data,1,length(data)-1) WHERE id=3", "checksum");
    row("UPDATE pack SET data=zeroblob(length(data)) WHERE id=(SELECT max(id) FROM pack)",
        "(block -");
    row("DELETE FROM tag WHERE id=3", "tag 3 is missing");
    row("UPDATE tag SET path='other' WHERE id=1", "another path than in an older file");
    row("UPDATE log SET data=x'0102030405' WHERE id=(SELECT max(id) FROM log)", "log row");
    row("UPDATE last SET time=time-1000000", "not the newest of the chunks");
    row("DELETE FROM last WHERE tag=4", "no last value");
    row("UPDATE last SET sealed=sealed+100000", "marked as sealed");
    row("UPDATE state SET newest=oldest", "outside of what the state says");
    row("UPDATE gap SET cause=99", "a gap of no known cause");
}

void TestDataCheck::changesAreNamed()
{
    QFETCH(QByteArray, sql);
    QFETCH(QByteArray, said);
    const std::string folder = copied(1'000'000 + static_cast<int>(qHash(said) % 1'000'000));
    {
        const std::vector<std::string> files = historyFiles(folder);
        auto database = Database::open(sql.contains(" pack ") ? files.front() : files.back(),
                                       Database::Mode::ReadWrite);
        QVERIFY(database.ok() && database->execute(sql.toStdString()).ok());
    }
    const auto damages = damagesOf(folder);
    QVERIFY2(wordsOf(damages).contains(said), wordsOf(damages));
}

void TestDataCheck::changedEntryOfTheAlarmJournalIsNamed()
{
    const std::string folder = copied(-2);
    {
        auto database = Database::open(folder + "/alarms.db", Database::Mode::ReadWrite);
        QVERIFY(database.ok());
        QVERIFY(database->execute("UPDATE journal SET text='nothing happened' WHERE seq=77").ok());
    }
    const auto damages = damagesOf(folder);
    QCOMPARE(damages.size(), std::size_t {1});
    QVERIFY2(wordsOf(damages).contains("alarms.db: alarm journal: entry 77 is not as written"),
             wordsOf(damages));
}

/// To look at it mends nothing, and takes nothing away.
void TestDataCheck::damagedLogIsFoundEachTime()
{
    const std::string folder = copied(-3);
    const std::string log = historyFiles(folder).back() + "-wal";
    {
        std::fstream file(log, std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(static_cast<std::streamoff>(fs::file_size(log) / 2));
        file.write("damaged", 7);
        QVERIFY(file.good());
    }
    const QByteArray first = wordsOf(damagesOf(folder));
    QVERIFY2(first.contains("write-ahead log does not hold"), first);
    QCOMPARE(wordsOf(damagesOf(folder)), first);
}

/// TELLTALE_MUTATIONS and TELLTALE_SEED for more of them, or others.
void TestDataCheck::randomMutationsAreFound()
{
    const int rounds = fromEnvironment("TELLTALE_MUTATIONS", 60);
    const int seed = fromEnvironment("TELLTALE_SEED", 1);
    qInfo("%d mutations, seed %d", rounds, seed);
    std::mt19937_64 random(static_cast<std::uint64_t>(seed));
    const std::string whole = contentOf(m_whole);
    int found = 0;
    for (int round = 0; round < rounds; ++round) {
        const std::string folder = copied(round);
        const std::vector<std::string> files = storedFiles(folder);
        const std::string what = mutate(files[random() % files.size()], random);
        if (!damagesOf(folder).empty())
            ++found;
        else if (contentOf(folder) != whole)
            QFAIL(("round " + std::to_string(round) + ", not found: " + what).c_str());
        fs::remove_all(folder);
    }
    qInfo("%d found, %d changed nothing that is read", found, rounds - found);
    QVERIFY(found > rounds / 5);
}

QTEST_GUILESS_MAIN(TestDataCheck)
#include "tst_data_check.moc"
