#include "widgets/reports/report_writer.h"

#include "tests/support/fake_plant.h"

#include "widgets/common/theme.h"

#include "data/alarms/alarm_service.h"
#include "data/history/history_reader.h"
#include "data/history/history_writer.h"
#include "data/workspace/workspace.h"

#include <QApplication>
#include <QDir>
#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

#include <csignal>
#include <sys/resource.h>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

namespace {

constexpr const char *kPump = "Northfield/Pump station 2/Pump P-203";
constexpr const char *kBearing = "Northfield/Pump station 2/Pump P-203/Bearing temperature";

AlarmJournalEntry entry(const char *type, const char *alarm, Timestamp time)
{
    AlarmJournalEntry one;
    one.type = type;
    one.alarm = alarm;
    one.tag = kBearing;
    one.title = "Bearing temperature <b>high</b>"; // foreign text stays as it is
    one.occurrence = 1;
    one.priority = 1;
    one.time = time;
    one.eventTime = time;
    one.hasEventTime = true;
    one.value = "86.4";
    one.unit = "°C";
    one.limit = 85.0;
    return one;
}

/// A journal that is given, not stored.
class GivenJournal final : public AlarmReader
{
public:
    std::vector<AlarmJournalEntry> entries;

    Result<AlarmSnapshot> snapshot() override { return AlarmSnapshot {}; }
    Result<std::vector<AlarmJournalEntry>> journal(TimeRange range, std::size_t limit,
                                                   const std::string &tagPrefix) override
    {
        std::vector<AlarmJournalEntry> found;
        for (const AlarmJournalEntry &one : entries) {
            if (one.time >= range.from && one.time < range.to && found.size() < limit
                && one.tag.starts_with(tagPrefix))
                found.push_back(one);
        }
        return found;
    }
    Result<std::uint64_t> version() override { return std::uint64_t(1); }
    Result<std::uint64_t> verify() override { return std::uint64_t(entries.size()); }
};

} // namespace

class TestReportWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void coverNamesSitePeriodAndZone();
    void figuresAreThoseOfHistory();
    void alarmsAreListedLiterally();
    void fontsAreEmbeddedAndNothingIsABitmap();
    void everyPageSaysWhichItIs();
    void contentsNameThePages();
    void alarmsOfNeighboursStayOut();
    void goodDataCountsQuality();
    void foreignNamesStandLiterally();
    void paperIsLightInADarkWindow();
    void wordsAndNumbersFollowTheLanguage();
    void anHourThatComesTwiceIsToldApart();
    void gapsStandWithTheirCause();
    void unknownReportsAreRefused_data();
    void unknownReportsAreRefused();
    void unknownAssetsAreAnsweredWithThoseThereAre();
    void aCancelledReportSaysSo();
    void aFileThatCannotBeWrittenIsToldAndTheOldOneStays();
    void aDiskThatFillsUpLeavesTheOldFile();
    void anEmptyPlantGivesAReportThatSaysSo();

private:
    ReportOptions options(const std::string &name) const;
    Outcome write(const ReportOptions &options, const QString &file);
    /// What a poppler tool says of a file; empty if the tool is absent.
    QString tool(const QString &program, const QStringList &arguments) const;
    QString textOf(const QString &file) const;
    /// The text of a report of the asset `site/pump` whose only tag holds `samples`.
    QString textOfPump(const std::string &tag, const std::vector<Sample> &samples,
                       const ReportOptions &options);
    QString fileOf(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    std::unique_ptr<FakePlant> m_plant;
    std::unique_ptr<HistoryReader> m_history;
    GivenJournal m_journal;
    TimeRange m_hour;
    QString m_overview;
    QString m_asset;
};

void TestReportWriter::initTestCase()
{
    if (QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty())
        QSKIP("poppler-utils is not installed: nothing can look inside a PDF");
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    Theme::instance().applyTo(*qApp);
    m_plant = std::make_unique<FakePlant>();
    const Timestamp now = m_plant->clock().now();
    m_hour = {now - 1h, now};
    m_history = std::move(HistoryReader::open(m_plant->plant().dataFolder)).value();
    m_journal.entries = {entry("ALARM", "bearing", now - 14min),
                         entry("ACK", "bearing", now - 12min), entry("RTN", "bearing", now - 3min)};
    m_journal.entries[1].by = "anna";
    m_overview = fileOf(QStringLiteral("overview.pdf"));
    m_asset = fileOf(QStringLiteral("asset.pdf"));
    QVERIFY(write(options("overview"), m_overview).ok());
    QVERIFY(write(options(std::string("asset:") + kPump), m_asset).ok());
}

ReportOptions TestReportWriter::options(const std::string &name) const
{
    ReportOptions options;
    options.name = name;
    options.range = m_hour;
    options.zone = QTimeZone("Europe/Oslo");
    options.generatedAt = m_hour.to;
    options.locale = QLocale(QLocale::English, QLocale::UnitedKingdom);
    return options;
}

Outcome TestReportWriter::write(const ReportOptions &options, const QString &file)
{
    return writeReport(options, *m_history, &m_journal, m_plant->tags(), m_plant->workspace(),
                       file.toStdString());
}

QString TestReportWriter::tool(const QString &program, const QStringList &arguments) const
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput());
}

QString TestReportWriter::textOf(const QString &file) const
{
    return tool(QStringLiteral("pdftotext"),
                {QStringLiteral("-layout"), QStringLiteral("-enc"), QStringLiteral("UTF-8"), file,
                 QStringLiteral("-")});
}

void TestReportWriter::coverNamesSitePeriodAndZone()
{
    const QString text = textOf(m_asset);
    const QString cover = text.left(text.indexOf(QLatin1Char('\f')));
    for (const char *words :
         {"Northfield Water", "Pump P-203", "Northfield › Pump station 2",
          "Wednesday, 25 November 2026, 20:46:03", "Wednesday, 25 November 2026, 21:46:03",
          "Europe/Oslo (CET, UTC+1)", "1 (1 CRIT)"})
        QVERIFY2(cover.contains(QString::fromUtf8(words)), qPrintable(cover));
}

void TestReportWriter::figuresAreThoseOfHistory()
{
    const TagId bearing = m_plant->tag(kBearing);
    double low = 1e9;
    double high = -1e9;
    double sum = 0.0;
    int count = 0;
    QVERIFY(m_history
                ->scan(bearing, m_hour,
                       [&](const Sample &sample) {
                           low = std::min(low, sample.value);
                           high = std::max(high, sample.value);
                           sum += sample.value;
                           ++count;
                           return true;
                       })
                .ok());
    QVERIFY(count > 100);
    const QString line = QRegularExpression(QStringLiteral("^ *Bearing temperature +°C .*$"),
                                            QRegularExpression::MultilineOption)
                             .match(textOf(m_asset))
                             .captured();
    const QStringList cells = line.simplified().split(QLatin1Char(' '));
    QVERIFY2(cells.size() == 10, qPrintable(line));
    QCOMPARE(cells[3], QString::number(low, 'f', 1));
    QCOMPARE(cells[4], QString::number(sum / count, 'f', 1));
    QCOMPARE(cells[5], QString::number(high, 'f', 1));
    QCOMPARE(cells[7].toInt(), count);
    QCOMPARE(cells[8], QStringLiteral("100"));
}

void TestReportWriter::alarmsAreListedLiterally()
{
    const QString text = textOf(m_asset).simplified();
    QVERIFY(text.contains(QStringLiteral("CRIT Bearing temperature <b>high</b>")));
    QVERIFY(text.contains(QStringLiteral("2026-11-25 21:32:03"))); // came
    QVERIFY(text.contains(QStringLiteral("2026-11-25 21:43:03"))); // returned
    QVERIFY(text.contains(QStringLiteral("anna")));
}

void TestReportWriter::fontsAreEmbeddedAndNothingIsABitmap()
{
    for (const QString &file : {m_overview, m_asset}) {
        const QStringList fonts = tool(QStringLiteral("pdffonts"), {file}).split(QLatin1Char('\n'));
        QVERIFY2(fonts.size() > 3, qPrintable(fonts.join(QLatin1Char('\n'))));
        for (const QString &font : fonts.mid(2)) {
            const QStringList cells = font.simplified().split(QLatin1Char(' '));
            if (cells.size() < 5)
                continue;
            QVERIFY2(cells[cells.size() - 5] == QLatin1String("yes"), qPrintable(font)); // emb
        }
        const QString images
            = tool(QStringLiteral("pdfimages"), {QStringLiteral("-list"), file}).trimmed();
        QCOMPARE(images.count(QLatin1Char('\n')), 1); // the two lines of the heading
    }
}

void TestReportWriter::everyPageSaysWhichItIs()
{
    const QString info = tool(QStringLiteral("pdfinfo"), {m_overview});
    const int pages
        = QRegularExpression(QStringLiteral("Pages: +(\\d+)")).match(info).captured(1).toInt();
    QVERIFY(pages >= 4);
    QVERIFY2(info.contains(QStringLiteral("A4")), qPrintable(info));
    const QStringList texts = textOf(m_overview).split(QLatin1Char('\f'));
    QCOMPARE(texts.size(), pages + 1);
    for (int page = 1; page <= pages; ++page)
        QVERIFY2(texts[page - 1].contains(QStringLiteral("%1 / %2").arg(page).arg(pages)),
                 qPrintable(texts[page - 1]));
}

void TestReportWriter::cleanup()
{
    Theme::instance().setMode(Theme::Mode::Light);
}

QString TestReportWriter::textOfPump(const std::string &tag, const std::vector<Sample> &samples,
                                     const ReportOptions &options)
{
    QTemporaryDir folder;
    TagRegistry registry;
    const TagId id = registry.intern("site/pump/" + tag);
    const Workspace workspace = Workspace::load(folder.path().toStdString() + "/works").value();
    auto writer = HistoryWriter::open({folder.path().toStdString()}, registry).value();
    auto batch = std::make_shared<SampleBatch>();
    for (Sample sample : samples) {
        sample.tag = id;
        batch->append(sample);
    }
    if (!writer->append(batch).ok() || !writer->commit({1}, {}).ok())
        return {};
    auto history = std::move(HistoryReader::open(folder.path().toStdString())).value();
    const QString file = fileOf(QStringLiteral("pump.pdf"));
    const Outcome written
        = writeReport(options, *history, &m_journal, registry, workspace, file.toStdString());
    return written.ok() ? textOf(file).simplified() : QString();
}

void TestReportWriter::contentsNameThePages()
{
    const QStringList pages = textOf(m_overview).split(QLatin1Char('\f'));
    const QString cover = pages.front().simplified();
    for (const char *section : {"Key figures", "Trends", "Gaps", "Alarms"}) {
        const QString heading = QString::fromLatin1(section);
        const QString page
            = QRegularExpression(heading + QStringLiteral(" page (\\d+)")).match(cover).captured(1);
        QVERIFY2(page.toInt() >= 2, qPrintable(cover));
        QVERIFY2(pages[page.toInt() - 1].contains(heading), qPrintable(heading));
    }
}

void TestReportWriter::alarmsOfNeighboursStayOut()
{
    AlarmJournalEntry other = entry("ALARM", "other", m_hour.from + 5min);
    other.tag = std::string(kPump) + "0/Flow"; // P-2030 is another pump
    other.title = "Of another pump";
    m_journal.entries.push_back(other);
    const QString file = fileOf(QStringLiteral("neighbours.pdf"));
    QVERIFY(write(options(std::string("asset:") + kPump), file).ok());
    m_journal.entries.pop_back();
    const QString text = textOf(file);
    QVERIFY(text.contains(QStringLiteral("<b>high</b>")));
    QVERIFY2(!text.contains(QStringLiteral("Of another pump")), qPrintable(text));
}

void TestReportWriter::goodDataCountsQuality()
{
    std::vector<Sample> samples;
    for (int i = 0; i < 8; ++i) {
        Quality quality;
        if (i == 1)
            quality = Quality::uncertain(Quality::Reason::SourceStatus);
        if (i == 2)
            quality = Quality::bad(Quality::Reason::Null);
        samples.push_back({{}, m_hour.from + i * 1min, 2.0, quality, {}, {}});
    }
    const QString text = textOfPump("flow", samples, options("asset:site/pump"));
    QVERIFY2(text.contains(QStringLiteral("flow 2 2 2 2 8 75.0 %")), qPrintable(text));
}

void TestReportWriter::foreignNamesStandLiterally()
{
    const std::string name = "<b>x & %1 \xE2\x80\xAE evil";
    const QString text
        = textOfPump(name, {{{}, m_hour.from, 2.0, {}, {}, {}}}, options("asset:site/pump"));
    QVERIFY2(text.contains(QStringLiteral("<b>x & %1 \\u202E evil")), qPrintable(text));
}

void TestReportWriter::paperIsLightInADarkWindow()
{
    const auto render = [&](const QString &name, const QString &page) {
        const QString file = fileOf(name + QStringLiteral(".pdf"));
        if (!write(options(std::string("asset:") + kPump), file).ok())
            return QImage();
        tool(QStringLiteral("pdftoppm"),
             {QStringLiteral("-r"), QStringLiteral("50"), QStringLiteral("-f"), page,
              QStringLiteral("-singlefile"), QStringLiteral("-png"), file, fileOf(name)});
        return QImage(fileOf(name + QStringLiteral(".png")));
    };
    for (const QString &page : {QStringLiteral("2"), QStringLiteral("3")}) {
        Theme::instance().setMode(Theme::Mode::Light);
        const QImage light = render(QStringLiteral("light"), page);
        Theme::instance().setMode(Theme::Mode::Dark);
        const QImage dark = render(QStringLiteral("dark"), page);
        QVERIFY(!light.isNull());
        QCOMPARE(dark, light);
    }
}

namespace {

/// German for one heading, so that the test needs no file of the application.
class OneWord final : public QTranslator
{
public:
    using QTranslator::QTranslator;
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *source, const char *, int) const override
    {
        return qstrcmp(source, "Key figures") == 0 ? QStringLiteral("Kennzahlen") : QString();
    }
};

} // namespace

void TestReportWriter::wordsAndNumbersFollowTheLanguage()
{
    AlarmJournalEntry came = entry("ALARM", "bearing", m_hour.from);
    came.tag = "site/pump/flow";
    m_journal.entries.push_back(came);
    OneWord german;
    QVERIFY(QCoreApplication::installTranslator(&german));
    ReportOptions options = this->options("asset:site/pump");
    options.locale = QLocale(QLocale::German, QLocale::Germany);
    const QString text = textOfPump("flow", {{{}, m_hour.from, 1234.5, {}, {}, {}}}, options);
    QCoreApplication::removeTranslator(&german);
    m_journal.entries.pop_back();
    QVERIFY2(text.contains(QStringLiteral("Mittwoch, 25. November 2026")), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("Kennzahlen")));
    QVERIFY2(text.contains(QStringLiteral("86,4 °C 85")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("1 234,5")), qPrintable(text));
}

void TestReportWriter::anHourThatComesTwiceIsToldApart()
{
    ReportOptions options = this->options("asset:site/pump");
    options.zone = QTimeZone("Europe/Berlin");
    const Timestamp noon
        = Timestamp(std::chrono::sys_days(std::chrono::year(2026) / std::chrono::October / 24))
        + 12h;
    options.range = {noon, noon + 24h};
    for (const auto after : {12h + 30min, 13h + 30min}) { // both 02:30
        AlarmJournalEntry came = entry("ALARM", "twice", noon + after);
        came.tag = "site/pump/flow";
        came.occurrence = static_cast<std::uint64_t>(after.count());
        m_journal.entries.push_back(came);
    }
    const QString text = textOfPump("flow", {{{}, noon, 1.0, {}, {}, {}}}, options);
    m_journal.entries.resize(m_journal.entries.size() - 2);
    QVERIFY2(text.contains(QStringLiteral("2026-10-25 02:30:00 CEST")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("2026-10-25 02:30:00 CET")), qPrintable(text));
}

void TestReportWriter::gapsStandWithTheirCause()
{
    QTemporaryDir folder;
    TagRegistry registry;
    const TagId tag = registry.intern("site/pump/flow");
    Workspace workspace = Workspace::load(folder.path().toStdString() + "/works").value();
    {
        auto writer = HistoryWriter::open({folder.path().toStdString()}, registry).value();
        auto batch = std::make_shared<SampleBatch>();
        for (Timestamp time = m_hour.from; time < m_hour.to; time += 10s) {
            if (time < m_hour.from + 20min || time > m_hour.from + 30min)
                batch->append({tag, time, 5.0, {}, {}, {}});
        }
        QVERIFY(writer->append(batch).ok());
        QVERIFY(writer
                    ->recordGap({HistoryGap::Cause::SourceDisconnected,
                                 {},
                                 {},
                                 {m_hour.from + 20min, m_hour.from + 30min}})
                    .ok());
        QVERIFY(writer->commit({1}, {}).ok());
    }
    auto history = std::move(HistoryReader::open(folder.path().toStdString())).value();
    const QString file = fileOf(QStringLiteral("gaps.pdf"));
    QVERIFY(writeReport(options("asset:site/pump"), *history, nullptr, registry, workspace,
                        file.toStdString())
                .ok());
    const QString text = textOf(file).simplified();
    QVERIFY2(
        text.contains(QStringLiteral("2026-11-25 21:06:03 2026-11-25 21:16:03 broker down 10 min")),
        qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("no alarm journal")));
}

void TestReportWriter::unknownReportsAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("no such asset") << QStringLiteral("asset:Northfield/Nowhere");
    QTest::newRow("no such report") << QStringLiteral("everything");
}

void TestReportWriter::unknownReportsAreRefused()
{
    QFETCH(QString, name);
    const QString file = fileOf(QStringLiteral("refused.pdf"));
    const Outcome outcome = write(options(name.toStdString()), file);
    QVERIFY(!outcome.ok());
    QCOMPARE(outcome.error().code, Error::Code::NotFound);
    QVERIFY(!QFile::exists(file));
}

void TestReportWriter::unknownAssetsAreAnsweredWithThoseThereAre()
{
    const Outcome outcome
        = write(options("asset:Northfield/Nowhere"), fileOf(QStringLiteral("none.pdf")));
    QCOMPARE(outcome.error().code, Error::Code::NotFound);
    const QString words = QString::fromStdString(outcome.error().detail);
    QVERIFY2(words.contains(QStringLiteral("there are: Northfield/")), qPrintable(words));
    QVERIFY2(QRegularExpression(QStringLiteral("and \\d+ more$")).match(words).hasMatch(),
             qPrintable(words));
}

void TestReportWriter::aCancelledReportSaysSo()
{
    ReportProgress progress;
    progress.cancel.cancel();
    const Result<ReportData> data = gatherReport(options("overview"), *m_history, nullptr,
                                                 m_plant->tags(), m_plant->workspace(), &progress);
    QVERIFY(!data.ok());
    QCOMPARE(data.error().code, Error::Code::Cancelled);
}

/// A limit on the size of files stands for the disk.
void TestReportWriter::aDiskThatFillsUpLeavesTheOldFile()
{
    const qint64 before = QFileInfo(m_overview).size();
    const auto former = std::signal(SIGXFSZ, SIG_IGN);
    rlimit limit {};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &limit), 0);
    const rlimit small {4096, limit.rlim_max};
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    const Outcome outcome = write(options("overview"), m_overview);
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &limit), 0);
    std::signal(SIGXFSZ, former);
    QVERIFY(!outcome.ok());
    QVERIFY(outcome.error().detail.find(m_overview.toStdString()) != std::string::npos);
    QCOMPARE(QFileInfo(m_overview).size(), before);
    const QDir folder(m_folder.path());
    QCOMPARE(folder.entryList({QStringLiteral("overview.pdf*")}, QDir::Files).size(), 1);
}

void TestReportWriter::aFileThatCannotBeWrittenIsToldAndTheOldOneStays()
{
    const QString nowhere = fileOf(QStringLiteral("missing/report.pdf"));
    const Outcome outcome = write(options("overview"), nowhere);
    QVERIFY(!outcome.ok());
    QVERIFY(outcome.error().detail.find(nowhere.toStdString()) != std::string::npos);
    ReportOptions empty = options("overview");
    empty.range.to = empty.range.from;
    const qint64 before = QFileInfo(m_overview).size();
    QCOMPARE(write(empty, m_overview).error().code, Error::Code::WrongUse);
    QCOMPARE(QFileInfo(m_overview).size(), before);
}

void TestReportWriter::anEmptyPlantGivesAReportThatSaysSo()
{
    FakePlant plant(FakePlant::Content::Empty);
    auto history = std::move(HistoryReader::open(plant.plant().dataFolder)).value();
    const QString file = fileOf(QStringLiteral("empty.pdf"));
    QVERIFY(writeReport(options("overview"), *history, nullptr, plant.tags(), plant.workspace(),
                        file.toStdString())
                .ok());
    QVERIFY(textOf(file).contains(QStringLiteral("There is no tag to report on.")));
}

QTEST_MAIN(TestReportWriter)
#include "tst_report_writer.moc"
