#include "tests/support/fake_plant.h"

#include "widgets/alarms/alarm_list_view.h"
#include "widgets/alarms/alarm_page.h"
#include "widgets/alarms/alarm_table.h"
#include "widgets/common/blink_clock.h"
#include "widgets/common/segment_bar.h"
#include "widgets/common/table_copy.h"
#include "widgets/common/theme.h"

#include "models/alarm_filter_model.h"
#include "models/alarm_list_model.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QTest>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

namespace {

constexpr const char *kTag = "Northfield/Pump station 2/Pump P-203/Bearing temperature";

} // namespace

class TestAlarmPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void spaceAcknowledgesTheOccurrenceOnScreen();
    void visibleAreAcknowledgedExceptCritical();
    void keysSilenceAndAreNotTakenByTheFilter();
    void filterSaysHowManyItHides();
    void refusalIsSaidInWords();
    void rowUnderThePointerStays();
    void copyGivesHeadingsAndRows();
    void sortingIsTemporaryAndSaysSo();
    void emptyListSaysWhatToDoNext();
    void columnsGiveWayInNarrowWindows();
    void markersBlinkInPhase();

private:
    void showPage(QSize size = {1600, 900});
    void frame();
    AlarmTable &table() { return m_page->list().table(); }

    std::unique_ptr<FakePlant> m_works;
    std::unique_ptr<AlarmPage> m_page;
};

void TestAlarmPage::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("telltale-test"));
    QStandardPaths::setTestModeEnabled(true);
    Theme::instance().applyTo(*qApp);
}

void TestAlarmPage::init()
{
    m_works = std::make_unique<FakePlant>();
    showPage();
}

void TestAlarmPage::cleanup()
{
    m_page.reset();
    m_works.reset();
}

void TestAlarmPage::showPage(QSize size)
{
    m_page = std::make_unique<AlarmPage>(m_works->plant());
    m_page->resize(size);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    frame();
    table().setFocus();
}

void TestAlarmPage::frame()
{
    m_page->frame(m_works->clock().now());
}

void TestAlarmPage::spaceAcknowledgesTheOccurrenceOnScreen()
{
    AlarmRow row = m_works->alarm(kTag, "Bearing", 1, AlarmState::Unacked, 5s);
    row.occurrence = 7;
    m_works->publishAlarms({row});
    frame();
    table().selectRow(0);
    row.occurrence = 8; // came again, but nobody has seen it yet
    m_works->publishAlarms({row});
    QTest::keyClick(&table(), Qt::Key_Space);
    QCOMPARE(m_works->actions().size(), 1U);
    const AlarmAction &action = m_works->actions().front();
    QCOMPARE(action.kind, AlarmAction::Kind::Acknowledge);
    QCOMPARE(action.alarms.size(), 1U);
    QCOMPARE(action.alarms.front().first, row.id);
    QCOMPARE(action.alarms.front().second, 7U);
}

void TestAlarmPage::visibleAreAcknowledgedExceptCritical()
{
    std::vector<AlarmRow> rows;
    for (int i = 0; i < 200; ++i)
        rows.push_back(m_works->alarm(kTag, "Alarm " + std::to_string(i), 1 + i % 4,
                                      AlarmState::Unacked, std::chrono::seconds(i)));
    m_works->publishAlarms(rows);
    frame();
    const auto [first, last] = table().visibleRows();
    const int shown = last - first + 1;
    QVERIFY(shown < 60);
    m_page->list().acknowledgeVisible();
    const AlarmRow &top = m_page->list().list().alarm(0);
    QCOMPARE(top.priority, 1);
    QVERIFY(m_works->actions().empty()); // the 50 critical ones fill the view
    QTRY_VERIFY(m_page->list().note().contains(QStringLiteral("acknowledge each by itself")));
    table().scrollToBottom();
    m_page->list().acknowledgeVisible();
    QTRY_COMPARE(m_works->actions().size(), 1U);
    const AlarmAction &action = m_works->actions().front();
    QCOMPARE(action.kind, AlarmAction::Kind::AcknowledgeVisible);
    QVERIFY(action.alarms.size() > 5 && action.alarms.size() <= static_cast<std::size_t>(shown));
}

void TestAlarmPage::keysSilenceAndAreNotTakenByTheFilter()
{
    QTest::keyClick(&table(), Qt::Key_S);
    QCOMPARE(m_works->actions().size(), 1U);
    QCOMPARE(m_works->actions().front().kind, AlarmAction::Kind::Silence);
    auto *filter = m_page->findChild<QLineEdit *>();
    QVERIFY(filter);
    QTest::keyClicks(filter, QStringLiteral("s p"));
    QCOMPARE(filter->text(), QStringLiteral("s p"));
    QCOMPARE(m_works->actions().size(), 1U);
}

void TestAlarmPage::filterSaysHowManyItHides()
{
    const int all = m_page->list().list().rowCount();
    auto *filter = m_page->findChild<QLineEdit *>();
    filter->setText(QStringLiteral("valve"));
    frame();
    QCOMPARE(m_page->list().filter().rowCount(), 2); // the valve, and the new critical one
    QVERIFY(m_page->list().note().contains(QString::number(all - 2)));
    filter->clear();
    frame();
    QVERIFY(!m_page->list().note().contains(QStringLiteral("filter")));
}

void TestAlarmPage::refusalIsSaidInWords()
{
    m_works->plant().alarms->setActor([](AlarmAction, const AlarmBoard::Done &done) {
        done(Error {Error::Code::Refused, "stale_occurrence"});
    });
    table().selectRow(0);
    QTest::keyClick(&table(), Qt::Key_Space);
    QTRY_VERIFY(m_page->list().note().contains(QStringLiteral("came again meanwhile")));
}

void TestAlarmPage::rowUnderThePointerStays()
{
    const QModelIndex second = table().model()->index(1, 0);
    const QString id = second.data(AlarmListModel::IdRole).toString();
    QTest::mouseMove(table().viewport(), table().visualRect(second).center());
    QTest::mouseMove(table().viewport(), table().visualRect(second).center() + QPoint(3, 0));
    std::vector<AlarmRow> rows = m_works->plant().alarms->snapshot()->rows;
    rows.push_back(m_works->alarm(kTag, "Worst of all", 1, AlarmState::Unacked, 0s));
    m_works->publishAlarms(rows);
    frame();
    QCOMPARE(table().model()->rowCount(), static_cast<int>(rows.size())); // it is shown
    QCOMPARE(second.data(AlarmListModel::IdRole).toString(), id);
    QCOMPARE(table().model()->index(1, 0).data(AlarmListModel::IdRole).toString(), id);
    QEvent left(QEvent::Leave);
    QApplication::sendEvent(table().viewport(), &left);
    frame();
    QVERIFY(table()
                .model()
                ->index(0, 0)
                .data(AlarmListModel::IdRole)
                .toString()
                .startsWith(QStringLiteral("Worst")));
}

void TestAlarmPage::copyGivesHeadingsAndRows()
{
    AlarmRow row = m_works->alarm(kTag, "Tab\there", 2, AlarmState::Acked, 5s);
    m_works->publishAlarms({row});
    frame();
    table().selectRow(0);
    QTest::keyClick(&table(), Qt::Key_C, Qt::ControlModifier);
    const QStringList lines
        = QApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines[0].startsWith(QStringLiteral("Priority\tState\t")));
    QVERIFY(lines[1].startsWith(QStringLiteral("2 HIGH\tACKED\t")));
    QCOMPARE(lines[0].count(QLatin1Char('\t')), lines[1].count(QLatin1Char('\t')));
    QCOMPARE(TableCopy::tableAsText(table()).count(QLatin1Char('\n')), 2);
}

void TestAlarmPage::sortingIsTemporaryAndSaysSo()
{
    m_page->list().filter().setSortLasts(300ms);
    m_page->list().filter().sort(AlarmListModel::AgeColumn);
    frame();
    QVERIFY(m_page->list().note().contains(QStringLiteral("Age")));
    QTRY_VERIFY(m_page->list().note().isEmpty());
}

void TestAlarmPage::emptyListSaysWhatToDoNext()
{
    m_works->publishAlarms({});
    frame();
    auto *add = m_page->list().findChild<QPushButton *>(QStringLiteral("addFirstRule"));
    QVERIFY(add);
    QVERIFY(add->isVisible());
    m_works->workspace().rules.push_back({});
    frame();
    QVERIFY(!add->isVisible());
}

void TestAlarmPage::columnsGiveWayInNarrowWindows()
{
    QVERIFY(!table().isColumnHidden(AlarmListModel::ActionColumn));
    m_page->resize(980, 640);
    QTRY_VERIFY(table().isColumnHidden(AlarmListModel::ActionColumn));
    QVERIFY(!table().isColumnHidden(AlarmListModel::TitleColumn));
    m_page->resize(1600, 900);
    QTRY_VERIFY(!table().isColumnHidden(AlarmListModel::ActionColumn));
}

void TestAlarmPage::markersBlinkInPhase()
{
    const BlinkClock &clock = BlinkClock::instance();
    QVERIFY(clock.isFilled(AlarmState::Acked));
    QVERIFY(!clock.isFilled(AlarmState::ReturnedUnacked));
    const bool before = clock.isFilled(AlarmState::Unacked);
    QTRY_COMPARE(clock.isFilled(AlarmState::Unacked), !before);
    QVERIFY(!BlinkClock::blinks(AlarmState::Acked));
}

QTEST_MAIN(TestAlarmPage)
#include "tst_alarm_page.moc"
