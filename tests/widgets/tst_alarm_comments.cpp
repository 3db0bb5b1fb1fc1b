#include "tests/widgets/alarm_service_page.h"

#include "widgets/alarms/alarm_list_view.h"
#include "widgets/alarms/alarm_table.h"
#include "widgets/common/theme.h"

#include "models/alarm_list_model.h"

#include <QApplication>
#include <QInputDialog>
#include <QStandardPaths>
#include <QTest>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

/// The last comment of an alarm stands in the list.
class TestAlarmComments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void commentIsInTheListUntilTheAlarmComesAnew();
};

void TestAlarmComments::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("telltale-test"));
    QStandardPaths::setTestModeEnabled(true);
    Theme::instance().applyTo(*qApp);
}

void TestAlarmComments::commentIsInTheListUntilTheAlarmComesAnew()
{
    AlarmServicePage bench;
    AlarmListView &list = bench.page().list();
    const auto comment = [&bench, &list] {
        return bench.rowsOf(list) == 0
            ? QString()
            : list.table().model()->index(0, AlarmListModel::CommentColumn).data().toString();
    };
    const auto isShown
        = [&list] { return !list.table().isColumnHidden(AlarmListModel::CommentColumn); };
    bench.receive(99.0);
    QTRY_COMPARE(bench.rowsOf(list), 1);
    QVERIFY(!isShown()); // no room is taken for nothing
    QTest::keyClick(&list.table(), Qt::Key_C);
    auto *dialog = list.findChild<QInputDialog *>();
    QVERIFY(dialog);
    dialog->setTextValue(QStringLiteral("fitter is called"));
    dialog->accept();
    QTRY_COMPARE(comment(), QStringLiteral("shift B: fitter is called"));
    QVERIFY(isShown());
    QTest::keyClick(&list.table(), Qt::Key_Space);
    bench.works().clock().advance(1s);
    bench.receive(20.0);
    QTRY_COMPARE(bench.rowsOf(list), 0);
    bench.works().clock().advance(1s);
    bench.receive(99.0);
    QTRY_COMPARE(bench.rowsOf(list), 1);
    QCOMPARE(comment(), QString(QChar(0x2013)));
    QVERIFY(!isShown());
}

QTEST_MAIN(TestAlarmComments)
#include "tst_alarm_comments.moc"
