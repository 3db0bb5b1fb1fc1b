#include "data/history/export.h"
#include "data/pipeline/history_import.h"
#include "data/storage/file.h"

#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <limits>

using namespace telltale;

/// Samples of files, as they stand in the history afterwards.
class TestHistoryImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void exportComesBackAsItWas_data();
    void exportComesBackAsItWas();
    void formsOfTables_data();
    void formsOfTables();
    void refusedLinesAreNamedAndTheRestGoesIn();
    void headingsThatDoNotFitSayWhatToDo_data();
    void headingsThatDoNotFitSayWhatToDo();
    void sameFileAgainAddsNothing();
    void laterLineOfOneTimeWins();
    void stoppedKeepsWhatIsIn();
    void ownedDataAreLeftAlone();
    void damagedFileKeepsWhatCameBefore();

private:
    Outcome import(ImportOptions options);
    Outcome importText(const QByteArray &text, ImportOptions options = {});
    QByteArray exported(ExportForm::Kind kind = ExportForm::Kind::Csv) const;
    std::string dataFolder() const
    {
        return m_folder->filePath(QStringLiteral("data")).toStdString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    HistoryImport::Summary m_summary;
    QByteArrayList m_refused; ///< "line: reason"
};

namespace {

constexpr std::int64_t kStart = 1'790'000'000'000'000;

Sample sample(TagId tag, std::int64_t time, double value, Quality quality = {})
{
    return {tag, timestampFromMicroseconds(time), value, quality, {}, {}};
}

Sample with(TagId tag, std::int64_t time, SampleFlags::Kind kind, double value, SideValue side)
{
    return {tag, timestampFromMicroseconds(time), value,
            {},  SampleFlags::make(kind),         std::move(side)};
}

/// Everything a history can hold, many times over, out of order and with duplicates.
SampleBatchPtr everything(TagRegistry &registry)
{
    using Kind = SampleFlags::Kind;
    using Limits = std::numeric_limits<double>;
    auto batch = std::make_shared<SampleBatch>();
    const TagId numbers = registry.intern("plant/n");
    const TagId texts = registry.intern("plant/\"odd\", name\n");
    const TagId integers = registry.intern("plant/i");
    const double values[] = {0.0,
                             -0.0,
                             0.1,
                             1.0 / 3.0,
                             -1e300,
                             Limits::max(),
                             Limits::lowest(),
                             Limits::denorm_min(),
                             -Limits::denorm_min(),
                             1e16,
                             9007199254740994.0,
                             123456789012345683968.0};
    std::int64_t time = kStart;
    for (const double value : values)
        batch->append(sample(numbers, time += 1, value));
    using Reason = Quality::Reason;
    const auto bad = Quality::bad(Reason::NotANumber);
    for (const double value : {Limits::quiet_NaN(), Limits::infinity(), -Limits::infinity()})
        batch->append(sample(numbers, time += 1, value, bad));
    batch->append(sample(numbers, time += 1, 5.5, Quality::bad(Reason::Stale)));
    batch->append(sample(numbers, time += 1, 6.5, Quality::uncertain(Reason::SourceStatus)));
    for (const char *text : {"", " ", "ON", "say \"hi\"", "a,b", "two\nlines", "cr\r", "crlf\r\n",
                             "12.5", "-0", "1e5", "nan", "inf", "true", "NA", "=1+1", "\xC3\xA4"})
        batch->append(with(texts, time += 1, Kind::Text, 0.0, std::string(text)));
    for (const std::int64_t value :
         {std::int64_t {9007199254740993}, INT64_MIN, INT64_MAX, std::int64_t {10000000000000000}})
        batch->append(with(integers, time += 1, Kind::Integer, static_cast<double>(value), value));
    batch->append(with(integers, time += 1, Kind::Integer, 1.8446744073709552e19, UINT64_MAX));
    batch->append({integers,
                   timestampFromMicroseconds(time += 1),
                   1.0,
                   {},
                   SampleFlags::make(Kind::Boolean),
                   {}});
    QRandomGenerator random(7);
    for (int i = 0; i < 3000; ++i) // out of order, some of them again
        batch->append(sample(registry.intern("plant/r" + std::to_string(i % 3)),
                             kStart + random.bounded(2500) * 1'000, random.generateDouble()));
    return batch;
}

bool store(const std::string &folder)
{
    TagRegistry registry;
    Result<std::unique_ptr<HistoryWriter>> writer = HistoryWriter::open({folder}, registry);
    return writer.ok() && writer.value()->append(everything(registry)).ok()
        && writer.value()->commit({}, {}).ok();
}

} // namespace

void TestHistoryImport::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

Outcome TestHistoryImport::import(ImportOptions options)
{
    m_refused.clear();
    options.dataFolder = dataFolder();
    HistoryImport import(options);
    const std::atomic<bool> stop = false;
    const Outcome done = import.run([](const HistoryImport::Summary &) {},
                                    [this](std::uint64_t line, const Error &why) {
                                        m_refused << QByteArray::number(qulonglong(line)) + ": "
                                                + QByteArray::fromStdString(why.detail);
                                    },
                                    [](const std::string &) {}, stop);
    m_summary = import.summary();
    return done;
}

Outcome TestHistoryImport::importText(const QByteArray &text, ImportOptions options)
{
    options.file = m_folder->filePath(QStringLiteral("pump.csv")).toStdString();
    if (!writeFileDurably(options.file, text.toStdString()).ok())
        qFatal("cannot write the test's file");
    return import(options);
}

QByteArray TestHistoryImport::exported(ExportForm::Kind kind) const
{
    TagRegistry registry;
    const auto reader = HistoryReader::open(dataFolder());
    ExportOptions options;
    options.patterns = {"**"};
    options.form.kind = kind;
    std::string text;
    if (!reader.ok() || !reader.value()->loadTags(registry).ok()
        || !exportSamples(*reader.value(), registry, options, [&text](std::string_view piece) {
                text += piece;
                return true;
            }).ok())
        return "failed";
    return QByteArray::fromStdString(text);
}

void TestHistoryImport::exportComesBackAsItWas_data()
{
    QTest::addColumn<bool>("isJson");
    QTest::addColumn<bool>("isPacked");
    QTest::newRow("csv") << false << false;
    QTest::newRow("csv.gz") << false << true;
    QTest::newRow("jsonl") << true << false;
    QTest::newRow("jsonl.gz") << true << true;
}

void TestHistoryImport::exportComesBackAsItWas()
{
    QFETCH(bool, isJson);
    QFETCH(bool, isPacked);
    const auto kind = isJson ? ExportForm::Kind::JsonLines : ExportForm::Kind::Csv;
    QVERIFY(store(dataFolder()));
    const QByteArray before = exported(kind);
    QVERIFY(before.count('\n') > 2000);
    QString file = m_folder->filePath(QLatin1String(isJson ? "all.jsonl" : "all.csv"));
    QVERIFY(writeFileDurably(file.toStdString(), before.toStdString()).ok());
    if (isPacked) {
        QCOMPARE(QProcess::execute(QStringLiteral("gzip"), {file}), 0);
        file += QStringLiteral(".gz");
    }
    QVERIFY(QFile::rename(QString::fromStdString(dataFolder()),
                          m_folder->filePath(QStringLiteral("first"))));
    ImportOptions options;
    options.file = file.toStdString();
    const Outcome done = import(options);
    QVERIFY2(done.ok(), done.ok() ? "" : done.error().detail.c_str());
    QCOMPARE(m_refused, QByteArrayList());
    QCOMPARE(exported(kind), before);
    QCOMPARE(m_summary.samples, m_summary.added);
    QCOMPARE(m_summary.tags, std::size_t {6});
}

void TestHistoryImport::formsOfTables_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<ImportOptions>("options");
    QTest::addColumn<QByteArray>("rows");
    const auto row = [](const char *name, const char *content, const char *rows,
                        const std::function<void(ImportOptions &)> &set = {}) {
        ImportOptions options;
        if (set)
            set(options);
        QTest::newRow(name) << QByteArray(content) << options << QByteArray(rows);
    };
    row("no quality", "tag,time,value\na,2026-01-01T00:00:00Z,1.5\n",
        "a,2026-01-01T00:00:00.000000Z,1.5,good\n");
    row("blank value", "tag,time,value,quality\na,2026-01-01T00:00:00Z,,good\n", "");
    row("all quoted", "\"tag\",\"time\",\"value\"\n\"a\",\"2026-01-01T00:00:00Z\",\"1.5\"\n",
        "a,2026-01-01T00:00:00.000000Z,1.5,good\n");
    row("quoted text", "tag,time,value\na,2026-01-01T00:00:00Z,\"1.50\"\n",
        "a,2026-01-01T00:00:00.000000Z,\"1.50\",good\n");
    row("other order", "time;value;tag\n2026-01-01T00:00:00Z;+.5;a\n2026-01-01T00:00:01Z;NA;a\n",
        "a,2026-01-01T00:00:00.000000Z,0.5,good\n");
    row("one value is the file's", "time,value\n1767225600,7\n",
        "pump,2026-01-01T00:00:00.000000Z,7,good\n");
    row("wide", "time,p/flow,p/state\n1767225600,7,ON\n1767225601,NA,\n1767225602,true,nan\n",
        "p/flow,2026-01-01T00:00:00.000000Z,7,good\np/flow,2026-01-01T00:00:02.000000Z,1,good\n"
        "p/state,2026-01-01T00:00:00.000000Z,ON,good\np/"
        "state,2026-01-01T00:00:02.000000Z,nan,bad\n",
        [](ImportOptions &options) { options.isWide = true; });
    row("stations and parts of time", "year,month,day,hour,station,PM2.5\n2026,1,1,5,north,3.25\n",
        "north/PM2.5,2026-01-01T05:00:00.000000Z,3.25,good\n", [](ImportOptions &options) {
            options.isWide = true;
            options.time.columns = {"year", "month", "day", "hour"};
        });
    row("template", "when,who,a/b\n2026-01-01T00:00:00Z,x,1\n",
        "site/x/a%2Fb,2026-01-01T00:00:00.000000Z,1,good\n", [](ImportOptions &options) {
            options.isWide = true;
            options.time.column = "when";
            options.topicTemplate = "site/{who}";
        });
    row("comma and zone", "time;t\n01.07.2026 12:00;-1,5\n",
        "t,2026-07-01T10:00:00.000000Z,-1.5,good\n", [](ImportOptions &options) {
            options.isWide = true;
            options.decimal = ',';
            options.time.zone = "Europe/Berlin";
        });
    row("pattern", "at|t\n1/2/2026 03h|1e3\n", "t,2026-02-01T03:00:00.000000Z,1000,good\n",
        [](ImportOptions &options) {
            options.isWide = true;
            options.delimiter = '|';
            options.time.column = "at";
            options.time.format = "%d/%m/%Y %Hh";
        });
}

void TestHistoryImport::formsOfTables()
{
    QFETCH(QByteArray, content);
    QFETCH(ImportOptions, options);
    QFETCH(QByteArray, rows);
    const Outcome done = importText(content, options);
    QVERIFY2(done.ok(), done.ok() ? "" : done.error().detail.c_str());
    QCOMPARE(m_refused, QByteArrayList());
    QCOMPARE(exported(), "tag,time,value,quality\n" + rows);
}

void TestHistoryImport::refusedLinesAreNamedAndTheRestGoesIn()
{
    const Outcome done = importText("tag,time,value,quality\n"
                                    "a,2026-01-01T00:00:00Z,1,good\n"
                                    "a,yesterday,2,good\n"
                                    "a,2026-01-01T00:00:02Z,3\n"
                                    "a,2026-01-01T00:00:03Z,4,excellent\n"
                                    ",2026-01-01T00:00:04Z,5,good\n"
                                    "a,2026-01-01T00:00:05Z,\"two\nlines\",good\n"
                                    "a,2026-01-01T00:00:06Z,"
                                    + QByteArray(5000, 'x')
                                    + ",good\n"
                                      "a,2026-01-01T00:00:07Z,,good\n"
                                      "a,2026-01-01T00:00:08Z,8,good\n");
    QVERIFY(done.ok() && m_refused.size() == 5);
    for (const char *said :
         {"3: \"yesterday\" is no time", "4: 3 cells where the heading has 4",
          "5: \"excellent\" is no quality", "6: a tag is", "9: a text is longer than 4 KiB"})
        QVERIFY2(m_refused.join('\n').contains(said), said);
    QCOMPARE(m_summary.lines, std::uint64_t {9});
    QCOMPARE(m_summary.refused, std::uint64_t {5});
    QCOMPARE(m_summary.blank, std::uint64_t {1});
    QCOMPARE(m_summary.samples, std::uint64_t {3});
    QCOMPARE(exported().count("good\n"), 3);
}

void TestHistoryImport::headingsThatDoNotFitSayWhatToDo_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("no tag") << QByteArray("time,flow,level\n") << QByteArray("--wide");
    QTest::newRow("no time") << QByteArray("tag,value\n") << QByteArray("--time-column");
    QTest::newRow("latin 1") << QByteArray("time,H\xF6he\n") << QByteArray("iconv");
    QTest::newRow("nothing") << QByteArray() << QByteArray("empty");
}

void TestHistoryImport::headingsThatDoNotFitSayWhatToDo()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, said);
    const Outcome done = importText(content);
    QVERIFY(!done.ok());
    QVERIFY2(QByteArray::fromStdString(done.error().detail).contains(said),
             done.error().detail.c_str());
    QVERIFY(!QFile::exists(QString::fromStdString(dataFolder())));
}

void TestHistoryImport::sameFileAgainAddsNothing()
{
    QByteArray text = "time,value\n";
    for (int i = 0; i < 2000; ++i)
        text += QByteArray::number(1'767'225'600 + i) + "," + QByteArray::number(i % 7) + "\n";
    QVERIFY(importText(text).ok());
    QCOMPARE(m_summary.added, std::uint64_t {2000});
    const QByteArray before = exported();
    QVERIFY(importText(text).ok());
    QCOMPARE(m_summary.samples, std::uint64_t {2000});
    QCOMPARE(m_summary.added, std::uint64_t {0});
    QCOMPARE(exported(), before);
}

void TestHistoryImport::laterLineOfOneTimeWins()
{
    QVERIFY(importText("time,value\n1767225601,2\n1767225600,1\n1767225601,3\n").ok());
    QCOMPARE(m_summary.added, std::uint64_t {2});
    QCOMPARE(exported(),
             QByteArray("tag,time,value,quality\n"
                        "pump,2026-01-01T00:00:00.000000Z,1,good\n"
                        "pump,2026-01-01T00:00:01.000000Z,3,good\n"));
}

void TestHistoryImport::stoppedKeepsWhatIsIn()
{
    std::string text = "time,value\n";
    for (int i = 0; i < 500'000; ++i)
        text += std::to_string(1'767'225'600 + i) + "," + std::to_string(i) + "\n";
    ImportOptions options;
    options.file = m_folder->filePath(QStringLiteral("long.csv")).toStdString();
    options.dataFolder = dataFolder();
    std::atomic<bool> stop = false;
    std::uint64_t refused = 0;
    HistoryImport import(options);
    text.insert(text.find("1767325600,"), "broken\n"); // the 100 001st line stops it
    QVERIFY(writeFileDurably(options.file, text).ok());
    const Outcome done = import.run([](const HistoryImport::Summary &) {},
                                    [&](std::uint64_t, const Error &) {
                                        ++refused;
                                        stop = true;
                                    },
                                    [](const std::string &) {}, stop);
    QVERIFY(!done.ok() && done.error().code == Error::Code::Cancelled);
    QCOMPARE(refused, std::uint64_t {1});
    QCOMPARE(import.summary().samples, std::uint64_t {100'000});
    QCOMPARE(exported().count("good\n"), 100'000);
}

void TestHistoryImport::ownedDataAreLeftAlone()
{
    QVERIFY(makeFolder(dataFolder()).ok());
    const Result<FolderLock> lock = FolderLock::take(dataFolder());
    QVERIFY(lock.ok());
    const Outcome done = importText("time,value\n1767225600,1\n");
    QVERIFY(!done.ok() && done.error().code == Error::Code::Busy);
    QCOMPARE(exported(), QByteArray("tag,time,value,quality\n"));
}

void TestHistoryImport::damagedFileKeepsWhatCameBefore()
{
    QByteArray text = "time,value\n";
    QRandomGenerator random(3);
    for (int i = 0; i < 200'000; ++i)
        text += QByteArray::number(1'767'225'600 + i) + ","
            + QByteArray::number(random.generateDouble()) + "\n";
    const QString path = m_folder->filePath(QStringLiteral("cut.csv"));
    QVERIFY(writeFileDurably(path.toStdString(), text.toStdString()).ok());
    QCOMPARE(QProcess::execute(QStringLiteral("gzip"), {path}), 0);
    QFile packed(path + QStringLiteral(".gz"));
    QVERIFY(packed.resize(packed.size() / 2));
    ImportOptions options;
    options.file = packed.fileName().toStdString();
    const Outcome done = import(options);
    QVERIFY(!done.ok() && done.error().code == Error::Code::Damaged);
    QVERIFY(m_summary.samples > 50'000);
    QCOMPARE(exported().count("good\n"), qsizetype(m_summary.samples));
}

QTEST_GUILESS_MAIN(TestHistoryImport)
#include "tst_history_import.moc"
