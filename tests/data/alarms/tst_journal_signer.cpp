#include "data/alarms/journal_signer.h"
#include "tests/data/alarms/service_bench.h"

#include <QTest>

#include <atomic>
#include <semaphore>

using namespace telltale;
using test::SharedClock;
using Why = JournalSigner::Why;

/// What is signed, and what no more, by the thread that signs.
class TestJournalSigner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void journalThatWasSetAsideIsNotSigned();
};

namespace {

JournalHeads headsIn(const QTemporaryDir &folder)
{
    Result<JournalHeads> heads = JournalHeads::read(folder.path().toStdString());
    return heads ? std::move(heads).value() : JournalHeads();
}

} // namespace

/// Its head would be one of the heads of the journal that comes after it.
void TestJournalSigner::journalThatWasSetAsideIsNotSigned()
{
    const QTemporaryDir folder;
    const SharedClock clock;
    std::atomic<bool> isAsked = false;
    std::binary_semaphore answer {0};
    const auto find = [&]() -> Result<std::string> {
        if (!isAsked.exchange(true))
            answer.acquire();
        return std::string();
    };
    JournalSigner signer(folder.path().toStdString(), {find, {}}, clock);
    signer.start(std::nullopt);
    signer.stored("old", {5, {}}, Why::Day);
    QTRY_VERIFY(isAsked);
    signer.stored("old", {6, {}}, Why::Export); // waits
    const Outcome aside = signer.setAside(clock.now());
    answer.release();
    QVERIFY(aside.ok());
    signer.stored("new", {1, {}}, Why::Day);
    QTRY_COMPARE(signer.signedUpTo("new"), std::uint64_t(1));
    const JournalHeads heads = headsIn(folder);
    QCOMPARE(heads.lines().size(), std::size_t(1));
    QCOMPARE(heads.newest()->store, std::string("new"));
}

QTEST_GUILESS_MAIN(TestJournalSigner)
#include "tst_journal_signer.moc"
