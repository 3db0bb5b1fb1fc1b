#include "models/trend_key.h"

#include <QTest>

using namespace telltale;

class TestTrendKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pathsComeBack_data();
    void pathsComeBack();
    void typedKeysAreRead_data();
    void typedKeysAreRead();
    void stretchesOfTimeComeBack();
};

void TestTrendKey::pathsComeBack_data()
{
    QTest::addColumn<QStringList>("paths");
    QTest::addColumn<QString>("key");
    const auto row = [](const char *name, const QStringList &paths, const char *key) {
        QTest::newRow(name) << paths << QString::fromLatin1(key);
    };
    row("plain", {QStringLiteral("a/b"), QStringLiteral("c")}, "trend:a/b,c");
    row("none", {}, "trend:");
    row("commas", {QStringLiteral("a/x,y"), QStringLiteral(",")}, "trend:a/x\\,y,\\,");
    row("backslashes", {QStringLiteral("a\\"), QStringLiteral("\\,b")}, "trend:a\\\\,\\\\\\,b");
    row("hash", {QStringLiteral("pump/n#1")}, "trend:pump/n\\#1");
    row("prefix", {QStringLiteral("trend:a")}, "trend:trend:a");
}

void TestTrendKey::pathsComeBack()
{
    QFETCH(QStringList, paths);
    QFETCH(QString, key);
    QCOMPARE(TrendKey::of(paths), key);
    QVERIFY(TrendKey::isOne(key));
    QCOMPARE(TrendKey::paths(key), paths);
    QCOMPARE(TrendKey::end(key), key.size());
    QCOMPARE(TrendKey::end(key + QStringLiteral("#30min")), key.size());
}

void TestTrendKey::typedKeysAreRead_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QStringList>("paths");
    const QStringList both {QStringLiteral("a"), QStringLiteral("b")};
    QTest::newRow("blanks") << QStringLiteral("trend: a , b") << both;
    QTest::newRow("nothing between") << QStringLiteral("trend:a,,b,") << both;
    QTest::newRow("backslash that escapes nothing")
        << QStringLiteral("trend:a\\b") << QStringList {QStringLiteral("a\\b")};
    QTest::newRow("backslash at the end")
        << QStringLiteral("trend:a\\") << QStringList {QStringLiteral("a\\")};
}

void TestTrendKey::typedKeysAreRead()
{
    QFETCH(QString, key);
    QFETCH(QStringList, paths);
    QCOMPARE(TrendKey::paths(key), paths);
    QCOMPARE(TrendKey::end(QStringLiteral("asset:a\\#b")), 8);
}

void TestTrendKey::stretchesOfTimeComeBack()
{
    const TimeRange range {timestampFromMicroseconds(1'795'639'563'250'000),
                           timestampFromMicroseconds(1'795'643'163'000'000)};
    const QString part = TrendKey::partOf(range);
    QCOMPARE(part, QStringLiteral("2026-11-25T20:46:03.250Z/2026-11-25T21:46:03.000Z"));
    QVERIFY(TrendKey::rangeOf(part) == range);
    for (const char *other :
         {"30min", "", "2026-11-25T20:46:03Z", "/", "2026-11-25T21:00:00Z/2026-11-25T20:00:00Z"})
        QVERIFY2(!TrendKey::rangeOf(QLatin1String(other)), other);
}

QTEST_GUILESS_MAIN(TestTrendKey)
#include "tst_trend_key.moc"
