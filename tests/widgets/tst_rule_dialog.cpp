#include "tests/support/fake_plant.h"
#include "tests/widgets/find_widgets.h"

#include "widgets/alarms/rule_dialog.h"
#include "widgets/alarms/rule_reason_dialog.h"
#include "widgets/alarms/rules_view.h"
#include "widgets/common/form_scroller.h"
#include "widgets/common/theme.h"

#include "data/telemetry/path_pattern.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QCompleter>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QScreen>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>

using namespace telltale;
using namespace telltale::test;

namespace {

const QString kTag = QStringLiteral("Northfield/Pump station 2/Pump P-203/Bearing temperature");

QPushButton *defaultButton(QWidget &dialog)
{
    for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
        if (button->isDefault())
            return button;
    }
    return nullptr;
}

} // namespace

class TestRuleDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void saysWhatIsWrongWhileTyping();
    void adviceIsReadWhole();
    void largeTextScrollsAboveTheButtons();
    void aCompleteRuleIsSavedAndAnnounced();
    void incompleteRulesAreDrafts();
    void patternsSayHowManyTagsTheyMean();
    void tagsAreFoundWhileTyping();
    void staleRulesAskForASpan();
    void editingKeepsWhatTheDialogDoesNotShow();
    void anotherKindKeepsItsCondition();
    void viewEditsNoRulesAndNamesTheOwner();
    void aRuleThatCannotBeStoredStaysInItsDialog();
    void aRuleThatCannotBeSwitchedStaysOn();
    void everyKindAsksForWhatItNeeds_data();
    void everyKindAsksForWhatItNeeds();
    void ruleOfAnyKindComesBackAsItWas_data();
    void ruleOfAnyKindComesBackAsItWas();
};

void TestRuleDialog::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("telltale-test"));
    QStandardPaths::setTestModeEnabled(true);
    Theme::instance().applyTo(*qApp);
}

void TestRuleDialog::saysWhatIsWrongWhileTyping()
{
    FakePlant works;
    RuleDialog dialog(works.plant(), {});
    dialog.show();
    QPushButton *save = defaultButton(dialog);
    const auto hint = [&dialog](const char *name) { return field<QLabel>(dialog, name)->text(); };
    for (const char *name : {"tagHint", "titleHint", "limitHint", "faults"})
        QVERIFY2(hint(name).isEmpty(), name); // nobody has typed anything yet
    auto *deadband = field<QLineEdit>(dialog, "deadband");
    deadband->setText(QStringLiteral("none"));
    QVERIFY(!hint("deadbandHint").isEmpty());
    QVERIFY(hint("titleHint").isEmpty());
    QVERIFY(hint("faults").contains(QLatin1Char('1')));
    QVERIFY(!save->isEnabled());
    deadband->setText(QStringLiteral("0"));
    QSignalSpy saved(&dialog, &RuleDialog::saved);
    QTest::mouseClick(save, Qt::LeftButton);
    QCOMPARE(saved.count(), 0);
    QVERIFY(!save->isEnabled());
    QVERIFY(hint("tagHint").contains(QStringLiteral("Choose the tag")));
    QVERIFY(hint("titleHint").contains(QStringLiteral("title")));
    QVERIFY(hint("faults").contains(QLatin1Char('3')));
    QCOMPARE(dialog.focusWidget(), field<QLineEdit>(dialog, "tag"));
    QTest::keyClicks(field<QLineEdit>(dialog, "tag"), kTag);
    QTest::keyClicks(field<QLineEdit>(dialog, "title"), QStringLiteral("Hot"));
    QTest::keyClicks(field<QLineEdit>(dialog, "limit"), QStringLiteral("8x"));
    QVERIFY(hint("limitHint").contains(QStringLiteral("limit must be a number")));
    QCOMPARE(field<QLineEdit>(dialog, "limit")->accessibleDescription(), hint("limitHint"));
    QVERIFY(hint("tagHint").contains(QStringLiteral("tag(s)")));
    QVERIFY(hint("titleHint").isEmpty());
    QVERIFY(!save->isEnabled());
    QTest::keyClick(field<QLineEdit>(dialog, "limit"), Qt::Key_Backspace);
    QVERIFY(save->isEnabled());
    field<QLineEdit>(dialog, "deadband")->setText(QStringLiteral("-1"));
    QVERIFY(!hint("deadbandHint").isEmpty());
    QVERIFY(!save->isEnabled());
    field<QLineEdit>(dialog, "deadband")->setText(QStringLiteral("0"));
    field<QLineEdit>(dialog, "within")->setText(QStringLiteral("ten"));
    QVERIFY(!hint("withinHint").isEmpty()); // not taken for "not stated"
    QVERIFY(!save->isEnabled());
}

void TestRuleDialog::adviceIsReadWhole()
{
    FakePlant works;
    RuleDialog dialog(works.plant(), {});
    dialog.show();
    QLabel *advice = nullptr;
    for (QLabel *label : dialog.findChildren<QLabel *>()) {
        if (label->text().startsWith(QStringLiteral("Usual")))
            advice = label;
    }
    QVERIFY(advice);
    for (const QString &tag : {QString(), kTag, QStringLiteral("Northfield/Network/Zone 7/Flow")}) {
        field<QLineEdit>(dialog, "tag")->setText(tag);
        QCoreApplication::sendPostedEvents();
        QVERIFY2(advice->height() >= advice->heightForWidth(advice->width()),
                 qPrintable(advice->text()));
    }
}

void TestRuleDialog::largeTextScrollsAboveTheButtons()
{
    FakePlant works;
    Theme::instance().setTextScale(2.0);
    {
        RuleDialog dialog(works.plant(), {});
        dialog.show();
        QTest::qWait(0);
        const QSize screen = dialog.screen()->availableGeometry().size();
        QVERIFY(dialog.width() <= screen.width());
        QVERIFY(dialog.height() <= screen.height());
        const QPushButton *save = defaultButton(dialog);
        QVERIFY(dialog.rect().contains(QRect(save->mapTo(&dialog, QPoint()), save->size())));
        const auto *fields = dialog.findChild<FormScroller *>();
        QCOMPARE(fields->horizontalScrollBar()->maximum(), 0);
        QVERIFY(fields->verticalScrollBar()->maximum() > 0); // else this proves nothing
    }
    Theme::instance().setTextScale(1.0);
}

void TestRuleDialog::aCompleteRuleIsSavedAndAnnounced()
{
    FakePlant works;
    Plant plant = works.plant();
    int announced = 0;
    plant.rulesChanged = [&](const std::string &) { ++announced; };
    plant.user = "ada";
    RulesView view(plant);
    view.show();
    view.addRule(kTag);
    auto *dialog = view.findChild<RuleDialog *>();
    QVERIFY(dialog);
    field<QLineEdit>(*dialog, "title")->setText(QStringLiteral("Bearing too hot"));
    field<QLineEdit>(*dialog, "limit")->setText(QStringLiteral("85.5"));
    field<QPlainTextEdit>(*dialog, "cause")->setPlainText(QStringLiteral("wear"));
    field<QPlainTextEdit>(*dialog, "consequence")->setPlainText(QStringLiteral("it seizes"));
    field<QPlainTextEdit>(*dialog, "action")->setPlainText(QStringLiteral("stop it"));
    field<QLineEdit>(*dialog, "within")->setText(QStringLiteral("10"));
    QTest::mouseClick(defaultButton(*dialog), Qt::LeftButton);
    QTRY_COMPARE(announced, 1);
    QCOMPARE(works.workspace().rules.size(), 1U);
    const AlarmRule &rule = works.workspace().rules.front();
    QCOMPARE(rule.id, std::string("bearing_too_hot"));
    QCOMPARE(rule.limit, 85.5);
    QCOMPARE(rule.respondWithinSeconds, 600.0);
    QCOMPARE(rule.rationalisedBy, std::string("ada"));
    QVERIFY(!rule.isDraft());
    const Result<Workspace> again = Workspace::load(works.workspace().folder());
    QVERIFY(again.ok());
    QCOMPARE(again->rules.size(), 1U);
    QVERIFY(again->rules.front() == rule);
}

void TestRuleDialog::incompleteRulesAreDrafts()
{
    FakePlant works;
    RuleDialog dialog(works.plant(), {});
    QSignalSpy saved(&dialog, &RuleDialog::saved);
    field<QLineEdit>(dialog, "tag")->setText(kTag);
    field<QLineEdit>(dialog, "title")->setText(QStringLiteral("Hot"));
    field<QLineEdit>(dialog, "limit")->setText(QStringLiteral("85"));
    QVERIFY(field<QLabel>(dialog, "faults")->text().contains(QStringLiteral("draft")));
    QVERIFY(defaultButton(dialog)->text().contains(QStringLiteral("draft")));
    QTest::mouseClick(defaultButton(dialog), Qt::LeftButton);
    QCOMPARE(saved.count(), 1);
    QVERIFY(saved.first().first().value<AlarmRule>().isDraft());
}

void TestRuleDialog::patternsSayHowManyTagsTheyMean()
{
    FakePlant works;
    RuleDialog dialog(works.plant(), {});
    field<QLineEdit>(dialog, "tag")->setText(QStringLiteral("**/Bearing temperature"));
    const QList<QLabel *> labels = dialog.findChildren<QLabel *>();
    const int pumps = static_cast<int>(
        matchingTags(works.tags(), PathPattern("**/Bearing temperature")).size());
    QVERIFY(pumps > 0);
    QVERIFY(std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
        return label->text() == QStringLiteral("%1 tag(s)").arg(pumps);
    }));
}

/// A form opens without a look at the tags, and names from afar are shown escaped.
void TestRuleDialog::tagsAreFoundWhileTyping()
{
    FakePlant works(FakePlant::Content::Empty);
    const std::string odd = "Site/P-1/Bearing\u202E temperature";
    for (const std::string &path : {std::string("Site/P-2/bearing"), odd, std::string("Site/flow")})
        works.receive(path, 1.0);
    RuleDialog dialog(works.plant(), {});
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    auto *tag = field<QLineEdit>(dialog, "tag");
    const QCompleter &completer = *tag->completer();
    QCOMPARE(completer.model()->rowCount(), 0);
    tag->setFocus();
    QTest::keyClicks(tag, QStringLiteral("BEARING"));
    const QAbstractItemModel &shown = *completer.completionModel();
    QCOMPARE(shown.rowCount(), 2);
    QCOMPARE(shown.index(0, 0).data().toString(),
             QStringLiteral("Site/P-1/Bearing\\u202E temperature"));
    QCOMPARE(shown.index(1, 0).data().toString(), QStringLiteral("Site/P-2/bearing"));
    QTRY_VERIFY(completer.popup()->isVisible());
    QTest::keyClick(completer.popup(), Qt::Key_Down);
    QTest::keyClick(completer.popup(), Qt::Key_Return);
    QCOMPARE(QString::fromStdString(dialog.rule().tag), QString::fromStdString(odd));
}

void TestRuleDialog::staleRulesAskForASpan()
{
    FakePlant works;
    RuleDialog dialog(works.plant(), {});
    dialog.show();
    QVERIFY(!field<QLineEdit>(dialog, "timeout")->isVisible());
    field<QComboBox>(dialog, "kind")->setCurrentIndex(2);
    QVERIFY(field<QLineEdit>(dialog, "timeout")->isVisible());
    QVERIFY(!field<QLineEdit>(dialog, "limit")->isVisible());
    field<QLineEdit>(dialog, "timeout")->setText(QStringLiteral("30"));
    QCOMPARE(dialog.rule().kind, AlarmRule::Kind::Stale);
    QCOMPARE(dialog.rule().timeoutSeconds, 30.0);
}

void TestRuleDialog::editingKeepsWhatTheDialogDoesNotShow()
{
    FakePlant works;
    AlarmRule start;
    start.id = "hot";
    start.title = "Hot";
    start.tag = kTag.toStdString();
    start.limit = 85.0;
    start.latch = true;
    start.realarmSeconds = 600.0;
    start.group = "pumps";
    RuleDialog dialog(works.plant(), start);
    AlarmRule same = dialog.rule();
    same.alarmClass = start.alarmClass;
    QVERIFY(same == start);
}

void TestRuleDialog::anotherKindKeepsItsCondition()
{
    FakePlant works;
    AlarmRule start;
    start.id = "link";
    start.title = "Link";
    start.tag = kTag.toStdString();
    start.kind = AlarmRule::Kind::Connection;
    start.side = AlarmRule::Side::Low;
    start.limit = 3.0;
    RuleDialog dialog(works.plant(), start);
    dialog.show();
    QVERIFY(!field<QComboBox>(dialog, "kind")->isVisible());
    field<QLineEdit>(dialog, "title")->setText(QStringLiteral("Link is down"));
    AlarmRule changed = dialog.rule();
    QCOMPARE(changed.title, std::string("Link is down"));
    changed.title = start.title;
    changed.alarmClass = start.alarmClass;
    QVERIFY(changed == start);
}

void TestRuleDialog::viewEditsNoRulesAndNamesTheOwner()
{
    FakePlant works;
    AlarmRule rule;
    rule.id = "hot";
    rule.title = "Hot";
    rule.tag = kTag.toStdString();
    works.workspace().rules = {rule};
    works.workspace().refuseEditing({Error::Code::Busy, "the data of root@vm, process 4711"});
    works.status.isOwner = false;
    works.status.owner = "root@vm, process 4711";
    works.publishStatus();
    Plant plant = works.plant();
    int announced = 0;
    plant.rulesChanged = [&](const std::string &) { ++announced; };
    RulesView view(plant);
    view.show();
    view.findChild<QTableView *>()->selectRow(0);
    for (const char *text : {"Add rule…", "Edit…", "Switch off", "Remove"}) {
        for (QPushButton *button : view.findChildren<QPushButton *>()) {
            if (button->text() == QString::fromUtf8(text))
                QTest::mouseClick(button, Qt::LeftButton);
        }
        auto *message = view.findChild<QMessageBox *>();
        QVERIFY2(message, text);
        QVERIFY2(message->text().contains(QStringLiteral("root@vm, process 4711 records")), text);
        QVERIFY2(message->text().contains(QStringLiteral("in the window of that program")), text);
        delete message;
        QVERIFY(!view.findChild<RuleDialog *>());
    }
    QCOMPARE(announced, 0);
    QCOMPARE(works.workspace().rules.size(), 1U);
    QVERIFY(works.workspace().rules.front() == rule);
}

void TestRuleDialog::aRuleThatCannotBeStoredStaysInItsDialog()
{
    FakePlant works;
    Plant plant = works.plant();
    int announced = 0;
    plant.rulesChanged = [&](const std::string &) { ++announced; };
    const QString file = QString::fromStdString(works.workspace().folder() + "/rules.json");
    QVERIFY(QDir().mkpath(file)); // no file can stand there
    RulesView view(plant);
    view.show();
    const QAbstractItemModel *shown = view.findChild<QTableView *>()->model();
    view.addRule(kTag);
    const QPointer<RuleDialog> dialog = view.findChild<RuleDialog *>();
    field<QLineEdit>(*dialog, "title")->setText(QStringLiteral("Hot"));
    field<QLineEdit>(*dialog, "limit")->setText(QStringLiteral("85"));
    defaultButton(*dialog)->click();
    const auto *faults = field<QLabel>(*dialog, "faults");
    QTRY_VERIFY2(faults->text().contains(QStringLiteral("Not saved")), qPrintable(faults->text()));
    QVERIFY(dialog->isVisible());
    QCOMPARE(shown->rowCount(), 0);
    QCOMPARE(announced, 0);
    QVERIFY(QDir().rmdir(file));
    defaultButton(*dialog)->click();
    QTRY_COMPARE(announced, 1);
    QCOMPARE(shown->rowCount(), 1);
    QTRY_VERIFY(dialog.isNull());
}

void TestRuleDialog::aRuleThatCannotBeSwitchedStaysOn()
{
    FakePlant works;
    AlarmRule rule;
    rule.id = "hot";
    rule.title = "Hot";
    rule.tag = kTag.toStdString();
    works.workspace().rules = {rule};
    QVERIFY(QDir().mkpath(QString::fromStdString(works.workspace().folder() + "/rules.json")));
    RulesView view(works.plant());
    view.show();
    view.findChild<QTableView *>()->selectRow(0);
    button(view, QStringLiteral("Switch off"))->click();
    auto *dialog = view.findChild<RuleReasonDialog *>();
    QVERIFY(dialog);
    defaultButton(*dialog)->click();
    const auto *faults = field<QLabel>(*dialog, "faults");
    QTRY_VERIFY2(faults->text().contains(QStringLiteral("Not saved")), qPrintable(faults->text()));
    QVERIFY(dialog->isVisible());
    QVERIFY(works.workspace().rules.front().enabled);
}

void TestRuleDialog::everyKindAsksForWhatItNeeds_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QStringList>("asked");
    const auto row = [](const char *name, int kind, const char *asked) {
        QTest::newRow(name) << kind << QString::fromLatin1(asked).split(QLatin1Char(' '));
    };
    row("too high", 0, "limit deadband");
    row("too low", 1, "limit deadband");
    row("no data", 2, "timeout");
    row("deviation", 3, "setpoint setpoint_tag high low deadband");
    row("rate", 4, "limit window direction deadband");
    row("discrete", 5, "alarm_when");
    row("count", 6, "alarm_when n window");
    row("quality", 7, "include_uncertain");
}

void TestRuleDialog::everyKindAsksForWhatItNeeds()
{
    QFETCH(int, kind);
    QFETCH(QStringList, asked);
    FakePlant works;
    RuleDialog dialog(works.plant(), {});
    dialog.show();
    field<QComboBox>(dialog, "kind")->setCurrentIndex(kind);
    for (const QString &name :
         {QStringLiteral("limit"), QStringLiteral("deadband"), QStringLiteral("timeout"),
          QStringLiteral("setpoint"), QStringLiteral("setpoint_tag"), QStringLiteral("high"),
          QStringLiteral("low"), QStringLiteral("window"), QStringLiteral("direction"),
          QStringLiteral("alarm_when"), QStringLiteral("n"), QStringLiteral("include_uncertain")}) {
        const auto *shown = dialog.findChild<QWidget *>(name);
        QVERIFY2(shown, qPrintable(name));
        QVERIFY2(shown->isVisible() == asked.contains(name), qPrintable(name));
    }
}

void TestRuleDialog::ruleOfAnyKindComesBackAsItWas_data()
{
    QTest::addColumn<AlarmRule>("start");
    AlarmRule rule;
    rule.id = "a";
    rule.title = "A";
    rule.tag = kTag.toStdString();
    rule.alarmClass = "process";
    AlarmRule low = rule;
    low.side = AlarmRule::Side::Low;
    low.limit = 4.5;
    low.deadband = 0.5;
    QTest::newRow("limit") << low;
    AlarmRule stale = rule;
    stale.kind = AlarmRule::Kind::Stale;
    stale.timeoutSeconds = 90.0;
    QTest::newRow("stale") << stale;
    AlarmRule deviation = rule;
    deviation.kind = AlarmRule::Kind::Deviation;
    deviation.setpointTag = "works/setpoint";
    deviation.high = 3.0;
    deviation.low = 2.0;
    deviation.deadband = 0.5;
    QTest::newRow("deviation") << deviation;
    AlarmRule rate = rule;
    rate.kind = AlarmRule::Kind::Rate;
    rate.limit = 0.25;
    rate.windowSeconds = 120.0;
    rate.direction = AlarmRule::Direction::Falling;
    QTest::newRow("rate") << rate;
    AlarmRule discrete = rule;
    discrete.kind = AlarmRule::Kind::Discrete;
    discrete.alarmWhen = {true, 2.0, std::string("fault")};
    QTest::newRow("discrete") << discrete;
    AlarmRule count = discrete;
    count.kind = AlarmRule::Kind::Count;
    count.count = 5;
    count.windowSeconds = 600.0;
    QTest::newRow("count") << count;
    AlarmRule quality = rule;
    quality.kind = AlarmRule::Kind::Quality;
    quality.includeUncertain = true;
    QTest::newRow("quality") << quality;
}

void TestRuleDialog::ruleOfAnyKindComesBackAsItWas()
{
    QFETCH(AlarmRule, start);
    FakePlant works;
    RuleDialog dialog(works.plant(), start);
    QVERIFY(dialog.rule() == start);
    auto *kind = field<QComboBox>(dialog, "kind");
    const int before = kind->currentIndex();
    kind->setCurrentIndex(before == 7 ? 0 : 7);
    QVERIFY(dialog.rule().kind != start.kind);
    kind->setCurrentIndex(before); // what was typed is there again
    QVERIFY(dialog.rule() == start);
}

QTEST_MAIN(TestRuleDialog)
#include "tst_rule_dialog.moc"
