#include "tests/data/alarms/service_bench.h"

#include "data/alarms/alarm_engine.h"
#include "data/alarms/state_codec.h"

#include <QTest>

using namespace telltale;
using namespace std::chrono_literals;
using test::ServiceBench;

/// What a flood says of itself: how many alarms came, and with which one it began.
class TestAlarmFlood : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void floodBeginsWithTheAlarmThatHappenedFirst();
    void firstOutOfAGroupComesBeforeEarlierAlarms();
    void firstOutThatIsAloneIsAnAlarmLikeAnother();
    void whatWasToldLateBeganNoFlood();
    void whatCameAloneMinutesBeforeBeganNoFlood();
    void restartAndReadersKnowHowTheFloodBegan();
    void digestNamesWhatWasWithheldAfterARestart();
    void rateOfTheFloodGoesDownByItself();
    void stateOfAnOlderProgramIsRead();
};

namespace {

constexpr int kUnits = 12; ///< a flood starts above ten

std::string unit(int number)
{
    return "unit/" + std::to_string(number) + "/level";
}

RuleSet rulesOfUnits()
{
    RuleSet set {{{"train", true}}, {}};
    for (int i = 0; i < kUnits; ++i) {
        set.rules.push_back(test::limitRule("u" + std::to_string(i), unit(i), 80));
        set.rules.back().group = i >= 5 ? "train" : "";
    }
    return set;
}

/// All units, one after the other, the first `quiet` of them not.
void raise(ServiceBench &bench, int quiet)
{
    for (int i = quiet; i < kUnits; ++i)
        bench.sample(unit(i).c_str(), 99);
    QTRY_VERIFY(bench.board.snapshot()->flood);
}

} // namespace

void TestAlarmFlood::floodBeginsWithTheAlarmThatHappenedFirst()
{
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    RuleSet rules = rulesOfUnits();
    rules.groups.clear();
    bench.service->setRules(rules, "no first-out");
    bench.sample(unit(0).c_str(), 99);
    QTRY_COMPARE(bench.board.snapshot()->recent, 1U);
    QVERIFY(!bench.board.snapshot()->floodFirst);
    bench.pass(11min); // that one is none of them
    const Timestamp began = bench.clock.now();
    raise(bench, 1);
    const auto snapshot = bench.board.snapshot();
    QCOMPARE(snapshot->recent, 11U);
    QVERIFY(snapshot->floodFirst);
    QCOMPARE(snapshot->floodFirst->alarm, std::string("u1"));
    QCOMPARE(snapshot->floodFirst->title, std::string("Pressure high"));
    QCOMPARE(snapshot->floodFirst->tag, unit(1));
    QCOMPARE(snapshot->floodFirst->since, began + 1ms);
}

void TestAlarmFlood::firstOutOfAGroupComesBeforeEarlierAlarms()
{
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    bench.service->setRules(rulesOfUnits(), "one trips the others");
    raise(bench, 0);
    QVERIFY(bench.board.snapshot()->floodFirst);
    QCOMPARE(bench.board.snapshot()->floodFirst->alarm, std::string("u5"));
}

/// Nothing of the flood follows from it.
void TestAlarmFlood::firstOutThatIsAloneIsAnAlarmLikeAnother()
{
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    RuleSet rules = rulesOfUnits();
    for (int i = 0; i < kUnits; ++i)
        rules.rules[static_cast<std::size_t>(i)].group = i == 5 ? "train" : "";
    bench.service->setRules(rules, "one in a group");
    raise(bench, 0);
    QVERIFY(bench.board.snapshot()->floodFirst);
    QCOMPARE(bench.board.snapshot()->floodFirst->alarm, std::string("u0"));
}

/// It happened hours before: a device had not been heard.
void TestAlarmFlood::whatWasToldLateBeganNoFlood()
{
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    RuleSet rules = rulesOfUnits();
    for (AlarmRule &rule : rules.rules)
        rule.group.clear();
    rules.groups.clear();
    bench.service->setRules(rules, "no first-out");
    bench.sample(unit(0).c_str(), 99, 19h);
    QTRY_COMPARE(bench.board.snapshot()->recent, 1U);
    raise(bench, 1);
    QVERIFY(bench.board.snapshot()->floodFirst);
    QCOMPARE(bench.board.snapshot()->floodFirst->alarm, std::string("u1"));
}

/// It lies in the window of the flood and counts, but the burst came minutes later.
void TestAlarmFlood::whatCameAloneMinutesBeforeBeganNoFlood()
{
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    RuleSet rules = rulesOfUnits();
    for (AlarmRule &rule : rules.rules)
        rule.group.clear();
    rules.groups.clear();
    bench.service->setRules(rules, "no first-out");
    bench.sample(unit(0).c_str(), 99);
    QTRY_COMPARE(bench.board.snapshot()->recent, 1U);
    bench.pass(9min);
    raise(bench, 1);
    QTRY_COMPARE(bench.board.snapshot()->recent, 12U);
    QVERIFY(bench.board.snapshot()->floodFirst);
    QCOMPARE(bench.board.snapshot()->floodFirst->alarm, std::string("u1"));
}

void TestAlarmFlood::restartAndReadersKnowHowTheFloodBegan()
{
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    const RuleSet rules = rulesOfUnits();
    bench.service->setRules(rules, "one trips the others");
    raise(bench, 0);
    const std::optional<FloodOrigin> first = bench.board.snapshot()->floodFirst;
    bench.restart();
    QVERIFY(bench.board.snapshot()->flood);
    QVERIFY(bench.board.snapshot()->floodFirst == first);
    const auto reader = AlarmReader::open(bench.options.folder);
    QVERIFY(reader.ok());
    const auto read = reader.value()->snapshot();
    QVERIFY(read.ok());
    QVERIFY(read->flood);
    QVERIFY(read->floodFirst == first);
}

/// As who it is for depends on them.
void TestAlarmFlood::digestNamesWhatWasWithheldAfterARestart()
{
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    const RuleSet rules = rulesOfUnits();
    bench.service->setRules(rules, "one trips the others");
    raise(bench, 0);
    for (int restart = 0; restart < 2; ++restart) { // before the digest, and with it in the outbox
        bench.restart();
        bench.pass(61s);
        const auto digest = [&bench] {
            const std::vector<AlarmNotification> waiting = bench.outbox().waiting;
            const auto found
                = std::find_if(waiting.begin(), waiting.end(), [](const AlarmNotification &one) {
                      return one.kind == AlarmNotification::Kind::Digest;
                  });
            return found == waiting.end() ? AlarmNotification {} : *found;
        };
        QTRY_VERIFY(digest().count > 0);
        QCOMPARE(digest().withheld.size(), digest().count);
        QCOMPARE(digest().withheld.back().path, unit(kUnits - 1));
        QCOMPARE(digest().withheld.back().priority, 3);
        QCOMPARE(digest().withheld.back().count, std::uint64_t(1));
        QCOMPARE(bench.outbox().damaged, std::uint64_t(0));
    }
}

void TestAlarmFlood::rateOfTheFloodGoesDownByItself()
{
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    bench.service->setRules(rulesOfUnits(), "one trips the others");
    raise(bench, 0);
    bench.pass(11min);
    QTRY_VERIFY(!bench.board.snapshot()->flood);
    QCOMPARE(bench.board.snapshot()->recent, 0U);
    QVERIFY(!bench.board.snapshot()->floodFirst);
}

void TestAlarmFlood::stateOfAnOlderProgramIsRead()
{
    StateWriter old;
    old(std::uint64_t {1});
    old(std::vector<AlarmTime> {1, 2, 3}), old(true); // a flood
    old(kNever), old(std::uint64_t {0}), old(std::uint64_t {0}), old(false);
    old(std::vector<std::string> {"train"});
    AlarmEngine engine;
    QVERIFY(engine.restoreGlobals(old.take()));
    QVERIFY(engine.flood().isOn());
    QVERIFY(engine.globals().floodFirst.alarm.empty());
    AlarmEngine next;
    QVERIFY(next.restoreGlobals(engine.saveGlobals()));
    QVERIFY(next.flood().isOn());
}

QTEST_GUILESS_MAIN(TestAlarmFlood)
#include "tst_alarm_flood.moc"
