#include "app/demo/demo_workspace.h"

#include "app/demo/water_plant.h"
#include "data/alarms/rule_check.h"
#include "models/page_description.h"
#include "tests/app/plant_values.h"

#include <QTest>

#include <map>
#include <set>

using namespace telltale;
using namespace telltale::test;

/// What the demo says of its plant fits what the plant sends.
class TestDemoWorkspace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thereAreEnoughAssetsOfEnoughKinds();
    void everyTagIsDescribed();
    void rulesAreCompleteAndBound();
    void tilesShowWhatIsThere();
};

namespace {

std::string assetOf(const std::string &tag)
{
    return tag.substr(0, tag.rfind('/'));
}

} // namespace

void TestDemoWorkspace::thereAreEnoughAssetsOfEnoughKinds()
{
    std::set<std::string> assets;
    std::set<std::string> tagSets;
    std::map<std::string, std::string> tagsOf;
    for (const auto &[tag, value] : valuesOf(WaterPlant(1, kStart))) {
        assets.insert(assetOf(tag));
        tagsOf[assetOf(tag)] += tag.substr(tag.rfind('/')) + ',';
    }
    for (const auto &[asset, tags] : tagsOf)
        tagSets.insert(tags);
    QVERIFY(assets.size() >= 24);
    QVERIFY(tagSets.size() >= 8);
}

void TestDemoWorkspace::everyTagIsDescribed()
{
    std::set<std::string> described;
    for (const TagInfo &tag : demoTags()) {
        QVERIFY2(described.insert(tag.path).second, tag.path.c_str());
        QVERIFY(!tag.displayName.empty());
    }
    std::set<std::string> published;
    for (const auto &[tag, value] : valuesOf(WaterPlant(1, kStart)))
        published.insert(tag);
    QVERIFY(described == published);
}

void TestDemoWorkspace::rulesAreCompleteAndBound()
{
    const auto rules = demoRules();
    QVERIFY(rules.size() >= 12);
    const auto fault = findFault(rules);
    QVERIFY2(!fault, fault ? fault->reason.c_str() : "");
    Values values = valuesOf(WaterPlant(1, kStart));
    for (const TagInfo &tag : hostTags("host", 2))
        values[tag.path] = 0.0;
    std::set<int> priorities;
    bool hasStale = false;
    for (const AlarmRule &rule : rules) {
        QVERIFY2(!rule.isDraft(), rule.id.c_str());
        QVERIFY2(!matching(values, rule.tag).empty(), rule.id.c_str());
        priorities.insert(rule.priority);
        hasStale = hasStale || rule.kind == AlarmRule::Kind::Stale;
    }
    QCOMPARE(priorities, (std::set<int> {1, 2, 3, 4}));
    QVERIFY(hasStale);
}

void TestDemoWorkspace::tilesShowWhatIsThere()
{
    const Values values = valuesOf(WaterPlant(1, kStart));
    const Result<PageDescription> page = readPage("overview", demoOverview());
    QVERIFY2(page.ok(), page.ok() ? "" : page.error().detail.c_str());
    QCOMPARE(page->tiles.size(), std::size_t {10});
    for (const TileDescription &tile : page->tiles) {
        const auto tags = matching(values, tile.tag);
        QVERIFY2(tile.aggregate.empty() ? tags.size() == 1 : tags.size() > 1, tile.tag.c_str());
    }
}

QTEST_GUILESS_MAIN(TestDemoWorkspace)
#include "tst_demo_workspace.moc"
