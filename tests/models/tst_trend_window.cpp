#include "models/trend_window.h"

#include "tests/support/fake_plant.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

namespace {

constexpr const char *kFlow = "Northfield/Pump station 2/Pump P-203/Flow";
constexpr const char *kRunning = "Northfield/Pump station 2/Pump P-203/Running";
constexpr Timestamp kStart = timestampFromMicroseconds(1'795'639'500'000'000);

Sample sampleAt(std::chrono::seconds after, double value)
{
    return {TagId {0}, kStart + after, value, {}, {}, {}};
}

/// Three samples 10 s apart, as a sparse trace.
TrendTrace sparseTrace()
{
    TrendTrace trace;
    trace.data.range = {kStart, kStart + 60s};
    trace.data.samples = {sampleAt(10s, 1.0), sampleAt(20s, 3.0), sampleAt(30s, 2.0)};
    return trace;
}

TrendRange::Column columnAt(std::chrono::seconds after, double low, double high)
{
    const std::int64_t time = toMicroseconds(kStart + after);
    return {low, high, low, high, low + high, 2, 0, time, time + 1'000'000};
}

} // namespace

class TestTrendWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void historyAndLiveMeet();
    void aValueThatComesIsTold();
    void whatIsAheadOfTheClockIsDrawnAsItComes();
    void liveWindowMovesByWholePixels();
    void aFixedRangeStands();
    void aYoungHistoryIsShownWhole();
    void aFailedQuestionIsAskedAgain();
    void tagsThatStayKeepTheirData();
    void onOffTagsAreSteps();
    void statisticsOfSamples();
    void integralLeavesOutWhatNobodyMeasured();
    void statisticsOfColumns();
    void nothingBetweenTheCursorsHasNoFigures();
    void cursorReadsWhatIsDrawn();
    void theNewestValueIsTheLiveOne();
    void aValueIsHeldUpToTheGap();
    void anOutageIsSeenWhileItLasts();
    void aSilenceIsSeenWhileItLasts();
    void whatWasLongBeforeIsNotDrawn();
    void tracesOfAChartAreSilentTogether();
    void storedSilenceEndsWithTheNextSample();
    void gapsOfSomeChartsNameATag();
    void badSamplesDoNotCount();
};

/// Asks and waits until everything is there.
static void load(TrendWindow &window, FakePlant &plant)
{
    window.setPixels(400);
    window.frame(plant.clock().now());
    QTRY_VERIFY(window.isComplete());
}

void TestTrendWindow::historyAndLiveMeet()
{
    FakePlant plant;
    TrendWindow window(plant.plant());
    window.setTags({plant.tag(kFlow)});
    window.follow(1h);
    QVERIFY(!window.isComplete());
    load(window, plant);
    const TrendTrace &trace = window.traces().front();
    QVERIFY(trace.data.isDense() || trace.data.samples.size() > 100);
    plant.run(10s);
    window.frame(plant.clock().now());
    const std::optional<double> now = valueAtCursor(trace, plant.clock().now());
    QVERIFY(now);
    QCOMPARE(*now, plant.live().value(plant.tag(kFlow)).sample.value);
}

void TestTrendWindow::aValueThatComesIsTold()
{
    FakePlant plant;
    TrendWindow window(plant.plant());
    window.setTags({plant.tag(kFlow)});
    window.follow(24h); // a pixel is minutes
    load(window, plant);
    QSignalSpy anew(&window, &TrendWindow::changed);
    QSignalSpy live(&window, &TrendWindow::liveTaken);
    window.frame(plant.clock().now());
    QCOMPARE(live.count(), 0);
    plant.run(5s);
    window.frame(plant.clock().now());
    QCOMPARE(live.count(), 1);
    QCOMPARE(anew.count(), 0);
}

/// History has it an hour from now, and never gives it.
void TestTrendWindow::whatIsAheadOfTheClockIsDrawnAsItComes()
{
    FakePlant plant(FakePlant::Content::Empty);
    const TagId tag = plant.tags().intern("plant/a", SourceId {1});
    TrendWindow window(plant.plant());
    window.setTags({tag});
    window.follow(1h);
    load(window, plant);
    const TrendTrace &trace = window.traces().front();
    for (int second = 0; second < 5000; ++second) {
        plant.clock().advance(1s);
        SampleBatch batch;
        batch.append(tag, plant.clock().now() + 1h, second, Quality::good(), SampleFlags {});
        batch.arrival = plant.clock().now();
        plant.live().apply(batch);
        window.frame(plant.clock().now());
    }
    QVERIFY(trace.live.size() >= 3600); // all of the window
    QVERIFY(trace.live.back().time == plant.clock().now());
    QCOMPARE(newestValue(trace), std::optional(4999.0));
}

void TestTrendWindow::liveWindowMovesByWholePixels()
{
    FakePlant plant;
    TrendWindow window(plant.plant());
    window.follow(400s);
    window.setPixels(400);
    window.frame(plant.clock().now());
    const TimeRange before = window.range();
    plant.clock().advance(500ms);
    window.frame(plant.clock().now());
    QCOMPARE(window.range().to, before.to);
    QSignalSpy anew(&window, &TrendWindow::changed);
    QSignalSpy moved(&window, &TrendWindow::movedOn);
    plant.clock().advance(600ms);
    window.frame(plant.clock().now());
    QCOMPARE(window.range().to, before.to + 1s);
    QCOMPARE(window.span(), std::chrono::microseconds(400s));
    QCOMPARE(moved.count(), 1);
    QCOMPARE(anew.count(), 0);
}

void TestTrendWindow::aFixedRangeStands()
{
    FakePlant plant;
    TrendWindow window(plant.plant());
    const Timestamp now = plant.clock().now();
    QSignalSpy moved(&window, &TrendWindow::rangeChanged);
    window.setRange({now - 2h, now - 1h});
    QCOMPARE(moved.count(), 1);
    QVERIFY(!window.isLive());
    plant.run(30s);
    window.setPixels(100);
    window.frame(plant.clock().now());
    QCOMPARE(window.range().to, now - 1h);
    window.setRange({now, now});
    QCOMPARE(window.range().to, now - 1h);
}

void TestTrendWindow::aYoungHistoryIsShownWhole()
{
    FakePlant plant;
    const TagId young = plant.receive("a/b/level", 1.0);
    TrendWindow window(plant.plant());
    window.setTags({young});
    window.followUpTo(1h);
    QCOMPARE(window.span(), std::chrono::microseconds(1h));
    load(window, plant);
    window.frame(plant.clock().now());
    QCOMPARE(window.span(), std::chrono::microseconds(1min));
    plant.clock().advance(90s);
    window.frame(plant.clock().now());
    QCOMPARE(window.span(), std::chrono::microseconds(2min));
    window.setTags({young, plant.tag(kFlow)}); // of which there is more
    load(window, plant);
    window.frame(plant.clock().now());
    QCOMPARE(window.span(), std::chrono::microseconds(1h));
    window.follow(10min); // chosen
    window.frame(plant.clock().now());
    QCOMPARE(window.span(), std::chrono::microseconds(10min));
}

void TestTrendWindow::aFailedQuestionIsAskedAgain()
{
    FakePlant plant;
    QFile broken(QString::fromStdString(plant.plant().dataFolder)
                 + QStringLiteral("/history-0001.db"));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write(QByteArray(8192, 'x'));
    broken.close();
    TrendWindow window(plant.plant());
    window.setTags({plant.tag(kFlow)});
    const Timestamp now = plant.clock().now();
    window.setRange({now - 1h, now}); // which nothing moves on
    window.setPixels(400);
    const QSignalSpy answers(&window, &TrendWindow::changed);
    window.frame(now);
    QTRY_COMPARE(answers.count(), 1);
    QVERIFY(!window.isComplete());
    QVERIFY(broken.remove());
    plant.clock().advance(3s);
    window.frame(plant.clock().now());
    QTRY_VERIFY(window.isComplete());
}

void TestTrendWindow::tagsThatStayKeepTheirData()
{
    FakePlant plant;
    TrendWindow window(plant.plant());
    window.setTags({plant.tag(kFlow)});
    window.follow(1h);
    load(window, plant);
    window.setTags({plant.tag(kRunning), plant.tag(kFlow)});
    QVERIFY(!window.isComplete());
    QVERIFY(window.traces()[1].isLoaded);
    QVERIFY(!window.traces()[0].isLoaded);
    load(window, plant);
}

void TestTrendWindow::onOffTagsAreSteps()
{
    FakePlant plant;
    TrendWindow window(plant.plant());
    window.setTags({plant.tag(kRunning), plant.tag(kFlow)});
    QVERIFY(window.traces()[0].isOnOff);
    QVERIFY(window.traces()[0].isStep);
    QVERIFY(!window.traces()[1].isOnOff);
}

void TestTrendWindow::statisticsOfSamples()
{
    const TrendStatistics figures = statisticsOf(sparseTrace(), {kStart + 5s, kStart + 40s});
    QCOMPARE(figures.samples, std::uint64_t(3));
    QCOMPARE(figures.first, 1.0);
    QCOMPARE(figures.last, 2.0);
    QCOMPARE(figures.min, 1.0);
    QCOMPARE(figures.max, 3.0);
    QCOMPARE(figures.mean, 2.0);
    QCOMPARE(figures.integral, (1.0 * 10 + 3.0 * 10 + 2.0 * 10) / 3600.0);
}

/// Nothing flowed that anybody knows of: a value is not held where nobody measured.
void TestTrendWindow::integralLeavesOutWhatNobodyMeasured()
{
    TrendTrace trace = sparseTrace();
    trace.data.gaps.push_back(
        {HistoryGap::Cause::SourceDisconnected, {}, {}, {kStart + 12s, kStart + 16s}});
    trace.silences.push_back({HistoryGap::Cause::DeviceSilent,
                              {},
                              {},
                              {kStart + 14s, kStart + 18s}}); // both: counted once
    trace.silences.push_back(
        {HistoryGap::Cause::DeviceSilent, {}, {}, {kStart + 30s + 1us, Timestamp::max()}});
    const TrendStatistics figures = statisticsOf(trace, {kStart + 5s, kStart + 40s});
    QVERIFY(std::abs(figures.integral * 3600.0 - (1.0 * 4 + 3.0 * 10)) < 1e-3);
    QCOMPARE(unmeasured(trace).size(), std::size_t(2));
}

void TestTrendWindow::statisticsOfColumns()
{
    TrendTrace trace;
    trace.data.columns = {columnAt(10s, 1.0, 5.0), {}, columnAt(20s, 2.0, 8.0)};
    const TrendStatistics figures = statisticsOf(trace, {kStart, kStart + 60s});
    QCOMPARE(figures.samples, std::uint64_t(4));
    QCOMPARE(figures.min, 1.0);
    QCOMPARE(figures.max, 8.0);
    QCOMPARE(figures.mean, 4.0);
    QCOMPARE(statisticsOf(trace, {kStart + 15s, kStart + 60s}).samples, std::uint64_t(2));
}

void TestTrendWindow::nothingBetweenTheCursorsHasNoFigures()
{
    QCOMPARE(statisticsOf(sparseTrace(), {kStart + 40s, kStart + 50s}).samples, std::uint64_t(0));
}

void TestTrendWindow::cursorReadsWhatIsDrawn()
{
    TrendTrace trace = sparseTrace();
    QVERIFY(!valueAtCursor(trace, kStart + 5s));
    QCOMPARE(valueAtCursor(trace, kStart + 20s), std::optional(3.0));
    QCOMPARE(valueAtCursor(trace, kStart + 25s), std::optional(3.0));
    trace.data.gaps.push_back(
        {HistoryGap::Cause::SourceDisconnected, {}, {}, {kStart + 21s, kStart + 29s}});
    QVERIFY(!valueAtCursor(trace, kStart + 25s));
    QCOMPARE(valueAtCursor(trace, kStart + 35s), std::optional(2.0));
}

/// A wide range moves on only once a pixel, the tile beside it with every value.
void TestTrendWindow::theNewestValueIsTheLiveOne()
{
    FakePlant plant;
    TrendWindow window(plant.plant());
    window.setTags({plant.tag(kFlow)});
    window.follow(24h);
    load(window, plant);
    plant.run(20s);
    window.frame(plant.clock().now());
    const std::optional<double> newest = newestValue(window.traces().front());
    QVERIFY(newest);
    QCOMPARE(*newest, plant.live().value(plant.tag(kFlow)).sample.value);
}

void TestTrendWindow::aValueIsHeldUpToTheGap()
{
    const Timestamp now = timestampFromMicroseconds(1'000'000'000);
    TrendTrace trace;
    QCOMPARE(heldUntil(trace, toMicroseconds(now - 60s), now), now);
    trace.data.gaps.push_back(
        {HistoryGap::Cause::ProgramOff, {}, {}, {now - 300s, now - 200s}}); // before the value
    QCOMPARE(heldUntil(trace, toMicroseconds(now - 60s), now), now);
    trace.data.gaps.push_back(
        {HistoryGap::Cause::SourceDisconnected, {}, {}, {now - 30s, Timestamp::max()}});
    QCOMPARE(heldUntil(trace, toMicroseconds(now - 60s), now), now - 30s);
    QVERIFY(!newestValue(trace));
}

void TestTrendWindow::aSilenceIsSeenWhileItLasts()
{
    FakePlant plant;
    TrendWindow window(plant.plant());
    window.setTags({plant.tag(kFlow)});
    window.follow(1h);
    load(window, plant);
    plant.run(10s);
    window.frame(plant.clock().now());
    const TrendTrace &trace = window.traces().front();
    QVERIFY(newestValue(trace));
    const Timestamp last = trace.live.back().time;
    QSignalSpy anew(&window, &TrendWindow::changed);
    plant.clock().advance(2 * trace.patience);
    window.frame(plant.clock().now());
    QCOMPARE(anew.count(), 1);
    QVERIFY(trace.isPending); // history is asked why
    QVERIFY(!newestValue(trace));
    const HistoryGap silence = gapsOf({&trace}).back();
    QCOMPARE(silence.cause, HistoryGap::Cause::DeviceSilent);
    QCOMPARE(silence.range.from, last + 1us);
    QCOMPARE(silence.range.to, Timestamp::max());
    QVERIFY(!TrendJoins(trace).isJoined(toMicroseconds(last),
                                        toMicroseconds(last + 2 * trace.patience)));
    QCOMPARE(heldUntil(trace, toMicroseconds(last), plant.clock().now()), last);
    window.frame(plant.clock().now());
    QCOMPARE(anew.count(), 1);
    plant.run(10s);
    window.frame(plant.clock().now());
    QVERIFY(newestValue(trace));
}

void TestTrendWindow::whatWasLongBeforeIsNotDrawn()
{
    TrendTrace trace = sparseTrace();
    trace.data.before = sampleAt(-3600s * 24 * 365, 50.0);
    judgeSilence(trace, std::nullopt);
    double low = 0.0;
    double high = 0.0;
    QVERIFY(valueExtent(trace, trace.data.range, low, high));
    QCOMPARE(high, 3.0);
    QVERIFY(!valueAtCursor(trace, kStart + 5s));
    trace.data.before = sampleAt(-10s, 50.0);
    judgeSilence(trace, std::nullopt);
    QVERIFY(valueExtent(trace, trace.data.range, low, high));
    QCOMPARE(high, 50.0);
    QCOMPARE(valueAtCursor(trace, kStart + 5s), std::optional(50.0));
}

void TestTrendWindow::tracesOfAChartAreSilentTogether()
{
    const auto silent = [](std::chrono::seconds from, std::chrono::seconds to) {
        return HistoryGap {HistoryGap::Cause::DeviceSilent, {}, {}, {kStart + from, kStart + to}};
    };
    TrendTrace one;
    TrendTrace other;
    one.silences = {silent(10s, 30s), silent(50s, 60s)};
    other.silences = {silent(20s, 40s)};
    one.data.gaps = {{HistoryGap::Cause::ProgramOff, {}, {}, {kStart, kStart + 5s}}};
    const std::vector<HistoryGap> gaps = gapsOf({&one, &other});
    QCOMPARE(gaps.size(), std::size_t(2));
    QCOMPARE(gaps[0].cause, HistoryGap::Cause::ProgramOff);
    QVERIFY(gaps[1].range == (TimeRange {kStart + 20s, kStart + 30s}));
    QCOMPARE(gapsOf({&one}).size(), std::size_t(3));
    one.data.gaps.push_back(silent(35s, 38s)); // stored
    const std::vector<HistoryGap> stored = gapsOf({&one, &other});
    QCOMPARE(stored.size(), std::size_t(3));
    QVERIFY(stored[2].range == (TimeRange {kStart + 35s, kStart + 38s}));
    other.silences.clear(); // it was heard then
    QCOMPARE(gapsOf({&one, &other}).size(), std::size_t(1));
}

/// History is asked once a pixel only, which may be a while.
void TestTrendWindow::storedSilenceEndsWithTheNextSample()
{
    TrendTrace trace = sparseTrace();
    trace.data.gaps
        = {{HistoryGap::Cause::DeviceSilent, {}, {}, {kStart + 31s, Timestamp::max()}},
           {HistoryGap::Cause::SourceDisconnected, {}, {}, {kStart + 35s, Timestamp::max()}}};
    endSilence(trace, kStart + 30s); // late
    QVERIFY(trace.data.gaps[0].range.to == Timestamp::max());
    endSilence(trace, kStart + 60s);
    QVERIFY(trace.data.gaps[0].range.to == kStart + 60s);
    QVERIFY(trace.data.gaps[1].range.to == Timestamp::max());
}

void TestTrendWindow::gapsOfSomeChartsNameATag()
{
    const auto silent = [](std::chrono::seconds from, std::chrono::seconds to) {
        return HistoryGap {HistoryGap::Cause::DeviceSilent, {}, {}, {kStart + from, kStart + to}};
    };
    TrendTrace one;
    TrendTrace other;
    one.tag = {1};
    other.tag = {2};
    one.silences = {silent(10s, 30s), silent(50s, 60s)};
    other.silences = {silent(11s, 31s)};
    one.data.gaps = other.data.gaps
        = {{HistoryGap::Cause::ProgramOff, {}, {}, {Timestamp::min(), kStart}}};
    const std::vector<HistoryGap> gaps = gapsOfCharts({{&one}, {&other}});
    QCOMPARE(gaps.size(), std::size_t(3));
    QCOMPARE(gaps[0].cause, HistoryGap::Cause::ProgramOff);
    QVERIFY(gaps[1].range == (TimeRange {kStart + 11s, kStart + 30s}));
    QVERIFY(!gaps[0].tag.isValid() && !gaps[1].tag.isValid());
    QVERIFY(gaps[2].range == (TimeRange {kStart + 50s, kStart + 60s}));
    QVERIFY(gaps[2].tag == one.tag);
    QVERIFY(gapsOfCharts({}).empty());
}

/// Nothing comes that would have it ask, so the loss of the source does.
void TestTrendWindow::anOutageIsSeenWhileItLasts()
{
    FakePlant plant;
    TrendWindow window(plant.plant());
    const TagId flow = plant.tag(kFlow);
    window.setTags({flow});
    window.follow(1h);
    load(window, plant);
    QSignalSpy answers(&window, &TrendWindow::changed);
    plant.clock().advance(10s);
    window.frame(plant.clock().now());
    QCOMPARE(answers.count(), 0);
    plant.live().setSourceDown({&flow, 1}, true);
    plant.clock().advance(10s);
    window.frame(plant.clock().now());
    QTRY_COMPARE(answers.count(), 1);
}

void TestTrendWindow::badSamplesDoNotCount()
{
    TrendTrace trace = sparseTrace();
    trace.data.samples[1].quality = Quality::bad(Quality::Reason::Null);
    trace.data.samples[2].value = qQNaN();
    const TrendStatistics figures = statisticsOf(trace, {kStart, kStart + 60s});
    QCOMPARE(figures.samples, std::uint64_t(1));
    double low = 0;
    double high = 0;
    QVERIFY(valueExtent(trace, {kStart, kStart + 60s}, low, high));
    QCOMPARE(high, 1.0);
}

QTEST_GUILESS_MAIN(TestTrendWindow)
#include "tst_trend_window.moc"
