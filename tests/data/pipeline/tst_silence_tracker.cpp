#include "data/pipeline/silence_tracker.h"

#include <QTest>

using namespace telltale;
using namespace std::chrono_literals;

class TestSilenceTracker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void goodbyeBeginsAGapThatTheNextSampleEnds();
    void goodbyeOfANodeIsOneOfEachDevice();
    void deviceBeyondItsCadenceIsSilent();
    void silenceIsFoundLateAsWell();
    void deviceThatSpeaksInBurstsIsSilentAFewTimes();
    void oldDataAtFullSpeedSilencesNobody();
    void nobodyIsSilentWhileNobodyListens_data();
    void nobodyIsSilentWhileNobodyListens();
    void openGapOfAnEarlierLifeEnds();
    void deviceThatDiedWhileTheProgramWasOffIsSilent();
    void deviceThatIsNotHeardAfterAReplayIsSilent();
    void rememberedDeviceIsNotSilent_data();
    void rememberedDeviceIsNotSilent();
    void rhythmsAreRecalledAFewAtATime();
    void deviceQuietForADayIsNotAskedFor();
    void rejectedPayloadsAreOneGap();
    void otherTopicsOfADeviceEndNoRejection();
    void goodOnesAmongRejectedMakeNoMoreGaps();
    void rejectedPayloadsOfDevicesAreLimited();
    void ownTagsAndWhatTheBrokerKeptAreNobody();

private:
    using Gaps = std::vector<HistoryGap>;

    /// A sample at the second it has and comes.
    Gaps speak(TagId tag, int second) { return speak(tag, second, second); }
    Gaps speak(TagId tag, int second, int arrival, std::uint8_t flags = 0);
    Gaps say(DeviceWord word, int second);
    Gaps goodbye(const std::string &asset, int second);
    Gaps reject(TagId tag, int second);
    Gaps outage(HistoryGap::Cause cause, TimeRange range, int heardUntil);
    /// An earlier life heard samples of a tag at these seconds, and ended at `end`.
    void remember(TagId tag, const std::vector<int> &seconds, int end, std::uint8_t flags = 0);
    /// Nothing but the program's own measurements, every ten seconds.
    Gaps pass(int from, int to);

    std::unique_ptr<TagRegistry> m_registry;
    std::unique_ptr<SilenceTracker> m_tracker;
    TagId m_flow;
    TagId m_level; ///< of the same device
    TagId m_other; ///< of another one
    int m_recalled = 0; ///< how often history was asked
};

namespace {

constexpr SourceId kSource {1};

Timestamp at(int second)
{
    return Timestamp(std::chrono::seconds(1'700'000'000 + second));
}

} // namespace

void TestSilenceTracker::init()
{
    m_registry = std::make_unique<TagRegistry>();
    m_tracker = std::make_unique<SilenceTracker>(*m_registry);
    m_flow = m_registry->intern("plant/pump/flow", kSource);
    m_level = m_registry->intern("plant/pump/level", kSource);
    m_other = m_registry->intern("plant/fan/speed", kSource);
    m_recalled = 0;
}

void TestSilenceTracker::remember(TagId tag, const std::vector<int> &seconds, int end,
                                  std::uint8_t flags)
{
    std::vector<Sample> last(1);
    last[0].tag = tag;
    last[0].time = at(seconds.back());
    last[0].flags = {flags};
    std::vector<std::int64_t> times;
    for (const int second : seconds)
        times.push_back(toMicroseconds(at(second)));
    m_tracker->remember(last, at(end), [=, this](TagId asked, std::int64_t until) {
        ++m_recalled;
        std::vector<std::int64_t> known = asked == tag ? times : std::vector<std::int64_t>();
        std::erase_if(known, [until](std::int64_t time) { return time > until; });
        return known;
    });
}

std::vector<HistoryGap> TestSilenceTracker::speak(TagId tag, int second, int arrival,
                                                  std::uint8_t flags)
{
    SampleBatch batch;
    batch.append(tag, at(second), 1.0, {}, {flags});
    batch.arrival = at(arrival);
    return m_tracker->take(batch, {}, {}, at(arrival));
}

std::vector<HistoryGap> TestSilenceTracker::say(DeviceWord word, int second)
{
    word.at = at(second);
    return m_tracker->take({}, {&word, 1}, {}, at(second));
}

std::vector<HistoryGap> TestSilenceTracker::goodbye(const std::string &asset, int second)
{
    return say({DeviceWord::Kind::Goodbye, asset, {}, 0, {}}, second);
}

std::vector<HistoryGap> TestSilenceTracker::reject(TagId tag, int second)
{
    return say({DeviceWord::Kind::Rejected, {}, tag, 0, {}}, second);
}

std::vector<HistoryGap> TestSilenceTracker::outage(HistoryGap::Cause cause, TimeRange range,
                                                   int heardUntil)
{
    const SourceId source = cause == HistoryGap::Cause::ProgramOff ? SourceId {} : kSource;
    const HistoryGap gap {cause, source, {}, range};
    return m_tracker->take({}, {}, {&gap, 1}, at(heardUntil));
}

std::vector<HistoryGap> TestSilenceTracker::pass(int from, int to)
{
    Gaps all;
    for (int second = from; second <= to; second += 10) {
        for (const HistoryGap &gap : m_tracker->take({}, {}, {}, at(second)))
            all.push_back(gap);
    }
    return all;
}

void TestSilenceTracker::goodbyeBeginsAGapThatTheNextSampleEnds()
{
    for (int second = 0; second < 20; ++second)
        QVERIFY(speak(m_level, second).empty());
    const Gaps begun = goodbye("plant/pump", 25);
    QCOMPARE(begun.size(), std::size_t {1});
    QCOMPARE(begun[0].cause, HistoryGap::Cause::DeviceSilent);
    QCOMPARE(begun[0].tag, m_flow); // the device's first
    QVERIFY(begun[0].range == (TimeRange {at(25), Timestamp::max()}));
    QVERIFY(goodbye("plant/pump", 30).empty()); // it is gone already
    QVERIFY(pass(40, 400).empty());
    const Gaps ended = speak(m_level, 401);
    QCOMPARE(ended.size(), std::size_t {1});
    QCOMPARE(ended[0].tag, m_flow);
    QVERIFY(ended[0].range == (TimeRange {at(25), at(401)}));
    QVERIFY(speak(m_level, 402).empty());
}

void TestSilenceTracker::goodbyeOfANodeIsOneOfEachDevice()
{
    const Gaps begun = goodbye("plant", 25);
    QCOMPARE(begun.size(), std::size_t {2});
    QCOMPARE(begun[0].tag, m_flow);
    QCOMPARE(begun[1].tag, m_other);
}

void TestSilenceTracker::deviceBeyondItsCadenceIsSilent()
{
    for (int second = 0; second < 20; ++second)
        QVERIFY(speak(m_flow, second).empty());
    QVERIFY(pass(20, 40).empty()); // its source may be lost: that is noticed within 20 s
    const Gaps begun = pass(50, 200);
    QCOMPARE(begun.size(), std::size_t {1});
    QCOMPARE(begun[0].cause, HistoryGap::Cause::DeviceSilent);
    QVERIFY(begun[0].range == (TimeRange {at(19) + 1us, Timestamp::max()}));
    const Gaps ended = speak(m_level, 205);
    QCOMPARE(ended.size(), std::size_t {1});
    QVERIFY(ended[0].range == (TimeRange {at(19) + 1us, at(205)}));
}

/// The journal is read in one go, after the device has come back.
void TestSilenceTracker::silenceIsFoundLateAsWell()
{
    SampleBatch batch;
    for (const int second : {0, 1, 2, 3, 4, 5, 45, 46})
        batch.append(m_flow, at(second), 1.0, {}, {});
    batch.arrival = at(46);
    const Gaps gaps = m_tracker->take(batch, {}, {}, at(46));
    QCOMPARE(gaps.size(), std::size_t {1});
    QVERIFY(gaps[0].range == (TimeRange {at(5) + 1us, at(45)}));
}

void TestSilenceTracker::deviceThatSpeaksInBurstsIsSilentAFewTimes()
{
    std::size_t ended = 0;
    for (int minute = 0; minute < 600; ++minute) {
        for (int second = 0; second < 10; ++second)
            ended += speak(m_flow, minute * 60 + second).size();
        (void)pass(minute * 60 + 10, minute * 60 + 59);
    }
    QVERIFY2(ended > 0 && ended < 10, std::to_string(ended).c_str());
}

void TestSilenceTracker::oldDataAtFullSpeedSilencesNobody()
{
    constexpr int kHour = 3600;
    for (int hour = 0; hour < 500; ++hour) { // a year before, all within five seconds
        if (hour < 200 || hour > 300)
            QVERIFY(speak(m_flow, (hour - 365 * 24) * kHour, hour / 100).empty());
    }
    QVERIFY(pass(10, 10 * kHour).empty());
}

void TestSilenceTracker::nobodyIsSilentWhileNobodyListens_data()
{
    QTest::addColumn<HistoryGap::Cause>("cause");
    QTest::newRow("program off") << HistoryGap::Cause::ProgramOff;
    QTest::newRow("source down") << HistoryGap::Cause::SourceDisconnected;
    QTest::newRow("source off") << HistoryGap::Cause::SwitchedOff;
    QTest::newRow("name unknown") << HistoryGap::Cause::NameUnknown;
    QTest::newRow("TLS failed") << HistoryGap::Cause::TlsFailed;
    QTest::newRow("sign-in refused") << HistoryGap::Cause::SignInRefused;
    QTest::newRow("not permitted") << HistoryGap::Cause::NotPermitted;
}

void TestSilenceTracker::nobodyIsSilentWhileNobodyListens()
{
    QFETCH(const HistoryGap::Cause, cause);
    for (int second = 0; second < 20; ++second)
        QVERIFY(speak(m_flow, second).empty());
    if (cause != HistoryGap::Cause::ProgramOff) {
        QVERIFY(outage(cause, {at(20), Timestamp::max()}, 20).empty());
        QVERIFY(pass(30, 500).empty());
    }
    QVERIFY(outage(cause, {at(20), at(500)}, 500).empty());
    QVERIFY(speak(m_flow, 505).empty());
    QVERIFY(speak(m_flow, 506).empty());
    const Gaps begun = pass(510, 560);
    QCOMPARE(begun.size(), std::size_t {1});
    QVERIFY(begun[0].range.from == at(506) + 1us);
}

void TestSilenceTracker::openGapOfAnEarlierLifeEnds()
{
    m_tracker->adopt({HistoryGap::Cause::DeviceSilent, {}, m_flow, {at(-100), Timestamp::max()}});
    m_tracker->adopt(
        {HistoryGap::Cause::PayloadRejected, {}, m_other, {at(-50), Timestamp::max()}});
    QVERIFY(outage(HistoryGap::Cause::ProgramOff, {at(-10), at(0)}, 0).empty());
    QVERIFY(goodbye("plant/pump", 1).empty());
    const Gaps back = speak(m_level, 2);
    QCOMPARE(back.size(), std::size_t {1});
    QVERIFY(back[0].range == (TimeRange {at(-100), at(2)}));
    const Gaps good = speak(m_other, 3);
    QCOMPARE(good.size(), std::size_t {1});
    QCOMPARE(good[0].cause, HistoryGap::Cause::PayloadRejected);
    QVERIFY(good[0].range == (TimeRange {at(-50), at(3)}));
}

/// The time without the program is another gap; the device's begins when somebody listens again.
void TestSilenceTracker::deviceThatDiedWhileTheProgramWasOffIsSilent()
{
    remember(m_level, {-200, -198, -196, -194, -192}, -191);
    QVERIFY(outage(HistoryGap::Cause::ProgramOff, {at(-191), at(0)}, 0).empty());
    QVERIFY(pass(10, 30).empty());
    const Gaps begun = pass(40, 200);
    QCOMPARE(begun.size(), std::size_t {1});
    QCOMPARE(begun[0].cause, HistoryGap::Cause::DeviceSilent);
    QCOMPARE(begun[0].tag, m_flow);
    QVERIFY(begun[0].range == (TimeRange {at(0), Timestamp::max()}));
    const Gaps ended = speak(m_flow, 205);
    QCOMPARE(ended.size(), std::size_t {1});
    QVERIFY(ended[0].range == (TimeRange {at(0), at(205)}));
    QCOMPARE(m_recalled, 1);
}

/// The program was killed, and goes on in the journal where history ends.
void TestSilenceTracker::deviceThatIsNotHeardAfterAReplayIsSilent()
{
    remember(m_flow, {-5, -4, -3, -2, -1}, 0);
    QVERIFY(speak(m_flow, 1).empty());
    QVERIFY(speak(m_flow, 2).empty());
    const Gaps begun = pass(3, 100);
    QCOMPARE(begun.size(), std::size_t {1});
    QVERIFY(begun[0].range == (TimeRange {at(2) + 1us, Timestamp::max()}));
}

void TestSilenceTracker::rememberedDeviceIsNotSilent_data()
{
    QTest::addColumn<QList<int>>("heard");
    QTest::addColumn<int>("end");
    QTest::addColumn<int>("until");
    QTest::newRow("slow") << QList<int> {-900, -600, -300, -1} << 0 << 900;
    QTest::newRow("without a rhythm") << QList<int> {-3, -2, -1} << 0 << 900;
    QTest::newRow("gone before the program was")
        << QList<int> {-905, -904, -903, -902, -901} << 0 << 900;
    QTest::newRow("just started") << QList<int> {-5, -4, -3, -2, -1} << 0 << 30;
}

void TestSilenceTracker::rememberedDeviceIsNotSilent()
{
    QFETCH(const QList<int>, heard);
    QFETCH(const int, end);
    QFETCH(const int, until);
    remember(m_flow, {heard.begin(), heard.end()}, end);
    QVERIFY(outage(HistoryGap::Cause::ProgramOff, {at(end), at(end + 1)}, end + 1).empty());
    QVERIFY(pass(2, until).empty());
}

void TestSilenceTracker::rhythmsAreRecalledAFewAtATime()
{
    constexpr std::size_t kDevices = 3 * SilenceTracker::kMostRecalled;
    std::vector<Sample> last(kDevices);
    for (std::size_t i = 0; i < kDevices; ++i) {
        last[i].tag = m_registry->intern("plant/" + std::to_string(i) + "/value", kSource);
        last[i].time = at(-1);
    }
    m_tracker->remember(last, at(0), [this](TagId, std::int64_t until) {
        ++m_recalled;
        std::vector<std::int64_t> times;
        for (int i = 5; i > 0; --i)
            times.push_back(until - i * 1'000'000);
        return times;
    });
    QVERIFY(outage(HistoryGap::Cause::ProgramOff, {at(0), at(1)}, 1).empty());
    QVERIFY(pass(2, 22).empty());
    QCOMPARE(pass(40, 40).size(), SilenceTracker::kMostRecalled);
    QVERIFY(m_tracker->take({}, {}, {}, at(40) + 500ms).empty()); // commits go on in between
    QCOMPARE(pass(50, 60).size(), 2 * SilenceTracker::kMostRecalled);
    QCOMPARE(static_cast<std::size_t>(m_recalled), kDevices);
}

/// Old devices cost no look-up: there may be thousands, each with samples in many files.
void TestSilenceTracker::deviceQuietForADayIsNotAskedFor()
{
    constexpr int kDay = 86'400;
    remember(m_flow, {-kDay - 5, -kDay - 4, -kDay - 3, -kDay - 2}, 0);
    QVERIFY(outage(HistoryGap::Cause::ProgramOff, {at(0), at(1)}, 1).empty());
    QVERIFY(pass(2, 100).empty());
    QCOMPARE(m_recalled, 0);
}

void TestSilenceTracker::rejectedPayloadsAreOneGap()
{
    for (int second = 0; second < 20; ++second)
        QVERIFY(speak(m_flow, second).empty());
    const Gaps begun = reject(m_flow, 20);
    QCOMPARE(begun.size(), std::size_t {1});
    QCOMPARE(begun[0].cause, HistoryGap::Cause::PayloadRejected);
    QCOMPARE(begun[0].tag, m_flow);
    for (int second = 21; second < 200; ++second)
        QVERIFY(reject(m_flow, second).empty()); // nor is the device silent
    const Gaps ended = speak(m_flow, 200);
    QCOMPARE(ended.size(), std::size_t {1});
    QVERIFY(ended[0].range == (TimeRange {at(20), at(200)}));
}

void TestSilenceTracker::otherTopicsOfADeviceEndNoRejection()
{
    (void)speak(m_level, 0);
    const Gaps begun = reject(m_level, 1);
    QCOMPARE(begun.size(), std::size_t {1});
    QCOMPARE(begun[0].tag, m_flow); // the device's first
    QVERIFY(speak(m_flow, 2).empty());
    QCOMPARE(speak(m_level, 3).size(), std::size_t {1});
}

void TestSilenceTracker::goodOnesAmongRejectedMakeNoMoreGaps()
{
    (void)speak(m_flow, 0);
    std::set<Timestamp> begins;
    for (int second = 1; second < 100; ++second) {
        for (const HistoryGap &gap :
             second % 2 == 0 ? speak(m_flow, second) : reject(m_flow, second))
            begins.insert(gap.range.from);
    }
    QCOMPARE(begins.size(), std::size_t {1});
    (void)speak(m_flow, 100);
    QCOMPARE(reject(m_flow, 200).size(), std::size_t {1}); // much later: another one
}

void TestSilenceTracker::rejectedPayloadsOfDevicesAreLimited()
{
    std::size_t begun = 0;
    for (std::size_t i = 0; i < SilenceTracker::kMostRejected + 100; ++i) {
        const TagId tag = m_registry->intern("plant/" + std::to_string(i) + "/value", kSource);
        begun += reject(tag, 1).size();
    }
    QCOMPARE(begun, SilenceTracker::kMostRejected);
}

void TestSilenceTracker::ownTagsAndWhatTheBrokerKeptAreNobody()
{
    const TagId own = m_registry->intern("$telltale/rate");
    for (int second = 0; second < 20; ++second) {
        QVERIFY(speak(own, second).empty());
        QVERIFY(speak(m_flow, second, second, SampleFlags::kRetained).empty());
    }
    QVERIFY(pass(20, 1000).empty());
}

QTEST_GUILESS_MAIN(TestSilenceTracker)
#include "tst_silence_tracker.moc"
