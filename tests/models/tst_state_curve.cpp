#include "models/state_curve.h"

#include <QTest>

using namespace telltale;
using namespace std::chrono_literals;

class TestStateCurve : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valueHoldsUntilTheNextOrAGap();
    void shareIsOfWhatIsKnown();
};

void TestStateCurve::valueHoldsUntilTheNextOrAGap()
{
    Sparkline curve(1h);
    const auto put = [&](int column, double value) {
        curve.put(column, {value, value, value, true, false});
    };
    put(10, 1.0);
    put(20, 0.0);
    curve.put(30, {0.0, 0.0, 0.0, false, true});
    put(40, 5.0);
    const std::vector<std::optional<bool>> states = statesOf(curve);
    QCOMPARE(states.size(), std::size_t(Sparkline::kColumns));
    QVERIFY(!states[9]);
    QCOMPARE(states[10], std::optional(true));
    QCOMPARE(states[19], std::optional(true));
    QCOMPARE(states[20], std::optional(false));
    QCOMPARE(states[29], std::optional(false));
    QVERIFY(!states[30] && !states[39]);
    QCOMPARE(states.back(), std::optional(true));
}

void TestStateCurve::shareIsOfWhatIsKnown()
{
    QVERIFY(!percentOn({}));
    const std::vector<std::optional<bool>> unknown(3);
    QVERIFY(!percentOn(unknown));
    const std::vector<std::optional<bool>> some {true, std::nullopt, false, true};
    QCOMPARE(percentOn(some), std::optional(66));
}

QTEST_GUILESS_MAIN(TestStateCurve)
#include "tst_state_curve.moc"
