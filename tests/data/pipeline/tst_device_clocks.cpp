#include "data/pipeline/device_clocks.h"
#include "data/telemetry/sample_batch.h"
#include "data/telemetry/tag_registry.h"

#include <QTest>

using namespace telltale;
using namespace std::chrono_literals;

/// Whose times cannot be right, and how long.
class TestDeviceClocks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_clocks = {}; }
    void rightTimesEndItAfterFiveMinutes();
    void whatTellsNothingEndsNothing_data();
    void whatTellsNothingEndsNothing();
    void wrongTimeStartsItAnew();
    void timeAheadOfItsArrivalIsWrong();
    void othersStay();
    void fewAreNamed();

private:
    void lookAtWrong(TagId tag, Timestamp arrival);
    void lookAtRight(TagId tag, Timestamp arrival, SampleFlags flags = {});
    void lookAtAhead(TagId tag, Timestamp arrival, std::chrono::microseconds ahead);

    DeviceClocks m_clocks;
};

namespace {

constexpr TagId kTag {0};
constexpr TagId kOther {1};
constexpr Timestamp kStated {}; ///< 1970

constexpr Timestamp at(std::chrono::microseconds time)
{
    return Timestamp(1'700'000'000s) + time;
}

constexpr auto kJustBefore = 5min - 1us;

} // namespace

void TestDeviceClocks::lookAtWrong(TagId tag, Timestamp arrival)
{
    SampleBatch batch;
    batch.append(tag, arrival, 1.0, {}, SampleFlags {SampleFlags::kTimeReplaced});
    m_clocks.look(batch, 0, true, kStated, arrival);
}

void TestDeviceClocks::lookAtRight(TagId tag, Timestamp arrival, SampleFlags flags)
{
    SampleBatch batch;
    batch.append(tag, arrival, 1.0, {}, flags);
    m_clocks.look(batch, 0, false, {}, arrival);
}

void TestDeviceClocks::lookAtAhead(TagId tag, Timestamp arrival, std::chrono::microseconds ahead)
{
    SampleBatch batch;
    batch.append(tag, arrival + ahead, 1.0, {}, {});
    m_clocks.look(batch, 0, false, {}, arrival);
}

void TestDeviceClocks::rightTimesEndItAfterFiveMinutes()
{
    lookAtWrong(kTag, at(0s));
    QVERIFY(!m_clocks.areRight());
    QVERIFY(!m_clocks.settle(at(24h))); // silence has shown nothing
    lookAtRight(kTag, at(24h));
    lookAtRight(kTag, at(24h + 1min)); // the first counts
    QVERIFY(!m_clocks.settle(at(24h + kJustBefore)));
    QCOMPARE(m_clocks.size(), std::size_t {1});
    QVERIFY(m_clocks.settle(at(24h + 5min)));
    QVERIFY(m_clocks.areRight());
    QVERIFY(!m_clocks.settle(at(24h + 5min))); // there are none any more
}

void TestDeviceClocks::whatTellsNothingEndsNothing_data()
{
    QTest::addColumn<int>("flag");
    QTest::newRow("no time of its own") << int {SampleFlags::kNoSourceTime};
    QTest::newRow("kept by the broker") << int {SampleFlags::kRetained};
    QTest::newRow("its time was replaced") << int {SampleFlags::kTimeReplaced};
}

void TestDeviceClocks::whatTellsNothingEndsNothing()
{
    QFETCH(const int, flag);
    lookAtWrong(kTag, at(0s));
    lookAtRight(kTag, at(1s), SampleFlags {static_cast<std::uint8_t>(flag)});
    QVERIFY(!m_clocks.settle(at(1h)));
    QVERIFY(!m_clocks.areRight());
}

void TestDeviceClocks::wrongTimeStartsItAnew()
{
    lookAtWrong(kTag, at(0s));
    lookAtRight(kTag, at(0s));
    lookAtWrong(kTag, at(4min));
    QVERIFY(!m_clocks.settle(at(5min)));
    lookAtRight(kTag, at(5min));
    QVERIFY(!m_clocks.settle(at(5min + kJustBefore)));
    QVERIFY(m_clocks.settle(at(10min)));
}

/// It is stored as it came, and said all the same.
void TestDeviceClocks::timeAheadOfItsArrivalIsWrong()
{
    TagRegistry tags;
    const TagId tag = tags.intern("plant/a");
    lookAtAhead(tag, at(0s), 10s);
    QVERIFY(m_clocks.areRight());
    QCOMPARE(m_clocks.noted(), std::uint64_t {0});
    lookAtAhead(tag, at(0s), 47s);
    lookAtAhead(tag, at(1s), 47s);
    QCOMPARE(m_clocks.words(tags), std::string("plant/a is 47 s ahead"));
    QCOMPARE(m_clocks.noted(), std::uint64_t {2});
    lookAtAhead(tag, at(2s), 2s);
    QVERIFY(m_clocks.settle(at(2s + 5min)));
}

void TestDeviceClocks::othersStay()
{
    TagRegistry tags;
    tags.intern("plant/a");
    tags.intern("plant/b");
    lookAtWrong(kTag, at(0s));
    lookAtWrong(kOther, at(0s));
    lookAtRight(kTag, at(0s));
    QVERIFY(m_clocks.settle(at(5min)));
    QVERIFY(!m_clocks.areRight());
    QCOMPARE(m_clocks.words(tags), std::string("plant/b says 1970-01-01T00:00:00.000000Z"));
}

void TestDeviceClocks::fewAreNamed()
{
    TagRegistry tags;
    for (int i = 0; i < 7; ++i)
        lookAtWrong(tags.intern("plant/" + std::to_string(i)), at(0s));
    const std::string words = m_clocks.words(tags);
    QVERIFY2(words.starts_with("plant/0 says 1970"), words.c_str());
    QVERIFY2(words.ends_with(" and 2 more"), words.c_str());
}

QTEST_GUILESS_MAIN(TestDeviceClocks)
#include "tst_device_clocks.moc"
