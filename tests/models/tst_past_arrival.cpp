#include "tests/support/fake_plant.h"

#include "models/history_wait.h"
#include "models/kpi_tile_model.h"
#include "models/past_arrival.h"

#include "data/telemetry/status_board.h"

#include <QTest>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

class TestPastArrival : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pastIsToldFromAWrongClock_data();
    void pastIsToldFromAWrongClock();
    void pastEndsWithAPauseOrWithNow();
    void whatBrokersKeepIsNoPast();
    void historyIsWaitedForUntilItIsStored();
    void historyIsNotWaitedForForEver();
    void whatComesWhileWaitingIsWaitedFor();
    void curveIsAskedAgainWhenATagComesAlive();
    void curveIsAskedAgainWhenItsPastIsStored();
    void arrivingPastIsNotStale();
};

namespace {

const Timestamp kNow = timestampFromMicroseconds(1'795'639'500'000'000);

LiveValues::Value received(Timestamp measured, Timestamp arrival)
{
    LiveValues::Value value;
    value.sample = {TagId {1}, measured, 3.0, {}, {}, {}};
    value.arrival = arrival;
    return value;
}

StatusBoard &counted(StatusBoard &board, std::uint64_t decoded, std::uint64_t stored)
{
    PlantStatus status;
    status.counters.decoded = decoded;
    status.counters.stored = stored;
    board.publish(status);
    return board;
}

/// A value measured `ago`, received now.
void receiveLate(FakePlant &plant, const std::string &path, double value, std::chrono::seconds ago)
{
    SampleBatch batch;
    const Timestamp now = plant.clock().now();
    batch.append({plant.tags().intern(path), now - ago, value, {}, {}, {}});
    batch.arrival = now;
    plant.live().apply(batch);
}

TileDescription joined(const std::string &tag, const char *aggregate)
{
    TileDescription tile;
    tile.tag = tag;
    tile.aggregate = aggregate;
    return tile;
}

TileDescription tileOf(const std::string &tag)
{
    return joined(tag, "");
}

/// `tiles` at this moment.
void show(KpiTileModel &model, FakePlant &plant, std::vector<TileDescription> tiles)
{
    PageDescription page;
    page.tiles = std::move(tiles);
    model.setPage(page);
    model.frame(plant.clock().now());
}

} // namespace

void TestPastArrival::pastIsToldFromAWrongClock_data()
{
    QTest::addColumn<int>("everyMs"); // arrivals
    QTest::addColumn<int>("measuredEveryMs");
    QTest::addColumn<bool>("isPast");
    QTest::newRow("the last day in seconds") << 20 << 60'000 << true;
    QTest::newRow("an hour in minutes") << 500 << 5'000 << true;
    QTest::newRow("wrong clock") << 1000 << 1000 << false;
    QTest::newRow("wrong clock that drifts") << 1000 << 1100 << false;
    QTest::newRow("slow and wrong clock") << 9000 << 9000 << false;
}

void TestPastArrival::pastIsToldFromAWrongClock()
{
    QFETCH(int, everyMs);
    QFETCH(int, measuredEveryMs);
    QFETCH(bool, isPast);
    PastArrival past;
    for (int i = 0; i < 20; ++i) {
        const Timestamp now = kNow + i * std::chrono::milliseconds(everyMs);
        const Timestamp measured = kNow - 26h + i * std::chrono::milliseconds(measuredEveryMs);
        past.look(received(measured, now), now);
        if (i > 0)
            QCOMPARE(past.isUnderWay(), isPast);
        past.look(received(measured, now), now + 1ms); // a frame without anything new
        if (i > 0)
            QCOMPARE(past.isUnderWay(), isPast);
    }
}

void TestPastArrival::pastEndsWithAPauseOrWithNow()
{
    PastArrival past;
    past.look(received(kNow - 26h, kNow), kNow);
    QVERIFY(past.isUnderWay()); // more may be on the way
    const LiveValues::Value second = received(kNow - 25h, kNow + 1s);
    past.look(second, kNow + 1s);
    QVERIFY(past.isUnderWay());
    past.look(second, kNow + 10s);
    QVERIFY(past.isUnderWay());
    past.look(second, kNow + 12s);
    QVERIFY(!past.isUnderWay());
    past.look(received(kNow - 20h, kNow + 13s), kNow + 13s);
    QVERIFY(past.isUnderWay());
    past.look(received(kNow + 14s, kNow + 14s), kNow + 14s);
    QVERIFY(!past.isUnderWay());
}

void TestPastArrival::whatBrokersKeepIsNoPast()
{
    PastArrival past;
    LiveValues::Value kept = received(kNow - 3h, kNow);
    kept.sample.flags = SampleFlags::make(SampleFlags::Kind::Number, SampleFlags::kRetained);
    past.look(kept, kNow);
    QVERIFY(!past.isUnderWay());
    LiveValues::Value stored = received(kNow - 3h, kNow);
    stored.fromHistory = true;
    past.look(stored, kNow);
    QVERIFY(!past.isUnderWay());
}

void TestPastArrival::historyIsWaitedForUntilItIsStored()
{
    StatusBoard board;
    HistoryWait wait;
    QVERIFY(!wait.isOver(counted(board, 1000, 100), kNow)); // nothing came
    wait.begin(kNow);
    QVERIFY(!wait.isOver(board, kNow + 1s));
    QVERIFY(!wait.isOver(board, kNow + 3s));
    QVERIFY(!wait.isOver(counted(board, 2000, 900), kNow + 5s));
    QVERIFY(wait.isOver(counted(board, 3000, 1000), kNow + 7s)); // what came later is not missed
    QVERIFY(!wait.isOver(board, kNow + 9s)); // once
}

void TestPastArrival::historyIsNotWaitedForForEver()
{
    StatusBoard board;
    HistoryWait wait;
    counted(board, 1000, 100);
    for (auto passed = 0s; passed < 60s; passed += 1s) {
        wait.begin(kNow + passed);
        QVERIFY(!wait.isOver(board, kNow + passed));
    }
    QVERIFY(wait.isOver(board, kNow + 60s));
}

void TestPastArrival::whatComesWhileWaitingIsWaitedFor()
{
    StatusBoard board;
    HistoryWait wait;
    wait.begin(kNow);
    QVERIFY(!wait.isOver(counted(board, 1000, 100), kNow + 2s));
    wait.begin(kNow + 3s);
    QVERIFY(!wait.isOver(counted(board, 2000, 1500), kNow + 5s));
    QVERIFY(wait.isOver(counted(board, 2000, 2000), kNow + 6s));
}

/// A device that was away sends what it had kept first; nobody saw that come.
void TestPastArrival::curveIsAskedAgainWhenATagComesAlive()
{
    FakePlant plant;
    KpiTileModel model(plant.plant());
    const TagId inflow = plant.tag("Northfield/Intake/Inlet/Total inflow");
    plant.live().setSourceDown(std::span(&inflow, 1), true);
    show(model, plant, {tileOf("Northfield/Intake/Inlet/Total inflow")});
    QTRY_VERIFY(model.isComplete());
    plant.run(5s);
    model.frame(plant.clock().now());
    QCOMPARE(model.tile(0).health, TileData::Health::Live);
    QVERIFY(model.isComplete());
    plant.run(3s);
    model.frame(plant.clock().now());
    QVERIFY(!model.isComplete());
    QTRY_VERIFY(model.isComplete());
}

/// Asked for while most of its past is still on its way to the disk, a curve would stay flat.
void TestPastArrival::curveIsAskedAgainWhenItsPastIsStored()
{
    FakePlant plant(FakePlant::Content::Empty);
    KpiTileModel model(plant.plant());
    receiveLate(plant, "a/1/level", 1.0, 26h);
    receiveLate(plant, "a/2/level", 1.0, 26h);
    show(model, plant, {joined("a/*/level", "mean")});
    QTRY_VERIFY(model.isComplete());
    const auto isAskedAgainAfter = [&](std::chrono::seconds time) {
        plant.clock().advance(time);
        plant.receive("a/1/level", 2.0);
        plant.receive("a/2/level", 2.0);
        model.frame(plant.clock().now());
        return !model.isComplete();
    };
    plant.status.counters.decoded = 5000;
    plant.status.counters.stored = 1000;
    plant.publishStatus();
    QVERIFY(!isAskedAgainAfter(1s)); // alive from here on
    QVERIFY(!isAskedAgainAfter(3s));
    QVERIFY(!isAskedAgainAfter(4s));
    plant.status.counters.decoded = 5100;
    plant.status.counters.stored = 5000;
    plant.publishStatus();
    QVERIFY(isAskedAgainAfter(1s));
    QTRY_VERIFY(model.isComplete());
    QVERIFY(!isAskedAgainAfter(10s));
}

void TestPastArrival::arrivingPastIsNotStale()
{
    using Health = TileData::Health;
    FakePlant plant(FakePlant::Content::Empty);
    KpiTileModel model(plant.plant());
    const Timestamp began = plant.clock().now();
    receiveLate(plant, "a/1/level", 10.0, 26h);
    receiveLate(plant, "a/2/level", 20.0, 26h);
    show(model, plant, {tileOf("a/1/level"), joined("a/*/level", "sum")});
    for (auto ago = 1500min; ago > 2h; ago -= 30min) {
        plant.clock().advance(1s);
        receiveLate(plant, "a/1/level", 11.0, ago);
        receiveLate(plant, "a/2/level", 21.0, ago);
        model.frame(plant.clock().now());
        QCOMPARE(model.tile(0).health, Health::CatchingUp);
        QCOMPARE(model.tile(1).health, Health::CatchingUp);
        QCOMPARE(model.tile(1).sample.value, 32.0);
        QVERIFY(model.arrivingPast());
        QCOMPARE(model.arrivingPast()->from, began - 26h);
        QCOMPARE(model.arrivingPast()->to, plant.clock().now() - ago);
    }
    plant.clock().advance(1s);
    plant.receive("a/1/level", 12.0);
    plant.receive("a/2/level", 22.0);
    model.frame(plant.clock().now());
    QCOMPARE(model.tile(0).health, Health::Live);
    QCOMPARE(model.tile(1).health, Health::Live);
    QVERIFY(!model.arrivingPast());
    plant.clock().advance(1s);
    receiveLate(plant, "b/1/level", 10.0, 26h); // and then nothing more
    show(model, plant, {tileOf("b/1/level")});
    plant.clock().advance(12s);
    model.frame(plant.clock().now());
    QCOMPARE(model.tile(0).health, Health::Stale);
}

QTEST_GUILESS_MAIN(TestPastArrival)
#include "tst_past_arrival.moc"
