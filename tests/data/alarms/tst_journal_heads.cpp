#include "data/alarms/chain_walk.h"
#include "data/alarms/head_check.h"
#include "data/alarms/hex_text.h"
#include "data/storage/file.h"
#include "data/storage/rows.h"
#include "data/telemetry/timestamp_text.h"
#include "tests/data/alarms/service_bench.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <filesystem>
#include <set>

using namespace telltale;
using test::ServiceBench;
namespace fs = std::filesystem;

/// The end of the alarm journal is signed, and what was done to it afterwards is named.
class TestJournalHeads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesAreReadAsWritten();
    void earlierDaysKeepOneHead();
    void headIsSignedOnceADayAndAtTheEnd();
    void exportIsSigned();
    void wholeJournalHasNoFault();
    void tamperingIsNamed_data();
    void tamperingIsNamed();
    void olderFileThatWentOnIsNamed();
    void newKeyIsTold();
    void newKeyHidesNoDamage();
    void journalBegunAnewIsNamed();
    void headsCanBeginAnew();
    void faultIsFoundAtTheStart();
    void wholeJournalIsTrusted();
    void damagedJournalTakesItsHeadsAlong();
};

namespace {

std::string pathOf(const QTemporaryDir &folder, const char *name = "alarms.db")
{
    return folder.filePath(QLatin1String(name)).toStdString();
}

JournalHeads headsIn(const QTemporaryDir &folder)
{
    Result<JournalHeads> heads = JournalHeads::read(folder.path().toStdString());
    return heads ? std::move(heads).value() : JournalHeads();
}

std::vector<std::string> reasonsIn(const QTemporaryDir &folder)
{
    std::vector<std::string> reasons;
    const JournalHeads heads = headsIn(folder);
    for (const JournalHeads::Line &line : heads.lines())
        reasons.push_back(line.head ? line.head->why : "?");
    return reasons;
}

std::string faultIn(const QTemporaryDir &folder)
{
    const Result<std::string> fault = journalFault(folder.path().toStdString());
    return fault ? fault.value() : fault.error().detail;
}

/// Up to which entry the journal says that heads are signed.
std::uint64_t notedIn(const QTemporaryDir &folder)
{
    auto database = Database::open(pathOf(folder), Database::Mode::ReadOnly);
    std::uint64_t noted = 0;
    if (!database)
        return noted;
    const Outcome read = forEachRow(
        database.value(), "SELECT CAST(value AS INTEGER) FROM meta WHERE key='signed_up_to'",
        [&noted](const Statement &row) { noted = static_cast<std::uint64_t>(row.integer(0)); });
    return read ? noted : 0;
}

/// A life of the program on a day of its own: nine entries and more, a head soon after its
/// beginning, of which the journal knows, and one at its end.
void live(const QTemporaryDir &folder, int hour)
{
    ServiceBench bench(folder.path(), std::chrono::hours(hour));
    for (int i = 0; i < 3; ++i) {
        bench.sample("T", 99);
        bench.sample("T", 20);
        bench.pass(std::chrono::minutes(2));
    }
    const std::string today = isoText(bench.clock.now()).substr(0, 10);
    const auto isNoted = [&] {
        (void)bench.act(AlarmAction::Kind::Silence, {}); // a commit
        const JournalHeads heads = headsIn(folder);
        const SignedHead *newest = heads.newest();
        return newest && newest->day() == today && notedIn(folder) >= newest->at.sequence;
    };
    QTRY_VERIFY(isNoted());
    bench.service.reset(); // waits for the head, unlike stop()
}

void change(const QTemporaryDir &folder, const char *sql)
{
    auto database = Database::open(pathOf(folder), Database::Mode::ReadWrite);
    QVERIFY(database.ok());
    QVERIFY(database->execute(sql).ok());
}

/// As somebody who knows how: the hashes fit again.
void chainAnew(const QTemporaryDir &folder)
{
    const auto reader = AlarmReader::open(folder.path().toStdString());
    QVERIFY(reader.ok());
    const auto entries = reader.value()->journal({Timestamp::min(), Timestamp::max()}, 1'000);
    QVERIFY(entries.ok());
    JournalHash hash {};
    for (const AlarmJournalEntry &entry : entries.value()) {
        hash = chainHash(hash, entry);
        const std::string sql = "UPDATE journal SET hash=x'" + hexText(hash)
            + "' WHERE seq=" + std::to_string(entry.sequence);
        change(folder, sql.c_str());
    }
    QVERIFY(verifyChain(folder.path().toStdString()).ok());
}

void copyFile(const std::string &from, const std::string &to)
{
    fs::copy_file(from, to, fs::copy_options::overwrite_existing);
}

void replaceInHeads(const QTemporaryDir &folder, const char *from, const char *to)
{
    const std::string path = pathOf(folder, "alarms-heads.jsonl");
    std::string text = readFile(path).value();
    const std::size_t at = text.rfind(from);
    QVERIFY2(at != std::string::npos, text.c_str());
    text.replace(at, std::string(from).size(), to);
    QVERIFY(writeFileDurably(path, text).ok());
}

SignedHead headAt(std::uint64_t sequence, const std::string &time, const SigningKey &key)
{
    SignedHead head {"00ff", {sequence, {}}, time, "day", key.publicKey(), {}};
    head.signature = key.sign(head.message()).value();
    return head;
}

} // namespace

void TestJournalHeads::linesAreReadAsWritten()
{
    const QTemporaryDir folder;
    const Result<SigningKey> key = SigningKey::make();
    JournalHeads heads;
    heads.add(headAt(17, "2026-11-30T00:00:01.000000Z", key.value()));
    QVERIFY(heads.write(folder.path().toStdString()).ok());
    const JournalHeads read = headsIn(folder);
    QCOMPARE(read.lines().size(), std::size_t(1));
    const SignedHead *head = read.newestOf("00ff");
    QVERIFY(head && head->isSound());
    QCOMPARE(head->at.sequence, std::uint64_t(17));
    QCOMPARE(head->day(), std::string("2026-11-30"));
    QVERIFY(!read.newestOf("other"));
}

void TestJournalHeads::earlierDaysKeepOneHead()
{
    const Result<SigningKey> key = SigningKey::make();
    JournalHeads heads;
    const Timestamp begin = timestampFromMicroseconds(1'790'000'000'000'000);
    constexpr std::uint64_t kMany = 2'500;
    for (std::uint64_t i = 1; i <= kMany; ++i) // ten a day
        heads.add(headAt(i, isoText(begin + static_cast<int>(i) * std::chrono::minutes(144)),
                         key.value()));
    QVERIFY(heads.lines().size() <= JournalHeads::kMost);
    QCOMPARE(heads.newest()->at.sequence, kMany);
    std::set<std::string> days;
    for (const JournalHeads::Line &line : heads.lines())
        days.insert(line.head->day());
    QVERIFY2(days.size() >= 250, qPrintable(QString::number(days.size()))); // all there were
}

void TestJournalHeads::headIsSignedOnceADayAndAtTheEnd()
{
    const QTemporaryDir folder;
    ServiceBench bench(folder.path());
    QTRY_COMPARE(reasonsIn(folder).size(), std::size_t(1));
    bench.sample("T", 99);
    QVERIFY(bench.act(AlarmAction::Kind::Acknowledge, "hi", 1).ok());
    bench.restart(); // the same day: its end only
    bench.sample("T", 20);
    bench.pass(std::chrono::hours(24));
    bench.sample("T", 99);
    QTRY_COMPARE(reasonsIn(folder).size(), std::size_t(3));
    bench.service.reset();
    const std::vector<std::string> wanted {"day", "stop", "day", "stop"};
    QCOMPARE(reasonsIn(folder), wanted);
    const JournalHeads heads = headsIn(folder);
    QCOMPARE(heads.newest()->at.sequence, std::uint64_t(bench.stored().size()));
    QCOMPARE(faultIn(folder), std::string());
}

void TestJournalHeads::exportIsSigned()
{
    const QTemporaryDir folder;
    ServiceBench bench(folder.path());
    QVERIFY(bench.act(AlarmAction::Kind::RecordExport, {}, 0, "a.csv: 3 entries").ok());
    const auto isSignedFor = [&folder] {
        const JournalHeads heads = headsIn(folder);
        const SignedHead *newest = heads.newest();
        return newest && newest->why == "export";
    };
    QTRY_VERIFY(isSignedFor());
    QCOMPARE(headsIn(folder).newest()->at.sequence, std::uint64_t(bench.stored().size()));
}

void TestJournalHeads::wholeJournalHasNoFault()
{
    const QTemporaryDir folder;
    live(folder, 0);
    live(folder, 30);
    QCOMPARE(faultIn(folder), std::string());
    const Result<HeadCheck> heads = checkHeads(folder.path().toStdString());
    QVERIFY(heads.ok());
    QCOMPARE(heads->heads, headsIn(folder).lines().size());
    QVERIFY(heads->newest);
    QCOMPARE(heads->newest->at.sequence, verifyChain(folder.path().toStdString()).value());
}

void TestJournalHeads::tamperingIsNamed_data()
{
    using Do
        = std::function<void(const QTemporaryDir &, const QTemporaryDir &)>; // and an older copy
    QTest::addColumn<Do>("tamper");
    QTest::addColumn<QByteArray>("said");
    const auto sql = [](const char *words) {
        return Do(
            [words](const QTemporaryDir &folder, const QTemporaryDir &) { change(folder, words); });
    };
    const auto row = [](const char *name, const Do &tamper, const char *said) {
        QTest::newRow(name) << tamper << QByteArray(said);
    };
    row("entry changed", sql("UPDATE journal SET text='nothing' WHERE seq=5"),
        "entry 5 is not as written");
    row("hash changed", sql("UPDATE journal SET hash=zeroblob(32) WHERE seq=4"),
        "entry 4 is not as written");
    row("entry deleted", sql("DELETE FROM journal WHERE seq=6"), "entry 6 is missing");
    row("beginning deleted", sql("DELETE FROM journal WHERE seq<3"), "entry 1 is missing");
    row("entry put before all", sql("UPDATE journal SET seq=-1 WHERE seq=2"),
        "entry 1 is not as written");
    row("order changed",
        sql("UPDATE journal SET seq=-seq WHERE seq IN (5,6);"
            "UPDATE journal SET seq=11+seq WHERE seq<0"),
        "entry 5 is not as written");
    row("tail cut off", sql("DELETE FROM journal WHERE seq>7"),
        "entry 8 is the first that is missing");
    row("all deleted", sql("DELETE FROM journal"), "entry 1 is the first that is missing");
    row(
        "changed and chained anew",
        [](const QTemporaryDir &folder, const QTemporaryDir &) {
            change(folder, "UPDATE journal SET text='nothing' WHERE seq=5");
            chainAnew(folder);
        },
        "is the first that may have been written anew");
    row(
        "older file",
        [](const QTemporaryDir &folder, const QTemporaryDir &older) {
            copyFile(pathOf(older), pathOf(folder));
        },
        "is the first that is missing");
    row(
        "older file with its heads",
        [](const QTemporaryDir &folder, const QTemporaryDir &older) {
            for (const char *name : {"alarms.db", "alarms-heads.jsonl"})
                copyFile(pathOf(older, name), pathOf(folder, name));
        },
        ""); // only an export, a backup or a note of the newest head shows that
    row(
        "older heads",
        [](const QTemporaryDir &folder, const QTemporaryDir &older) {
            copyFile(pathOf(older, "alarms-heads.jsonl"), pathOf(folder, "alarms-heads.jsonl"));
        },
        "is not in it: the file was removed, cut or replaced by an older one");
    row(
        "no heads",
        [](const QTemporaryDir &folder, const QTemporaryDir &) {
            fs::remove(pathOf(folder, "alarms-heads.jsonl"));
        },
        "is not in it: the file was removed, cut or replaced by an older one");
    row(
        "tail and heads gone",
        [](const QTemporaryDir &folder, const QTemporaryDir &) {
            change(folder, "DELETE FROM journal WHERE seq>2");
            fs::remove(pathOf(folder, "alarms-heads.jsonl"));
        },
        "entry 3 is the first that is missing");
    row(
        "number of a head changed",
        [](const QTemporaryDir &folder, const QTemporaryDir &) {
            replaceInHeads(folder, "\"seq\":", "\"seq\":1");
        },
        "does not hold: the line was changed");
    row(
        "time of a head changed",
        [](const QTemporaryDir &folder, const QTemporaryDir &) {
            replaceInHeads(folder, "\"t\":\"2026", "\"t\":\"2027");
        },
        "does not hold: the line was changed");
    row(
        "head that is none",
        [](const QTemporaryDir &folder, const QTemporaryDir &) {
            replaceInHeads(folder, "\"sig\":\"", "\"sig\":\"x");
        },
        "is no signed head");
    row(
        "no journal",
        [](const QTemporaryDir &folder, const QTemporaryDir &) { fs::remove(pathOf(folder)); }, "");
}

void TestJournalHeads::tamperingIsNamed()
{
    using Do = std::function<void(const QTemporaryDir &, const QTemporaryDir &)>;
    QFETCH(const Do, tamper);
    QFETCH(const QByteArray, said);
    const QTemporaryDir folder;
    const QTemporaryDir older;
    live(folder, 0);
    for (const char *name : {"alarms.db", "alarms-heads.jsonl"})
        copyFile(pathOf(folder, name), pathOf(older, name));
    live(folder, 30);
    QCOMPARE(faultIn(folder), std::string());
    tamper(folder, older);
    const std::string fault = faultIn(folder);
    if (!fs::exists(pathOf(folder))) {
        const Result<HeadCheck> heads = checkHeads(folder.path().toStdString());
        QVERIFY(heads.ok() && !heads->faults.empty());
        QVERIFY(heads->faults.front().what.starts_with("alarms.db is not there"));
        return;
    }
    if (said.isEmpty())
        QCOMPARE(fault, std::string());
    QVERIFY2(QByteArray::fromStdString(fault).contains(said), fault.c_str());
}

void TestJournalHeads::olderFileThatWentOnIsNamed()
{
    const QTemporaryDir folder;
    live(folder, 0);
    const std::uint64_t common = verifyChain(folder.path().toStdString()).value();
    copyFile(pathOf(folder), pathOf(folder, "older"));
    live(folder, 30);
    copyFile(pathOf(folder, "older"), pathOf(folder));
    live(folder, 60);
    live(folder, 90);
    QVERIFY(verifyChain(folder.path().toStdString()).ok()); // the chain alone is whole
    const std::string fault = faultIn(folder);
    const std::string first = "entry " + std::to_string(common + 1) + " is the first that may have";
    QVERIFY2(fault.find(first) != std::string::npos, fault.c_str());
}

void TestJournalHeads::newKeyIsTold()
{
    const QTemporaryDir folder;
    live(folder, 0);
    const Result<SigningKey> other = SigningKey::make();
    QVERIFY(other.ok());
    QVERIFY(writeFileDurably(pathOf(folder, "alarms-heads.key"), other->secret().value()).ok());
    live(folder, 30);
    const std::string fault = faultIn(folder);
    QVERIFY2(fault.find("heads have another key (") != std::string::npos, fault.c_str());
    const Result<HeadCheck> heads = checkHeads(folder.path().toStdString());
    QVERIFY(heads.ok());
    QCOMPARE(heads->faults.size(), std::size_t(1)); // once, whatever comes after it
    QVERIFY(heads->faults.front().file.ends_with("alarms-heads.jsonl"));
}

/// Also where one fault only is told, as by an export and at the start.
void TestJournalHeads::newKeyHidesNoDamage()
{
    const QTemporaryDir folder;
    live(folder, 0);
    const Result<SigningKey> other = SigningKey::make();
    QVERIFY(other.ok());
    QVERIFY(writeFileDurably(pathOf(folder, "alarms-heads.key"), other->secret().value()).ok());
    live(folder, 30);
    change(folder, "DELETE FROM journal WHERE seq>7");
    const std::string said = "entry 8 is the first that is missing";
    const std::string exported = faultIn(folder);
    QVERIFY2(exported.find(said) != std::string::npos, exported.c_str());
    const ServiceBench bench(folder.path(), std::chrono::hours(60));
    const auto fault = [&bench] { return bench.service->journalTrust().fault; };
    QTRY_VERIFY2(fault().find(said) != std::string::npos, fault().c_str());
}

void TestJournalHeads::journalBegunAnewIsNamed()
{
    const QTemporaryDir folder;
    live(folder, 0);
    QVERIFY(fs::remove(pathOf(folder)));
    live(folder, 30);
    const std::string fault = faultIn(folder);
    QVERIFY2(fault.starts_with("alarms.db is not the file whose head was signed at entry "),
             fault.c_str());
}

/// As the manual says: the file is moved away by somebody who knows why.
void TestJournalHeads::headsCanBeginAnew()
{
    const QTemporaryDir folder;
    live(folder, 0);
    const std::size_t signedBefore = reasonsIn(folder).size();
    QVERIFY(fs::remove(pathOf(folder, "alarms-heads.key")));
    {
        const ServiceBench bench(folder.path(), std::chrono::hours(30));
        QTRY_VERIFY(bench.service->journalTrust().notSigned);
    }
    QCOMPARE(reasonsIn(folder).size(), signedBefore);
    QVERIFY(!fs::exists(pathOf(folder, "alarms-heads.key")));
    fs::rename(pathOf(folder, "alarms-heads.jsonl"), pathOf(folder, "kept"));
    live(folder, 60);
    QCOMPARE(faultIn(folder), std::string());
}

void TestJournalHeads::faultIsFoundAtTheStart()
{
    const std::pair<const char *, const char *> changes[]
        = {{"DELETE FROM journal WHERE seq>7", "entry 8 is the first that is missing"},
           {"UPDATE journal SET text='nothing' WHERE seq=5", "entry 5 is not as written"}};
    for (const auto &[sql, said] : changes) {
        const QTemporaryDir folder;
        live(folder, 0);
        change(folder, sql);
        const ServiceBench bench(folder.path(), std::chrono::hours(30)); // and writes at once
        const auto fault = [&bench] { return bench.service->journalTrust().fault; };
        QTRY_VERIFY2(fault().find(said) != std::string::npos, fault().c_str());
    }
}

void TestJournalHeads::wholeJournalIsTrusted()
{
    const QTemporaryDir folder;
    live(folder, 0);
    JournalSigner signer(folder.path().toStdString(), {}, Clock::system());
    signer.start(std::nullopt);
    const std::uint64_t entries = verifyChain(folder.path().toStdString()).value();
    signer.stored("00ff", {entries, {}}, JournalSigner::Why::Export); // after the heads were read
    QTRY_COMPARE(signer.signedUpTo("00ff"), entries);
    QCOMPARE(signer.trust().fault, std::string());
    QVERIFY(!signer.trust().notSigned);
}

void TestJournalHeads::damagedJournalTakesItsHeadsAlong()
{
    const QTemporaryDir folder;
    live(folder, 0);
    QFile file(folder.filePath(QStringLiteral("alarms.db")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8192, 'x'));
    file.close();
    live(folder, 30);
    QCOMPARE(faultIn(folder), std::string());
    const QDir files(folder.path());
    QCOMPARE(files.entryList({QStringLiteral("alarms.db.damaged-*")}).size(), 1);
    QCOMPARE(files.entryList({QStringLiteral("alarms-heads.jsonl.damaged-*")}).size(), 1);
}

QTEST_GUILESS_MAIN(TestJournalHeads)
#include "tst_journal_heads.moc"
