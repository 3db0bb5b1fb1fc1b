#include "tests/support/fake_plant.h"

#include "models/area_curves.h"
#include "models/asset_tree_model.h"
#include "models/joined_curve.h"

#include <QSignalSpy>
#include <QTest>

#include <array>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestAreaCurves : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesAreJoined();
    void areasHaveTheCurveOfTheirFirstFigure();
    void areaWithinAnotherCountsForItself();
    void topLevelWithTagsOfItsOwnIsAnArea();
    void areasOfOneNameAreToldApart_data();
    void areasOfOneNameAreToldApart();
    void everyTagOfAnAreaIsCounted();
    void areasOfAnotherKindHaveAFigure();
    void figuresAreOfWhatSpeaks();
    void figuresFollowWhoBeginsToSpeak();
    void theWorstAreaIsAmongThoseShown();
    void curvesAreAskedForAgain();
    void curveIsAskedForWhenItsPastIsStored();
};

void TestAreaCurves::valuesAreJoined()
{
    constexpr std::array values {3.0, 1.0, 5.0};
    QCOMPARE(joinedValue("sum", values), 9.0);
    QCOMPARE(joinedValue("mean", values), 3.0);
    QCOMPARE(joinedValue("min", values), 1.0);
    QCOMPARE(joinedValue("max", values), 5.0);
}

void TestAreaCurves::areasHaveTheCurveOfTheirFirstFigure()
{
    FakePlant plant;
    AssetTreeModel assets(plant.plant());
    assets.sync(plant.clock().now());
    AreaSummary summary(plant.plant(), assets);
    AreaCurves curves(plant.plant());
    const QSignalSpy changed(&curves, &AreaCurves::changed);
    summary.refresh(plant.clock().now());
    curves.refresh(summary, plant.clock().now());
    QVERIFY(!curves.isComplete());
    QTRY_VERIFY(curves.isComplete());
    QVERIFY(changed.count() > 0);
    std::size_t withCurve = 0;
    for (const AreaSummary::Area &area : summary.areas()) {
        const Sparkline *curve = curves.curve(area.node);
        QCOMPARE(curve != nullptr, !summary.firstFigure(area.node).second.empty());
        if (!curve)
            continue;
        ++withCurve;
        QCOMPARE(curve->span(), std::chrono::microseconds(24h));
        QVERIFY(curve->columns().back().hasValue);
    }
    QVERIFY(withCurve >= 2);
}

void TestAreaCurves::areaWithinAnotherCountsForItself()
{
    FakePlant plant(FakePlant::Content::Empty);
    for (const char *path : {"plant9/meter/power", "plant9/line1/pump/flow", "plant9/line1/pump/on",
                             "plant9/line1/tank/level", "plant9//fan/speed"})
        plant.receive(path, 1.0);
    AssetTreeModel assets(plant.plant());
    assets.sync(plant.clock().now());
    AreaSummary summary(plant.plant(), assets);
    QStringList found;
    for (const AreaSummary::Area &area : summary.refresh(plant.clock().now()))
        found << QStringLiteral("%1 %2/%3").arg(area.name).arg(area.assets).arg(area.tags);
    found.sort();
    QCOMPARE(found,
             (QStringList {QStringLiteral("line1 2/3"), QStringLiteral("plant9 1/1"),
                           QStringLiteral("plant9 › (no name) 1/1")}));
}

void TestAreaCurves::topLevelWithTagsOfItsOwnIsAnArea()
{
    FakePlant plant(FakePlant::Content::Empty);
    for (const char *path : {"plant/load", "plant/pump/flow", "plant/hall/fan/speed",
                             "plant/hall/fan/motor/current", "lone/value"})
        plant.receive(path, 1.0);
    plant.publishAlarms({plant.alarm("plant/load", "Load high", 2, AlarmState::Unacked, 5s)});
    AssetTreeModel assets(plant.plant());
    assets.sync(plant.clock().now());
    AreaSummary summary(plant.plant(), assets);
    QStringList found;
    for (const AreaSummary::Area &area : summary.refresh(plant.clock().now()))
        found << QStringLiteral("%1 %2/%3/%4")
                     .arg(area.name)
                     .arg(area.assets)
                     .arg(area.tags)
                     .arg(area.alarms.active);
    found.sort();
    QCOMPARE(found,
             (QStringList {QStringLiteral("hall 2/2/0"), QStringLiteral("lone 1/1/0"),
                           QStringLiteral("plant 2/2/1")}));
}

void TestAreaCurves::areasOfOneNameAreToldApart_data()
{
    QTest::addColumn<QStringList>("assets");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("parents differ")
        << QStringList {u"north/pumps/p1"_s, u"south/pumps/p1"_s, u"south/tanks/t1"_s}
        << QStringList {u"north › pumps"_s, u"south › pumps"_s, u"tanks"_s};
    QTest::newRow("parents of one name")
        << QStringList {u"north/hall/pumps/p1"_s, u"south/hall/pumps/p1"_s, u"south/pumps/p1"_s}
        << QStringList {u"north › hall › pumps"_s, u"south › hall › pumps"_s, u"south › pumps"_s};
    QTest::newRow("one above the other") << QStringList {u"pumps/p1"_s, u"north/pumps/p1"_s}
                                         << QStringList {u"north › pumps"_s, u"pumps"_s};
    QTest::newRow("empty levels") << QStringList {u"/p1"_s, u"a//p1"_s, u"b///p1"_s}
                                  << QStringList {u"(no name)"_s, u"a › (no name)"_s,
                                                  u"b › (no name) › (no name)"_s};
}

void TestAreaCurves::areasOfOneNameAreToldApart()
{
    QFETCH(QStringList, assets);
    FakePlant plant(FakePlant::Content::Empty);
    for (const QString &asset : assets)
        plant.receive(asset.toStdString() + "/flow", 1.0);
    AssetTreeModel tree(plant.plant());
    tree.sync(plant.clock().now());
    AreaSummary summary(plant.plant(), tree);
    QStringList found;
    for (const AreaSummary::Area &area : summary.refresh(plant.clock().now()))
        found << area.name;
    found.sort();
    QTEST(found, "names");
}

void TestAreaCurves::everyTagOfAnAreaIsCounted()
{
    constexpr std::uint32_t kPumps = AreaSummary::kMostValues + 100;
    FakePlant plant(FakePlant::Content::Empty);
    for (std::uint32_t i = 0; i < kPumps; ++i) {
        const std::string pump = "Plant/Area/Pump " + std::to_string(i);
        plant.tags().setUnit(plant.receive(pump + "/flow", 2.0), "m³/h");
        plant.receive(pump + "/state", 1.0);
    }
    plant.tags().setUnit(plant.receive("Plant/Other/Pump/flow", 2.0), "m³/h");
    AssetTreeModel assets(plant.plant());
    QTRY_VERIFY((assets.sync(plant.clock().now()), assets.isComplete()));
    AreaSummary summary(plant.plant(), assets);
    const std::vector<AreaSummary::Area> areas = summary.refresh(plant.clock().now());
    QCOMPARE(areas.size(), std::size_t(2));
    QCOMPARE(areas[0].name, QStringLiteral("Area"));
    QCOMPARE(areas[0].tags, 2 * kPumps);
    QCOMPARE(areas[0].fresh, 2 * kPumps);
    QVERIFY(areas[0].hasTooMany[0] && !areas[0].figures[0]);
    QVERIFY(summary.firstFigure(areas[0].node).second.empty());
    QCOMPARE(areas[1].figures[0], std::optional(2.0));
    plant.clock().advance(1h);
    QTRY_VERIFY((assets.sync(plant.clock().now()),
                 summary.refresh(plant.clock().now()).front().fresh == 0));
}

/// One column is not filled twice while there is nothing to say of others.
void TestAreaCurves::areasOfAnotherKindHaveAFigure()
{
    FakePlant plant(FakePlant::Content::Empty);
    const auto receive = [&plant](const std::string &path, const char *unit) {
        plant.tags().setUnit(plant.receive(path, 2.0), unit);
    };
    for (const std::string area : {"plant/hall 1", "plant/hall 2", "plant/hall 3"}) {
        receive(area + "/pump/flow", "m³/h");
        receive(area + "/pump/pressure", "bar");
    }
    for (const std::string area : {"plant/sub 1", "plant/sub 2"})
        receive(area + "/meter/power", "kW");
    AssetTreeModel assets(plant.plant());
    assets.sync(plant.clock().now());
    AreaSummary summary(plant.plant(), assets);
    for (const AreaSummary::Area &area : summary.refresh(plant.clock().now()))
        QVERIFY2(area.figures[0] || area.figures[1], qPrintable(area.name));
    receive("plant/sub 1/meter/pressure", "bar");
    receive("plant/sub 2/meter/pressure", "bar");
    receive("plant/hut/heater/heat", "kWh"); // a column of its own would be all but empty
    assets.sync(plant.clock().now());
    summary.refresh(plant.clock().now());
    QCOMPARE(summary.figures()[0].name, std::string("pressure"));
    QCOMPARE(summary.figures()[1].name, std::string("flow"));
}

void TestAreaCurves::figuresAreOfWhatSpeaks()
{
    FakePlant plant(FakePlant::Content::Empty);
    const auto receive = [&plant](const char *path, const char *unit) {
        plant.receive(path, 1.0);
        TagInfo info;
        info.unit = unit;
        plant.tags().describe(path, info);
    };
    for (const char *path : {"a/room1/humidity", "b/room2/humidity", "c/room3/humidity"})
        receive(path, "%");
    plant.clock().advance(5min);
    receive("d/oven/temperature", "°C");
    AssetTreeModel assets(plant.plant());
    assets.sync(plant.clock().now());
    AreaSummary summary(plant.plant(), assets);
    summary.refresh(plant.clock().now());
    QCOMPARE(summary.figures().size(), 1U);
    QCOMPARE(summary.figures().front().name, std::string("temperature"));
    plant.clock().advance(61s); // the rooms are heard again
    for (const char *path : {"a/room1/humidity", "b/room2/humidity", "d/oven/temperature"})
        plant.receive(path, 2.0);
    summary.refresh(plant.clock().now());
    QCOMPARE(summary.figures().size(), 2U);
    summary.refresh(plant.clock().now());
    QVERIFY(std::any_of(summary.areas().begin(), summary.areas().end(),
                        [](const AreaSummary::Area &area) { return area.figures[0] == 2.0; }));
}

void TestAreaCurves::theWorstAreaIsAmongThoseShown()
{
    FakePlant plant(FakePlant::Content::Empty);
    const auto load
        = [](std::size_t area) { return "Area " + std::to_string(area) + "/pump/load"; };
    for (std::size_t i = 0; i < AreaSummary::kMostAreas + 50; ++i)
        plant.receive(load(i), 1.0);
    const std::string last = load(AreaSummary::kMostAreas + 49);
    plant.publishAlarms({plant.alarm(last, "Load high", 2, AlarmState::Unacked, 5s)});
    AssetTreeModel assets(plant.plant());
    QTRY_VERIFY((assets.sync(plant.clock().now()), assets.isComplete()));
    AreaSummary summary(plant.plant(), assets);
    QCOMPARE(summary.refresh(plant.clock().now()).size(), AreaSummary::kMostAreas);
    QCOMPARE(summary.count(), AreaSummary::kMostAreas + 50);
    QCOMPARE(summary.areas().front().alarms.active, 1U);
}

void TestAreaCurves::curvesAreAskedForAgain()
{
    FakePlant plant;
    AssetTreeModel assets(plant.plant());
    assets.sync(plant.clock().now());
    AreaSummary summary(plant.plant(), assets);
    AreaCurves curves(plant.plant());
    const auto isAskedFor = [&] {
        summary.refresh(plant.clock().now());
        curves.refresh(summary, plant.clock().now());
        return !curves.isComplete();
    };
    QVERIFY(isAskedFor());
    QTRY_VERIFY(curves.isComplete());
    plant.run(60s);
    QVERIFY(!isAskedFor());
    plant.run(300s);
    QVERIFY(isAskedFor());
}

/// At a start one area speaks before the others.
void TestAreaCurves::figuresFollowWhoBeginsToSpeak()
{
    FakePlant plant(FakePlant::Content::Empty);
    for (const char *path : {"a/pump1/flow", "a/pump2/flow", "b/pump3/flow"}) {
        plant.tags().intern(path);
        TagInfo info;
        info.unit = "m³/h";
        plant.tags().describe(path, info);
    }
    for (const char *path : {"c/computer/load", "c/computer/memory"}) {
        plant.receive(path, 5.0);
        TagInfo info;
        info.unit = "%";
        plant.tags().describe(path, info);
    }
    AssetTreeModel assets(plant.plant());
    assets.sync(plant.clock().now());
    AreaSummary summary(plant.plant(), assets);
    summary.refresh(plant.clock().now());
    QCOMPARE(summary.figures().size(), 2U); // both of the computer
    plant.clock().advance(4s);
    for (const char *path : {"a/pump1/flow", "a/pump2/flow", "b/pump3/flow"})
        plant.receive(path, 7.0);
    summary.refresh(plant.clock().now());
    const auto isFlow
        = [](const AreaSummary::Figure &figure) { return figure.name == std::string("flow"); };
    QVERIFY(std::any_of(summary.figures().begin(), summary.figures().end(), isFlow));
}

/// An area that comes alive behind a flood of old values: its curve is not asked for before they
/// are on the disk, and then it is.
void TestAreaCurves::curveIsAskedForWhenItsPastIsStored()
{
    FakePlant plant(FakePlant::Content::Empty);
    const TagId flow = plant.tags().intern("Plant/Area/Pump/flow");
    plant.tags().setUnit(flow, "m³/h");
    AssetTreeModel assets(plant.plant());
    assets.sync(plant.clock().now());
    AreaSummary summary(plant.plant(), assets);
    AreaCurves curves(plant.plant());
    const auto isAskedForAfter = [&](std::chrono::seconds time) {
        plant.clock().advance(time);
        plant.receive("Plant/Area/Pump/flow", 3.0);
        assets.sync(plant.clock().now());
        summary.refresh(plant.clock().now());
        curves.refresh(summary, plant.clock().now());
        return !curves.isComplete();
    };
    plant.receive("Plant/Area/Pump/flow", 2.0);
    summary.refresh(plant.clock().now());
    curves.refresh(summary, plant.clock().now());
    QVERIFY(!curves.isComplete());
    QTRY_VERIFY(curves.isComplete());
    plant.status.counters.decoded = 5000;
    plant.status.counters.stored = 1000;
    plant.publishStatus();
    QVERIFY(!isAskedForAfter(1s));
    QVERIFY(!isAskedForAfter(3s));
    QVERIFY(!isAskedForAfter(5s));
    plant.status.counters.stored = 5000;
    plant.publishStatus();
    QVERIFY(isAskedForAfter(1s));
}

QTEST_GUILESS_MAIN(TestAreaCurves)
#include "tst_area_curves.moc"
