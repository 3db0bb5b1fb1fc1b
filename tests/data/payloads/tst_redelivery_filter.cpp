#include "data/payloads/redelivery_filter.h"

#include <QTest>

#include <limits>

using namespace telltale;

/// Which messages are the same one sent again.
class TestRedeliveryFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void repeatNeedsTheFlag();
    void flaggedMessageNeverSeenIsNew();
    void sameContentUnderAnotherIdIsAnotherMessage();
    void idThatWasUsedAgainBelongsToTheNewest();
    void topicAndPayloadBothCount();
    void sourcesAreApart();
    void withoutAnIdNothingIsARepeat();
    void allIdsAreRemembered();
};

namespace {

constexpr SourceId kSource {1};

} // namespace

void TestRedeliveryFilter::repeatNeedsTheFlag()
{
    RedeliveryFilter filter;
    QVERIFY(!filter.isRepeat(kSource, 7, "t", "1", false));
    QVERIFY(!filter.isRepeat(kSource, 7, "t", "1", false));
    QVERIFY(filter.isRepeat(kSource, 7, "t", "1", true));
    QVERIFY(filter.isRepeat(kSource, 7, "t", "1", true));
}

void TestRedeliveryFilter::flaggedMessageNeverSeenIsNew()
{
    RedeliveryFilter filter;
    QVERIFY(!filter.isRepeat(kSource, 7, "t", "1", true));
    QVERIFY(filter.isRepeat(kSource, 7, "t", "1", true));
}

/// The broker sends all again that was under way, also what never reached us.
void TestRedeliveryFilter::sameContentUnderAnotherIdIsAnotherMessage()
{
    RedeliveryFilter filter;
    QVERIFY(!filter.isRepeat(kSource, 1, "trip", "1", false));
    QVERIFY(!filter.isRepeat(kSource, 2, "trip", "0", false));
    QVERIFY(!filter.isRepeat(kSource, 3, "trip", "1", true));
    QVERIFY(filter.isRepeat(kSource, 2, "trip", "0", true));
}

void TestRedeliveryFilter::idThatWasUsedAgainBelongsToTheNewest()
{
    RedeliveryFilter filter;
    filter.isRepeat(kSource, 1, "trip", "1", false);
    filter.isRepeat(kSource, 1, "trip", "0", false);
    QVERIFY(!filter.isRepeat(kSource, 1, "trip", "1", true));
}

void TestRedeliveryFilter::topicAndPayloadBothCount()
{
    RedeliveryFilter filter;
    for (std::uint16_t packet = 1; packet <= 4; ++packet)
        filter.isRepeat(kSource, packet, "ab", "c", false);
    QVERIFY(!filter.isRepeat(kSource, 1, "a", "bc", true));
    QVERIFY(!filter.isRepeat(kSource, 2, "ab", "d", true));
    QVERIFY(!filter.isRepeat(kSource, 3, "c", "ab", true));
    QVERIFY(filter.isRepeat(kSource, 4, "ab", "c", true));
}

void TestRedeliveryFilter::sourcesAreApart()
{
    RedeliveryFilter filter;
    filter.isRepeat(kSource, 1, "t", "1", false);
    QVERIFY(!filter.isRepeat(SourceId {2}, 1, "t", "1", true));
}

void TestRedeliveryFilter::withoutAnIdNothingIsARepeat()
{
    RedeliveryFilter filter;
    filter.isRepeat(kSource, 0, "t", "1", false);
    QVERIFY(!filter.isRepeat(kSource, 0, "t", "1", true));
}

void TestRedeliveryFilter::allIdsAreRemembered()
{
    constexpr std::uint16_t kLast = std::numeric_limits<std::uint16_t>::max();
    RedeliveryFilter filter;
    for (std::uint16_t packet = 1; packet != 0; ++packet)
        filter.isRepeat(kSource, packet, "t", std::to_string(packet), false);
    int repeats = 0;
    for (std::uint16_t packet = 1; packet != 0; ++packet)
        repeats += filter.isRepeat(kSource, packet, "t", std::to_string(packet), true) ? 1 : 0;
    QCOMPARE(repeats, int {kLast});
}

QTEST_GUILESS_MAIN(TestRedeliveryFilter)
#include "tst_redelivery_filter.moc"
