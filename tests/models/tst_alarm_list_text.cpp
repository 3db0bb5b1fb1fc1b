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

QTEST_GUILESS_MAIN(TestAlarmListText)
#include "tst_alarm_list_text.moc"
