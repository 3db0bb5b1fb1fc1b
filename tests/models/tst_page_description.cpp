#include "tests/support/fake_plant.h"

#include "models/asset_tags.h"
#include "models/page_binding.h"
#include "models/page_catalog.h"
#include "models/tag_role.h"

#include <QDir>
#include <QFile>
#include <QTest>
#include <QTranslator>

using namespace telltale;
using namespace telltale::test;

/// What pages say, which asset gets which, and what of it their tiles and trends show.
class TestPageDescription : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingIsRead();
    void tileWithATargetIsOfThatKind();
    void brokenPageIsRefusedWithTheReason_data();
    void brokenPageIsRefusedWithTheReason();
    void builtInPagesAreRight();
    void titlesOfBuiltInPagesAreTranslated();
    void brokenPageFallsBackToTheBuiltInOne();
    void assetGetsThePageItMeets_data();
    void assetGetsThePageItMeets();
    void typeCountsMoreThanRoles();
    void ownPageReplacesTheBuiltInOne();
    void rolesAreToldByUnitAndName_data();
    void rolesAreToldByUnitAndName();
    void eachRoleIsShownOnce();
    void tileForWhatIsNotThereIsLeftOut();
    void pathRelativeToTheAssetIsBound();
    void titleSaysOfWhichAsset_data();
    void titleSaysOfWhichAsset();
    void tagInAlarmComesForward();
    void trendsComeInTheOrderOfThePage();
};

namespace {

const std::string kPump = "Northfield/Pump station 2/Pump P-203";

PageDescription read(const char *text)
{
    const Result<PageDescription> page = readPage("mine", text);
    return page.ok() ? page.value() : PageDescription {};
}

PageSubject pump(const FakePlant &plant)
{
    return {kPump, tagsOfAsset(plant.plant(), kPump, 100)};
}

QString namesOf(const std::vector<TileDescription> &tiles)
{
    QStringList names;
    for (const TileDescription &tile : tiles)
        names << QString::fromStdString(tile.tag).section(u'/', -1);
    return names.join(QStringLiteral(", "));
}

/// An asset of "works" with one tag per unit given, called after it or after `name:`.
void addAsset(FakePlant &plant, const std::string &asset, const QStringList &tags)
{
    for (const QString &tag : tags) {
        const QString unit = tag.section(u':', -1);
        const std::string path = "works/" + asset + '/' + tag.section(u':', 0, 0).toStdString();
        plant.receive(path, 1.0);
        TagInfo info;
        info.unit = unit.toStdString();
        plant.tags().describe(path, info);
    }
}

std::string pageFor(const FakePlant &plant, const std::string &asset)
{
    const std::vector<TagId> tags = tagsOfAsset(plant.plant(), asset, 100);
    return plant.plant()
        .pages->forAsset(plant.plant(), asset, tags, assetType(plant.plant(), asset, tags))
        .file;
}

} // namespace

void TestPageDescription::everythingIsRead()
{
    const Result<PageDescription> page = readPage("compressor", R"({
        "version": 1, "types": ["*compressor*"], "roles": ["pressure"], "names": ["oil_*"],
        "tiles": [
            {"role": "pressure", "title": "Outlet"},
            {"kind": "state", "name": "running"},
            {"kind": "count", "tag": "works/**/running"},
            {"tag": "works/*/power", "aggregate": "sum"},
            {"name": "oil_level", "target": 80.5}
        ],
        "fill": "ranked", "trends": ["temperature", "pressure"], "rows": 2})");
    QVERIFY2(page.ok(), page.ok() ? "" : page.error().detail.c_str());
    QCOMPARE(page->file, std::string("compressor"));
    QVERIFY(page->scope == PageDescription::Scope::Asset);
    QCOMPARE(page->types, std::vector<std::string> {"*compressor*"});
    QCOMPARE(page->tiles.size(), std::size_t(5));
    QCOMPARE(page->tiles[0].kind, std::string("value"));
    QCOMPARE(page->tiles[0].title, std::string("Outlet"));
    QCOMPARE(page->tiles[3].aggregate, std::string("sum"));
    QCOMPARE(page->tiles[4].target.value_or(0), 80.5);
    QCOMPARE(page->trends.size(), std::size_t(2));
    QCOMPARE(page->rows, 2);
}

void TestPageDescription::tileWithATargetIsOfThatKind()
{
    const PageDescription page
        = read(R"({"version": 1, "tiles": [{"role": "flow", "target": 3}, {"role": "flow"}]})");
    QCOMPARE(page.tiles.at(0).kind, std::string("target"));
    QCOMPARE(page.tiles.at(1).kind, std::string("value"));
}

void TestPageDescription::brokenPageIsRefusedWithTheReason_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const QByteArray &text, const char *said) {
        QTest::newRow(name) << text << QString::fromUtf8(said);
    };
    const auto tile = [&](const char *name, const char *content, const char *said) {
        row(name, QByteArray(R"({"version": 1, "tiles": [{"role": "flow"}, )") + content + "]}",
            said);
    };
    row("no JSON", "{\"version\": 1,\n \"tiles\": [,]}", "line 2");
    row("nothing", "", "line 1");
    row("a list", "[]", "line 1");
    row("no version", R"({"fill": "ranked"})", "version");
    row("newer", R"({"version": 2, "fill": "ranked"})", "newer");
    row("empty page", R"({"version": 1})", "shows nothing");
    row("unknown member", R"({"version": 1, "fill": "ranked", "script": "rm"})", "script");
    row("unknown fill", R"({"version": 1, "fill": "best"})", "ranked, spread");
    row("unknown role", R"({"version": 1, "fill": "ranked", "roles": ["flwo"]})", "\"roles\"");
    row("unknown trend", R"({"version": 1, "fill": "ranked", "trends": [""]})", "\"trends\"");
    row("roles of another type", R"({"version": 1, "fill": "ranked", "roles": "flow"})",
        "list of texts");
    row("unknown scope", R"({"version": 1, "fill": "ranked", "for": "galaxy"})", "asset or area");
    row("many rows", R"({"version": 1, "fill": "ranked", "rows": 1000000})", "0 to 20");
    row("tiles of another type", R"({"version": 1, "tiles": {}})", "list");
    row("too many tiles",
        R"({"version": 1, "tiles": [)" + QByteArray(R"({"role": "flow"},)").repeated(200)
            + R"({"role": "flow"}]})",
        "more than 200");
    row("deep", QByteArray(2000, '['), "line 1");
    tile("not an object", "7", "tile 2");
    tile("unknown kind", R"({"kind": "gauge", "role": "flow"})", "tile 2");
    tile("names nothing", R"({"title": "x"})", "exactly one");
    tile("names two things", R"({"role": "flow", "tag": "a/b"})", "exactly one");
    tile("unknown role of a tile", R"({"role": "taste"})", "\"role\" should be one of level");
    tile("target without a number", R"({"role": "flow", "target": "many"})", "a number");
    tile("kind target without one", R"({"kind": "target", "role": "flow"})", "go together");
    tile("target of another kind", R"({"kind": "state", "name": "on", "target": 1})",
         "go together");
    tile("aggregate without a pattern", R"({"role": "flow", "aggregate": "sum"})", "aggregate");
    tile("unknown aggregate", R"({"tag": "a/*", "aggregate": "median"})", "sum, mean, min, max");
    tile("count without a pattern", R"({"kind": "count", "role": "flow"})", "needs a \"tag\"");
    tile("long title",
         QByteArray(R"({"role": "flow", "title": ")" + QByteArray(5000, 'x') + "\"}").constData(),
         "1024 bytes");
}

void TestPageDescription::brokenPageIsRefusedWithTheReason()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, said);
    const Outcome checked = checkPageFile("mine", text.toStdString());
    QVERIFY(!checked.ok());
    const QString detail = QString::fromStdString(checked.error().detail);
    QVERIFY2(detail.contains(said), qPrintable(detail));
}

void TestPageDescription::builtInPagesAreRight()
{
    const PageCatalog pages; // compiled in
    const QStringList files = QDir(QStringLiteral(":/pages")).entryList();
    QVERIFY(files.size() >= 10);
    QCOMPARE(pages.pages().size(), static_cast<std::size_t>(files.size()));
    for (const QString &name : files) {
        QFile file(QStringLiteral(":/pages/") + name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Outcome right
            = checkPageFile(name.chopped(5).toStdString(), file.readAll().toStdString());
        QVERIFY2(right.ok(), right.ok() ? "" : right.error().detail.c_str());
    }
}

void TestPageDescription::titlesOfBuiltInPagesAreTranslated()
{
    struct : QTranslator
    {
        bool isEmpty() const override { return false; }
        QString translate(const char *, const char *, const char *, int) const override
        {
            return QStringLiteral("läuft");
        }
    } german;
    QVERIFY(QCoreApplication::installTranslator(&german));
    const FakePlant plant;
    const PageDescription area = plant.plant().pages->forAsset(plant.plant(), "Northfield", {}, {});
    QCOMPARE(area.tiles.front().title, std::string("läuft"));
}

void TestPageDescription::brokenPageFallsBackToTheBuiltInOne()
{
    const PageCatalog built;
    const PageCatalog pages({{"pump", "nonsense"}, {"overview", R"({"version": 1, "tiles": 7})"}});
    QCOMPARE(pages.pages().size(), built.pages().size());
    QVERIFY(pages.overview() == built.overview());
}

void TestPageDescription::assetGetsThePageItMeets_data()
{
    QTest::addColumn<QStringList>("tags"); // name:unit
    QTest::addColumn<QString>("page");
    const auto row = [](const char *page, const char *tags) {
        QTest::newRow(page) << QString::fromUtf8(tags).split(u' ') << QString::fromUtf8(page);
    };
    row("pump", "q:m³/h p:bar n:1/min w:kW");
    row("tank", "level:% in:m³/h out:m³/h v:m³");
    row("filter", "q:m³/h dp:bar t:NTU");
    row("valve", "position:% target:%");
    row("analyser", "cl:mg/l t:NTU");
    row("meter", "w:kW e:kWh");
    row("computer", "processor_load:% memory_used:% disk_used:%");
    row("asset", "x:furlong");
}

void TestPageDescription::assetGetsThePageItMeets()
{
    QFETCH(QStringList, tags);
    QFETCH(QString, page);
    FakePlant plant(FakePlant::Content::Empty);
    addAsset(plant, "one", tags);
    QCOMPARE(QString::fromStdString(pageFor(plant, "works/one")), page);
    QCOMPARE(pageFor(plant, "works"), std::string("area"));
    QCOMPARE(pageFor(plant, "nowhere"), std::string("area"));
}

void TestPageDescription::typeCountsMoreThanRoles()
{
    FakePlant plant;
    plant.setPages(
        {{"big", R"({"version": 1, "types": ["*pump*75*"], "fill": "ranked"})"},
         {"deaf", R"({"version": 1, "types": ["fan"], "roles": ["flow"], "fill": "ranked"})"}});
    QCOMPARE(pageFor(plant, kPump), std::string("pump"));
    plant.receiveText(kPump + "/type", "Centrifugal PUMP, 75 kW");
    QCOMPARE(pageFor(plant, kPump), std::string("big"));
}

void TestPageDescription::ownPageReplacesTheBuiltInOne()
{
    FakePlant plant;
    plant.setPages({{"pump", R"({"version": 1, "roles": ["flow", "power", "speed"],
                                 "tiles": [{"role": "speed"}]})"}});
    const PageSubject subject = pump(plant);
    const PageDescription &page
        = plant.plant().pages->forAsset(plant.plant(), kPump, subject.tags, {});
    QCOMPARE(namesOf(bindTiles(plant.plant(), page, subject, {}, 5)), QStringLiteral("Speed"));
}

void TestPageDescription::rolesAreToldByUnitAndName_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("role");
    const auto row = [](const char *path, const char *unit, const char *role) {
        QTest::newRow(qPrintable(QString::fromUtf8(path) + u' ' + QString::fromUtf8(unit)))
            << QString::fromUtf8(path) << QString::fromUtf8(unit) << QString::fromUtf8(role);
    };
    row("a/x", "m³/h", "flow");
    row("a/x", "bar", "pressure");
    row("a/x", "°C", "temperature");
    row("a/Füllstand", "%", "level");
    row("a/disk_used", "%", "disk");
    row("level/x", "%", "");
    row("a/humidity", "%", "");
    row("a/level", "", "");
}

void TestPageDescription::rolesAreToldByUnitAndName()
{
    QFETCH(QString, path);
    QFETCH(QString, unit);
    QFETCH(QString, role);
    TagInfo tag;
    tag.path = path.toStdString();
    tag.unit = unit.toStdString();
    QCOMPARE(roleOf(tag), findRole(role.toStdString()));
}

void TestPageDescription::eachRoleIsShownOnce()
{
    FakePlant plant(FakePlant::Content::Empty);
    addAsset(plant, "tank", QStringLiteral("level:% in:m³/h out:m³/h").split(u' '));
    const PageSubject subject {"works/tank", tagsOfAsset(plant.plant(), "works/tank", 100)};
    const PageDescription page = read(R"({"version": 1, "tiles": [
        {"role": "flow"}, {"role": "flow"}, {"role": "flow"}, {"role": "level"}]})");
    QCOMPARE(namesOf(bindTiles(plant.plant(), page, subject, {}, 9)),
             QStringLiteral("in, out, level"));
}

void TestPageDescription::tileForWhatIsNotThereIsLeftOut()
{
    FakePlant plant;
    const PageDescription page = read(R"({"version": 1, "tiles": [
        {"role": "turbidity"}, {"name": "colour"}, {"tag": "not/there"}, {"name": "Spe*"}]})");
    // What is named whole is shown, so that the tile can say that it is missing.
    QCOMPARE(namesOf(bindTiles(plant.plant(), page, pump(plant), {}, 9)),
             QStringLiteral("there, Speed"));
}

void TestPageDescription::pathRelativeToTheAssetIsBound()
{
    FakePlant plant(FakePlant::Content::Empty);
    plant.receive("works/a/1/running", 1.0);
    plant.receive("works/b/1/power", 1.0);
    const PageDescription page
        = read(R"({"version": 1, "tiles": [{"kind": "count", "tag": "./**/running"}]})");
    const auto tilesOf = [&](const std::string &area) {
        return bindTiles(plant.plant(), page, {area, tagsOfAsset(plant.plant(), area, 100)}, {}, 9);
    };
    QCOMPARE(tilesOf("works/a").at(0).tag, std::string("works/a/**/running"));
    QVERIFY(tilesOf("works/b").empty());
}

void TestPageDescription::titleSaysOfWhichAsset_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("title");
    QTest::newRow("own, bare") << "plant9/t0"
                               << "plant9 t0";
    QTest::newRow("own, with a name") << "plant9/speed"
                                      << "speed";
    QTest::newRow("of an asset below") << "plant9/line1/t0"
                                       << "line1 t0";
    QTest::newRow("of a bare asset") << "plant9/line1/d0/t0"
                                     << "line1 d0 t0";
    QTest::newRow("of one of several bare levels") << "plant9/line1/2/d0/t0"
                                                   << "line1 2 d0 t0";
    QTest::newRow("all bare up to the page") << "plant9/a/b/t0"
                                             << "a b t0";
    QTest::newRow("below an empty level") << "plant9//x"
                                          << "(no name) x";
}

void TestPageDescription::titleSaysOfWhichAsset()
{
    QFETCH(QString, path);
    FakePlant plant(FakePlant::Content::Empty);
    const TagId tag = plant.receive(path.toStdString(), 1.0);
    const PageDescription page = read(R"({"version": 1, "fill": "ranked"})");
    const auto title = [&] {
        return QString::fromStdString(
            bindTiles(plant.plant(), page, {"plant9", {tag}}, {}, 9).at(0).title);
    };
    QTEST(title(), "title");
    TagInfo described = plant.tags().info(tag);
    described.displayName = "Speed of the fan";
    plant.tags().describe(tag, described);
    QVERIFY2(title().endsWith(QStringLiteral("Speed of the fan")), qPrintable(title()));
}

void TestPageDescription::tagInAlarmComesForward()
{
    FakePlant plant;
    const PageSubject subject = pump(plant);
    const PageDescription &page
        = plant.plant().pages->forAsset(plant.plant(), kPump, subject.tags, {});
    QCOMPARE(namesOf(bindTiles(plant.plant(), page, subject, {}, 3)),
             QStringLiteral("Flow, Discharge pressure, Bearing temperature"));
    plant.publishAlarms({});
    QCOMPARE(namesOf(bindTiles(plant.plant(), page, subject, {}, 3)),
             QStringLiteral("Flow, Discharge pressure, Power"));
}

void TestPageDescription::trendsComeInTheOrderOfThePage()
{
    FakePlant plant;
    plant.publishAlarms({});
    const auto first = [&](const char *text) {
        const std::vector<TagId> tags = bindTrends(plant.plant(), read(text), pump(plant).tags, 5);
        return QString::fromStdString(plant.tags().path(tags.at(0))).section(u'/', -1);
    };
    QCOMPARE(first(R"({"version": 1, "fill": "ranked"})"), QStringLiteral("Flow"));
    QCOMPARE(first(R"({"version": 1, "fill": "ranked", "trends": ["speed", "power"]})"),
             QStringLiteral("Speed"));
}

QTEST_GUILESS_MAIN(TestPageDescription)
#include "tst_page_description.moc"
