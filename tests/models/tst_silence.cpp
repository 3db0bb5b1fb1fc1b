#include "models/silence.h"

#include <QTest>

using namespace telltale;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp kStart = timestampFromMicroseconds(1'795'639'500'000'000);

Sample sampleAt(std::chrono::microseconds after)
{
    return {TagId {0}, kStart + after, 1.0, {}, {}, {}};
}

void addSamples(TrendRange &data, std::chrono::seconds from, std::chrono::seconds to,
                std::chrono::seconds step)
{
    for (auto at = from; at <= to; at += step)
        data.samples.push_back(sampleAt(at));
}

TrendRange hour()
{
    TrendRange data;
    data.range = {kStart, kStart + 1h};
    return data;
}

} // namespace

class TestSilence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pauseOfAFastTagIsSilence();
    void slowTagIsOneLine();
    void anotherIntervalIsNoSilence();
    void yearsBeforeAreNotJoined();
    void fewSamplesHaveNoCadence();
    void columnsAreJudgedAlike();
    void badSamplesAreNoSilence();
    void storedGapsExplain();
    void newestIsFollowedByWhatIsLive();
};

void TestSilence::pauseOfAFastTagIsSilence()
{
    TrendRange data = hour();
    addSamples(data, 0s, 25s, 1s);
    addSamples(data, 34s, 40s, 1s); // within the patience
    addSamples(data, 85s, 100s, 1s);
    QCOMPARE(patienceOf(data), std::chrono::microseconds(10s));
    const std::vector<HistoryGap> silences = silencesIn(data);
    QCOMPARE(silences.size(), std::size_t(1));
    QCOMPARE(silences[0].cause, HistoryGap::Cause::DeviceSilent);
    QVERIFY(silences[0].range == (TimeRange {kStart + 40s + 1us, kStart + 85s}));
}

void TestSilence::slowTagIsOneLine()
{
    TrendRange data = hour();
    data.range.to = kStart + 24h;
    data.before = sampleAt(-1h);
    addSamples(data, 0s, 23h, 1h);
    QCOMPARE(patienceOf(data), std::chrono::microseconds(3h));
    QVERIFY(joinsBefore(data));
    QVERIFY(silencesIn(data).empty());
}

void TestSilence::anotherIntervalIsNoSilence()
{
    TrendRange data = hour();
    addSamples(data, 0s, 30min, 60s);
    addSamples(data, 30min + 1s, 59min, 1s); // most of all
    QCOMPARE(patienceOf(data), std::chrono::microseconds(10s));
    QVERIFY(silencesIn(data).empty());
    addSamples(data, 59min + 60s, 75min, 60s);
    QCOMPARE(patienceOf(data), std::chrono::microseconds(3min));
    QVERIFY(silencesIn(data).empty());
    std::erase_if(data.samples, [](const Sample &sample) {
        const auto after = sample.time - kStart;
        const bool isSlow = after > 10min && after < 15min;
        return isSlow || (after > 40min && after < 41min);
    });
    const std::vector<HistoryGap> silences = silencesIn(data);
    QCOMPARE(silences.size(), std::size_t(2));
    QVERIFY(silences[0].range == (TimeRange {kStart + 10min + 1us, kStart + 15min}));
    QVERIFY(silences[1].range == (TimeRange {kStart + 40min + 1us, kStart + 41min}));
}

void TestSilence::yearsBeforeAreNotJoined()
{
    TrendRange data = hour();
    data.before = sampleAt(-50'000h);
    addSamples(data, 600s, 1200s, 1s);
    QCOMPARE(patienceOf(data), std::chrono::microseconds(10s));
    QVERIFY(!joinsBefore(data));
    QCOMPARE(silencesIn(data).size(), std::size_t(1));
    data.before.reset(); // nobody knows that there was anything
    QVERIFY(silencesIn(data).empty());
}

void TestSilence::fewSamplesHaveNoCadence()
{
    TrendRange data = hour();
    addSamples(data, 0s, 40min, 40min);
    QCOMPARE(patienceOf(data), std::chrono::microseconds(5min));
    QCOMPARE(silencesIn(data).size(), std::size_t(1));
    data.samples.back() = sampleAt(4min);
    QVERIFY(silencesIn(data).empty());
}

void TestSilence::columnsAreJudgedAlike()
{
    TrendRange data = hour();
    data.columns.resize(60); // of a minute, a sample a second
    for (std::size_t i = 0; i < data.columns.size(); ++i) {
        const std::int64_t from = toMicroseconds(kStart + std::chrono::minutes(i));
        if (i < 10 || i >= 40)
            data.columns[i] = {1.0, 1.0, 1.0, 1.0, 60.0, 60, 0, from, from + 59'000'000};
    }
    QCOMPARE(patienceOf(data), std::chrono::microseconds(10s));
    const std::vector<HistoryGap> silences = silencesIn(data);
    QCOMPARE(silences.size(), std::size_t(1));
    QVERIFY(silences[0].range == (TimeRange {kStart + 599s + 1us, kStart + 40min}));
}

void TestSilence::badSamplesAreNoSilence()
{
    TrendRange data = hour();
    addSamples(data, 0s, 60s, 1s);
    for (Sample &sample : data.samples)
        sample.quality = Quality::make(Quality::Status::Bad, {});
    QVERIFY(silencesIn(data).empty());
    QCOMPARE(newestOf(data), std::optional(kStart + 60s));
}

void TestSilence::storedGapsExplain()
{
    TrendRange data = hour();
    addSamples(data, 0s, 60s, 1s);
    addSamples(data, 660s, 700s, 1s);
    const HistoryGap gap {
        HistoryGap::Cause::SourceDisconnected, {}, {}, {kStart + 65s, kStart + 655s}};
    data.gaps = {gap};
    QVERIFY(silencesIn(data).empty());
    data.gaps.front().range.to = kStart + 300s;
    const std::vector<HistoryGap> silences = silencesIn(data);
    QCOMPARE(silences.size(), std::size_t(1));
    QVERIFY(silences[0].range == (TimeRange {kStart + 300s, kStart + 660s}));
}

void TestSilence::newestIsFollowedByWhatIsLive()
{
    TrendRange data = hour();
    addSamples(data, 0s, 60s, 1s);
    const std::vector<Sample> live {sampleAt(61s), sampleAt(100s)};
    QVERIFY(silencesIn(data, live, kStart + 105s).empty());
    const auto silences = silencesIn(data, live, Timestamp::max());
    QCOMPARE(silences.size(), std::size_t(1));
    QVERIFY(silences[0].range == (TimeRange {kStart + 100s + 1us, Timestamp::max()}));
}

QTEST_GUILESS_MAIN(TestSilence)
#include "tst_silence.moc"
