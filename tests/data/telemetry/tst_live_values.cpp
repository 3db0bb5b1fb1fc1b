#include "data/telemetry/live_values.h"

#include <QTest>

using namespace telltale;
using namespace std::chrono_literals;

class TestLiveValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cadenceIsTheDistanceOfEventTimes();
    void samplesInOneGoAreNoCadence();
    void anOutageIsNoCadence();
    void whatABrokerHadKeptIsNoCadence();
    void lateSamplesChangeNothing();
    void whatComesLiveIsToldOncePerBatch();
    void timeAheadIsThatOfItsArrival_data();
    void decimalsAreThoseOfAllValuesSoFar();
    void timeAheadIsThatOfItsArrival();
    void whatIsAheadKeepsNothingOut();
    void storedTimeAheadKeepsNothingOut();
    void clockThatWasSetBackKeepsNothingOut();
    void sourceThatIsBackVouchesForItsValues();
    void whatADeviceHadKeptIsNotLive_data();
    void whatADeviceHadKeptIsNotLive();
};

namespace {

const Timestamp kNow = timestampFromMicroseconds(1'795'575'000'000'000);
constexpr TagId kTag {0};

void receive(LiveValues &live, Timestamp time, double value, Timestamp arrival,
             SampleFlags flags = {})
{
    SampleBatch batch;
    batch.append(kTag, time, value, Quality::good(), flags);
    batch.arrival = arrival;
    live.apply(batch);
}

} // namespace

void TestLiveValues::cadenceIsTheDistanceOfEventTimes()
{
    LiveValues live;
    for (int second = 0; second < 40; second += 5)
        receive(live, kNow + std::chrono::seconds(second), 1.0, kNow + 40s);
    QCOMPARE(live.value(kTag).cadence, 5'000'000);
}

/// As shown with six significant digits: what a float brings beyond says nothing.
void TestLiveValues::decimalsAreThoseOfAllValuesSoFar()
{
    LiveValues live;
    int second = 0;
    const auto after = [&](double value, Quality quality = {}) {
        SampleBatch batch;
        batch.arrival = kNow + std::chrono::seconds(++second);
        batch.append(kTag, batch.arrival, value, quality, {});
        live.apply(batch);
        return int {live.value(kTag).decimals};
    };
    QCOMPARE(after(12.0), 0);
    QCOMPARE(after(12.5), 1);
    QCOMPARE(after(12.25), 2);
    QCOMPARE(after(13.0), 2);
    QCOMPARE(after(static_cast<double>(21.1F)), 2);
    QCOMPARE(after(0.12345, Quality::bad(Quality::Reason::Null)), 2);
    QCOMPARE(after(1e-7), 2); // shown as a power of ten
    QCOMPARE(after(123456.789), 2);
    QCOMPARE(after(-0.123456789), 5);
}

void TestLiveValues::anOutageIsNoCadence()
{
    Sample stored;
    stored.tag = kTag;
    stored.time = kNow - 60s;
    LiveValues live;
    live.restore({&stored, 1}); // the program was off for a minute
    for (int second = 0; second < 8; ++second)
        receive(live, kNow + std::chrono::seconds(second), 1.0, kNow);
    QCOMPARE(live.value(kTag).cadence, 1'000'000);
    live.setSourceDown({&kTag, 1}, true);
    live.setSourceDown({&kTag, 1}, false); // connected again; the next sample comes later
    receive(live, kNow + 90s, 1.0, kNow + 90s);
    QCOMPARE(live.value(kTag).cadence, 1'000'000);
    receive(live, kNow + 150s, 1.0, kNow + 150s); // the device itself paused
    QVERIFY(live.value(kTag).cadence <= 1'200'000);
}

/// Two that come at once, and the next ones every 10 s.
void TestLiveValues::samplesInOneGoAreNoCadence()
{
    LiveValues live;
    receive(live, kNow, 1.0, kNow);
    receive(live, kNow + 16us, 1.0, kNow + 16us);
    QCOMPARE(live.value(kTag).cadence, 0);
    for (int i = 1; i <= 8; ++i)
        receive(live, kNow + i * 10s, 1.0, kNow + i * 10s);
    QVERIFY(live.value(kTag).cadence > 5'000'000);
}

/// Neither what a broker nor what a device had kept says how long a sample takes.
void TestLiveValues::whatComesLiveIsToldOncePerBatch()
{
    LiveValues live;
    std::uint64_t change = 0;
    const SampleFlags kept = SampleFlags::make(SampleFlags::Kind::Number, SampleFlags::kRetained);
    receive(live, kNow - 61s, 1.0, kNow);
    const SampleFlags again
        = SampleFlags::make(SampleFlags::Kind::Number, SampleFlags::kRedelivered);
    receive(live, kNow - 3s, 1.0, kNow, kept);
    receive(live, kNow - 2s, 1.0, kNow, again);
    QVERIFY(live.comingsSince(change).empty());
    SampleBatch batch;
    batch.arrival = kNow;
    batch.append(TagId {1}, kNow - 20ms, 1.0, Quality::good(), {});
    batch.append(TagId {1}, kNow - 10ms, 1.0, Quality::good(), {});
    live.apply(batch);
    receive(live, kNow + 2s, 1.0, kNow); // a clock that is ahead
    const std::vector<LiveValues::Coming> comings = live.comingsSince(change);
    QCOMPARE(comings.size(), 2U);
    QVERIFY(comings[0].tag == TagId {1});
    QCOMPARE(comings[0].time, kNow - 20ms);
    QCOMPARE(comings[1].time, kNow);
    QVERIFY(live.comingsSince(change).empty());
    for (int i = 0; i < 100; ++i)
        receive(live, kNow + 3s, 1.0, kNow + 3s);
    QCOMPARE(live.comingsSince(change).size(), LiveValues::kComings);
}

/// Two kept values, hours apart, and one that comes: only two that come tell how often they do.
void TestLiveValues::whatABrokerHadKeptIsNoCadence()
{
    LiveValues live;
    const SampleFlags kept = SampleFlags::make(SampleFlags::Kind::Number, SampleFlags::kRetained);
    receive(live, kNow - 9h, 1.0, kNow, kept);
    receive(live, kNow - 5h, 1.0, kNow, kept);
    receive(live, kNow, 1.0, kNow);
    QCOMPARE(live.value(kTag).cadence, 0);
    receive(live, kNow + 2s, 1.0, kNow + 2s);
    QCOMPARE(live.value(kTag).cadence, 2'000'000);
    QVERIFY(isStale(live.value(kTag), kNow + 60s));
}

void TestLiveValues::lateSamplesChangeNothing()
{
    LiveValues live;
    receive(live, kNow, 2.0, kNow);
    receive(live, kNow - 1h, 1.0, kNow + 1s);
    QCOMPARE(live.value(kTag).sample.value, 2.0);
    QVERIFY(!isStale(live.value(kTag), kNow + 1s));
}

void TestLiveValues::timeAheadIsThatOfItsArrival_data()
{
    QTest::addColumn<int>("aheadSeconds");
    QTest::addColumn<bool>("isReplaced");
    QTest::newRow("late") << -5 << false;
    QTest::newRow("as alarms allow") << 10 << false;
    QTest::newRow("a clock that is fast") << 11 << true;
    QTest::newRow("nearly a day") << 86'399 << true;
}

void TestLiveValues::timeAheadIsThatOfItsArrival()
{
    QFETCH(const int, aheadSeconds);
    QFETCH(const bool, isReplaced);
    LiveValues live;
    const Timestamp stated = kNow + std::chrono::seconds(aheadSeconds);
    receive(live, stated, 1.0, kNow);
    const LiveValues::Value value = live.value(kTag);
    QCOMPARE(value.sample.flags.has(SampleFlags::kTimeReplaced), isReplaced);
    QVERIFY(value.sample.time == (isReplaced ? kNow : stated));
    QVERIFY(!isStale(value, kNow));
}

/// The right samples after it are live, and so are those of a clock that stays wrong.
void TestLiveValues::whatIsAheadKeepsNothingOut()
{
    LiveValues live;
    receive(live, kNow + 8s, 1.0, kNow);
    receive(live, kNow + 20h, 2.0, kNow + 1s);
    QCOMPARE(live.value(kTag).sample.value, 2.0);
    QVERIFY(live.value(kTag).sample.time == kNow + 8s); // it never goes back
    receive(live, kNow + 20h, 3.0, kNow + 9s);
    QVERIFY(live.value(kTag).sample.time == kNow + 9s);
    receive(live, kNow + 10s, 4.0, kNow + 10s);
    QCOMPARE(live.value(kTag).sample.value, 4.0);
    QVERIFY(!live.value(kTag).sample.flags.has(SampleFlags::kTimeReplaced));
    QVERIFY(!isStale(live.value(kTag), kNow + 10s));
}

void TestLiveValues::storedTimeAheadKeepsNothingOut()
{
    Sample stored;
    stored.tag = kTag;
    stored.time = kNow + 20h;
    LiveValues live;
    live.restore({&stored, 1});
    receive(live, kNow, 2.0, kNow);
    QCOMPARE(live.value(kTag).sample.value, 2.0);
    QVERIFY(!isStale(live.value(kTag), kNow));
}

void TestLiveValues::clockThatWasSetBackKeepsNothingOut()
{
    LiveValues live;
    receive(live, kNow + 1h, 1.0, kNow + 1h);
    receive(live, kNow, 2.0, kNow);
    QCOMPARE(live.value(kTag).sample.value, 2.0);
}

void TestLiveValues::sourceThatIsBackVouchesForItsValues()
{
    LiveValues live;
    receive(live, kNow, 2.0, kNow);
    const std::vector<TagId> tags {kTag};
    live.setSourceDown(tags, true);
    QVERIFY(isStale(live.value(kTag), kNow));
    live.setSourceDown(tags, false);
    QVERIFY(!isStale(live.value(kTag), kNow));
    live.setDeviceGone(tags);
    live.setSourceDown(tags, true);
    live.setSourceDown(tags, false); // the broker is back; the device said goodbye before
    QVERIFY(live.value(kTag).isHeld());
    receive(live, kNow + 1s, 2.0, kNow + 1s);
    QVERIFY(!live.value(kTag).isHeld());
}

void TestLiveValues::whatADeviceHadKeptIsNotLive_data()
{
    QTest::addColumn<int>("ageSeconds");
    QTest::addColumn<int>("cadenceSeconds");
    QTest::addColumn<bool>("stale");
    QTest::newRow("now") << 0 << 1 << false;
    QTest::newRow("a slow network") << 50 << 1 << false;
    QTest::newRow("kept for minutes") << 130 << 1 << true;
    QTest::newRow("kept for a day") << 86'400 << 60 << true;
    QTest::newRow("reports once an hour") << 4000 << 3600 << false;
}

void TestLiveValues::whatADeviceHadKeptIsNotLive()
{
    QFETCH(int, ageSeconds);
    QFETCH(int, cadenceSeconds);
    LiveValues live;
    const Timestamp time = kNow - std::chrono::seconds(ageSeconds);
    receive(live, time - std::chrono::seconds(cadenceSeconds), 1.0, kNow);
    receive(live, time, 1.0, kNow);
    QTEST(isStale(live.value(kTag), kNow), "stale");
}

QTEST_GUILESS_MAIN(TestLiveValues)
#include "tst_live_values.moc"
