#include "models/cure_table.h"
#include "models/rule_cures.h"

#include "tests/support/fake_plant.h"
#include "tests/support/growth.h"
#include "tests/support/stored_values.h"

#include <QTest>

#include <functional>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

namespace {

constexpr const char *kHeat = "works/p1/heat";

AlarmRule limitRule(const std::string &id, double limit, int priority = 3)
{
    AlarmRule rule;
    rule.id = id;
    rule.title = "Rule " + id;
    rule.tag = kHeat;
    rule.limit = limit;
    rule.priority = priority;
    rule.cause = rule.consequence = rule.action = "-";
    rule.respondWithinSeconds = 600.0;
    rule.rationalisedBy = rule.rationalisedAt = rule.alarmClass = "-";
    return rule;
}

} // namespace

/// What the worst alarms are, and what would cure them.
class TestRuleCures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_works.reset(); }
    void valueThatTremblesAtItsLimitGetsADeadband();
    void shortPeaksGetADelay();
    void aDelayThatMissesWhatIsRealIsNoCure();
    void whatAnotherAlarmTellsIsSuppressed();
    void whatIsAlwaysOnIsSwitchedOff();
    void rareAlarmsStayAsTheyAre();
    void theTenWorstAreLookedAt();
    void candidatesAreMoreThanTheRuleHas();
    void theJournalIsReadPageByPage();
    void rulesAreComparedUpToOneMoment();
    void thousandsOfTagsAreComparedAtOnce();
    void comparingCanBeCancelled();
    void whatWasLeftOutIsSaid();
    void assetsOfOneNameAreToldApart();

private:
    /// A sample each five seconds of the last ten hours.
    void store(const std::function<double(std::chrono::seconds)> &value)
    {
        StoredValues stored(*m_works);
        for (std::chrono::seconds into = 0s; into < 10h; into += 5s)
            stored.add(kHeat, m_now - 10h + into, value(into));
        stored.commit();
    }
    void entry(const char *type, const std::string &alarm, Timestamp at)
    {
        AlarmJournalEntry entry;
        entry.sequence = m_journal.size() + 1;
        entry.type = type;
        entry.alarm = alarm;
        entry.tag = kHeat;
        entry.time = entry.eventTime = at;
        entry.hasEventTime = true;
        m_journal.push_back(entry);
    }
    Result<std::vector<AlarmJournalEntry>> journal(TimeRange range)
    {
        std::vector<AlarmJournalEntry> inside;
        for (const AlarmJournalEntry &one : m_journal) {
            if (one.time >= range.from && one.time < range.to)
                inside.push_back(one);
        }
        return inside;
    }
    std::vector<RuleCure> cures(const std::vector<AlarmRule> &rules)
    {
        auto reader = HistoryReader::open(m_works->plant().dataFolder).value();
        HistoryJob::Progress progress;
        return curesOfWorst(
                   *reader,
                   [this](TimeRange range, std::size_t, const CancelFlag *) {
                       return journal(range);
                   },
                   m_works->tags(), rules, {m_now - 24h, m_now}, progress)
            .value()
            .cures;
    }

    std::unique_ptr<FakePlant> m_works;
    Timestamp m_now;
    std::vector<AlarmJournalEntry> m_journal;
};

void TestRuleCures::init()
{
    m_works = std::make_unique<FakePlant>(FakePlant::Content::Empty);
    m_now = m_works->clock().now();
    m_journal.clear();
}

/// Span 30: a deadband of 2 % of it, 0.6, is the first that reaches over the tremor.
void TestRuleCures::valueThatTremblesAtItsLimitGetsADeadband()
{
    store([](std::chrono::seconds into) {
        if (into < 1h)
            return 60.0;
        if (into >= 8h && into < 9h)
            return 90.0;
        return into % 10s == 0s ? 80.1 : 79.5;
    });
    entry("ALARM", "hot", m_now - 5h);
    const std::vector<RuleCure> found = cures({limitRule("hot", 80.0)});
    QCOMPARE(found.size(), 1U);
    const RuleCure &cure = found.front();
    QCOMPARE(cure.kind, RuleCure::Kind::Deadband);
    QCOMPARE(cure.after.deadband, 0.6);
    QVERIFY(cure.figuresBefore.nuisance > 1000);
    QVERIFY(cure.figuresAfter.nuisance == 0 && cure.figuresAfter.raised <= 2);
    QCOMPARE(CureTable::cureText(cure, {cure.before}, m_works->tags()),
             QStringLiteral("Deadband 0 → 0.6"));
    const std::vector<TableRow> rows = CureTable::rows(found, {"hot"}, m_works->plant());
    QCOMPARE(rows.front().cells[CureTable::AlarmColumn].text, QStringLiteral("Rule hot"));
    QCOMPARE(rows.front().cells[CureTable::StateColumn].text, QStringLiteral("applied"));
}

void TestRuleCures::shortPeaksGetADelay()
{
    store([](std::chrono::seconds into) {
        const bool isReal = into >= 8h && into < 9h;
        return isReal || into % 600s == 300s ? 90.0 : 70.0;
    });
    entry("ALARM", "hot", m_now - 5h);
    const RuleCure cure = cures({limitRule("hot", 80.0)}).front();
    QCOMPARE(cure.kind, RuleCure::Kind::OnDelay);
    QCOMPARE(cure.after.onDelaySeconds, 10.0);
    QCOMPARE(cure.figuresBefore.fleeting, 54U);
    QCOMPARE(cure.figuresAfter.raised, 1U);
}

/// The longer delay would leave out what lasted longer than there is to respond.
void TestRuleCures::aDelayThatMissesWhatIsRealIsNoCure()
{
    AlarmRule rule = limitRule("hot", 80.0);
    rule.respondWithinSeconds = 20.0;
    const AlarmTime peak = 15 * kSecond;
    HistoryTrialResult found;
    found.range = {timestampFromMicroseconds(0), timestampFromMicroseconds(3600 * kSecond)};
    const TrialOccurrence fleeting {0, 100 * kSecond, 105 * kSecond, false};
    const TrialOccurrence real {0, 1000 * kSecond, 1000 * kSecond + 2 * peak, false};
    AlarmRule delayed = rule;
    delayed.onDelaySeconds = 60.0;
    AlarmRule better = rule;
    better.onDelaySeconds = 10.0;
    found.occurrences = {{fleeting, real}, {}, {real}};
    const RuleCure cure = chooseCure(
        rule, {{RuleCure::Kind::OnDelay, delayed}, {RuleCure::Kind::OnDelay, better}}, found, 1);
    QCOMPARE(cure.kind, RuleCure::Kind::OnDelay);
    QCOMPARE(cure.after.onDelaySeconds, 10.0);
}

void TestRuleCures::whatAnotherAlarmTellsIsSuppressed()
{
    store([](std::chrono::seconds into) { return into % 3600s >= 3000s ? 95.0 : 70.0; });
    for (int hour = 10; hour > 0; --hour) {
        const Timestamp came = m_now - std::chrono::hours(hour) + 3000s;
        entry("ALARM", "hihi", came);
        entry("ALARM", "hi", came);
        entry("RTN", "hi", came + 600s);
        entry("RTN", "hihi", came + 600s);
    }
    const std::vector<AlarmRule> rules {limitRule("hi", 80.0), limitRule("hihi", 90.0, 1)};
    const std::vector<RuleCure> found = cures(rules);
    QCOMPARE(found.size(), 2U);
    for (const RuleCure &cure : found) {
        if (cure.before.id == "hihi") {
            QCOMPARE(cure.kind, RuleCure::Kind::None);
            continue;
        }
        QCOMPARE(cure.kind, RuleCure::Kind::Suppression);
        QCOMPARE(cure.after.suppressWhen.alarm, std::string("hihi"));
        QCOMPARE(cure.came, 10U);
        QCOMPARE(cure.figuresAfter.raised, 0U);
        QCOMPARE(CureTable::cureText(cure, rules, m_works->tags()),
                 QStringLiteral("Suppress while \"Rule hihi\" is on"));
    }
}

void TestRuleCures::whatIsAlwaysOnIsSwitchedOff()
{
    store([](std::chrono::seconds into) { return into < 10min ? 70.0 : 90.0; });
    entry("ALARM", "hot", m_now - 5h);
    const RuleCure cure = cures({limitRule("hot", 80.0)}).front();
    QCOMPARE(cure.kind, RuleCure::Kind::Retirement);
    QVERIFY(!cure.after.enabled);
    QVERIFY(CureTable::cureText(cure, {}, m_works->tags()).contains(QStringLiteral("98 %")));
}

void TestRuleCures::rareAlarmsStayAsTheyAre()
{
    store([](std::chrono::seconds into) { return into >= 5h && into < 6h ? 90.0 : 70.0; });
    entry("ALARM", "hot", m_now - 5h);
    const RuleCure cure = cures({limitRule("hot", 80.0)}).front();
    QCOMPARE(cure.kind, RuleCure::Kind::None);
    QVERIFY(cure.before == cure.after);
    QVERIFY(cure.isTried);
}

void TestRuleCures::theTenWorstAreLookedAt()
{
    std::vector<AlarmRule> rules;
    for (int i = 0; i < 12; ++i) {
        rules.push_back(limitRule("r" + std::to_string(i), 80.0 + i));
        for (int times = 0; times <= i; ++times)
            entry("ALARM", rules.back().id + "@works/p1/heat", m_now - 5h);
    }
    for (int times = 0; times < 30; ++times) {
        entry("ALARM", "$source/works", m_now - 5h);
        entry("ALARM", "gone", m_now - 5h);
    }
    rules[11].enabled = false;
    const std::vector<RuleCure> found = cures(rules);
    QCOMPARE(found.size(), 10U);
    QCOMPARE(found.front().before.id, std::string("r10"));
    QCOMPARE(found.front().came, 11U);
    QCOMPARE(found.back().before.id, std::string("r1"));
    QVERIFY(!found.front().isTried); // nothing is stored
}

void TestRuleCures::candidatesAreMoreThanTheRuleHas()
{
    AlarmRule rule = limitRule("hot", 80.0);
    rule.deadband = 1.0;
    rule.onDelaySeconds = 30.0;
    rule.offDelaySeconds = 300.0;
    for (const CureCandidate &one : cureCandidates(rule, 50.0, {})) {
        const bool isMore = one.rule.deadband > 1.0 || one.rule.onDelaySeconds > 30.0;
        QVERIFY(isMore);
        QVERIFY(one.rule.onDelaySeconds <= 300.0); // half the time to respond
    }
    AlarmRule deviation = rule;
    deviation.kind = AlarmRule::Kind::Deviation;
    deviation.high = deviation.low = 2.0;
    for (const CureCandidate &one : cureCandidates(deviation, 50.0, {}))
        QVERIFY(one.rule.deadband < 2.0);
    AlarmRule stale = rule;
    stale.kind = AlarmRule::Kind::Stale;
    for (const CureCandidate &one : cureCandidates(stale, 50.0, {}))
        QCOMPARE(one.rule.deadband, 1.0);
}

/// Four entries a second, at the end twenty at one time: more than a page, which is then longer.
void TestRuleCures::theJournalIsReadPageByPage()
{
    for (int i = 0; i < 400; ++i)
        entry(i % 2 == 0 ? "ALARM" : "RTN", "hot", m_now - 1h + std::chrono::seconds(i / 4));
    for (int i = 0; i < 20; ++i)
        entry("ALARM", "cold", m_now - 30min);
    std::size_t most = 0;
    const auto pages = [&](TimeRange range, std::size_t limit, const CancelFlag *) {
        Result<std::vector<AlarmJournalEntry>> page = journal(range);
        page->resize(std::min(page->size(), limit));
        most = std::max(most, page->size());
        return page;
    };
    const RuleRecords found = ruleRecords(pages, {m_now - 24h, m_now}, {}, {.entries = 10}).value();
    QCOMPARE(found.rules.size(), 2U);
    QCOMPARE(found.rules.front().rule, std::string("hot"));
    QCOMPARE(found.rules.front().came, 200U);
    QCOMPARE(found.rules.front().active.at("works/p1").size(), 200U);
    QCOMPARE(found.rules.back().came, 20U);
    QVERIFY(most <= 40);
    QVERIFY(!found.timesUntil);
}

/// All are counted; of those after that moment it is not known when they were active.
void TestRuleCures::rulesAreComparedUpToOneMoment()
{
    for (int i = 0; i < 10; ++i) {
        const Timestamp came = m_now - 1h + std::chrono::minutes(i);
        entry("ALARM", "hihi", came);
        entry("ALARM", "hi", came + 1s);
        entry("RTN", "hi", came + 2s);
        entry("RTN", "hihi", came + 3s);
    }
    const auto all
        = [this](TimeRange range, std::size_t, const CancelFlag *) { return journal(range); };
    const RuleRecords found = ruleRecords(all, {m_now - 24h, m_now}, {}, {.times = 7}).value();
    QVERIFY(found.timesUntil);
    QCOMPARE(*found.timesUntil, m_now - 57min + 1s);
    const RuleRecord &hihi = found.rules[0].rule == "hihi" ? found.rules[0] : found.rules[1];
    const RuleRecord &hi = found.rules[0].rule == "hihi" ? found.rules[1] : found.rules[0];
    QCOMPARE(hi.came, 10U);
    QCOMPARE(hi.active.at("works/p1").size(), 3U);
    QCOMPARE(shareDuring(hi, hihi, {}).value(), 1.0);
    QCOMPARE(shareDuring(hihi, hi, {}).value(), 0.0);
}

/// Up to 3 000 tags with 60 times each: tag by tag against all others, that takes minutes.
void TestRuleCures::thousandsOfTagsAreComparedAtOnce()
{
    const auto compare = [](std::int64_t assets) {
        RuleRecord hi;
        RuleRecord hihi;
        for (std::int64_t asset = 0; asset < assets; ++asset) {
            const std::string path = "works/p" + std::to_string(asset);
            for (int time = 0; time < 60; ++time) {
                const AlarmTime came = time * 100 * kSecond;
                hi.active[path].emplace_back(came + kSecond, came + 2 * kSecond);
                if (time % 2 == 0)
                    hihi.active[path].emplace_back(came, came + 3 * kSecond);
            }
        }
        QCOMPARE(shareDuring(hi, hihi, {}).value(), 0.5);
    };
    QVERIFY(growsWithItsAmount(300, compare));
}

void TestRuleCures::comparingCanBeCancelled()
{
    RuleRecord record;
    record.active["works/p1"].emplace_back(0, kSecond);
    CancelFlag cancel;
    QCOMPARE(shareDuring(record, record, cancel).value(), 1.0);
    cancel.cancel();
    const Result<double> share = shareDuring(record, record, cancel);
    QVERIFY(!share.ok());
    QCOMPARE(share.error().code, Error::Code::Cancelled);
}

void TestRuleCures::whatWasLeftOutIsSaid()
{
    WorstCures found;
    const auto told = [&] { return CureTable::summary(found, m_works->plant()); };
    QCOMPARE(told(), QStringLiteral("No alarm of a rule came in this time."));
    found.cures.resize(2);
    QCOMPARE(told(), QStringLiteral("2 rule(s), the worst first"));
    found.cures.back().isCut = true;
    found.cures.back().range = {m_now - 2h, m_now - 1h};
    found.comparedUntil = m_now - 30min;
    QVERIFY2(told().contains(QStringLiteral("of 1 the end of the period was left out")),
             qPrintable(told()));
    QVERIFY2(told().contains(QStringLiteral("compared with each other until")), qPrintable(told()));
    const std::vector<TableRow> rows = CureTable::rows(found.cures, {}, m_works->plant());
    QVERIFY(!rows.front().tip.contains(QStringLiteral("Tried until")));
    QVERIFY(rows.back().tip.contains(QStringLiteral("Tried until")));
}

void TestRuleCures::assetsOfOneNameAreToldApart()
{
    std::vector<RuleCure> cures(3);
    cures[0].assets = {"works/Line 1/oven"};
    cures[1].assets = {"works/Line 2/oven", "works/Line 3/oven"};
    cures[2].assets = {"works/Line 2/mixer"};
    QStringList places;
    for (const TableRow &row : CureTable::rows(cures, {}, m_works->plant()))
        places << row.cells[CureTable::AssetColumn].text;
    QCOMPARE(places,
             QStringList({QStringLiteral("Line 1 › oven"),
                          QStringLiteral("Line 2 › oven and 1 more"), QStringLiteral("mixer")}));
}

QTEST_GUILESS_MAIN(TestRuleCures)
#include "tst_rule_cures.moc"
