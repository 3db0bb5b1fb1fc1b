#include "widgets/alarms/journal_view.h"

#include "tests/support/fake_plant.h"
#include "tests/widgets/find_widgets.h"
#include "widgets/common/data_table.h"
#include "widgets/common/theme.h"
#include "widgets/common/zone_time_edit.h"
#include "widgets/reports/journal_writer.h"

#include "models/alarm_journal.h"
#include "models/journal_model.h"
#include "models/journal_query.h"

#include "data/alarms/alarm_service.h"
#include "data/storage/database.h"
#include "data/telemetry/timestamp_text.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace telltale;
using namespace telltale::test;

/// The journal on the alarm page: what is looked for in it, and its export.
class TestJournalView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void choicesNarrowTheJournal();
    void periodCountsBackFromNow();
    void periodMovesOnWithTheClock();
    void periodOfAClockSetBackBeginsEarlier();
    void periodOfThePastIsFoundAndExported();
    void exportIsThereOnceItIsJournaled();
    void refusedExportLeavesNoFile();
    void viewExportsNothing();
    void failedExportSaysWhy();
    void exportThatCannotBeFinishedIsTakenBack();
    void exportOfAChangedJournalSaysSo();
    void paperHasLinesAndHead();
    void paperIsCancelledWhileItIsDrawn();

private:
    void storeARun();
    void choose(const char *type);
    bool says(const char *words) const;

    std::unique_ptr<FakePlant> m_works;
    std::unique_ptr<AlarmJournal> m_journal;
    std::unique_ptr<JournalView> m_view;
    QTemporaryDir m_folder;
};

void TestJournalView::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("telltale-test"));
    QStandardPaths::setTestModeEnabled(true);
    Theme::instance().applyTo(*qApp);
}

/// A start and an end of the program, at the clock's time.
void TestJournalView::storeARun()
{
    TagRegistry tags;
    AlarmBoard board;
    auto service = AlarmService::open({m_works->plant().dataFolder, "ada", "desk"}, tags,
                                      m_works->clock(), board);
    QVERIFY(service.ok());
    service.value()->stop();
}

void TestJournalView::init()
{
    m_works = std::make_unique<FakePlant>();
    storeARun();
    const std::string &folder = m_works->plant().dataFolder;
    m_journal = std::make_unique<AlarmJournal>(journalOfFolder(folder), searchOfFolder(folder));
    m_view = std::make_unique<JournalView>(m_works->plant(), *m_journal);
    m_view->resize(1200, 600);
    m_view->show();
    m_view->refresh();
    QTRY_COMPARE(m_view->model().rowCount(), 2);
}

void TestJournalView::cleanup()
{
    m_view.reset();
    m_journal.reset();
    m_works.reset();
}

void TestJournalView::choose(const char *type)
{
    const auto kinds = JournalQuery::kinds();
    const auto found = std::find_if(kinds.begin(), kinds.end(), [type](const auto &kind) {
        return kind.types == std::vector<std::string> {type};
    });
    QVERIFY(found != kinds.end());
    m_view->findChildren<QComboBox *>().at(1)->setCurrentIndex(
        static_cast<int>(found - kinds.begin()));
}

bool TestJournalView::says(const char *words) const
{
    const QList<QLabel *> labels = m_view->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [words](const QLabel *label) {
        return label->isVisible() && label->text().contains(QLatin1String(words));
    });
}

void TestJournalView::choicesNarrowTheJournal()
{
    choose("STOP");
    QTRY_COMPARE(m_view->model().rowCount(), 1);
    QCOMPARE(m_view->model().row(0).type, std::string("STOP"));
    m_view->setFilter(QStringLiteral("started"));
    QTRY_VERIFY(says("No line of the journal fits."));
    choose("START");
    QTRY_COMPARE(m_view->model().rowCount(), 1);
    m_view->findChild<QLineEdit *>()->setText(QStringLiteral("pump"));
    QTRY_VERIFY(says("No line of the journal fits."));
    QVERIFY(!m_view->table().isVisible());
}

void TestJournalView::periodCountsBackFromNow()
{
    m_works->clock().advance(std::chrono::hours(2));
    auto *period = m_view->findChildren<QComboBox *>().at(0);
    period->setCurrentIndex(1); // an hour
    QTRY_VERIFY(says("No line of the journal fits."));
    storeARun();
    m_view->refresh();
    QTRY_COMPARE(m_view->model().rowCount(), 2);
    period->setCurrentIndex(2); // eight
    QTRY_COMPARE(m_view->model().rowCount(), 4);
}

void TestJournalView::periodMovesOnWithTheClock()
{
    ManualClock &clock = m_works->clock();
    m_view->findChildren<QComboBox *>().at(0)->setCurrentIndex(1); // an hour
    QTRY_COMPARE(m_view->model().rowCount(), 2);
    clock.advance(std::chrono::minutes(30));
    storeARun();
    m_view->refresh();
    QTRY_COMPARE(m_view->model().rowCount(), 4);
    QSignalSpy gone(&m_view->model(), &QAbstractItemModel::rowsRemoved);
    clock.advance(std::chrono::minutes(45));
    m_view->refresh();
    QTRY_COMPARE(m_view->model().rowCount(), 2);
    QCOMPARE(gone.size(), 1); // the newer ones stayed where they were
    clock.advance(std::chrono::hours(25));
    storeARun();
    m_view->refresh();
    QTRY_COMPARE(m_view->model().rowCount(), 2);
    QVERIFY(m_view->model().row(0).time >= clock.now());
}

void TestJournalView::periodOfAClockSetBackBeginsEarlier()
{
    ManualClock &clock = m_works->clock();
    clock.advance(std::chrono::hours(2));
    m_view->findChildren<QComboBox *>().at(0)->setCurrentIndex(1);
    QTRY_VERIFY(says("No line of the journal fits."));
    clock.set(clock.now() - std::chrono::hours(2));
    m_view->refresh();
    QTRY_COMPARE(m_view->model().rowCount(), 2);
}

void TestJournalView::periodOfThePastIsFoundAndExported()
{
    const Timestamp began = m_works->clock().now();
    for (int day = 0; day < 2; ++day) {
        m_works->clock().advance(std::chrono::hours(24));
        storeARun();
    }
    m_view->refresh();
    QTRY_COMPARE(m_view->model().rowCount(), 6);
    auto *from = field<ZoneTimeEdit>(*m_view, "from");
    auto *to = field<ZoneTimeEdit>(*m_view, "to");
    QVERIFY(!from->isVisible());
    auto *period = m_view->findChildren<QComboBox *>().at(0);
    period->setCurrentIndex(period->count() - 1);
    QVERIFY(from->isVisible() && to->isVisible());
    from->setTimestamp(began + std::chrono::hours(23));
    to->setTimestamp(began + std::chrono::hours(25));
    QTRY_COMPARE(m_view->model().rowCount(), 2);
    QCOMPARE(m_view->model().row(0).time, began + std::chrono::hours(24));
    m_works->clock().advance(std::chrono::hours(1));
    m_view->refresh(); // it does not move on
    QTRY_VERIFY(m_view->model().isLoaded());
    QCOMPARE(m_view->model().rowCount(), 2);
    m_view->exportTo(m_folder.filePath(QStringLiteral("past.csv")));
    QTRY_VERIFY(m_view->said().contains(QStringLiteral("2 line(s) exported")));
    const std::string range
        = "from " + isoText(from->timestamp()) + " to " + isoText(to->timestamp());
    QVERIFY2(m_works->actions().front().text.find(range) != std::string::npos,
             m_works->actions().front().text.c_str());
    to->setTimestamp(began);
    QTRY_VERIFY(says("The period ends before it begins."));
    period->setCurrentIndex(0);
    QVERIFY(!from->isVisible());
    QTRY_COMPARE(m_view->model().rowCount(), 6);
}

void TestJournalView::exportIsThereOnceItIsJournaled()
{
    choose("START");
    const QString path = m_folder.filePath(QStringLiteral("out.csv"));
    m_view->exportTo(path);
    QTRY_VERIFY(m_view->said().contains(QStringLiteral("1 line(s) exported")));
    QVERIFY(QFile::exists(path));
    QCOMPARE(m_works->actions().size(), std::size_t {1});
    const AlarmAction &action = m_works->actions().front();
    QCOMPARE(action.kind, AlarmAction::Kind::RecordExport);
    QVERIFY2(action.text.starts_with("out.csv: 1 entries; types START; head 2 "),
             action.text.c_str());
    const std::string hash = action.text.substr(action.text.rfind(' ') + 1);
    QCOMPARE(hash.size(), std::size_t {64});
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains(hash.c_str()));
}

void TestJournalView::refusedExportLeavesNoFile()
{
    std::vector<std::string> told;
    m_works->plant().alarms->setActor(
        [&told](const AlarmAction &action, const AlarmBoard::Done &done) {
            told.push_back(action.text);
            done(Error {Error::Code::NotPermitted, "not_permitted"});
        });
    const QString path = m_folder.filePath(QStringLiteral("refused.json"));
    m_view->exportTo(path);
    QTRY_VERIFY(m_view->said().startsWith(QStringLiteral("Refused")));
    QCOMPARE(QDir(m_folder.path()).entryList({QStringLiteral("*refused*")}).size(), 0);
    QCOMPARE(told.size(), std::size_t {2}); // the first may have been taken, but not stored
    QVERIFY2(told[1].starts_with("refused.json: no file after all; "), told[1].c_str());
}

void TestJournalView::viewExportsNothing()
{
    m_works->status.isOwner = false;
    m_works->status.owner = "ben@desk, process 1";
    m_works->publishStatus();
    const QString path = m_folder.filePath(QStringLiteral("view.csv"));
    m_view->exportTo(path);
    QVERIFY(m_view->said().startsWith(QStringLiteral("Refused")));
    QVERIFY(m_works->actions().empty());
    QVERIFY(!QFile::exists(path));
}

void TestJournalView::failedExportSaysWhy()
{
    m_view->exportTo(m_folder.filePath(QStringLiteral("none/out.csv")));
    QTRY_VERIFY(m_view->said() != QStringLiteral("Exporting …"));
    QVERIFY(!m_view->said().isEmpty());
    QVERIFY(m_works->actions().empty()); // nothing was taken out
}

void TestJournalView::exportThatCannotBeFinishedIsTakenBack()
{
    QVERIFY(QDir(m_folder.path()).mkdir(QStringLiteral("passing")));
    std::vector<std::string> told;
    m_works->plant().alarms->setActor(
        [this, &told](const AlarmAction &action, const AlarmBoard::Done &done) {
            told.push_back(action.text);
            QDir(m_folder.filePath(QStringLiteral("passing"))).removeRecursively();
            done(Outcome());
        });
    m_view->exportTo(m_folder.filePath(QStringLiteral("passing/out.csv")));
    QTRY_VERIFY(m_view->said().startsWith(QStringLiteral("Not saved")));
    QCOMPARE(told.size(), std::size_t {2});
    QVERIFY2(told[0].starts_with("out.csv: 2 entries; "), told[0].c_str());
    QVERIFY2(told[1].starts_with("out.csv: no file after all; "), told[1].c_str());
    QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("passing/out.csv"))));
}

void TestJournalView::exportOfAChangedJournalSaysSo()
{
    {
        auto database
            = Database::open(m_works->plant().dataFolder + "/alarms.db", Database::Mode::ReadWrite);
        QVERIFY(database.ok());
        QVERIFY(database->execute("UPDATE journal SET by_whom='eve' WHERE seq=2").ok());
    }
    const QString path = m_folder.filePath(QStringLiteral("changed.csv"));
    m_view->exportTo(path);
    QTRY_VERIFY(m_view->said().contains(QStringLiteral("2 line(s) exported")));
    QVERIFY2(m_view->said().contains(QStringLiteral("entry 2 is not as written")),
             qPrintable(m_view->said()));
    const std::string told = m_works->actions().front().text;
    QVERIFY2(told.find("; not as it was written: alarm journal: entry 2 ") != std::string::npos,
             told.c_str());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains(",,,WARNING,"));
}

void TestJournalView::paperHasLinesAndHead()
{
    if (QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty())
        QSKIP("no pdftotext");
    const QString path = m_folder.filePath(QStringLiteral("out.pdf"));
    m_view->exportTo(path);
    QTRY_VERIFY(m_view->said().contains(QStringLiteral("2 line(s) exported")));
    QProcess process;
    process.start(QStringLiteral("pdftotext"),
                  {QStringLiteral("-layout"), QStringLiteral("-enc"), QStringLiteral("UTF-8"), path,
                   QStringLiteral("-")});
    QVERIFY(process.waitForFinished());
    const QString text = QString::fromUtf8(process.readAllStandardOutput());
    const std::string action = m_works->actions().front().text;
    const QString hash = QString::fromStdString(action.substr(action.rfind(' ') + 1));
    for (const QString &words :
         {QStringLiteral("Northfield Water"), QStringLiteral("Alarm journal"),
          QStringLiteral("Program started"), QStringLiteral("Program stopped"), hash.left(32)})
        QVERIFY2(text.contains(words), qPrintable(text));
}

namespace {

/// Cancels once the heading of the table is drawn.
class CancelsInDrawing : public QTranslator
{
public:
    explicit CancelsInDrawing(CancelFlag &cancel)
        : m_cancel(cancel)
    { }
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *text, const char *, int) const override
    {
        if (qstrcmp(context, "JournalPages") == 0 && qstrcmp(text, "Written (%1)") == 0)
            m_cancel.cancel();
        return {};
    }

private:
    CancelFlag &m_cancel;
};

} // namespace

void TestJournalView::paperIsCancelledWhileItIsDrawn()
{
    const auto reader = AlarmReader::open(m_works->plant().dataFolder);
    QVERIFY(reader.ok());
    Result<OutputFile> file
        = OutputFile::open(m_folder.filePath(QStringLiteral("cancelled.pdf")).toStdString());
    QVERIFY(file.ok());
    CancelFlag cancel;
    CancelsInDrawing translator(cancel);
    QCoreApplication::installTranslator(&translator);
    const Result<JournalExport> made
        = writeJournal(*reader.value(), {}, {&m_works->tags(), "Works", QTimeZone::utc(), {}, {}, {}},
                       file.value(), cancel);
    QCoreApplication::removeTranslator(&translator);
    QVERIFY(cancel.isCancelled());
    QVERIFY(!made.ok());
    QCOMPARE(made.error().code, Error::Code::Cancelled);
}

QTEST_MAIN(TestJournalView)
#include "tst_journal_view.moc"
