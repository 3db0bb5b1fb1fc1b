#include "tests/support/fake_plant.h"

#include "widgets/alarms/alarm_page.h"
#include "widgets/assets/asset_dock.h"
#include "widgets/assets/asset_tree_view.h"
#include "widgets/common/alarm_banner.h"
#include "widgets/common/page.h"
#include "widgets/common/segment_bar.h"
#include "widgets/common/status_line.h"
#include "widgets/common/tab_row.h"
#include "widgets/common/theme.h"
#include "widgets/main_window.h"
#include "widgets/trends/trend_page.h"
#include "widgets/trends/trend_view.h"
#include "widgets/window_layout.h"

#include "models/alerts.h"
#include "models/asset_tree_model.h"
#include "models/trend_key.h"

#include <QApplication>
#include <QMenu>
#include <QPointer>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QToolButton>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

/// What a window keeps: over a language change, and from one run to the next.
class TestWindowState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tabsAreKeptAsTheyChange();
    void chosenLanguageIsKept();
    void mutedSoundIsKept();
    void silenceIsAskedForByItsKey();
    void restoredTabsSpeakTheLanguageOfToday();
    void tabsOfOneNameAreToldApart();
    void languageChangeLeavesTheTreeAsItIs();
    void treeOpensAsItWasLeft();
    void areasThatComeLaterAreOpenedAsTheFirst();
    void textSizeLeavesPagesAsTheyAreLookedAt();
    void addedTagsStayWithTheirTab();
    void aPlaceHasOneTab();
    void aTagWithAnyNameHasItsTrend();
    void trendWithoutTagsDoesNotMoveTheOthers();
    void windowStandsWhereTheOneBeforeStood();
    void manyAlarmChangesDrawOnce();
    void nothingIsDrawnWhileHidden();
};

namespace {

const QString kFlow = QStringLiteral("Northfield/Pump station 2/Pump P-203/Flow");
const QString kPower = QStringLiteral("Northfield/Pump station 2/Pump P-203/Power");

TrendPage *trendOf(const MainWindow &window)
{
    return qobject_cast<TrendPage *>(window.currentPage());
}

/// Counts the calls that are waiting for an object.
class CallCounter : public QObject
{
public:
    int calls = 0;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        calls += event->type() == QEvent::MetaCall ? 1 : 0;
        return QObject::eventFilter(watched, event);
    }
};

QAction *findAction(const QMenu &menu, const QString &text)
{
    for (QAction *action : menu.actions()) {
        if (action->text() == text)
            return action;
        if (action->menu()) {
            if (QAction *below = findAction(*action->menu(), text))
                return below;
        }
    }
    return nullptr;
}

} // namespace

void TestWindowState::initTestCase()
{
    Theme::instance().applyTo(*qApp);
}

/// As after kill -9: nothing was saved on the way out.
void TestWindowState::tabsAreKeptAsTheyChange()
{
    FakePlant plant;
    const std::string folder = plant.plant().dataFolder;
    MainWindow window(plant.plant());
    window.restoreLayout();
    window.show();
    window.openPage(QStringLiteral("connections"));
    window.openPage(QStringLiteral("alarms"));
    QTRY_COMPARE(WindowLayout::load(folder).tabs.size(), 3);
    QTRY_COMPARE(WindowLayout::load(folder).current, 2);
    window.closeCurrentTab();
    QTRY_COMPARE(WindowLayout::load(folder).tabs.size(), 2);
    window.showTab(0);
    QTRY_COMPARE(WindowLayout::load(folder).current, 0);
}

void TestWindowState::mutedSoundIsKept()
{
    FakePlant plant;
    MainWindow window(plant.plant());
    window.restoreLayout();
    QVERIFY(!plant.alerts().isMuted());
    window.toggleMuted();
    QVERIFY(plant.alerts().isMuted());
    QTRY_VERIFY(WindowLayout::load(plant.plant().dataFolder).isMuted);
    plant.alerts().setMuted(false);
    MainWindow next(plant.plant());
    next.restoreLayout();
    QVERIFY(plant.alerts().isMuted());
}

/// In a view it is this window's horn only: its owner is not asked.
void TestWindowState::silenceIsAskedForByItsKey()
{
    FakePlant plant;
    AlarmRow loud
        = plant.alarm("", "Pressure high", 1, AlarmState::Unacked, std::chrono::seconds(5));
    loud.isSounding = true;
    plant.publishAlarms({loud});
    MainWindow window(plant.plant());
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_F8);
    QTRY_COMPARE(plant.actions().size(), std::size_t(1));
    QVERIFY(plant.actions().front().kind == AlarmAction::Kind::Silence);
    plant.status.isOwner = false;
    plant.publishStatus();
    window.silence();
    QCOMPARE(plant.actions().size(), std::size_t(1));
}

void TestWindowState::chosenLanguageIsKept()
{
    FakePlant plant;
    MainWindow window(plant.plant());
    window.restoreLayout();
    const QSignalSpy asked(&window, &MainWindow::languageRequested);
    QAction *german = findAction(*window.banner().menuButton()->menu(), QStringLiteral("Deutsch"));
    QVERIFY(german);
    german->trigger();
    QCOMPARE(asked.count(), 1);
    const auto kept = [&] {
        const QSettings file(QString::fromStdString(plant.plant().dataFolder)
                                 + QStringLiteral("/window.ini"),
                             QSettings::IniFormat);
        return file.value(QStringLiteral("language")).toString();
    };
    QTRY_COMPARE(kept(), QStringLiteral("de"));
}

void TestWindowState::restoredTabsSpeakTheLanguageOfToday()
{
    FakePlant plant;
    WindowLayout layout;
    layout.tabs = {{QStringLiteral("overview"), QStringLiteral("Übersicht")},
                   {QStringLiteral("connections"), QStringLiteral("Verbindungen")},
                   {QStringLiteral("asset:Northfield/Intake/Inlet"), QStringLiteral("Inlet")}};
    QVERIFY(layout.save(plant.plant().dataFolder).ok());
    MainWindow window(plant.plant());
    window.restoreLayout();
    const auto *tabs = window.findChild<TabRow *>();
    QCOMPARE(tabs->tabText(1), QStringLiteral("Connections"));
    QCOMPARE(tabs->tabText(2), QStringLiteral("Inlet"));
}

/// Of the plant, whatever else is open; those that were restored and not looked at yet, too.
void TestWindowState::tabsOfOneNameAreToldApart()
{
    FakePlant plant(FakePlant::Content::Empty);
    plant.receive("works/line 1/oven/heat", 1.0);
    WindowLayout layout;
    layout.tabs = {{QStringLiteral("overview"), QStringLiteral("Overview")},
                   {QStringLiteral("asset:works/line 1/oven"), QStringLiteral("oven")},
                   {QStringLiteral("trend:works/line 1/oven/heat"), QStringLiteral("Trend")}};
    QVERIFY(layout.save(plant.plant().dataFolder).ok());
    MainWindow window(plant.plant());
    window.restoreLayout();
    const auto *tabs = window.findChild<TabRow *>();
    QCOMPARE(tabs->tabText(1), QStringLiteral("oven"));
    QCOMPARE(tabs->tabText(2), QStringLiteral("Trend: oven · heat"));
    plant.receive("works/line 2/oven/heat", 1.0);
    window.frame();
    QCOMPARE(tabs->tabText(1), QStringLiteral("line 1 › oven")); // although nothing of it is open
    window.openPage(QStringLiteral("asset:works/line 2/oven"));
    QCOMPARE(tabs->tabText(0), QStringLiteral("Overview"));
    QCOMPARE(tabs->tabText(1), QStringLiteral("line 1 › oven"));
    QCOMPARE(tabs->tabText(2), QStringLiteral("Trend: line 1 › oven · heat"));
    QCOMPARE(tabs->tabText(3), QStringLiteral("line 2 › oven"));
    QVERIFY(tabs->tabToolTip(1).contains(QStringLiteral("works/line 1/oven")));
    window.closeTab(3);
    QCOMPARE(tabs->tabText(1), QStringLiteral("line 1 › oven"));
}

void TestWindowState::languageChangeLeavesTheTreeAsItIs()
{
    FakePlant plant;
    MainWindow window(plant.plant());
    window.show();
    const QModelIndex site = window.dock().tree().model()->index(0, 0);
    const QModelIndex area = window.dock().tree().model()->index(1, 0, site);
    QVERIFY(window.dock().tree().isExpanded(area));
    const QModelIndex other = window.dock().tree().model()->index(0, 0, site);
    QVERIFY(window.dock().tree().isExpanded(other));
    window.dock().tree().collapse(area);
    QEvent change(QEvent::LanguageChange);
    QApplication::sendEvent(&window, &change);
    QVERIFY(!window.dock().tree().isExpanded(area));
    QVERIFY(window.dock().tree().isExpanded(other));
}

void TestWindowState::treeOpensAsItWasLeft()
{
    FakePlant plant(FakePlant::Content::Empty);
    plant.receive("a/b/c/d/e/f/value", 1.0);
    const auto index = [](const MainWindow &window, const char *path) {
        AssetTreeModel &model = window.dock().model();
        return model.indexOf(model.tree().find(path));
    };
    MainWindow window(plant.plant());
    window.restoreLayout();
    window.show();
    window.frame();
    const AssetTreeView &tree = window.dock().tree();
    QVERIFY(tree.isExpanded(index(window, "a")));
    QVERIFY(!tree.isExpanded(index(window, "a/b/c"))); // eleven levels would take eleven rows
    window.dock().tree().collapse(index(window, "a/b"));
    const std::string folder = plant.plant().dataFolder;
    QTRY_COMPARE(WindowLayout::load(folder).expanded.value_or(QStringList {QStringLiteral("?")}),
                 QStringList {QStringLiteral("a")});
    MainWindow next(plant.plant());
    next.restoreLayout();
    next.show();
    next.frame();
    QVERIFY(next.dock().tree().isExpanded(index(next, "a")));
    QVERIFY(!next.dock().tree().isExpanded(index(next, "a/b")));
}

/// One area speaks before the others at a first start.
void TestWindowState::areasThatComeLaterAreOpenedAsTheFirst()
{
    FakePlant plant(FakePlant::Content::Empty);
    plant.receive("computer/vm/load", 1.0);
    MainWindow window(plant.plant());
    window.show();
    window.frame();
    for (const char *path : {"works/intake/pump/flow", "works/network/zone/flow"})
        plant.receive(path, 1.0);
    AssetTreeModel &model = window.dock().model();
    const auto isOpen = [&](const char *path) {
        window.frame();
        return window.dock().tree().isExpanded(model.indexOf(model.tree().find(path)));
    };
    QTRY_VERIFY(isOpen("works/network"));
    QVERIFY(isOpen("works"));
    QVERIFY(isOpen("computer"));
    window.dock().tree().collapse(model.indexOf(model.tree().find("works")));
    plant.receive("works/treatment/filter/flow", 1.0);
    QVERIFY(!isOpen("works")); // as somebody left it
}

void TestWindowState::textSizeLeavesPagesAsTheyAreLookedAt()
{
    FakePlant plant;
    MainWindow window(plant.plant());
    window.show();
    window.openPage(QStringLiteral("alarms#journal"));
    window.openPage(QStringLiteral("trend:Northfield/Pump station 2/Pump P-203/Flow"));
    const auto view = [&window] { return window.currentPage()->findChild<TrendView *>(); };
    const Timestamp now = plant.clock().now();
    view()->navigator().show({now - 20min, now - 10min});
    QTest::keyClick(view(), Qt::Key_X);
    const std::optional<TimeRange> cursors = view()->cursors();
    for (const double scale : {1.25, 1.0}) {
        const QPointer<TrendView> before = view();
        Theme::instance().setTextScale(scale);
        QVERIFY(view() != before);
        QVERIFY(view()->window().range() == (TimeRange {now - 20min, now - 10min}));
        QVERIFY(!view()->window().isLive());
        QVERIFY(view()->cursors() == cursors);
    }
    QVERIFY(view()->navigator().back());
    QVERIFY(view()->window().isLive());
    window.showTab(1);
    QCOMPARE(window.currentPage()->findChild<SegmentBar *>()->current(),
             static_cast<int>(AlarmPage::JournalSegment));
}

void TestWindowState::addedTagsStayWithTheirTab()
{
    FakePlant plant;
    MainWindow window(plant.plant());
    window.restoreLayout();
    window.show();
    window.openPage(QStringLiteral("trend:") + kFlow);
    QPointer<TrendPage> page = trendOf(window);
    page->addPaths({kPower});
    const QString both = QStringLiteral("trend:%1,%2").arg(kFlow, kPower);
    QCOMPARE(page->key(), both);
    QCOMPARE(window.findChild<TabRow *>()->tabText(1),
             QStringLiteral("Trends: Pump P-203 · Flow +1"));
    window.showTab(0);
    window.showTab(1);
    QVERIFY(window.currentPage() == page);
    const std::string folder = plant.plant().dataFolder;
    const auto keptKey = [&folder] {
        const WindowLayout layout = WindowLayout::load(folder);
        return layout.tabs.size() == 2 ? layout.tabs[1].key : QString();
    };
    QTRY_COMPARE(keptKey(), both);
    QEvent change(QEvent::LanguageChange);
    QApplication::sendEvent(&window, &change);
    QCOMPARE(window.currentPage()->key(), both);
    page = trendOf(window);
    window.closeCurrentTab();
    QTRY_VERIFY(page.isNull());
}

void TestWindowState::aPlaceHasOneTab()
{
    FakePlant plant;
    MainWindow window(plant.plant());
    window.show();
    window.openPage(QStringLiteral("trend:%1,%2").arg(kFlow, kPower));
    const QPointer<TrendPage> other = trendOf(window);
    window.openPage(QStringLiteral("trend:") + kFlow);
    TrendPage *page = trendOf(window);
    page->addPaths({kPower});
    QCOMPARE(window.tabCount(), 2);
    QVERIFY(window.currentPage() == page);
    QTRY_VERIFY(other.isNull());
    window.openPage(QStringLiteral("trend:%1,%2,%1").arg(kFlow, kPower)); // given twice
    QCOMPARE(window.tabCount(), 2);
    QVERIFY(window.currentPage() == page);
}

/// Commas part tags, and # begins the part of a page that is shown.
void TestWindowState::aTagWithAnyNameHasItsTrend()
{
    FakePlant plant;
    const std::string path = "Northfield/Tank 1, old/level#2";
    const TagId tag = plant.receive(path, 3.0);
    MainWindow window(plant.plant());
    window.show();
    window.frame();
    window.openPage(TrendKey::of(path) + QStringLiteral("#30min"));
    QCOMPARE(window.currentPage()->key(), TrendKey::of(path));
    const TrendWindow &shown = trendOf(window)->trends().window();
    QCOMPARE(shown.traces().size(), std::size_t(1));
    QCOMPARE(shown.traces().front().tag, tag);
    QCOMPARE(shown.span(), std::chrono::microseconds(30min));
    window.goUp();
    QCOMPARE(window.currentPage()->key(), QStringLiteral("asset:Northfield/Tank 1, old"));
}

/// There is no such page the next time.
void TestWindowState::trendWithoutTagsDoesNotMoveTheOthers()
{
    FakePlant plant;
    {
        MainWindow window(plant.plant());
        window.show();
        window.openPage(QStringLiteral("trend:") + kFlow);
        trendOf(window)->removePath(kFlow);
        window.openPage(QStringLiteral("connections"));
        window.openPage(QStringLiteral("alarms"));
        window.showTab(2);
        QEvent change(QEvent::LanguageChange);
        QApplication::sendEvent(&window, &change);
        QCOMPARE(window.currentPage()->key(), QStringLiteral("connections"));
    }
    WindowLayout layout;
    layout.tabs = {{QStringLiteral("overview"), {}},
                   {QStringLiteral("trend:"), {}},
                   {QStringLiteral("connections"), {}},
                   {QStringLiteral("alarms"), {}}};
    layout.current = 2;
    QVERIFY(layout.save(plant.plant().dataFolder).ok());
    MainWindow window(plant.plant());
    window.restoreLayout();
    QCOMPARE(window.currentPage()->key(), QStringLiteral("connections"));
}

/// As when a demo gives way to a plant of one's own, whose data folder knows another place or none.
void TestWindowState::windowStandsWhereTheOneBeforeStood()
{
    FakePlant demo;
    MainWindow before(demo.plant());
    before.restoreLayout();
    before.setGeometry(20, 30, 640, 420);
    before.show();
    FakePlant own;
    MainWindow window(own.plant());
    window.restoreLayout(before.saveGeometry());
    window.show();
    QCOMPARE(window.geometry(), before.geometry());
}

void TestWindowState::manyAlarmChangesDrawOnce()
{
    FakePlant plant;
    MainWindow window(plant.plant());
    window.show();
    QCoreApplication::processEvents();
    CallCounter counter;
    window.installEventFilter(&counter);
    for (int i = 0; i < 1000; ++i)
        plant.publishAlarms({});
    QCoreApplication::sendPostedEvents(&window, QEvent::MetaCall);
    QCOMPARE(counter.calls, 1);
    plant.publishAlarms({});
    QCoreApplication::sendPostedEvents(&window, QEvent::MetaCall);
    QCOMPARE(counter.calls, 2);
    window.hide();
    for (int i = 0; i < 1000; ++i)
        plant.publishAlarms({});
    QCoreApplication::sendPostedEvents(&window, QEvent::MetaCall);
    QVERIFY2(counter.calls <= 3, qPrintable(QString::number(counter.calls)));
}

void TestWindowState::nothingIsDrawnWhileHidden()
{
    FakePlant plant;
    MainWindow window(plant.plant());
    window.show();
    window.hide();
    plant.status.counters.received = 4711;
    plant.publishStatus();
    const QString before = window.statusLine().sum();
    QTimer frames; // as often as the window draws
    const QSignalSpy passed(&frames, &QTimer::timeout);
    frames.start(33);
    QTRY_VERIFY(passed.count() > 3);
    QCOMPARE(window.statusLine().sum(), before);
    window.show();
    QVERIFY(window.statusLine().sum() != before);
}

QTEST_MAIN(TestWindowState)
#include "tst_window_state.moc"
