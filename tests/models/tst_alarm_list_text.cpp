#include "models/alarm_list_model.h"

#include "tests/models/alarm_list_bench.h"

#include <QSignalSpy>
#include <QTest>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

/// What cells of the alarm lists say in the rarer cases.
class TestAlarmListText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valueOfNowWaitsForTheFirstSampleAfterARestart();
    void tooLongOutOfServiceIsSaidBesideTheAge();
};

void TestAlarmListText::valueOfNowWaitsForTheFirstSampleAfterARestart()
{
    AlarmListBench bench;
    AlarmListModel model(bench.plant());
    AlarmRow row = makeRow("a", 3, AlarmState::Acked, 5);
    row.hasNoData = true;
    const Sample sample {bench.tags().intern(row.tag), kStart, 87.0, Quality::good(), {}, {}};
    bench.live().restore(std::span(&sample, 1)); // what was stored before it
    bench.publish({row});
    QVERIFY(model.refresh());
    const QModelIndex now = model.index(0, AlarmListModel::NowColumn);
    QCOMPARE(now.data().toString(), QStringLiteral("since restart: no data"));
    QCOMPARE(now.data(AlarmListModel::ShortRole).toString(), QStringLiteral("NO DATA"));
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    row.hasNoData = false;
    bench.publish({row});
    QVERIFY(model.refresh());
    QCOMPARE(changed.count(), 1);
    QVERIFY2(now.data().toString().startsWith(QStringLiteral("87")),
             qPrintable(now.data().toString()));
}

void TestAlarmListText::tooLongOutOfServiceIsSaidBesideTheAge()
{
    AlarmListBench bench;
    AlarmListModel away(bench.plant(), AlarmList::OutOfService);
    AlarmListModel shelved(bench.plant(), AlarmList::Shelved);
    AlarmRow row = makeRow("a", 3, AlarmState::OutOfService);
    row.hiddenSince = kStart - 24h;
    AlarmRow unknown = makeRow("b", 4, AlarmState::OutOfService);
    AlarmRow shelf = makeRow("c", 3, AlarmState::Shelved);
    shelf.hiddenSince = kStart - 30h;
    bench.publish({}, {row, unknown, shelf});
    QVERIFY(away.refresh() && shelved.refresh());
    const auto word = QStringLiteral("OVER 24 h");
    const auto age = [](const AlarmListModel &model, int at, int role) {
        return model.index(at, AlarmListModel::AgeColumn).data(role);
    };
    QVERIFY(!age(away, 0, Qt::DisplayRole).toString().contains(word));
    QVERIFY(!age(away, 0, AlarmListModel::TooLongRole).toBool());
    QVERIFY(!age(away, 0, AlarmListModel::ShortRole).isValid());
    away.refreshAges(kStart + 1s, 0, 1);
    QVERIFY(age(away, 0, Qt::DisplayRole).toString().endsWith(word));
    QVERIFY(age(away, 0, AlarmListModel::TooLongRole).toBool());
    QCOMPARE(age(away, 0, AlarmListModel::ShortRole).toString(), word);
    QVERIFY(age(away, 1, Qt::DisplayRole).toString().endsWith(word)); // since nobody knows when
    QVERIFY(!age(shelved, 0, Qt::DisplayRole).toString().contains(word));
    QVERIFY(!age(shelved, 0, AlarmListModel::TooLongRole).toBool());
}

QTEST_GUILESS_MAIN(TestAlarmListText)
#include "tst_alarm_list_text.moc"
