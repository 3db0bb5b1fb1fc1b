#include "data/pipeline/status_file.h"

#include "data/history/history_writer.h"
#include "data/pipeline/message_decoder.h"
#include "data/telemetry/tag_registry.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace telltale;

/// What other processes read of how the data stand.
class TestStatusFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsRead();
    void fullDiskIsWrittenOver();
    void sumsHoldAfterAKill();
};

namespace {

PlantStatus statusWith(std::uint64_t received)
{
    PlantStatus status;
    status.counters.received = received;
    return status;
}

} // namespace

void TestStatusFile::whatIsWrittenIsRead()
{
    const QTemporaryDir folder;
    const StatusFile file(folder.path().toStdString());
    QVERIFY(file.read().error().code == Error::Code::NotFound);
    file.write(statusWith(7));
    QCOMPARE(file.read().value().counters.received, std::uint64_t(7));
    PlantStatus longer = statusWith(8);
    longer.undecoded.resize(100);
    file.write(longer);
    file.write(statusWith(9)); // shorter again
    QCOMPARE(file.read().value().counters.received, std::uint64_t(9));
}

void TestStatusFile::fullDiskIsWrittenOver()
{
    const QTemporaryDir folder;
    const StatusFile file(folder.path().toStdString());
    PlantStatus longer = statusWith(8);
    longer.undecoded.resize(100);
    file.write(longer);
    const qint64 size = QFile(folder.filePath(QStringLiteral("status.json"))).size();
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("status.json.new"))); // cannot be written
    QVERIFY(QDir(folder.path() + QStringLiteral("/status.json.new")).mkdir(QStringLiteral("x")));
    file.write(statusWith(9));
    QCOMPARE(file.read().value().counters.received, std::uint64_t(9));
    longer.counters.received = 10;
    longer.undecoded.resize(200); // more than there is room for: the newest of them
    longer.undecoded.front().topic = "newest";
    longer.refusedTopics = {"kept/out"};
    file.write(longer);
    const PlantStatus shorter = file.read().value();
    QCOMPARE(shorter.counters.received, std::uint64_t(10));
    QVERIFY(shorter.refusedTopics.empty());
    QVERIFY(shorter.undecoded.size() >= 75 && shorter.undecoded.size() < 200);
    QCOMPARE(shorter.undecoded.front().topic, std::string("newest"));
    QCOMPARE(QFile(folder.filePath(QStringLiteral("status.json"))).size(), size); // no more room
}

void TestStatusFile::sumsHoldAfterAKill()
{
    const QTemporaryDir folder;
    const std::string path = folder.path().toStdString();
    {
        TagRegistry registry;
        const auto writer = HistoryWriter::open({path}, registry).value();
        MessageCounts counts;
        counts.decoded = 80;
        counts.dropped["undecodable"] = 5;
        HistoryTotals counted;
        counted.counters = counts.toCounters();
        QVERIFY(writer->commit(JournalPosition {64}, counted).ok());
    }
    PlantStatus last = statusWith(120); // 100 of them in the journal
    last.counters.decoded = 90;
    last.counters.dropped = {{"undecodable", 5}, {"journal_full", 20}};
    last.counters.journalPending = 5;
    StatusFile(path).write(last);
    const Result<PlantStatus> status = statusOf(path); // nobody owns it
    QVERIFY(status.ok());
    const Counters &counters = status.value().counters;
    QCOMPARE(counters.received, std::uint64_t(120));
    QCOMPARE(counters.decoded, std::uint64_t(80));
    QCOMPARE(counters.dropped.at("journal_full"), std::uint64_t(20)); // nothing waits for them
    QCOMPARE(counters.journalPending, std::uint64_t(15));
    QVERIFY(status.value().owner.empty());
}

QTEST_GUILESS_MAIN(TestStatusFile)
#include "tst_status_file.moc"
