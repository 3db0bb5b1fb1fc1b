#include "widgets/reports/journal_writer.h"

#include "tests/widgets/stored_journal.h"
#include "widgets/common/theme.h"

#include "data/alarms/alarm_service.h"
#include "data/storage/output_file.h"
#include "data/telemetry/tag_registry.h"

#include <QApplication>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp kSix = timestampFromMicroseconds(1'795'586'400'000'000); // 06:00:00 UTC

} // namespace

/// The journal on paper, read back with the tools of poppler.
class TestJournalWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void timesHaveTheirDates();

private:
    QString textOf(const JournalPaper &paper) const;

    QTemporaryDir m_folder;
};

void TestJournalWriter::initTestCase()
{
    if (QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty())
        QSKIP("no pdftotext");
    Theme::instance().applyTo(*qApp);
}

QString TestJournalWriter::textOf(const JournalPaper &paper) const
{
    const auto reader = AlarmReader::open(m_folder.path().toStdString());
    const QString path = m_folder.filePath(QStringLiteral("out.pdf"));
    Result<OutputFile> file = OutputFile::open(path.toStdString());
    CancelFlag cancel;
    if (!reader.ok() || !file.ok()
        || !writeJournal(*reader.value(), {}, paper, file.value(), cancel).ok()
        || !file->finish().ok())
        return {};
    QProcess process;
    process.start(QStringLiteral("pdftotext"),
                  {QStringLiteral("-layout"), QStringLiteral("-enc"), QStringLiteral("UTF-8"), path,
                   QStringLiteral("-")});
    return process.waitForFinished() ? QString::fromUtf8(process.readAllStandardOutput())
                                     : QString();
}

/// Of the day it is made, too: paper is read later. What came late says when it happened.
void TestJournalWriter::timesHaveTheirDates()
{
    AlarmJournalEntry late = journalEntry("ALARM", "works/a/level", kSix, 2);
    late.eventTime = kSix - 48h;
    late.late = true;
    const AlarmJournalEntry prompt = journalEntry("RTN", "works/a/level", kSix + 1h, 2);
    storeJournal(m_folder.path().toStdString(), {late, prompt});
    TagRegistry tags;
    const QString text = textOf({&tags, "Works", QTimeZone::utc(), QLocale::c(), kSix + 2h, "ada"});
    for (const QString &words :
         {QStringLiteral("2026-11-25 06:00:00"), QStringLiteral("2026-11-25 07:00:00"),
          QStringLiteral("Happened"), QStringLiteral("2026-11-23"), QStringLiteral("late")})
        QVERIFY2(text.contains(words), qPrintable(text));
    const QString made = QStringLiteral("Made 2026-11-25 08:00:00 UTC by ada");
    QCOMPARE(text.count(made), 2); // in the head, and at the foot of the page
}

QTEST_MAIN(TestJournalWriter)
#include "tst_journal_writer.moc"
