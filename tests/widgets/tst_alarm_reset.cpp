#include "tests/widgets/alarm_page_bench.h"
#include "tests/widgets/alarm_service_page.h"
#include "tests/widgets/find_widgets.h"

#include "widgets/alarms/alarm_list_view.h"
#include "widgets/alarms/alarm_table.h"
#include "widgets/alarms/hide_actions.h"
#include "widgets/alarms/response_panel.h"
#include "widgets/common/notice.h"
#include "widgets/common/theme.h"
#include "widgets/window_commands.h"

#include <QAction>
#include <QApplication>
#include <QPushButton>
#include <QStandardPaths>
#include <QTest>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

/// Latched alarms go by a person's reset, after their acknowledgement (alarms.md 4.1).
class TestAlarmReset : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void latchedAlarmIsAcknowledgedAndResetByKey();
    void ofSeveralOnlyLatchedOnesAreReset();
    void whatCannotBeResetSaysWhy_data();
    void whatCannotBeResetSaysWhy();
    void buttonIsThereForLatchedOnesOnly();
    void listOfKeysHasIt();

private:
    static void publish(AlarmPageBench &bench, const std::vector<AlarmState> &states);
};

void TestAlarmReset::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("telltale-test"));
    QStandardPaths::setTestModeEnabled(true);
    Theme::instance().applyTo(*qApp);
}

/// One row each, named by its number.
void TestAlarmReset::publish(AlarmPageBench &bench, const std::vector<AlarmState> &states)
{
    std::vector<AlarmRow> rows;
    for (const AlarmState state : states) {
        AlarmRow row = bench.works().alarm(kBearingTag, "Bearing", 3, state, 5s);
        row.id = "bearing-" + std::to_string(rows.size());
        rows.push_back(row);
    }
    bench.works().publishAlarms(rows);
    bench.frame();
}

void TestAlarmReset::latchedAlarmIsAcknowledgedAndResetByKey()
{
    AlarmServicePage bench(AlarmServicePage::Rule::Latching);
    AlarmListView &list = bench.page().list();
    const auto state = [&bench, &list] { // on screen
        return bench.rowsOf(list) > 0 ? list.list().alarm(0).state : AlarmState::Normal;
    };
    bench.receive(99.0);
    QTRY_COMPARE(state(), AlarmState::Unacked);
    bench.works().clock().advance(1s);
    bench.receive(20.0);
    QTRY_COMPARE(state(), AlarmState::LatchedUnacked);
    QTest::keyClick(&list.table(), Qt::Key_L);
    QVERIFY(Notice::said(bench.page()).contains(QStringLiteral("must be acknowledged first")));
    QTest::keyClick(&list.table(), Qt::Key_Space);
    QTRY_COMPARE(state(), AlarmState::LatchedAcked);
    QTest::keyClick(&list.table(), Qt::Key_L);
    QTRY_COMPARE(bench.rowsOf(list), 0);
    QTRY_VERIFY((bench.frame(), list.note().contains(QStringLiteral(" reset"))));
    bench.page().showSegment(AlarmPage::JournalSegment);
    QTRY_COMPARE(bench.journal(QStringLiteral("Reset")).size(), 1);
    QVERIFY(bench.journal(QStringLiteral("Reset")).front().startsWith(QStringLiteral("shift B")));
}

void TestAlarmReset::ofSeveralOnlyLatchedOnesAreReset()
{
    AlarmPageBench bench;
    publish(bench,
            {AlarmState::Unacked, AlarmState::LatchedAcked, AlarmState::Acked,
             AlarmState::LatchedAcked});
    bench.table().selectAll();
    QTest::keyClick(&bench.table(), Qt::Key_L);
    QTRY_COMPARE(bench.works().actions().size(), std::size_t(1));
    const AlarmAction asked = bench.works().actions().front();
    QCOMPARE(asked.kind, AlarmAction::Kind::Reset);
    QStringList ids;
    for (const auto &alarm : asked.alarms)
        ids << QString::fromStdString(alarm.first);
    ids.sort();
    QCOMPARE(ids, QStringList({QStringLiteral("bearing-1"), QStringLiteral("bearing-3")}));
}

void TestAlarmReset::whatCannotBeResetSaysWhy_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("why");
    const auto row = [](const char *name, AlarmState state, const char *why) {
        QTest::newRow(name) << static_cast<int>(state) << QLatin1String(why) + QString();
    };
    row("new", AlarmState::Unacked, "it is still active");
    row("acknowledged", AlarmState::Acked, "it is still active");
    row("returned", AlarmState::ReturnedUnacked, "there is nothing to reset");
    row("latched and new", AlarmState::LatchedUnacked, "it must be acknowledged first");
}

void TestAlarmReset::whatCannotBeResetSaysWhy()
{
    QFETCH(int, state);
    QFETCH(QString, why);
    AlarmPageBench bench;
    publish(bench, {static_cast<AlarmState>(state)});
    bench.table().selectRow(0);
    const QAction *reset = bench.page().list().hideActions().action(AlarmAction::Kind::Reset);
    QVERIFY(!reset->isEnabled());
    QVERIFY2(reset->toolTip().contains(why), qPrintable(reset->toolTip()));
    QTest::keyClick(&bench.table(), Qt::Key_L);
    QVERIFY(Notice::said(bench.page()).contains(why));
    QVERIFY(bench.works().actions().empty());
}

void TestAlarmReset::buttonIsThereForLatchedOnesOnly()
{
    AlarmPageBench bench;
    const auto reset
        = [&bench] { return button(bench.page().list().response(), QStringLiteral("Reset")); };
    publish(bench, {AlarmState::Acked});
    bench.table().selectRow(0);
    QVERIFY(!reset());
    publish(bench, {AlarmState::LatchedUnacked});
    bench.table().selectRow(0);
    QVERIFY(reset() && !reset()->isEnabled());
    publish(bench, {AlarmState::LatchedAcked});
    bench.table().selectRow(0);
    QVERIFY(reset() && reset()->isEnabled());
    QVERIFY(bench.table().actions().contains( // the context menu takes it from there
        bench.page().list().hideActions().action(AlarmAction::Kind::Reset)));
    QTest::mouseClick(reset(), Qt::LeftButton);
    QTRY_COMPARE(bench.works().actions().size(), std::size_t(1));
    QCOMPARE(bench.works().actions().front().kind, AlarmAction::Kind::Reset);
}

void TestAlarmReset::listOfKeysHasIt()
{
    QVERIFY(keyListHtml().contains(QStringLiteral("Reset the selected latched alarms")));
}

QTEST_MAIN(TestAlarmReset)
#include "tst_alarm_reset.moc"
