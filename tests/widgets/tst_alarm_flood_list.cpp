#include "widgets/alarms/alarm_table.h"

#include "tests/widgets/alarm_page_bench.h"
#include "widgets/alarms/flood_bar.h"
#include "widgets/common/alarm_banner.h"
#include "widgets/common/alarm_counts.h"
#include "widgets/common/theme.h"

#include "models/alarm_list_model.h"
#include "models/flood_model.h"
#include "models/value_text.h"

#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QStandardPaths>
#include <QTest>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

/// The alarm page and the banner in a flood.
class TestAlarmFloodList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void floodGroupsTheListAndItsEndRestoresIt();
    void lineSaysRateAndFirstOut();
    void bannerSaysFlood();
    void selectionAndColumnsOutliveTheFlood();
    void alarmThatGoesBelowAHeadingLeavesTheSelectionThere();
    void pickedHeadingHasNoSuccessor();
    void worstBelowAHeadingIsSaidToBeThere();
    void keysOpenAndCloseUnits();
    void clickOpensAUnit();
    void headingsAreNeverAcknowledged();
    void pointerKeepsTheListAsItIs();
    void whatFollowsTheRowsIsToldWhenTheyChange();
    void answerIsShownAtOnce();
    void headingLooksTheSameWithoutColour_data();
    void headingLooksTheSameWithoutColour();

private:
    AlarmRow row(const char *tag, const char *title, int priority) const;
    void flood();
    void floodLater(std::chrono::milliseconds later);
    AlarmTable &table() { return m_bench->table(); }
    QString shown(int row, int column = AlarmListModel::TitleColumn)
    {
        return table().model()->index(row, column).data().toString();
    }

    std::unique_ptr<AlarmPageBench> m_bench;
    std::vector<AlarmRow> m_rows;
};

void TestAlarmFloodList::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("telltale-test"));
    QStandardPaths::setTestModeEnabled(true);
    Theme::instance().applyTo(*qApp);
}

void TestAlarmFloodList::init()
{
    m_bench = std::make_unique<AlarmPageBench>();
    m_rows = {row("Northfield/Pump station 2/Pump P-203/Flow", "Critical", 1),
              row("Northfield/Pump station 1/Pump P-101/Flow", "High", 2),
              row("Northfield/Pump station 1/Pump P-101/Flow", "Medium one", 3),
              row("Northfield/Pump station 1/Pump P-102/Flow", "Low one", 4),
              row("Northfield/Pump station 2/Pump P-203/Flow", "Medium two", 3)};
}

void TestAlarmFloodList::cleanup()
{
    m_bench.reset();
    Theme::instance().setMode(Theme::Mode::Light);
}

AlarmRow TestAlarmFloodList::row(const char *tag, const char *title, int priority) const
{
    return m_bench->works().alarm(tag, title, priority, AlarmState::Unacked, 5s);
}

void TestAlarmFloodList::flood()
{
    m_bench->works().publishFlood(m_rows, {m_rows[1].id, "High", m_rows[1].tag, m_rows[1].since});
    m_bench->frame();
}

void TestAlarmFloodList::floodLater(std::chrono::milliseconds later)
{
    m_bench->works().clock().advance(later);
    flood();
}

void TestAlarmFloodList::floodGroupsTheListAndItsEndRestoresIt()
{
    flood();
    QVERIFY(table().showsFlood());
    QCOMPARE(table().model()->rowCount(), 4);
    QCOMPARE(shown(0), QStringLiteral("Critical"));
    QCOMPARE(shown(1), QStringLiteral("High"));
    QVERIFY(shown(2, AlarmListModel::AssetColumn).contains(QStringLiteral("Pump station 1")));
    QVERIFY(shown(2).startsWith(QStringLiteral("2 alarm(s)")));
    QCOMPARE(shown(3), QStringLiteral("Medium two")); // alone in its unit
    QCOMPARE(table().columnSpan(1, AlarmListModel::AssetColumn), 1);
    QCOMPARE(table().columnSpan(2, AlarmListModel::AssetColumn), // words have the empty columns
             table().model()->columnCount() - AlarmListModel::AssetColumn);
    m_bench->works().publishAlarms(m_rows);
    m_bench->frame();
    QVERIFY(!table().showsFlood());
    QCOMPARE(table().model()->rowCount(), 5);
    QCOMPARE(shown(0), QStringLiteral("Critical"));
    QCOMPARE(shown(4), QStringLiteral("Low one"));
    QCOMPARE(table().columnSpan(2, AlarmListModel::AssetColumn), 1);
}

void TestAlarmFloodList::lineSaysRateAndFirstOut()
{
    const auto *bar = m_bench->page().findChild<FloodBar *>();
    QVERIFY(bar && !bar->isVisible());
    flood();
    QVERIFY(bar->isVisible());
    for (const char *part : {"Alarm flood", "5 alarm(s) in 10 min", "first out: High", "P-101"})
        QVERIFY2(bar->accessibleName().contains(QLatin1String(part)),
                 qPrintable(bar->accessibleName()));
    QTRY_VERIFY(bar->geometry().bottom() <= table().mapTo(bar->parentWidget(), QPoint()).y());
    m_bench->works().publishAlarms(m_rows);
    m_bench->frame();
    QVERIFY(!bar->isVisible());
}

void TestAlarmFloodList::bannerSaysFlood()
{
    m_bench->works().publishAlarms(m_rows);
    AlarmBanner banner(m_bench->works().plant());
    banner.resize(1920, 44);
    banner.frame(m_bench->works().clock().now());
    const auto *counts = banner.findChild<AlarmCounts *>();
    const int before = counts->sizeHint().width();
    QVERIFY(!counts->accessibleName().contains(QStringLiteral("flood")));
    flood();
    banner.frame(m_bench->works().clock().now());
    QVERIFY(counts->accessibleName().contains(QStringLiteral("alarm flood, 5 alarm(s) in 10 min")));
    QVERIFY(counts->toolTip().contains(QStringLiteral("alarm flood")));
    QVERIFY(counts->sizeHint().width() > before);
}

void TestAlarmFloodList::selectionAndColumnsOutliveTheFlood()
{
    m_bench->works().publishAlarms(m_rows);
    m_bench->frame();
    QTest::keyClick(&table(), Qt::Key_Down); // picked by a person, not offered
    const std::string selected = table().currentAlarm()->id;
    int wide = table().columnWidth(AlarmListModel::TitleColumn);
    for (const bool isFlood : {true, false}) {
        if (isFlood)
            flood();
        else
            m_bench->works().publishAlarms(m_rows);
        m_bench->frame();
        QCOMPARE(table().showsFlood(), isFlood);
        QVERIFY(table().currentAlarm());
        QCOMPARE(table().currentAlarm()->id, selected);
        QCOMPARE(table().selectedAlarms().size(), std::size_t {1});
        QVERIFY(table().columnWidth(AlarmListModel::TitleColumn) >= wide); // of longer words
        wide = table().columnWidth(AlarmListModel::TitleColumn);
    }
}

/// Space goes to no alarm that nobody chose.
void TestAlarmFloodList::alarmThatGoesBelowAHeadingLeavesTheSelectionThere()
{
    m_rows.push_back(row("Northfield/Pump station 2/Pump P-203/Flow", "Low two", 4));
    m_bench->works().publishAlarms(m_rows);
    m_bench->frame();
    table().selectRow(table().rowOf(m_rows[3]));
    QTest::keyClick(&table(), Qt::Key_Up); // picked by a person, not offered
    QCOMPARE(table().currentAlarm()->priority, 3);
    const std::string unit = assetPath(table().currentAlarm()->asset);
    flood();
    m_bench->frame();
    QVERIFY(table().selectedAlarms().empty());
    QCOMPARE(table().selectionModel()->selectedRows().size(), 1);
    const int row = table().currentIndex().row();
    QVERIFY(table().isHeading(row));
    QVERIFY(table().selectionModel()->isRowSelected(row));
    QVERIFY(QString::fromStdString(unit).endsWith(shown(row, AlarmListModel::AssetColumn)));
    for (int press = 0; press < 2; ++press) {
        QTest::keyClick(&table(), Qt::Key_Space);
        m_bench->frame();
    }
    QVERIFY(m_bench->works().actions().empty());
    QVERIFY(m_bench->page().list().note().contains(QStringLiteral("opens the unit")));
    QTest::keyClick(&table(), Qt::Key_Right);
    QTest::keyClick(&table(), Qt::Key_Down);
    QTest::keyClick(&table(), Qt::Key_Space);
    QCOMPARE(m_bench->works().actions().size(), std::size_t {1});
}

/// At the end of the flood there are no headings.
void TestAlarmFloodList::pickedHeadingHasNoSuccessor()
{
    flood();
    table().selectRow(1);
    QTest::keyClick(&table(), Qt::Key_Down);
    QVERIFY(table().isHeading(table().currentIndex().row()));
    m_bench->works().publishAlarms(m_rows);
    for (int frame = 0; frame < 2; ++frame) {
        m_bench->frame();
        QVERIFY(!table().showsFlood());
        QVERIFY(table().selectedAlarms().empty());
    }
    QVERIFY(table().currentIndex().isValid()); // or Space would be for the banner
    QTest::keyClick(&table(), Qt::Key_Space); // shows what the next press means
    QVERIFY(m_bench->works().actions().empty());
    QCOMPARE(table().selectedRows().front().id, m_rows[0].id);
}

void TestAlarmFloodList::worstBelowAHeadingIsSaidToBeThere()
{
    m_rows[0].state = AlarmState::Acked;
    m_rows[1].state = AlarmState::Acked;
    m_rows[3].state = AlarmState::Acked;
    m_rows[2].state = AlarmState::Acked; // left: new ones in the other unit
    m_rows.push_back(row("Northfield/Pump station 2/Pump P-203/Flow", "Low two", 4));
    flood();
    const int row = table().currentIndex().row();
    QCOMPARE(row, 3);
    QVERIFY(table().isHeading(row));
    QVERIFY(table().selectionModel()->isRowSelected(row));
    QVERIFY(m_bench->page().list().note().contains(QStringLiteral("opens the unit")));
}

void TestAlarmFloodList::keysOpenAndCloseUnits()
{
    flood();
    table().selectRow(2);
    QTest::keyClick(&table(), Qt::Key_Right);
    QCOMPARE(table().model()->rowCount(), 6);
    QCOMPARE(shown(3), QStringLiteral("Medium one"));
    QTest::keyClick(&table(), Qt::Key_Down);
    QTest::keyClick(&table(), Qt::Key_Left); // from an alarm of the unit
    QCOMPARE(table().model()->rowCount(), 4);
    QCOMPARE(table().currentIndex().row(), 2);
    QTest::keyClick(&table(), Qt::Key_Return);
    QCOMPARE(table().model()->rowCount(), 6);
    QTest::keyClick(&table(), Qt::Key_Enter);
    QCOMPARE(table().model()->rowCount(), 4);
}

void TestAlarmFloodList::clickOpensAUnit()
{
    flood();
    const QModelIndex heading = table().model()->index(2, AlarmListModel::TitleColumn);
    const QPoint at = table().visualRect(heading).center();
    QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(table().model()->rowCount(), 6);
    QCOMPARE(shown(3), QStringLiteral("Medium one"));
    QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(table().model()->rowCount(), 4);
}

void TestAlarmFloodList::headingsAreNeverAcknowledged()
{
    m_rows.push_back(row("Northfield/Pump station 2/Pump P-203/Flow", "Low two", 4));
    flood();
    table().selectRow(2);
    QVERIFY(!table().currentAlarm());
    QTest::keyClick(&table(), Qt::Key_Space);
    QVERIFY(m_bench->works().actions().empty());
    table().selectAll();
    QTest::keyClick(&table(), Qt::Key_Space); // of what is shown: one of priority 2
    QCOMPARE(m_bench->works().actions().size(), std::size_t {1});
    QCOMPARE(m_bench->works().actions().front().alarms.size(), std::size_t {1});
    QCOMPARE(m_bench->works().actions().front().alarms.front().first, m_rows[1].id);
}

void TestAlarmFloodList::pointerKeepsTheListAsItIs()
{
    m_bench->works().publishAlarms(m_rows);
    m_bench->frame();
    const auto point = [this] {
        const QRect first = table().visualRect(table().model()->index(0, 0));
        QTest::mouseMove(table().viewport(), first.center());
        QTest::mouseMove(table().viewport(), first.center() + QPoint(3, 0));
    };
    point();
    const auto *bar = m_bench->page().findChild<FloodBar *>();
    flood();
    QVERIFY(!table().showsFlood());
    QVERIFY(!bar->isVisible()); // it would push the rows down
    const auto leave = [this] {
        QEvent left(QEvent::Leave);
        QApplication::sendEvent(table().viewport(), &left);
        m_bench->frame();
    };
    leave();
    QVERIFY(table().showsFlood());
    QVERIFY(bar->isVisible());
    point();
    m_bench->works().publishAlarms(m_rows);
    m_bench->frame();
    QVERIFY(table().showsFlood());
    QVERIFY(bar->isVisible());
    leave();
    QVERIFY(!table().showsFlood());
    QVERIFY(!bar->isVisible());
}

/// Panel and actions show what the selected row shows, whatever made it wait.
void TestAlarmFloodList::whatFollowsTheRowsIsToldWhenTheyChange()
{
    flood();
    QTest::keyClick(&table(), Qt::Key_Down); // picked, not offered
    AlarmState told = AlarmState::Normal;
    const QObject here;
    connect(&table(), &AlarmTable::currentAlarmChanged, &here,
            [this, &told] { told = table().currentAlarm()->state; });
    m_rows.push_back(row("Northfield/Pump station 2/Pump P-203/Flow", "Critical, too", 1));
    floodLater(100ms);
    floodLater(160ms);
    m_rows[1].state = AlarmState::Acked;
    floodLater(100ms);
    QCOMPARE(told, table().currentAlarm()->state);
    floodLater(160ms);
    QCOMPARE(QString::fromStdString(table().currentAlarm()->title), QStringLiteral("High"));
    QCOMPARE(table().currentAlarm()->state, AlarmState::Acked);
    QCOMPARE(told, AlarmState::Acked);
}

void TestAlarmFloodList::answerIsShownAtOnce()
{
    flood();
    table().selectRow(1);
    m_rows[1].state = AlarmState::Acked;
    floodLater(20ms);
    QCOMPARE(table().currentAlarm()->state, AlarmState::Unacked);
    QTest::keyClick(&table(), Qt::Key_Space);
    m_bench->frame();
    QCOMPARE(table().currentAlarm()->state, AlarmState::Acked);
}

void TestAlarmFloodList::headingLooksTheSameWithoutColour_data()
{
    QTest::addColumn<bool>("isDark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

/// The arrow of a heading turns: open and closed differ in grey, too.
void TestAlarmFloodList::headingLooksTheSameWithoutColour()
{
    QFETCH(bool, isDark);
    Theme::instance().setMode(isDark ? Theme::Mode::Dark : Theme::Mode::Light);
    flood();
    const auto picture = [this] {
        const QRect cell
            = table().visualRect(table().model()->index(2, AlarmListModel::AssetColumn));
        return table().viewport()->grab(cell).toImage().convertToFormat(QImage::Format_Grayscale8);
    };
    table().selectRow(0);
    const QImage closed = picture();
    table().selectRow(2);
    QTest::keyClick(&table(), Qt::Key_Right);
    table().selectRow(0);
    const QImage open = picture();
    int differing = 0;
    for (int y = 0; y < open.height(); ++y) {
        for (int x = 0; x < open.width(); ++x)
            differing += qAbs(qGray(open.pixel(x, y)) - qGray(closed.pixel(x, y))) > 60 ? 1 : 0;
    }
    QVERIFY2(differing >= 8, qPrintable(QString::number(differing)));
}

QTEST_MAIN(TestAlarmFloodList)
#include "tst_alarm_flood_list.moc"
