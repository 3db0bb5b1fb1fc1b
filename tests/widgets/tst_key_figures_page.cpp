#include "widgets/alarms/key_figures_page.h"

#include "tests/support/fake_plant.h"
#include "tests/widgets/find_widgets.h"
#include "tests/widgets/stored_journal.h"
#include "widgets/common/data_table.h"
#include "widgets/common/theme.h"
#include "widgets/common/verdict_marker.h"
#include "widgets/common/zone_time_edit.h"

#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

#include <set>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

class TestKeyFiguresPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void spansStandSideBySide();
    void clockThatIsSetBackStopsNoFigures();
    void periodIsChosen();
    void endsOfThePeriodHaveTheirDates();
    void emptyPeriodSaysSo();
    void damagedJournalSaysSo();
    void stoppedCountStaysStopped();
    void frequentAlarmOpensItsCure();
    void frequentAlarmOfNoRuleOpensItsAsset();
    void curesAreOneKeyAway();
    void rowIsCopied();
    void verdictsDifferWithoutColour_data();
    void verdictsDifferWithoutColour();

private:
    QString openedByReturn();
    void show();
    QString cell(const QString &name, int column) const;

    std::unique_ptr<FakePlant> m_works;
    std::unique_ptr<KeyFiguresPage> m_page;
};

void TestKeyFiguresPage::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("telltale-test"));
    QStandardPaths::setTestModeEnabled(true);
    Theme::instance().applyTo(*qApp);
}

void TestKeyFiguresPage::init()
{
    m_works = std::make_unique<FakePlant>();
}

void TestKeyFiguresPage::cleanup()
{
    m_page.reset();
    m_works.reset();
}

void TestKeyFiguresPage::show()
{
    m_page = std::make_unique<KeyFiguresPage>(m_works->plant());
    m_page->resize(1400, 800);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    m_page->frame(m_works->clock().now());
    QTRY_VERIFY(m_page->isComplete());
}

/// Of the line that is called `name`.
QString TestKeyFiguresPage::cell(const QString &name, int column) const
{
    const QAbstractItemModel &model = *m_page->table().model();
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.index(row, KeyFigureModel::NameColumn).data().toString() == name)
            return model.index(row, column).data().toString();
    }
    return {};
}

void TestKeyFiguresPage::spansStandSideBySide()
{
    const Timestamp now = m_works->clock().now();
    storeJournal(m_works->plant().dataFolder,
                 {journalEntry("ALARM", "works/a/level", now - 3h),
                  journalEntry("ALARM", "works/b/level", now - 30min),
                  journalEntry("ALARM", "works/c/level", now - 5min)});
    show();
    const QString peak = QStringLiteral("Alarms per 10 min");
    QCOMPARE(cell(peak, KeyFigureModel::TenMinutesColumn), QStringLiteral("1"));
    QCOMPARE(cell(QStringLiteral("Alarms per hour"), KeyFigureModel::HourColumn),
             QStringLiteral("2"));
    QCOMPARE(cell(QStringLiteral("Alarms per day"), KeyFigureModel::DayColumn),
             QStringLiteral("3"));
    QCOMPARE(cell(QStringLiteral("Alarms per hour"), KeyFigureModel::VerdictColumn),
             QStringLiteral("within target"));
    QCOMPARE(m_page->worst().model()->rowCount(), 3);
}

void TestKeyFiguresPage::clockThatIsSetBackStopsNoFigures()
{
    show();
    const QString peak = QStringLiteral("Alarms per 10 min");
    QVERIFY(cell(peak, KeyFigureModel::TenMinutesColumn) != QStringLiteral("1"));
    const Timestamp before = m_works->clock().now() - 1h;
    storeJournal(m_works->plant().dataFolder,
                 {journalEntry("ALARM", "works/a/level", before - 5min)});
    m_works->clock().set(before);
    m_works->clock().advance(11s);
    m_page->frame(m_works->clock().now());
    QTRY_COMPARE(cell(peak, KeyFigureModel::TenMinutesColumn), QStringLiteral("1"));
}

void TestKeyFiguresPage::periodIsChosen()
{
    const Timestamp now = m_works->clock().now();
    storeJournal(m_works->plant().dataFolder,
                 {journalEntry("ALARM", "works/a/level", now - 20 * 24h),
                  journalEntry("ALARM", "works/b/level", now - 2h)});
    show();
    QCOMPARE(m_page->worst().model()->rowCount(), 1);
    QPushButton *month = button(*m_page, QStringLiteral("30"));
    QVERIFY(month);
    QTest::mouseClick(month, Qt::LeftButton);
    m_page->frame(now);
    QTRY_VERIFY(m_page->isComplete());
    QCOMPARE(m_page->worst().model()->rowCount(), 2);
    m_page->showPeriod(KeyFiguresPage::Chosen);
    field<ZoneTimeEdit>(*m_page, "from")->setTimestamp(now - 21 * 24h);
    field<ZoneTimeEdit>(*m_page, "to")->setTimestamp(now - 19 * 24h);
    m_page->frame(now);
    QTRY_VERIFY(m_page->isComplete());
    QCOMPARE(m_page->worst().model()->rowCount(), 1);
    // what stood in the lists then nobody knows
    QCOMPARE(cell(QStringLiteral("Standing now"), KeyFigureModel::PeriodColumn),
             QStringLiteral("–"));
    field<ZoneTimeEdit>(*m_page, "to")->setTimestamp(now - 22 * 24h);
    m_page->frame(now);
    QVERIFY2(wordsOn(*m_page).contains(QStringLiteral("ends before it begins")),
             qPrintable(wordsOn(*m_page)));
}

void TestKeyFiguresPage::endsOfThePeriodHaveTheirDates()
{
    const Timestamp now = m_works->clock().now();
    const auto textOf = [this](Timestamp time, const char *format) {
        return QDateTime::fromMSecsSinceEpoch(toMicroseconds(time) / 1000, m_works->plant().zone)
            .toString(QLatin1String(format));
    };
    storeJournal(m_works->plant().dataFolder, {journalEntry("ALARM", "works/a/level", now - 2h)});
    show();
    const char *const kWhole = "yyyy-MM-dd HH:mm:ss";
    const QString week = textOf(now - 7 * 24h, kWhole) + QStringLiteral(" to ")
        + textOf(now, kWhole) + QStringLiteral(" · ");
    QVERIFY2(wordsOn(*m_page).contains(week), qPrintable(wordsOn(*m_page)));
    m_page->showPeriod(KeyFiguresPage::Chosen);
    const Timestamp midnight = now - (now.time_since_epoch() % 24h) - 72h; // about
    const Timestamp from = midnight + 10h;
    field<ZoneTimeEdit>(*m_page, "from")->setTimestamp(from);
    field<ZoneTimeEdit>(*m_page, "to")->setTimestamp(from + 2h);
    m_page->frame(now);
    QTRY_VERIFY(m_page->isComplete());
    const QString hours = textOf(from, kWhole) + QStringLiteral(" to ")
        + textOf(from + 2h, "HH:mm:ss") + QStringLiteral(" · ");
    QVERIFY2(wordsOn(*m_page).contains(hours), qPrintable(wordsOn(*m_page)));
}

void TestKeyFiguresPage::emptyPeriodSaysSo()
{
    show();
    QVERIFY2(wordsOn(*m_page).contains(QStringLiteral("No alarm came in this period")),
             qPrintable(wordsOn(*m_page)));
    QVERIFY(!m_page->worst().isVisible());
    QCOMPARE(cell(QStringLiteral("Alarms per hour"), KeyFigureModel::DayColumn),
             QStringLiteral("0"));
}

void TestKeyFiguresPage::damagedJournalSaysSo()
{
    QFile store(QString::fromStdString(m_works->plant().dataFolder + "/alarms.db"));
    QVERIFY(store.open(QIODevice::WriteOnly));
    store.write(QByteArray(8192, 'x'));
    store.close();
    show();
    QVERIFY2(!wordsOn(*m_page).contains(QStringLiteral("No alarm came")),
             qPrintable(wordsOn(*m_page)));
    QVERIFY(cell(QStringLiteral("Alarms per hour"), KeyFigureModel::PeriodColumn).isEmpty());
}

void TestKeyFiguresPage::stoppedCountStaysStopped()
{
    const Timestamp now = m_works->clock().now();
    show();
    m_page->showPeriod(KeyFiguresPage::ThirtyDays);
    m_page->frame(now);
    auto *count = field<QPushButton>(*m_page, "count");
    QCOMPARE(count->text(), QStringLiteral("Stop")); // its answer waits for the event loop
    count->click();
    m_page->frame(now);
    QVERIFY2(wordsOn(*m_page).contains(QStringLiteral("Stopped")), qPrintable(wordsOn(*m_page)));
    count->click();
    m_page->frame(now);
    QTRY_VERIFY(wordsOn(*m_page).contains(QStringLiteral("No alarm came")));
}

/// By the first of the most frequent alarms.
QString TestKeyFiguresPage::openedByReturn()
{
    storeJournal(m_works->plant().dataFolder,
                 {journalEntry("ALARM", "works/line 1/tank/level", m_works->clock().now() - 1h)});
    show();
    const QSignalSpy opened(m_page.get(), &Page::openRequested);
    m_page->worst().setFocus();
    m_page->worst().selectRow(0);
    QTest::keyClick(&m_page->worst(), Qt::Key_Return);
    return opened.size() == 1 ? opened[0][0].toString() : QString();
}

void TestKeyFiguresPage::frequentAlarmOpensItsCure()
{
    AlarmRule rule;
    rule.id = "high";
    rule.tag = "works/**";
    m_works->workspace().rules = {rule};
    QCOMPARE(openedByReturn(), QStringLiteral("alarms#worst:high"));
    QSignalSpy opened(m_page.get(), &Page::openRequested);
    const QTableView &worst = m_page->worst();
    const QPoint first = worst.visualRect(worst.model()->index(0, 0)).center();
    QTest::mouseClick(worst.viewport(), Qt::LeftButton, {}, first);
    QTest::mouseDClick(worst.viewport(), Qt::LeftButton, {}, first);
    QVERIFY(!opened.isEmpty());
    QCOMPARE(opened[0][0].toString(), QStringLiteral("alarms#worst:high"));
}

void TestKeyFiguresPage::frequentAlarmOfNoRuleOpensItsAsset()
{
    QCOMPARE(openedByReturn(), QStringLiteral("asset:works/line 1/tank"));
}

void TestKeyFiguresPage::curesAreOneKeyAway()
{
    show();
    QSignalSpy opened(m_page.get(), &Page::openRequested);
    field<QPushButton>(*m_page, "cures")->click();
    QCOMPARE(opened[0][0].toString(), QStringLiteral("alarms#worst"));
}

void TestKeyFiguresPage::rowIsCopied()
{
    show();
    m_page->table().setFocus();
    m_page->table().selectRow(0);
    QTest::keyClick(&m_page->table(), Qt::Key_C, Qt::ControlModifier);
    const QString copied = QApplication::clipboard()->text();
    QVERIFY2(copied.contains(QStringLiteral("Alarms per hour\t")), qPrintable(copied));
    QVERIFY(copied.contains(QStringLiteral("within target")));
}

void TestKeyFiguresPage::verdictsDifferWithoutColour_data()
{
    QTest::addColumn<int>("mode");
    QTest::newRow("light") << static_cast<int>(Theme::Mode::Light);
    QTest::newRow("dark") << static_cast<int>(Theme::Mode::Dark);
}

/// Their forms do, on paper of one grey as well.
void TestKeyFiguresPage::verdictsDifferWithoutColour()
{
    QFETCH(int, mode);
    const auto theme = static_cast<Theme::Mode>(mode);
    const QColor ground = Theme::colorOf(theme, Theme::Role::Surface);
    std::set<QByteArray> forms;
    for (const FigureVerdict verdict : {FigureVerdict::Within, FigureVerdict::Off,
                                        FigureVerdict::Act, FigureVerdict::NotMeaningful}) {
        QImage image(24, 24, QImage::Format_RGB32);
        image.fill(ground);
        QPainter painter(&image);
        paintVerdictMarker(painter, QRectF(2, 2, 20, 20), verdict, theme);
        painter.end();
        QByteArray form;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor there = image.pixelColor(x, y);
                QVERIFY(there.saturation() < 90); // no colour of an alarm
                form += std::abs(there.lightness() - ground.lightness()) > 40 ? '#' : ' ';
            }
        }
        QVERIFY(form.contains('#'));
        forms.insert(form);
    }
    QCOMPARE(forms.size(), std::size_t(4));
}

QTEST_MAIN(TestKeyFiguresPage)
#include "tst_key_figures_page.moc"
