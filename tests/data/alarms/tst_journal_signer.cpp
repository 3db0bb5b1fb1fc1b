#include "data/alarms/journal_signer.h"
#include "data/telemetry/timestamp_text.h"
#include "tests/data/alarms/service_bench.h"

#include <QTest>

#include <atomic>
#include <filesystem>
#include <semaphore>

using namespace telltale;
using test::SharedClock;
namespace fs = std::filesystem;
using Why = JournalSigner::Why;

/// What is signed, and what no more, by the thread that signs.
class TestJournalSigner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void journalThatWasSetAsideIsNotSigned();
    void exportThatCouldNotBeSignedIsOwed();
    void exportIsSignedWhateverComesAfterIt();
    void keychainIsNotAskedAtTheEnd();
};

namespace {

JournalHeads headsIn(const QTemporaryDir &folder)
{
    Result<JournalHeads> heads = JournalHeads::read(folder.path().toStdString());
    return heads ? std::move(heads).value() : JournalHeads();
}

/// It has no key, and says so the first time when it is let.
struct SlowDoor
{
    JournalKeyDoor door()
    {
        return {[this]() -> Result<std::string> {
                    if (!isAsked.exchange(true))
                        answer.acquire();
                    return std::string();
                },
                {}};
    }
    std::atomic<bool> isAsked = false;
    std::binary_semaphore answer {0};
};

} // namespace

/// Its head would be one of the heads of the journal that comes after it.
void TestJournalSigner::journalThatWasSetAsideIsNotSigned()
{
    const QTemporaryDir folder;
    const SharedClock clock;
    SlowDoor door;
    JournalSigner signer(folder.path().toStdString(), door.door(), clock);
    signer.start(std::nullopt);
    signer.stored("old", {5, {}}, Why::Day);
    QTRY_VERIFY(door.isAsked);
    signer.stored("old", {6, {}}, Why::Export); // waits
    const Outcome aside = signer.setAside(clock.now());
    door.answer.release();
    QVERIFY(aside.ok());
    signer.stored("new", {1, {}}, Why::Day);
    QTRY_COMPARE(signer.signedUpTo("new"), std::uint64_t(1));
    const JournalHeads heads = headsIn(folder);
    QCOMPARE(heads.lines().size(), std::size_t(1));
    QCOMPARE(heads.newest()->store, std::string("new"));
}

void TestJournalSigner::exportThatCouldNotBeSignedIsOwed()
{
    const QTemporaryDir folder;
    const std::string path = JournalHeads::pathIn(folder.path().toStdString());
    SharedClock clock;
    JournalSigner signer(folder.path().toStdString(), {}, clock);
    signer.start(std::nullopt);
    signer.stored("a", {1, {}}, Why::Day);
    QTRY_COMPARE(signer.signedUpTo("a"), std::uint64_t(1));
    fs::rename(path, path + ".kept");
    QVERIFY(fs::create_directory(path));
    signer.stored("a", {2, {}}, Why::Export);
    QTRY_VERIFY(signer.trust().notSigned);
    QVERIFY(fs::remove(path));
    fs::rename(path + ".kept", path);
    clock.advance(JournalSigner::kTryAgain);
    signer.stored("a", {3, {}}, Why::Day); // the same day, which has its head
    QTRY_COMPARE(signer.signedUpTo("a"), std::uint64_t(3));
    QCOMPARE(headsIn(folder).newest()->why, std::string("export"));
}

/// The thread may be busy meanwhile.
void TestJournalSigner::exportIsSignedWhateverComesAfterIt()
{
    const QTemporaryDir folder;
    SharedClock clock;
    SlowDoor door;
    JournalSigner signer(folder.path().toStdString(), door.door(), clock);
    signer.start(std::nullopt);
    signer.stored("a", {1, {}}, Why::Day);
    QTRY_VERIFY(door.isAsked);
    signer.stored("a", {2, {}}, Why::Export);
    clock.advance(std::chrono::hours(24)); // so that the next is due, too
    signer.stored("a", {3, {}}, Why::Day);
    door.answer.release();
    QTRY_COMPARE(signer.signedUpTo("a"), std::uint64_t(3));
    QCOMPARE(headsIn(folder).newest()->why, std::string("export"));
}

/// Its answer may take long, and the windows wait.
void TestJournalSigner::keychainIsNotAskedAtTheEnd()
{
    const QTemporaryDir folder;
    const SharedClock clock;
    std::atomic<int> asked = 0;
    const auto find = [&asked]() -> Result<std::string> {
        ++asked;
        return Error {Error::Code::NoKeychain, "it is locked"};
    };
    const Result<SigningKey> elsewhere = SigningKey::make();
    SignedHead head {"a", {1, {}}, isoText(clock.now()), "day", elsewhere->publicKey(), {}};
    head.signature = elsewhere->sign(head.message()).value();
    JournalHeads heads;
    heads.add(head);
    QVERIFY(heads.write(folder.path().toStdString()).ok());
    JournalSigner signer(folder.path().toStdString(), {find, {}}, clock);
    signer.start(std::nullopt);
    signer.stored("b", {2, {}}, Why::Day);
    QTRY_VERIFY(signer.trust().notSigned);
    QCOMPARE(asked.load(), 1);
    signer.stored("b", {3, {}}, Why::Stop);
    QTRY_VERIFY(signer.trust().notSigned->detail.starts_with("the program ends"));
    QCOMPARE(asked.load(), 1);
    QCOMPARE(headsIn(folder).lines().size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(TestJournalSigner)
#include "tst_journal_signer.moc"
