#include "data/alarms/alarm_service.h"
#include "data/alarms/alarm_store.h"
#include "data/alarms/head_check.h"
#include "data/history/history_schema.h"
#include "data/pipeline/data_backup.h"
#include "data/pipeline/data_check.h"
#include "data/storage/file.h"
#include "data/telemetry/clock.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <filesystem>
#include <thread>

using namespace telltale;
namespace fs = std::filesystem;

/// A copy made while its original is written to.
class TestDataBackup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void backupDuringWritesHasAllThatWasCommitted();
    void restoredDataGoOn();
    void backupReplacesNothing();
    void backupLiesOutsideOfItsData();
    void nothingToCopyIsSaid();
    void damagedDataMakeNoBackup();
    void signedHeadsGoAlong();
    void otherKeyIsAWarningOnly();
    void journalBegunAnewIsAWarningOnly();
    void cutAlarmJournalMakesNoBackup();
    void stoppedBackupLeavesNothing();

private:
    std::string path(const char *name) const
    {
        return m_folder->filePath(QLatin1String(name)).toStdString();
    }
    Outcome backup(const std::string &target, const CancelFlag *cancel = nullptr);
    void storeSome();
    void storeAlarms();

    std::unique_ptr<QTemporaryDir> m_folder;
    DataBackup::Summary m_summary;
};

namespace {

/// Sample i of the one tag: its time and its value say which it is.
void put(HistoryWriter &writer, std::int64_t begin, std::int64_t end)
{
    auto batch = std::make_shared<SampleBatch>();
    for (std::int64_t i = begin; i < end; ++i)
        batch->append({0}, timestampFromMicroseconds(i * 1'000), static_cast<double>(i), {}, {});
    if (!writer.append(batch).ok() || !writer.commit({static_cast<std::uint64_t>(end)}, {}).ok())
        qFatal("cannot write");
    while (writer.maintain().value()) { }
}

/// How many samples there are, if they are 0, 1, 2 ...; else -1.
std::int64_t countOf(const std::string &folder)
{
    auto reader = HistoryReader::open(folder);
    std::int64_t next = 0;
    bool isRight = true;
    const bool isRead = reader.ok()
        && reader.value()
               ->scan({0}, {Timestamp::min(), Timestamp::max()},
                      [&next, &isRight](const Sample &sample) {
                          isRight = toMicroseconds(sample.time) == next * 1'000
                              && sample.value == static_cast<double>(next);
                          ++next;
                          return isRight;
                      })
               .ok();
    return isRead && isRight ? next : -1;
}

} // namespace

void TestDataBackup::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(makeFolder(path("workspace/.good")).ok());
    QVERIFY(makeFolder(path("workspace/pages")).ok());
    for (const char *name : {"workspace/rules.json", "workspace/credentials.json",
                             "workspace/pages/a.json", "workspace/.good/rules.json.1"})
        QVERIFY(writeFileDurably(path(name), name).ok());
}

void TestDataBackup::storeSome()
{
    TagRegistry registry;
    registry.intern("plant/a");
    const auto writer = HistoryWriter::open({path("data")}, registry);
    QVERIFY(writer.ok());
    put(*writer.value(), 0, 10'000);
    QVERIFY(AlarmStore::open(path("data/alarms.db")).ok());
    QVERIFY(writeFileDurably(path("data/sources.json"), "{}").ok());
}

/// A life of the alarm engine, its end signed.
void TestDataBackup::storeAlarms()
{
    TagRegistry tags;
    AlarmBoard board;
    const auto service
        = AlarmService::open({path("data"), "ann", "desk"}, tags, Clock::system(), board);
    QVERIFY(service.ok());
}

Outcome TestDataBackup::backup(const std::string &target, const CancelFlag *cancel)
{
    DataBackup backup(
        {path("data"), path("workspace"), {"rules.json", "tags.json", "pages/a.json"}, target},
        [](DataBackup::Phase, std::uint64_t done, std::uint64_t total) { QVERIFY(done <= total); },
        cancel);
    const Outcome done = backup.run();
    m_summary = backup.summary();
    return done;
}

void TestDataBackup::backupDuringWritesHasAllThatWasCommitted()
{
    TagRegistry registry;
    registry.intern("plant/a");
    auto writer = HistoryWriter::open({path("data"), 100'000}, registry);
    QVERIFY(writer.ok());
    put(*writer.value(), 0, 1'000);
    QVERIFY(AlarmStore::open(path("data/alarms.db")).ok());
    std::atomic<std::int64_t> committed = 1'000;
    std::atomic<std::int64_t> limit = 0; // a file or two during each backup, not any number
    std::atomic<bool> stop = false;
    std::thread writing([&] {
        for (std::int64_t i = 1'000; !stop; i += 2'000) {
            while (i > limit && !stop)
                std::this_thread::yield();
            if (i % 60'000 == 31'000) { // the end of a writer brings its log into the file
                writer.value().reset();
                writer = HistoryWriter::open({path("data"), 100'000}, registry);
            }
            put(*writer.value(), i, i + 2'000);
            committed = i + 2'000;
        }
    });
    Outcome done;
    std::vector<std::int64_t> before;
    for (int i = 0; i < 5 && done.ok(); ++i) {
        limit = (i + 1) * 30'000 + 6'000;
        while (committed < (i + 1) * 30'000)
            std::this_thread::yield();
        before.push_back(committed);
        done = backup(path("backup ") + std::to_string(i));
    }
    stop = true;
    writing.join();
    QVERIFY2(done.ok(), done.ok() ? "" : done.error().detail.c_str());
    QVERIFY(historyFiles(path("data")).size() > 1);
    for (int i = 0; i < 5; ++i) {
        const std::int64_t copied = countOf(path("backup ") + std::to_string(i) + "/data");
        QVERIFY2(
            copied >= before[static_cast<std::size_t>(i)],
            qPrintable(
                QStringLiteral("%1 of %2").arg(copied).arg(before[static_cast<std::size_t>(i)])));
    }
}

void TestDataBackup::restoredDataGoOn()
{
    storeSome();
    const Outcome done = backup(path("backup"));
    QVERIFY2(done.ok(), done.ok() ? "" : done.error().detail.c_str());
    QCOMPARE(m_summary.samples, std::uint64_t {10'000});
    QStringList files;
    for (const auto &entry : fs::recursive_directory_iterator(path("backup"))) {
        if (entry.is_regular_file())
            files << QString::fromStdString(fs::relative(entry.path(), path("backup")).string());
    }
    files.sort();
    QCOMPARE(files.join(QLatin1Char(' ')),
             QStringLiteral("backup.json data/alarms.db data/history-0001.db data/sources.json "
                            "workspace/pages/a.json workspace/rules.json"));
    fs::remove_all(path("data"));
    fs::copy(path("backup/data"), path("data"));
    TagRegistry registry;
    const auto writer = HistoryWriter::open({path("data")}, registry);
    QVERIFY(writer.ok());
    QCOMPARE(registry.path({0}), std::string("plant/a"));
    QCOMPARE(writer.value()->totals().position.offset, std::uint64_t {10'000});
    put(*writer.value(), 10'000, 20'000);
    QCOMPARE(countOf(path("data")), std::int64_t {20'000});
}

void TestDataBackup::backupReplacesNothing()
{
    storeSome();
    QVERIFY(makeFolder(path("backup")).ok());
    QVERIFY(backup(path("backup")).ok()); // an empty folder is as good as none
    const Outcome again = backup(path("backup"));
    QVERIFY(!again.ok());
    QCOMPARE(again.error().code, Error::Code::Busy);
    QCOMPARE(countOf(path("backup/data")), std::int64_t {10'000});
    QVERIFY(makeFolder(path("other.part")).ok()); // not left by a backup
    QVERIFY(!backup(path("other")).ok());
    QVERIFY(fs::exists(path("other.part")));
}

void TestDataBackup::backupLiesOutsideOfItsData()
{
    storeSome();
    for (const char *target : {"data/backup", "workspace/b", "data"}) {
        const Outcome done = backup(path(target));
        QVERIFY2(!done.ok(), target);
    }
    QVERIFY(backup(path("data backup")).ok());
}

void TestDataBackup::nothingToCopyIsSaid()
{
    const Outcome done = backup(path("backup"));
    QVERIFY(!done.ok());
    QCOMPARE(done.error().code, Error::Code::NotFound);
    QVERIFY(!fs::exists(path("backup")) && !fs::exists(path("backup.part")));
}

void TestDataBackup::damagedDataMakeNoBackup()
{
    storeSome();
    {
        auto database
            = Database::open(historyFiles(path("data")).front(), Database::Mode::ReadWrite);
        QVERIFY(database.ok() && database->execute("UPDATE block SET data=x'00'").ok());
    }
    const Outcome done = backup(path("backup"));
    QVERIFY(!done.ok());
    QCOMPARE(done.error().code, Error::Code::Damaged);
    QVERIFY2(done.error().detail.find("telltale verify") != std::string::npos,
             done.error().detail.c_str());
    QVERIFY(!fs::exists(path("backup")) && !fs::exists(path("backup.part")));
}

void TestDataBackup::signedHeadsGoAlong()
{
    storeSome();
    storeAlarms();
    const Outcome done = backup(path("backup"));
    QVERIFY2(done.ok(), done.ok() ? "" : done.error().detail.c_str());
    const Result<HeadCheck> heads = checkHeads(path("backup/data"));
    QVERIFY(heads.ok() && heads->faults.empty());
    QVERIFY(heads->newest);
    QCOMPARE(heads->newest->at.sequence, m_summary.alarmEntries);
    QVERIFY(fs::exists(path("data/alarms-heads.key"))); // and only there
    QVERIFY(!fs::exists(path("backup/data/alarms-heads.key")));
}

/// The data are whole: they would be without a backup until somebody moved the heads away.
void TestDataBackup::otherKeyIsAWarningOnly()
{
    storeSome();
    storeAlarms();
    const Result<SigningKey> other = SigningKey::make();
    QVERIFY(writeFileDurably(path("data/alarms-heads.key"), other->secret().value()).ok());
    storeAlarms();
    const Outcome done = backup(path("backup"));
    QVERIFY2(done.ok(), done.ok() ? "" : done.error().detail.c_str());
    QCOMPARE(m_summary.warnings.size(), std::size_t(1));
    const std::string note = readFile(path("backup/backup.json")).value();
    for (const std::string &said : {m_summary.warnings.front(), note})
        QVERIFY2(said.find("heads have another key") != std::string::npos, said.c_str());
}

void TestDataBackup::journalBegunAnewIsAWarningOnly()
{
    storeSome();
    storeAlarms();
    for (const char *name : {"data/alarms.db", "data/alarms.db-wal", "data/alarms.db-shm"})
        fs::remove(path(name));
    storeAlarms();
    const Outcome done = backup(path("backup"));
    QVERIFY2(done.ok(), done.ok() ? "" : done.error().detail.c_str());
    QCOMPARE(m_summary.warnings.size(), std::size_t(1));
    QVERIFY2(m_summary.warnings.front().starts_with("alarms.db: alarms.db is not the file"),
             m_summary.warnings.front().c_str());
}

void TestDataBackup::cutAlarmJournalMakesNoBackup()
{
    storeSome();
    storeAlarms();
    {
        auto database = Database::open(path("data/alarms.db"), Database::Mode::ReadWrite);
        QVERIFY(database.ok() && database->execute("DELETE FROM journal WHERE seq>1").ok());
    }
    const Outcome done = backup(path("backup"));
    QVERIFY(!done.ok());
    QCOMPARE(done.error().code, Error::Code::Damaged);
    QVERIFY2(done.error().detail.find("entry 2 is the first that is missing") != std::string::npos,
             done.error().detail.c_str());
    QVERIFY(!fs::exists(path("backup")));
    fs::remove(path("data/alarms.db"));
    QVERIFY(!backup(path("other")).ok()); // nor one without it
}

void TestDataBackup::stoppedBackupLeavesNothing()
{
    storeSome();
    CancelFlag stop;
    stop.cancel();
    const Outcome done = backup(path("backup"), &stop);
    QVERIFY(!done.ok());
    QCOMPARE(done.error().code, Error::Code::Cancelled);
    QVERIFY(!fs::exists(path("backup")) && !fs::exists(path("backup.part")));
}

QTEST_GUILESS_MAIN(TestDataBackup)
#include "tst_data_backup.moc"
