#include "tests/support/fake_plant.h"
#include "tests/support/german_words.h"
#include "tests/support/stored_values.h"
#include "tests/widgets/find_widgets.h"

#include "widgets/alarms/alarm_page.h"
#include "widgets/alarms/rule_dialog.h"
#include "widgets/alarms/rule_trial_panel.h"
#include "widgets/alarms/rules_view.h"
#include "widgets/alarms/worst_alarms_view.h"
#include "widgets/common/theme.h"
#include "widgets/trends/trend_page.h"
#include "widgets/trends/trend_view.h"

#include "models/backtest_words.h"
#include "models/cure_table.h"
#include "models/trend_key.h"

#include "data/alarms/alarm_service.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

namespace {

const QString kTag = QStringLiteral("works/p1/heat");

/// For an hour 90 from its twentieth to its fiftieth minute, else 70.
void storeHour(FakePlant &works)
{
    StoredValues stored(works);
    const Timestamp now = works.clock().now();
    for (Timestamp time = now - 1h; time < now; time += 10s) {
        const auto into = time - (now - 1h);
        stored.add(kTag.toStdString(), time, into >= 20min && into < 50min ? 90.0 : 70.0);
    }
    stored.commit();
}

AlarmRule hotRule()
{
    AlarmRule rule;
    rule.id = "hot";
    rule.title = "Hot";
    rule.tag = kTag.toStdString();
    rule.limit = 80.0;
    rule.cause = rule.consequence = rule.action = "words";
    rule.respondWithinSeconds = 600.0;
    rule.rationalisedBy = rule.rationalisedAt = "somebody";
    rule.alarmClass = "process";
    return rule;
}

/// The rule at work on peaks of five seconds, one a minute, journal and history as they come.
void storePeaks(FakePlant &works, const AlarmRule &rule)
{
    auto service = AlarmService::open({works.plant().dataFolder, "ada", "desk"}, works.tags(),
                                      works.clock(), *works.plant().alarms)
                       .value();
    service->setRules({{}, {rule}}, "for the test");
    StoredValues stored(works);
    std::uint64_t position = 0;
    for (int step = 0; step < 240; ++step) {
        works.clock().advance(5s);
        const Timestamp now = works.clock().now();
        const double value = step % 12 == 6 ? 90.0 : 70.0;
        stored.add(kTag.toStdString(), now, value);
        auto batch = std::make_shared<SampleBatch>();
        batch->append(works.tag(kTag.toStdString()), now, value, Quality::good(), {});
        batch->arrival = now;
        batch->end = JournalPosition {position += 100};
        service->batch(batch);
    }
    stored.commit();
    service->stop();
}

} // namespace

class TestRuleTrialPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void ruleIsTriedOnHistory();
    void whatWasFoundGoesWithTheCondition();
    void wrongConditionsCannotBeTried();
    void aClickOpensTheTrendAtThatTime();
    void cureIsAppliedAndTakenBack();
    void changedRuleKeepsItsChange();
    void whatLookingDoesIsSaidBefore();
    void aDoubleClickOpensTheRuleWithItsCure();
    void ruleIsLookedForByItsId();
    void escapeStopsATrialAndKeepsTheForm();
    void keysOpenTheTrendOfWhatWouldBeMissed();
    void headingsAreReadWholeInASmallWindow();
};

void TestRuleTrialPanel::ruleIsTriedOnHistory()
{
    FakePlant works(FakePlant::Content::Empty);
    storeHour(works);
    RuleDialog dialog(works.plant(), {});
    dialog.show();
    field<QLineEdit>(dialog, "tag")->setText(kTag);
    field<QLineEdit>(dialog, "limit")->setText(QStringLiteral("80"));
    field<QLineEdit>(dialog, "onDelay")->setText(QStringLiteral("5"));
    const auto *words = field<QLabel>(dialog, "trialWords");
    QVERIFY(!words->isVisible());
    QTest::mouseClick(field<QPushButton>(dialog, "try"), Qt::LeftButton);
    QTRY_VERIFY(words->isVisible());
    QVERIFY2(words->text().contains(QStringLiteral("In 59 min it would have come 1 time(s)")),
             qPrintable(words->text()));
    const auto *table = dialog.findChild<RuleTrialPanel *>()->findChild<QTableView *>();
    QVERIFY(table->isVisible());
    QCOMPARE(table->model()->rowCount(), 1);
}

void TestRuleTrialPanel::whatWasFoundGoesWithTheCondition()
{
    FakePlant works(FakePlant::Content::Empty);
    storeHour(works);
    RuleDialog dialog(works.plant(), hotRule());
    dialog.show();
    const auto *words = field<QLabel>(dialog, "trialWords");
    const auto tryIt = [&] {
        QTest::mouseClick(field<QPushButton>(dialog, "try"), Qt::LeftButton);
        QTRY_VERIFY(words->isVisible());
    };
    tryIt();
    field<QLineEdit>(dialog, "title")->setText(QStringLiteral("Very hot"));
    QVERIFY(words->isVisible());
    field<QLineEdit>(dialog, "limit")->setText(QStringLiteral("95"));
    QVERIFY(!words->isVisible());
    tryIt();
    QVERIFY2(words->text().contains(QStringLiteral("As stored: 1 time(s)")),
             qPrintable(words->text()));
    QVERIFY2(words->text().contains(QStringLiteral("1 that lasted 10 min or longer would be")),
             qPrintable(words->text()));
    field<QComboBox>(dialog, "trialPeriod")->setCurrentIndex(0);
    QVERIFY(!words->isVisible());
}

void TestRuleTrialPanel::wrongConditionsCannotBeTried()
{
    FakePlant works(FakePlant::Content::Empty);
    RuleDialog dialog(works.plant(), {});
    dialog.show();
    const auto *start = field<QPushButton>(dialog, "try");
    QVERIFY(!start->isEnabled());
    field<QLineEdit>(dialog, "tag")->setText(kTag);
    field<QLineEdit>(dialog, "limit")->setText(QStringLiteral("80"));
    QVERIFY(start->isEnabled()); // a title is not needed
    field<QLineEdit>(dialog, "deadband")->setText(QStringLiteral("-1"));
    QVERIFY(!start->isEnabled());
}

void TestRuleTrialPanel::aClickOpensTheTrendAtThatTime()
{
    FakePlant works(FakePlant::Content::Empty);
    storeHour(works);
    works.workspace().rules = {hotRule()};
    RulesView view(works.plant());
    view.resize(900, 500);
    view.show();
    view.findChild<QTableView *>()->selectRow(0);
    QTest::mouseClick(button(view, QStringLiteral("Edit")), Qt::LeftButton);
    auto *dialog = view.findChild<RuleDialog *>();
    QVERIFY(dialog);
    QVERIFY(!dialog->isModal()); // the trend can be used beside it
    QTest::mouseClick(field<QPushButton>(*dialog, "try"), Qt::LeftButton);
    auto *table = dialog->findChild<RuleTrialPanel *>()->findChild<QTableView *>();
    QTRY_VERIFY(table->isVisible());
    QSignalSpy opened(&view, &RulesView::openRequested);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                      table->visualRect(table->model()->index(0, 0)).center());
    QCOMPARE(opened.count(), 1);
    const QString place = opened.first().first().toString();
    const qsizetype end = TrendKey::end(place);
    TrendPage page(works.plant(), place.first(end).mid(TrendKey::kPrefix.size()));
    page.showPart(place.mid(end + 1));
    const TimeRange shown = page.trends().window().range();
    const Timestamp came = works.clock().now() - 40min;
    QVERIFY(!page.trends().window().isLive());
    QVERIFY(shown.from < came && shown.to > came + 30min);
}

void TestRuleTrialPanel::cureIsAppliedAndTakenBack()
{
    FakePlant works(FakePlant::Content::Empty);
    const AlarmRule rule = hotRule();
    storePeaks(works, rule);
    works.workspace().rules = {rule};
    Plant plant = works.plant();
    plant.user = "ada";
    std::vector<std::string> reasons;
    plant.rulesChanged = [&reasons](const std::string &reason) { reasons.push_back(reason); };
    WorstAlarmsView view(plant);
    view.resize(1000, 400);
    view.show();
    QTest::mouseClick(button(view, QStringLiteral("Look for cures")), Qt::LeftButton);
    auto *table = view.findChild<QTableView *>();
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QCOMPARE(table->model()->index(0, CureTable::CameColumn).data().toString(),
             QStringLiteral("20"));
    QCOMPARE(table->model()->index(0, CureTable::CureColumn).data().toString(),
             QStringLiteral("Delay on 0 → 10 s"));
    QCOMPARE(table->model()->index(0, CureTable::RaisedColumn).data().toString(),
             QStringLiteral("20 → 0"));
    auto *apply = button(view, QStringLiteral("Apply"));
    auto *undo = button(view, QStringLiteral("Undo"));
    QVERIFY(!apply->isEnabled() && !undo->isEnabled());
    table->selectRow(0);
    QVERIFY(apply->isEnabled() && !undo->isEnabled());
    QTest::mouseClick(apply, Qt::LeftButton);
    const std::string cure = QStringLiteral("Delay on 0 → 10 s").toStdString();
    QTRY_COMPARE(reasons, std::vector<std::string> {cure});
    QTRY_VERIFY(undo->isEnabled());
    QVERIFY(!apply->isEnabled());
    const AlarmRule &cured = works.workspace().rules.front();
    QCOMPARE(cured.onDelaySeconds, 10.0);
    QCOMPARE(cured.rationalisedBy, std::string("ada"));
    QTest::mouseClick(undo, Qt::LeftButton);
    QTRY_COMPARE(reasons.size(), std::size_t(2));
    QCOMPARE(reasons.back(), "taken back: " + cure);
    QVERIFY(works.workspace().rules.front() == rule);
    QTRY_VERIFY(apply->isEnabled());
}

/// Between looking and applying somebody edited it.
void TestRuleTrialPanel::changedRuleKeepsItsChange()
{
    FakePlant works(FakePlant::Content::Empty);
    const AlarmRule rule = hotRule();
    storePeaks(works, rule);
    works.workspace().rules = {rule};
    WorstAlarmsView view(works.plant());
    view.show();
    QTest::mouseClick(button(view, QStringLiteral("Look for cures")), Qt::LeftButton);
    auto *table = view.findChild<QTableView *>();
    QTRY_COMPARE(table->model()->rowCount(), 1);
    works.workspace().rules.front().limit = 85.0;
    table->selectRow(0);
    QTest::mouseClick(button(view, QStringLiteral("Apply")), Qt::LeftButton);
    const auto *note = field<QLabel>(view, "second");
    QTRY_VERIFY2(note->text().contains(QStringLiteral("changed meanwhile")),
                 qPrintable(note->text()));
    QCOMPARE(works.workspace().rules.front().limit, 85.0);
    QCOMPARE(works.workspace().rules.front().onDelaySeconds, 0.0);
}

void TestRuleTrialPanel::whatLookingDoesIsSaidBefore()
{
    FakePlant works(FakePlant::Content::Empty);
    WorstAlarmsView view(works.plant());
    view.resize(1000, 400);
    view.show();
    const auto *title = field<QLabel>(view, "worstEmptyTitle");
    QVERIFY(title->isVisible());
    QVERIFY2(title->text().contains(QStringLiteral("yet")), qPrintable(title->text()));
    QTest::mouseClick(button(view, QStringLiteral("Look for cures")), Qt::LeftButton);
    QTRY_VERIFY(!view.isRunning());
    QTRY_COMPARE(title->text(), QStringLiteral("No alarm of a rule came in this time"));
    QVERIFY(title->isVisible());
}

/// Nothing is changed by looking.
void TestRuleTrialPanel::aDoubleClickOpensTheRuleWithItsCure()
{
    FakePlant works(FakePlant::Content::Empty);
    const AlarmRule rule = hotRule();
    storePeaks(works, rule);
    works.workspace().rules = {rule};
    RulesView view(works.plant());
    view.resize(1000, 500);
    view.show();
    view.showWorst();
    QTest::mouseClick(button(view, QStringLiteral("Look for cures")), Qt::LeftButton);
    auto *table = view.findChild<WorstAlarmsView *>()->findChild<QTableView *>();
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QTRY_VERIFY(table->isVisible());
    const QPoint first = table->visualRect(table->model()->index(0, 0)).center();
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, first);
    QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, first);
    const auto *dialog = view.findChild<RuleDialog *>();
    QVERIFY(dialog);
    QVERIFY2(dialog->windowTitle().contains(QStringLiteral("Delay on 0 → 10 s")),
             qPrintable(dialog->windowTitle()));
    QCOMPARE(dialog->rule().onDelaySeconds, 10.0);
    QCOMPARE(field<QLineEdit>(*dialog, "reason")->text(), QStringLiteral("Delay on 0 → 10 s"));
    QVERIFY(works.workspace().rules.front() == rule);
}

/// As the page of key figures asks.
void TestRuleTrialPanel::ruleIsLookedForByItsId()
{
    FakePlant works(FakePlant::Content::Empty);
    const AlarmRule rule = hotRule();
    storePeaks(works, rule);
    works.workspace().rules = {rule};
    AlarmPage page(works.plant());
    page.resize(1200, 700);
    page.show();
    page.showPart(QStringLiteral("worst:") + QString::fromStdString(rule.id));
    auto *view = page.findChild<WorstAlarmsView *>();
    QVERIFY(view);
    const auto *table = view->findChild<QTableView *>();
    QTRY_COMPARE(table->selectionModel()->selectedRows().size(), 1);
    page.showPart(QStringLiteral("worst:unknown"));
    const auto *note = field<QLabel>(*view, "second");
    QTRY_VERIFY2(note->text().contains(QStringLiteral("not among")), qPrintable(note->text()));
}

void TestRuleTrialPanel::escapeStopsATrialAndKeepsTheForm()
{
    FakePlant works(FakePlant::Content::Empty);
    storeHour(works);
    RuleDialog dialog(works.plant(), hotRule());
    dialog.show();
    auto *start = field<QPushButton>(dialog, "try");
    const auto *panel = dialog.findChild<RuleTrialPanel *>();
    start->setFocus();
    QTest::keyClick(start, Qt::Key_Return);
    QVERIFY(panel->isRunning());
    QCOMPARE(start->text(), QStringLiteral("Stop"));
    QTest::keyClick(start, Qt::Key_Escape);
    QVERIFY(!panel->isRunning());
    QVERIFY(dialog.isVisible());
    QTest::keyClick(start, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
}

/// 90 for half an hour: a limit of 95 would not have told of it.
void TestRuleTrialPanel::keysOpenTheTrendOfWhatWouldBeMissed()
{
    FakePlant works(FakePlant::Content::Empty);
    storeHour(works);
    RuleDialog dialog(works.plant(), hotRule());
    dialog.show();
    field<QLineEdit>(dialog, "limit")->setText(QStringLiteral("95"));
    QTest::keyClick(field<QPushButton>(dialog, "try"), Qt::Key_Space);
    auto *table = dialog.findChild<RuleTrialPanel *>()->findChild<QTableView *>();
    QTRY_VERIFY(table->isVisible());
    const auto cell
        = [table](int column) { return table->model()->index(0, column).data().toString(); };
    QCOMPARE(cell(BacktestWords::RemarkColumn), QStringLiteral("missed"));
    QCOMPARE(cell(BacktestWords::ValueColumn), QStringLiteral("90"));
    QSignalSpy opened(&dialog, &RuleDialog::openRequested);
    const QSignalSpy saved(&dialog, &RuleDialog::saved);
    table->setCurrentIndex(table->model()->index(0, 0));
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(saved.count(), 0);
    QCOMPARE(opened.count(), 1);
    QVERIFY(opened.first().first().toString().contains(kTag));
    opened.clear();
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                      table->visualRect(table->model()->index(0, 0)).center());
    QVERIFY(opened.count() > 0);
}

/// What a window of 1280x720 leaves, with the longer words of German and the mark of the sorting.
void TestRuleTrialPanel::headingsAreReadWholeInASmallWindow()
{
    const GermanWords german;
    FakePlant works(FakePlant::Content::Empty);
    RulesView view(works.plant());
    view.resize(958, 500);
    view.show();
    const QFontMetrics heading(Theme::instance().font(Theme::Type::Axis));
    const auto &table = *view.findChild<QTableView *>();
    for (int column = 0; column < table.model()->columnCount(); ++column) {
        const QString words = table.model()->headerData(column, Qt::Horizontal).toString();
        QVERIFY2(!table.isColumnHidden(column), qPrintable(words));
        const int room = table.columnWidth(column) - Theme::instance().measure(20);
        QVERIFY2(room >= heading.horizontalAdvance(words + QStringLiteral(" ▴")),
                 qPrintable(words));
    }
}

QTEST_MAIN(TestRuleTrialPanel)
#include "tst_rule_trial_panel.moc"
