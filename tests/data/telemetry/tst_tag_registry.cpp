#include "data/telemetry/tag_registry.h"

#include "tests/support/growth.h"

#include <QTest>

#include <malloc.h>

#include <algorithm>
#include <random>

using namespace telltale;

class TestTagRegistry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void idsAreDenseAndStable();
    void describedTagComesWithItsDescription();
    void personsUnitIsNotOverridden();
    void tagWithoutASourceGetsTheOneThatSends();
    void tagMovesToWhoBringsIt();
    void tagsBelowAnAssetAreWholeLevels();
    void tagsBelowAreFoundAtEveryDepth_data();
    void tagsBelowAreFoundAtEveryDepth();
    void tagsBelowAreFoundWithoutLookingAtAll();
    void tagsBelowAreFoundInWhateverOrderTheyCame();
    void assetsAreCountedByTheirEndings();
    void tagThatIsItsOwnDeviceTakesLittleMemory();
};

void TestTagRegistry::idsAreDenseAndStable()
{
    TagRegistry registry;
    QCOMPARE(registry.intern("a/x").value, 0U);
    QCOMPARE(registry.intern("a/y").value, 1U);
    QCOMPARE(registry.intern("a/x").value, 0U);
    QCOMPARE(registry.size(), std::size_t(2));
    QVERIFY(!registry.find("a/z").isValid());
    QCOMPARE(registry.pathsFrom(1), std::vector<std::string> {"a/y"});
}

void TestTagRegistry::describedTagComesWithItsDescription()
{
    TagRegistry registry;
    TagInfo info;
    info.displayName = "Flow";
    info.unit = "m³/h";
    registry.describe("p/flow", info);
    QCOMPARE(registry.size(), std::size_t(0)); // nothing has come yet: nothing to show
    const TagId tag = registry.intern("p/flow", {2});
    QCOMPARE(registry.info(tag).displayName, std::string("Flow"));
    QCOMPARE(registry.info(tag).unit, std::string("m³/h"));
    QVERIFY(registry.info(tag).source == SourceId {2});
    QCOMPARE(registry.info(tag).path, std::string("p/flow"));
}

void TestTagRegistry::personsUnitIsNotOverridden()
{
    TagRegistry registry;
    const TagId tag = registry.intern("p/t");
    registry.setUnit(tag, "°F");
    QCOMPARE(registry.info(tag).unit, std::string("°F"));
    TagInfo info;
    info.unit = "°C";
    registry.describe(tag, info);
    registry.setUnit(tag, "K");
    QCOMPARE(registry.info(tag).unit, std::string("°C"));
}

void TestTagRegistry::tagWithoutASourceGetsTheOneThatSends()
{
    TagRegistry registry;
    const TagId tag = registry.intern("p/t");
    QCOMPARE(registry.countOf({3}), std::size_t(0));
    registry.intern("p/t", {3});
    registry.intern("p/t", {4}); // another one that speaks of it changes nothing
    QVERIFY(registry.info(tag).source == SourceId {3});
    QCOMPARE(registry.countOf({3}), std::size_t(1));
    QCOMPARE(registry.tagsOf({3}).size(), std::size_t(1));
}

void TestTagRegistry::tagMovesToWhoBringsIt()
{
    TagRegistry registry;
    const TagId tag = registry.intern("p/t", {3});
    registry.intern("p/u", {3});
    const std::uint64_t before = registry.sourceRevision();
    registry.setSource(tag, {3});
    QCOMPARE(registry.sourceRevision(), before);
    registry.setSource(tag, {5});
    QVERIFY(registry.sourceRevision() > before);
    QVERIFY(registry.source(tag) == SourceId {5});
    QVERIFY(registry.revision() > 0); // stored with what else is known of it
    QCOMPARE(registry.countOf({3}), std::size_t(1));
    QCOMPARE(registry.countOf({5}), std::size_t(1));
    QVERIFY(registry.sources() == (std::vector<SourceId> {{5}, {3}}));
    QVERIFY(registry.largestSource() == SourceId {5});
}

void TestTagRegistry::tagsBelowAnAssetAreWholeLevels()
{
    TagRegistry registry;
    registry.intern("a/P-1/flow");
    registry.intern("a/P-10/flow");
    registry.intern("a/P-1");
    QCOMPARE(registry.tagsBelow("a/P-1").size(), std::size_t(2));
}

void TestTagRegistry::tagsBelowAreFoundAtEveryDepth_data()
{
    QTest::addColumn<QByteArray>("asset");
    QTest::addColumn<QList<int>>("ids");
    QTest::newRow("all levels") << QByteArray("a") << QList<int> {0, 2, 3, 4, 6};
    QTest::newRow("a device") << QByteArray("a/b") << QList<int> {0, 3, 4};
    QTest::newRow("a tag") << QByteArray("a/b/x") << QList<int> {0};
    QTest::newRow("a name that goes on") << QByteArray("a/b-1") << QList<int> {2};
    QTest::newRow("one level") << QByteArray("single") << QList<int> {5};
    QTest::newRow("nothing") << QByteArray("a/") << QList<int> {};
    QTest::newRow("half a name") << QByteArray("a/b-") << QList<int> {};
    QTest::newRow("an empty level") << QByteArray("") << QList<int> {7};
}

void TestTagRegistry::tagsBelowAreFoundAtEveryDepth()
{
    QFETCH(const QByteArray, asset);
    QFETCH(const QList<int>, ids);
    TagRegistry registry;
    for (const char *path : {"a/b/x", "b/x", "a/b-1/x", "a/b/c/x", "a/b/y", "single", "a/z", "/x"})
        registry.intern(path);
    QList<int> found;
    for (const TagId tag : registry.tagsBelow(asset.toStdString()))
        found.append(static_cast<int>(tag.value));
    QCOMPARE(found, ids);
}

/// Devices that come and go by the hundred thousand look for no others.
void TestTagRegistry::tagsBelowAreFoundWithoutLookingAtAll()
{
    const auto look = [](std::int64_t devices) {
        TagRegistry registry;
        for (std::int64_t i = 0; i < devices; ++i)
            registry.intern("plant/" + std::to_string(i) + "/value");
        std::size_t found = 0;
        for (std::int64_t i = 0; i < devices; ++i)
            found += registry.tagsBelow("plant/" + std::to_string(i)).size();
        QCOMPARE(found, static_cast<std::size_t>(devices));
    };
    QVERIFY(test::growsWithItsAmount(5'000, look));
}

/// In rising, falling and any order: as a look at all of them finds.
void TestTagRegistry::tagsBelowAreFoundInWhateverOrderTheyCame()
{
    std::vector<std::string> paths;
    for (int area = 0; area < 30; ++area) {
        for (int device = 0; device < 200; ++device) {
            const std::string path = "p/" + std::to_string(area) + '/' + std::to_string(device);
            paths.insert(paths.end(), {path + "/flow", path + "-b/flow", path + "/level"});
        }
    }
    std::mt19937 random(7);
    for (int order = 0; order < 3; ++order) {
        TagRegistry registry;
        for (const std::string &path : paths)
            registry.intern(path);
        for (const std::string asset : {"p", "p/7", "p/29/199", "p/3/10-b", "p/30", "q"}) {
            std::vector<TagId> expected;
            for (std::uint32_t id = 0; id < paths.size(); ++id) {
                if (paths[id].starts_with(asset + '/'))
                    expected.push_back({id});
            }
            QVERIFY(registry.tagsBelow(asset) == expected);
        }
        if (order == 0)
            std::reverse(paths.begin(), paths.end());
        else
            std::shuffle(paths.begin(), paths.end(), random);
    }
}

void TestTagRegistry::assetsAreCountedByTheirEndings()
{
    constexpr std::size_t kAreas = 300;
    constexpr std::size_t kMotors = 50;
    TagRegistry registry;
    for (std::size_t area = 0; area < kAreas; ++area) {
        for (std::size_t motor = 0; motor < kMotors; ++motor) {
            const std::string asset
                = "plant/" + std::to_string(area) + "/M-" + std::to_string(motor);
            registry.intern(asset + "/speed");
            registry.intern("others/of/all/x" + std::to_string(motor) + "/speed");
            registry.intern(asset + "/power"); // of an asset that is counted already
        }
    }
    QCOMPARE(registry.assets(), kAreas * kMotors + kMotors);
    QCOMPARE(registry.assetsEndingWith("M-7"), kAreas);
    QCOMPARE(registry.assetsEndingWith("12/M-7"), std::size_t {1});
    QCOMPARE(registry.assetsEndingWith("plant/12/M-7"), std::size_t {1});
    QCOMPARE(registry.assetsEndingWith("all/x7"), std::size_t {1});
    QCOMPARE(registry.assetsEndingWith("12"), std::size_t {0});
}

/// A million tags are to leave room for all else: reliability.md R5.
void TestTagRegistry::tagThatIsItsOwnDeviceTakesLittleMemory()
{
    constexpr std::size_t kTags = 200'000;
    const auto used = [] { return mallinfo2().uordblks + mallinfo2().hblkhd; };
    TagRegistry registry;
    const std::size_t before = used();
    for (std::size_t i = 0; i < kTags; ++i)
        registry.intern("plant/area-" + std::to_string(i % 10) + "/unit-" + std::to_string(i % 100)
                        + "/device-" + std::to_string(i) + "/value");
    QVERIFY2((used() - before) / kTags < 460, // tag and path 290, index of devices 10, endings 90
             std::to_string((used() - before) / kTags).c_str());
}

QTEST_GUILESS_MAIN(TestTagRegistry)
#include "tst_tag_registry.moc"
