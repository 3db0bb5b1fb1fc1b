#include "data/alarms/rule_check.h"
#include "data/alarms/rule_trial.h"
#include "data/alarms/trial_figures.h"
#include "data/alarms/trial_rules.h"

#include <QTest>

#include <algorithm>

using namespace telltale;

namespace {

constexpr AlarmTime kBegin = 1'790'000'000 * kSecond;

/// Values of one tag, seconds from the begin.
struct Point
{
    double at = 0.0;
    double value = 0.0;
    Quality::Status quality = Quality::Status::Good;
};
using Points = std::vector<Point>;
using Spans = std::vector<std::pair<double, double>>; ///< seconds from the begin

AlarmRule ruleOf(AlarmRule::Kind kind)
{
    AlarmRule rule;
    rule.id = "a";
    rule.tag = "works/p1/heat";
    rule.kind = kind;
    return rule;
}

AlarmRule limitRule(double limit)
{
    AlarmRule rule = ruleOf(AlarmRule::Kind::Limit);
    rule.limit = limit;
    return rule;
}

AlarmRule staleRule(double seconds)
{
    AlarmRule rule = ruleOf(AlarmRule::Kind::Stale);
    rule.timeoutSeconds = seconds;
    return rule;
}

TrialSetup setupOf(std::vector<AlarmRule> forms)
{
    const std::string tag = forms.front().tag;
    return {.forms = std::move(forms),
            .tags = {tag},
            .others = {},
            .sourceOf = [](const std::string &) { return SourceId {1}; },
            .begin = kBegin,
            .from = kBegin};
}

AlarmTime at(double seconds)
{
    return kBegin + toAlarmTime(seconds);
}

void feed(RuleTrial &trial, const Points &points, const std::string &tag = "works/p1/heat")
{
    const auto input = std::find(trial.inputs().begin(), trial.inputs().end(), tag);
    for (const Point &point : points) {
        AlarmSample sample;
        sample.time = at(point.at);
        sample.value = point.value;
        sample.quality = point.quality;
        trial.sample(static_cast<std::size_t>(input - trial.inputs().begin()), sample);
    }
}

Spans spansOf(const std::vector<TrialOccurrence> &occurrences)
{
    Spans spans;
    const auto seconds = [](AlarmTime time) {
        return static_cast<double>(time - kBegin) / static_cast<double>(kSecond);
    };
    for (const TrialOccurrence &one : occurrences)
        spans.emplace_back(seconds(one.since), seconds(one.until));
    return spans;
}

} // namespace

/// What a rule would have raised, on what is told of the past.
class TestRuleTrial : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindRaisesWhatItShould_data();
    void everyKindRaisesWhatItShould();
    void formsAreTriedSideBySide();
    void deviationFollowsTheSetpointOfItsSibling();
    void linkThatIsDownLetsNothingGetStale();
    void tagThatHasNotSpokenIsNotStale();
    void delayDoesNotRunWhileTheProgramIsOff();
    void alarmLastsOverATimeWithoutTheProgram();
    void whatSuppressesTakesPart();
    void draftsAreTriedAsAlarms();
    void whatEndedBeforeThePeriodIsLeftOut();
    void figuresCountWhatBothers();
    void missedIsWhatNoOtherIsActiveDuring();
};

void TestRuleTrial::everyKindRaisesWhatItShould_data()
{
    QTest::addColumn<AlarmRule>("rule");
    QTest::addColumn<Points>("points");
    QTest::addColumn<Spans>("raised");
    AlarmRule limit = limitRule(80.0);
    limit.deadband = 2.0;
    const Points hot {{0, 70}, {10, 81}, {20, 79}, {30, 77}, {40, 85}};
    QTest::newRow("limit") << limit << hot << Spans {{10, 30}, {40, 100}};
    AlarmRule low = limitRule(75.0);
    low.side = AlarmRule::Side::Low;
    QTest::newRow("low limit") << low << hot << Spans {{0, 10}};
    AlarmRule delayed = limit;
    delayed.onDelaySeconds = 25.0;
    delayed.offDelaySeconds = 5.0;
    QTest::newRow("delays") << delayed << hot << Spans {{65, 100}};
    AlarmRule deviation = ruleOf(AlarmRule::Kind::Deviation);
    deviation.setpoint = 75.0;
    deviation.high = deviation.low = 5.5;
    QTest::newRow("deviation") << deviation << hot << Spans {{10, 20}, {40, 100}};
    AlarmRule rate = ruleOf(AlarmRule::Kind::Rate);
    rate.limit = 0.5;
    rate.windowSeconds = 10.0;
    rate.direction = AlarmRule::Direction::Rising;
    QTest::newRow("rate") << rate << hot << Spans {{10, 20}, {40, 100}};
    AlarmRule discrete = ruleOf(AlarmRule::Kind::Discrete);
    discrete.alarmWhen = {2.0};
    const Points states {{0, 1}, {10, 2}, {20, 1}, {30, 2}, {40, 1}, {50, 2}, {60, 1}};
    QTest::newRow("discrete") << discrete << states << Spans {{10, 20}, {30, 40}, {50, 60}};
    AlarmRule count = discrete;
    count.kind = AlarmRule::Kind::Count;
    count.count = 2;
    count.windowSeconds = 25.0;
    QTest::newRow("count") << count << states << Spans {{30, 35}, {50, 55}};
    QTest::newRow("stale") << staleRule(30.0) << Points {{0, 1}, {10, 1}, {60, 1}}
                           << Spans {{40, 60}, {90, 100}};
    QTest::newRow("quality") << ruleOf(AlarmRule::Kind::Quality)
                             << Points {{0, 1}, {10, 1, Quality::Status::Bad}, {30, 1}}
                             << Spans {{10, 30}};
}

void TestRuleTrial::everyKindRaisesWhatItShould()
{
    QFETCH(AlarmRule, rule);
    QFETCH(Points, points);
    QFETCH(Spans, raised);
    QVERIFY(!findFault({rule}));
    RuleTrial trial(setupOf({rule}));
    feed(trial, points);
    const auto occurrences = trial.finish(at(100));
    QCOMPARE(occurrences.size(), 1U);
    QCOMPARE(spansOf(occurrences.front()), raised);
}

void TestRuleTrial::formsAreTriedSideBySide()
{
    AlarmRule late = limitRule(80.0);
    late.onDelaySeconds = 15.0;
    RuleTrial trial(setupOf({limitRule(80.0), late, limitRule(90.0)}));
    feed(trial, {{0, 70}, {10, 85}, {20, 70}, {30, 85}, {50, 70}});
    const auto occurrences = trial.finish(at(60));
    QCOMPARE(spansOf(occurrences[0]), (Spans {{10, 20}, {30, 50}}));
    QCOMPARE(spansOf(occurrences[1]), (Spans {{45, 50}}));
    QVERIFY(occurrences[2].empty());
}

void TestRuleTrial::deviationFollowsTheSetpointOfItsSibling()
{
    AlarmRule rule = ruleOf(AlarmRule::Kind::Deviation);
    rule.tag = "works/*/heat";
    rule.setpointTag = "works/*/wanted";
    rule.high = rule.low = 5.0;
    TrialSetup setup = setupOf({rule});
    setup.tags = {"works/p1/heat", "works/p2/heat"};
    RuleTrial trial(std::move(setup));
    QCOMPARE(trial.inputs().size(), 4U);
    feed(trial, {{0, 50}}, "works/p1/wanted");
    feed(trial, {{0, 80}}, "works/p2/wanted");
    feed(trial, {{1, 50}}, "works/p1/heat");
    feed(trial, {{1, 50}}, "works/p2/heat");
    const auto occurrences = trial.finish(at(10));
    QCOMPARE(occurrences.front().size(), 1U);
    QCOMPARE(occurrences.front().front(), (TrialOccurrence {1, at(1), at(10), true, 50.0}));
}

void TestRuleTrial::linkThatIsDownLetsNothingGetStale()
{
    RuleTrial trial(setupOf({staleRule(30.0)}));
    feed(trial, {{0, 1}});
    trial.linkDown(at(10), SourceId {1});
    trial.linkUp(at(200), SourceId {1});
    feed(trial, {{210, 1}});
    trial.linkOff(at(220), SourceId {1});
    trial.linkUp(at(400), SourceId {1});
    const auto occurrences = trial.finish(at(500));
    QCOMPARE(spansOf(occurrences.front()), (Spans {{430, 500}}));
}

void TestRuleTrial::tagThatHasNotSpokenIsNotStale()
{
    RuleTrial trial(setupOf({staleRule(30.0)}));
    feed(trial, {{100, 1}});
    const auto occurrences = trial.finish(at(200));
    QCOMPARE(spansOf(occurrences.front()), (Spans {{130, 200}}));
}

void TestRuleTrial::delayDoesNotRunWhileTheProgramIsOff()
{
    AlarmRule rule = limitRule(80.0);
    rule.onDelaySeconds = 60.0;
    RuleTrial trial(setupOf({rule}));
    feed(trial, {{0, 85}});
    trial.programStops(at(10));
    trial.programStarts(at(5000));
    feed(trial, {{5010, 85}, {5020, 70}});
    QVERIFY(trial.finish(at(6000)).front().empty());
}

void TestRuleTrial::alarmLastsOverATimeWithoutTheProgram()
{
    RuleTrial trial(setupOf({limitRule(80.0)}));
    feed(trial, {{0, 85}});
    trial.programStops(at(10));
    feed(trial, {{5000, 86}, {5020, 70}}); // as if it had been started then
    trial.linkDown(at(5030), SourceId {1});
    trial.programStops(at(5040));
    trial.programStarts(at(5050));
    const auto occurrences = trial.finish(at(6000));
    QCOMPARE(spansOf(occurrences.front()), (Spans {{0, 5020}}));
}

void TestRuleTrial::whatSuppressesTakesPart()
{
    AlarmRule high = limitRule(80.0);
    high.tag = "works/*/heat";
    high.suppressWhen.alarm = "hihi";
    AlarmRule hihi = limitRule(90.0);
    hihi.id = "hihi";
    hihi.tag = "works/*/heat";
    for (std::string *text : {&hihi.title, &hihi.cause, &hihi.consequence, &hihi.action,
                              &hihi.rationalisedBy, &hihi.rationalisedAt, &hihi.alarmClass})
        *text = "-";
    hihi.respondWithinSeconds = 60.0;
    AlarmRule stopped = limitRule(80.0);
    stopped.tag = "works/*/heat";
    stopped.suppressWhen.tag = "works/*/run";
    TrialSetup setup = setupOf({high, stopped});
    setup.tags = {"works/p1/heat"};
    setup.others = {hihi};
    RuleTrial trial(std::move(setup));
    feed(trial, {{0, 1}}, "works/p1/run");
    feed(trial, {{1, 70}, {10, 95}, {20, 85}, {30, 70}}, "works/p1/heat");
    feed(trial, {{35, 0}}, "works/p1/run");
    feed(trial, {{40, 85}}, "works/p1/heat");
    const auto occurrences = trial.finish(at(50));
    QCOMPARE(spansOf(occurrences[0]), (Spans {{20, 30}, {40, 50}}));
    QCOMPARE(spansOf(occurrences[1]), (Spans {{10, 30}}));
}

void TestRuleTrial::draftsAreTriedAsAlarms()
{
    QVERIFY(limitRule(80.0).isDraft());
    for (const AlarmRule &rule : trialRules({limitRule(80.0)}, {"a", "b"}, {})) {
        QVERIFY(!rule.isDraft());
        QVERIFY(!rule.notify.raise);
    }
}

void TestRuleTrial::whatEndedBeforeThePeriodIsLeftOut()
{
    TrialSetup setup = setupOf({limitRule(80.0)});
    setup.from = at(25);
    RuleTrial trial(std::move(setup));
    feed(trial, {{0, 85}, {10, 70}, {20, 85}, {30, 70}});
    const auto occurrences = trial.finish(at(50));
    QCOMPARE(spansOf(occurrences.front()), (Spans {{20, 30}}));
    const TrialFigures figures = trialFigures(occurrences.front(), at(25), at(50));
    QCOMPARE(figures.raised, 0U); // it stood before
    QCOMPARE(figures.standing, 5 * kSecond);
    QCOMPARE(figures.longest, 10 * kSecond);
}

void TestRuleTrial::figuresCountWhatBothers()
{
    const auto one = [](double since, double until, std::uint32_t tag = 0) {
        return TrialOccurrence {tag, at(since), at(until), false};
    };
    // three within a minute, a short one alone, one on another tag between them, a long one
    const std::vector<TrialOccurrence> raised {one(0, 15),  one(20, 40),     one(10, 90, 1),
                                               one(50, 70), one(1000, 1005), one(2000, 5600)};
    const TrialFigures figures = trialFigures(raised, at(0), at(43'200));
    QCOMPARE(figures.raised, 6U);
    QCOMPARE(figures.perDay, 12.0);
    QCOMPARE(figures.chattering, 3U);
    QCOMPARE(figures.fleeting, 1U);
    QCOMPARE(figures.nuisance, 4U);
    QCOMPARE(figures.longest, 3600 * kSecond);
    QCOMPARE(figures.standing, (15 + 20 + 80 + 20 + 5 + 3600) * kSecond);
}

void TestRuleTrial::missedIsWhatNoOtherIsActiveDuring()
{
    const auto one = [](double since, double until, std::uint32_t tag = 0) {
        return TrialOccurrence {tag, at(since), at(until), false};
    };
    const std::vector<TrialOccurrence> real {one(0, 100), one(200, 300), one(400, 405),
                                             one(500, 600), one(0, 100, 1)};
    const std::vector<TrialOccurrence> kept {one(60, 100), one(290, 550)};
    const std::vector<TrialOccurrence> missed = missedBy(kept, real, 60 * kSecond);
    QCOMPARE(missed, std::vector<TrialOccurrence> {one(0, 100, 1)});
    QCOMPARE(missedBy({}, real, kSecond).size(), real.size());
}

QTEST_GUILESS_MAIN(TestRuleTrial)
#include "tst_rule_trial.moc"
