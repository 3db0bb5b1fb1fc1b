#include "tests/support/fake_plant.h"
#include "tests/widgets/find_widgets.h"
#include "widgets/common/data_table.h"
#include "widgets/common/row_delegate.h"
#include "widgets/common/theme.h"
#include "widgets/overview/alarm_panel.h"
#include "widgets/overview/area_panel.h"
#include "widgets/overview/overview_page.h"
#include "widgets/overview/tile_grid.h"
#include "widgets/tiles/tile.h"
#include "widgets/tiles/tile_table.h"

#include "models/asset_tree_model.h"
#include "models/page_description.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <memory>
#include <utility>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

/// The kinds of tiles and what they say, and how many of them the overview shows.
class TestTiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyKindIsDrawn();
    void keysAreSeenByASecondLine();
    void tilesSayWhatTheyShow();
    void retainedValueSaysItsAge();
    void timeAheadIsNotStale();
    void arrivingPastIsSaidInWords();
    void arrivingPastHasItsProgress();
    void steadyValueIsNotSaidToRise();
    void curveEndsWhereTheDataDo();
    void dotIsOnTheCurve_data();
    void dotIsOnTheCurve();
    void alarmsStayInSightInASmallWindow();
    void otherTilesAreAClickAway();
    void tilesFillTheWidthOfAWall();
    void headingSaysHowManyAreLive();
    void aTallScreenIsFilled();
    void figuresOfAreasStayInASmallWindow();
    void markersOfAreasTakeNoRoomFromNames();

private:
    static TileData number(double value);
    static std::unique_ptr<Tile> tileOf(const TileData &data);
    void open(const char *tiles);
    void frame();

    std::unique_ptr<FakePlant> m_plant;
    std::unique_ptr<AssetTreeModel> m_assets;
    std::unique_ptr<OverviewPage> m_page;
};

namespace {

constexpr Timestamp kNow = timestampFromMicroseconds(1'795'639'563'000'000);

/// Twelve tiles.
QByteArray manyTiles()
{
    QByteArray tiles = R"({"tag": "Northfield/Intake/Inlet/Total inflow"})";
    for (int i = 1; i < 12; ++i)
        tiles += R"(, {"tag": "tag )" + QByteArray::number(i) + R"("})";
    return R"({"version": 1, "tiles": [)" + tiles + "]}";
}

bool isInk(const QColor &color)
{
    const QColor ink = Theme::instance().trace(0);
    constexpr int kBlurred = 70; // edges are smoothed
    return std::abs(color.red() - ink.red()) + std::abs(color.green() - ink.green())
        + std::abs(color.blue() - ink.blue())
        < kBlurred;
}

} // namespace

void TestTiles::initTestCase()
{
    Theme::instance().applyTo(*qApp);
}

TileData TestTiles::number(double value)
{
    TileData data;
    data.title = QStringLiteral("Flow");
    data.tags = {TagId {0}};
    data.sample = {TagId {0}, kNow, value, {}, {}, {}};
    data.health = TileData::Health::Live;
    data.info.unit = "bar";
    data.spark.moveTo(kNow);
    return data;
}

std::unique_ptr<Tile> TestTiles::tileOf(const TileData &data)
{
    std::unique_ptr<Tile> tile(makeTile(data.kind, QTimeZone::utc(), nullptr));
    tile->resize(240, 150);
    tile->setData(data, kNow);
    return tile;
}

void TestTiles::open(const char *tiles)
{
    m_page.reset();
    m_plant = std::make_unique<FakePlant>();
    m_plant->setPages({{"overview", tiles}});
    m_assets = std::make_unique<AssetTreeModel>(m_plant->plant());
    m_page = std::make_unique<OverviewPage>(m_plant->plant(), *m_assets);
    m_page->resize(960, 560); // what a window of 1280x720 leaves
    m_page->show();
    frame();
}

void TestTiles::frame()
{
    m_page->frame(m_plant->clock().now());
    QCoreApplication::sendPostedEvents();
}

/// The frame alone looks like that of the tile under the pointer.
void TestTiles::keysAreSeenByASecondLine()
{
    const std::unique_ptr<Tile> tile = tileOf(number(4.2));
    tile->show();
    tile->clearFocus();
    const QImage before = tile->grab().toImage();
    tile->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(tile.get()));
    tile->setFocus();
    const QImage focused = tile->grab().toImage();
    const QPoint inside(tile->width() / 2, 3);
    QVERIFY(focused.pixelColor(inside) != before.pixelColor(inside));
}

void TestTiles::everyKindIsDrawn()
{
    QCOMPARE(tileTable().size(), tileKinds().size());
    for (const TileKind &kind : tileKinds()) {
        TileData data = number(3.5);
        data.kind = kind.name;
        data.target = 4.0;
        data.yesterday = 3.0;
        const std::unique_ptr<Tile> tile = tileOf(data);
        QVERIFY(!tile->grab().isNull());
        QVERIFY(!tile->meaning().isEmpty());
    }
    QCOMPARE(tileOf(number(3.5))->meaning(), QString()); // there is no yesterday yet
}

void TestTiles::tilesSayWhatTheyShow()
{
    TileData data = number(3.5);
    data.kind = "target";
    data.target = 4.0;
    QCOMPARE(tileOf(data)->meaning(), QStringLiteral("Target 4 bar · −0.50"));
    data.kind = "count";
    data.tags = {TagId {0}, TagId {1}, TagId {2}};
    data.counted = 2;
    data.sample.value = 1.0;
    QVERIFY(tileOf(data)->accessibleName().contains(QStringLiteral("1 of 3")));
    QCOMPARE(tileOf(data)->meaning(), QStringLiteral("1 not live"));
    data.kind = "state";
    data.sample.flags = SampleFlags::make(SampleFlags::Kind::Boolean);
    for (int minute = 30; minute > 0; --minute)
        data.spark.add(kNow - std::chrono::minutes(minute), minute > 15 ? 0.0 : 1.0);
    QVERIFY(tileOf(data)->accessibleName().contains(QStringLiteral("On")));
    QCOMPARE(tileOf(data)->meaning(), QStringLiteral("On for 50 % of the time shown"));
    data.sample.flags = SampleFlags::make(SampleFlags::Kind::Text);
    data.sample.side = std::string("wash");
    QVERIFY(tileOf(data)->accessibleName().contains(QStringLiteral("wash")));
    QCOMPARE(tileOf(data)->meaning(), QStringLiteral("Said 20:46:03"));
}

void TestTiles::retainedValueSaysItsAge()
{
    TileData data = number(3.5);
    data.health = TileData::Health::Retained;
    data.age = 3h;
    data.sample.time = kNow - 3h;
    QCOMPARE(tileOf(data)->badge(), QStringLiteral("RETAINED 3 h"));
    QVERIFY(tileOf(data)->meaning().contains(QStringLiteral("17:46:03")));
    data.sample.flags.bits |= SampleFlags::kNoSourceTime; // then its time is that of its arrival
    QCOMPARE(tileOf(data)->badge(), QStringLiteral("RETAINED"));
    QVERIFY(!tileOf(data)->meaning().contains(QStringLiteral("17:46")));
}

void TestTiles::timeAheadIsNotStale()
{
    TileData data = number(3.5);
    data.health = TileData::Health::Stale;
    data.age = -12min;
    data.sample.time = kNow + 12min;
    QCOMPARE(tileOf(data)->badge(), QStringLiteral("TIME AHEAD"));
    QCOMPARE(tileOf(data)->meaning(), QStringLiteral("Last 20:58:03 · 12 min ahead of the clock"));
    data.health = TileData::Health::Old; // stored before the start: nobody knows when it came
    QCOMPARE(tileOf(data)->badge(), QStringLiteral("NO DATA"));
    QCOMPARE(tileOf(data)->meaning(), QStringLiteral("Last 20:58:03 · 12 min ahead of the clock"));
}

void TestTiles::arrivingPastIsSaidInWords()
{
    TileData data = number(3.5);
    data.health = TileData::Health::CatchingUp;
    data.age = 3h;
    data.sample.time = kNow - 3h;
    QCOMPARE(tileOf(data)->badge(), QStringLiteral("CATCHING UP"));
    QCOMPARE(tileOf(data)->meaning(), QStringLiteral("Its past is arriving · up to 17:46:03"));
}

/// Beside the title, and gone when now has been reached.
void TestTiles::arrivingPastHasItsProgress()
{
    open(R"({"version": 1, "tiles": [{"tag": "a/1/level"}]})");
    const auto remark = [this] {
        for (const QLabel *label : m_page->findChildren<QLabel *>()) {
            if (label->text().contains(QStringLiteral("past")))
                return label->text();
        }
        return QString();
    };
    for (const auto ago : {1560min, 1550min, 780min}) {
        SampleBatch batch;
        m_plant->clock().advance(1s);
        const Timestamp now = m_plant->clock().now();
        batch.append({m_plant->tags().intern("a/1/level"), now - ago, 3.0, {}, {}, {}});
        batch.arrival = now;
        m_plant->live().apply(batch);
        m_plant->clock().advance(3s); // new tags are looked for now and then
        frame();
    }
    QCOMPARE(remark(), QStringLiteral("the past is being loaded · 50 % · up to 08:46:12"));
    m_plant->receive("a/1/level", 3.0);
    m_plant->clock().advance(1s);
    frame();
    QVERIFY(remark().isEmpty());
}

void TestTiles::steadyValueIsNotSaidToRise()
{
    const auto meaningOf = [](double perMinute, double waver) {
        TileData data = number(86.0);
        data.priority = 1;
        data.limit = 85.0;
        for (int i = 0; i < 20; ++i) {
            const double minute = i / 2.0;
            data.spark.add(kNow - 10min + i * 30s,
                           86.0 + perMinute * minute + (i % 2 == 0 ? waver : -waver));
        }
        data.slope = data.spark.slopePerMinute(0.0);
        return tileOf(data)->meaning();
    };
    QCOMPARE(meaningOf(0.0, 0.0), QStringLiteral("Limit 85.0 · 1.0 above"));
    QCOMPARE(meaningOf(0.0, 0.4), QStringLiteral("Limit 85.0 · 1.0 above"));
    QCOMPARE(meaningOf(0.01, 0.0), QStringLiteral("Limit 85.0 · 1.0 above"));
    QCOMPARE(meaningOf(0.6, 0.0), QStringLiteral("Limit 85.0 · 1.0 above · rising 0.6 bar/min"));
    QVERIFY(meaningOf(-0.6, 0.1).endsWith(QStringLiteral("bar/min")));
}

/// The right half of the curve of a value that stopped half a period ago is empty.
void TestTiles::curveEndsWhereTheDataDo()
{
    const auto paintedUpTo = [](TileData::Health health) {
        TileData data = number(3.0);
        data.health = health;
        for (int minute = 60; minute > 30; --minute)
            data.spark.add(kNow - std::chrono::minutes(minute), 3.0 + minute % 2);
        const QImage image = tileOf(data)->grab().toImage();
        int last = 0;
        for (int y = 70; y < 112; ++y) {
            for (int x = 0; x < image.width(); ++x)
                last = isInk(image.pixelColor(x, y)) ? std::max(last, x) : last;
        }
        return last;
    };
    QVERIFY(paintedUpTo(TileData::Health::Live) > 200);
    QVERIFY(paintedUpTo(TileData::Health::Stale) < 130);
}

void TestTiles::dotIsOnTheCurve_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<double>("before"); // at the begin of the curve
    QTest::newRow("constant") << 21.5 << 21.5;
    QTest::newRow("always zero") << 0.0 << 0.0;
    QTest::newRow("constant, negative") << -4e6 << -4e6;
    QTest::newRow("constant, as large as can be") << 1.7e308 << 1.7e308;
    QTest::newRow("from the lowest number to the highest") << 1.7e308 << -1.7e308;
}

/// Rows in which the line and, at its end, the dot are painted have the same middle.
void TestTiles::dotIsOnTheCurve()
{
    QFETCH(double, value);
    QFETCH(double, before);
    TileData data = number(value);
    for (int minute = 59; minute >= 0; --minute)
        data.spark.add(kNow - std::chrono::minutes(minute), minute > 30 ? before : value);
    const QImage image = tileOf(data)->grab().toImage();
    const QColor ground = Theme::instance().color(Theme::Role::Surface);
    const auto rowsAt = [&](int x) {
        std::pair<int, int> rows {-1, -1};
        for (int y = 66; y < 116; ++y) {
            if (std::abs(qGray(image.pixel(x, y)) - qGray(ground.rgb())) < 20)
                continue;
            rows = {rows.first < 0 ? y : rows.first, y};
        }
        return rows;
    };
    const int end = image.width() - 14 - 6; // within its padding
    const std::pair<int, int> line = rowsAt(end - 20);
    const std::pair<int, int> dot = rowsAt(end);
    QVERIFY(line.first > 0 && line.second - line.first <= 3);
    QVERIFY(dot.second - dot.first >= 4);
    QVERIFY(std::abs(line.first + line.second - dot.first - dot.second) <= 1);
}

void TestTiles::alarmsStayInSightInASmallWindow()
{
    open(manyTiles().constData());
    QCOMPARE(m_page->tiles().size(), std::size_t(m_page->tiles().columns() * 2));
    const QPoint bottom = m_page->alarms().mapTo(m_page.get(), QPoint(0, 150));
    QVERIFY2(bottom.y() <= m_page->height(), qPrintable(QString::number(bottom.y())));
    QVERIFY(m_page->alarms().isVisible());
}

void TestTiles::otherTilesAreAClickAway()
{
    open(manyTiles().constData());
    QPushButton *more = button(*m_page, QStringLiteral("more tile"));
    QVERIFY(more);
    more->click();
    frame();
    QCOMPARE(m_page->tiles().size(), std::size_t(12));
    more->click();
    frame();
    QVERIFY(m_page->tiles().size() < 12);
    open(R"({"version": 1, "fill": "spread"})");
    QVERIFY(!button(*m_page, QStringLiteral("tile")));
}

void TestTiles::tilesFillTheWidthOfAWall()
{
    open(manyTiles().constData());
    const TileGrid &tiles = m_page->tiles();
    QCOMPARE(tiles.tile(0)->height(), int(Theme::kTileHeight));
    m_page->resize(3540, 2000);
    QTRY_COMPARE((frame(), tiles.size()), std::size_t(12));
    QCOMPARE(tiles.across(), 6);
    QCOMPARE(tiles.tile(5)->geometry().right(), tiles.rect().right());
    QVERIFY(tiles.tile(0)->height() >= qRound(Theme::kTileHeight * 1.75));
    // Drawn larger as a whole.
    std::unique_ptr<Tile> small = tileOf(number(3.0));
    std::unique_ptr<Tile> large = tileOf(number(3.0));
    large->resize(small->size() * 2);
    large->setZoom(2.0);
    const QImage same = large->grab().toImage().scaled(small->size(), Qt::IgnoreAspectRatio,
                                                       Qt::SmoothTransformation);
    const QImage image = small->grab().toImage();
    int different = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const int by = qGray(image.pixel(x, y)) - qGray(same.pixel(x, y));
            different += std::abs(by) > 90 ? 1 : 0;
        }
    }
    QVERIFY2(different < 150, qPrintable(QString::number(different)));
}

void TestTiles::headingSaysHowManyAreLive()
{
    open(R"({ "version": 1, "tiles": [ { "tag": "Northfield/Intake/Inlet/Total inflow" },
                                       { "tag": "Northfield/Network/Zone 7/Flow" } ] })");
    const auto labels = m_page->findChildren<QLabel *>();
    const auto says = [&labels](const char *words) {
        return std::any_of(labels.begin(), labels.end(), [words](const QLabel *label) {
            return label->text() == QString::fromUtf8(words);
        });
    };
    QTRY_VERIFY((frame(), says("1 of 2 live · last hour")));
}

/// Tiles and areas grow; on usual screens all is as the design has it.
void TestTiles::aTallScreenIsFilled()
{
    open(manyTiles().constData());
    m_assets->sync(m_plant->clock().now());
    const auto *areas = m_page->findChild<AreaPanel *>();
    const auto fill = [&](const QSize &size) {
        m_page->resize(size);
        QTRY_COMPARE((frame(), m_page->size()), size);
        m_plant->clock().advance(2s);
        frame();
        frame();
    };
    fill({1632, 974});
    QCOMPARE(m_page->tiles().tile(0)->height(), int(Theme::kTileHeight));
    QCOMPARE(areas->table().rowHeight(0), int(Theme::kTableRow));
    fill({3552, 2054});
    const int tiles = m_page->tiles().height();
    QVERIFY2(tiles > 900 && tiles < 1300, qPrintable(QString::number(tiles)));
    QVERIFY(m_page->tiles().tile(0)->height() < m_page->tiles().tile(0)->width());
    QVERIFY(areas->table().rowHeight(0) > 2 * Theme::kTableRow);
    const QRect below
        = m_page->alarms().rect().translated(m_page->alarms().mapTo(m_page.get(), QPoint()));
    QVERIFY(below.height() > 500 && below.bottom() <= m_page->height());
}

/// Names are cut first.
void TestTiles::figuresOfAreasStayInASmallWindow()
{
    open(manyTiles().constData());
    m_assets->sync(m_plant->clock().now());
    const DataTable &table = m_page->findChild<AreaPanel *>()->table();
    QTRY_COMPARE((m_plant->clock().advance(2s), frame(), table.model()->columnCount()),
                 8); // two figures before the curve
    const QAbstractItemModel &model = *table.model();
    const QFontMetrics metrics(Theme::instance().font(Theme::Type::Text));
    for (const int figure : {5, 6}) {
        QVERIFY(!table.isColumnHidden(figure));
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex cell = model.index(row, figure);
            QVERIFY2(table.columnWidth(figure) >= metrics.horizontalAdvance(cell.data().toString())
                             + 2 * RowDelegate::kPadding,
                     qPrintable(cell.data().toString()));
            QVERIFY(table.visualRect(cell).right() < table.viewport()->width());
        }
    }
}

void TestTiles::markersOfAreasTakeNoRoomFromNames()
{
    open(manyTiles().constData());
    m_assets->sync(m_plant->clock().now());
    const DataTable &table = m_page->findChild<AreaPanel *>()->table();
    QTRY_VERIFY((m_plant->clock().advance(2s), frame(), table.model() != nullptr));
    QCOMPARE(table.columnWidth(0), RowDelegate::kPadding + 17); // as wide as a marker is
    QVERIFY(table.columnWidth(1) > table.columnWidth(0));
}

QTEST_MAIN(TestTiles)
#include "tst_tiles.moc"
