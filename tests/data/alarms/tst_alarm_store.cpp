#include "data/alarms/alarm_store.h"
#include "data/alarms/chain_walk.h"
#include "data/alarms/head_check.h"
#include "tests/data/alarms/service_bench.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <zlib.h>

using namespace telltale;
using test::contains;
using test::count;
using test::Lines;
using test::ServiceBench;

/// What of alarms lies on the disk, and how a service goes on from it.
class TestAlarmStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stateSurvivesRestart();
    void commentLastsAsLongAsItsOccurrence();
    void killedServiceJudgesByWhatStoodAtItsPosition();
    void unwritableStoreIsSaidAndCaughtUp();
    void unstoredActionDoesNotHideWhatComes();
    void storeTakenAwayIsWrittenAgain_data();
    void storeTakenAwayIsWrittenAgain();
    void storeThatIsNotThereIsNoFault();
    void damagedStoreIsSetAsideAndSaid();
    void newerStoreIsRefused();
    void olderStoreGoesOn();
    void changedEntryBreaksTheChain();
    void notificationIsInTheOutboxOnce();
    void damagedNotificationIsToldWithoutItsAlarm();
    void fullOutboxGivesUpTheOldestAndCounts();
    void fullOutboxKeepsWhatStandsForMany();
};

namespace {

/// The file a program of schema 1 left behind.
bool unpack(const QString &path)
{
    const gzFile packed = gzopen(TELLTALE_STORED_FILES "/alarms-1.db.gz", "rb");
    QFile file(path);
    if (!packed || !file.open(QIODevice::WriteOnly))
        return false;
    QByteArray bytes(1 << 20, '\0');
    const int size = gzread(packed, bytes.data(), static_cast<unsigned>(bytes.size()));
    gzclose(packed);
    return size > 0 && file.write(bytes.constData(), size) == size;
}

} // namespace

void TestAlarmStore::stateSurvivesRestart()
{
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    bench.sample("T", 99);
    QVERIFY(bench.act(AlarmAction::Kind::Acknowledge, "hi", 1).ok());
    bench.restart();
    bench.service->setRules(bench.service->rules(), "as stored");
    QCOMPARE(bench.shown("hi"), std::string("ACKED"));
    QVERIFY(bench.rows().at(0).hasNoData);
    QVERIFY(bench.service->committed().offset >= 100);
    bench.sample("T", 98);
    QTRY_VERIFY(!bench.rows().at(0).hasNoData);
    bench.sample("T", 20);
    bench.service->stop();
    const Lines lines = bench.stored();
    QCOMPARE(count(lines, "ALARM hi"), std::size_t(1));
    QCOMPARE(count(lines, "CONFIG hi"), std::size_t(1)); // the first rules, not the same again
    QCOMPARE(count(lines, "START"), std::size_t(2));
    QCOMPARE(count(lines, "STOP"), std::size_t(2));
    QCOMPARE(count(lines, "RTN hi"), std::size_t(1));
    QCOMPARE(lines.back(), std::string("STOP"));
}

/// For views of the file, too.
void TestAlarmStore::commentLastsAsLongAsItsOccurrence()
{
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    bench.sample("T", 99);
    QTRY_COMPARE(bench.rows().size(), std::size_t(1));
    QVERIFY(bench.rows().at(0).comment.empty());
    QVERIFY(bench.act(AlarmAction::Kind::Comment, "hi", 1, "fitter is called").ok());
    QVERIFY(bench.act(AlarmAction::Kind::Comment, "hi", 1, "fitter is here").ok());
    QTRY_COMPARE(bench.rows().at(0).comment, std::string("fitter is here"));
    QVERIFY(bench.act(AlarmAction::Kind::Acknowledge, "hi", 1).ok());
    bench.restart();
    bench.service->setRules(bench.service->rules(), "as stored");
    QCOMPARE(bench.rows().at(0).comment, std::string("fitter is here"));
    QVERIFY(!bench.rows().at(0).commentBy.empty());
    const auto reader = AlarmReader::open(bench.options.folder);
    QVERIFY(reader.ok());
    QCOMPARE(reader.value()->snapshot()->rows.at(0).comment, std::string("fitter is here"));
    bench.sample("T", 98);
    bench.sample("T", 20);
    QTRY_COMPARE(bench.shown("hi"), std::string("NORM"));
    bench.sample("T", 99);
    QTRY_COMPARE(bench.shown("hi"), std::string("UNACK"));
    QCOMPARE(bench.rows().at(0).occurrence, std::uint64_t(2));
    QVERIFY(bench.rows().at(0).comment.empty());
}

void TestAlarmStore::killedServiceJudgesByWhatStoodAtItsPosition()
{
    QTemporaryDir folder;
    QTemporaryDir copy;
    ServiceBench bench(folder.path());
    AlarmRule rule = test::limitRule("dev", "P", 0);
    rule.kind = AlarmRule::Kind::Deviation;
    rule.setpointTag = "S";
    rule.high = rule.low = 5.0;
    bench.service->setRules({{}, {rule}}, "set-point");
    for (const double setpoint : {10.0, 50.0}) {
        const JournalPosition before = bench.service->committed();
        bench.sample("S", setpoint);
        QTRY_VERIFY(bench.service->committed() > before);
    }
    for (const char *name : {"alarms.db", "alarms.db-wal"})
        QVERIFY(
            QFile::copy(folder.filePath(QLatin1String(name)), copy.filePath(QLatin1String(name))));
    ServiceBench next(copy.path());
    next.service->setRules({{}, {rule}}, "set-point");
    next.sample("P", 50.0); // the set-point does not come again
    QCOMPARE(next.shown("dev"), std::string("NORM"));
    next.sample("P", 20.0);
    QTRY_COMPARE(next.shown("dev"), std::string("UNACK"));
}

void TestAlarmStore::unwritableStoreIsSaidAndCaughtUp()
{
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("alarms.db"))); // no file can be made there
    ServiceBench bench(folder.path());
    QVERIFY(bench.service);
    QVERIFY(!bench.service->storeError().empty());
    bench.sample("T", 99);
    QTRY_COMPARE(bench.shown("hi"), std::string("UNACK"));
    const Outcome acked = bench.act(AlarmAction::Kind::Acknowledge, "hi", 1);
    QVERIFY(!acked.ok()); // done in memory, but not what "done" promises
    QCOMPARE(bench.shown("hi"), std::string("UNACK"));
    QVERIFY(QDir(folder.path()).rmdir(QStringLiteral("alarms.db")));
    QTRY_COMPARE(bench.service->storeError(), std::string());
    QTRY_COMPARE(bench.shown("hi"), std::string("ACKED"));
    const Lines wanted {"START", "CONFIG hi", "ALARM hi", "ACK hi"};
    QTRY_COMPARE(bench.stored(), wanted);
}

void TestAlarmStore::unstoredActionDoesNotHideWhatComes()
{
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("alarms.db")));
    ServiceBench bench(folder.path());
    bench.sample("T", 99);
    QTRY_COMPARE(bench.shown("hi"), std::string("UNACK"));
    QVERIFY(!bench.act(AlarmAction::Kind::Acknowledge, "hi", 1).ok());
    bench.sample("T", 20); // acknowledged in memory: normal
    QTRY_COMPARE(bench.shown("hi"), std::string("NORM"));
    bench.sample("T", 99);
    QTRY_COMPARE(bench.shown("hi"), std::string("UNACK"));
    QCOMPARE(bench.rows().at(0).occurrence, std::uint64_t(2));
}

void TestAlarmStore::storeTakenAwayIsWrittenAgain_data()
{
    QTest::addColumn<bool>("isReplaced");
    QTest::newRow("removed") << false;
    QTest::newRow("another one is there") << true;
}

/// While it was open: entries, states and the chain go on.
void TestAlarmStore::storeTakenAwayIsWrittenAgain()
{
    QFETCH(const bool, isReplaced);
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    bench.sample("T", 99);
    QTRY_VERIFY(contains(bench.stored(), "ALARM hi"));
    const auto before = AlarmReader::open(bench.options.folder);
    QVERIFY(before.ok() && before.value()->isCurrent());
    QFile file(folder.filePath(QStringLiteral("alarms.db")));
    QVERIFY(file.remove());
    if (isReplaced)
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(8192, 'x')) > 0);
    file.close();
    const Outcome acked = bench.act(AlarmAction::Kind::Acknowledge, "hi", 1);
    QVERIFY(!acked.ok()); // not yet stored where anybody would find it
    QVERIFY2(acked.error().detail.find("was removed") != std::string::npos,
             acked.error().detail.c_str());
    QTRY_COMPARE(bench.service->storeError(), std::string());
    const Lines wanted {"START", "CONFIG hi", "ALARM hi", "ACK hi"};
    QTRY_COMPARE(bench.stored(), wanted);
    const auto reader = AlarmReader::open(bench.options.folder);
    QVERIFY(reader.ok() && reader.value()->isCurrent());
    const auto fault = journalFault(bench.options.folder);
    QVERIFY(fault.ok());
    QCOMPARE(fault.value(), std::string()); // heads and chain go on
    QVERIFY(!before.value()->isCurrent());
    bench.restart();
    QCOMPARE(bench.shown("hi"), std::string("ACKED"));
}

/// Where no alarm was ever evaluated; what is there all the same has to be read.
void TestAlarmStore::storeThatIsNotThereIsNoFault()
{
    const QTemporaryDir folder;
    const auto none = AlarmReader::openIfThere(folder.path().toStdString());
    QVERIFY(none.ok() && !none.value());
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("alarms.db"))); // cannot be read
    QVERIFY(!AlarmReader::openIfThere(folder.path().toStdString()).ok());
    const QTemporaryDir used;
    ServiceBench bench(used.path());
    bench.sample("T", 99);
    QTRY_VERIFY(contains(bench.stored(), "ALARM hi"));
    const auto stored = AlarmReader::openIfThere(bench.options.folder);
    QVERIFY(stored.ok() && stored.value());
    QVERIFY(verifyChain(bench.options.folder).ok());
}

void TestAlarmStore::damagedStoreIsSetAsideAndSaid()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("alarms.db")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8192, 'x'));
    file.close();
    ServiceBench bench(folder.path());
    QVERIFY(bench.service);
    QTRY_COMPARE(bench.shown("$alarm-state"), std::string("UNACK"));
    QCOMPARE(QDir(folder.path()).entryList({QStringLiteral("alarms.db.damaged-*")}).size(), 1);
    QVERIFY(bench.act(AlarmAction::Kind::Acknowledge, "$alarm-state", 1).ok());
    QTRY_COMPARE(bench.shown("$alarm-state"), std::string("NORM"));
}

void TestAlarmStore::newerStoreIsRefused()
{
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    bench.service.reset();
    QFile file(folder.filePath(QStringLiteral("alarms.db")));
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.seek(63); // user_version, big endian, its last byte
    file.write("\x09", 1);
    file.close();
    const auto opened = AlarmService::open(bench.options, bench.registry, bench.clock, bench.board);
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().code, Error::Code::NewerVersion);
}

void TestAlarmStore::olderStoreGoesOn()
{
    QTemporaryDir folder;
    QVERIFY(unpack(folder.filePath(QStringLiteral("alarms.db"))));
    ServiceBench bench(folder.path());
    QVERIFY(bench.service);
    QCOMPARE(bench.service->storeError(), std::string());
    const char *pump = "vibration@Northfield/Pump station 2/Pump P-202/vibration";
    bench.service->stop();
    const Lines lines = bench.stored();
    QVERIFY(contains(lines, (std::string("ALARM ") + pump).c_str()));
    QVERIFY(lines.size() > 23); // those of the file, then ours
    const auto chain = verifyChain(bench.options.folder);
    QVERIFY2(chain.ok(), chain.ok() ? "" : chain.error().detail.c_str());
    QCOMPARE(bench.outbox().waiting.size(), std::size_t(0));
    Result<Database> copy
        = Database::open(folder.filePath(QStringLiteral("alarms.db.schema-1")).toStdString(),
                         Database::Mode::ReadOnly);
    QVERIFY(copy.ok());
    QCOMPARE(copy->userVersion().value(), std::int64_t(1)); // as it was
}

void TestAlarmStore::changedEntryBreaksTheChain()
{
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    bench.sample("T", 99);
    QVERIFY(bench.act(AlarmAction::Kind::Acknowledge, "hi", 1).ok());
    bench.service->stop();
    const auto whole = verifyChain(bench.options.folder);
    QVERIFY(whole.ok());
    QCOMPARE(whole.value(), std::uint64_t(bench.stored().size()));
    QFile file(folder.filePath(QStringLiteral("alarms.db")));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();
    const qsizetype at = bytes.indexOf("UNACKACKED"); // from and to of the acknowledgement
    QVERIFY(at > 0);
    file.seek(at);
    file.write("UNACKaCKED");
    file.close();
    const auto broken = verifyChain(bench.options.folder);
    QVERIFY(!broken.ok());
    QCOMPARE(broken.error().code, Error::Code::Damaged);
}

void TestAlarmStore::notificationIsInTheOutboxOnce()
{
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    bench.sample("T", 99);
    QTRY_VERIFY(contains(bench.stored(), "ALARM hi"));
    QCOMPARE(bench.outbox().waiting.size(), std::size_t(1)); // stored with its entry
    bench.restart();
    bench.sample("T", 98);
    bench.sample("T", 20);
    bench.sample("T", 99);
    bench.service->stop();
    const AlarmOutbox outbox = bench.outbox();
    QCOMPARE(outbox.waiting.size(), std::size_t(2));
    for (std::uint64_t i = 0; i < 2; ++i) {
        const AlarmNotification &one = outbox.waiting[i];
        QCOMPARE(one.alarm, std::string("hi"));
        QCOMPARE(one.occurrence, i + 1);
        QVERIFY(one.kind == AlarmNotification::Kind::Raise);
        QCOMPARE(one.number, std::uint64_t(1));
        QVERIFY(one.time > 0);
    }
    QCOMPARE(outbox.dropped, std::uint64_t(0));
}

/// One bad row is no reason to lose the state of all alarms.
void TestAlarmStore::damagedNotificationIsToldWithoutItsAlarm()
{
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    for (int i = 0; i < 3; ++i) {
        bench.sample("T", 99);
        bench.sample("T", 20);
        bench.pass(std::chrono::minutes(2));
    }
    bench.service->stop();
    {
        auto database = Database::open(folder.filePath(QStringLiteral("alarms.db")).toStdString(),
                                       Database::Mode::ReadWrite);
        QVERIFY(database.ok());
        QVERIFY(database->execute("UPDATE outbox SET about=x'0102' WHERE occ=1").ok());
        QVERIFY(database->execute("UPDATE outbox SET kind='pigeon' WHERE occ=2").ok());
    }
    bench.restart();
    QVERIFY(bench.service);
    QCOMPARE(bench.shown("hi"), std::string("RTNUN")); // the state is there
    const AlarmOutbox outbox = bench.outbox();
    QCOMPARE(outbox.waiting.size(), std::size_t(2));
    QCOMPARE(outbox.waiting.at(0).occurrence, std::uint64_t(1));
    QVERIFY(!outbox.waiting.at(0).about);
    QVERIFY(outbox.waiting.at(1).about.has_value());
    QCOMPARE(outbox.damaged, std::uint64_t(2));
}

void TestAlarmStore::fullOutboxGivesUpTheOldestAndCounts()
{
    constexpr auto kLimit = static_cast<std::uint64_t>(AlarmStore::kOutboxLimit);
    QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("alarms.db")).toStdString();
    std::uint64_t occurrence = 0;
    for (int life = 0; life < 2; ++life) {
        const auto store = AlarmStore::open(path);
        QVERIFY(store.ok());
        AlarmCommit commit;
        for (std::uint64_t i = 0; i < kLimit; ++i)
            commit.notifications.push_back(
                {1, AlarmNotification::Kind::Raise, "hi", ++occurrence, 1, 0});
        QVERIFY(store.value()->commit(commit).ok());
        QVERIFY(store.value()->commit(commit).ok()); // the same keys say nothing new
    }
    const auto reader = AlarmReader::open(folder.path().toStdString());
    QVERIFY(reader.ok());
    const auto outbox = reader.value()->outbox(100'000);
    QVERIFY(outbox.ok());
    QCOMPARE(outbox->waiting.size(), std::size_t(kLimit));
    QCOMPARE(outbox->waiting.front().occurrence, kLimit + 1);
    QCOMPARE(outbox->dropped, kLimit);
}

void TestAlarmStore::fullOutboxKeepsWhatStandsForMany()
{
    constexpr auto kLimit = static_cast<std::uint64_t>(AlarmStore::kOutboxLimit);
    QTemporaryDir folder;
    const auto store = AlarmStore::open(folder.path().toStdString() + "/alarms.db");
    QVERIFY(store.ok());
    AlarmCommit commit;
    commit.notifications.push_back(
        {1, AlarmNotification::Kind::Digest, "$channel/mail", 0, 1, 5'000, "mail"});
    for (std::uint64_t i = 1; i <= kLimit; ++i)
        commit.notifications.push_back({1, AlarmNotification::Kind::Raise, "hi", i, 1, 0});
    QVERIFY(store.value()->commit(commit).ok());
    const auto outbox = store.value()->outbox();
    QVERIFY(outbox.ok());
    QCOMPARE(outbox->size(), std::size_t(kLimit));
    QCOMPARE(outbox->at(0).notification.count, std::uint64_t(5'000));
    QCOMPARE(outbox->at(1).notification.occurrence, std::uint64_t(2));
}

QTEST_GUILESS_MAIN(TestAlarmStore)
#include "tst_alarm_store.moc"
