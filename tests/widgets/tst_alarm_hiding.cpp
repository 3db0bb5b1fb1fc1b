#include "tests/support/fake_plant.h"
#include "tests/widgets/alarm_page_bench.h"
#include "tests/widgets/alarm_service_page.h"
#include "tests/widgets/find_widgets.h"

#include "widgets/alarms/alarm_table.h"
#include "widgets/alarms/hide_actions.h"
#include "widgets/alarms/hide_dialog.h"
#include "widgets/alarms/response_panel.h"
#include "widgets/common/notice.h"
#include "widgets/common/segment_bar.h"
#include "widgets/common/theme.h"

#include "models/alarm_list_model.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStandardPaths>
#include <QTest>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

namespace {

QPushButton *saveButton(const QWidget &dialog)
{
    for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
        if (button->isDefault())
            return button;
    }
    return nullptr;
}

QStringList segments(const AlarmPage &page)
{
    QStringList texts;
    for (const QPushButton *button : page.findChild<SegmentBar *>()->findChildren<QPushButton *>())
        texts << button->text();
    return texts;
}

AlarmRow hidden(const FakePlant &works, const char *title, AlarmState state)
{
    AlarmRow row = works.alarm("", title, 3, state, 1h);
    row.hiddenSince = timestampFromMicroseconds(1'790'000'000'000'000);
    row.hiddenBy = state == AlarmState::Suppressed ? "" : "ada";
    row.hiddenReason = std::string("because of ") + title;
    return row;
}

} // namespace

class TestAlarmHiding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void shelvedWithReasonAndEndAndBroughtBack();
    void theNextRowIsSelectedAfterShelving();
    void takenOutOfServiceAndReturned();
    void whatCannotBeAskedSaysWhy();
    void viewAsksNothingAndNamesTheOwner();
    void formKeepsTheLimitsOfTheRules();
    void formNamesWhatItIsAbout();
    void eachListHasItsAlarmsAndItsCount();
    void tooLongOutOfServiceHasASign();
    void emptyListsSayWhatBelongsThere();
    void responseSaysUntilWhenAndWhy();
    void endOfAShelfIsSaidBefore();
    void menuOffersEverything();
    void countsAreReadWhole();
};

void TestAlarmHiding::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("telltale-test"));
    QStandardPaths::setTestModeEnabled(true);
    Theme::instance().applyTo(*qApp);
}

void TestAlarmHiding::shelvedWithReasonAndEndAndBroughtBack()
{
    AlarmServicePage bench;
    AlarmListView &active = bench.page().list();
    bench.receive(99.0);
    QTRY_COMPARE(bench.rowsOf(active), 1);
    QTest::keyClick(&active.table(), Qt::Key_H);
    auto *dialog = active.findChild<HideDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QVERIFY(!saveButton(*dialog)->isEnabled()); // no reason yet
    QTest::keyClicks(field<QLineEdit>(*dialog, "reason"), QStringLiteral("sensor is exchanged"));
    field<QComboBox>(*dialog, "end")->setCurrentIndex(1);
    QTest::keyClick(field<QLineEdit>(*dialog, "reason"), Qt::Key_Return);
    QTRY_COMPARE(bench.snapshot().shelved, 1U);
    const AlarmRow row = bench.snapshot().suppressed.front();
    QCOMPARE(row.hiddenBy, bench.works().plant().user);
    QCOMPARE(row.hiddenReason, std::string("sensor is exchanged"));
    QCOMPARE(row.until.value_or(Timestamp {}), bench.works().clock().now() + 1h);
    QTRY_COMPARE(bench.rowsOf(active), 0);
    QVERIFY(segments(bench.page()).contains(QStringLiteral("Shelved 1")));
    bench.page().showSegment(AlarmPage::ShelvedSegment);
    AlarmListView &shelved = bench.page().hiddenList(AlarmPage::ShelvedSegment);
    QCOMPARE(bench.rowsOf(shelved), 1);
    QTest::keyClick(&shelved.table(), Qt::Key_U);
    QTRY_COMPARE(bench.snapshot().shelved, 0U);
    QTRY_COMPARE(bench.rowsOf(active), 1); // still hot: it comes anew
    QCOMPARE(bench.snapshot().rows.front().occurrence, 2U);
    bench.page().showSegment(AlarmPage::JournalSegment);
    QTRY_COMPARE(bench.journal(QStringLiteral("Shelving ended")),
                 QStringList {QStringLiteral("shift B: by hand")});
    const QStringList shelvings = bench.journal(QStringLiteral("Shelved"));
    QCOMPARE(shelvings.size(), 1);
    QVERIFY2(shelvings.front().startsWith(QStringLiteral("shift B: until ")),
             qPrintable(shelvings.front()));
    QVERIFY(shelvings.front().endsWith(QStringLiteral("sensor is exchanged")));
}

/// And the panel below shows it; what an acknowledged alarm leaves has no successor.
void TestAlarmHiding::theNextRowIsSelectedAfterShelving()
{
    AlarmPageBench bench;
    std::vector<AlarmRow> rows;
    for (int i = 0; i < 4; ++i)
        rows.push_back(bench.works().alarm("", "Alarm " + std::to_string(i), 3, AlarmState::Unacked,
                                           std::chrono::seconds(5 + i)));
    bench.works().publishAlarms(rows);
    bench.frame();
    bench.table().selectRow(0);
    QTest::keyClick(&bench.table(), Qt::Key_Down);
    const std::string shelved = bench.table().currentAlarm()->id;
    const QString next = bench.table().model()->index(2, 0).data(AlarmListModel::IdRole).toString();
    QTest::keyClick(&bench.table(), Qt::Key_H);
    auto *dialog = bench.page().list().findChild<HideDialog *>();
    QVERIFY(dialog);
    QTest::keyClicks(field<QLineEdit>(*dialog, "reason"), QStringLiteral("sensor is exchanged"));
    QTest::keyClick(field<QLineEdit>(*dialog, "reason"), Qt::Key_Return);
    QCOMPARE(bench.works().actions().back().alarms.front().first, shelved);
    std::erase_if(rows, [&](const AlarmRow &row) { return row.id == shelved; });
    bench.works().publishAlarms(rows);
    bench.frame();
    QCOMPARE(bench.table().selectedRows().size(), 1U);
    QCOMPARE(QString::fromStdString(bench.table().selectedRows().front().id), next);
    QCOMPARE(QString::fromStdString(bench.table().currentAlarm()->id), next);
}

void TestAlarmHiding::takenOutOfServiceAndReturned()
{
    AlarmServicePage bench;
    AlarmListView &active = bench.page().list();
    bench.receive(99.0);
    QTRY_COMPARE(bench.rowsOf(active), 1);
    QTest::keyClick(&active.table(), Qt::Key_O);
    auto *dialog = active.findChild<HideDialog *>();
    QVERIFY(dialog);
    QVERIFY(!field<QComboBox>(*dialog, "end")); // until somebody returns it
    QTest::keyClicks(field<QLineEdit>(*dialog, "reason"), QStringLiteral("pump is away"));
    QTest::mouseClick(saveButton(*dialog), Qt::LeftButton);
    QTRY_COMPARE(bench.snapshot().outOfService, 1U);
    bench.page().showSegment(AlarmPage::OutOfServiceSegment);
    AlarmListView &away = bench.page().hiddenList(AlarmPage::OutOfServiceSegment);
    QTRY_COMPARE(bench.rowsOf(away), 1);
    QTest::keyClick(&away.table(), Qt::Key_H); // which only can be asked of what is in service
    QVERIFY(Notice::said(bench.page()).contains(QStringLiteral("it is out of service")));
    QTest::keyClick(&away.table(), Qt::Key_R);
    QTRY_COMPARE(bench.snapshot().outOfService, 0U);
    QTRY_VERIFY((bench.frame(), away.note().contains(QStringLiteral("returned to service"))));
}

void TestAlarmHiding::whatCannotBeAskedSaysWhy()
{
    AlarmPageBench bench;
    AlarmListView &list = bench.page().list();
    bench.table().selectRow(0);
    QCOMPARE(bench.table().currentAlarm()->priority, 1);
    const QAction *shelve = list.hideActions().action(AlarmAction::Kind::Shelve);
    QVERIFY(!shelve->isEnabled());
    QVERIFY2(shelve->toolTip().contains(QStringLiteral("priority 1")),
             qPrintable(shelve->toolTip()));
    QTest::keyClick(&bench.table(), Qt::Key_H);
    QVERIFY(Notice::said(bench.page()).contains(QStringLiteral("allows no shelving")));
    QVERIFY(!list.findChild<HideDialog *>());
    QTest::keyClick(&bench.table(), Qt::Key_U);
    QVERIFY(Notice::said(bench.page()).contains(QStringLiteral("it is not shelved")));
    bench.table().selectRow(1);
    QVERIFY(shelve->isEnabled());
    bench.table().selectAll(); // the one of priority 1 among them
    QVERIFY(!shelve->isEnabled());
    bench.table().clearSelection();
    QVERIFY(shelve->toolTip().contains(QStringLiteral("no alarm is selected")));
    QVERIFY(bench.works().actions().empty());
}

void TestAlarmHiding::viewAsksNothingAndNamesTheOwner()
{
    AlarmPageBench bench;
    bench.works().status.isOwner = false;
    bench.works().status.owner = "ada@control-room";
    bench.works().publishStatus();
    bench.table().selectRow(1);
    bench.frame();
    for (const QAction *action : bench.page().list().hideActions().actions()) {
        QVERIFY(!action->isEnabled());
        QVERIFY(action->toolTip().contains(QStringLiteral("ada@control-room")));
    }
    QTest::keyClick(&bench.table(), Qt::Key_O);
    QVERIFY(Notice::said(bench.page()).contains(QStringLiteral("ada@control-room")));
    QVERIFY(!bench.page().list().findChild<HideDialog *>());
    QVERIFY(bench.works().actions().empty());
}

void TestAlarmHiding::formKeepsTheLimitsOfTheRules()
{
    FakePlant works;
    AlarmRow row = works.alarm(kBearingTag, "Bearing", 3, AlarmState::Unacked, 5s);
    row.maxShelveSeconds = 3600.0;
    HideDialog dialog(works.plant(), AlarmAction::Kind::Shelve, {row});
    dialog.show();
    auto *end = field<QComboBox>(dialog, "end");
    auto *minutes = field<QLineEdit>(dialog, "minutes");
    const auto *faults = field<QLabel>(dialog, "faults");
    field<QLineEdit>(dialog, "reason")->setText(QStringLiteral("  "));
    QVERIFY(faults->text().contains(QStringLiteral("reason")));
    field<QLineEdit>(dialog, "reason")->setText(QStringLiteral(" work "));
    QVERIFY(saveButton(dialog)->isEnabled());
    QCOMPARE(dialog.action().shelveFor, std::chrono::seconds(15min));
    QCOMPARE(dialog.action().text, std::string("work"));
    QVERIFY(!minutes->isVisible());
    end->setCurrentIndex(2);
    QVERIFY(!saveButton(dialog)->isEnabled());
    QVERIFY(faults->text().contains(QStringLiteral("At most 1 h")));
    end->setCurrentIndex(end->count() - 1);
    QVERIFY(minutes->isVisible());
    for (const auto &[typed, isRight] :
         {std::pair {"", false}, std::pair {"x", false}, std::pair {"0", false},
          std::pair {"61", false}, std::pair {"1e999", false}, std::pair {"60", true}}) {
        minutes->setText(QLatin1String(typed));
        QVERIFY2(saveButton(dialog)->isEnabled() == isRight, typed);
    }
    QCOMPARE(dialog.action().shelveFor, std::chrono::seconds(1h));
    QVERIFY(!dialog.action().oneShot);
    field<QCheckBox>(dialog, "oneShot")->setChecked(true);
    QVERIFY(dialog.action().oneShot);
}

void TestAlarmHiding::formNamesWhatItIsAbout()
{
    FakePlant works;
    std::vector<AlarmRow> rows;
    for (int i = 1; i <= 6; ++i)
        rows.push_back(
            works.alarm(kBearingTag, "Alarm " + std::to_string(i), 3, AlarmState::Unacked, 5s));
    const HideDialog dialog(works.plant(), AlarmAction::Kind::OutOfService, rows);
    const QString named = field<QLabel>(dialog, "alarms")->text();
    QVERIFY(named.contains(QStringLiteral("Alarm 4")));
    QVERIFY(!named.contains(QStringLiteral("Alarm 5")));
    QCOMPARE(dialog.action().alarms.size(), std::size_t(6));
}

void TestAlarmHiding::eachListHasItsAlarmsAndItsCount()
{
    AlarmPageBench bench;
    const std::vector<AlarmRow> rows {hidden(bench.works(), "one", AlarmState::Shelved),
                                      hidden(bench.works(), "two", AlarmState::Suppressed),
                                      hidden(bench.works(), "three", AlarmState::OutOfService)};
    bench.works().publishAlarms({}, rows);
    bench.frame();
    const QStringList expected {QStringLiteral("Active 0"),     QStringLiteral("Shelved 1"),
                                QStringLiteral("Suppressed 1"), QStringLiteral("Out of service 1"),
                                QStringLiteral("Journal"),      QStringLiteral("Rules")};
    QCOMPARE(segments(bench.page()), expected);
    for (const auto &[part, segment, title] :
         {std::tuple {"shelved", AlarmPage::ShelvedSegment, "one"},
          std::tuple {"suppressed", AlarmPage::SuppressedSegment, "two"},
          std::tuple {"out-of-service", AlarmPage::OutOfServiceSegment, "three"}}) {
        bench.page().showPart(QLatin1String(part));
        AlarmTable &table = bench.page().hiddenList(segment).table();
        QVERIFY2(table.isVisible(), part);
        QCOMPARE(table.model()->rowCount(), 1);
        const auto cell
            = [&table](int column) { return table.model()->index(0, column).data().toString(); };
        QCOMPARE(cell(AlarmListModel::TitleColumn), QLatin1String(title));
        QVERIFY(cell(AlarmListModel::ReasonColumn).endsWith(QLatin1String(title)));
        QCOMPARE(table.isColumnHidden(AlarmListModel::EndsColumn),
                 segment != AlarmPage::ShelvedSegment);
        QVERIFY(table.isColumnHidden(AlarmListModel::TimeLeftColumn));
    }
}

/// And the room for its words.
void TestAlarmHiding::tooLongOutOfServiceHasASign()
{
    AlarmPageBench bench;
    bench.page().showSegment(AlarmPage::OutOfServiceSegment);
    AlarmTable &table = bench.page().hiddenList(AlarmPage::OutOfServiceSegment).table();
    const auto cell = [&table] { return table.model()->index(0, AlarmListModel::AgeColumn); };
    const auto ink = [&](std::chrono::hours ago) { // at the left end of the cell
        AlarmRow row = hidden(bench.works(), "away", AlarmState::OutOfService);
        row.hiddenSince = bench.works().clock().now() - ago;
        bench.works().publishAlarms({}, {row});
        bench.frame();
        table.clearSelection();
        const QRect place = table.visualRect(cell());
        const QImage image = table.viewport()->grab(place).toImage();
        const QRgb ground = image.pixel(1, image.height() / 2);
        int count = 0;
        for (int y = 2; y < image.height() - 2; ++y) {
            for (int x = 2; x < Theme::instance().measure(30); ++x)
                count += image.pixel(x, y) != ground ? 1 : 0;
        }
        return count;
    };
    QCOMPARE(ink(23h), 0);
    QVERIFY(ink(25h) >= 40);
    const QFontMetrics text(Theme::instance().font(Theme::Type::Text));
    QVERIFY(table.columnWidth(AlarmListModel::AgeColumn)
            >= text.horizontalAdvance(cell().data().toString()) + Theme::instance().measure(40));
}

void TestAlarmHiding::emptyListsSayWhatBelongsThere()
{
    AlarmPageBench bench;
    bench.works().publishAlarms({});
    for (const AlarmPage::Segment segment :
         {AlarmPage::ShelvedSegment, AlarmPage::SuppressedSegment,
          AlarmPage::OutOfServiceSegment}) {
        bench.page().showSegment(segment);
        bench.frame();
        AlarmListView &list = bench.page().hiddenList(segment);
        QVERIFY(!list.table().isVisible());
        const QList<QLabel *> labels = list.findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->text().startsWith(QStringLiteral("No alarm is "));
        }));
    }
}

void TestAlarmHiding::responseSaysUntilWhenAndWhy()
{
    AlarmPageBench bench;
    bench.page().showSegment(AlarmPage::ShelvedSegment);
    bench.frame();
    const ResponsePanel &response = bench.page().hiddenList(AlarmPage::ShelvedSegment).response();
    QVERIFY(response.isVisible());
    const QString said = response.timeLeft();
    for (const char *part : {"until ", "in 24 min", "shift A", "analyser is being cleaned"})
        QVERIFY2(said.contains(QLatin1String(part)), qPrintable(said));
    bench.page().showSegment(AlarmPage::ActiveSegment);
    bench.frame();
    QVERIFY(bench.page().list().response().timeLeft().contains(QStringLiteral("9 min")));
}

void TestAlarmHiding::endOfAShelfIsSaidBefore()
{
    AlarmPageBench bench;
    QVERIFY(!bench.page().list().note().contains(QStringLiteral("ends in")));
    bench.works().clock().advance(20min);
    bench.frame();
    QVERIFY(
        bench.page().list().note().contains(QStringLiteral("Shelf of Chlorine low ends in 4 min")));
}

void TestAlarmHiding::menuOffersEverything()
{
    AlarmPageBench bench;
    const QPushButton *hide = button(bench.page().list().response(), QStringLiteral("Hide"));
    QVERIFY(hide && hide->menu());
    QCOMPARE(hide->menu()->actions(), bench.page().list().hideActions().hiding());
    for (QAction *action : hide->menu()->actions())
        QVERIFY(bench.table().actions().contains(action)); // the context menu takes them from there
    bench.table().selectRow(1);
    bench.page().list().hideActions().action(AlarmAction::Kind::OutOfService)->trigger();
    QVERIFY(bench.page().list().findChild<HideDialog *>());
}

void TestAlarmHiding::countsAreReadWhole()
{
    AlarmPageBench bench;
    for (const int wide : {900, 1120, 1300, 1600}) {
        bench.page().resize(wide, 900);
        bench.page().showSegment(AlarmPage::RulesSegment); // has less beside the words
        QTest::qWait(0);
        bench.page().showSegment(AlarmPage::ActiveSegment);
        QTest::qWait(0);
        const auto cut = [&bench] { // which has not the room for its words
            for (const QPushButton *button :
                 bench.page().findChild<SegmentBar *>()->findChildren<QPushButton *>()) {
                if (button->width() < button->sizeHint().width())
                    return button->text();
            }
            return QString();
        };
        QTRY_COMPARE_WITH_TIMEOUT(cut(), QString(), 1'000);
    }
}

QTEST_MAIN(TestAlarmHiding)
#include "tst_alarm_hiding.moc"
