#include "data/alarms/alarm_board.h"
#include "data/alarms/alarm_rule.h"
#include "data/alarms/key_figure_counter.h"

#include <QTest>

using namespace telltale;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp kNine = timestampFromMicroseconds(1'795'640'400'000'000); // 09:00:00 UTC
constexpr TimeRange kHour {kNine, kNine + 1h};
constexpr TimeRange kDay {kNine, kNine + 24h};

AlarmJournalEntry entry(const char *type, const std::string &alarm, Timestamp time,
                        int priority = 2)
{
    AlarmJournalEntry made;
    made.type = type;
    made.alarm = alarm;
    made.time = time;
    made.eventTime = time;
    made.priority = priority;
    return made;
}

AlarmJournalEntry of(AlarmJournalEntry entry, Timestamp eventTime)
{
    entry.eventTime = eventTime;
    entry.hasEventTime = true;
    return entry;
}

AlarmRule rule(const char *id, int priority, double respond)
{
    AlarmRule made;
    made.id = id;
    made.title = id;
    made.tag = "T";
    made.priority = priority;
    made.cause = made.consequence = made.action = "words";
    made.rationalisedBy = "ada";
    made.rationalisedAt = "2026-11-25";
    made.alarmClass = "process";
    made.respondWithinSeconds = respond;
    return made;
}

KeyFigures figuresOf(std::vector<AlarmJournalEntry> entries, TimeRange range,
                     const std::vector<AlarmRule> &rules = {}, const AlarmSnapshot *now = nullptr)
{
    std::stable_sort(entries.begin(), entries.end(),
                     [](const auto &a, const auto &b) { return a.time < b.time; });
    KeyFigureCounter counter(range, range.from - KeyFigureCounter::kLookBack, FigureRules(rules));
    for (const AlarmJournalEntry &one : entries)
        counter.add(one);
    return counter.take(now);
}

KeyFigure figure(const KeyFigures &figures, KeyFigure::Kind kind, int priority = 0)
{
    for (const KeyFigure &one : judged(figures)) {
        if (one.kind == kind && one.priority == priority)
            return one;
    }
    return {};
}

/// `count` annunciations of different alarms, `apart`.
void addMany(std::vector<AlarmJournalEntry> &entries, int count, Timestamp from,
             std::chrono::seconds apart, const std::string &name = "a")
{
    for (int i = 0; i < count; ++i)
        entries.push_back(entry("ALARM", name + std::to_string(i), from + i * apart));
}

} // namespace

/// The key figures of alarms.md section 9 against journals that were counted by hand.
class TestKeyFigures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyJournalSaysNothing();
    void onlyWhatCameInThePeriodCounts();
    void peakIsInTenMinutesOfTheClock();
    void binsAndHoursAreOfTheClock();
    void ratesNeedAPeriodAsLongAsTheirUnit();
    void floodLastsUntilFewerThanFive();
    void floodOfBeforeGoesOn();
    void upsetIsTheFirstTenMinutesOfAFlood();
    void worstUpsetCounts();
    void upsetIsJudged_data();
    void upsetIsJudged();
    void threeWithinAMinuteChatter();
    void shorterThanTenSecondsIsFleeting();
    void lateDataLastAsLongAsThePlantSays();
    void moreThanADayIsStale();
    void staleOnesOfBeforeAreKnown();
    void hiddenAlarmsAreActiveNoLonger();
    void acknowledgementsByPriority();
    void acknowledgementIsOfTheNewestOccurrence();
    void tenMostFrequent();
    void topTenOfFewIsNotMeaningful();
    void sharesOfFewAreNotMeaningful();
    void configuredSharesAreOfEnabledRules();
    void standingAndHiddenAreOfNow();
    void shelvesAddUp();
    void changesWithoutARecord();
};

void TestKeyFigures::emptyJournalSaysNothing()
{
    const KeyFigures figures = figuresOf({}, kDay);
    QCOMPARE(figures.annunciated, std::uint64_t(0));
    QCOMPARE(figure(figures, KeyFigure::Kind::PerHour).verdict, FigureVerdict::Within);
    QVERIFY(!figure(figures, KeyFigure::Kind::TopTen).value);
    QVERIFY(!figure(figures, KeyFigure::Kind::Share, 1).value);
    QVERIFY(!figure(figures, KeyFigure::Kind::AcknowledgeMedian, 1).value);
    QCOMPARE(figure(figures, KeyFigure::Kind::Standing).verdict, FigureVerdict::NotMeaningful);
    QCOMPARE(judged(figures).size(), judged(KeyFigures()).size());
}

void TestKeyFigures::onlyWhatCameInThePeriodCounts()
{
    const std::vector<AlarmJournalEntry> entries {
        entry("ALARM", "before", kNine - 1us),    entry("ALARM", "first", kNine),
        entry("REALARM", "first", kNine + 5s),    entry("SUP_ON", "hidden", kNine + 6s),
        entry("ALARM", "last", kNine + 1h - 1us), entry("ALARM", "after", kNine + 1h)};
    QCOMPARE(figuresOf(entries, kHour).annunciated, std::uint64_t(2));
}

void TestKeyFigures::peakIsInTenMinutesOfTheClock()
{
    std::vector<AlarmJournalEntry> entries;
    addMany(entries, 12, kNine, 50s);
    for (const auto before : {0s, 250s, 599s, 3000s}) {
        const KeyFigures figures = figuresOf(entries, {kNine - before, kNine + 1h});
        QCOMPARE(figures.mostInTenMinutes, std::uint64_t(12));
    }
    entries.clear();
    addMany(entries, 12, kNine + 300s, 50s); // six on either side of 09:10
    const KeyFigures figures = figuresOf(entries, kHour);
    QCOMPARE(figures.mostInTenMinutes, std::uint64_t(6));
    QCOMPARE(figure(figures, KeyFigure::Kind::Peak).verdict, FigureVerdict::Within);
}

void TestKeyFigures::binsAndHoursAreOfTheClock()
{
    std::vector<AlarmJournalEntry> entries;
    addMany(entries, 31, kNine + 2h, 1s);
    addMany(entries, 10, kNine + 5h, 1s, "b");
    const KeyFigures day = figuresOf(entries, kDay);
    QCOMPARE(day.bins, std::uint64_t(144));
    QCOMPARE(day.binsOverTen, std::uint64_t(1));
    QCOMPARE(day.hours, std::uint64_t(24));
    QCOMPARE(day.hoursOverThirty, std::uint64_t(1));
    QCOMPARE(figure(day, KeyFigure::Kind::BinsOverTen).verdict, FigureVerdict::Within); // 0.7 %
    // one of 24 hours is more than the target by itself
    QCOMPARE(figure(day, KeyFigure::Kind::HoursOverThirty).verdict, FigureVerdict::NotMeaningful);
    const KeyFigures cut = figuresOf(entries, {kNine + 5min, kNine + 65min});
    QCOMPARE(cut.bins, std::uint64_t(7));
    QCOMPARE(cut.hours, std::uint64_t(2));
}

void TestKeyFigures::ratesNeedAPeriodAsLongAsTheirUnit()
{
    std::vector<AlarmJournalEntry> entries;
    addMany(entries, 3, kNine, 60s);
    const KeyFigures minutes = figuresOf(entries, {kNine, kNine + 10min});
    QCOMPARE(figure(minutes, KeyFigure::Kind::PerTenMinutes).value, std::optional(3.0));
    QCOMPARE(figure(minutes, KeyFigure::Kind::PerTenMinutes).verdict, FigureVerdict::Act);
    QVERIFY(!figure(minutes, KeyFigure::Kind::PerHour).value);
    QVERIFY(!figure(figuresOf(entries, kHour), KeyFigure::Kind::PerDay).value);
    const KeyFigures day = figuresOf(entries, kDay);
    QCOMPARE(figure(day, KeyFigure::Kind::PerDay).value, std::optional(3.0));
    QCOMPARE(figure(day, KeyFigure::Kind::PerHour).value, std::optional(0.125));
}

void TestKeyFigures::floodLastsUntilFewerThanFive()
{
    std::vector<AlarmJournalEntry> entries;
    addMany(entries, 11, kNine, 10s); // the eleventh starts it at 100 s
    // of 60, 70, 80, 90, 100 s fewer than five are left at 660 s
    const KeyFigures figures = figuresOf(entries, kHour);
    QCOMPARE(figures.inFlood, std::chrono::microseconds(560s));
    QCOMPARE(figure(figures, KeyFigure::Kind::InFlood).verdict, FigureVerdict::Act);
    const KeyFigures cut = figuresOf(entries, {kNine, kNine + 200s});
    QCOMPARE(cut.inFlood, std::chrono::microseconds(100s));
    entries.pop_back();
    QCOMPARE(figuresOf(entries, kHour).inFlood, std::chrono::microseconds(0));
}

void TestKeyFigures::floodOfBeforeGoesOn()
{
    std::vector<AlarmJournalEntry> entries;
    addMany(entries, 11, kNine - 300s, 10s); // from 200 s before to 360 s after nine
    QCOMPARE(figuresOf(entries, kHour).inFlood, std::chrono::microseconds(360s));
    addMany(entries, 11, kNine - 10h, 1s, "long ago");
    QCOMPARE(figuresOf(entries, kHour).inFlood, std::chrono::microseconds(360s));
}

void TestKeyFigures::upsetIsTheFirstTenMinutesOfAFlood()
{
    QVERIFY(!figuresOf({}, kHour).mostInUpset);
    QVERIFY(!figure(figuresOf({}, kHour), KeyFigure::Kind::Upset).value);
    std::vector<AlarmJournalEntry> entries;
    addMany(entries, 10, kNine, 10s);
    QVERIFY(!figuresOf(entries, kHour).mostInUpset);
    entries.push_back(entry("ALARM", "eleventh", kNine + 100s));
    QCOMPARE(figuresOf(entries, kHour).mostInUpset, std::optional<std::uint64_t>(1));
    addMany(entries, 12, kNine + 110s, 50s, "b"); // the last is 560 s after it began
    QCOMPARE(figuresOf(entries, kHour).mostInUpset, std::optional<std::uint64_t>(13));
    entries.push_back(entry("ALARM", "too late", kNine + 700s));
    QCOMPARE(figuresOf(entries, kHour).mostInUpset, std::optional<std::uint64_t>(13));
    // a flood that began before is another period's
    QVERIFY(!figuresOf(entries, {kNine + 101s, kNine + 1h}).mostInUpset);
}

void TestKeyFigures::worstUpsetCounts()
{
    std::vector<AlarmJournalEntry> entries;
    addMany(entries, 40, kNine, 1s);
    addMany(entries, 12, kNine + 3h, 1s);
    QCOMPARE(figuresOf(entries, kDay).mostInUpset, std::optional<std::uint64_t>(30));
}

void TestKeyFigures::upsetIsJudged_data()
{
    QTest::addColumn<int>("inUpset");
    QTest::addColumn<FigureVerdict>("verdict");
    QTest::newRow("10") << 10 << FigureVerdict::Within;
    QTest::newRow("11") << 11 << FigureVerdict::Off;
    QTest::newRow("20") << 20 << FigureVerdict::Off;
    QTest::newRow("21") << 21 << FigureVerdict::Act;
    QTest::newRow("101") << 101 << FigureVerdict::Act;
}

void TestKeyFigures::upsetIsJudged()
{
    QFETCH(int, inUpset);
    QFETCH(FigureVerdict, verdict);
    std::vector<AlarmJournalEntry> entries;
    addMany(entries, 10 + inUpset, kNine, 1s);
    const KeyFigure upset = figure(figuresOf(entries, kHour), KeyFigure::Kind::Upset);
    QCOMPARE(upset.value, std::optional<double>(inUpset));
    QCOMPARE(upset.verdict, verdict);
}

void TestKeyFigures::threeWithinAMinuteChatter()
{
    const std::vector<AlarmJournalEntry> entries {
        entry("ALARM", "yes", kNine),       entry("ALARM", "yes", kNine + 30s),
        entry("ALARM", "yes", kNine + 59s), entry("ALARM", "no", kNine),
        entry("ALARM", "no", kNine + 30s),  entry("ALARM", "no", kNine + 60s)};
    const KeyFigures figures = figuresOf(entries, kHour);
    QCOMPARE(figures.chattering, std::uint64_t(1));
    QVERIFY(figures.worstChattering);
    QCOMPARE(figures.worstChattering->alarm, std::string("yes"));
    QCOMPARE(figure(figures, KeyFigure::Kind::Chattering).verdict, FigureVerdict::Act);
}

void TestKeyFigures::shorterThanTenSecondsIsFleeting()
{
    const std::vector<AlarmJournalEntry> entries {
        entry("ALARM", "a", kNine),        entry("RTN", "a", kNine + 9'999ms),
        entry("ALARM", "a", kNine + 60s),  entry("RTN", "a", kNine + 70s),
        entry("ALARM", "b", kNine - 1s),   entry("RTN", "b", kNine + 1s), // came before
        entry("ALARM", "c", kNine + 100s), entry("SHELVE", "c", kNine + 101s)};
    QCOMPARE(figuresOf(entries, kHour).fleeting, std::uint64_t(1));
}

void TestKeyFigures::lateDataLastAsLongAsThePlantSays()
{
    const std::vector<AlarmJournalEntry> entries {
        of(entry("ALARM", "late", kNine), kNine - 5h),
        of(entry("RTN", "late", kNine + 1s), kNine - 4h)}; // both were told of together
    const KeyFigures figures = figuresOf(entries, kHour);
    QCOMPARE(figures.annunciated, std::uint64_t(1));
    QCOMPARE(figures.fleeting, std::uint64_t(0));
}

void TestKeyFigures::moreThanADayIsStale()
{
    const TimeRange days {kNine, kNine + 72h};
    const std::vector<AlarmJournalEntry> entries {
        entry("ALARM", "no", kNine), entry("RTN", "no", kNine + 24h), entry("ALARM", "yes", kNine),
        entry("RTN", "yes", kNine + 24h + 1s), entry("ALARM", "open", kNine + 1h)};
    const KeyFigures figures = figuresOf(entries, days);
    QCOMPARE(figures.stale, std::uint64_t(2));
    QCOMPARE(figures.staleOnWorstDay, std::uint64_t(2)); // on the second day
    QCOMPARE(figure(figures, KeyFigure::Kind::Stale).verdict, FigureVerdict::Within);
    std::vector<AlarmJournalEntry> five;
    addMany(five, 5, kNine, 1s);
    QCOMPARE(figure(figuresOf(five, days), KeyFigure::Kind::Stale).verdict, FigureVerdict::Act);
}

void TestKeyFigures::staleOnesOfBeforeAreKnown()
{
    // nothing of it came in the day before: it returns after more than 24 h
    QCOMPARE(figuresOf({entry("RTN", "old", kNine + 1s)}, kHour).stale, std::uint64_t(1));
    AlarmSnapshot now;
    AlarmRow row;
    row.id = "older";
    row.state = AlarmState::Acked;
    row.since = kNine - 48h;
    now.rows = {row};
    QCOMPARE(figuresOf({}, kHour, {}, &now).stale, std::uint64_t(1));
    now.rows[0].state = AlarmState::ReturnedUnacked;
    QCOMPARE(figuresOf({}, kHour, {}, &now).stale, std::uint64_t(0));
}

void TestKeyFigures::hiddenAlarmsAreActiveNoLonger()
{
    AlarmJournalEntry gone = entry("CONFIG", "d", kNine + 1s);
    gone.to = "NORM";
    const std::vector<AlarmJournalEntry> entries {
        entry("ALARM", "a", kNine), entry("SHELVE", "a", kNine + 1s),
        entry("ALARM", "b", kNine), entry("SUPPRESS", "b", kNine + 1s),
        entry("ALARM", "c", kNine), entry("OOS", "c", kNine + 1s),
        entry("ALARM", "d", kNine), gone};
    QCOMPARE(figuresOf(entries, {kNine, kNine + 72h}).stale, std::uint64_t(0));
}

void TestKeyFigures::acknowledgementsByPriority()
{
    std::vector<AlarmJournalEntry> entries;
    for (int i = 1; i <= 20; ++i) { // after 10, 20 ... 200 s
        const std::string alarm = "one@" + std::to_string(i);
        entries.push_back(entry("ALARM", alarm, kNine, 1));
        entries.push_back(entry("ACK", alarm, kNine + i * 10s, 1));
    }
    entries.push_back(entry("ALARM", "two", kNine, 2));
    entries.push_back(entry("ACK", "two", kNine + 30s, 2));
    const KeyFigures figures
        = figuresOf(entries, kHour, {rule("one", 1, 180.0), rule("two", 2, 60.0)});
    const AcknowledgeTimes &first = figures.acknowledged[1];
    QCOMPARE(first.count, std::uint64_t(20));
    QCOMPARE(first.medianSeconds, 105.0);
    QCOMPARE(first.p95Seconds, 190.0);
    QCOMPARE(figures.acknowledged[0].count, std::uint64_t(21));
    QCOMPARE(figures.acknowledged[2].medianSeconds, 30.0);
    using Kind = KeyFigure::Kind;
    QCOMPARE(figure(figures, Kind::AcknowledgeMedian, 1).verdict, FigureVerdict::Off); // > 90 s
    QCOMPARE(figure(figures, Kind::AcknowledgeP95, 1).verdict, FigureVerdict::Act); // > 180 s
    QCOMPARE(figure(figures, Kind::AcknowledgeMedian, 2).verdict, FigureVerdict::Off); // half
    const KeyFigures ofChannel = figuresOf({entry("ALARM", "$channel/on@call", kNine, 2),
                                            entry("ACK", "$channel/on@call", kNine + 60s, 2)},
                                           kHour);
    QCOMPARE(ofChannel.acknowledged[2].medianPart, std::optional(0.1)); // of ten minutes
    const KeyFigures unstated = figuresOf(entries, kHour);
    QCOMPARE(figure(unstated, Kind::AcknowledgeMedian, 1).verdict, FigureVerdict::Unjudged);
}

void TestKeyFigures::acknowledgementIsOfTheNewestOccurrence()
{
    const std::vector<AlarmJournalEntry> entries {
        entry("ALARM", "a", kNine),          entry("RTN", "a", kNine + 10s),
        entry("ALARM", "a", kNine + 100s),   entry("ACK", "a", kNine + 130s),
        entry("REALARM", "a", kNine + 500s), entry("ACK", "a", kNine + 900s), // told once
        entry("ALARM", "b", kNine),          entry("SHELVE", "b", kNine + 1s),
        entry("ACK", "b", kNine + 9s)};
    const KeyFigures figures = figuresOf(entries, kHour);
    QCOMPARE(figures.acknowledged[0].count, std::uint64_t(1));
    QCOMPARE(figures.acknowledged[0].medianSeconds, 30.0);
}

void TestKeyFigures::tenMostFrequent()
{
    std::vector<AlarmJournalEntry> entries;
    addMany(entries, 12, kNine, 60s);
    for (int i = 0; i < 8; ++i)
        entries.push_back(entry("ALARM", "a7", kNine + 20min + i * 120s));
    const KeyFigures figures = figuresOf(entries, kHour); // 20: nine of a7, one of eleven others
    QCOMPARE(figures.distinct, std::uint64_t(12));
    QCOMPARE(figures.worst.size(), std::size_t(10));
    QCOMPARE(figures.worst[0].alarm, std::string("a7"));
    QCOMPARE(figures.worst[0].came, std::uint64_t(9));
    QCOMPARE(figures.ofTopTen, std::uint64_t(18));
    QCOMPARE(figure(figures, KeyFigure::Kind::TopTen).value, std::optional(90.0));
    QCOMPARE(figure(figures, KeyFigure::Kind::TopTen).verdict, FigureVerdict::Act);
}

void TestKeyFigures::topTenOfFewIsNotMeaningful()
{
    std::vector<AlarmJournalEntry> entries;
    addMany(entries, 10, kNine, 60s);
    QCOMPARE(figure(figuresOf(entries, kHour), KeyFigure::Kind::TopTen).verdict,
             FigureVerdict::NotMeaningful);
    addMany(entries, 11, kNine, 60s);
    QCOMPARE(figure(figuresOf(entries, kHour), KeyFigure::Kind::TopTen).verdict,
             FigureVerdict::Act);
}

void TestKeyFigures::sharesOfFewAreNotMeaningful()
{
    using Kind = KeyFigure::Kind;
    const auto share = [](std::array<std::uint64_t, 5> counts, int priority) {
        KeyFigures figures;
        figures.byPriority = counts;
        return figure(figures, Kind::Share, priority).verdict;
    };
    QCOMPARE(share({0, 1, 0, 0, 9}, 1), FigureVerdict::NotMeaningful); // one of ten
    QCOMPARE(share({0, 1, 0, 0, 199}, 1), FigureVerdict::Within);
    QCOMPARE(share({0, 1, 0, 0, 99}, 1), FigureVerdict::Off); // less than 1 % is asked for
    QCOMPARE(share({0, 3, 0, 0, 97}, 1), FigureVerdict::Act);
    QCOMPARE(share({0, 0, 5, 15, 80}, 2), FigureVerdict::Within);
    QCOMPARE(share({0, 0, 5, 15, 80}, 3), FigureVerdict::Within);
    QCOMPARE(share({0, 0, 5, 15, 80}, 4), FigureVerdict::Within);
    QCOMPARE(share({0, 0, 11, 19, 70}, 2), FigureVerdict::Act);
    QCOMPARE(share({0, 0, 11, 19, 70}, 3), FigureVerdict::Off);
    QCOMPARE(share({0, 0, 11, 19, 70}, 4), FigureVerdict::Off);
}

void TestKeyFigures::configuredSharesAreOfEnabledRules()
{
    std::vector<AlarmRule> rules(20, rule("low", 4, 3600.0));
    rules[0].priority = 2;
    rules.push_back(rule("off", 1, 60.0));
    rules.back().enabled = false;
    rules.push_back(rule("draft", 1, 60.0));
    rules.back().cause.clear();
    const KeyFigures figures = figuresOf({}, kHour, rules);
    QCOMPARE(figures.configured, (std::array<std::uint64_t, 5> {0, 0, 1, 0, 19}));
    const KeyFigure high = figure(figures, KeyFigure::Kind::ConfiguredShare, 2);
    QCOMPARE(high.value, std::optional(5.0));
    QCOMPARE(high.verdict, FigureVerdict::Within);
}

void TestKeyFigures::standingAndHiddenAreOfNow()
{
    AlarmSnapshot now;
    const auto row = [](AlarmState state, const char *reason, const char *by) {
        AlarmRow made;
        made.id = reason + std::string(by) + stateWord(state);
        made.state = state;
        made.since = kNine;
        made.hiddenReason = reason;
        made.hiddenBy = by;
        return made;
    };
    for (const AlarmState state : {AlarmState::Unacked, AlarmState::Acked,
                                   AlarmState::ReturnedUnacked, AlarmState::LatchedAcked})
        now.rows.push_back(row(state, "", ""));
    now.suppressed = {row(AlarmState::Shelved, "sensor", "ada"),
                      row(AlarmState::Shelved, "", "ada"), row(AlarmState::Suppressed, "", "HIHI"),
                      row(AlarmState::OutOfService, "rebuilt", "ada")};
    now.count();
    const KeyFigures figures = figuresOf({}, kHour, {}, &now);
    QVERIFY(figures.now.has_value());
    QCOMPARE(figures.now->standing, std::uint64_t(2));
    QCOMPARE(figures.now->shelved, std::uint64_t(2));
    QCOMPARE(figures.now->suppressed, std::uint64_t(1));
    QCOMPARE(figures.now->outOfService, std::uint64_t(1));
    QCOMPARE(figures.now->withoutReason, std::uint64_t(1));
    QCOMPARE(figure(figures, KeyFigure::Kind::WithoutReason).verdict, FigureVerdict::Act);
    QCOMPARE(figure(figures, KeyFigure::Kind::Standing).verdict, FigureVerdict::Within);
}

void TestKeyFigures::shelvesAddUp()
{
    const TimeRange days {kNine, kNine + 96h};
    std::vector<AlarmJournalEntry> entries;
    for (int i = 0; i < 4; ++i) { // 4 x 7 h
        entries.push_back(entry("SHELVE", "much", kNine + i * 20h));
        entries.push_back(entry("SHELVE", "much", kNine + i * 20h + 1h)); // longer
        entries.push_back(entry("UNSHELVE", "much", kNine + i * 20h + 7h));
    }
    entries.push_back(entry("SHELVE", "little", kNine - 10h));
    entries.push_back(entry("UNSHELVE", "little", kNine + 23h));
    QCOMPARE(figuresOf(entries, days).shelvedLong, std::uint64_t(1));
}

void TestKeyFigures::changesWithoutARecord()
{
    AlarmJournalEntry whole = entry("CONFIG", "a", kNine);
    whole.by = "ada";
    whole.reason = "pump is rebuilt";
    AlarmJournalEntry nobody = whole;
    nobody.by.clear();
    AlarmJournalEntry silent = whole;
    silent.reason.clear();
    silent.text = "deleted"; // what became of the rule says not why
    silent.old = "{}";
    AlarmJournalEntry early = silent; // as versions wrote it that asked for no reason
    early.old.clear();
    early.from = "UNACK";
    early.to = "NORM";
    QCOMPARE(figuresOf({whole, nobody, silent, early}, kHour).unrecordedChanges, std::uint64_t(2));
    QCOMPARE(figure(figuresOf({whole}, kHour), KeyFigure::Kind::UnrecordedChanges).verdict,
             FigureVerdict::Within);
}

QTEST_GUILESS_MAIN(TestKeyFigures)
#include "tst_key_figures.moc"
