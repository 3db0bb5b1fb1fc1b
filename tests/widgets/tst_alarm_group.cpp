#include "widgets/alarms/group_view.h"

#include "tests/widgets/alarm_page_bench.h"
#include "widgets/alarms/alarm_table.h"
#include "widgets/alarms/group_opener.h"
#include "widgets/common/data_table.h"
#include "widgets/common/notice.h"
#include "widgets/common/theme.h"

#include "models/alarm_group_model.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

/// The view of an alarm group, and the ways to it.
class TestAlarmGroup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void keyOpensTheGroupOfTheSelectedAlarm();
    void alarmWithoutGroupSaysWhy();
    void groupIsAcknowledgedByKeyWithoutPriorityOne();
    void memberIsAcknowledgedByItself();
    void memberThatLeavesHasNoSuccessor();
    void heldKeysAskOnce();
    void rowUnderThePointerStays();
    void refusalIsSaid();
    void partOfAGroupIsSaidToBeAcknowledged();
    void normalGroupSaysSo();
    void enterOpensTheAsset();
    void firstOutHasWordsAndAShape_data();
    void firstOutHasWordsAndAShape();

private:
    AlarmRow member(const char *title, int priority, std::chrono::seconds ago) const;
    std::unique_ptr<GroupView> shownView();

    std::unique_ptr<AlarmPageBench> m_bench;
    std::vector<AlarmRow> m_rows;
};

void TestAlarmGroup::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("telltale-test"));
    QStandardPaths::setTestModeEnabled(true);
    Theme::instance().applyTo(*qApp);
}

void TestAlarmGroup::init()
{
    m_bench = std::make_unique<AlarmPageBench>();
    m_rows = {member("Pump stopped", 3, 30s), member("Pressure low", 1, 28s),
              member("Flow low", 2, 20s)};
    m_rows[0].firstOut = true;
    m_rows.push_back(m_bench->works().alarm(kBearingTag, "Alone", 4, AlarmState::Unacked, 5s));
    m_bench->works().publishAlarms(m_rows);
    m_bench->frame();
}

void TestAlarmGroup::cleanup()
{
    m_bench.reset();
    Theme::instance().setMode(Theme::Mode::Light);
}

AlarmRow TestAlarmGroup::member(const char *title, int priority, std::chrono::seconds ago) const
{
    AlarmRow row = m_bench->works().alarm(kBearingTag, title, priority, AlarmState::Unacked, ago);
    row.group = "train";
    return row;
}

std::unique_ptr<GroupView> TestAlarmGroup::shownView()
{
    auto view = std::make_unique<GroupView>(m_bench->works().plant(), "train");
    view->resize(1100, 420);
    view->show();
    [&view] { QVERIFY(QTest::qWaitForWindowExposed(view.get())); }();
    return view;
}

void TestAlarmGroup::keyOpensTheGroupOfTheSelectedAlarm()
{
    GroupOpener &groups = m_bench->page().list().groups();
    m_bench->table().selectRow(m_bench->table().rowOf(m_rows[2]));
    QVERIFY(groups.action()->isEnabled());
    QTest::keyClick(&m_bench->table(), Qt::Key_G);
    QVERIFY(groups.dialog() && groups.dialog()->isVisible());
    QVERIFY(groups.dialog()->windowTitle().contains(QStringLiteral("train")));
    const auto *view = groups.dialog()->findChild<GroupView *>();
    QCOMPARE(view->members().rowCount(), 3);
    QTest::keyClick(groups.dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!groups.dialog());
    groups.action()->trigger(); // as the menu of the table does
    QVERIFY(groups.dialog());
    m_rows.resize(2);
    m_bench->works().publishAlarms(m_rows);
    view = groups.dialog()->findChild<GroupView *>();
    QTRY_COMPARE(view->members().rowCount(), 2); // it follows by itself
}

void TestAlarmGroup::alarmWithoutGroupSaysWhy()
{
    GroupOpener &groups = m_bench->page().list().groups();
    m_bench->table().selectRow(m_bench->table().rowOf(m_rows[3]));
    QVERIFY(!groups.action()->isEnabled());
    QVERIFY(groups.action()->toolTip().contains(QStringLiteral("no group")));
    QTest::keyClick(&m_bench->table(), Qt::Key_G);
    QVERIFY(!groups.dialog());
    QVERIFY(Notice::said(m_bench->page()).contains(QStringLiteral("no group")));
}

void TestAlarmGroup::groupIsAcknowledgedByKeyWithoutPriorityOne()
{
    const auto view = shownView();
    QTest::keyClick(&view->table(), Qt::Key_A);
    QCOMPARE(m_bench->works().actions().size(), std::size_t {1});
    const AlarmAction &action = m_bench->works().actions().front();
    QCOMPARE(action.kind, AlarmAction::Kind::AcknowledgeGroup);
    QCOMPARE(action.group, std::string("train"));
    QCOMPARE(action.alarms.size(), std::size_t {2});
    QTRY_VERIFY(view->note().contains(QStringLiteral("2 alarm(s) acknowledged")));
    QVERIFY(view->note().contains(QStringLiteral("1 critical alarm(s) stay")));
}

void TestAlarmGroup::memberIsAcknowledgedByItself()
{
    const auto view = shownView();
    view->table().selectRow(1);
    QTest::keyClick(&view->table(), Qt::Key_Space);
    QCOMPARE(m_bench->works().actions().size(), std::size_t {1});
    const AlarmAction &action = m_bench->works().actions().front();
    QCOMPARE(action.kind, AlarmAction::Kind::Acknowledge);
    QCOMPARE(action.alarms.size(), std::size_t {1});
    QCOMPARE(action.alarms.front().first, m_rows[1].id); // of priority 1
}

/// Space means what was chosen, not what stands in its place.
void TestAlarmGroup::memberThatLeavesHasNoSuccessor()
{
    const auto view = shownView();
    view->table().selectRow(0);
    m_rows.erase(m_rows.begin());
    m_bench->works().publishAlarms(m_rows);
    view->frame(m_bench->works().clock().now());
    QCOMPARE(view->members().rowCount(), 2);
    QVERIFY(!view->table().selectionModel()->hasSelection());
    QTest::keyClick(&view->table(), Qt::Key_Space);
    QVERIFY(m_bench->works().actions().empty());
    QVERIFY(view->note().contains(QStringLiteral("No alarm is selected")));
    QTest::keyClick(&view->table(), Qt::Key_Down);
    QTest::keyClick(&view->table(), Qt::Key_Space);
    QCOMPARE(m_bench->works().actions().size(), std::size_t {1});
}

void TestAlarmGroup::heldKeysAskOnce()
{
    const auto view = shownView();
    for (QWidget *table :
         {static_cast<QWidget *>(&view->table()), static_cast<QWidget *>(&m_bench->table())}) {
        const std::size_t before = m_bench->works().actions().size();
        for (const bool isRepeat : {false, true, true}) {
            QKeyEvent press(QEvent::KeyPress, Qt::Key_Space, Qt::NoModifier, QStringLiteral(" "),
                            isRepeat);
            QApplication::sendEvent(table, &press);
        }
        QCOMPARE(m_bench->works().actions().size(), before + 1);
    }
}

void TestAlarmGroup::rowUnderThePointerStays()
{
    m_bench->page().hide(); // the pointer is over the view alone
    const auto view = shownView();
    const auto idAt = [&view](int row) { return view->members().alarm(row).id; };
    const QRect second = view->table().visualRect(view->members().index(1, 0));
    QTest::mouseMove(view->table().viewport(), second.center());
    QTest::mouseMove(view->table().viewport(), second.center() + QPoint(3, 0));
    m_bench->works().publishAlarms({m_rows[1], m_rows[2]}); // the first has returned
    view->frame(m_bench->works().clock().now());
    QCOMPARE(view->members().rowCount(), 3);
    QCOMPARE(idAt(1), m_rows[1].id);
    QEvent left(QEvent::Leave);
    QApplication::sendEvent(view->table().viewport(), &left);
    view->frame(m_bench->works().clock().now());
    QCOMPARE(view->members().rowCount(), 2);
    QCOMPARE(idAt(0), m_rows[1].id);
}

void TestAlarmGroup::refusalIsSaid()
{
    const auto view = shownView();
    m_bench->works().plant().alarms->setActor([](AlarmAction, const AlarmBoard::Done &done) {
        done(Error {Error::Code::Refused, "stale_occurrence"});
    });
    view->acknowledgeGroup();
    QTRY_VERIFY(view->note().startsWith(QStringLiteral("Refused: it came again")));
}

void TestAlarmGroup::partOfAGroupIsSaidToBeAcknowledged()
{
    const auto view = shownView();
    m_bench->works().plant().alarms->setActor([](AlarmAction, const AlarmBoard::Done &done) {
        AlarmAnswer answer(Error {Error::Code::Refused, "stale_occurrence"});
        answer.acknowledged = 2;
        answer.refused = 1;
        done(answer);
    });
    view->acknowledgeGroup();
    QTRY_COMPARE(view->note(), QStringLiteral("2 alarm(s) acknowledged; 1 came again meanwhile"));
}

void TestAlarmGroup::normalGroupSaysSo()
{
    const auto view = shownView();
    m_bench->works().publishAlarms({});
    view->frame(m_bench->works().clock().now());
    QVERIFY(!view->table().isVisible());
    const QList<QLabel *> labels = view->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->isVisible() && label->text().contains(QStringLiteral("normal"));
    }));
    for (const QPushButton *button : view->findChildren<QPushButton *>())
        QVERIFY(!button->isEnabled());
    view->acknowledgeGroup();
    QVERIFY(m_bench->works().actions().empty());
}

void TestAlarmGroup::enterOpensTheAsset()
{
    const auto view = shownView();
    const QSignalSpy opened(view.get(), &GroupView::openRequested);
    QTest::keyClick(&view->table(), Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.front().front().toString(),
             QStringLiteral("asset:Northfield/Pump station 2/Pump P-203"));
}

void TestAlarmGroup::firstOutHasWordsAndAShape_data()
{
    QTest::addColumn<bool>("isDark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

/// Left of the words there is ink in the row of the first-out, and in no other.
void TestAlarmGroup::firstOutHasWordsAndAShape()
{
    QFETCH(bool, isDark);
    Theme::instance().setMode(isDark ? Theme::Mode::Dark : Theme::Mode::Light);
    const auto view = shownView();
    view->table().clearSelection();
    const auto inkOf = [&view](int row) {
        const QModelIndex index = view->members().index(row, AlarmGroupModel::FirstOutColumn);
        QRect cell = view->table().visualRect(index);
        cell.setWidth(Theme::instance().measure(24));
        cell.adjust(0, 0, 0, -2); // without the line below
        const QImage image = view->table().viewport()->grab(cell).toImage();
        const int ground = qGray(image.pixel(0, 0));
        int ink = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                ink += qAbs(qGray(image.pixel(x, y)) - ground) > 80 ? 1 : 0;
        }
        return ink;
    };
    QVERIFY2(inkOf(0) >= 40, qPrintable(QString::number(inkOf(0))));
    QCOMPARE(inkOf(1), 0);
    QCOMPARE(view->members().index(0, AlarmGroupModel::FirstOutColumn).data().toString(),
             QStringLiteral("FIRST OUT"));
}

QTEST_MAIN(TestAlarmGroup)
#include "tst_alarm_group.moc"
