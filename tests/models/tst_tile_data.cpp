#include "models/tile_data.h"

#include <QTest>

using namespace telltale;

class TestTileData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void distanceToTheLimitHasASign();
    void aggregateIsComparedWhenItIsWhole();
    void targetIsMissedBySoMuch();
};

namespace {

TileData tileOf(double value)
{
    TileData tile;
    tile.tags = {TagId {0}, TagId {1}};
    tile.sample.value = value;
    return tile;
}

} // namespace

void TestTileData::distanceToTheLimitHasASign()
{
    TileData tile = tileOf(86.0);
    QVERIFY(!tile.beyondLimit());
    tile.limit = 85.0;
    QCOMPARE(tile.beyondLimit().value_or(0.0), 1.0);
    tile.limit = 88.0;
    QCOMPARE(tile.beyondLimit().value_or(0.0), -2.0);
    tile.condition = "≤ 7";
    QVERIFY(tile.beyondLimit());
    tile.condition = "rises ≥ 7/s";
    QVERIFY(!tile.beyondLimit());
}

/// The sum of half of its tags says nothing about yesterday's of all.
void TestTileData::aggregateIsComparedWhenItIsWhole()
{
    TileData tile = tileOf(12.0);
    QVERIFY(!tile.sinceYesterday());
    tile.yesterday = 10.0;
    QCOMPARE(tile.sinceYesterday().value_or(0.0), 2.0);
    tile.aggregate = "sum";
    tile.counted = 1;
    QCOMPARE(tile.uncounted(), std::size_t(1));
    QVERIFY(!tile.sinceYesterday());
    tile.counted = 2;
    QCOMPARE(tile.uncounted(), std::size_t(0));
    QCOMPARE(tile.sinceYesterday().value_or(0.0), 2.0);
}

void TestTileData::targetIsMissedBySoMuch()
{
    TileData tile = tileOf(3.5);
    tile.target = 4.0;
    QCOMPARE(tile.beyondTarget(), -0.5);
}

QTEST_GUILESS_MAIN(TestTileData)
#include "tst_tile_data.moc"
