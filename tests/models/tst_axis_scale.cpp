#include "models/axis_scale.h"

#include <QDateTime>
#include <QSet>
#include <QTest>

#include <cmath>
#include <limits>

using namespace telltale;

namespace {

const QTimeZone kOslo("Europe/Oslo");

Timestamp at(const QDateTime &time)
{
    return timestampFromMicroseconds(time.toMSecsSinceEpoch() * 1000);
}

/// From midnight of a day in Oslo to the next.
TimeRange dayOf(const QDate &date)
{
    return {at(date.startOfDay(kOslo)), at(date.addDays(1).startOfDay(kOslo))};
}

QStringList labels(const std::vector<TimeTick> &ticks)
{
    QStringList texts;
    for (const TimeTick &tick : ticks)
        texts << tick.label;
    return texts;
}

} // namespace

class TestAxisScale : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsAreMultiplesOfTheStep_data();
    void endsAreMultiplesOfTheStep();
    void hundredthsOfAPercentageMakeNoMountains();
    void aFlatLineLiesInTheMiddle();
    void whatIsAlwaysZeroBeginsThere();
    void theLargestNumbersHaveAnAxis_data();
    void theLargestNumbersHaveAnAxis();
    void placesAreWhereValuesLie();
    void aScaleStaysWhileValuesFillAThirdOfIt();
    void anOnOffScaleHasTwoTicks();
    void noValuesKeepThePreviousScale();
    void dayOf25HoursNamesTheHourThatComesTwice();
    void dayOf23HoursKeepsItsMidnights();
    void ticksLieInTheRangeAndRise_data();
    void ticksLieInTheRangeAndRise();
    void daysAreMarkedAtLocalMidnight();
    void hoursFollowTheClockOnTheWall();
    void anExactScaleKeepsItsEnds();
    void longLabelsArePowersOfTen();
};

void TestAxisScale::endsAreMultiplesOfTheStep_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::newRow("degrees") << 68.2 << 86.4;
    QTest::newRow("across zero") << -3.1 << 12.9;
    QTest::newRow("tiny") << 1e-7 << 3.3e-7;
    QTest::newRow("large") << 1.2e12 << 1.9e12;
    QTest::newRow("negative") << -250.0 << -101.0;
}

void TestAxisScale::endsAreMultiplesOfTheStep()
{
    QFETCH(double, low);
    QFETCH(double, high);
    const AxisScale scale = fitScale(low, high, 5);
    QVERIFY(scale.low <= low);
    QVERIFY(scale.high >= high);
    for (const double end : {scale.low, scale.high}) {
        const double steps = end / scale.step;
        QVERIFY2(qAbs(steps - std::round(steps)) < 1e-6, qPrintable(QString::number(end)));
    }
    QVERIFY(scale.ticks().size() >= 3);
    QVERIFY(scale.ticks().size() <= 8);
    QVERIFY(qAbs(scale.ticks().back() - scale.high) < scale.step * 1e-6);
}

void TestAxisScale::hundredthsOfAPercentageMakeNoMountains()
{
    double low = 99.97;
    double high = 99.99;
    widenPercent(low, high);
    QCOMPARE(low, 98.0);
    QCOMPARE(high, 100.0);
    low = 50.0;
    high = 50.5;
    widenPercent(low, high);
    QCOMPARE(low, 49.25);
    QCOMPARE(high, 51.25);
    low = 10.0;
    high = 90.0;
    widenPercent(low, high);
    QCOMPARE(high - low, 80.0);
}

void TestAxisScale::aFlatLineLiesInTheMiddle()
{
    for (const double value : {1.0, -40.0, 1e9, 1.7e308}) {
        const AxisScale scale = fitScale(value, value, 4);
        const double part = (value - scale.low) / (scale.high - scale.low);
        QVERIFY2(part > 0.2 && part < 0.8, qPrintable(QString::number(part)));
    }
}

/// A count of nothing is not drawn as if it could be less.
void TestAxisScale::whatIsAlwaysZeroBeginsThere()
{
    const AxisScale scale = fitScale(0.0, 0.0, 4);
    QCOMPARE(scale.low, 0.0);
    QCOMPARE(scale.high, 1.0);
    QCOMPARE(fitScale(0.0, 0.0, 4, &scale), scale);
    QCOMPARE(fitScale(0.0, 7.0, 4, &scale).low, 0.0);
}

void TestAxisScale::theLargestNumbersHaveAnAxis_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    const double most = std::numeric_limits<double>::max();
    QTest::newRow("both ends") << -1.7e308 << 1.7e308;
    QTest::newRow("all there is") << -most << most;
    QTest::newRow("flat") << most << most;
    QTest::newRow("flat below") << -most << -most;
    QTest::newRow("from zero") << 0.0 << most;
    QTest::newRow("near one another") << 1.7e308 << 1.7001e308;
    QTest::newRow("the smallest") << 0.0 << 5e-324;
}

void TestAxisScale::theLargestNumbersHaveAnAxis()
{
    QFETCH(double, low);
    QFETCH(double, high);
    for (const AxisScale &scale : {fitScale(low, high, 1), fitScale(low, high, 5)}) {
        QVERIFY(std::isfinite(scale.low) && std::isfinite(scale.high) && scale.low < scale.high);
        QVERIFY(scale.low <= low && high <= scale.high);
        QVERIFY(scale.partOf(low) >= 0.0 && scale.partOf(high) <= 1.0);
        const QStringList labels = scale.labels(QLocale::c());
        QVERIFY(!labels.isEmpty() && labels.size() <= 12);
        for (const QString &label : labels)
            QVERIFY2(label.size() <= 14, qPrintable(label));
        QCOMPARE(QSet<QString>(labels.begin(), labels.end()).size(), labels.size());
    }
}

void TestAxisScale::placesAreWhereValuesLie()
{
    const double most = std::numeric_limits<double>::max();
    for (const AxisScale &scale : {exactScale(-2.0, 6.0, 4), exactScale(-most, most, 4)}) {
        QCOMPARE(scale.partOf(scale.low), 0.0);
        QCOMPARE(scale.partOf(scale.high), 1.0);
        QCOMPARE(scale.valueAt(0.0), scale.low);
        QCOMPARE(scale.valueAt(1.0), scale.high);
        QCOMPARE(scale.partOf(scale.valueAt(0.25)), 0.25);
    }
    QVERIFY(std::isfinite(exactScale(0.0, 1.0, 4).partOf(most)));
}

void TestAxisScale::aScaleStaysWhileValuesFillAThirdOfIt()
{
    const AxisScale first = fitScale(10.0, 90.0, 5);
    QCOMPARE(fitScale(20.0, 80.0, 5, &first), first);
    QVERIFY(fitScale(20.0, 30.0, 5, &first) != first);
    QVERIFY(fitScale(10.0, 140.0, 5, &first).high >= 140.0);
}

void TestAxisScale::anOnOffScaleHasTwoTicks()
{
    QCOMPARE(onOffScale().ticks(), (std::vector<double> {0.0, 1.0}));
}

void TestAxisScale::noValuesKeepThePreviousScale()
{
    const AxisScale first = fitScale(10.0, 90.0, 5);
    QCOMPARE(fitScale(qQNaN(), 1.0, 5, &first), first);
    QCOMPARE(fitScale(2.0, 1.0, 5, &first), first);
}

void TestAxisScale::dayOf25HoursNamesTheHourThatComesTwice()
{
    const TimeRange day = dayOf(QDate(2026, 10, 25));
    QCOMPARE(day.to - day.from, std::chrono::hours(25));
    const std::vector<TimeTick> ticks = timeTicks(day, 30, kOslo);
    QCOMPARE(ticks.size(), std::size_t(25));
    QCOMPARE(labels(ticks).mid(0, 5),
             QStringList({QStringLiteral("25 Oct"), QStringLiteral("01:00"),
                          QStringLiteral("02:00 CEST"), QStringLiteral("02:00 CET"),
                          QStringLiteral("03:00")}));
    for (std::size_t i = 1; i < ticks.size(); ++i)
        QCOMPARE(ticks[i].time - ticks[i - 1].time, std::chrono::hours(1));
}

void TestAxisScale::dayOf23HoursKeepsItsMidnights()
{
    const TimeRange day = dayOf(QDate(2026, 3, 29));
    const std::vector<TimeTick> ticks
        = timeTicks({day.from, day.to + std::chrono::hours(1)}, 30, kOslo);
    QCOMPARE(ticks.size(), std::size_t(24));
    QCOMPARE(labels(ticks).mid(1, 2),
             QStringList({QStringLiteral("01:00"), QStringLiteral("03:00")}));
    QCOMPARE(ticks.back().label, QStringLiteral("30 Mar"));
}

void TestAxisScale::ticksLieInTheRangeAndRise_data()
{
    QTest::addColumn<qint64>("span"); // us
    QTest::newRow("20 ms") << qint64(20'000);
    QTest::newRow("90 s") << qint64(90'000'000);
    QTest::newRow("1 h") << qint64(3'600'000'000);
    QTest::newRow("36 h") << qint64(129'600'000'000);
    QTest::newRow("7 d") << qint64(604'800'000'000);
    QTest::newRow("3 y") << qint64(94'608'000'000'000);
}

void TestAxisScale::ticksLieInTheRangeAndRise()
{
    QFETCH(qint64, span);
    const Timestamp from = timestampFromMicroseconds(1'795'639'563'123'456);
    const TimeRange range {from, from + std::chrono::microseconds(span)};
    const std::vector<TimeTick> ticks = timeTicks(range, 8, kOslo);
    QVERIFY(ticks.size() >= 2);
    QVERIFY(ticks.size() <= 10);
    for (std::size_t i = 0; i < ticks.size(); ++i) {
        QVERIFY(ticks[i].time >= range.from && ticks[i].time < range.to);
        QVERIFY(i == 0 || ticks[i - 1].time < ticks[i].time);
    }
}

void TestAxisScale::daysAreMarkedAtLocalMidnight()
{
    const TimeRange week {at(QDate(2026, 10, 22).startOfDay(kOslo)),
                          at(QDate(2026, 10, 29).startOfDay(kOslo))};
    const std::vector<TimeTick> ticks = timeTicks(week, 7, kOslo);
    QCOMPARE(ticks.size(), std::size_t(7));
    for (const TimeTick &tick : ticks) {
        const QDateTime local
            = QDateTime::fromMSecsSinceEpoch(toMicroseconds(tick.time) / 1000, kOslo);
        QCOMPARE(local.time(), QTime(0, 0));
    }
}

/// On the days when the clock is put forward or back, too.
void TestAxisScale::hoursFollowTheClockOnTheWall()
{
    for (const QDate &date : {QDate(2026, 3, 29), QDate(2026, 10, 25)}) {
        const QStringList shown = labels(timeTicks(dayOf(date), 5, kOslo));
        QCOMPARE(shown.size(), 4);
        QCOMPARE(shown.mid(1),
                 QStringList(
                     {QStringLiteral("06:00"), QStringLiteral("12:00"), QStringLiteral("18:00")}));
    }
}

void TestAxisScale::anExactScaleKeepsItsEnds()
{
    const AxisScale scale = exactScale(1.3, 4.7, 4);
    QCOMPARE(scale.low, 1.3);
    QCOMPARE(scale.high, 4.7);
    QCOMPARE(scale.ticks(), (std::vector<double> {2.0, 3.0, 4.0}));
    QCOMPARE(exactScale(2.0, 2.0, 4), AxisScale());
}

/// Unless they would be longer still: neighbours are told apart.
void TestAxisScale::longLabelsArePowersOfTen()
{
    const QLocale english(QLocale::English);
    QCOMPARE(fitScale(0.0, 4.0, 4).labels(english),
             QStringList({QStringLiteral("0"), QStringLiteral("1"), QStringLiteral("2"),
                          QStringLiteral("3"), QStringLiteral("4")}));
    QCOMPARE(fitScale(0.0, 2e8, 4).labels(english),
             QStringList({QStringLiteral("0"), QStringLiteral("5·10⁷"), QStringLiteral("1·10⁸"),
                          QStringLiteral("1.5·10⁸"), QStringLiteral("2·10⁸")}));
    QCOMPARE(fitScale(0.0, 2e-12, 2).labels(english).last(), QStringLiteral("2·10⁻¹²"));
    const QStringList close = fitScale(12345678.1, 12345678.4, 3, nullptr).labels(english);
    QCOMPARE(QSet<QString>(close.begin(), close.end()).size(), close.size());
    QCOMPARE(onOffScale().labels(english).size(), 2);
}

QTEST_GUILESS_MAIN(TestAxisScale)
#include "tst_axis_scale.moc"
