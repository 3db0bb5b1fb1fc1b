#include "models/area_names.h"

#include "data/telemetry/tag_registry.h"

#include <QTest>

#include <array>

using namespace telltale;

/// How assets are called: the same wherever they stand, and no two alike.
class TestAreaNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nameIsThatOfOneAssetOfThePlant();
    void placeIsThatOfOneAssetOfThePlant();
    void plantThatGrowsMakesNamesLonger();
    void wholePathIsTheLongestName();
    void tagsOfOneAssetAreOneAsset();
};

namespace {

constexpr const char *kOven = "works/line 1/oven";

} // namespace

void TestAreaNames::nameIsThatOfOneAssetOfThePlant()
{
    TagRegistry tags;
    for (const char *path :
         {"works/line 1/oven/heat", "works/line 2/oven/heat", "works/press/force"})
        tags.intern(path);
    QCOMPARE(pathName(tags, kOven), QStringLiteral("line 1 › oven")); // alone in its list
    QCOMPARE(assetName(tags, kOven), QStringLiteral("line 1 › oven"));
    QCOMPARE(pathName(tags, "works/press"), QStringLiteral("press"));
    const std::array<std::string, 2> both {kOven, "works/line 2/oven"};
    QCOMPARE(
        pathNames(tags, both),
        (std::vector<QString> {QStringLiteral("line 1 › oven"), QStringLiteral("line 2 › oven")}));
}

void TestAreaNames::placeIsThatOfOneAssetOfThePlant()
{
    TagRegistry tags;
    for (const char *path : {"works/line 1/oven/heat", "works/line 2/oven/heat"})
        tags.intern(path);
    QCOMPARE(placeName(tags, kOven), QStringLiteral("line 1 › oven")); // as pathName()
    tags.intern("annexe/line 1/oven/heat"); // "line 1 › oven" would be two
    QCOMPARE(placeName(tags, kOven), QStringLiteral("works › line 1 › oven"));
    QCOMPARE(placeName(tags, "works/line 2/oven"), QStringLiteral("line 2 › oven"));
    tags.intern("works/hall/press/force");
    QCOMPARE(placeName(tags, "works/hall/press"), QStringLiteral("press · hall"));
    QCOMPARE(placeName(tags, "press"), QStringLiteral("press"));
}

void TestAreaNames::plantThatGrowsMakesNamesLonger()
{
    TagRegistry tags;
    tags.intern("works/line 1/oven/heat");
    QCOMPARE(pathName(tags, kOven), QStringLiteral("oven"));
    tags.intern("works/line 2/oven/heat");
    QCOMPARE(tags.assets(), std::size_t(2));
    QCOMPARE(pathName(tags, kOven), QStringLiteral("line 1 › oven"));
}

void TestAreaNames::wholePathIsTheLongestName()
{
    TagRegistry tags;
    for (const char *path : {"oven/heat", "line 1/oven/heat"})
        tags.intern(path);
    QCOMPARE(pathName(tags, "oven"), QStringLiteral("oven"));
    QCOMPARE(pathName(tags, "line 1/oven"), QStringLiteral("line 1 › oven"));
}

void TestAreaNames::tagsOfOneAssetAreOneAsset()
{
    TagRegistry tags;
    for (const char *path : {"a/x/1", "b/x/1", "a/x/2", "b/x/2", "a/x/1", "level"})
        tags.intern(path);
    QCOMPARE(tags.assets(), std::size_t(2));
    QCOMPARE(tags.assetsEndingWith("x"), std::size_t(2));
    QCOMPARE(tags.assetsEndingWith("a/x"), std::size_t(1));
    QCOMPARE(tags.assetsEndingWith("y"), std::size_t(0));
}

QTEST_GUILESS_MAIN(TestAreaNames)
#include "tst_area_names.moc"
