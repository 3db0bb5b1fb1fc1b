#include "data/alarms/chain_walk.h"
#include "tests/data/alarms/service_bench.h"

#include <QTest>

#include <set>

using namespace telltale;
using test::contains;
using test::count;
using test::Lines;
using test::ServiceBench;

/// What is shown of alarms, what people may do with them, and rules that change.
class TestAlarmService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void alarmIsShownFromMemoryAtOnce();
    void actionIsAnsweredOnceStored();
    void returnedAlarmIsCountedUntilAcknowledged();
    void refusalNamesItsReason();
    void visibleAcknowledgementLeavesPriorityOne();
    void editedRuleKeepsItsState();
    void faultyRuleIsRefusedInTheJournal();
    void draftIsJournaledOnly();
    void patternBindsTagsThatComeLater();
    void rowsComeInTheirOrder();
    void burstIsJournaledCompletely();
    void groupMarksItsFirstAlarm();
    void groupIsAcknowledgedAsItWasOnScreen();
    void hiddenAlarmSaysSinceWhenByWhomAndWhy();
    void suppressedAlarmSaysWhatSuppressesIt();
    void noteOfAShiftStaysInTheChain();
    void noteNeedsWordsAndAnOperator();
    void rowSaysWhetherItSounds();
};

void TestAlarmService::alarmIsShownFromMemoryAtOnce()
{
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    QTRY_COMPARE(bench.service->storeError(), std::string());
    bench.sample("T", 81.5);
    QTRY_COMPARE(bench.shown("hi"), std::string("UNACK"));
    const AlarmRow row = bench.rows().at(0);
    QCOMPARE(row.value, 81.5);
    QCOMPARE(row.limit.value_or(0.0), 80.0);
    QCOMPARE(row.condition, std::string("\u2265 80"));
    QCOMPARE(row.unit, std::string("bar"));
    QCOMPARE(row.occurrence, std::uint64_t(1));
    QCOMPARE(row.action, std::string("action"));
    QVERIFY(bench.board.snapshot()->horn);
    QCOMPARE(bench.board.snapshot()->newByPriority[3], 1U);
    QTRY_VERIFY(contains(bench.stored(), "ALARM hi"));
}

void TestAlarmService::actionIsAnsweredOnceStored()
{
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    bench.sample("T", 99);
    QVERIFY(bench.act(AlarmAction::Kind::Acknowledge, "hi", 1, "seen").ok());
    QVERIFY(contains(bench.stored(), "ACK hi")); // no waiting: it was answered
    QTRY_COMPARE(bench.shown("hi"), std::string("ACKED"));
    const auto reader = AlarmReader::open(bench.options.folder);
    QVERIFY(reader.ok());
    const auto snapshot = reader.value()->snapshot();
    QVERIFY(snapshot.ok());
    QCOMPARE(snapshot->rows.size(), std::size_t(1));
    QCOMPARE(snapshot->rows[0].state, AlarmState::Acked);
    QCOMPARE(snapshot->rows[0].title, std::string("Pressure high"));
}

void TestAlarmService::returnedAlarmIsCountedUntilAcknowledged()
{
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    bench.sample("T", 99);
    bench.sample("T", 20);
    QTRY_COMPARE(bench.shown("hi"), std::string("RTNUN"));
    QCOMPARE(bench.board.snapshot()->newByPriority[3], 0U);
    QCOMPARE(bench.board.snapshot()->returnedByPriority[3], 1U);
    QCOMPARE(bench.board.snapshot()->activeByPriority[3], 0U);
    QVERIFY(bench.act(AlarmAction::Kind::Acknowledge, "hi", 1).ok());
    QTRY_COMPARE(bench.shown("hi"), std::string("NORM"));
    QCOMPARE(bench.board.snapshot()->returnedByPriority[3], 0U);
}

void TestAlarmService::refusalNamesItsReason()
{
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    const Outcome nothing = bench.act(AlarmAction::Kind::Acknowledge, "hi");
    QVERIFY(!nothing.ok());
    QCOMPARE(nothing.error().code, Error::Code::Refused);
    QCOMPARE(nothing.error().detail, std::string("nothing_to_ack"));
    QVERIFY(contains(bench.stored(), "REJECT hi"));
    QCOMPARE(bench.act(AlarmAction::Kind::Reset, "none").error().code, Error::Code::NotFound);
}

void TestAlarmService::visibleAcknowledgementLeavesPriorityOne()
{
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    AlarmRule critical = test::limitRule("crit", "C", 80);
    critical.priority = 1;
    bench.service->setRules({{}, {test::limitRule("hi", "T", 80), critical}}, "critical too");
    bench.sample("T", 99);
    bench.sample("C", 99);
    AlarmAction action;
    action.kind = AlarmAction::Kind::AcknowledgeVisible;
    action.alarms = {{"hi", 1}, {"crit", 1}};
    std::promise<Outcome> answer;
    bench.board.act(action, [&](Outcome outcome) { answer.set_value(std::move(outcome)); });
    QVERIFY(answer.get_future().get().ok());
    QTRY_COMPARE(bench.shown("hi"), std::string("ACKED"));
    QCOMPARE(bench.shown("crit"), std::string("UNACK"));
}

void TestAlarmService::editedRuleKeepsItsState()
{
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    bench.sample("T", 85);
    QVERIFY(bench.act(AlarmAction::Kind::Acknowledge, "hi", 1).ok());
    bench.service->setRules({{}, {test::limitRule("hi", "T", 82)}}, "too early");
    QTRY_COMPARE(bench.shown("hi"), std::string("ACKED"));
    bench.service->setRules({{}, {test::limitRule("hi", "T", 90)}}, "still too early");
    QTRY_COMPARE(bench.shown("hi"), std::string("NORM"));
    QTRY_COMPARE(count(bench.stored(), "CONFIG hi"), std::size_t(3));
    bench.service->setRules({{}, {}}, "not needed");
    QTRY_COMPARE(count(bench.stored(), "CONFIG hi"), std::size_t(4));
}

void TestAlarmService::faultyRuleIsRefusedInTheJournal()
{
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    AlarmRule broken = test::limitRule("often", "T", 0);
    broken.kind = AlarmRule::Kind::Count;
    bench.service->setRules({{}, {broken, test::limitRule("hi", "T", 80)}}, "both");
    bench.sample("T", 99);
    QTRY_COMPARE(bench.shown("hi"), std::string("UNACK"));
    QCOMPARE(bench.service->rules().rules.size(), std::size_t(1));
    QTRY_VERIFY(contains(bench.stored(), "REJECT often"));
}

void TestAlarmService::draftIsJournaledOnly()
{
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    AlarmRule draft = test::limitRule("hi", "T", 80);
    draft.consequence.clear();
    bench.service->setRules({{}, {draft}}, "consequence unknown");
    bench.sample("T", 99);
    QTRY_VERIFY(contains(bench.stored(), "SUP_ON hi"));
    QCOMPARE(bench.shown("hi"), std::string("NORM"));
    bench.service->setRules({{}, {test::limitRule("hi", "T", 80)}}, "consequence known");
    QTRY_COMPARE(bench.shown("hi"), std::string("UNACK"));
}

void TestAlarmService::patternBindsTagsThatComeLater()
{
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    AlarmRule rule = test::limitRule("flow", "plant/*/flow", 80);
    rule.suppressWhen.tag = "plant/*/stopped";
    rule.suppressWhen.value = 1.0;
    bench.service->setRules({{}, {rule}}, "all pumps");
    bench.sample("plant/P1/flow", 99);
    QTRY_COMPARE(bench.shown("flow@plant/P1/flow"), std::string("UNACK"));
    bench.sample("plant/P2/flow", 1);
    bench.sample("plant/P2/stopped", 1);
    bench.sample("plant/P2/flow", 99);
    QTRY_COMPARE(bench.shown("flow@plant/P2/flow"), std::string("DSUPR"));
    QCOMPARE(bench.shown("flow@plant/P1/flow"), std::string("UNACK"));
    bench.restart();
    QCOMPARE(bench.shown("flow@plant/P1/flow"), std::string("UNACK"));
    QCOMPARE(bench.shown("flow@plant/P2/flow"), std::string("DSUPR"));
}

void TestAlarmService::rowsComeInTheirOrder()
{
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    std::vector<AlarmRule> rules;
    for (const char *name : {"a", "b", "c", "d"})
        rules.push_back(test::limitRule(name, name, 80));
    rules[1].priority = 1;
    bench.service->setRules({{}, rules}, "four");
    for (const char *name : {"a", "b", "c", "d"})
        bench.sample(name, 99);
    bench.sample("d", 1);
    QVERIFY(bench.act(AlarmAction::Kind::Acknowledge, "b", 1).ok());
    QTRY_COMPARE(bench.shown("b"), std::string("ACKED"));
    std::string order;
    for (const AlarmRow &row : bench.rows())
        order += row.id;
    QCOMPARE(order, std::string("cadb")); // new: newest first; returned; acknowledged
}

void TestAlarmService::burstIsJournaledCompletely()
{
    constexpr std::size_t kBurst = 5000;
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    bench.service->setRules({{}, {test::limitRule("all", "unit/*/level", 80)}}, "all units");
    auto batch = std::make_shared<SampleBatch>();
    for (std::size_t i = 0; i < kBurst; ++i) {
        const TagId tag = bench.registry.intern("unit/" + std::to_string(i) + "/level");
        batch->append(tag, bench.clock.now(), 99.0, Quality::good(), {});
    }
    bench.service->batch(batch);
    QTRY_COMPARE(bench.rows().size(), kBurst);
    QVERIFY(bench.board.snapshot()->flood);
    bench.service->stop();
    std::set<std::string> raised;
    for (const std::string &line : bench.stored()) {
        if (line.starts_with("ALARM "))
            QVERIFY(raised.insert(line).second);
    }
    QCOMPARE(raised.size(), kBurst);
}

void TestAlarmService::groupMarksItsFirstAlarm()
{
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    RuleSet set {{{"train", true}}, {test::limitRule("a", "A", 80), test::limitRule("b", "B", 80)}};
    for (AlarmRule &rule : set.rules)
        rule.group = "train";
    bench.service->setRules(set, "one trips the other");
    bench.sample("B", 99);
    bench.sample("A", 99);
    QTRY_VERIFY(contains(bench.stored(), "ALARM a"));
    for (const AlarmJournalEntry &entry : bench.entries()) {
        if (entry.type == "ALARM")
            QCOMPARE(entry.firstOut, entry.alarm == "b");
    }
    bench.restart();
    QVERIFY(bench.service->rules() == set);
    bench.service->setRules(set, "as stored");
    bench.service->stop();
    QCOMPARE(count(bench.stored(), "CONFIG"), std::size_t(1)); // of the group, once
}

/// Each member by itself, in rule order; not priority 1, not what came or came again meanwhile.
void TestAlarmService::groupIsAcknowledgedAsItWasOnScreen()
{
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    RuleSet set {{{"train", true}}, {}};
    for (const char *name : {"a", "b", "c", "d", "e"}) {
        set.rules.push_back(test::limitRule(name, name, 80));
        set.rules.back().group = "train";
    }
    set.rules[3].priority = 1;
    bench.service->setRules(set, "one trips the other");
    for (const char *name : {"c", "a", "b", "d"})
        bench.sample(name, 99);
    for (const double value : {1.0, 99.0})
        bench.sample("b", value); // again
    bench.sample("e", 99);
    AlarmAction action;
    action.kind = AlarmAction::Kind::AcknowledgeGroup;
    action.group = "train";
    action.alarms = {{"c", 1}, {"d", 1}, {"b", 1}, {"a", 1}};
    const AlarmAnswer answer = bench.act(action);
    QVERIFY(!answer.ok());
    QCOMPARE(answer.error().detail, std::string("stale_occurrence"));
    QCOMPARE(answer.acknowledged, std::size_t(2));
    QCOMPARE(answer.refused, std::size_t(1));
    Lines answers;
    for (const std::string &line : bench.stored()) {
        if (line.starts_with("ACK") || line.starts_with("REJECT"))
            answers.push_back(line);
    }
    QCOMPARE(answers, Lines({"ACK a", "REJECT b", "ACK c"}));
    for (const char *name : {"b", "d", "e"})
        QTRY_COMPARE(bench.shown(name), std::string("UNACK"));
    action.alarms.clear();
    QVERIFY(bench.act(action).ok()); // there was nothing on screen
    QCOMPARE(count(bench.stored(), "ACK e"), std::size_t(0));
    action.kind = AlarmAction::Kind::AcknowledgeVisible;
    action.alarms = {{"b", 1}, {"e", 1}, {"d", 1}};
    const AlarmAnswer visible = bench.act(action);
    QVERIFY(!visible.ok());
    QCOMPARE(visible.refused, std::size_t(1));
    QCOMPARE(visible.acknowledged, std::size_t(1)); // d needs its own
    QCOMPARE(count(bench.stored(), "ACK e"), std::size_t(1));
    QCOMPARE(count(bench.stored(), "ACK d"), std::size_t(0));
}

/// Also after a restart, and to whoever reads the file beside the owner.
void TestAlarmService::hiddenAlarmSaysSinceWhenByWhomAndWhy()
{
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    bench.sample("T", 99);
    const Timestamp began = bench.clock.now();
    AlarmAction shelve;
    shelve.kind = AlarmAction::Kind::Shelve;
    shelve.alarms = {{"hi", 1}};
    shelve.by = "ada";
    shelve.text = "sensor is exchanged";
    shelve.shelveFor = std::chrono::minutes(15);
    QVERIFY(bench.act(shelve).ok());
    QTRY_COMPARE(bench.board.snapshot()->shelved, 1U);
    bench.clock.advance(std::chrono::minutes(1));
    shelve.text = "takes longer";
    QVERIFY(bench.act(shelve).ok());
    QTRY_COMPARE(bench.board.snapshot()->suppressed.at(0).hiddenReason, shelve.text);
    const auto check = [&](const AlarmRow &row) {
        QCOMPARE(row.hiddenSince.value_or(Timestamp {}), began);
        QCOMPARE(row.hiddenBy, shelve.by);
        QCOMPARE(row.hiddenReason, shelve.text);
        QCOMPARE(row.until.value_or(Timestamp {}), began + std::chrono::minutes(16));
        QCOMPARE(row.shelfLimit.value_or(Timestamp {}), began + std::chrono::hours(24));
        QCOMPARE(row.maxShelveSeconds, 28'800.0);
        QVERIFY(row.isOn);
    };
    check(bench.board.snapshot()->suppressed.at(0));
    bench.restart();
    bench.service->setRules(bench.service->rules(), "as stored");
    check(bench.board.snapshot()->suppressed.at(0));
    const auto reader = AlarmReader::open(bench.options.folder);
    QVERIFY(reader.ok());
    const auto read = reader.value()->snapshot();
    QVERIFY(read.ok());
    check(read->suppressed.at(0));
    QVERIFY(bench.act(AlarmAction::Kind::OutOfService, "hi", 1, "pump is away").ok());
    QTRY_COMPARE(bench.board.snapshot()->outOfService, 1U);
    QCOMPARE(bench.board.snapshot()->shelved, 0U);
    const AlarmRow away = bench.board.snapshot()->suppressed.at(0);
    QCOMPARE(away.hiddenReason, std::string("pump is away"));
    QCOMPARE(away.hiddenBy, bench.options.user);
    QCOMPARE(away.hiddenSince.value_or(Timestamp {}), bench.clock.now());
}

void TestAlarmService::suppressedAlarmSaysWhatSuppressesIt()
{
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    AlarmRule byTag = test::limitRule("tagged", "A", 80);
    byTag.suppressWhen = {"running", SuppressWhen::Op::Equal, 0.0, {}};
    AlarmRule byAlarm = test::limitRule("high", "T", 70);
    byAlarm.suppressWhen.alarm = "hi";
    bench.service->setRules({{}, {test::limitRule("hi", "T", 80), byTag, byAlarm}}, "suppressed");
    bench.sample("running", 0);
    bench.sample("T", 99);
    QTRY_COMPARE(bench.board.snapshot()->suppressedByDesign, 2U);
    for (const AlarmRow &row : bench.board.snapshot()->suppressed) {
        const bool isByTag = row.id == "tagged";
        QCOMPARE(row.hiddenBy, std::string(isByTag ? "" : "hi"));
        QCOMPARE(row.hiddenReason, std::string(isByTag ? "running == 0" : ""));
        QVERIFY(row.hiddenSince.has_value());
    }
}

void TestAlarmService::noteOfAShiftStaysInTheChain()
{
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    AlarmAction note;
    note.kind = AlarmAction::Kind::Note;
    note.by = "ada";
    note.text = "pump 2 sounds rough\nlook at its bearing";
    note.about = bench.clock.now() - std::chrono::minutes(10);
    QVERIFY(bench.act(note).ok());
    note.about = bench.clock.now() + std::chrono::hours(1);
    note.text = "later";
    QVERIFY(bench.act(note).ok());
    bench.restart();
    std::vector<AlarmJournalEntry> notes = bench.entries();
    std::erase_if(notes, [](const AlarmJournalEntry &one) { return one.type != "COMMENT"; });
    QCOMPARE(notes.size(), std::size_t(2));
    QVERIFY(notes[0].alarm.empty());
    QCOMPARE(notes[0].by, std::string("ada"));
    QCOMPARE(notes[0].text, std::string("pump 2 sounds rough\nlook at its bearing"));
    QCOMPARE(notes[0].time - notes[0].eventTime,
             std::chrono::microseconds(std::chrono::minutes(10)));
    QCOMPARE(notes[1].eventTime, notes[1].time); // nothing is about the future
    QVERIFY(verifyChain(bench.options.folder).ok());
}

void TestAlarmService::noteNeedsWordsAndAnOperator()
{
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    AlarmAction note;
    note.kind = AlarmAction::Kind::Note;
    note.text = " \n";
    const Outcome blank = bench.act(note);
    QCOMPARE(blank.error().detail, std::string("reason_required"));
    note.text = "words";
    note.role = AlarmRole::Viewer;
    const Outcome viewer = bench.act(note);
    QCOMPARE(viewer.error().code, Error::Code::NotPermitted);
    QVERIFY(!contains(bench.stored(), "COMMENT"));
}

/// To views of the file, too, and after a restart.
void TestAlarmService::rowSaysWhetherItSounds()
{
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    bench.sample("T", 99);
    QTRY_COMPARE(bench.rows().size(), std::size_t(1));
    QVERIFY(bench.rows().at(0).isSounding);
    bench.restart();
    QVERIFY(bench.board.snapshot()->horn);
    QVERIFY(bench.rows().at(0).isSounding);
    QVERIFY(bench.act(AlarmAction::Kind::Silence, {}).ok());
    QTRY_VERIFY(!bench.rows().at(0).isSounding);
    QCOMPARE(bench.shown("hi"), std::string("UNACK")); // silence acknowledges nothing
    const auto reader = AlarmReader::open(bench.options.folder);
    QVERIFY(reader.ok());
    QVERIFY(!reader.value()->snapshot()->rows.at(0).isSounding);
}

QTEST_GUILESS_MAIN(TestAlarmService)
#include "tst_alarm_service.moc"
