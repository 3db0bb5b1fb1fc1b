#include "models/alarm_filter_model.h"

#include "models/alarm_list_model.h"
#include "tests/models/alarm_list_bench.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

class TestAlarmFilterModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void filterNeverHidesNewCriticalAlarms();
    void areaFilterTakesWholeLevels();
    void temporarySortReturns();
    void burstOfFiveThousandIsOneBlock();
    void typingKeepsTheSort();

private:
    std::unique_ptr<AlarmListBench> m_bench;
};

void TestAlarmFilterModel::init()
{
    m_bench = std::make_unique<AlarmListBench>();
}

void TestAlarmFilterModel::filterNeverHidesNewCriticalAlarms()
{
    AlarmListModel model(m_bench->plant());
    AlarmFilterModel filter;
    filter.setSourceModel(&model);
    QAbstractItemModelTester tester(&filter,
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_bench->publish({makeRow("critical-new", 1, AlarmState::Unacked),
                      makeRow("critical-acked", 1, AlarmState::Acked),
                      makeRow("pump", 3, AlarmState::Unacked),
                      makeRow("valve", 3, AlarmState::Unacked)});
    model.refresh();
    filter.setText(QStringLiteral("PUMP title"));
    QCOMPARE(ids(filter), QStringList({QStringLiteral("critical-new"), QStringLiteral("pump")}));
    QCOMPARE(filter.hidden(), 2);
    filter.setText({});
    QCOMPARE(filter.hidden(), 0);
    filter.setArea(QStringLiteral("elsewhere"));
    QCOMPARE(ids(filter), QStringList({QStringLiteral("critical-new")}));
}

void TestAlarmFilterModel::areaFilterTakesWholeLevels()
{
    AlarmListModel model(m_bench->plant());
    AlarmFilterModel filter;
    filter.setSourceModel(&model);
    AlarmRow inside = makeRow("inside", 3, AlarmState::Unacked);
    inside.asset = "plant/ps2/P-1";
    AlarmRow beside = makeRow("beside", 3, AlarmState::Unacked);
    beside.asset = "plant/ps20/P-1";
    m_bench->publish({inside, beside});
    model.refresh();
    filter.setArea(QStringLiteral("plant/ps2"));
    QCOMPARE(ids(filter), QStringList({QStringLiteral("inside")}));
}

void TestAlarmFilterModel::temporarySortReturns()
{
    AlarmListModel model(m_bench->plant());
    AlarmFilterModel filter;
    filter.setSourceModel(&model);
    m_bench->publish(
        {makeRow("new", 4, AlarmState::Unacked), makeRow("acked", 1, AlarmState::Acked)});
    model.refresh();
    QSignalSpy changed(&filter, &AlarmFilterModel::orderChanged);
    filter.setSortLasts(std::chrono::milliseconds(50));
    filter.sort(AlarmListModel::PriorityColumn);
    QCOMPARE(ids(filter), QStringList({QStringLiteral("acked"), QStringLiteral("new")}));
    QTRY_COMPARE(changed.count(), 2);
    QVERIFY(!filter.isTemporarilySorted());
    QCOMPARE(ids(filter), QStringList({QStringLiteral("new"), QStringLiteral("acked")}));
    QCOMPARE(AlarmFilterModel::kSortLasts.count(), 60);
}

void TestAlarmFilterModel::burstOfFiveThousandIsOneBlock()
{
    AlarmListModel model(m_bench->plant());
    AlarmFilterModel filter;
    filter.setSourceModel(&model);
    std::vector<AlarmRow> rows;
    for (int i = 0; i < 5000; ++i)
        rows.push_back(makeRow("alarm-" + std::to_string(i), 1 + i % 4, AlarmState::Unacked, i));
    m_bench->publish(rows);
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    const QSignalSpy ordered(&model, &QAbstractItemModel::layoutChanged);
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.refresh();
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(filter.rowCount(), 5000);
    for (std::size_t i = 0; i < rows.size(); i += 2)
        rows[i].state = AlarmState::Acked;
    m_bench->publish(rows);
    model.refresh();
    QCOMPARE(ordered.count(), 1);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(filter.index(0, 0).data(AlarmListModel::PriorityRole).toInt(), 2);
    QCOMPARE(filter.index(4999, 0).data(AlarmListModel::StateRole).toInt(),
             static_cast<int>(AlarmState::Acked));
}

/// It is input at the list like a key or the pointer.
void TestAlarmFilterModel::typingKeepsTheSort()
{
    AlarmListModel model(m_bench->plant());
    AlarmFilterModel filter;
    filter.setSourceModel(&model);
    filter.sort(AlarmListModel::PriorityColumn);
    QTRY_VERIFY(filter.sortLeft() < AlarmFilterModel::kSortLasts - 100ms);
    QElapsedTimer typed;
    typed.start();
    filter.setText(QStringLiteral("pump"));
    const std::chrono::milliseconds left = filter.sortLeft();
    QVERIFY(left + std::chrono::milliseconds(typed.elapsed()) + 10ms
            >= AlarmFilterModel::kSortLasts);
    filter.sort(-1);
    QVERIFY(filter.sortLeft() < 0ms);
}

QTEST_GUILESS_MAIN(TestAlarmFilterModel)
#include "tst_alarm_filter_model.moc"
