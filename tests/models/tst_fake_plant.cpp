#include "tests/support/fake_plant.h"

#include <QTest>

using namespace telltale;
using namespace telltale::test;

class TestFakePlant : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void worksAreLiveExceptForTheSilentZone();
    void alarmsAreCounted();
};

void TestFakePlant::worksAreLiveExceptForTheSilentZone()
{
    FakePlant works;
    const Timestamp now = works.clock().now();
    const auto at = [&](const char *path) { return works.live().value(works.tag(path)); };
    QVERIFY(!isStale(at("Northfield/Intake/Inlet/Total inflow"), now));
    QVERIFY(isStale(at("Northfield/Network/Zone 7/Flow"), now));
    QVERIFY(at("Northfield/Pump station 2/Pump P-203/Bearing temperature").sample.value > 85.0);
}

void TestFakePlant::alarmsAreCounted()
{
    FakePlant works;
    const auto snapshot = works.plant().alarms->snapshot();
    QCOMPARE(snapshot->newByPriority[1], 1U);
    QCOMPARE(snapshot->activeByPriority[2], 2U);
    QCOMPARE(snapshot->shelved, 1U);
}

QTEST_GUILESS_MAIN(TestFakePlant)
#include "tst_fake_plant.moc"
