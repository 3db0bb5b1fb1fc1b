#include "models/gaps_by_time.h"
#include "models/trend_window.h"
#include "tests/support/growth.h"

#include <QTest>

#include <random>

using namespace telltale;
using Cause = HistoryGap::Cause;
using namespace std::chrono_literals;

/// Gaps of a device that comes and goes: asked often, looked through seldom.
class TestTrendGaps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gapsThatOverlapAreFound_data();
    void gapsThatOverlapAreFound();
    void joinedGapsCountAsLongAsTheyAreTogether();
    void curvesEndAtEveryGap();
    void manyGapsCostNoLookAtEach();
};

namespace {

constexpr TagId kTag {0};

TimeRange between(std::int64_t from, std::int64_t to)
{
    return {timestampFromMicroseconds(from), timestampFromMicroseconds(to)};
}

HistoryGap gap(Cause cause, std::int64_t from, std::int64_t to)
{
    return {cause, {}, kTag, between(from, to)};
}

/// So that nothing is joined but what no gap parts.
TrendTrace traceWith(std::vector<HistoryGap> gaps, std::int64_t newest)
{
    TrendTrace trace;
    trace.data.gaps = std::move(gaps);
    trace.data.samples.resize(1);
    trace.data.samples[0].time = timestampFromMicroseconds(newest);
    return trace;
}

} // namespace

void TestTrendGaps::gapsThatOverlapAreFound_data()
{
    QTest::addColumn<qint64>("from");
    QTest::addColumn<qint64>("to");
    QTest::addColumn<bool>("found");
    QTest::newRow("before all") << qint64 {0} << qint64 {10} << false;
    QTest::newRow("within the long one") << qint64 {40} << qint64 {45} << true;
    QTest::newRow("behind short ones, in the long one") << qint64 {70} << qint64 {80} << true;
    QTest::newRow("between") << qint64 {90} << qint64 {100} << false;
    QTest::newRow("at the last") << qint64 {95} << qint64 {101} << true;
    QTest::newRow("behind all") << qint64 {110} << qint64 {500} << false;
}

void TestTrendGaps::gapsThatOverlapAreFound()
{
    QFETCH(const qint64, from);
    QFETCH(const qint64, to);
    const GapsByTime gaps({gap(Cause::DeviceSilent, 100, 110), gap(Cause::DeviceSilent, 20, 30),
                           gap(Cause::DeviceSilent, 10, 90), gap(Cause::ProgramOff, 0, 1000)});
    const auto any = [](const HistoryGap &) { return true; };
    QTEST(gaps.hasAny(Cause::DeviceSilent, between(from, to), any), "found");
    QVERIFY(!gaps.hasAny(Cause::DiskError, between(from, to), any));
    QVERIFY(!gaps.hasAny(Cause::ProgramOff, between(from, to),
                         [](const HistoryGap &) { return false; }));
}

void TestTrendGaps::joinedGapsCountAsLongAsTheyAreTogether()
{
    HistoryGap joined = gap(Cause::DeviceSilent, 100, 200);
    joined.between = 70us;
    const auto apart = unmeasured(traceWith({joined, gap(Cause::DeviceSilent, 300, 310)}, 500));
    QCOMPARE(apart.size(), std::size_t {2});
    QVERIFY(apart[0] == between(100, 130));
    QVERIFY(apart[1] == between(300, 310));
}

/// As if each were looked at.
void TestTrendGaps::curvesEndAtEveryGap()
{
    constexpr int kEnd = 1000;
    std::mt19937 random(7);
    std::uniform_int_distribution<std::int64_t> place(0, kEnd);
    std::vector<HistoryGap> gaps;
    for (int i = 0; i < 30; ++i) {
        const std::int64_t from = place(random);
        gaps.push_back(gap(Cause::DeviceSilent, from, from + 1 + place(random) / 100));
    }
    const TrendTrace trace = traceWith(gaps, kEnd);
    const TrendJoins joins(trace);
    for (std::int64_t from = 0; from < kEnd; ++from) {
        const std::int64_t to = std::min<std::int64_t>(kEnd, from + 1 + place(random) / 50);
        const bool isParted
            = std::any_of(gaps.begin(), gaps.end(), [from, to](const HistoryGap &one) {
                  return toMicroseconds(one.range.from) < to && toMicroseconds(one.range.to) > from;
              });
        QCOMPARE(joins.isJoined(from, to), !isParted);
    }
}

void TestTrendGaps::manyGapsCostNoLookAtEach()
{
    const auto look = [](std::int64_t many) {
        std::vector<HistoryGap> gaps;
        for (std::int64_t i = 0; i < many; ++i)
            gaps.push_back(gap(Cause::DeviceSilent, i * 10, i * 10 + 5));
        const TrendTrace trace = traceWith(gaps, many * 10);
        const TrendJoins joins(trace);
        const GapsByTime byTime(gaps);
        std::int64_t joined = 0;
        std::int64_t found = 0;
        for (std::int64_t i = 0; i < many; ++i) {
            joined += joins.isJoined(i * 10 + 5, i * 10 + 10) ? 1 : 0;
            found += byTime.hasAny(Cause::DeviceSilent, between(i * 10, i * 10 + 5),
                                   [](const HistoryGap &) { return true; })
                ? 1
                : 0;
        }
        QCOMPARE(joined, many);
        QCOMPARE(found, many);
    };
    QVERIFY(test::growsWithItsAmount(10'000, look));
}

QTEST_GUILESS_MAIN(TestTrendGaps)
#include "tst_trend_gaps.moc"
