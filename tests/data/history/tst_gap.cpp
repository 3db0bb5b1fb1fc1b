#include "data/history/gap.h"
#include "tests/support/growth.h"

#include <QTest>

using namespace telltale;
using Cause = HistoryGap::Cause;
using namespace std::chrono_literals;

class TestGap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatOneOutageExplainsAnotherWithinItDoesNotGiveBack();
    void manySilencesAreExplainedByManyOutages();
    void neighboursInAColumnAreOne();
    void whatReachesOutOfItsColumnStays_data();
    void whatReachesOutOfItsColumnStays();
    void rangesAreUnited();
};

namespace {

constexpr TagId kTag {0};

TimeRange between(std::int64_t from, std::int64_t to)
{
    return {timestampFromMicroseconds(from), timestampFromMicroseconds(to)};
}

HistoryGap silence(std::int64_t from, std::int64_t to)
{
    return {Cause::DeviceSilent, {}, kTag, between(from, to)};
}

} // namespace

void TestGap::whatOneOutageExplainsAnotherWithinItDoesNotGiveBack()
{
    const auto gaps = withoutExplained({silence(0, 100),
                                        {Cause::SourceDisconnected, {1}, {}, between(20, 80)},
                                        {Cause::ProgramOff, {}, {}, between(30, 40)}});
    QCOMPARE(gaps.size(), std::size_t {4});
    QVERIFY(gaps.front().range == between(0, 20));
    QVERIFY(gaps.back().range == between(80, 100));
}

void TestGap::manySilencesAreExplainedByManyOutages()
{
    const auto explain = [](std::int64_t many) {
        std::vector<HistoryGap> gaps;
        for (std::int64_t i = 0; i < many; ++i) {
            gaps.push_back(silence(i * 100, i * 100 + 50));
            gaps.push_back(
                {Cause::SourceDisconnected, {1}, {}, between(i * 100 + 20, i * 100 + 30)});
        }
        QCOMPARE(withoutExplained(gaps).size(), static_cast<std::size_t>(3 * many));
    };
    QVERIFY(test::growsWithItsAmount(10'000, explain));
}

void TestGap::neighboursInAColumnAreOne()
{
    const auto joined = joinedIn(between(0, 1000), 10,
                                 {silence(110, 120),
                                  silence(150, 160),
                                  silence(190, 200),
                                  {Cause::PayloadRejected, {}, kTag, between(130, 140)},
                                  {Cause::PayloadRejected, {}, kTag, between(165, 170)},
                                  {Cause::DeviceSilent, {}, {5}, between(175, 180)},
                                  silence(210, 220)});
    QCOMPARE(joined.size(), std::size_t {4});
    QVERIFY(joined[0].range == between(110, 200));
    QCOMPARE(joined[0].between, 60us);
    QVERIFY(joined[1].cause == Cause::PayloadRejected && joined[1].range == between(130, 170));
    QCOMPARE(joined[1].between, 25us);
    QCOMPARE(joined[2].tag, TagId {5});
    QVERIFY(joined[3].range == between(210, 220)); // of the next column
}

void TestGap::whatReachesOutOfItsColumnStays_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<qint64>("to");
    QTest::newRow("into the next one") << 180 << qint64 {210};
    QTest::newRow("over several") << 180 << qint64 {500};
    QTest::newRow("for as long as one knows") << 180 << qint64 {toMicroseconds(Timestamp::max())};
}

void TestGap::whatReachesOutOfItsColumnStays()
{
    QFETCH(const int, from);
    QFETCH(const qint64, to);
    const auto joined = joinedIn(between(0, 1000), 10, {silence(110, 120), silence(from, to)});
    QCOMPARE(joined.size(), std::size_t {2});
    QVERIFY(joined[0].range == between(110, 120));
    QVERIFY(joined[1].range == between(from, to));
}

void TestGap::rangesAreUnited()
{
    const std::vector<TimeRange> apart = united(
        {between(50, 60), between(0, 10), between(10, 20), between(15, 40), between(18, 19)});
    QCOMPARE(apart.size(), std::size_t {2});
    QVERIFY(apart[0] == between(0, 40));
    QVERIFY(apart[1] == between(50, 60));
}

QTEST_GUILESS_MAIN(TestGap)
#include "tst_gap.moc"
