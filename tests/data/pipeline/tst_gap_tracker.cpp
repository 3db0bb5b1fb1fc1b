#include "data/pipeline/gap_tracker.h"

#include <QTest>

using namespace telltale;

class TestGapTracker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void programThatWasOffLeavesAGap();
    void firstStartEverLeavesNone();
    void sourceGapRunsUntilTheSourceIsBack();
    void gapBeginsWhereNothingCameAnyMore();
    void gapsOfASourceDoNotOverlap();
    void secondLossOfALostSourceIsNoNewGap();
    void programStartEndsRunningSourceGaps();
    void gapOfASourceIsOfTheLayerThatFailed_data();
    void gapOfASourceIsOfTheLayerThatFailed();
    void switchedOffSourceIsNoLostOne();
    void storedGapOfASwitchedOffSourceGoesOn();
};

namespace {

Timestamp at(int seconds)
{
    return Timestamp(std::chrono::seconds(1'700'000'000 + seconds));
}

JournalRecord mark(JournalRecord::Kind kind, int seconds, SourceId source = {})
{
    JournalRecord record;
    record.kind = kind;
    record.arrival = at(seconds);
    record.source = source;
    return record;
}

} // namespace

void TestGapTracker::programThatWasOffLeavesAGap()
{
    GapTracker tracker;
    const auto gaps
        = tracker.take(mark(JournalRecord::Kind::ProgramStart, 60), toMicroseconds(at(0)));
    QCOMPARE(gaps.size(), std::size_t(1));
    QVERIFY(gaps[0].cause == HistoryGap::Cause::ProgramOff);
    QVERIFY(gaps[0].range == (TimeRange {at(0), at(60)}));
    QVERIFY(!gaps[0].tag.isValid());
}

void TestGapTracker::firstStartEverLeavesNone()
{
    GapTracker tracker;
    QVERIFY(tracker.take(mark(JournalRecord::Kind::ProgramStart, 60), 0).empty());
}

void TestGapTracker::sourceGapRunsUntilTheSourceIsBack()
{
    GapTracker tracker;
    const auto began = tracker.take(mark(JournalRecord::Kind::SourceDown, 10, {3}), 0);
    QCOMPARE(began.size(), std::size_t(1));
    QVERIFY(began[0].range == (TimeRange {at(10), GapTracker::kStillRunning}));
    const auto ended = tracker.take(mark(JournalRecord::Kind::SourceUp, 25, {3}), 0);
    QCOMPARE(ended.size(), std::size_t(1));
    QVERIFY(ended[0].cause == HistoryGap::Cause::SourceDisconnected);
    QVERIFY(ended[0].source == SourceId {3});
    QVERIFY(ended[0].range == (TimeRange {at(10), at(25)}));
    QVERIFY(tracker.take(mark(JournalRecord::Kind::SourceUp, 30, {3}), 0).empty());
}

/// A broker that hangs is noticed when its keep-alive has run out.
void TestGapTracker::gapBeginsWhereNothingCameAnyMore()
{
    GapTracker tracker;
    const auto lost = [&tracker](int lastMessage, int noticed) {
        tracker.take(mark(JournalRecord::Kind::Message, lastMessage, {3}), 0);
        tracker.take(mark(JournalRecord::Kind::Message, noticed - 1, {4}), 0); // of another one
        const auto gaps = tracker.take(mark(JournalRecord::Kind::SourceDown, noticed, {3}), 0);
        tracker.take(mark(JournalRecord::Kind::SourceUp, noticed, {3}), 0);
        return gaps.size() == 1 ? gaps[0].range.from : Timestamp {};
    };
    QCOMPARE(lost(100, 112), at(100));
    QCOMPARE(lost(200, 230), at(230)); // it speaks seldom: it was seen alive after its message
}

/// A gap begins neither before the connection was up, nor before another one of it has ended.
void TestGapTracker::gapsOfASourceDoNotOverlap()
{
    GapTracker tracker;
    tracker.take(mark(JournalRecord::Kind::Message, 100, {3}), 0);
    QCOMPARE(tracker.take(mark(JournalRecord::Kind::SourceOff, 110, {3}), 0).size(),
             std::size_t(1));
    const auto lost = tracker.take(mark(JournalRecord::Kind::SourceDown, 115, {3}), 0);
    QCOMPARE(lost.size(), std::size_t(2));
    QVERIFY(lost[0].range == (TimeRange {at(110), at(115)}));
    QVERIFY(lost[1].range == (TimeRange {at(115), GapTracker::kStillRunning}));
    QCOMPARE(tracker.take(mark(JournalRecord::Kind::SourceUp, 118, {3}), 0).size(), std::size_t(1));
    const auto again = tracker.take(mark(JournalRecord::Kind::SourceDown, 119, {3}), 0);
    QCOMPARE(again.size(), std::size_t(1));
    QCOMPARE(again[0].range.from, at(118));
    tracker.take(mark(JournalRecord::Kind::ProgramStart, 121), 0);
    const auto atStart = tracker.take(mark(JournalRecord::Kind::SourceDown, 122, {3}), 0);
    QCOMPARE(atStart.size(), std::size_t(1));
    QCOMPARE(atStart[0].range.from, at(122));
}

void TestGapTracker::secondLossOfALostSourceIsNoNewGap()
{
    GapTracker tracker;
    QCOMPARE(tracker.take(mark(JournalRecord::Kind::SourceDown, 10, {3}), 0).size(),
             std::size_t(1));
    QVERIFY(tracker.take(mark(JournalRecord::Kind::SourceDown, 12, {3}), 0).empty());
    QCOMPARE(tracker.take(mark(JournalRecord::Kind::SourceDown, 12, {4}), 0).size(),
             std::size_t(1));
}

void TestGapTracker::programStartEndsRunningSourceGaps()
{
    GapTracker tracker;
    QVERIFY(!tracker.take(mark(JournalRecord::Kind::SourceDown, 10, {3}), 0).empty());
    const auto gaps
        = tracker.take(mark(JournalRecord::Kind::ProgramStart, 60), toMicroseconds(at(20)));
    QCOMPARE(gaps.size(), std::size_t(2));
    QVERIFY(gaps[0].range == (TimeRange {at(10), at(60)}));
    QVERIFY(gaps[1].range == (TimeRange {at(20), at(60)}));
}

void TestGapTracker::gapOfASourceIsOfTheLayerThatFailed_data()
{
    using Cause = HistoryGap::Cause;
    using Code = Error::Code;
    QTest::addColumn<int>("flags");
    QTest::addColumn<int>("cause");
    const auto row = [](const char *name, int flags, Cause cause) {
        QTest::newRow(name) << flags << static_cast<int>(cause);
    };
    const auto of = [](Code code) { return int {JournalRecord::flagsOf(code)}; };
    row("an earlier version did not say it", 0, Cause::SourceDisconnected);
    row("lost", of(Code::ConnectionLost), Cause::SourceDisconnected);
    row("port closed", of(Code::ConnectionRefused), Cause::SourceDisconnected);
    row("name", of(Code::HostNotFound), Cause::NameUnknown);
    row("certificate", of(Code::TlsFailed), Cause::TlsFailed);
    row("wrong password", of(Code::BadCredentials), Cause::SignInRefused);
    row("no password", of(Code::NoPassword), Cause::SignInRefused);
    row("no keychain", of(Code::NoKeychain), Cause::SignInRefused);
    row("topics", of(Code::NotPermitted), Cause::NotPermitted);
}

void TestGapTracker::gapOfASourceIsOfTheLayerThatFailed()
{
    QFETCH(int, flags);
    QFETCH(int, cause);
    GapTracker tracker;
    JournalRecord down = mark(JournalRecord::Kind::SourceDown, 10, {3});
    down.flags = static_cast<std::uint8_t>(flags);
    const auto began = tracker.take(down, 0);
    QCOMPARE(began.size(), std::size_t(1));
    QCOMPARE(static_cast<int>(began[0].cause), cause);
    GapTracker later; // of the next run
    later.adopt(began[0]);
    const auto start
        = later.take(mark(JournalRecord::Kind::ProgramStart, 60), toMicroseconds(at(20)));
    QCOMPARE(start.size(), std::size_t(2));
    QCOMPARE(static_cast<int>(start[0].cause), cause);
    QVERIFY(start[0].range == (TimeRange {at(10), at(60)}));
}

void TestGapTracker::switchedOffSourceIsNoLostOne()
{
    GapTracker tracker;
    QVERIFY(!tracker.take(mark(JournalRecord::Kind::SourceDown, 10, {3}), 0).empty());
    const auto off = tracker.take(mark(JournalRecord::Kind::SourceOff, 20, {3}), 0);
    QCOMPARE(off.size(), std::size_t(2));
    QVERIFY(off[0].cause == HistoryGap::Cause::SourceDisconnected);
    QVERIFY(off[0].range == (TimeRange {at(10), at(20)}));
    QVERIFY(off[1].cause == HistoryGap::Cause::SwitchedOff);
    QVERIFY(off[1].range == (TimeRange {at(20), GapTracker::kStillRunning}));
    QVERIFY(tracker.take(mark(JournalRecord::Kind::SourceOff, 25, {3}), 0).empty());
    const auto on = tracker.take(mark(JournalRecord::Kind::SourceUp, 30, {3}), 0);
    QCOMPARE(on.size(), std::size_t(1));
    QVERIFY(on[0].range == (TimeRange {at(20), at(30)}));
}

void TestGapTracker::storedGapOfASwitchedOffSourceGoesOn()
{
    GapTracker tracker;
    tracker.adopt({HistoryGap::Cause::SwitchedOff, {3}, {}, {at(20), GapTracker::kStillRunning}});
    const auto start
        = tracker.take(mark(JournalRecord::Kind::ProgramStart, 60), toMicroseconds(at(50)));
    QCOMPARE(start.size(), std::size_t(1)); // only that the program was off
    QVERIFY(tracker.take(mark(JournalRecord::Kind::SourceOff, 61, {3}), 0).empty());
    const auto lost = tracker.take(mark(JournalRecord::Kind::SourceDown, 70, {3}), 0);
    QCOMPARE(lost.size(), std::size_t(2)); // switched on again, and not reached
    QVERIFY(lost[0].range == (TimeRange {at(20), at(70)}));
}

QTEST_GUILESS_MAIN(TestGapTracker)
#include "tst_gap_tracker.moc"
