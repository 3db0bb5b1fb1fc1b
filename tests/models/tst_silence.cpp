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
    const std::vector<HistoryGap> silences = silencesIn(data, patienceOf(data));
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
    QVERIFY(joinsBefore(data, patienceOf(data)));
    QVERIFY(silencesIn(data, patienceOf(data)).empty());
}

void TestSilence::yearsBeforeAreNotJoined()
{
    TrendRange data = hour();
    data.before = sampleAt(-50'000h);
    addSamples(data, 600s, 1200s, 1s);
    const auto patience = patienceOf(data);
    QCOMPARE(patience, std::chrono::microseconds(10s));
    QVERIFY(!joinsBefore(data, patience));
    QCOMPARE(silencesIn(data, patience).size(), std::size_t(1));
    data.before.reset(); // nobody knows that there was anything
    QVERIFY(silencesIn(data, patience).empty());
}

void TestSilence::fewSamplesHaveNoCadence()
{
    TrendRange data = hour();
    addSamples(data, 0s, 40min, 40min);
    QCOMPARE(patienceOf(data), std::chrono::microseconds(5min));
    QCOMPARE(silencesIn(data, patienceOf(data)).size(), std::size_t(1));
    data.samples.back() = sampleAt(4min);
    QVERIFY(silencesIn(data, patienceOf(data)).empty());
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
    const std::vector<HistoryGap> silences = silencesIn(data, patienceOf(data));
    QCOMPARE(silences.size(), std::size_t(1));
    QVERIFY(silences[0].range == (TimeRange {kStart + 599s + 1us, kStart + 40min}));
}

void TestSilence::badSamplesAreNoSilence()
{
    TrendRange data = hour();
    addSamples(data, 0s, 60s, 1s);
    for (Sample &sample : data.samples)
        sample.quality = Quality::make(Quality::Status::Bad, {});
    QVERIFY(silencesIn(data, patienceOf(data)).empty());
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
    QVERIFY(silencesIn(data, patienceOf(data)).empty());
    data.gaps.front().range.to = kStart + 300s;
    const std::vector<HistoryGap> silences = silencesIn(data, patienceOf(data));
    QCOMPARE(silences.size(), std::size_t(1));
    QVERIFY(silences[0].range == (TimeRange {kStart + 300s, kStart + 660s}));
}

void TestSilence::newestIsFollowedByWhatIsLive()
{
    TrendRange data = hour();
    addSamples(data, 0s, 60s, 1s);
    const std::vector<Sample> live {sampleAt(61s), sampleAt(100s)};
    QVERIFY(silencesIn(data, patienceOf(data), live, kStart + 105s).empty());
    const auto silences = silencesIn(data, patienceOf(data), live, Timestamp::max());
    QCOMPARE(silences.size(), std::size_t(1));
    QVERIFY(silences[0].range == (TimeRange {kStart + 100s + 1us, Timestamp::max()}));
}

QTEST_GUILESS_MAIN(TestSilence)
#include "tst_silence.moc"
