#include "models/sparkline.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <utility>

using namespace telltale;
using namespace std::chrono_literals;

class TestSparkline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void slopeIsOfTheLastMinutes();
    void noiseIsNoTrend();
    void trendEndsSoonBehindAPeak_data();
    void trendEndsSoonBehindAPeak();
    void trendEndsWithTheNewestValues();
    void trendGoesOnThroughNoise();
    void trendGoesOnThroughNoiseOfEverySecond();
    void curveMovesOnAndForgets();
    void newerAnswerSaysWhatCameBefore();
    void silenceIsNoLine();
    void silenceThatIsLivedThroughIsNoLine();
};

void TestSparkline::slopeIsOfTheLastMinutes()
{
    Sparkline spark(1h);
    const Timestamp start = timestampFromMicroseconds(1'795'639'500'000'000);
    for (int minute = 0; minute <= 10; ++minute) { // it rises for four, then it is constant
        spark.moveTo(start + std::chrono::minutes(minute));
        spark.add(start + std::chrono::minutes(minute), 10.0 * std::min(minute, 4));
        if (minute == 4)
            QVERIFY(spark.slopePerMinute(0.0) > 8.0);
    }
    QCOMPARE(spark.slopePerMinute(0.0), 0.0);
}

/// A value that wavers around a constant neither rises nor falls, wherever it is looked at.
void TestSparkline::noiseIsNoTrend()
{
    Sparkline spark(1h);
    const Timestamp start = timestampFromMicroseconds(1'795'639'500'000'000);
    constexpr double kWaver[] = {0.1, -0.2, 0.3, -0.1, 0.2, -0.3, 0.0};
    for (int i = 0; i < 60; ++i) {
        const Timestamp at = start + i * 25s;
        spark.moveTo(at);
        spark.add(at, 86.4 + kWaver[i % 7]);
        if (i > 6)
            QCOMPARE(spark.slopePerMinute(0.0), 0.0);
    }
    for (int i = 0; i < 12; ++i) { // the same noise, rising
        const Timestamp at = start + (60 + i) * 25s;
        spark.moveTo(at);
        spark.add(at, 86.4 + kWaver[i % 7] + 0.25 * i);
    }
    QVERIFY(spark.slopePerMinute(0.0) > 0.4 && spark.slopePerMinute(0.0) < 0.8);
}

void TestSparkline::trendEndsSoonBehindAPeak_data()
{
    QTest::addColumn<double>("rise"); // per minute
    QTest::addColumn<double>("fall");
    QTest::addColumn<int>("endsAfter"); // seconds
    QTest::newRow("a steep peak") << 6.0 << -6.0 << 30;
    QTest::newRow("rises fast, falls slowly") << 6.0 << -1.2 << 60;
    QTest::newRow("rises slowly, falls fast") << 1.2 << -6.0 << 15;
    QTest::newRow("stays up") << 6.0 << 0.0 << 105;
}

/// The word of a value that is heated up for ten minutes and then left alone.
void TestSparkline::trendEndsSoonBehindAPeak()
{
    QFETCH(double, rise);
    QFETCH(double, fall);
    QFETCH(int, endsAfter);
    Sparkline spark(1h);
    const Timestamp start = timestampFromMicroseconds(1'795'639'500'000'000);
    double said = 0.0;
    for (auto passed = 0s; passed <= 20min; passed += 5s) {
        const double minute = static_cast<double>(passed.count()) / 60.0;
        const double waver = passed.count() % 10 == 0 ? 0.05 : -0.05;
        spark.moveTo(start + passed);
        spark.add(start + passed,
                  50.0 + waver
                      + (minute < 10.0 ? rise * minute : rise * 10.0 + fall * (minute - 10.0)));
        said = spark.slopePerMinute(said);
        if (passed >= 4min && passed <= 10min)
            QVERIFY2(said > rise / 2.0, qPrintable(QString::number(minute)));
        else if (passed >= 10min + std::chrono::seconds(endsAfter))
            QVERIFY2(said <= 0.0, qPrintable(QString::number(minute)));
        if (passed >= 14min && fall < 0.0)
            QVERIFY2(said < fall / 2.0, qPrintable(QString::number(minute)));
    }
}

/// A value of every second turns within a column: it is not said to rise while it falls.
void TestSparkline::trendEndsWithTheNewestValues()
{
    Sparkline spark(1h);
    const Timestamp start = timestampFromMicroseconds(1'795'639'500'000'000);
    double said = 0.0;
    bool hasRisen = false;
    for (int second = 0; second <= 300; ++second) {
        const double top = 100.0 + std::clamp(second - 45, 0, 75);
        const Timestamp at = start + std::chrono::seconds(second);
        spark.moveTo(at);
        spark.add(at, top - 0.8 * std::max(0, second - 120));
        said = spark.slopePerMinute(said);
        hasRisen = hasRisen || said > 0.0;
        if (second >= 125)
            QVERIFY2(said <= 0.0, qPrintable(QString::number(second)));
    }
    QVERIFY(hasRisen);
    QVERIFY(said < -20.0);
}

/// A word that comes and goes with every sample is not read.
void TestSparkline::trendGoesOnThroughNoise()
{
    Sparkline spark(1h);
    const Timestamp start = timestampFromMicroseconds(1'795'639'500'000'000);
    constexpr double kWaver[] = {0.2, -0.3, 0.5, -0.4, 0.1, -0.6, 0.4, 0.0, -0.2, 0.6, -0.3};
    int changes = 0;
    double said = 0.0;
    for (int i = 0; i < 60; ++i) {
        const Timestamp at = start + i * 25s;
        spark.moveTo(at);
        spark.add(at, 80.0 + kWaver[i % 11] + 0.2 * i);
        const double before = std::exchange(said, spark.slopePerMinute(said));
        QVERIFY(said >= 0.0);
        changes += (before > 0.0) != (said > 0.0) ? 1 : 0;
    }
    QVERIFY2(changes <= 3, qPrintable(QString::number(changes)));
    QVERIFY(said > 0.3 && said < 0.7);
}

void TestSparkline::trendGoesOnThroughNoiseOfEverySecond()
{
    Sparkline spark(1h);
    const Timestamp start = timestampFromMicroseconds(1'795'639'500'000'000);
    std::minstd_rand random(7);
    std::uniform_real_distribution<double> waver(-0.5, 0.5);
    int changes = 0;
    double said = 0.0;
    for (int second = 0; second <= 1'800; ++second) {
        const Timestamp at = start + std::chrono::seconds(second);
        spark.moveTo(at);
        spark.add(at, 80.0 + 0.02 * second + waver(random));
        const double before = std::exchange(said, spark.slopePerMinute(said));
        changes += (before > 0.0) != (said > 0.0) ? 1 : 0;
    }
    QVERIFY2(changes <= 5, qPrintable(QString::number(changes)));
    QVERIFY(said > 0.6 && said < 1.8);
}

void TestSparkline::curveMovesOnAndForgets()
{
    Sparkline spark(1h);
    const Timestamp start = timestampFromMicroseconds(1'795'639'500'000'000);
    spark.moveTo(start);
    spark.add(start, 3.0);
    QVERIFY(spark.columns().back().hasValue);
    spark.moveTo(start + 30min);
    QVERIFY(!spark.columns().back().hasValue);
    QVERIFY(spark.columns()[Sparkline::kColumns / 2 - 1].hasValue);
    spark.moveTo(start + 2h);
    for (const Sparkline::Column &column : spark.columns())
        QVERIFY(!column.hasValue);
}

/// Asked before the past had arrived, history knows a value of long before only: no curve of it.
void TestSparkline::newerAnswerSaysWhatCameBefore()
{
    const Timestamp now = timestampFromMicroseconds(1'795'639'500'000'000);
    Sparkline spark(1h);
    spark.moveTo(now);
    spark.add(now, 75.2);
    TrendRange early;
    early.range = spark.range();
    early.before = Sample {TagId {0}, now - 20h, 12.0, {}, {}, {}};
    spark.take(early);
    QVERIFY(!spark.columns().front().hasValue);
    TrendRange whole = early;
    whole.before = Sample {TagId {0}, early.range.from - 5s, 74.9, {}, {}, {}};
    spark.take(whole);
    QCOMPARE(spark.columns().front().min, 74.9);
    QCOMPARE(spark.columns().back().last, 75.2);

    Sparkline joined(1h);
    joined.moveTo(now);
    joined.add(early.range.from, 75.0);
    spark.take(joined);
    QCOMPARE(spark.columns().front().min, 75.0);
    QCOMPARE(spark.columns().front().max, 75.0);
}

/// A sample of years ago, a minute of samples half an hour ago, and nothing since.
void TestSparkline::silenceIsNoLine()
{
    const Timestamp now = timestampFromMicroseconds(1'795'639'500'000'000);
    Sparkline spark(1h);
    spark.moveTo(now);
    TrendRange history;
    history.range = spark.range();
    history.before = Sample {TagId {0}, now - 50'000h, 50.0, {}, {}, {}};
    for (auto second = 0s; second < 60s; ++second)
        history.samples.push_back({TagId {0}, now - 30min + second, 12.0, {}, {}, {}});
    spark.take(history);
    spark.add(now, 12.0);
    int values = 0;
    for (int i = 0; i < Sparkline::kColumns; ++i) {
        const Sparkline::Column &column = spark.columns()[static_cast<std::size_t>(i)];
        values += column.hasValue ? 1 : 0;
        QVERIFY(!column.hasValue || column.max == 12.0);
        QVERIFY2(column.hasValue || column.isGap || i == 0, qPrintable(QString::number(i)));
    }
    QVERIFY2(values <= 5, qPrintable(QString::number(values)));
    QVERIFY(spark.columns().back().hasValue);
}

void TestSparkline::silenceThatIsLivedThroughIsNoLine()
{
    const Timestamp now = timestampFromMicroseconds(1'795'639'500'000'000);
    Sparkline spark(1h);
    spark.moveTo(now);
    spark.add(now, 1.0);
    spark.moveTo(now + 4min); // its cadence is not known
    spark.add(now + 4min, 1.0);
    QVERIFY(!spark.columns()[Sparkline::kColumns - 5].isGap);
    spark.moveTo(now + 20min);
    spark.add(now + 20min, 1.0);
    QVERIFY(spark.columns()[Sparkline::kColumns - 5].isGap);
}

QTEST_GUILESS_MAIN(TestSparkline)
#include "tst_sparkline.moc"
