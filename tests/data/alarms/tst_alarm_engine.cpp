#include "data/alarms/alarm_engine.h"
#include "data/alarms/rule_writer.h"
#include "data/alarms/sibling_path.h"
#include "data/alarms/state_codec.h"

#include <QTest>

#include <cstdlib>
#include <new>

using namespace telltale;

namespace {
thread_local std::size_t allocations = 0; // QtTest has a thread of its own
}

void *operator new(std::size_t size)
{
    ++allocations;
    if (void *memory = std::malloc(size))
        return memory;
    std::abort();
}
void operator delete(void *memory) noexcept
{
    std::free(memory);
}
void operator delete(void *memory, std::size_t) noexcept
{
    std::free(memory);
}

class TestAlarmEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void samplesOfTheEvaluationPathDoNotAllocate();
    void retainedRepeatDoesNotKeepATagFresh();
    void switchedOffLinkHoldsNothingAgainstItsTags();
    void ruleChangeTakesAnEngineer();
    void everyRuleThatGoesIsRecordedWhole_data();
    void everyRuleThatGoesIsRecordedWhole();
    void switchedRuleSaysSo();
    void alarmsOfARuleThatGoesEndInTheJournal();
    void alarmIsReleasedWithTheRuleThatSuppressedIt();
    void movedTagFollowsItsNewLink();
    void shelfNeverLastsLongerAfterAClockStep();
    void ruleOfAnotherKindForgetsTheClock_data();
    void ruleOfAnotherKindForgetsTheClock();
    void countThatIsOnByABadValueStaysOn();
    void delayOfASilentTagEndsWithItsSample();
    void clockOfStoredStateGoesOn();
    void templatesFindTheirSiblings_data();
    void templatesFindTheirSiblings();
};

namespace {

constexpr AlarmTime kBegin = 1'790'000'000 * kSecond;

AlarmLimits lenient()
{
    AlarmLimits limits;
    limits.draftsAreEvents = false;
    return limits;
}

AlarmRule limitRule(const std::string &id, const std::string &tag, double limit)
{
    AlarmRule rule;
    rule.id = id;
    rule.tag = tag;
    rule.limit = limit;
    return rule;
}

AlarmRule staleRule(const std::string &id, const std::string &tag, double seconds)
{
    AlarmRule rule = limitRule(id, tag, 0);
    rule.kind = AlarmRule::Kind::Stale;
    rule.timeoutSeconds = seconds;
    return rule;
}

/// So many times at 1 within a minute.
AlarmRule countRule(const std::string &id, const std::string &tag, int times)
{
    AlarmRule rule = limitRule(id, tag, 0);
    rule.kind = AlarmRule::Kind::Count;
    rule.alarmWhen = {1.0};
    rule.count = times;
    rule.windowSeconds = 60;
    return rule;
}

void addTags(AlarmEngine &engine, AlarmTime t, const std::vector<std::string> &paths)
{
    const std::vector<SourceId> sources(paths.size());
    engine.addTags(t, 0, paths, sources);
}

AlarmSample number(AlarmTime te, double value)
{
    AlarmSample sample;
    sample.time = te;
    sample.value = value;
    return sample;
}

bool isActive(const AlarmEngine &engine, const std::string &alarm)
{
    return engine.alarms()[engine.find(alarm)].shown() == AlarmState::Unacked;
}

} // namespace

void TestAlarmEngine::samplesOfTheEvaluationPathDoNotAllocate()
{
    AlarmEngine engine(lenient());
    std::vector<AlarmRule> rules;
    std::vector<std::string> paths;
    for (int i = 0; i < 100; ++i) {
        paths.push_back("tag number " + std::to_string(i) + " with a long name");
        rules.push_back(limitRule("limit" + std::to_string(i), paths.back(), 80));
        rules.push_back(staleRule("stale" + std::to_string(i), paths.back(), 30));
        rules.back().onDelaySeconds = 5;
    }
    AlarmRule deviation = limitRule("deviation", paths[0], 0);
    deviation.kind = AlarmRule::Kind::Deviation;
    deviation.setpoint = 40;
    deviation.high = deviation.low = 50;
    rules.push_back(deviation);
    engine.setRules(kBegin, rules, {}, nullptr);
    addTags(engine, kBegin, paths);
    const auto feed = [&engine](AlarmTime t) {
        for (std::uint32_t tag = 0; tag < 100; ++tag)
            engine.sample(t, TagId {tag}, number(t, 20.0 + tag % 50));
    };
    feed(kBegin + 1);
    const std::size_t before = allocations;
    for (int i = 1; i <= 1000; ++i)
        feed(kBegin + i * kSecond);
    QCOMPARE(allocations, before);
    QVERIFY(engine.output().isEmpty());
}

void TestAlarmEngine::retainedRepeatDoesNotKeepATagFresh()
{
    AlarmEngine engine(lenient());
    engine.setRules(kBegin, {staleRule("stale", "A", 30)}, {}, nullptr);
    addTags(engine, kBegin, {"A"});
    engine.sample(kBegin, TagId {0}, number(kBegin, 5));
    AlarmSample repeat = number(kBegin + 20 * kSecond, 5);
    repeat.isRepeat = true;
    engine.sample(repeat.time, TagId {0}, repeat);
    engine.advanceTo(kBegin + 30 * kSecond);
    QCOMPARE(engine.alarms()[0].shown(), AlarmState::Unacked);
}

void TestAlarmEngine::switchedOffLinkHoldsNothingAgainstItsTags()
{
    const std::vector<std::string> paths {"A"};
    const std::vector<SourceId> sources {SourceId {7}};
    AlarmRule down = limitRule("down", "", 0);
    down.kind = AlarmRule::Kind::Connection;
    down.link = 7;
    AlarmEngine engine(lenient());
    engine.addTags(kBegin, 0, paths, sources);
    engine.setRules(kBegin, {staleRule("stale", "A", 30), down}, {}, nullptr);
    engine.sample(kBegin, TagId {0}, number(kBegin, 1.0));
    engine.advanceTo(kBegin + 31 * kSecond);
    engine.connection(kBegin + 32 * kSecond, 7, false, kBegin + 32 * kSecond);
    QVERIFY(isActive(engine, "stale"));
    QVERIFY(isActive(engine, "down"));
    engine.linkOff(kBegin + 33 * kSecond, 7);
    QVERIFY(!isActive(engine, "stale"));
    QVERIFY(!isActive(engine, "down"));
    engine.advanceTo(kBegin + 1'000 * kSecond);
    QVERIFY(!isActive(engine, "stale"));
    // Switched on: expected again.
    engine.connection(kBegin + 1'001 * kSecond, 7, true, kBegin + 1'001 * kSecond);
    engine.advanceTo(kBegin + 1'032 * kSecond);
    QVERIFY(isActive(engine, "stale"));
}

void TestAlarmEngine::ruleChangeTakesAnEngineer()
{
    AlarmEngine engine(lenient());
    engine.setRules(kBegin, {limitRule("hi", "A", 80)}, {}, nullptr);
    const AlarmEngine::Actor ann {"ann", AlarmRole::Operator, {}};
    QCOMPARE(engine.setRules(kBegin, {}, {}, &ann), std::string("not_permitted"));
    QCOMPARE(engine.rules().size(), std::size_t(1));
    QCOMPARE(engine.output().journal.back().type, std::string("REJECT"));
}

void TestAlarmEngine::everyRuleThatGoesIsRecordedWhole_data()
{
    QTest::addColumn<QString>("tag");
    QTest::addColumn<bool>("enabled");
    QTest::newRow("normal") << "A" << true;
    QTest::newRow("switched off") << "A" << false;
    QTest::newRow("of a pattern no tag matches") << "works/*/flow" << true;
}

void TestAlarmEngine::everyRuleThatGoesIsRecordedWhole()
{
    QFETCH(const QString, tag);
    QFETCH(const bool, enabled);
    AlarmRule rule = limitRule("hi", tag.toStdString(), 80);
    rule.enabled = enabled;
    AlarmEngine engine(lenient());
    addTags(engine, kBegin, {"A"});
    engine.setRules(kBegin, {rule}, {}, nullptr);
    const AlarmEngine::Actor eva {"eva", AlarmRole::Engineer, "sensor was removed"};
    engine.setRules(kBegin + kSecond, {}, {}, &eva);
    QCOMPARE(engine.output().journal.size(), std::size_t(1));
    const AlarmJournalEntry &gone = engine.output().journal.front();
    QCOMPARE(gone.type, std::string("CONFIG"));
    QCOMPARE(gone.alarm, std::string("hi"));
    QCOMPARE(gone.tag, tag == QLatin1String("A") ? std::string("A") : std::string());
    QCOMPARE(gone.by, std::string("eva"));
    QCOMPARE(gone.reason, std::string("sensor was removed"));
    QCOMPARE(gone.text, std::string(kRuleDeleted));
    QCOMPARE(gone.old, ruleToJson(rule));
    QVERIFY(gone.set.empty());
    QVERIFY(gone.to.empty()); // no state changed
}

void TestAlarmEngine::switchedRuleSaysSo()
{
    AlarmRule rule = limitRule("hi", "A", 80);
    AlarmEngine engine(lenient());
    addTags(engine, kBegin, {"A"});
    engine.setRules(kBegin, {rule}, {}, nullptr);
    const AlarmEngine::Actor eva {"eva", AlarmRole::Engineer, "pump is rebuilt"};
    for (const bool isOn : {false, true}) {
        rule.enabled = isOn;
        engine.output().clear();
        engine.setRules(kBegin + kSecond, {rule}, {}, &eva);
        QCOMPARE(engine.output().journal.size(), std::size_t(1));
        const AlarmJournalEntry &switched = engine.output().journal.front();
        QCOMPARE(switched.text, std::string(isOn ? kRuleSwitchedOn : kRuleSwitchedOff));
        QCOMPARE(switched.reason, std::string("pump is rebuilt"));
        QCOMPARE(switched.set, std::string(isOn ? R"({"enabled": true})" : R"({"enabled": false})"));
        QCOMPARE(switched.old, std::string(isOn ? R"({"enabled": false})" : R"({"enabled": true})"));
    }
}

/// Those that were not normal; the rule has an entry of its own.
void TestAlarmEngine::alarmsOfARuleThatGoesEndInTheJournal()
{
    AlarmEngine engine(lenient());
    addTags(engine, kBegin, {"works/a/flow", "works/b/flow"});
    engine.setRules(kBegin, {limitRule("hi", "works/*/flow", 80)}, {}, nullptr);
    engine.sample(kBegin, TagId {0}, number(kBegin, 95));
    engine.sample(kBegin, TagId {1}, number(kBegin, 20));
    engine.output().clear();
    const AlarmEngine::Actor eva {"eva", AlarmRole::Engineer, "not needed"};
    engine.setRules(kBegin + kSecond, {}, {}, &eva);
    const std::vector<AlarmJournalEntry> &journal = engine.output().journal;
    QCOMPARE(journal.size(), std::size_t(2));
    QCOMPARE(journal[0].alarm, std::string("hi@works/a/flow"));
    QCOMPARE(journal[0].from, std::string("UNACK"));
    QCOMPARE(journal[0].to, std::string("NORM"));
    QCOMPARE(journal[0].reason, std::string("not needed"));
    QCOMPARE(journal[1].alarm, std::string("hi"));
    QVERIFY(!journal[1].old.empty());
}

void TestAlarmEngine::alarmIsReleasedWithTheRuleThatSuppressedIt()
{
    std::vector<AlarmRule> rules {limitRule("hi", "A", 80), limitRule("hihi", "A", 90)};
    rules[0].suppressWhen.alarm = "hihi";
    AlarmEngine engine(lenient());
    addTags(engine, kBegin, {"A"});
    engine.setRules(kBegin, rules, {}, nullptr);
    engine.sample(kBegin, TagId {0}, number(kBegin, 95));
    QVERIFY(isActive(engine, "hihi"));
    QVERIFY(!isActive(engine, "hi"));
    rules[1].enabled = false;
    const AlarmEngine::Actor eva {"eva", AlarmRole::Engineer, {}};
    engine.setRules(kBegin + kSecond, rules, {}, &eva);
    QVERIFY(isActive(engine, "hi"));
}

void TestAlarmEngine::movedTagFollowsItsNewLink()
{
    const std::vector<std::string> paths {"A"};
    const std::vector<SourceId> sources {SourceId {7}};
    AlarmEngine engine(lenient());
    engine.addTags(kBegin, 0, paths, sources);
    engine.setRules(kBegin, {staleRule("stale", "A", 30)}, {}, nullptr);
    engine.sample(kBegin, TagId {0}, number(kBegin, 1.0));
    const std::vector<SourceId> moved {SourceId {8}};
    engine.setTagSources(moved);
    engine.linkOff(kBegin + kSecond, 7); // the old one
    engine.advanceTo(kBegin + 31 * kSecond);
    QVERIFY(isActive(engine, "stale"));
}

void TestAlarmEngine::shelfNeverLastsLongerAfterAClockStep()
{
    AlarmEngine engine(lenient());
    engine.setRules(kBegin, {limitRule("hi", "A", 80)}, {}, nullptr);
    engine.shelve(kBegin, "hi", {"ann", AlarmRole::Operator, "work"}, 60, false);
    engine.clockStepped(kBegin + 10 * kSecond - 3600 * kSecond, -3600 * kSecond);
    engine.advanceTo(kBegin + 59 * kSecond - 3600 * kSecond);
    QCOMPARE(engine.alarms()[0].shown(), AlarmState::Shelved);
    engine.advanceTo(kBegin + 60 * kSecond - 3600 * kSecond);
    QCOMPARE(engine.alarms()[0].shown(), AlarmState::Normal);
}

void TestAlarmEngine::ruleOfAnotherKindForgetsTheClock_data()
{
    QTest::addColumn<bool>("wasCount");
    QTest::newRow("silence") << false;
    QTest::newRow("window") << true;
}

/// What the clock was to bring is no business of the rule as it is now.
void TestAlarmEngine::ruleOfAnotherKindForgetsTheClock()
{
    QFETCH(const bool, wasCount);
    AlarmEngine engine(lenient());
    addTags(engine, kBegin, {"A"});
    engine.setRules(kBegin, {wasCount ? countRule("a", "A", 1) : staleRule("a", "A", 30)}, {},
                    nullptr);
    engine.sample(kBegin, TagId {0}, number(kBegin, 1));
    QCOMPARE(isActive(engine, "a"), wasCount);
    const AlarmEngine::Actor eva {"eva", AlarmRole::Engineer, {}};
    engine.setRules(kBegin + kSecond, {limitRule("a", "A", wasCount ? 1 : 80)}, {}, &eva);
    engine.advanceTo(kBegin + 1'000 * kSecond);
    QCOMPARE(isActive(engine, "a"), wasCount);
    QCOMPARE(engine.nextDue(), kNever);
}

void TestAlarmEngine::countThatIsOnByABadValueStaysOn()
{
    AlarmRule rule = countRule("often", "A", 1);
    rule.onBad = AlarmRule::OnBad::Alarm;
    AlarmEngine engine(lenient());
    addTags(engine, kBegin, {"A"});
    engine.setRules(kBegin, {rule}, {}, nullptr);
    engine.sample(kBegin, TagId {0}, number(kBegin, 1));
    AlarmSample bad = number(kBegin + 10 * kSecond, 1);
    bad.quality = Quality::Status::Bad;
    engine.sample(bad.time, TagId {0}, bad);
    engine.advanceTo(kBegin + 100 * kSecond);
    QVERIFY(isActive(engine, "often"));
    const AlarmTime good = kBegin + 101 * kSecond;
    engine.sample(good, TagId {0}, number(good, 0));
    QVERIFY(!isActive(engine, "often"));
}

/// After a start, too, whatever else is edited meanwhile.
void TestAlarmEngine::delayOfASilentTagEndsWithItsSample()
{
    AlarmRule rule = staleRule("stale", "A", 30);
    rule.onDelaySeconds = 20;
    AlarmEngine before(lenient());
    before.setRules(kBegin, {rule}, {}, nullptr);
    AlarmEngine engine(lenient());
    QVERIFY(engine.restoreAlarm("stale", before.saveAlarm(0)));
    engine.setRules(kBegin, {rule}, {}, nullptr);
    addTags(engine, kBegin, {"A"});
    engine.start(kBegin);
    const AlarmEngine::Actor eva {"eva", AlarmRole::Engineer, {}};
    engine.setRules(kBegin + 31 * kSecond, {rule, limitRule("other", "B", 80)}, {}, &eva);
    const AlarmTime back = kBegin + 32 * kSecond;
    engine.sample(back, TagId {0}, number(back, 1));
    engine.advanceTo(kBegin + 60 * kSecond);
    QVERIFY(!isActive(engine, "stale"));
}

/// As every version stored it: of nine times the second is of a clock that began anew, the third of
/// one that goes on.
void TestAlarmEngine::clockOfStoredStateGoesOn()
{
    AlarmEngine before(lenient());
    addTags(before, kBegin, {"A"});
    before.setRules(kBegin, {countRule("a", "A", 1)}, {}, nullptr);
    before.sample(kBegin, TagId {0}, number(kBegin, 1));
    constexpr std::size_t kFirst = 26 * 8;
    const std::string stored = before.saveAlarm(0);
    const auto timeAt = [&stored](std::size_t timer) {
        AlarmTime time = 0;
        StateReader(std::string_view(stored).substr(kFirst + timer * 8))(time);
        return time;
    };
    QCOMPARE(timeAt(1), kNever);
    QCOMPARE(timeAt(2), kBegin + 60 * kSecond);
    QCOMPARE(timeAt(9), AlarmTime {1}); // so many entries follow
    for (const bool isStale : {false, true}) {
        AlarmEngine engine(lenient());
        QVERIFY(engine.restoreAlarm("a", stored));
        addTags(engine, kBegin, {"A"});
        engine.setRules(kBegin, {isStale ? staleRule("a", "A", 300) : countRule("a", "A", 1)}, {},
                        nullptr);
        engine.start(kBegin + 10 * kSecond);
        QVERIFY(isActive(engine, "a"));
        engine.advanceTo(kBegin + 61 * kSecond);
        QCOMPARE(isActive(engine, "a"), isStale); // one that is active waits for a sample
    }
}

void TestAlarmEngine::templatesFindTheirSiblings_data()
{
    QTest::addColumn<std::string>("pattern");
    QTest::addColumn<std::string>("path");
    QTest::addColumn<std::string>("other");
    QTest::addColumn<std::string>("meant");
    const auto row = [](const char *name, const char *pattern, const char *path, const char *other,
                        const char *meant) {
        QTest::newRow(name) << std::string(pattern) << std::string(path) << std::string(other)
                            << std::string(meant);
    };
    row("one level", "plant/*/flow", "plant/P1/flow", "plant/*/run", "plant/P1/run");
    row("two levels", "*/*/flow", "a/b/flow", "x/*/*", "x/a/b");
    row("no star", "plant/*/flow", "plant/P1/flow", "plant/mode", "plant/mode");
    row("across levels", "**/flow", "a/b/flow", "*/run", "*/run");
    row("more stars than known", "*/flow", "a/flow", "*/*/run", "a/*/run");
}

void TestAlarmEngine::templatesFindTheirSiblings()
{
    QFETCH(std::string, pattern);
    QFETCH(std::string, path);
    QFETCH(std::string, other);
    QFETCH(std::string, meant);
    QCOMPARE(siblingPath(pattern, path, other), meant);
}

QTEST_GUILESS_MAIN(TestAlarmEngine)
#include "tst_alarm_engine.moc"
