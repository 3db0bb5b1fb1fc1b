#include "tests/support/fake_plant.h"

#include "models/kpi_tile_model.h"
#include "models/page_binding.h"
#include "models/page_catalog.h"
#include "models/tag_spread.h"

#include <QSignalSpy>
#include <QTest>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

class TestKpiTileModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void assetsOfOneNameAreToldApart();
    void placesStayWhenThePeriodChanges();
    void decimalsStayWhenTheValueChanges();
    void decimalsOfAnAggregateStayWhenATagComes();
    void valueIsLiveStaleHeldOrOld();
    void curveJoinsHistoryAndLive();
    void curveOfAYoungHistoryFitsIt();
    void yesterdayIsFound();
    void alarmBringsItsLimit();
    void aggregateHasTheWorstAlarmOfItsMembers();
    void aggregateJoinsLiveMembersOnly();
    void aggregateOfStoredValuesSaysSo();
    void aggregateHasItsHistoryAndYesterday();
    void trendIsOfNowWhateverPeriodIsShown();
    void retainedValueIsNotLive();
    void countIsOfThoseThatAreOn();
    void leftAreThoseWithoutRoom();
    void tagThatComesLaterIsFound();
    void curveOfAnAggregateEndsWhereTheDataDo();
};

namespace {

const std::string kBearing = "Northfield/Pump station 2/Pump P-203/Bearing temperature";
const std::string kInflow = "Northfield/Intake/Inlet/Total inflow";

std::vector<TileDescription> one(const std::string &tag, const char *aggregate = "")
{
    TileDescription tile;
    tile.tag = tag;
    tile.aggregate = aggregate;
    return {tile};
}

PageDescription pageOf(std::vector<TileDescription> tiles)
{
    PageDescription page;
    page.tiles = std::move(tiles);
    return page;
}

/// `tiles` at this moment.
void show(KpiTileModel &model, FakePlant &plant, std::vector<TileDescription> tiles)
{
    model.setPage(pageOf(std::move(tiles)));
    model.frame(plant.clock().now());
}

} // namespace

void TestKpiTileModel::assetsOfOneNameAreToldApart()
{
    FakePlant plant(FakePlant::Content::Empty);
    for (const char *path : {"works/line 1/oven/heat", "works/line 2/oven/heat",
                             "works/line 2/oven/draught", "works/line 2/press/force"})
        plant.receive(path, 1.0);
    KpiTileModel model(plant.plant());
    model.setPage(plant.plant().pages->overview());
    const auto titles = [&] {
        model.frame(plant.clock().now());
        QStringList all;
        for (std::size_t i = 0; i < model.size(); ++i)
            all << model.tile(i).title;
        all.sort();
        return all.join(QStringLiteral(", "));
    };
    QCOMPARE(titles(),
             QStringLiteral("line 1 › oven · heat, line 2 › oven · draught, "
                            "line 2 › oven · heat, press · force"));
    PageDescription area;
    area.fill = "ranked";
    model.setPage(area, {"works", tagsOfPlant(plant.tags())});
    QCOMPARE(titles(),
             QStringLiteral("line 1 › oven heat, line 2 › oven draught, "
                            "line 2 › oven heat, press force"));
}

void TestKpiTileModel::placesStayWhenThePeriodChanges()
{
    FakePlant plant;
    KpiTileModel model(plant.plant());
    model.setPage(plant.plant().pages->overview());
    const auto paths = [&] {
        QStringList all;
        for (std::size_t i = 0; i < model.size(); ++i)
            all << QString::fromStdString(model.tile(i).path);
        return all;
    };
    model.frame(plant.clock().now());
    const QStringList before = paths();
    QCOMPARE(before.size(), 10);
    plant.receive(before.back().toStdString(), 1.0);
    plant.publishAlarms({});
    model.setSpan(8h);
    plant.clock().advance(3s);
    model.frame(plant.clock().now());
    QCOMPARE(paths(), before);
}

void TestKpiTileModel::decimalsStayWhenTheValueChanges()
{
    FakePlant plant;
    KpiTileModel model(plant.plant());
    plant.receive("a/b/level", 12.25);
    show(model, plant, one("a/b/level"));
    QCOMPARE(model.tile(0).decimals, 2);
    plant.clock().advance(1s);
    plant.receive("a/b/level", 12.0);
    model.frame(plant.clock().now());
    QCOMPARE(model.tile(0).sample.value, 12.0);
    QCOMPARE(model.tile(0).decimals, 2);
}

void TestKpiTileModel::decimalsOfAnAggregateStayWhenATagComes()
{
    FakePlant plant;
    KpiTileModel model(plant.plant());
    plant.receive("a/b/level", 12.25);
    show(model, plant, one("a/*/level", "sum"));
    QCOMPARE(model.tile(0).decimals, 2);
    plant.clock().advance(10s);
    plant.receive("a/b/level", 12.0);
    plant.receive("a/c/level", 1.0);
    model.frame(plant.clock().now());
    QCOMPARE(model.tile(0).tags.size(), std::size_t(2));
    QCOMPARE(model.tile(0).sample.value, 13.0);
    QCOMPARE(model.tile(0).decimals, 2);
}

void TestKpiTileModel::valueIsLiveStaleHeldOrOld()
{
    using Health = TileData::Health;
    FakePlant plant;
    KpiTileModel model(plant.plant());
    show(model, plant, {one(kInflow)[0], one("Northfield/Network/Zone 7/Flow")[0], one("none")[0]});
    QCOMPARE(model.tile(0).health, Health::Live);
    QCOMPARE(model.tile(1).health, Health::Stale);
    QCOMPARE(model.tile(1).cadence.count() / 1'000'000, 5);
    QCOMPARE(model.tile(2).health, Health::NoData);
    QCOMPARE(model.live(), std::size_t(1));
    QVERIFY(!model.isWaiting());
    const TagId inflow = plant.tag(kInflow);
    plant.live().setSourceDown(std::span(&inflow, 1), true);
    const QSignalSpy changed(&model, &KpiTileModel::changed);
    model.frame(plant.clock().now());
    QCOMPARE(model.tile(0).health, Health::Held);
    QVERIFY(changed.count() >= 1);

    const TagId old = plant.tags().intern("Northfield/Intake/Inlet/Old");
    const Sample stored {old, plant.clock().now() - 3h, 5.0, {}, {}, {}};
    plant.live().restore(std::span(&stored, 1));
    show(model, plant, one("Northfield/Intake/Inlet/Old"));
    QCOMPARE(model.tile(0).health, Health::Old);
    QCOMPARE(model.live(), std::size_t(0));
    QVERIFY(model.isWaiting());
}

void TestKpiTileModel::curveJoinsHistoryAndLive()
{
    FakePlant plant;
    KpiTileModel model(plant.plant());
    show(model, plant, one(kInflow));
    QVERIFY(!model.isComplete());
    QTRY_VERIFY(model.isComplete());
    for (int second = 0; second < 60; ++second) {
        plant.run(1s);
        model.frame(plant.clock().now());
    }
    for (const Sparkline::Column &column : model.tile(0).spark.columns())
        QVERIFY(column.hasValue);
    const Sparkline::Column &last = model.tile(0).spark.columns().back();
    QCOMPARE(last.last, model.tile(0).sample.value);
}

void TestKpiTileModel::curveOfAYoungHistoryFitsIt()
{
    FakePlant plant;
    KpiTileModel model(plant.plant());
    plant.receive("a/b/level", 1.0);
    auto tiles = one("a/b/level");
    tiles.push_back(one(kInflow).front());
    show(model, plant, tiles);
    const auto minutes = [&model](std::size_t tile) {
        return std::chrono::round<std::chrono::minutes>(model.tile(tile).spark.span()).count();
    };
    QTRY_COMPARE(minutes(0), 1);
    QTRY_VERIFY(model.isComplete());
    QVERIFY(model.tile(0).spark.columns().back().hasValue);
    QCOMPARE(minutes(1), 60); // of a year
    for (const auto &[after, span] :
         {std::pair(90s, 2), std::pair(100s, 4), std::pair(3600s, 60)}) {
        plant.clock().advance(after);
        plant.receive("a/b/level", 2.0);
        model.frame(plant.clock().now());
        QCOMPARE(minutes(0), span);
        QTRY_VERIFY(model.isComplete());
    }
    QCOMPARE(minutes(1), 60);
}

void TestKpiTileModel::yesterdayIsFound()
{
    FakePlant plant;
    KpiTileModel model(plant.plant());
    show(model, plant, one(kInflow));
    QTRY_VERIFY(model.isComplete());
    QVERIFY(model.tile(0).yesterday.has_value());
    QCOMPARE(model.tile(0).yesterdayAt, plant.clock().now() - 24h);
    QVERIFY(*model.tile(0).yesterday > 1200 && *model.tile(0).yesterday < 1400);
}

void TestKpiTileModel::alarmBringsItsLimit()
{
    FakePlant plant;
    KpiTileModel model(plant.plant());
    show(model, plant, one(kBearing));
    QCOMPARE(model.tile(0).priority, 1);
    QVERIFY(model.tile(0).isNew());
    QCOMPARE(model.tile(0).limit.value_or(0), 85.0);
    plant.publishAlarms({});
    model.frame(plant.clock().now());
    QCOMPARE(model.tile(0).priority, 0);
    QVERIFY(!model.tile(0).limit);
}

void TestKpiTileModel::aggregateHasTheWorstAlarmOfItsMembers()
{
    FakePlant plant;
    KpiTileModel model(plant.plant());
    show(model, plant,
         {one("Northfield/*/*/Bearing temperature", "max")[0],
          one("Northfield/Pump station 2/**", "min")[0], one("Northfield/*/*/Power", "sum")[0]});
    QCOMPARE(model.tile(0).priority, 1);
    QVERIFY(model.tile(0).isNew());
    QVERIFY(!model.tile(0).limit); // its value need not be of the member in alarm
    QCOMPARE(model.tile(0).alarm, QStringLiteral("Bearing temperature high · Pump P-203"));
    QCOMPARE(model.tile(1).priority, 1);
    QCOMPARE(model.tile(2).priority, 0);
    plant.publishAlarms({plant.alarm("Northfield/Pump station 2/Tank T-21/Level", "Level low", 3,
                                     AlarmState::Acked, 41min)});
    model.frame(plant.clock().now());
    QCOMPARE(model.tile(0).priority, 0);
    QVERIFY(model.tile(0).alarm.isEmpty());
    QCOMPARE(model.tile(1).priority, 3);
    QCOMPARE(model.tile(1).alarm, QStringLiteral("Level low · Tank T-21"));
}

void TestKpiTileModel::aggregateJoinsLiveMembersOnly()
{
    FakePlant plant(FakePlant::Content::Empty);
    plant.receive("a/1/power", 10.0);
    plant.receive("a/2/power", 32.0);
    const TagId silent = plant.receive("a/3/power", 1000.0);
    plant.live().setSourceDown(std::span(&silent, 1), true);
    KpiTileModel model(plant.plant());
    show(model, plant,
         {one("a/*/power", "sum")[0], one("a/*/power", "mean")[0], one("a/*/power", "min")[0],
          one("a/*/power", "max")[0]});
    QCOMPARE(model.tile(0).sample.value, 42.0);
    QCOMPARE(model.tile(1).sample.value, 21.0);
    QCOMPARE(model.tile(2).sample.value, 10.0);
    QCOMPARE(model.tile(3).sample.value, 32.0);
    QCOMPARE(model.tile(0).counted, 2U);
    QCOMPARE(model.tile(0).tags.size(), 3U);
}

/// As the tile of each of them does, until something comes.
void TestKpiTileModel::aggregateOfStoredValuesSaysSo()
{
    using Health = TileData::Health;
    FakePlant plant(FakePlant::Content::Empty);
    const Timestamp stored = plant.clock().now() - 3h;
    std::vector<Sample> samples;
    for (const double value : {10.0, 32.0})
        samples.push_back({plant.tags().intern("a/" + std::to_string(value) + "/power"),
                           stored,
                           value,
                           {},
                           {},
                           {}});
    plant.live().restore(samples);
    KpiTileModel model(plant.plant());
    show(model, plant, one("a/*/power", "sum"));
    QCOMPARE(model.tile(0).health, Health::Old);
    QCOMPARE(model.tile(0).sample.value, 42.0);
    QVERIFY(model.tile(0).sample.time == stored);
    const TagId first = samples.front().tag;
    plant.receive(plant.tags().path(first), 11.0);
    model.frame(plant.clock().now());
    QCOMPARE(model.tile(0).health, Health::Live);
    QCOMPARE(model.tile(0).sample.value, 11.0);
    plant.live().setSourceDown(std::span(&first, 1), true);
    model.frame(plant.clock().now());
    QCOMPARE(model.tile(0).health, Health::Held);
}

void TestKpiTileModel::aggregateHasItsHistoryAndYesterday()
{
    FakePlant plant;
    KpiTileModel model(plant.plant());
    show(model, plant,
         {one("Northfield/Pump station 2/*/Power", "sum")[0],
          one("Northfield/Pump station 2/*/Power", "max")[0]});
    QTRY_VERIFY(model.isComplete());
    QVERIFY(model.tile(0).yesterday && model.tile(1).yesterday);
    QVERIFY(*model.tile(0).yesterday > 110 && *model.tile(0).yesterday < 130); // of two pumps
    QVERIFY(*model.tile(1).yesterday < 70);
    for (const Sparkline::Column &column : model.tile(0).spark.columns().subspan(2)) {
        QVERIFY(column.hasValue);
        QVERIFY(column.last > 110 && column.last < 130);
    }
    QVERIFY(model.tile(0).place.isEmpty());
    QVERIFY(model.tile(1).place.startsWith(QStringLiteral("Pump P-20")));
}

void TestKpiTileModel::trendIsOfNowWhateverPeriodIsShown()
{
    FakePlant plant(FakePlant::Content::Empty);
    KpiTileModel model(plant.plant());
    plant.receive("a/1/level", 0.0);
    show(model, plant, one("a/1/level"));
    model.setSpan(24h);
    const auto send = [&](std::chrono::seconds time, double perMinute) {
        for (auto passed = 0s; passed < time; passed += 5s) {
            plant.clock().advance(5s);
            plant.receive("a/1/level", model.tile(0).sample.value + perMinute / 12.0);
            model.frame(plant.clock().now());
        }
    };
    send(10min, 3.0);
    QVERIFY(model.tile(0).slope > 2.5);
    model.setSpan(168h);
    QVERIFY(model.tile(0).slope > 2.5); // it is still known
    send(4min, -3.0);
    QVERIFY(model.tile(0).slope < -2.5);
}

/// What the broker had kept says nothing of now; the first value that is sent is live again.
void TestKpiTileModel::retainedValueIsNotLive()
{
    using Health = TileData::Health;
    FakePlant plant(FakePlant::Content::Empty);
    const TagId tag = plant.receive("a/1/power", 10.0);
    SampleBatch kept;
    kept.append({tag,
                 plant.clock().now() - 3h,
                 12.0,
                 {},
                 SampleFlags::make(SampleFlags::Kind::Number, SampleFlags::kRetained),
                 {}});
    kept.arrival = plant.clock().now();
    const TagId other = plant.tags().intern("a/2/power");
    kept.append({other,
                 plant.clock().now(),
                 12.0,
                 {},
                 SampleFlags::make(SampleFlags::Kind::Number, SampleFlags::kRetained),
                 {}});
    plant.live().apply(kept);
    KpiTileModel model(plant.plant());
    show(model, plant, {one("a/1/power")[0], one("a/2/power")[0], one("a/*/power", "sum")[0]});
    QCOMPARE(model.tile(0).health, Health::Live); // the kept one is older
    QCOMPARE(model.tile(1).health, Health::Retained);
    QVERIFY(isStale(plant.live().value(other), plant.clock().now()));
    QCOMPARE(model.tile(2).counted, 1U);
    plant.clock().advance(1s);
    plant.receive("a/2/power", 12.5);
    model.frame(plant.clock().now());
    QCOMPARE(model.tile(1).health, Health::Live);
}

void TestKpiTileModel::countIsOfThoseThatAreOn()
{
    FakePlant plant(FakePlant::Content::Empty);
    plant.receive("a/1/running", 1.0);
    plant.receive("a/2/running", 0.0);
    plant.receive("a/3/running", 1.0);
    TileDescription tile = one("a/*/running")[0];
    tile.kind = "count";
    KpiTileModel model(plant.plant());
    show(model, plant, {tile});
    QCOMPARE(model.tile(0).sample.value, 2.0);
    QCOMPARE(model.tile(0).tags.size(), 3U);
    QCOMPARE(model.tile(0).kind, std::string("count"));
}

void TestKpiTileModel::leftAreThoseWithoutRoom()
{
    FakePlant plant;
    KpiTileModel model(plant.plant());
    model.setRoom(2);
    show(model, plant, {one(kInflow)[0], one(kBearing)[0], one("none")[0]});
    QCOMPARE(model.size(), 2U);
    QCOMPARE(model.left(), 1U);
    model.setRoom(5);
    model.frame(plant.clock().now());
    QCOMPARE(model.size(), 3U);
    QCOMPARE(model.left(), 0U);
}

void TestKpiTileModel::tagThatComesLaterIsFound()
{
    FakePlant plant(FakePlant::Content::Empty);
    KpiTileModel model(plant.plant());
    show(model, plant, one("a/1/level"));
    QVERIFY(model.tile(0).tags.empty());
    plant.clock().advance(3s);
    plant.receive("a/1/level", 4.0);
    model.frame(plant.clock().now());
    QCOMPARE(model.tile(0).health, TileData::Health::Live);
    QCOMPARE(model.tile(0).sample.value, 4.0);
}

/// When everything stopped an hour ago, so did the sum.
void TestKpiTileModel::curveOfAnAggregateEndsWhereTheDataDo()
{
    FakePlant plant;
    plant.clock().advance(30min);
    KpiTileModel model(plant.plant());
    show(model, plant, {one("Northfield/Pump station 2/*/Power", "sum")[0]});
    QTRY_VERIFY(model.isComplete());
    const auto columns = model.tile(0).spark.columns();
    QVERIFY(columns[Sparkline::kColumns / 4].hasValue);
    for (const Sparkline::Column &column : columns.subspan(Sparkline::kColumns / 2 + 2))
        QVERIFY(!column.hasValue);
}

QTEST_GUILESS_MAIN(TestKpiTileModel)
#include "tst_kpi_tile_model.moc"
