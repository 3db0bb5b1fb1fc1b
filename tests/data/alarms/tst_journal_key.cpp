#include "data/alarms/hex_text.h"
#include "data/alarms/journal_heads.h"
#include "data/alarms/journal_key.h"
#include "data/storage/file.h"
#include "tests/data/alarms/service_bench.h"

#include <QTest>

#include <sys/stat.h>

#include <filesystem>
#include <utility>

using namespace telltale;
using test::ServiceBench;
namespace fs = std::filesystem;

/// The key that signs the heads of the alarm journal, and where it is kept.
class TestJournalKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keySignsAndIsFoundAgain();
    void keyFileIsItsOwnersAlone();
    void keyFileOfOthersSignsNothing();
    void keyOfTheDoorServesAllLives();
    void doorThatLosesTheKeyIsNotTrustedWithIt();
    void doorThatCannotBeAskedSignsNothing();
    void doorThatCannotBeAskedLeavesAnotherKeyOfTheFileUnused();
    void doorThatHasNoneMakesNoSecondKey();
};

namespace {

std::string pathOf(const QTemporaryDir &folder, const char *name)
{
    return folder.filePath(QLatin1String(name)).toStdString();
}

JournalHeads headsIn(const QTemporaryDir &folder)
{
    Result<JournalHeads> heads = JournalHeads::read(folder.path().toStdString());
    return heads ? std::move(heads).value() : JournalHeads();
}

/// Its end is signed.
void live(const QTemporaryDir &folder)
{
    const ServiceBench bench(folder.path());
}

/// A keychain in memory.
struct Keychain
{
    JournalKeyDoor door()
    {
        return {[this]() -> Result<std::string> {
                    if (isLocked)
                        return Error {Error::Code::NoKeychain, "it is locked"};
                    return kept;
                },
                [this](const std::string &secret) {
                    if (!isForgetful)
                        kept = secret;
                    return Outcome();
                }};
    }
    std::string kept;
    bool isLocked = false;
    bool isForgetful = false;
};

} // namespace

void TestJournalKey::keySignsAndIsFoundAgain()
{
    const Result<SigningKey> key = SigningKey::make();
    QVERIFY(key.ok());
    const Result<std::string> secret = key->secret();
    QVERIFY(secret.ok());
    QCOMPARE(secret->size(), std::size_t(64));
    const Result<SigningKey> again = SigningKey::fromSecret(secret.value());
    QVERIFY(again.ok());
    QCOMPARE(hexText(again->publicKey()), hexText(key->publicKey()));
    Signature signature = again->sign("words").value();
    QVERIFY(isSigned("words", signature, key->publicKey()));
    QVERIFY(!isSigned("other words", signature, key->publicKey()));
    QVERIFY(!isSigned("words", signature, SigningKey::make()->publicKey()));
    signature[7] ^= 1U;
    QVERIFY(!isSigned("words", signature, key->publicKey()));
    for (const char *wrong : {"", "00", "secret"})
        QVERIFY(!SigningKey::fromSecret(wrong).ok());
}

void TestJournalKey::keyFileIsItsOwnersAlone()
{
    const QTemporaryDir folder;
    live(folder);
    for (const char *name : {"alarms-heads.key", "alarms-heads.jsonl"}) {
        struct stat facts
        { };
        QCOMPARE(::stat(pathOf(folder, name).c_str(), &facts), 0);
        QCOMPARE(facts.st_mode & 0777U, 0600U);
    }
    const std::string secret = readFile(pathOf(folder, "alarms-heads.key")).value();
    const std::string heads = readFile(pathOf(folder, "alarms-heads.jsonl")).value();
    QVERIFY(heads.find(secret) == std::string::npos);
    const Result<SigningKey> key = SigningKey::fromSecret(secret);
    QVERIFY(key.ok());
    QVERIFY(headsIn(folder).newest()->key == key->publicKey());
}

void TestJournalKey::keyFileOfOthersSignsNothing()
{
    const QTemporaryDir folder;
    live(folder);
    const std::size_t before = headsIn(folder).lines().size();
    QCOMPARE(::chmod(pathOf(folder, "alarms-heads.key").c_str(), 0644), 0);
    ServiceBench bench(folder.path(), std::chrono::hours(30));
    QTRY_VERIFY(bench.service->journalTrust().notSigned);
    const Error why = *bench.service->journalTrust().notSigned;
    QCOMPARE(why.code, Error::Code::NotPermitted);
    QVERIFY2(why.detail.find("chmod 600") != std::string::npos, why.detail.c_str());
    QCOMPARE(headsIn(folder).lines().size(), before);
    QCOMPARE(::chmod(pathOf(folder, "alarms-heads.key").c_str(), 0600), 0);
    bench.pass(std::chrono::minutes(2)); // it is tried again with the next commit
    bench.sample("T", 99);
    QTRY_VERIFY(!bench.service->journalTrust().notSigned);
    QVERIFY(headsIn(folder).lines().size() > before);
}

void TestJournalKey::keyOfTheDoorServesAllLives()
{
    const QTemporaryDir folder;
    Keychain keychain;
    ServiceBench bench(folder.path());
    bench.service.reset();
    for (const char *name : {"alarms-heads.key", "alarms-heads.jsonl"})
        QVERIFY(fs::remove(pathOf(folder, name)));
    bench.options.signingKey = keychain.door();
    bench.restart();
    QTRY_VERIFY(!headsIn(folder).lines().empty()); // the door is not asked at the end
    bench.restart();
    bench.service.reset();
    QVERIFY(!fs::exists(pathOf(folder, "alarms-heads.key")));
    const Result<SigningKey> key = SigningKey::fromSecret(keychain.kept);
    QVERIFY(key.ok());
    const JournalHeads heads = headsIn(folder);
    QVERIFY(heads.lines().size() >= 2);
    for (const JournalHeads::Line &line : heads.lines())
        QVERIFY(line.head && line.head->key == key->publicKey());
}

void TestJournalKey::doorThatLosesTheKeyIsNotTrustedWithIt()
{
    const QTemporaryDir folder;
    Keychain keychain;
    keychain.isForgetful = true;
    const Result<SigningKey> key
        = takeSigningKey(folder.path().toStdString(), keychain.door(), std::nullopt);
    QVERIFY(key.ok());
    QVERIFY(fs::exists(pathOf(folder, "alarms-heads.key")));
}

/// It may have the key of the heads there are: a new one would look as if somebody else signed.
void TestJournalKey::doorThatCannotBeAskedSignsNothing()
{
    const QTemporaryDir folder;
    const std::string path = folder.path().toStdString();
    Keychain keychain;
    const Result<SigningKey> first = takeSigningKey(path, keychain.door(), std::nullopt);
    QVERIFY(first.ok());
    keychain.isLocked = true;
    const Result<SigningKey> locked = takeSigningKey(path, keychain.door(), first->publicKey());
    QVERIFY(!locked.ok());
    QCOMPARE(locked.error().code, Error::Code::NoKeychain);
    QVERIFY(!fs::exists(pathOf(folder, "alarms-heads.key")));
    keychain.isLocked = false;
    const Result<SigningKey> again = takeSigningKey(path, keychain.door(), first->publicKey());
    QVERIFY(again.ok() && again->publicKey() == first->publicKey());
    const QTemporaryDir other; // where nothing was signed yet
    keychain.isLocked = true;
    QVERIFY(takeSigningKey(other.path().toStdString(), keychain.door(), std::nullopt).ok());
    QVERIFY(fs::exists(pathOf(other, "alarms-heads.key")));
}

/// The one that signed may be behind the door, and the one of the file is of another time.
void TestJournalKey::doorThatCannotBeAskedLeavesAnotherKeyOfTheFileUnused()
{
    const QTemporaryDir folder;
    const std::string path = folder.path().toStdString();
    Keychain keychain;
    const Result<SigningKey> inFile = takeSigningKey(path, {}, std::nullopt);
    QVERIFY(inFile.ok() && fs::exists(pathOf(folder, "alarms-heads.key")));
    const Result<SigningKey> newest = SigningKey::make();
    QVERIFY(newest.ok());
    keychain.isLocked = true;
    const Result<SigningKey> locked = takeSigningKey(path, keychain.door(), newest->publicKey());
    QVERIFY(!locked.ok());
    QCOMPARE(locked.error().code, Error::Code::NoKeychain);
    const Result<SigningKey> own = takeSigningKey(path, keychain.door(), inFile->publicKey());
    QVERIFY(own.ok() && own->publicKey() == inFile->publicKey()); // nobody need be asked
    keychain.isLocked = false;
    keychain.kept = newest->secret().value();
    const Result<SigningKey> asked = takeSigningKey(path, keychain.door(), newest->publicKey());
    QVERIFY(asked.ok() && asked->publicKey() == newest->publicKey());
}

/// It may have one tomorrow: its prompt was put away, or a variable was not set.
void TestJournalKey::doorThatHasNoneMakesNoSecondKey()
{
    const QTemporaryDir folder;
    const std::string path = folder.path().toStdString();
    Keychain keychain;
    const Result<SigningKey> first = takeSigningKey(path, keychain.door(), std::nullopt);
    QVERIFY(first.ok());
    const std::string secret = std::exchange(keychain.kept, {});
    const Result<SigningKey> none = takeSigningKey(path, keychain.door(), first->publicKey());
    QVERIFY(!none.ok());
    QCOMPARE(none.error().code, Error::Code::NotFound);
    QVERIFY(keychain.kept.empty() && !fs::exists(pathOf(folder, "alarms-heads.key")));
    keychain.kept = secret;
    const Result<SigningKey> again = takeSigningKey(path, keychain.door(), first->publicKey());
    QVERIFY(again.ok() && again->publicKey() == first->publicKey());
}

QTEST_GUILESS_MAIN(TestJournalKey)
#include "tst_journal_key.moc"
