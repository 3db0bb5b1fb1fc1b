#include "tests/support/fake_plant.h"
#include "tests/widgets/find_widgets.h"

#include "widgets/alarms/alarm_list_view.h"
#include "widgets/alarms/alarm_page.h"
#include "widgets/alarms/alarm_table.h"
#include "widgets/alarms/rule_dialog.h"
#include "widgets/assets/asset_dock.h"
#include "widgets/assets/asset_tree_view.h"
#include "widgets/common/alarm_banner.h"
#include "widgets/common/command_palette.h"
#include "widgets/common/page.h"
#include "widgets/common/status_line.h"
#include "widgets/common/tab_row.h"
#include "widgets/common/theme.h"
#include "widgets/main_window.h"
#include "widgets/overview/overview_page.h"
#include "widgets/overview/tile_grid.h"
#include "widgets/reports/report_dialog.h"
#include "widgets/tiles/tile.h"

#include <QApplication>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void overviewIsThereAtOnce();
    void spaceAcknowledgesTheOccurrenceOnScreen();
    void alarmPageIsReadyForSpace();
    void foreignPlantOffersARule();
    void spaceInAFieldIsText();
    void tabsOpenOnceAndClose();
    void tabsKeepWhatTellsAssetsApart();
    void backspaceGoesUp();
    void backspaceOnAnAssetUndoesTheZoomAndThenGoesUp();
    void reportOfAHandoverIsItsPaper();
    void paletteOpensWhatIsTyped();
    void paletteSaysThatNothingFits();
    void filterFieldFindsAndLeavesTheTree();
    void tileOpensItsAssetByKeyAndMouse();
    void staleTileSaysSo();
    void statusLineAddsUp();
    void statusLineTellsHowLongSamplesTake();
    void whatIsCaughtUpOnIsNoLatency();
    void bannerSaysWhatDoesNotWork();
    void emptyPlantOffersADemo();
    void demoThatIsStartingIsNotOffered();
    void tabsComeBack();
    void languageChangeKeepsTabs();
};

namespace {

OverviewPage &overview(const MainWindow &window)
{
    return *qobject_cast<OverviewPage *>(window.currentPage());
}

/// Shortcuts work in the active window only.
void showActive(QWidget &window)
{
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
}

void type(QWidget &field, const char *text)
{
    QTest::keyClicks(&field, QString::fromUtf8(text));
}

} // namespace

void TestMainWindow::initTestCase()
{
    Theme::instance().applyTo(*qobject_cast<QApplication *>(QApplication::instance()));
}

void TestMainWindow::overviewIsThereAtOnce()
{
    FakePlant plant;
    MainWindow window(plant.plant());
    window.resize(1920, 1080);
    window.show();
    QCOMPARE(window.currentPage()->key(), QStringLiteral("overview"));
    QCOMPARE(overview(window).tiles().columns(), 5);
    QCOMPARE(overview(window).tiles().size(), 10U);
    QCOMPARE(window.focusWidget(), &window.dock().tree());
    QTRY_VERIFY(window.currentPage()->isComplete());
    window.resize(1280, 720);
    QCOMPARE(overview(window).tiles().columns(), 4);
}

void TestMainWindow::spaceAcknowledgesTheOccurrenceOnScreen()
{
    FakePlant plant;
    MainWindow window(plant.plant());
    window.show();
    AlarmRow first = plant.alarm("Northfield/Intake/Inlet/Total inflow", "Inflow high", 2,
                                 AlarmState::Unacked, 5s);
    first.occurrence = 7;
    AlarmRow worse = plant.alarm("Northfield/Network/Zone 4/Pressure", "Pressure low", 1,
                                 AlarmState::Unacked, 60s);
    worse.occurrence = 3;
    plant.publishAlarms({first, worse});
    QTest::qWait(0); // the change asks for a frame by itself
    QTest::keyClick(&window.dock().tree(), Qt::Key_Space);
    QCOMPARE(plant.actions().size(), 1U);
    const AlarmAction &action = plant.actions().front();
    QCOMPARE(action.kind, AlarmAction::Kind::Acknowledge);
    QCOMPARE(action.alarms.size(), 1U);
    QCOMPARE(action.alarms[0].first, worse.id);
    QCOMPARE(action.alarms[0].second, 3U);
    QCOMPARE(action.by, plant.plant().user);
    plant.publishAlarms({});
    QTest::qWait(0);
    QTest::keyClick(&window.dock().tree(), Qt::Key_Space);
    QCOMPARE(plant.actions().size(), 1U);
}

void TestMainWindow::alarmPageIsReadyForSpace()
{
    FakePlant plant;
    MainWindow window(plant.plant());
    showActive(window);
    window.dock().tree().setFocus();
    window.openPage(QStringLiteral("alarms"));
    QWidget *focused = QApplication::focusWidget();
    QVERIFY(qobject_cast<AlarmTable *>(focused));
    QTest::keyClick(focused, Qt::Key_Space);
    QCOMPARE(plant.actions().size(), 1U);
    QVERIFY(plant.actions().front().alarms.front().first.starts_with("Bearing temperature high"));
    window.showTab(0);
    QTest::mouseClick(window.findChild<TabRow *>(), Qt::LeftButton, {},
                      window.findChild<TabRow *>()->tabRect(1).center());
    QVERIFY(qobject_cast<AlarmTable *>(QApplication::focusWidget()));
}

void TestMainWindow::foreignPlantOffersARule()
{
    FakePlant plant; // it has no rules
    MainWindow window(plant.plant());
    showActive(window);
    const QList<QPushButton *> buttons = overview(window).findChildren<QPushButton *>();
    const auto add = std::find_if(buttons.begin(), buttons.end(), [](const QPushButton *button) {
        return button->isVisible() && button->text().contains(QStringLiteral("rule"));
    });
    QVERIFY(add != buttons.end());
    QTest::mouseClick(*add, Qt::LeftButton);
    QVERIFY(window.findChild<RuleDialog *>());
}

void TestMainWindow::spaceInAFieldIsText()
{
    FakePlant plant;
    MainWindow window(plant.plant());
    showActive(window);
    QTest::keyClick(&window, Qt::Key_F, Qt::ControlModifier);
    QTRY_COMPARE(window.focusWidget(), &window.dock().filterField());
    type(window.dock().filterField(), "pump p");
    QCOMPARE(window.dock().filterField().text(), QStringLiteral("pump p"));
    QVERIFY(plant.actions().empty());
}

void TestMainWindow::tabsOpenOnceAndClose()
{
    FakePlant plant;
    MainWindow window(plant.plant());
    showActive(window);
    window.openPage(QStringLiteral("alarms"));
    window.openPage(QStringLiteral("connections"));
    window.openPage(QStringLiteral("alarms"));
    window.openPage(QStringLiteral("no such page"));
    QCOMPARE(window.tabCount(), 3);
    QCOMPARE(window.currentPage()->key(), QStringLiteral("alarms"));
    QTest::keyClick(&window, Qt::Key_3, Qt::ControlModifier);
    QTRY_COMPARE(window.currentPage()->key(), QStringLiteral("connections"));
    QTest::keyClick(&window, Qt::Key_W, Qt::ControlModifier);
    QTRY_COMPARE(window.tabCount(), 2);
    window.closeTab(0);
    QCOMPARE(window.tabCount(), 2); // the overview stays
}

void TestMainWindow::tabsKeepWhatTellsAssetsApart()
{
    const QFontMetrics metrics(Theme::instance().font(Theme::Type::Strong));
    const QString text = QStringLiteral("Trend: Pump P-203 · Bearing temperature");
    const int whole = metrics.horizontalAdvance(text);
    QCOMPARE(TabRow::fitting(text, metrics, whole), text);
    const QString less = TabRow::fitting(text, metrics, whole - 20);
    QVERIFY2(less.startsWith(QStringLiteral("Trend: Pump P-203 · Bearing")), qPrintable(less));
    const int little = metrics.horizontalAdvance(QStringLiteral("…Pump P-203"));
    const QString least = TabRow::fitting(text, metrics, little + 1);
    QVERIFY2(least.endsWith(QStringLiteral("P-203")), qPrintable(least));
}

void TestMainWindow::backspaceGoesUp()
{
    FakePlant plant;
    MainWindow window(plant.plant());
    window.show();
    window.openPage(QStringLiteral("alarms"));
    QTest::keyClick(&window.dock().tree(), Qt::Key_Backspace);
    QCOMPARE(window.currentPage()->key(), QStringLiteral("overview"));
}

void TestMainWindow::backspaceOnAnAssetUndoesTheZoomAndThenGoesUp()
{
    FakePlant plant;
    MainWindow window(plant.plant());
    showActive(window);
    const QString pump = QStringLiteral("asset:Northfield/Pump station 2/Pump P-203");
    window.openPage(pump);
    QTest::keyClick(window.focusWidget(), Qt::Key_Plus);
    QTest::keyClick(window.focusWidget(), Qt::Key_Backspace);
    QCOMPARE(window.currentPage()->key(), pump);
    QTest::keyClick(window.focusWidget(), Qt::Key_Backspace);
    QCOMPARE(window.currentPage()->key(), QStringLiteral("overview"));
}

void TestMainWindow::paletteSaysThatNothingFits()
{
    FakePlant plant;
    MainWindow window(plant.plant());
    window.resize(1280, 720);
    showActive(window);
    window.showPalette();
    CommandPalette &palette = window.palettePopup();
    QVERIFY(palette.note().isEmpty());
    type(palette.field(), "zzzz");
    QCOMPARE(palette.list().count(), 0);
    QVERIFY(!palette.note().isEmpty());
    palette.field().clear();
    type(palette.field(), "deutsch");
    QCOMPARE(palette.list().count(), 1);
    QVERIFY(palette.note().isEmpty());
    const QSignalSpy asked(&window, &MainWindow::languageRequested);
    QTest::keyClick(&palette.field(), Qt::Key_Return);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.first().first().toString(), QStringLiteral("de"));
}

void TestMainWindow::reportOfAHandoverIsItsPaper()
{
    FakePlant plant;
    MainWindow window(plant.plant());
    showActive(window);
    window.openPage(QStringLiteral("handover"));
    QTRY_VERIFY(window.currentPage()->isComplete());
    window.frame(); // its buttons know
    bool isAsked = false;
    QTimer look; // the dialog has an event loop of its own
    connect(&look, &QTimer::timeout, this, [&isAsked] {
        auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        isAsked = isAsked || dialog;
        if (dialog)
            dialog->reject();
    });
    look.start(10);
    QTest::keyClick(&window, Qt::Key_R, Qt::ControlModifier);
    QTRY_VERIFY(isAsked);
    look.stop();
    QTRY_VERIFY(!QApplication::activeModalWidget());
    QVERIFY(!window.findChild<ReportDialog *>());
    showActive(window);
    window.openPage(QStringLiteral("overview"));
    QTest::keyClick(&window, Qt::Key_R, Qt::ControlModifier);
    QTRY_VERIFY(window.findChild<ReportDialog *>());
}

void TestMainWindow::paletteOpensWhatIsTyped()
{
    FakePlant plant;
    MainWindow window(plant.plant());
    showActive(window);
    QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
    CommandPalette &palette = window.palettePopup();
    QTRY_VERIFY(palette.isVisible());
    type(palette.field(), "connec");
    QVERIFY(palette.list().count() >= 1);
    QTest::keyClick(&palette.field(), Qt::Key_Return);
    QVERIFY(!palette.isVisible());
    QCOMPARE(window.currentPage()->key(), QStringLiteral("connections"));
    window.openPage(QStringLiteral("alarms#rules"));
    window.showPalette();
    type(palette.field(), "alarms");
    QTest::keyClick(&palette.field(), Qt::Key_Return);
    QVERIFY(static_cast<AlarmPage *>(window.currentPage())->list().isVisible());
    QVERIFY(window.currentPage()->focusProxy()->hasFocus());
    window.showPalette();
    type(palette.field(), "bearing");
    QCOMPARE(palette.list().count(), 2); // the pump and its tag
    QTest::keyClick(&palette.field(), Qt::Key_Escape);
    QVERIFY(!palette.isVisible());
}

void TestMainWindow::filterFieldFindsAndLeavesTheTree()
{
    FakePlant plant;
    MainWindow window(plant.plant());
    window.show();
    const QSignalSpy opened(&window.dock(), &AssetDock::openRequested);
    type(window.dock().filterField(), "P-203");
    QTest::keyClick(&window.dock().filterField(), Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened[0][0].toString(), QStringLiteral("asset:Northfield/Pump station 2/Pump P-203"));
    QTest::keyClick(&window.dock().filterField(), Qt::Key_Escape);
    QVERIFY(window.dock().filterField().text().isEmpty());
    QVERIFY(window.dock().tree().isVisible());
}

void TestMainWindow::tileOpensItsAssetByKeyAndMouse()
{
    FakePlant plant;
    plant.setPages({{"overview", R"({"version": 1, "tiles": [
        {"tag": "Northfield/Pump station 2/Pump P-203/Bearing temperature"}]})"}});
    MainWindow window(plant.plant());
    window.resize(1600, 900);
    window.show();
    const QSignalSpy asked(&overview(window), &Page::openRequested);
    Tile *tile = overview(window).tiles().tile(0);
    QTest::mouseClick(tile, Qt::LeftButton);
    tile->setFocus();
    QTest::keyClick(tile, Qt::Key_Return);
    QCOMPARE(asked.count(), 2);
    QCOMPARE(asked[1][0].toString(), QStringLiteral("asset:Northfield/Pump station 2/Pump P-203"));
    QVERIFY(tile->accessibleName().contains(QStringLiteral("NEW")));
}

void TestMainWindow::staleTileSaysSo()
{
    FakePlant plant;
    plant.setPages({{"overview", R"({"version": 1, "tiles": [
        {"tag": "Northfield/Network/Zone 7/Flow"}]})"}});
    MainWindow window(plant.plant());
    window.resize(1600, 900);
    window.show();
    const TileGrid &grid = overview(window).tiles();
    const Tile *stale = nullptr;
    for (std::size_t i = 0; i < grid.size(); ++i) {
        if (grid.tile(i)->accessibleName().contains(QStringLiteral("Zone 7")))
            stale = grid.tile(i);
    }
    QVERIFY(stale);
    QVERIFY(stale->badge().startsWith(QStringLiteral("STALE 2 min")));
    QVERIFY(stale->meaning().contains(QStringLiteral("usually every 5 s")));
}

void TestMainWindow::statusLineAddsUp()
{
    FakePlant plant;
    plant.status.counters.received = 1000;
    plant.status.counters.stored = 980;
    plant.status.counters.dropped = {{"payload_too_large", 7}, {"malformed", 3}};
    plant.publishStatus();
    MainWindow window(plant.plant());
    window.show();
    QString sum = window.statusLine().sum();
    sum.remove(QChar(0x2009));
    QCOMPARE(sum, QStringLiteral("received 1000 = stored 980 + dropped 10 + under way 10"));
    // not "history of 412 days": one retained value may be that old
    QVERIFY(wordsOn(window.statusLine()).contains(QStringLiteral("oldest value 412 day")));
}

void TestMainWindow::statusLineTellsHowLongSamplesTake()
{
    FakePlant plant;
    MainWindow window(plant.plant());
    window.resize(1600, 900);
    window.show();
    const auto latencyAfter = [&](std::chrono::milliseconds time) {
        plant.clock().advance(time);
        plant.publishStatus();
        window.frame();
        return window.statusLine().latency();
    };
    QCOMPARE(window.statusLine().latency(), QString()); // nothing has come since
    plant.receive("Northfield/Pump station 2/Pump P-203/Bearing temperature", 86.0);
    QCOMPARE(latencyAfter(30ms), QStringLiteral("device → screen 30 ms (p99 30 ms)"));
    plant.receive("Northfield/Pump station 2/Pump P-203/Bearing temperature", 87.0);
    QCOMPARE(latencyAfter(5s), QStringLiteral("device → screen 30 ms (p99 30 ms)")); // not drawn
    QCOMPARE(latencyAfter(61s), QString());
}

void TestMainWindow::whatIsCaughtUpOnIsNoLatency()
{
    FakePlant plant;
    MainWindow window(plant.plant());
    window.resize(1600, 900);
    window.show();
    const TagId tag = plant.tags().intern("a/level", SourceId {1});
    const auto show = [&](ConnectionStatus::State state, std::chrono::seconds ago) {
        plant.status.connections.front().state = state;
        plant.status.connections.front().since = plant.clock().now() - 10s;
        plant.publishStatus();
        SampleBatch batch;
        batch.arrival = plant.clock().now();
        batch.append(tag, batch.arrival - ago, 86.0, Quality::good(), {});
        plant.live().apply(batch);
        plant.clock().advance(30ms);
        window.frame();
        plant.clock().advance(500ms);
        window.frame();
        return window.statusLine().latency();
    };
    QCOMPARE(show(ConnectionStatus::State::Waiting, 20s), QString()); // out of the journal
    QCOMPARE(show(ConnectionStatus::State::Connected, 15s), QString()); // out of the session
    QCOMPARE(show(ConnectionStatus::State::Connected, 0s),
             QStringLiteral("device → screen 30 ms (p99 30 ms)"));
}

void TestMainWindow::bannerSaysWhatDoesNotWork()
{
    FakePlant plant;
    MainWindow window(plant.plant());
    window.show();
    QVERIFY(window.banner().degraded().isEmpty());
    plant.status.connections[0].state = ConnectionStatus::State::Connecting; // once more
    plant.status.connections[0].outSince = plant.plant().clock->now() - std::chrono::hours(1);
    plant.status.recording = false;
    plant.publishStatus();
    window.frame();
    QVERIFY(window.banner().degraded().contains(QStringLiteral("recording stopped")));
    QVERIFY(window.banner().degraded().contains(QStringLiteral("no connection to plant-a since")));
    plant.status.connections[0].state = ConnectionStatus::State::Connected;
    plant.status.connections[0].outSince = {};
    plant.status.connections[0].encrypted = false;
    plant.status.recording = true;
    plant.publishStatus();
    window.frame();
    QCOMPARE(window.banner().degraded(), QStringLiteral("plant-a not encrypted"));
}

void TestMainWindow::emptyPlantOffersADemo()
{
    FakePlant plant(FakePlant::Content::Empty);
    MainWindow window(plant.plant());
    window.show();
    const QSignalSpy demo(&window, &MainWindow::demoRequested);
    QPushButton *start = nullptr;
    for (QPushButton *button : window.currentPage()->findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text() == QLatin1String("Start the demo plant"))
            start = button;
    }
    QVERIFY(start);
    QTest::mouseClick(start, Qt::LeftButton);
    QCOMPARE(demo.count(), 1);
}

void TestMainWindow::demoThatIsStartingIsNotOffered()
{
    FakePlant works(FakePlant::Content::Empty);
    Plant plant = works.plant();
    plant.isDemoStarting = true;
    MainWindow window(plant);
    window.show();
    window.frame();
    for (const QPushButton *button : window.currentPage()->findChildren<QPushButton *>())
        QVERIFY2(!button->isVisible(), qPrintable(button->text()));
    const auto labels = window.currentPage()->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->isVisible() && label->text() == QStringLiteral("Starting the demo plant …");
    }));
}

void TestMainWindow::tabsComeBack()
{
    FakePlant plant;
    {
        MainWindow window(plant.plant());
        window.openPage(QStringLiteral("connections"));
        window.openPage(QStringLiteral("alarms"));
        window.saveLayout();
    }
    plant.saver().flush();
    MainWindow window(plant.plant());
    window.restoreLayout();
    QCOMPARE(window.tabCount(), 3);
    QCOMPARE(window.currentPage()->key(), QStringLiteral("alarms"));
}

void TestMainWindow::languageChangeKeepsTabs()
{
    FakePlant plant;
    MainWindow window(plant.plant());
    window.show();
    window.openPage(QStringLiteral("alarms"));
    QEvent change(QEvent::LanguageChange);
    QApplication::sendEvent(&window, &change);
    QCOMPARE(window.tabCount(), 2);
    QCOMPARE(window.currentPage()->key(), QStringLiteral("alarms"));
}

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
