#include "data/payloads/redelivery_filter.h"

#include <QString>
#include <QTest>

using namespace telltale;

/// Which messages are the same one sent again.
class TestRedeliveryFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void repeatNeedsTheFlag();
    void flaggedMessageNeverSeenIsNew();
    void topicAndPayloadBothCount();
    void sourcesAreApart();
    void onlyTheWindowCounts();
    void repeatIsFoundAgainLongAfterEarlierOnes();
};

namespace {

constexpr SourceId kSource {1};

std::string number(int i)
{
    return std::to_string(i);
}

} // namespace

void TestRedeliveryFilter::repeatNeedsTheFlag()
{
    RedeliveryFilter filter(1000);
    QVERIFY(!filter.isRepeat(kSource, "t", "1", false));
    QVERIFY(!filter.isRepeat(kSource, "t", "1", false));
    QVERIFY(filter.isRepeat(kSource, "t", "1", true));
    QVERIFY(filter.isRepeat(kSource, "t", "1", true));
}

void TestRedeliveryFilter::flaggedMessageNeverSeenIsNew()
{
    RedeliveryFilter filter(1000);
    QVERIFY(!filter.isRepeat(kSource, "t", "1", true));
    QVERIFY(filter.isRepeat(kSource, "t", "1", true));
}

void TestRedeliveryFilter::topicAndPayloadBothCount()
{
    RedeliveryFilter filter(1000);
    filter.isRepeat(kSource, "ab", "c", false);
    QVERIFY(!filter.isRepeat(kSource, "a", "bc", true));
    QVERIFY(!filter.isRepeat(kSource, "ab", "d", true));
    QVERIFY(!filter.isRepeat(kSource, "c", "ab", true));
    QVERIFY(filter.isRepeat(kSource, "ab", "c", true));
}

void TestRedeliveryFilter::sourcesAreApart()
{
    RedeliveryFilter filter(1000);
    filter.isRepeat(kSource, "t", "1", false);
    QVERIFY(!filter.isRepeat(SourceId {2}, "t", "1", true));
}

void TestRedeliveryFilter::onlyTheWindowCounts()
{
    RedeliveryFilter filter(10);
    for (int i = 0; i < 10; ++i)
        filter.isRepeat(kSource, "t", number(i), false);
    for (int i = 0; i < 10; ++i)
        QVERIFY(filter.isRepeat(kSource, "t", number(i), true));
    for (int i = 10; i < 15; ++i)
        filter.isRepeat(kSource, "t", number(i), false);
    for (int i = 5; i < 15; ++i)
        QVERIFY(filter.isRepeat(kSource, "t", number(i), true));
    QVERIFY(!filter.isRepeat(kSource, "t", number(4), true));
}

void TestRedeliveryFilter::repeatIsFoundAgainLongAfterEarlierOnes()
{
    RedeliveryFilter filter(10);
    QVERIFY(!filter.isRepeat(kSource, "t", "x", true));
    for (int i = 0; i < 2000; ++i)
        filter.isRepeat(kSource, "t", number(i), false);
    QVERIFY(!filter.isRepeat(kSource, "t", number(1980), true));
    QVERIFY(filter.isRepeat(kSource, "t", number(1995), true));
    filter.isRepeat(kSource, "t", "same", false);
    filter.isRepeat(kSource, "t", "same", false);
    for (int i = 2000; i < 2009; ++i)
        filter.isRepeat(kSource, "t", number(i), false);
    QVERIFY(filter.isRepeat(kSource, "t", "same", true));
    filter.isRepeat(kSource, "t", "last", false);
    QVERIFY(!filter.isRepeat(kSource, "t", "same", true));
}

QTEST_GUILESS_MAIN(TestRedeliveryFilter)
#include "tst_redelivery_filter.moc"
