#include "data/telemetry/path_pattern.h"
#include "data/telemetry/tag_registry.h"

#include <QTest>

using namespace telltale;

class TestPathPattern : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matches_data();
    void matches();
    void longPathsStayCheap();
    void exactNameWins();
    void tagsComeInByteOrder();
    void unknownExactNameGivesNothing();
};

void TestPathPattern::matches_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *name, const char *pattern, const char *path, bool expected) {
        QTest::newRow(name) << QByteArray(pattern) << QByteArray(path) << expected;
    };
    row("exact", "a/b", "a/b", true);
    row("exact is not a prefix", "a/b", "a/bc", false);
    row("star within a level", "a/*/c", "a/bcd/c", true);
    row("star does not cross levels", "a/*", "a/b/c", false);
    row("star is also nothing", "a/*b", "a/b", true);
    row("star takes an empty level", "a/*/b", "a//b", true);
    row("several stars", "*/P-1*/fl*w", "x/P-101/flow", true);
    row("star must find its end", "a/*w", "a/flow2", false);
    row("star tries again", "*ab", "aab", true);
    row("two stars cross levels", "a/**", "a/b/c", true);
    row("two stars need their slash", "a/**", "a", false);
    row("two stars alone", "**", "a/b/c", true);
    row("levels in the middle", "a/**/z", "a/b/c/z", true);
    row("no level in the middle", "a/**/z", "a/z", true);
    row("levels in the middle are whole", "a/**/z", "a/bz", false);
    row("levels at the start", "**/flow", "a/b/flow", true);
    row("levels at the start are none", "**/flow", "flow", true);
    row("levels at the start are whole", "**/flow", "overflow", false);
    row("two stars inside a level", "a**z", "ab/cz", true);
    row("three stars are two", "a/***", "a/b/c", true);
    row("end after levels in the middle", "a/**/zz", "a/z", false);
    row("end and start overlap", "ab*b", "ab", false);
    row("slash behind a star", "a/*/", "a/b/", true);
    row("both kinds", "**/P-*/flow", "n/s/P-7/flow", true);
    row("dollar is hidden from stars", "**", "$telltale/rate", false);
    row("dollar is hidden from one star", "*/rate", "$telltale/rate", false);
    row("dollar said aloud", "$telltale/*", "$telltale/rate", true);
    row("dollar further down is ordinary", "a/*", "a/$b", true);
    row("question mark is itself", "a?", "ab", false);
    row("UTF-8", "W\xc3\xa4rme/*", "W\xc3\xa4rme/\xe2\x82\xac", true);
    row("empty path", "*", "", true);
    row("empty pattern", "", "a", false);
}

void TestPathPattern::matches()
{
    QFETCH(QByteArray, pattern);
    QFETCH(QByteArray, path);
    QFETCH(bool, expected);
    QCOMPARE(PathPattern(pattern.toStdString()).matches(path.toStdString()), expected);
}

void TestPathPattern::longPathsStayCheap()
{
    const PathPattern pattern(std::string("*a*a*a*a*a*a*a*a*a*a*a*a*a*a*ab"));
    QVERIFY(!pattern.matches(std::string(1024, 'a')));
    QVERIFY(pattern.matches(std::string(1024, 'a') + "b"));
}

void TestPathPattern::exactNameWins()
{
    TagRegistry registry;
    registry.intern("a/b");
    const TagId starred = registry.intern("a/*");
    QCOMPARE(matchingTags(registry, PathPattern("a/*")), std::vector<TagId> {starred});
}

void TestPathPattern::tagsComeInByteOrder()
{
    TagRegistry registry;
    const TagId late = registry.intern("p/\xc3\xa4");
    const TagId early = registry.intern("p/B");
    const TagId middle = registry.intern("p/a");
    registry.intern("$p/a");
    QCOMPARE(matchingTags(registry, PathPattern("**")), (std::vector<TagId> {early, middle, late}));
}

void TestPathPattern::unknownExactNameGivesNothing()
{
    TagRegistry registry;
    registry.intern("a/b");
    QVERIFY(matchingTags(registry, PathPattern("a/c")).empty());
}

QTEST_GUILESS_MAIN(TestPathPattern)
#include "tst_path_pattern.moc"
