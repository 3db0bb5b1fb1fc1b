#include "data/alarms/journal_export.h"

#include "data/alarms/alarm_store.h"
#include "data/alarms/journal_export_row.h"
#include "data/alarms/journal_search.h"
#include "tests/data/alarms/service_bench.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace telltale;
using test::ServiceBench;

/// The stored journal looked through, and taken out of the program.
class TestJournalExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void longJournalIsSearchedInStretches();
    void searchKeepsToItsRangeAndItsEnds();
    void searchIsCancelledAmongWhatDoesNotFit();
    void csvHasTheHashOfEachEntryAndOfTheHead();
    void csvQuotesWhatNeedsIt();
    void csvHasNoFormulas_data();
    void csvHasNoFormulas();
    void jsonHasTheSame();
    void journalThatDoesNotHoldIsSaidToBe();
    void emptyJournalGivesAnEmptyExport();
    void cancelledExportLeavesNothing();
    void whatCannotBeWrittenIsSaid();
    void exportIsJournaled();
    void viewerMayNotExport();
};

namespace {

constexpr std::int64_t kStart = 1'790'000'000'000'000;

AlarmJournalEntry entryOf(std::uint64_t number)
{
    AlarmJournalEntry entry;
    entry.time = timestampFromMicroseconds(kStart + static_cast<std::int64_t>(number) * 1'000'000);
    entry.eventTime = entry.time;
    entry.type = number % 2 == 0 ? "RTN" : "ALARM";
    entry.alarm = "hot";
    entry.tag = "works/pump " + std::to_string(number % 100) + "/temperature";
    entry.title = "Hot";
    return entry;
}

/// A journal of `count` entries, numbered from 1.
std::unique_ptr<AlarmReader> journalOf(const QTemporaryDir &folder, std::uint64_t count)
{
    const std::string path = folder.path().toStdString();
    auto store = AlarmStore::open(path + "/alarms.db");
    AlarmCommit commit;
    for (std::uint64_t i = 1; i <= count; ++i)
        commit.entries.push_back(entryOf(i));
    commit.isLast = true;
    if (!store || !store.value()->commit(commit))
        return nullptr;
    auto reader = AlarmReader::open(path);
    return reader ? std::move(reader).value() : nullptr;
}

Result<JournalExport> exportTo(const QString &path, AlarmReader &reader, const JournalOrder &order,
                               JournalFormat format, bool isCancelled = false)
{
    Result<OutputFile> file = OutputFile::open(path.toStdString());
    if (!file)
        return file.error();
    CancelFlag cancel;
    if (isCancelled)
        cancel.cancel();
    Result<JournalExport> made = exportJournal(reader, order, format, file.value(), cancel);
    if (!made)
        return made;
    const Outcome finished = file->finish();
    return finished ? made : Result<JournalExport>(finished.error());
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TestJournalExport::longJournalIsSearchedInStretches()
{
    constexpr std::uint64_t kCount = 60'000;
    QTemporaryDir folder;
    const auto reader = journalOf(folder, kCount);
    QVERIFY(reader);
    JournalFilter filter;
    filter.tag = "pump 7/";
    JournalCursor cursor;
    std::vector<std::uint64_t> found;
    int stretches = 0;
    for (bool isDone = false; !isDone; ++stretches) {
        const auto part = searchJournal(*reader, filter, cursor, 10'000);
        QVERIFY(part.ok());
        for (const AlarmJournalEntry &entry : part->entries)
            found.push_back(entry.sequence);
        QCOMPARE(part->reached, entryOf(part->next).time);
        cursor.before = part->next;
        isDone = part->isDone;
    }
    QCOMPARE(stretches, 2);
    QCOMPARE(found.size(), std::size_t(kCount / 100));
    QCOMPARE(found.front(), std::uint64_t(59'907));
    QCOMPARE(found.back(), std::uint64_t(7));
    QVERIFY(std::is_sorted(found.rbegin(), found.rend()));
    filter.tag.clear();
    const auto page = searchJournal(*reader, filter, {}, 200); // ends with enough
    QVERIFY(page.ok());
    QCOMPARE(page->entries.size(), std::size_t(200));
    QCOMPARE(page->newest, kCount);
    QCOMPARE(page->next, kCount - 199);
    QVERIFY(!page->isDone);
}

void TestJournalExport::searchKeepsToItsRangeAndItsEnds()
{
    QTemporaryDir folder;
    const auto reader = journalOf(folder, 100);
    QVERIFY(reader);
    JournalFilter filter;
    filter.types = {"ALARM"};
    filter.range = TimeRange {entryOf(10).time, entryOf(20).time};
    const auto found = searchJournal(*reader, filter, {}, 1000);
    QVERIFY(found.ok());
    QCOMPARE(found->entries.size(), std::size_t(5)); // 11, 13 ... 19
    QCOMPARE(found->entries.front().sequence, std::uint64_t(19));
    const auto newer = searchJournal(*reader, {}, {0, 97}, 1000);
    QVERIFY(newer.ok());
    QCOMPARE(newer->entries.size(), std::size_t(3));
    QVERIFY(newer->isDone);
    const auto none = searchJournal(*reader, {}, {0, 100}, 1000);
    QVERIFY(none.ok());
    QVERIFY(none->isDone && none->entries.empty());
    QCOMPARE(none->newest, std::uint64_t(100));
}

void TestJournalExport::searchIsCancelledAmongWhatDoesNotFit()
{
    QTemporaryDir folder;
    const auto reader = journalOf(folder, 50);
    QVERIFY(reader);
    JournalFilter nothing;
    nothing.types = {"COMMENT"};
    CancelFlag cancel;
    cancel.cancel();
    int taken = 0;
    const Outcome scanned = reader->scan(
        nothing, {1, 51, true}, [&taken](const auto &, const auto &) { return ++taken > 0; },
        &cancel);
    QVERIFY(!scanned.ok());
    QCOMPARE(scanned.error().code, Error::Code::Cancelled);
    QCOMPARE(taken, 0);
    const auto found = searchJournal(*reader, nothing, {}, 10, &cancel);
    QVERIFY(!found.ok());
    QCOMPARE(found.error().code, Error::Code::Cancelled);
    QVERIFY(searchJournal(*reader, nothing, {}, 10).ok()); // the next one is not
}

void TestJournalExport::csvHasTheHashOfEachEntryAndOfTheHead()
{
    QTemporaryDir folder;
    const auto reader = journalOf(folder, 50);
    QVERIFY(reader);
    const QString path = folder.filePath(QStringLiteral("out.csv"));
    JournalFilter filter;
    filter.types = {"RTN"};
    const auto made = exportTo(path, *reader, {filter, {}}, JournalFormat::Csv);
    QVERIFY(made.ok());
    QCOMPARE(made->entries, std::uint64_t(25));
    QCOMPARE(made->head.last, std::uint64_t(50));
    const QList<QByteArray> lines = contentOf(path).split('\n');
    QCOMPARE(lines.size(), 28); // heading, entries, head, and nothing after the last line feed
    const auto columns = lines[0].count(',');
    for (const QByteArray &line : lines.mid(0, 27))
        QCOMPARE(line.count(','), columns);
    QVERIFY(lines[1].startsWith("2,2026-09-21T14:13:22.000000Z,,RTN,hot,"));
    JournalHash hash {};
    for (std::uint64_t i = 1; i <= 50; ++i) {
        AlarmJournalEntry entry = entryOf(i);
        entry.sequence = i;
        hash = chainHash(hash, entry);
        if (i % 2 == 0)
            QVERIFY(lines[static_cast<qsizetype>(i / 2)].endsWith(
                QByteArray::fromStdString(hexText(hash))));
    }
    QVERIFY(lines[26].startsWith("50,,,HEAD,"));
    QVERIFY(lines[26].endsWith(QByteArray::fromStdString(hexText(hash))));
}

void TestJournalExport::csvQuotesWhatNeedsIt()
{
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    bench.sample("T", 99);
    QVERIFY(bench.act(AlarmAction::Kind::Comment, "hi", 1, "says \"no\", twice\nat least").ok());
    bench.service->stop();
    const auto reader = AlarmReader::open(bench.options.folder);
    QVERIFY(reader.ok());
    const QString path = folder.filePath(QStringLiteral("out.csv"));
    JournalFilter filter;
    filter.types = {"COMMENT"};
    QVERIFY(exportTo(path, *reader.value(), {filter, {}}, JournalFormat::Csv).ok());
    QVERIFY(contentOf(path).contains(",\"says \"\"no\"\", twice\nat least\","));
}

void TestJournalExport::csvHasNoFormulas_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("cell");
    QTest::newRow("words") << QByteArray("words") << QByteArray("words");
    QTest::newRow("formula") << QByteArray("=1+1") << QByteArray("'=1+1");
    QTest::newRow("after spaces") << QByteArray("  @cmd") << QByteArray("'  @cmd");
    QTest::newRow("with a comma") << QByteArray("+SUM(1,2)") << QByteArray("\"'+SUM(1,2)\"");
    QTest::newRow("a number that is a text") << QByteArray("-5") << QByteArray("'-5");
    QTest::newRow("in it") << QByteArray("a=b") << QByteArray("a=b");
}

/// Texts of people and devices; the value and the limit of an alarm are numbers.
void TestJournalExport::csvHasNoFormulas()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, cell);
    AlarmJournalEntry entry = entryOf(1);
    entry.title = entry.tag = entry.reason = entry.text = entry.by = text.toStdString();
    entry.value = "-41.5";
    entry.limit = -40.0;
    std::string line;
    appendCsv(line, entry, "00");
    const QByteArray written = QByteArray::fromStdString(line);
    QVERIFY2(written.contains(",,," + cell + ',' + cell + ",-41.5,,,-40," + cell + ",,," + cell
                              + ',' + cell + ",,,"),
             written.constData());
    entry.value = "=A1"; // a text
    line.clear();
    appendCsv(line, entry, "00");
    QVERIFY2(line.find(",'=A1,") != std::string::npos, line.c_str());
    line.clear();
    appendJson(line, entry, "00");
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(line)).object();
    QCOMPARE(object[QStringLiteral("title")].toString().toUtf8(), text); // exact
}

void TestJournalExport::jsonHasTheSame()
{
    QTemporaryDir folder;
    const auto reader = journalOf(folder, 3);
    QVERIFY(reader);
    const QString path = folder.filePath(QStringLiteral("out.json"));
    QVERIFY(exportTo(path, *reader, {}, JournalFormat::Json).ok());
    const QJsonObject object = QJsonDocument::fromJson(contentOf(path)).object();
    const QJsonArray entries = object[QStringLiteral("entries")].toArray();
    QCOMPARE(entries.size(), 3);
    QCOMPARE(entries[0][QStringLiteral("seq")].toInt(), 1);
    QCOMPARE(entries[0][QStringLiteral("type")].toString(), QStringLiteral("ALARM"));
    QCOMPARE(entries[2][QStringLiteral("tag")].toString(),
             QStringLiteral("works/pump 3/temperature"));
    const QJsonObject head = object[QStringLiteral("head")].toObject();
    QCOMPARE(head[QStringLiteral("seq")].toInt(), 3);
    QCOMPARE(head[QStringLiteral("hash")], entries[2][QStringLiteral("hash")]);
    QCOMPARE(head[QStringLiteral("hash")].toString().size(), 64);
}

void TestJournalExport::journalThatDoesNotHoldIsSaidToBe()
{
    QTemporaryDir folder;
    const auto reader = journalOf(folder, 3);
    QVERIFY(reader);
    const JournalOrder order {{}, "entry 2, and what follows it, is \"new\""};
    const QString csv = folder.filePath(QStringLiteral("out.csv"));
    QVERIFY(exportTo(csv, *reader, order, JournalFormat::Csv).ok());
    const QList<QByteArray> lines = contentOf(csv).split('\n');
    QCOMPARE(lines.size(), 7); // heading, entries, warning, head, and nothing
    QCOMPARE(lines[4],
             ",,,WARNING" + QByteArray(16, ',') + "\"entry 2, and what follows it, is \"\"new\"\"\""
                 + QByteArray(8, ','));
    QVERIFY(lines[5].startsWith("3,,,HEAD,"));
    const QString json = folder.filePath(QStringLiteral("out.json"));
    QVERIFY(exportTo(json, *reader, order, JournalFormat::Json).ok());
    const QJsonObject object = QJsonDocument::fromJson(contentOf(json)).object();
    QCOMPARE(object[QStringLiteral("entries")].toArray().size(), 3);
    QCOMPARE(object[QStringLiteral("warning")].toString().toStdString(), order.fault);
    QCOMPARE(object[QStringLiteral("head")][QStringLiteral("seq")].toInt(), 3);
}

void TestJournalExport::emptyJournalGivesAnEmptyExport()
{
    QTemporaryDir folder;
    const auto reader = journalOf(folder, 0);
    QVERIFY(reader);
    const QString path = folder.filePath(QStringLiteral("out.json"));
    const auto made = exportTo(path, *reader, {}, JournalFormat::Json);
    QVERIFY(made.ok());
    QCOMPARE(made->entries, std::uint64_t(0));
    QVERIFY(QJsonDocument::fromJson(contentOf(path)).object()[QStringLiteral("entries")].isArray());
}

void TestJournalExport::cancelledExportLeavesNothing()
{
    QTemporaryDir folder;
    const auto reader = journalOf(folder, 3);
    QVERIFY(reader);
    const QString path = folder.filePath(QStringLiteral("out.csv"));
    const auto made = exportTo(path, *reader, {}, JournalFormat::Csv, true);
    QVERIFY(!made.ok());
    QCOMPARE(made.error().code, Error::Code::Cancelled);
    QVERIFY(!QFile::exists(path));
}

void TestJournalExport::whatCannotBeWrittenIsSaid()
{
    QTemporaryDir folder;
    const auto reader = journalOf(folder, 3);
    QVERIFY(reader);
    const auto made = exportTo(folder.filePath(QStringLiteral("none/out.csv")), *reader, {},
                               JournalFormat::Csv);
    QVERIFY(!made.ok());
    QCOMPARE(made.error().code, Error::Code::NotFound);
    const auto full = exportTo(QStringLiteral("/dev/full"), *reader, {}, JournalFormat::Csv);
    QVERIFY(!full.ok());
    QCOMPARE(full.error().code, Error::Code::DiskFull);
}

void TestJournalExport::exportIsJournaled()
{
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    QVERIFY(
        bench.act(AlarmAction::Kind::RecordExport, {}, 0, "a.csv: 3 entries; head 5 00ff").ok());
    const std::vector<AlarmJournalEntry> entries = bench.entries();
    QCOMPARE(entries.back().type, std::string("EXPORT"));
    QCOMPARE(entries.back().text, std::string("a.csv: 3 entries; head 5 00ff"));
    QCOMPARE(entries.back().by, bench.options.user);
    QCOMPARE(entries.back().station, bench.options.station);
}

void TestJournalExport::viewerMayNotExport()
{
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    AlarmAction action;
    action.kind = AlarmAction::Kind::RecordExport;
    action.role = AlarmRole::Viewer;
    const Outcome outcome = bench.act(action);
    QVERIFY(!outcome.ok());
    QCOMPARE(outcome.error().code, Error::Code::NotPermitted);
    QCOMPARE(bench.entries().back().type, std::string("REJECT"));
    QCOMPARE(bench.entries().back().action, std::string("export"));
}

QTEST_GUILESS_MAIN(TestJournalExport)
#include "tst_journal_export.moc"
