#include "widgets/reports/handover_writer.h"

#include "tests/support/german_words.h"
#include "widgets/common/theme.h"
#include "widgets/reports/report_canvas.h"
#include "widgets/reports/report_pages.h"
#include "widgets/reports/report_table.h"

#include "models/handover_table.h"

#include "data/telemetry/tag_registry.h"

#include <QApplication>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp kSix = timestampFromMicroseconds(1'795'586'400'000'000); // 06:00:00 UTC

AlarmRow row(const char *id, AlarmState state)
{
    AlarmRow made;
    made.id = id;
    made.title = std::string("Alarm ") + id;
    made.tag = std::string("works/") + id + "/level";
    made.asset = std::string("works/") + id;
    made.state = state;
    made.since = kSix + 1h;
    made.hiddenSince = kSix - 48h;
    made.hiddenBy = "ada";
    made.hiddenReason = "sensor is <b>exchanged</b>";
    return made;
}

Handover someHandover()
{
    Handover handover;
    handover.shift = {kSix, kSix + 8h};
    handover.now = kSix + 8h + 5min;
    auto alarms = std::make_shared<AlarmSnapshot>();
    alarms->rows = {row("A", AlarmState::Unacked)};
    alarms->suppressed = {row("B", AlarmState::Shelved), row("C", AlarmState::OutOfService)};
    alarms->suppressed[0].until = kSix + 10h;
    alarms->count();
    handover.alarms = alarms;
    handover.figures.range = handover.shift;
    handover.figures.annunciated = 3;
    handover.figures.byPriority = {0, 1, 2, 0, 0};
    AlarmJournalEntry note;
    note.type = "COMMENT";
    note.time = note.eventTime = kSix + 7h;
    note.by = "grace";
    note.text = "pump 2 sounds rough\nlook at its bearing";
    handover.notes = {note};
    return handover;
}

bool canLookInside()
{
    return !QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty()
        && !QStandardPaths::findExecutable(QStringLiteral("pdfimages")).isEmpty();
}

} // namespace

/// The hand-over on paper, read back with the tools of poppler.
class TestHandoverWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everythingIsOnPaper();
    void namesOfFactsStandWhole_data();
    void namesOfFactsStandWhole();
    void figureStandsApartFromItsTarget();
    void headingStandsAboveItsRows();
    void pagesAreNumberedAndVectors();
    void emptyPartsSaySo();
    void pdfIsWritten();
    void cancelledOneWritesNothing();

private:
    QString tool(const QString &program, const QStringList &arguments) const;
    QString textOf(const Handover &handover) const;

    QTemporaryDir m_folder;
};

void TestHandoverWriter::initTestCase()
{
    Theme::instance().applyTo(*qApp);
}

QString TestHandoverWriter::tool(const QString &program, const QStringList &arguments) const
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput());
}

QString TestHandoverWriter::textOf(const Handover &handover) const
{
    const QString file = m_folder.filePath(QStringLiteral("handover.pdf"));
    const HandoverPaper paper {"Northfield <i>", "ada", QTimeZone("Europe/Oslo"),
                               QLocale(QLocale::English, QLocale::UnitedKingdom)};
    const Outcome written = writeHandover(handover, TagRegistry(), paper, file.toStdString());
    return written.ok() ? tool(QStringLiteral("pdftotext"),
                               {QStringLiteral("-layout"), QStringLiteral("-enc"),
                                QStringLiteral("UTF-8"), file, QStringLiteral("-")})
                        : QString::fromStdString(written.error().detail);
}

void TestHandoverWriter::everythingIsOnPaper()
{
    if (!canLookInside())
        QSKIP("poppler-utils is not installed: nothing can look inside a PDF");
    const QString text = textOf(someHandover());
    for (const char *words :
         {"Northfield <i>", "Shift hand-over", "07:00 to 15:00", "Europe/Oslo", "1 CRIT · 2 HIGH",
          "pump 2 sounds rough", "look at its bearing", "grace", "Alarm A", "Alarm B", "Alarm C",
          "sensor is <b>exchanged</b>", "17:00", "OVER 24 h", "Handed over", "Taken over",
          "Alarms per hour", "within target"})
        QVERIFY2(text.contains(QString::fromUtf8(words)),
                 qPrintable(QString::fromUtf8(words) + text));
}

void TestHandoverWriter::namesOfFactsStandWhole_data()
{
    QTest::addColumn<bool>("isGerman");
    QTest::addColumn<QString>("names");
    QTest::newRow("English") << false << "Active or not acknowledged|Suppressed by design";
    QTest::newRow("German") << true << "Aktiv oder nicht quittiert|Per Auslegung unterdrückt";
}

void TestHandoverWriter::namesOfFactsStandWhole()
{
    QFETCH(bool, isGerman);
    QFETCH(QString, names);
    if (!canLookInside())
        QSKIP("poppler-utils is not installed: nothing can look inside a PDF");
    std::optional<GermanWords> german;
    if (isGerman)
        german.emplace();
    const QString text = textOf(someHandover());
    for (const QString &name : names.split(QLatin1Char('|'))) {
        const QRegularExpression fact(name + QStringLiteral("\\s+\\d"));
        QVERIFY2(text.contains(fact), qPrintable(name + text));
    }
}

/// A number ends where the words of the next column begin.
void TestHandoverWriter::figureStandsApartFromItsTarget()
{
    if (!canLookInside())
        QSKIP("poppler-utils is not installed: nothing can look inside a PDF");
    const QString file = m_folder.filePath(QStringLiteral("table.pdf"));
    const auto paint = [](ReportCanvas &canvas) {
        ReportTable table(canvas, {{QStringLiteral("Figure"), 1.0, true}, {QStringLiteral("Aim")}});
        table.row({QStringLiteral("417"), QStringLiteral("below")});
        table.paint();
    };
    QVERIFY(writePages({{}, {}, file.toStdString()}, nullptr, paint).ok());
    const QString boxes
        = tool(QStringLiteral("pdftotext"), {QStringLiteral("-bbox"), file, QStringLiteral("-")});
    const auto edge = [&boxes](const char *side, const char *word) {
        const QRegularExpression box(QStringLiteral("%1=\"([\\d.]+)\"[^>]*>%2<")
                                         .arg(QLatin1String(side), QLatin1String(word)));
        return box.match(boxes).captured(1).toDouble();
    };
    const double number = edge("xMax", "417");
    QVERIFY2(number > 0.0, qPrintable(boxes));
    QVERIFY2(edge("xMin", "below") - number > 12.0, qPrintable(boxes)); // points
}

/// Wherever on a page it comes.
void TestHandoverWriter::headingStandsAboveItsRows()
{
    if (!canLookInside())
        QSKIP("poppler-utils is not installed: nothing can look inside a PDF");
    Handover handover = someHandover();
    QStringList titles;
    for (int i = 0; i < kHandoverParts; ++i)
        titles << HandoverTable::title(static_cast<HandoverPart>(i));
    for (int lines = 0; lines < 24; ++lines) {
        handover.notes.front().text += "\nand again";
        for (const QString &page : textOf(handover).split(QLatin1Char('\f'))) {
            QStringList words = page.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
            if (words.size() < 2)
                continue;
            words.removeLast(); // the footer
            QVERIFY2(!titles.contains(words.last().trimmed()), qPrintable(page));
        }
    }
}

void TestHandoverWriter::pagesAreNumberedAndVectors()
{
    if (!canLookInside())
        QSKIP("poppler-utils is not installed: nothing can look inside a PDF");
    Handover handover = someHandover();
    for (int i = 0; i < 200; ++i) {
        AlarmJournalEntry action;
        action.type = "ACK";
        action.sequence = static_cast<std::uint64_t>(i) + 1;
        action.alarm = "A";
        action.time = kSix + i * 1min;
        handover.actions.push_back(action);
    }
    const QString text = textOf(handover);
    const QRegularExpression number(QStringLiteral("Page (\\d+) / (\\d+)"));
    QRegularExpressionMatchIterator pages = number.globalMatch(text);
    int page = 0;
    while (pages.hasNext()) {
        const QRegularExpressionMatch match = pages.next();
        QCOMPARE(match.captured(1).toInt(), ++page);
        QCOMPARE(match.captured(2).toInt(), int(text.count(QLatin1Char('\f'))));
    }
    QVERIFY(page > 3);
    const QString images
        = tool(QStringLiteral("pdfimages"),
               {QStringLiteral("-list"), m_folder.filePath(QStringLiteral("handover.pdf"))});
    QCOMPARE(images.trimmed().count(QLatin1Char('\n')), 1); // its two lines of headings
}

void TestHandoverWriter::emptyPartsSaySo()
{
    if (!canLookInside())
        QSKIP("poppler-utils is not installed: nothing can look inside a PDF");
    Handover handover;
    handover.shift = {kSix, kSix + 8h};
    handover.now = kSix + 1h;
    handover.figures.range = {kSix, kSix + 1h};
    const QString text = textOf(handover);
    QVERIFY(text.contains(QStringLiteral("No note was written")));
    QVERIFY(text.contains(QStringLiteral("No alarm is shelved")));
    QVERIFY(text.contains(QStringLiteral("As far as"))); // the shift goes on
}

/// What is told without a tool.
void TestHandoverWriter::pdfIsWritten()
{
    (void)textOf(someHandover());
    QFile file(m_folder.filePath(QStringLiteral("handover.pdf")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray content = file.readAll();
    QVERIFY(content.startsWith("%PDF-") && content.trimmed().endsWith("%%EOF"));
}

void TestHandoverWriter::cancelledOneWritesNothing()
{
    const QString file = m_folder.filePath(QStringLiteral("cancelled.pdf"));
    CancelFlag cancel;
    cancel.cancel();
    const Outcome written
        = writeHandover(someHandover(), TagRegistry(),
                        {"works", {}, QTimeZone::utc(), QLocale::c()}, file.toStdString(), &cancel);
    QCOMPARE(written.error().code, Error::Code::Cancelled);
    QVERIFY(!QFile::exists(file));
}

QTEST_MAIN(TestHandoverWriter)
#include "tst_handover_writer.moc"
