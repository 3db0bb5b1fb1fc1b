#include "data/alarms/rule_check.h"
#include "data/alarms/rule_json.h"
#include "data/alarms/rule_kind.h"
#include "data/alarms/rule_writer.h"

#include <QTest>

#include <set>

using namespace telltale;

class TestRuleJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyParameterSurvivesWritingAndReading();
    void everyKindHasItsWord();
    void defaultsAreNotWritten();
    void changeIsWhatDiffers();
    void faultIsNamedWithLineAndReason_data();
    void faultIsNamedWithLineAndReason();
    void limitOfZeroIsWritten();
    void storeMayHaveIdsThatAreRefusedNow();
    void storeMayLackALimitOfZero();
    void newerVersionIsRefused();
    void suppressingRuleComesFirst();
};

namespace {

AlarmRule everyParameter()
{
    AlarmRule rule;
    rule.id = "dev";
    rule.title = "Flow \"off\" set-point\n\u00e4";
    rule.tag = "plant/*/flow";
    rule.kind = AlarmRule::Kind::Deviation;
    rule.priority = 2;
    rule.enabled = false;
    rule.side = AlarmRule::Side::Low;
    rule.limit = 0.1;
    rule.deadband = 1.5;
    rule.timeoutSeconds = 30;
    rule.setpoint = 50;
    rule.high = 5;
    rule.low = 4;
    rule.windowSeconds = 10;
    rule.direction = AlarmRule::Direction::Falling;
    rule.alarmWhen = {true, 2.5, std::string("TRIP")};
    rule.count = 3;
    rule.includeUncertain = true;
    rule.onDelaySeconds = 1;
    rule.offDelaySeconds = 2;
    rule.graceSeconds = 3;
    rule.latch = true;
    rule.ack = AlarmRule::Ack::AutoReturn;
    rule.onBad = AlarmRule::OnBad::Clear;
    rule.realarmSeconds = 100;
    rule.group = "g";
    rule.suppressWhen.tag = "plant/run";
    rule.suppressWhen.op = SuppressWhen::Op::LessOrEqual;
    rule.suppressWhen.value = 0.0;
    rule.releaseDelaySeconds = 4;
    rule.shelvable = false;
    rule.maxShelveSeconds = 5;
    rule.maxShelveTotalSeconds = 6;
    rule.sound = false;
    rule.notify = {false, true, 60, 100};
    rule.cause = "cause";
    rule.consequence = "consequence";
    rule.action = "action";
    rule.respondWithinSeconds = 600;
    rule.rationalisedBy = "ann";
    rule.rationalisedAt = "2026-11-25";
    rule.alarmClass = "process";
    return rule;
}

std::string withRule(const char *members)
{
    return std::string("{\n \"version\": 1,\n \"rules\": [\n  {\"id\": \"ok\", \"tag\": \"T\", "
                       "\"limit\": 0},\n"
                       "  {\"id\": \"x\",\n   ")
        + members + "}\n ]\n}\n";
}

} // namespace

void TestRuleJson::everyParameterSurvivesWritingAndReading()
{
    AlarmRule other;
    other.id = "hi";
    other.tag = "T";
    other.suppressWhen.alarm = "dev";
    const RuleSet set {{{"g", true}}, {everyParameter(), other}};
    const Result<RuleSet> read = parseRuleSet(ruleSetToJson(set));
    QVERIFY2(read.ok(), read.ok() ? "" : read.error().detail.c_str());
    QVERIFY(read.value() == set);
}

void TestRuleJson::everyKindHasItsWord()
{
    std::set<std::string> words;
    for (std::size_t i = 0; i < ruleKinds().size(); ++i) {
        AlarmRule rule = everyParameter();
        rule.kind = static_cast<AlarmRule::Kind>(i);
        const RuleSet set {{}, {rule}};
        const std::string json = ruleSetToJson(set);
        const std::string word = ruleKinds()[i]->word;
        QVERIFY(json.find("\"kind\": \"" + word + '"') != std::string::npos);
        const Result<RuleSet> read = parseRuleSet(json);
        QVERIFY2(read.ok() && read.value() == set, word.c_str());
        QVERIFY(!ruleKinds()[i]->condition(rule, 1.0).empty());
        words.insert(word);
    }
    QCOMPARE(words.size(), std::size_t(8));
}

void TestRuleJson::defaultsAreNotWritten()
{
    AlarmRule rule;
    rule.id = "hi";
    rule.tag = "T";
    rule.limit = 80;
    QCOMPARE(ruleSetToJson({{}, {rule}}),
             std::string("{\n \"version\": 1,\n \"rules\": [\n  {\"id\": \"hi\", \"tag\": \"T\", "
                         "\"kind\": \"limit\", \"priority\": 3, \"limit\": 80}\n ]\n}\n"));
}

void TestRuleJson::limitOfZeroIsWritten()
{
    AlarmRule rule;
    rule.id = "frost";
    rule.tag = "T";
    rule.side = AlarmRule::Side::Low;
    rule.windowSeconds = 60;
    for (const AlarmRule::Kind kind : {AlarmRule::Kind::Limit, AlarmRule::Kind::Rate}) {
        rule.kind = kind;
        QVERIFY(ruleToJson(rule).find("\"limit\": 0") != std::string::npos);
        const Result<RuleSet> read = parseRuleSet(ruleSetToJson({{}, {rule}}));
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().detail.c_str());
        QCOMPARE(read->rules.at(0).limit, 0.0);
    }
    rule.kind = AlarmRule::Kind::Quality; // reads none
    QVERIFY(ruleToJson(rule).find("\"limit\"") == std::string::npos);
}

void TestRuleJson::changeIsWhatDiffers()
{
    const AlarmRule before = everyParameter();
    AlarmRule after = before;
    after.limit = 82;
    after.latch = false; // a default is said, too
    QCOMPARE(changesToJson(after, before), std::string(R"({"limit": 82, "latch": false})"));
    QCOMPARE(changesToJson(before, after), std::string(R"({"limit": 0.1, "latch": true})"));
    QCOMPARE(changesToJson(before, before), std::string("{}"));
}

void TestRuleJson::faultIsNamedWithLineAndReason_data()
{
    QTest::addColumn<std::string>("json");
    QTest::addColumn<std::string>("says");
    const auto row = [](const char *name, const std::string &json, const char *says) {
        QTest::newRow(name) << json << std::string(says);
    };
    row("broken text", "{\n\"version\": 1,\n\"rules\": [}", "line 3: ");
    row("no version", "{\"rules\": []}", "\"version\" is missing");
    row("misspelt list", "{\"version\": 1,\n\n \"rulez\": []}", "line 3: \"rulez\" is unknown");
    row("unknown member beside the list",
        "{\"version\": 1, \"rules\": [{\"id\": \"x\",\n\"tag\": \"note\"}],\n\"note\": \"\"}",
        "line 3: \"note\" is unknown");
    row("no list", "{\"version\": 1, \"groups\": []}", "line 1: \"rules\" is missing");
    row("list of another type", "{\"version\": 1,\n\"rules\": {}}",
        "line 2: \"rules\" is not a list");
    row("wrong type", withRule("\"tag\": \"T\",\n \"deadband\": \"2\""),
        "line 7: rule \"x\": \"deadband\" is not a number");
    row("misspelt member", withRule("\"tag\": \"T\", \"dead_band\": 2"),
        "line 6: rule \"x\": \"dead_band\" is not a member");
    row("unknown kind", withRule("\"tag\": \"T\",\n\n \"kind\": \"limits\""),
        "line 8: rule \"x\": \"kind\" has no value \"limits\"");
    row("no tag", withRule("\"limit\": 3"), "line 5: rule \"x\": \"tag\" is missing");
    row("priority", withRule("\"tag\": \"T\", \"limit\": 1, \"priority\": 5"),
        "must be from 1 to 4");
    row("wide deadband",
        withRule("\"tag\":\"T\",\"kind\":\"deviation\",\"setpoint\":1,\"high\":5,\"low\":2,"
                 "\"deadband\":2"),
        "\"deadband\" must be less than high and low");
    row("no limit", withRule("\"tag\": \"T\",\n \"kind\": \"limit\""),
        "line 5: rule \"x\": \"limit\" is missing");
    row("rate without limit", withRule("\"tag\": \"T\", \"kind\": \"rate\", \"window_s\": 60"),
        "line 5: rule \"x\": \"limit\" is missing");
    row("stale without time", withRule("\"tag\": \"T\", \"kind\": \"stale\""), "\"timeout_s\"");
    row("unknown suppressor",
        withRule("\"tag\": \"T\", \"limit\": 1, \"suppress_when\": {\"alarm\": \"y\"}"),
        "names no rule of this set");
    row("circle", withRule("\"tag\": \"T\", \"limit\": 1, \"suppress_when\": {\"alarm\": \"x\"}"),
        "suppresses itself in a circle");
    row("id twice", withRule("\"tag\":\"T\",\"limit\":1},{\"id\":\"ok\",\"tag\":\"T\",\"limit\":1"),
        "is used twice");
    row("id with the mark of a tag",
        withRule("\"tag\":\"T\",\"limit\":1},{\"id\":\"hot@night\",\"tag\":\"T\",\"limit\":1"),
        "line 6: rule \"hot@night\": \"id\" must not contain @");
}

void TestRuleJson::faultIsNamedWithLineAndReason()
{
    QFETCH(std::string, json);
    QFETCH(std::string, says);
    const Result<RuleSet> rules = parseRuleSet(json);
    QVERIFY(!rules.ok());
    QCOMPARE(rules.error().code, Error::Code::Malformed);
    QVERIFY2(rules.error().detail.find(says) != std::string::npos, rules.error().detail.c_str());
}

void TestRuleJson::storeMayHaveIdsThatAreRefusedNow()
{
    const std::string stored
        = R"({"version": 1, "rules": [{"id": "hot@night", "tag": "T", "limit": 1}]})";
    QVERIFY(!parseRuleSet(stored).ok());
    const Result<RuleSet> read = parseRuleSet(stored, RuleOrigin::Store);
    QVERIFY(read.ok());
    QCOMPARE(read->rules.at(0).id, std::string("hot@night"));
    QVERIFY(!parseRuleSet(R"({"version": 1, "rules": [{"id": "x"}]})", RuleOrigin::Store).ok());
}

/// Earlier versions left it out like every default.
void TestRuleJson::storeMayLackALimitOfZero()
{
    const std::string stored = R"({"version": 1, "rules": [{"id": "frost", "tag": "T"}]})";
    QVERIFY(!parseRuleSet(stored).ok());
    const Result<RuleSet> read = parseRuleSet(stored, RuleOrigin::Store);
    QVERIFY(read.ok());
    QCOMPARE(read->rules.at(0).limit, 0.0);
}

void TestRuleJson::newerVersionIsRefused()
{
    const Result<RuleSet> rules = parseRuleSet("{\"version\": 2, \"rules\": []}");
    QVERIFY(!rules.ok());
    QCOMPARE(rules.error().code, Error::Code::NewerVersion);
    QCOMPARE(rules.error().detail,
             std::string("written by a newer program (version 2): install a newer Telltale"));
}

void TestRuleJson::suppressingRuleComesFirst()
{
    std::vector<AlarmRule> rules(4);
    rules[0].id = "lo";
    rules[1].id = "hi";
    rules[1].suppressWhen.alarm = "hihi";
    rules[2].id = "x";
    rules[3].id = "hihi";
    QCOMPARE(ruleOrder(rules), (std::vector<std::size_t> {0, 3, 1, 2}));
}

QTEST_GUILESS_MAIN(TestRuleJson)
#include "tst_rule_json.moc"
