#include "tests/support/fake_plant.h"
#include "tests/widgets/find_widgets.h"

#include "widgets/alarms/rule_dialog.h"
#include "widgets/alarms/rule_reason_dialog.h"
#include "widgets/alarms/rules_view.h"
#include "widgets/common/theme.h"

#include "models/row_table_model.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>

using namespace telltale;
using namespace telltale::test;

namespace {

const std::string kTag = "Northfield/Pump station 2/Pump P-203/Bearing temperature";

/// A plant that remembers why its rules were changed.
class Reasons
{
public:
    Reasons()
        : plant(works.plant())
    {
        AlarmRule rule;
        rule.id = "hot";
        rule.title = "Hot";
        rule.tag = kTag;
        rule.limit = 85.0;
        works.workspace().rules = {rule};
        plant.rulesChanged = [this](const std::string &reason) { told.push_back(reason); };
    }

    FakePlant works;
    Plant plant;
    std::vector<std::string> told;
};

} // namespace

/// Whoever changes a rule is asked why, and the words go where the journal is written.
class TestRuleReasons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aChangeHasItsReason();
    void aNewRuleNeedsNoReason();
    void whatIsSwitchedOrRemovedHasItsReason_data();
    void whatIsSwitchedOrRemovedHasItsReason();
    void keysGoBackToTheRule_data();
    void keysGoBackToTheRule();
};

void TestRuleReasons::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("telltale-test"));
    QStandardPaths::setTestModeEnabled(true);
    Theme::instance().applyTo(*qApp);
}

void TestRuleReasons::aChangeHasItsReason()
{
    Reasons reasons;
    RulesView view(reasons.plant);
    view.show();
    view.openRule(QStringLiteral("hot"));
    auto *dialog = view.findChild<RuleDialog *>();
    QVERIFY(dialog);
    field<QLineEdit>(*dialog, "limit")->setText(QStringLiteral("90"));
    auto *reason = field<QLineEdit>(*dialog, "reason");
    QVERIFY(!reason->text().isEmpty()); // something to begin with
    QPushButton *save = button(*dialog, QStringLiteral("Save"));
    QVERIFY(save->isEnabled());
    reason->setText(QStringLiteral("  "));
    QVERIFY(!save->isEnabled());
    QVERIFY(field<QLabel>(*dialog, "faults")->text().contains(QStringLiteral("reason")));
    reason->setText(QStringLiteral(" new bearing,  runs warmer "));
    save->click();
    QTRY_COMPARE(reasons.told, std::vector<std::string> {"new bearing, runs warmer"});
    QCOMPARE(reasons.works.workspace().rules.front().limit, 90.0);
}

void TestRuleReasons::aNewRuleNeedsNoReason()
{
    Reasons reasons;
    RulesView view(reasons.plant);
    view.show();
    view.addRule(QString::fromStdString(kTag));
    auto *dialog = view.findChild<RuleDialog *>();
    QVERIFY(!dialog->findChild<QLineEdit *>(QStringLiteral("reason")));
    field<QLineEdit>(*dialog, "title")->setText(QStringLiteral("Hotter"));
    field<QLineEdit>(*dialog, "limit")->setText(QStringLiteral("95"));
    button(*dialog, QStringLiteral("Save"))->click();
    QTRY_COMPARE(reasons.told, std::vector<std::string> {"new rule"});
}

void TestRuleReasons::whatIsSwitchedOrRemovedHasItsReason_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("wasOn");
    QTest::addColumn<bool>("isThere");
    QTest::newRow("off") << "Switch off" << true << true;
    QTest::newRow("on") << "Switch on" << false << true;
    QTest::newRow("removed") << "Remove" << true << false;
}

void TestRuleReasons::whatIsSwitchedOrRemovedHasItsReason()
{
    QFETCH(const QString, name);
    QFETCH(const bool, wasOn);
    QFETCH(const bool, isThere);
    Reasons reasons;
    std::vector<AlarmRule> &rules = reasons.works.workspace().rules;
    rules.front().enabled = wasOn;
    RulesView view(reasons.plant);
    view.show();
    view.findChild<QTableView *>()->selectRow(0);
    button(view, name)->click();
    const QPointer<RuleReasonDialog> dialog = view.findChild<RuleReasonDialog *>();
    QVERIFY(dialog);
    QVERIFY(field<QLabel>(*dialog, "question")->text().contains(QStringLiteral("Hot")));
    QPushButton *yes = button(*dialog, name);
    auto *reason = field<QLineEdit>(*dialog, "reason");
    QVERIFY(!reason->text().isEmpty());
    reason->clear();
    QVERIFY(!yes->isEnabled());
    QTest::keyClicks(reason, QStringLiteral("pump is rebuilt"));
    if (!isThere) { // not by an Enter too many
        QTest::keyClick(reason, Qt::Key_Return);
        QVERIFY(dialog->isVisible());
    }
    QVERIFY(reasons.told.empty());
    yes->click();
    QTRY_COMPARE(reasons.told, std::vector<std::string> {"pump is rebuilt"});
    QCOMPARE(rules.size(), isThere ? std::size_t(1) : std::size_t(0));
    if (isThere)
        QCOMPARE(rules.front().enabled, !wasOn);
    QTRY_VERIFY(dialog.isNull());
}

void TestRuleReasons::keysGoBackToTheRule_data()
{
    QTest::addColumn<QString>("how");
    QTest::newRow("saved") << "Save";
    QTest::newRow("given up") << "Cancel";
}

void TestRuleReasons::keysGoBackToTheRule()
{
    QFETCH(const QString, how);
    Reasons reasons;
    std::vector<AlarmRule> &rules = reasons.works.workspace().rules;
    rules.push_back(rules.front());
    rules.back().id = "hotter";
    rules.back().title = "Hotter";
    rules.back().limit = 95.0;
    RulesView view(reasons.plant);
    view.show();
    auto *table = view.findChild<QTableView *>();
    const auto current
        = [table] { return table->currentIndex().data(RowTableModel::KeyRole).toString(); };
    table->selectRow(1);
    const QString edited = current();
    QPushButton *edit = button(view, QStringLiteral("Edit"));
    edit->setFocus();
    edit->click();
    const QPointer<RuleDialog> dialog = view.findChild<RuleDialog *>();
    QVERIFY(dialog);
    field<QLineEdit>(*dialog, "limit")->setText(QStringLiteral("91"));
    button(*dialog, how)->click();
    QTRY_VERIFY(dialog.isNull());
    QCOMPARE(view.focusWidget(), table);
    QCOMPARE(current(), edited);
}

QTEST_MAIN(TestRuleReasons)
#include "tst_rule_reasons.moc"
