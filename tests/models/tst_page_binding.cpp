#include "tests/support/fake_plant.h"

#include "models/page_binding.h"
#include "models/page_catalog.h"
#include "models/tag_role.h"

#include <QTest>

#include <set>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

/// Which tags get the tiles of a page that nobody described.
class TestPageBinding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chosenTilesBeginWithRulesAndSpreadOverAssets();
    void choiceStaysWhenMoreIsWanted();
    void everyStartChoosesTheSame();
    void countersAreChosenBehindWhatIsMeasured();
    void worstAlarmHasATile();
    void silentTagsAreChosenLast();
    void whatSpeaksIsChosenBeforeWhatSpokeLately();
    void whatWasNotHeardGivesItsPlaceToWhatSpeaks();
    void ruleOfASilentTagGivesItNoTile();
    void counterIsToldByItsName_data();
    void counterIsToldByItsName();
};

namespace {

const std::string kBearing = "Northfield/Pump station 2/Pump P-203/Bearing temperature";
const std::string kInflow = "Northfield/Intake/Inlet/Total inflow";

std::vector<TileDescription>
chooseTiles(const Plant &plant, const std::vector<TileDescription> &already, std::size_t room)
{
    return bindTiles(plant, plant.pages->overview(), {}, already, room);
}

} // namespace

void TestPageBinding::chosenTilesBeginWithRulesAndSpreadOverAssets()
{
    FakePlant plant;
    plant.workspace().rules.resize(1);
    plant.workspace().rules.front().tag = kBearing;
    const auto tiles = chooseTiles(plant.plant(), {}, 10);
    QCOMPARE(tiles.size(), 10U);
    QCOMPARE(tiles[0].tag, kBearing);
    std::set<std::string> assets;
    for (const TileDescription &tile : tiles)
        assets.insert(tile.tag.substr(0, tile.tag.rfind('/')));
    QCOMPARE(assets.size(), 10U);
}

void TestPageBinding::choiceStaysWhenMoreIsWanted()
{
    FakePlant plant;
    const auto few = chooseTiles(plant.plant(), {}, 4);
    plant.run(60s);
    const auto more = chooseTiles(plant.plant(), few, 8);
    QCOMPARE(more.size(), 8U);
    QVERIFY(std::equal(few.begin(), few.end(), more.begin()));
}

void TestPageBinding::everyStartChoosesTheSame()
{
    FakePlant plant;
    plant.publishAlarms({});
    const auto before = chooseTiles(plant.plant(), {}, 8);
    plant.receive(before.back().tag, 1.0); // another one is the newest
    QCOMPARE(chooseTiles(plant.plant(), {}, 8), before);
}

void TestPageBinding::countersAreChosenBehindWhatIsMeasured()
{
    FakePlant plant(FakePlant::Content::Empty);
    for (const char *path : {"a/count", "a/temp", "a/weight", "b/msgCount", "c/uptime", "d/speed"})
        plant.receive(path, 1.0);
    TagInfo uptime;
    uptime.unit = "s";
    plant.tags().describe("c/uptime", uptime);
    QStringList paths;
    for (const TileDescription &tile : chooseTiles(plant.plant(), {}, 10))
        paths << QString::fromStdString(tile.tag);
    QCOMPARE(paths.mid(0, 3).join(u' '), QStringLiteral("a/temp d/speed a/weight"));
    QCOMPARE(paths.size(), 6);
}

/// It takes the last place, and keeps it until another is worse.
void TestPageBinding::worstAlarmHasATile()
{
    FakePlant plant;
    plant.publishAlarms({});
    const auto before = chooseTiles(plant.plant(), {}, 4);
    const auto publish = [&plant](std::vector<std::pair<std::string, int>> alarms) {
        std::vector<AlarmRow> rows;
        for (const auto &[tag, priority] : alarms)
            rows.push_back(plant.alarm(tag, "high", priority, AlarmState::Unacked, 5s));
        plant.publishAlarms(std::move(rows));
    };
    const std::string other = "Northfield/Pump station 2/Pump P-202/Vibration";
    publish({{other, 3}, {kBearing, 1}});
    const auto alarmed = chooseTiles(plant.plant(), before, 4);
    QVERIFY(std::equal(before.begin(), before.end() - 1, alarmed.begin()));
    QCOMPARE(alarmed.back().tag, kBearing);
    publish({{kBearing, 2}, {other, 2}}); // none is worse
    QCOMPARE(chooseTiles(plant.plant(), alarmed, 4), alarmed);
    publish({{kBearing, 2}, {other, 1}});
    QCOMPARE(chooseTiles(plant.plant(), alarmed, 4).back().tag, other);
}

/// Who fell silent while the others went on has no tile that another could have.
void TestPageBinding::silentTagsAreChosenLast()
{
    FakePlant plant;
    plant.publishAlarms({});
    const std::string silent = chooseTiles(plant.plant(), {}, 1).front().tag;
    plant.clock().advance(1h);
    for (const std::string &path : plant.tags().pathsFrom(0)) {
        const Sample before = plant.live().value(plant.tag(path)).sample;
        if (path != silent && before.flags.kind() == SampleFlags::Kind::Number)
            plant.receive(path, before.value);
    }
    const auto all = chooseTiles(plant.plant(), {}, 1000);
    QVERIFY(all.size() > 10);
    QCOMPARE(all.back().tag, silent);
    plant.clock().advance(24h); // the program was off: nobody is silent more than another
    QCOMPARE(chooseTiles(plant.plant(), {}, 1000).back().tag, silent);
    plant.receive(silent, 1.0);
    QVERIFY(chooseTiles(plant.plant(), {}, 1).front().tag == silent);
}

/// Minutes after it was told once and never again.
void TestPageBinding::whatSpeaksIsChosenBeforeWhatSpokeLately()
{
    FakePlant plant(FakePlant::Content::Empty);
    TagInfo info;
    info.unit = "%";
    for (const char *path : {"a/battery", "b/humidity"}) {
        plant.receive(path, 40.0);
        plant.tags().describe(path, info);
    }
    plant.clock().advance(5min);
    plant.receive("plant/oven/power", 42.0);
    plant.receive("plant/oven/temperature", 9.0);
    QStringList paths;
    for (const TileDescription &tile : chooseTiles(plant.plant(), {}, 10))
        paths << QString::fromStdString(tile.tag);
    QCOMPARE(paths.join(u' '),
             QStringLiteral("plant/oven/power plant/oven/temperature a/battery b/humidity"));
}

/// The program was off; each place changes hands once at most, and what is heard keeps its own.
void TestPageBinding::whatWasNotHeardGivesItsPlaceToWhatSpeaks()
{
    FakePlant plant(FakePlant::Content::Empty);
    std::vector<Sample> stored;
    for (const char *path : {"a/dead", "b/live", "c/gone"}) {
        Sample sample;
        sample.tag = plant.tags().intern(path);
        sample.time = plant.clock().now() - 8h;
        stored.push_back(sample);
    }
    plant.live().restore(stored);
    const auto tagsOf = [](const std::vector<TileDescription> &tiles) {
        QStringList tags;
        for (const TileDescription &tile : tiles)
            tags << QString::fromStdString(tile.tag);
        return tags.join(u' ');
    };
    auto tiles = chooseTiles(plant.plant(), {}, 3);
    QCOMPARE(tagsOf(tiles), QStringLiteral("a/dead b/live c/gone"));
    const auto speak = [&] {
        plant.clock().advance(1s);
        for (const char *path : {"b/live", "d/new"})
            plant.receive(path, 1.0);
        tiles = chooseTiles(plant.plant(), tiles, 3);
    };
    speak();
    QCOMPARE(tagsOf(tiles), QStringLiteral("a/dead b/live c/gone")); // it may not come again
    for (int i = 0; i < 10; ++i)
        speak();
    const QString after = QStringLiteral("d/new b/live c/gone");
    QCOMPARE(tagsOf(tiles), after);
    plant.clock().advance(1h); // heard, it stays
    plant.receive("b/live", 1.0);
    QCOMPARE(tagsOf(chooseTiles(plant.plant(), tiles, 3)), after);
}

/// A rule outlives the device it was made for.
void TestPageBinding::ruleOfASilentTagGivesItNoTile()
{
    FakePlant plant;
    plant.workspace().rules.resize(2);
    plant.workspace().rules[0].tag = kBearing;
    plant.workspace().rules[1].tag = kInflow;
    QCOMPARE(chooseTiles(plant.plant(), {}, 1).front().tag, kBearing);
    plant.clock().advance(1h);
    for (const std::string &path : plant.tags().pathsFrom(0)) {
        const Sample before = plant.live().value(plant.tag(path)).sample;
        if (path != kBearing && before.flags.kind() == SampleFlags::Kind::Number)
            plant.receive(path, before.value);
    }
    const auto all = chooseTiles(plant.plant(), {}, 1000);
    QCOMPARE(all.front().tag, kInflow);
    QCOMPARE(all.back().tag, kBearing);
}

void TestPageBinding::counterIsToldByItsName_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<bool>("counts");
    const auto row = [](const char *path, const char *unit, bool counts) {
        QTest::newRow(qPrintable(QString::fromUtf8(path) + u' ' + QString::fromUtf8(unit)))
            << QString::fromUtf8(path) << QString::fromUtf8(unit) << counts;
    };
    row("oven/count", "", true);
    row("oven/msgCount_2", "", true);
    row("oven/energy_total", "", true);
    row("oven/SEQ", "", true);
    row("oven/uptime", "s", true);
    row("oven/Zählerstand", "", false);
    row("oven/Zähler", "", true);
    row("oven/Total inflow", "", false);
    row("oven/flow_total", "m³/h", false);
    row("count/temp", "", false);
    row("oven/account", "", false);
    row("oven/sequencer", "", false);
}

void TestPageBinding::counterIsToldByItsName()
{
    QFETCH(QString, path);
    QFETCH(QString, unit);
    TagInfo tag;
    tag.path = path.toStdString();
    tag.unit = unit.toStdString();
    QTEST(isCounter(tag), "counts");
    tag.low = 0.0;
    tag.high = 10.0; // somebody said what is normal
    QVERIFY(!isCounter(tag));
}

QTEST_GUILESS_MAIN(TestPageBinding)
#include "tst_page_binding.moc"
