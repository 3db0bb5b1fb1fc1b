#include "tests/widgets/report_bench.h"
#include "widgets/common/theme.h"

#include "models/key_figure_words.h"
#include "models/page_binding.h"
#include "models/page_catalog.h"
#include "models/report_data.h"

#include "data/history/history_writer.h"
#include "data/workspace/workspace.h"

#include <QApplication>
#include <QImage>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>
#include <QTranslator>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

/// What stands in a report, and how.
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
    void loadByAlarmsStandsBesideItsTargets();
    void goodDataCountsQuality();
    void textsAreGoodData();
    void foreignNamesStandLiterally();
    void paperIsLightInADarkWindow();
    void wordsAndNumbersFollowTheLanguage();
    void anHourThatComesTwiceIsToldApart();
    void gapsStandWithTheirCause();
    void timeSinceTheProgramEndedIsAGap();
    void plantWithoutANameIsNotCalledDefault();
    void silenceIsNoGoodData();
    void alarmsHaveTheNumbersOfTheirTag();
    void overviewReportsTheTagsOfItsPage();
    void nothingInATableIsCut();

private:
    std::unique_ptr<ReportBench> m_bench;
    QString m_overview;
    QString m_asset;
};

void TestReportWriter::initTestCase()
{
    if (QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty())
        QSKIP("poppler-utils is not installed: nothing can look inside a PDF");
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    Theme::instance().applyTo(*qApp);
    m_bench = std::make_unique<ReportBench>();
    m_overview = m_bench->fileOf(QStringLiteral("overview.pdf"));
    m_asset = m_bench->fileOf(QStringLiteral("asset.pdf"));
    QVERIFY(m_bench->write(m_bench->options("overview"), m_overview).ok());
    QVERIFY(m_bench->write(m_bench->options(std::string("asset:") + kPump), m_asset).ok());
}

void TestReportWriter::coverNamesSitePeriodAndZone()
{
    const QString text = m_bench->textOf(m_asset);
    const QString cover = text.left(text.indexOf(QLatin1Char('\f')));
    for (const char *words :
         {"Northfield Water", "Pump P-203", "Northfield › Pump station 2",
          "Wednesday, 25 November 2026, 20:46:03", "Wednesday, 25 November 2026, 21:46:03",
          "Europe/Oslo (CET, UTC+1)", "1 (1 CRIT)"})
        QVERIFY2(cover.contains(QString::fromUtf8(words)), qPrintable(cover));
}

void TestReportWriter::figuresAreThoseOfHistory()
{
    const TagId bearing = m_bench->plant.tag(kBearing);
    double low = 1e9;
    double high = -1e9;
    double sum = 0.0;
    int count = 0;
    QVERIFY(m_bench->history
                ->scan(bearing, m_bench->hour,
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
                             .match(m_bench->textOf(m_asset))
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
    const QString text = m_bench->textOf(m_asset).simplified();
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
    const QStringList texts = m_bench->textOf(m_overview).split(QLatin1Char('\f'));
    QCOMPARE(texts.size(), pages + 1);
    for (int page = 1; page <= pages; ++page)
        QVERIFY2(texts[page - 1].contains(QStringLiteral("%1 / %2").arg(page).arg(pages)),
                 qPrintable(texts[page - 1]));
}

void TestReportWriter::cleanup()
{
    Theme::instance().setMode(Theme::Mode::Light);
}

void TestReportWriter::contentsNameThePages()
{
    const QStringList pages = m_bench->textOf(m_overview).split(QLatin1Char('\f'));
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
    AlarmJournalEntry other = entry("ALARM", "other", m_bench->hour.from + 5min);
    other.tag = std::string(kPump) + "0/Flow"; // P-2030 is another pump
    other.title = "Of another pump";
    m_bench->journal.entries.push_back(other);
    const QString file = m_bench->fileOf(QStringLiteral("neighbours.pdf"));
    QVERIFY(m_bench->write(m_bench->options(std::string("asset:") + kPump), file).ok());
    m_bench->journal.entries.pop_back();
    const QString text = m_bench->textOf(file);
    QVERIFY(text.contains(QStringLiteral("<b>high</b>")));
    QVERIFY2(!text.contains(QStringLiteral("Of another pump")), qPrintable(text));
}

void TestReportWriter::loadByAlarmsStandsBesideItsTargets()
{
    const QString text = m_bench->textOf(m_overview).simplified();
    const auto tight = [](QString words) { // how wide a space is in a PDF is the font's
        static const QRegularExpression space(QStringLiteral("\\s"),
                                              QRegularExpression::UseUnicodePropertiesOption);
        return words.remove(space);
    };
    const auto hasLine = [&, this](const char *figure, KeyFigure::Kind kind) {
        const QString target = KeyFigureWords::target(kind, 0, m_bench->options("overview").locale);
        return tight(text).contains(tight(QString::fromUtf8(figure) + target));
    };
    QVERIFY2(hasLine("Alarms per hour 1.0", KeyFigure::Kind::PerHour), qPrintable(text));
    QVERIFY2(hasLine("Time in an alarm flood 0 %", KeyFigure::Kind::InFlood), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("Most alarms in the first ten minutes of a flood")));
    QVERIFY(text.contains(QStringLiteral("Half of the acknowledgements came within 120 s")));
    QVERIFY(text.contains(QStringLiteral("not meaningful with few alarms")));
    QVERIFY(!text.contains(QStringLiteral("Share of the ten most frequent alarms 100 %")));
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
        samples.push_back({{}, m_bench->hour.from + i * 1min, 2.0, quality, {}, {}});
    }
    const QString text = m_bench->textOfPump("flow", samples, m_bench->options("asset:site/pump"));
    QVERIFY2(text.contains(QStringLiteral("flow 2 2 2 2 8 75.0 %")), qPrintable(text));
}

void TestReportWriter::textsAreGoodData()
{
    std::vector<Sample> samples;
    for (int i = 0; i < 8; ++i) {
        const Quality quality = i == 2 ? Quality::bad(Quality::Reason::Null) : Quality {};
        samples.push_back({{},
                           m_bench->hour.from + i * 1min,
                           0.0,
                           quality,
                           SampleFlags::make(SampleFlags::Kind::Text),
                           std::string("running")});
    }
    const QString text = m_bench->textOfPump("state", samples, m_bench->options("asset:site/pump"));
    QVERIFY2(text.contains(QStringLiteral("8 87.5 %")), qPrintable(text));
}

void TestReportWriter::foreignNamesStandLiterally()
{
    const std::string name = "<b>x & %1 \xE2\x80\xAE evil";
    const QString text = m_bench->textOfPump(name, {{{}, m_bench->hour.from, 2.0, {}, {}, {}}},
                                             m_bench->options("asset:site/pump"));
    QVERIFY2(text.contains(QStringLiteral("<b>x & %1 \\u202E evil")), qPrintable(text));
}

void TestReportWriter::paperIsLightInADarkWindow()
{
    const auto render = [&](const QString &name, const QString &page) {
        const QString file = m_bench->fileOf(name + QStringLiteral(".pdf"));
        if (!m_bench->write(m_bench->options(std::string("asset:") + kPump), file).ok())
            return QImage();
        tool(QStringLiteral("pdftoppm"),
             {QStringLiteral("-r"), QStringLiteral("50"), QStringLiteral("-f"), page,
              QStringLiteral("-singlefile"), QStringLiteral("-png"), file, m_bench->fileOf(name)});
        return QImage(m_bench->fileOf(name + QStringLiteral(".png")));
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
    AlarmJournalEntry came = entry("ALARM", "bearing", m_bench->hour.from);
    came.tag = "site/pump/flow";
    m_bench->journal.entries.push_back(came);
    OneWord german;
    QVERIFY(QCoreApplication::installTranslator(&german));
    ReportOptions options = m_bench->options("asset:site/pump");
    options.locale = QLocale(QLocale::German, QLocale::Germany);
    const QString text
        = m_bench->textOfPump("flow", {{{}, m_bench->hour.from, 1234.5, {}, {}, {}}}, options);
    QCoreApplication::removeTranslator(&german);
    m_bench->journal.entries.pop_back();
    QVERIFY2(text.contains(QStringLiteral("Mittwoch, 25. November 2026")), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("Kennzahlen")));
    QVERIFY2(text.contains(QStringLiteral("86,4 °C 85")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("1 234,5")), qPrintable(text));
}

void TestReportWriter::anHourThatComesTwiceIsToldApart()
{
    ReportOptions options = m_bench->options("asset:site/pump");
    options.zone = QTimeZone("Europe/Berlin");
    const Timestamp noon
        = Timestamp(std::chrono::sys_days(std::chrono::year(2026) / std::chrono::October / 24))
        + 12h;
    options.range = {noon, noon + 24h};
    for (const auto after : {12h + 30min, 13h + 30min}) { // both 02:30
        AlarmJournalEntry came = entry("ALARM", "twice", noon + after);
        came.tag = "site/pump/flow";
        came.occurrence = static_cast<std::uint64_t>(after.count());
        m_bench->journal.entries.push_back(came);
    }
    const QString text = m_bench->textOfPump("flow", {{{}, noon, 1.0, {}, {}, {}}}, options);
    m_bench->journal.entries.resize(m_bench->journal.entries.size() - 2);
    QVERIFY2(text.contains(QStringLiteral("2026-10-25 02:30:00 CEST")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("2026-10-25 02:30:00 CET")), qPrintable(text));
}

void TestReportWriter::gapsStandWithTheirCause()
{
    QTemporaryDir folder;
    TagRegistry registry;
    const SourceId source {3};
    const TagId tag = registry.intern("site/pump/flow", source);
    Workspace workspace = Workspace::load(folder.path().toStdString() + "/works").value();
    QFile names(folder.filePath(QStringLiteral("sources.json")));
    QVERIFY(names.open(QIODevice::WriteOnly) && names.write(R"({"plant-a": 3})") > 0);
    names.close();
    {
        auto writer = HistoryWriter::open({folder.path().toStdString()}, registry).value();
        auto batch = std::make_shared<SampleBatch>();
        for (Timestamp time = m_bench->hour.from; time < m_bench->hour.to; time += 10s) {
            if (time < m_bench->hour.from + 20min || time > m_bench->hour.from + 30min)
                batch->append({tag, time, 5.0, {}, {}, {}});
        }
        QVERIFY(writer->append(batch).ok());
        QVERIFY(writer
                    ->recordGap({HistoryGap::Cause::SourceDisconnected,
                                 source,
                                 {},
                                 {m_bench->hour.from + 20min, m_bench->hour.from + 30min}})
                    .ok());
        const SourceId other {7}; // nothing of it is in the report
        QVERIFY(writer
                    ->recordGap({HistoryGap::Cause::SwitchedOff,
                                 other,
                                 {},
                                 {m_bench->hour.from + 40min, Timestamp::max()}})
                    .ok());
        QVERIFY(writer->commit({1}, {}).ok());
    }
    const QString file = m_bench->fileOf(QStringLiteral("gaps.pdf"));
    QVERIFY(writeReport(m_bench->options("asset:site/pump"), folder.path().toStdString(), registry,
                        workspace, file.toStdString())
                .ok());
    const QString text = m_bench->textOf(file).simplified();
    QVERIFY2(text.contains(QStringLiteral(
                 "2026-11-25 21:06:03 2026-11-25 21:16:03 broker down 10 min plant-a")),
             qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("Good data 83.3 %")), qPrintable(text)); // 10 of 60 min
    QVERIFY2(text.contains(QStringLiteral("Gaps 1")), qPrintable(text));
    QVERIFY2(!text.contains(QStringLiteral("switched off")), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("no alarm journal")));
}

/// After a kill nobody wrote down that it ended.
void TestReportWriter::timeSinceTheProgramEndedIsAGap()
{
    QTemporaryDir folder;
    TagRegistry registry;
    const TagId tag = registry.intern("site/pump/flow", {3});
    const Workspace workspace = Workspace::load(folder.path().toStdString() + "/works").value();
    const Timestamp ended = m_bench->hour.from + 30min;
    {
        auto writer = HistoryWriter::open({folder.path().toStdString()}, registry).value();
        auto batch = std::make_shared<SampleBatch>();
        for (Timestamp time = m_bench->hour.from; time < ended; time += 10s)
            batch->append({tag, time, 5.0, {}, {}, {}});
        HistoryTotals counted;
        counted.counters[HistoryTotals::kLastArrival]
            = static_cast<std::uint64_t>(toMicroseconds(ended));
        QVERIFY(writer->append(batch).ok() && writer->commit({1}, counted).ok());
    }
    const QString file = m_bench->fileOf(QStringLiteral("ended.pdf"));
    QVERIFY(writeReport(m_bench->options("asset:site/pump"), folder.path().toStdString(), registry,
                        workspace, file.toStdString())
                .ok());
    const QString text = m_bench->textOf(file).simplified();
    QVERIFY2(text.contains(QStringLiteral("not over yet program off 30 min")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("Gaps 1")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("Good data 50.0 %"))
                 || text.contains(QStringLiteral("Good data 49.")),
             qPrintable(text));
}

/// What a device did not say is missing as well as what a broker did not bring.
void TestReportWriter::silenceIsNoGoodData()
{
    std::vector<Sample> samples;
    for (Timestamp time = m_bench->hour.from; time < m_bench->hour.to; time += 10s) {
        if (time < m_bench->hour.from + 20min || time >= m_bench->hour.from + 30min)
            samples.push_back({{}, time, 5.0, {}, {}, {}});
    }
    const QString text = m_bench->textOfPump("flow", samples, m_bench->options("asset:site/pump"));
    QVERIFY2(text.contains(QStringLiteral("Good data 83.1 %")), qPrintable(text)); // 610 of 3 600 s
}

void TestReportWriter::alarmsHaveTheNumbersOfTheirTag()
{
    AlarmJournalEntry odd = entry("ALARM", "odd", m_bench->hour.from + 5min);
    odd.value = "86.4000244140625";
    odd.limit = 85.25;
    m_bench->journal.entries.push_back(odd);
    AlarmRule rule;
    rule.id = "odd";
    rule.limit = 85.25;
    m_bench->plant.workspace().rules = {rule};
    const QString file = m_bench->fileOf(QStringLiteral("numbers.pdf"));
    const Outcome written = m_bench->write(m_bench->options(std::string("asset:") + kPump), file);
    m_bench->journal.entries.pop_back();
    m_bench->plant.workspace().rules.clear();
    QVERIFY(written.ok());
    const QString text = m_bench->textOf(file).replace(QChar(QChar::Nbsp), u' ').simplified();
    QCOMPARE(m_bench->plant.tags().info(m_bench->plant.tag(kBearing)).decimals, 1);
    QVERIFY2(text.contains(QStringLiteral("86.4 °C ≥ 85.3 °C"))
                 || text.contains(QStringLiteral("86.4 °C ≥ 85.2 °C")),
             qPrintable(text));
}

/// In the order of its tiles. History does not know how often a tag comes: the report also has one
/// that the page finds silent.
void TestReportWriter::overviewReportsTheTagsOfItsPage()
{
    const ReportOptions options = m_bench->options("overview");
    const auto report = gatherReport(options, *m_bench->history, nullptr, m_bench->plant.tags(),
                                     m_bench->plant.workspace());
    QVERIFY(report.ok());
    const auto tiles
        = bindTiles(m_bench->plant.plant(), m_bench->plant.plant().pages->overview(), {}, {}, 10);
    QCOMPARE(tiles.size(), std::size_t(10));
    auto next = report->tags.begin();
    for (const TileDescription &tile : tiles) {
        next = std::find_if(next, report->tags.end(), [&tile](const auto &tag) {
            return tag.trace.info.path == tile.tag;
        });
        QVERIFY2(next != report->tags.end(), tile.tag.c_str());
    }
}

void TestReportWriter::plantWithoutANameIsNotCalledDefault()
{
    QTemporaryDir folder;
    const auto siteOf = [&](const char *name) {
        const Workspace workspace
            = Workspace::load(folder.path().toStdString() + '/' + name).value();
        return gatherReport(m_bench->options("overview"), *m_bench->history, nullptr,
                            m_bench->plant.tags(), workspace)
            .value()
            .site;
    };
    QCOMPARE(siteOf("default"), std::string("Telltale"));
    QCOMPARE(siteOf("waterworks"), std::string("waterworks"));
}

/// What is too wide for the paper wraps; what is long in one column takes nothing from its limit.
void TestReportWriter::nothingInATableIsCut()
{
    std::string path = "discharge pressure behind the second stage";
    for (int i = 0; i < 6; ++i)
        path += " and the cooler " + std::to_string(i);
    AlarmJournalEntry came = entry("ALARM", "pressure", m_bench->hour.from + 5min);
    came.tag = "site/pump/" + path;
    came.title = "Pressure behind the compressor is too high for the seals of the second stage "
                 "and for the cooler behind it, which opens its valve";
    came.value = "1234567.25";
    came.limit = 1'200'000.0;
    came.unit = "bar absolute";
    m_bench->journal.entries.push_back(came);
    const QString text
        = m_bench->textOfPump(path, {{{}, m_bench->hour.from, 123456.789, {}, {}, {}}},
                              m_bench->options("asset:site/pump"));
    m_bench->journal.entries.pop_back();
    const QString plain = QString(text).replace(QChar(QChar::Nbsp), u' ');
    const auto curves = text.lastIndexOf(QStringLiteral("Trends")); // may shorten their headings
    const QString tables
        = QString(text).remove(curves, text.lastIndexOf(QStringLiteral("Gaps")) - curves);
    QVERIFY2(!tables.contains(QChar(0x2026)), qPrintable(text));
    QVERIFY2(plain.count(QStringLiteral("bar absolute")) >= 2, qPrintable(plain));
    for (const char *words : {"Pressure behind the compressor", "opens its valve", "cooler 5"})
        QVERIFY2(plain.contains(QString::fromLatin1(words)), qPrintable(plain));
}

QTEST_MAIN(TestReportWriter)
#include "tst_report_writer.moc"
