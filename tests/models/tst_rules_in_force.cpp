#include "models/rules_in_force.h"

#include "tests/support/complete_rule.h"

#include <QTest>

using namespace telltale;
using namespace telltale::test;

class TestRulesInForce : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyRulesInForceWatch_data();
    void onlyRulesInForceWatch();
};

namespace {

AlarmRule draft()
{
    AlarmRule rule = completeRule();
    rule.cause.clear();
    return rule;
}

AlarmRule off(AlarmRule rule)
{
    rule.enabled = false;
    return rule;
}

} // namespace

void TestRulesInForce::onlyRulesInForceWatch_data()
{
    QTest::addColumn<std::vector<AlarmRule>>("rules");
    QTest::addColumn<int>("inForce");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("hint");
    const auto row = [](const char *name, std::vector<AlarmRule> rules, int inForce,
                        const char *title, const char *hint) {
        QTest::newRow(name) << std::move(rules) << inForce << QString::fromLatin1(title)
                            << QString::fromLatin1(hint);
    };
    row("none", {}, 0, "No rules yet",
        "Only a lost connection and stopped recording raise an alarm so far.");
    row("in force", {completeRule()}, 1, "No alarms", "1 rule(s) watch this plant");
    row("others beside it", {draft(), off(completeRule()), completeRule()}, 1, "No alarms",
        "1 rule(s) watch this plant");
    row("drafts", {draft(), draft()}, 0, "No rule in force",
        "2 rule(s) are drafts and raise no alarm yet.");
    row("off", {off(completeRule())}, 0, "No rule in force",
        "1 rule(s) are switched off and raise no alarm.");
    row("draft that is off", {off(draft())}, 0, "No rule in force",
        "1 rule(s) are switched off and raise no alarm.");
    row("both", {draft(), off(completeRule())}, 0, "No rule in force",
        "2 rule(s) are drafts or switched off and raise no alarm.");
}

void TestRulesInForce::onlyRulesInForceWatch()
{
    QFETCH(std::vector<AlarmRule>, rules);
    QFETCH(int, inForce);
    const RulesInForce found(rules);
    QCOMPARE(found.inForce(), inForce);
    QCOMPARE(RulesInForce::anyOf(rules), inForce > 0);
    QTEST(found.title(), "title");
    QTEST(found.hint(), "hint");
}

QTEST_GUILESS_MAIN(TestRulesInForce)
#include "tst_rules_in_force.moc"
