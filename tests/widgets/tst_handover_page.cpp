#include "widgets/alarms/handover_page.h"

#include "tests/support/fake_plant.h"
#include "tests/widgets/find_widgets.h"
#include "tests/widgets/stored_journal.h"
#include "widgets/alarms/note_dialog.h"
#include "widgets/common/data_table.h"
#include "widgets/common/segment_bar.h"
#include "widgets/common/theme.h"

#include "data/alarms/alarm_service.h"

#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

class TestHandoverPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void shiftIsThatOfNowAndStays();
    void earlierShiftIsShown();
    void listsAndJournalStandInTheirParts();
    void emptyShiftSaysSo();
    void damagedJournalSaysSo();
    void noteIsWrittenForTheShiftThatIsShown();
    void noteForAShiftLongOverIsNotTaken();
    void noteThatGetsTooLateIsRefused();
    void refusedNoteStaysInTheField();
    void noteComesBackFromTheJournal();
    void viewCannotWrite();
    void pdfIsWrittenBesideTheWindow();
    void onePdfIsWrittenAtATime();
    void clockThatIsSetBackDoesNotStopIt();
    void partsAreReachedByKeys();

private:
    void show();
    void refresh();
    int rows(HandoverPart part) const;
    QString text(HandoverPart part, int row, int column) const;
    /// The dialog that was opened from the page.
    NoteDialog *dialog() const { return m_page->findChild<NoteDialog *>(); }

    std::unique_ptr<FakePlant> m_works;
    std::unique_ptr<HandoverPage> m_page;
};

void TestHandoverPage::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("telltale-test"));
    QStandardPaths::setTestModeEnabled(true);
    Theme::instance().applyTo(*qApp);
}

void TestHandoverPage::init()
{
    m_works = std::make_unique<FakePlant>();
    m_works->status.isOwner = true;
    m_works->publishStatus();
}

void TestHandoverPage::cleanup()
{
    m_page.reset();
    m_works.reset();
}

void TestHandoverPage::show()
{
    m_page = std::make_unique<HandoverPage>(m_works->plant());
    m_page->resize(1400, 800);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    refresh();
}

void TestHandoverPage::refresh()
{
    m_page->frame(m_works->clock().now());
    QTRY_VERIFY(m_page->isComplete());
}

int TestHandoverPage::rows(HandoverPart part) const
{
    return m_page->table(part).model()->rowCount();
}

QString TestHandoverPage::text(HandoverPart part, int row, int column) const
{
    return m_page->table(part).model()->index(row, column).data().toString();
}

void TestHandoverPage::shiftIsThatOfNowAndStays()
{
    show();
    const Timestamp now = m_works->clock().now();
    const TimeRange shift = m_page->shift();
    QVERIFY(shift.from <= now && now < shift.to);
    QCOMPARE(shift.to - shift.from, std::chrono::microseconds(8h));
    m_works->clock().advance(shift.to - now + 5min);
    m_page->frame(m_works->clock().now());
    QCOMPARE(m_page->shift(), shift);
    QVERIFY2(wordsOn(*m_page).contains(QStringLiteral("this shift is over")),
             qPrintable(wordsOn(*m_page)));
    button(*m_page, QStringLiteral("Later"))->click();
    QCOMPARE(m_page->shift().from, shift.to);
    m_page->frame(m_works->clock().now());
    QVERIFY(!button(*m_page, QStringLiteral("Later"))->isEnabled()); // not the future
}

void TestHandoverPage::earlierShiftIsShown()
{
    m_page.reset();
    show();
    const TimeRange shift = m_page->shift();
    storeJournal(m_works->plant().dataFolder,
                 {journalEntry("ALARM", "works/a/level", shift.from - 1h, 1),
                  journalEntry("ALARM", "works/b/level", shift.from + 1s, 1)});
    button(*m_page, QStringLiteral("Earlier"))->click();
    QCOMPARE(m_page->shift().to, shift.from);
    refresh();
    QCOMPARE(rows(HandoverPart::Urgent), 1);
    button(*m_page, QStringLiteral("Later"))->click();
    QCOMPARE(m_page->shift(), shift);
}

void TestHandoverPage::listsAndJournalStandInTheirParts()
{
    const Timestamp now = m_works->clock().now();
    AlarmRow shelved = m_works->alarm("works/b/level", "Shelved one", 3, AlarmState::Shelved, 60s);
    shelved.until = now + 1h;
    shelved.hiddenReason = "sensor is exchanged";
    shelved.hiddenBy = "ada";
    shelved.hiddenSince = now - 60s;
    AlarmRow out = m_works->alarm("works/c/level", "Old one", 2, AlarmState::OutOfService, 60s);
    out.hiddenReason = "rebuilt";
    out.hiddenSince = now - 30h;
    m_works->publishAlarms(
        {m_works->alarm("works/a/level", "Active one", 1, AlarmState::Unacked, 60s)},
        {shelved, out});
    AlarmJournalEntry acked = journalEntry("ACK", "works/a/level", now - 1min, 1);
    storeJournal(m_works->plant().dataFolder,
                 {journalEntry("ALARM", "works/a/level", now - 2min, 1), acked});
    show();
    QCOMPARE(rows(HandoverPart::Active), 1);
    QCOMPARE(rows(HandoverPart::Shelved), 1);
    QCOMPARE(text(HandoverPart::Shelved, 0, 6), QStringLiteral("sensor is exchanged"));
    QCOMPARE(rows(HandoverPart::OutOfService), 1);
    QVERIFY(text(HandoverPart::OutOfService, 0, 4).contains(QStringLiteral("OVER 24 h")));
    QCOMPARE(rows(HandoverPart::Suppressed), 0);
    QCOMPARE(rows(HandoverPart::Urgent), 1);
    QCOMPARE(rows(HandoverPart::Actions), 1);
    QVERIFY(rows(HandoverPart::Figures) > 20);
    QVERIFY2(wordsOn(*m_page).contains(QStringLiteral("1 CRIT")), qPrintable(wordsOn(*m_page)));
    QVERIFY(wordsOn(*m_page).contains(QStringLiteral("over 24 h")));
}

void TestHandoverPage::emptyShiftSaysSo()
{
    m_works->publishAlarms({});
    show();
    for (int i = 0; i < kHandoverParts - 1; ++i) {
        const auto part = static_cast<HandoverPart>(i);
        m_page->showPart(part);
        QVERIFY2(wordsOn(*m_page).contains(HandoverTable::none(part)),
                 qPrintable(wordsOn(*m_page)));
        QVERIFY(!m_page->table(part).isVisible());
    }
}

void TestHandoverPage::damagedJournalSaysSo()
{
    QFile store(QString::fromStdString(m_works->plant().dataFolder + "/alarms.db"));
    QVERIFY(store.open(QIODevice::WriteOnly));
    store.write(QByteArray(8192, 'x'));
    store.close();
    show();
    QVERIFY2(!wordsOn(*m_page).contains(HandoverTable::none(HandoverPart::Notes)),
             qPrintable(wordsOn(*m_page)));
    m_page->frame(m_works->clock().now());
    QVERIFY(!button(*m_page, QStringLiteral("PDF"))->isEnabled());
}

void TestHandoverPage::noteIsWrittenForTheShiftThatIsShown()
{
    show();
    const TimeRange shift = m_page->shift();
    m_works->clock().advance(shift.to - m_works->clock().now() + 5min);
    m_page->frame(m_works->clock().now());
    m_page->writeNote();
    QVERIFY(dialog());
    QVERIFY(!button(*dialog(), QStringLiteral("Write note"))->isEnabled()); // of what?
    QTest::keyClicks(field<QPlainTextEdit>(*dialog(), "note"), QStringLiteral("pump 2 is rough"));
    button(*dialog(), QStringLiteral("Write note"))->click();
    QCOMPARE(m_works->actions().size(), std::size_t(1));
    const AlarmAction &note = m_works->actions()[0];
    QCOMPARE(note.kind, AlarmAction::Kind::Note);
    QCOMPARE(note.text, std::string("pump 2 is rough"));
    QVERIFY(note.about && *note.about >= shift.from && *note.about < shift.to);
    QTRY_VERIFY2(wordsOn(*m_page).contains(QStringLiteral("The note is in the journal")),
                 qPrintable(wordsOn(*m_page)));
}

void TestHandoverPage::noteForAShiftLongOverIsNotTaken()
{
    show();
    QPushButton *write = button(*m_page, QStringLiteral("Write note"));
    const Timestamp now = m_works->clock().now();
    QVERIFY(write->isEnabled());
    while (m_page->shift().to + 24h > now) {
        m_page->frame(now);
        QVERIFY(write->isEnabled());
        button(*m_page, QStringLiteral("Earlier"))->click();
    }
    m_page->frame(now);
    QVERIFY(!write->isEnabled());
    QVERIFY2(write->toolTip().contains(QStringLiteral("24 h")), qPrintable(write->toolTip()));
    button(*m_page, QStringLiteral("Later"))->click();
    m_page->frame(now);
    QVERIFY(write->isEnabled());
    QVERIFY(write->toolTip().isEmpty());
}

/// The dialog stood open for long; nothing of what was typed is lost.
void TestHandoverPage::noteThatGetsTooLateIsRefused()
{
    show();
    m_page->writeNote();
    auto *words = field<QPlainTextEdit>(*dialog(), "note");
    words->setPlainText(QStringLiteral("pump 2 is rough"));
    QPushButton *write = button(*dialog(), QStringLiteral("Write note"));
    QVERIFY(write->isEnabled());
    m_works->clock().advance(m_page->shift().to + 24h - m_works->clock().now());
    write->click();
    QVERIFY(m_works->actions().empty());
    QVERIFY(field<QLabel>(*dialog(), "faults")->text().contains(QStringLiteral("24 h")));
    QVERIFY(!write->isEnabled());
    QCOMPARE(words->toPlainText(), QStringLiteral("pump 2 is rough"));
}

void TestHandoverPage::refusedNoteStaysInTheField()
{
    m_works->plant().alarms->setActor([](const AlarmAction &, const AlarmBoard::Done &done) {
        done(Error {Error::Code::NotPermitted, "not_permitted"});
    });
    show();
    m_page->writeNote();
    auto *words = field<QPlainTextEdit>(*dialog(), "note");
    QTest::keyClicks(words, QStringLiteral("pump 2 is rough"));
    button(*dialog(), QStringLiteral("Write note"))->click();
    auto *faults = field<QLabel>(*dialog(), "faults");
    QTRY_VERIFY(!faults->text().isEmpty());
    QCOMPARE(words->toPlainText(), QStringLiteral("pump 2 is rough"));
    QVERIFY(button(*dialog(), QStringLiteral("Write note"))->isEnabled());
}

/// With a real alarm service, which keeps it in the chain.
void TestHandoverPage::noteComesBackFromTheJournal()
{
    const Plant &plant = m_works->plant();
    auto service = AlarmService::open({plant.dataFolder, plant.user, "desk"}, m_works->tags(),
                                      m_works->clock(), *plant.alarms);
    QVERIFY(service.ok());
    show();
    QCOMPARE(rows(HandoverPart::Notes), 0);
    m_page->writeNote();
    field<QPlainTextEdit>(*dialog(), "note")->setPlainText(QStringLiteral("pump 2\nis rough"));
    button(*dialog(), QStringLiteral("Write note"))->click();
    QTRY_VERIFY(wordsOn(*m_page).contains(QStringLiteral("The note is in the journal")));
    m_page->frame(m_works->clock().now());
    QTRY_COMPARE(rows(HandoverPart::Notes), 1);
    QCOMPARE(text(HandoverPart::Notes, 0, 1), QString::fromStdString(plant.user));
    QCOMPARE(text(HandoverPart::Notes, 0, 2), QStringLiteral("pump 2\nis rough"));
    service.value()->stop();
}

void TestHandoverPage::viewCannotWrite()
{
    m_works->status.isOwner = false;
    m_works->status.owner = "anna@desk";
    m_works->publishStatus();
    show();
    QPushButton *write = button(*m_page, QStringLiteral("Write note"));
    QVERIFY(!write->isEnabled());
    QVERIFY(!write->toolTip().isEmpty());
}

void TestHandoverPage::pdfIsWrittenBesideTheWindow()
{
    QTemporaryDir folder;
    show();
    QSignalSpy written(m_page.get(), &HandoverPage::written);
    const QString file = folder.filePath(QStringLiteral("a hand-over.pdf"));
    m_page->writeTo(file);
    QTRY_COMPARE(written.size(), 1);
    QVERIFY(written[0][0].toBool());
    QFile pdf(file);
    QVERIFY(pdf.open(QIODevice::ReadOnly));
    QVERIFY(pdf.read(5) == "%PDF-");
    QVERIFY2(wordsOn(*m_page).contains(file), qPrintable(wordsOn(*m_page)));
    m_page->writeTo(folder.filePath(QStringLiteral("none/there.pdf")));
    QTRY_COMPARE(written.size(), 2);
    QVERIFY(!written[1][0].toBool());
}

void TestHandoverPage::onePdfIsWrittenAtATime()
{
    QTemporaryDir folder;
    show();
    QSignalSpy written(m_page.get(), &HandoverPage::written);
    QPushButton *print = button(*m_page, QStringLiteral("PDF"));
    m_page->frame(m_works->clock().now());
    QVERIFY(print->isEnabled());
    const QString first = folder.filePath(QStringLiteral("first.pdf"));
    const QString second = folder.filePath(QStringLiteral("second.pdf"));
    m_page->writeTo(first);
    QVERIFY(!print->isEnabled());
    m_page->writeTo(second);
    QTRY_COMPARE(written.size(), 1);
    QVERIFY(print->isEnabled());
    QVERIFY(QFile::exists(first));
    m_page->writeTo(second);
    QTRY_COMPARE(written.size(), 2);
    QVERIFY(QFile::exists(second));
}

/// The lists do not wait for the hour to come again.
void TestHandoverPage::clockThatIsSetBackDoesNotStopIt()
{
    m_works->publishAlarms({});
    show();
    QCOMPARE(rows(HandoverPart::Active), 0);
    ManualClock &clock = m_works->clock();
    clock.set(clock.now() - 1h);
    m_works->publishAlarms(
        {m_works->alarm("works/a/level", "Active one", 1, AlarmState::Unacked, 60s)});
    clock.advance(10min);
    m_page->frame(clock.now());
    QTRY_COMPARE(rows(HandoverPart::Active), 1);
}

void TestHandoverPage::partsAreReachedByKeys()
{
    show();
    auto *segments = m_page->findChild<SegmentBar *>();
    QPushButton *actions = button(*segments, HandoverTable::title(HandoverPart::Actions));
    QVERIFY(actions);
    actions->setFocus();
    actions->click();
    QVERIFY(wordsOn(*m_page).contains(HandoverTable::none(HandoverPart::Actions)));
    for (int i = 0; i < kHandoverParts; ++i)
        QVERIFY(!m_page->table(static_cast<HandoverPart>(i)).accessibleName().isEmpty());
}

QTEST_MAIN(TestHandoverPage)
#include "tst_handover_page.moc"
