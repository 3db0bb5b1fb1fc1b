#include "data/history/retention_rules.h"

#include <QTest>

using namespace telltale;

class TestRetentionRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstRuleThatMatchesCounts();
    void withoutARuleThePolicyCounts();
    void daysOfRawSamplesAreTheRules();
    void tagsThatCameLaterAreMatched();
    void anotherPolicyCountsFromNowOn();
};

namespace {

RetentionPolicy policyOf(std::vector<RetentionPolicy::Rule> rules)
{
    RetentionPolicy policy;
    policy.rules = std::move(rules);
    policy.days = 100;
    return policy;
}

} // namespace

void TestRetentionRules::theFirstRuleThatMatchesCounts()
{
    TagRegistry registry;
    const TagId fine = registry.intern("plant/fine/a");
    const TagId other = registry.intern("plant/b");
    RetentionRules rules(registry);
    QVERIFY(rules.setPolicy(policyOf({{"plant/fine/*", 1, {}}, {"plant/**", 2, {}}})));
    QCOMPARE(rules.ruleOf(fine), std::optional<std::size_t>(0));
    QCOMPARE(rules.ruleOf(other), std::optional<std::size_t>(1));
    QCOMPARE(rules.daysOf(fine), std::optional<int>(1));
    QCOMPARE(rules.daysOf(other), std::optional<int>(2));
}

void TestRetentionRules::withoutARuleThePolicyCounts()
{
    TagRegistry registry;
    const TagId tag = registry.intern("elsewhere/a");
    RetentionRules rules(registry);
    QCOMPARE(rules.daysOf(tag), std::optional<int>());
    QVERIFY(rules.setPolicy(policyOf({{"plant/**", {}, 1000}})));
    QCOMPARE(rules.ruleOf(tag), std::optional<std::size_t>());
    QCOMPARE(rules.daysOf(tag), std::optional<int>(100));
    // A rule that says nothing of days keeps for ever, whatever the policy says of others.
    QCOMPARE(rules.daysOf(registry.intern("plant/a")), std::optional<int>());
}

void TestRetentionRules::daysOfRawSamplesAreTheRules()
{
    TagRegistry registry;
    RetentionRules rules(registry);
    RetentionPolicy policy = policyOf({{"plant/a", 50, {}, 5}, {"plant/**", 50, {}}});
    policy.rawDays = 9;
    QVERIFY(rules.setPolicy(policy));
    QCOMPARE(rules.rawDaysOf(registry.intern("plant/a")), std::optional<int>(5));
    QCOMPARE(rules.rawDaysOf(registry.intern("plant/b")), std::optional<int>());
    QCOMPARE(rules.rawDaysOf(registry.intern("elsewhere/a")), std::optional<int>(9));
}

void TestRetentionRules::tagsThatCameLaterAreMatched()
{
    TagRegistry registry;
    RetentionRules rules(registry);
    QVERIFY(rules.setPolicy(policyOf({{"plant/**", 2, {}}})));
    QCOMPARE(rules.ruleOf({0}), std::optional<std::size_t>());
    const TagId tag = registry.intern("plant/a");
    QCOMPARE(rules.ruleOf(tag), std::optional<std::size_t>(0));
}

void TestRetentionRules::anotherPolicyCountsFromNowOn()
{
    TagRegistry registry;
    const TagId tag = registry.intern("plant/a");
    RetentionRules rules(registry);
    const RetentionPolicy first = policyOf({{"other/**", 1, {}}, {"plant/**", 2, {}}});
    QVERIFY(rules.setPolicy(first));
    QVERIFY(!rules.setPolicy(first));
    QCOMPARE(rules.daysOf(tag), std::optional<int>(2));
    QVERIFY(rules.setPolicy(policyOf({{"plant/**", 3, {}}})));
    QCOMPARE(rules.ruleOf(tag), std::optional<std::size_t>(0));
    QCOMPARE(rules.daysOf(tag), std::optional<int>(3));
}

QTEST_GUILESS_MAIN(TestRetentionRules)
#include "tst_retention_rules.moc"
