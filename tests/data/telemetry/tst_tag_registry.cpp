#include "data/telemetry/tag_registry.h"

#include <QElapsedTimer>
#include <QTest>

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
    constexpr int kDevices = 200'000;
    TagRegistry registry;
    for (int i = 0; i < kDevices; ++i)
        registry.intern("plant/" + std::to_string(i) + "/value");
    QElapsedTimer timer;
    timer.start();
    std::size_t found = 0;
    for (int i = 0; i < kDevices; ++i)
        found += registry.tagsBelow("plant/" + std::to_string(i)).size();
    QCOMPARE(found, static_cast<std::size_t>(kDevices));
    QVERIFY(timer.elapsed() < 30'000); // all of each: some minutes
}

QTEST_GUILESS_MAIN(TestTagRegistry)
#include "tst_tag_registry.moc"
