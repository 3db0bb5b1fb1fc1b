#include "tests/support/damaged_history.h"
#include "tests/widgets/report_bench.h"
#include "widgets/common/theme.h"

#include <QApplication>
#include <QDir>
#include <QStandardPaths>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace telltale;
using namespace telltale::test;

/// Reports that cannot be, or have nothing to tell: it is said, and what was there stays.
class TestReportRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void unknownReportsAreRefused_data();
    void unknownReportsAreRefused();
    void unknownAssetsAreAnsweredWithThoseThereAre();
    void aCancelledReportSaysSo();
    void aReportCancelledWhileDrawnIsNotWritten();
    void aFileThatCannotBeWrittenIsToldAndTheOldOneStays();
    void aDiskThatFillsUpLeavesTheOldFile();
    void anEmptyPlantGivesAReportThatSaysSo();
    void whatIsDamagedStandsAmongTheGaps();

private:
    std::unique_ptr<ReportBench> m_bench;
    QString m_overview;
};

void TestReportRefusals::initTestCase()
{
    if (QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty())
        QSKIP("poppler-utils is not installed: nothing can look inside a PDF");
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    Theme::instance().applyTo(*qApp);
    m_bench = std::make_unique<ReportBench>();
    m_overview = m_bench->fileOf(QStringLiteral("overview.pdf"));
    QVERIFY(m_bench->write(m_bench->options("overview"), m_overview).ok());
}

void TestReportRefusals::unknownReportsAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("no such asset") << QStringLiteral("asset:Northfield/Nowhere");
    QTest::newRow("no such report") << QStringLiteral("everything");
}

void TestReportRefusals::unknownReportsAreRefused()
{
    QFETCH(QString, name);
    const QString file = m_bench->fileOf(QStringLiteral("refused.pdf"));
    const Outcome outcome = m_bench->write(m_bench->options(name.toStdString()), file);
    QVERIFY(!outcome.ok());
    QCOMPARE(outcome.error().code, Error::Code::NotFound);
    QVERIFY(!QFile::exists(file));
}

void TestReportRefusals::unknownAssetsAreAnsweredWithThoseThereAre()
{
    const Outcome outcome = m_bench->write(m_bench->options("asset:Northfield/Nowhere"),
                                           m_bench->fileOf(QStringLiteral("none.pdf")));
    QCOMPARE(outcome.error().code, Error::Code::NotFound);
    const QString words = QString::fromStdString(outcome.error().detail);
    QVERIFY2(words.endsWith(QStringLiteral("there are: Northfield/Intake, Northfield/Network, "
                                           "Northfield/Pump station 2, Northfield/Reservoirs, "
                                           "Northfield/Treatment")),
             qPrintable(words));
}

void TestReportRefusals::aCancelledReportSaysSo()
{
    ReportProgress progress;
    progress.cancel.cancel();
    const Result<ReportData> data
        = gatherReport(m_bench->options("overview"), *m_bench->history, nullptr,
                       m_bench->plant.tags(), m_bench->plant.workspace(), &progress);
    QVERIFY(!data.ok());
    QCOMPARE(data.error().code, Error::Code::Cancelled);
}

void TestReportRefusals::aReportCancelledWhileDrawnIsNotWritten()
{
    const QString file = m_bench->fileOf(QStringLiteral("cancelled.pdf"));
    const Result<ReportData> data
        = gatherReport(m_bench->options("overview"), *m_bench->history, nullptr,
                       m_bench->plant.tags(), m_bench->plant.workspace());
    QVERIFY(data.ok());
    CancelFlag cancel;
    cancel.cancel();
    const Outcome outcome
        = writeReport(data.value(), m_bench->plant.workspace(), file.toStdString(), &cancel);
    QVERIFY(!outcome.ok());
    QCOMPARE(outcome.error().code, Error::Code::Cancelled);
    QVERIFY(!QFile::exists(file));
}

void TestReportRefusals::aFileThatCannotBeWrittenIsToldAndTheOldOneStays()
{
    const QString nowhere = m_bench->fileOf(QStringLiteral("missing/report.pdf"));
    const Outcome outcome = m_bench->write(m_bench->options("overview"), nowhere);
    QVERIFY(!outcome.ok());
    QVERIFY(outcome.error().detail.find(nowhere.toStdString()) != std::string::npos);
    ReportOptions empty = m_bench->options("overview");
    empty.range.to = empty.range.from;
    const qint64 before = QFileInfo(m_overview).size();
    QCOMPARE(m_bench->write(empty, m_overview).error().code, Error::Code::WrongUse);
    QCOMPARE(QFileInfo(m_overview).size(), before);
}

/// A limit on the size of files stands for the disk.
void TestReportRefusals::aDiskThatFillsUpLeavesTheOldFile()
{
    const qint64 before = QFileInfo(m_overview).size();
    const auto former = std::signal(SIGXFSZ, SIG_IGN);
    rlimit limit {};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &limit), 0);
    const rlimit small {4096, limit.rlim_max};
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    const Outcome outcome = m_bench->write(m_bench->options("overview"), m_overview);
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &limit), 0);
    std::signal(SIGXFSZ, former);
    QVERIFY(!outcome.ok());
    QVERIFY(outcome.error().detail.find(m_overview.toStdString()) != std::string::npos);
    QCOMPARE(QFileInfo(m_overview).size(), before);
    const QDir folder = QFileInfo(m_overview).dir();
    QCOMPARE(folder.entryList({QStringLiteral("overview.pdf*")}, QDir::Files).size(), 1);
}

void TestReportRefusals::anEmptyPlantGivesAReportThatSaysSo()
{
    FakePlant plant(FakePlant::Content::Empty);
    auto history = std::move(HistoryReader::open(plant.plant().dataFolder)).value();
    const QString file = m_bench->fileOf(QStringLiteral("empty.pdf"));
    QVERIFY(writeReport(m_bench->options("overview"), *history, nullptr, plant.tags(),
                        plant.workspace(), file.toStdString())
                .ok());
    QVERIFY(m_bench->textOf(file).contains(QStringLiteral("There is no tag to report on.")));
}

void TestReportRefusals::whatIsDamagedStandsAmongTheGaps()
{
    FakePlant plant;
    damageOldHistory(plant);
    ReportOptions options = m_bench->options("overview");
    options.range.from -= std::chrono::hours(30 * 24);
    const QString file = m_bench->fileOf(QStringLiteral("damaged.pdf"));
    const auto damages = writeReport(options, plant.plant().dataFolder, plant.tags(),
                                     plant.workspace(), file.toStdString());
    QVERIFY2(damages.ok(), damages.ok() ? "" : damages.error().detail.c_str());
    QCOMPARE(damages->size(), std::size_t(1));
    const QString text = m_bench->textOf(file).simplified();
    QVERIFY2(text.contains(QStringLiteral("damaged file history-0001.db")), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("1 file(s) of the history")));
}

QTEST_MAIN(TestReportRefusals)
#include "tst_report_refusals.moc"
