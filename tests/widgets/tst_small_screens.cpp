#include "tests/support/fake_plant.h"
#include "tests/support/german_words.h"

#include "widgets/alarms/alarm_table.h"
#include "widgets/alarms/response_panel.h"
#include "widgets/assets/asset_dock.h"
#include "widgets/common/alarm_banner.h"
#include "widgets/common/command_palette.h"
#include "widgets/common/data_table.h"
#include "widgets/common/elided_label.h"
#include "widgets/common/head_row.h"
#include "widgets/common/page.h"
#include "widgets/common/page_stack.h"
#include "widgets/common/panel.h"
#include "widgets/common/row_delegate.h"
#include "widgets/common/segment_bar.h"
#include "widgets/common/tab_row.h"
#include "widgets/common/theme.h"
#include "widgets/main_window.h"
#include "widgets/overview/alarm_panel.h"
#include "widgets/window_layout.h"

#include "models/alarm_list_model.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScreen>
#include <QScrollBar>
#include <QStandardPaths>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

/// Long names, large text and small screens: nothing is out of reach.
class TestSmallScreens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void longNamesGiveWay_data();
    void longNamesGiveWay();
    void cutWordsAreWhole();
    void pagesFitHalfAScreen_data();
    void pagesFitHalfAScreen();
    void nothingScrollsSidewaysOnAQuarterScreen_data();
    void nothingScrollsSidewaysOnAQuarterScreen();
    void everyPartIsWholeInLargeGerman_data();
    void everyPartIsWholeInLargeGerman();
    void namesOfTabsAreReadable_data();
    void namesOfTabsAreReadable();
    void assetsGiveWayAndComeBack();
    void largeTextBuildsEverythingAnew();
    void linesFitTheirMeasures_data();
    void linesFitTheirMeasures();
    void noLineIsCutInLargeText_data();
    void noLineIsCutInLargeText();
    void storedTextSizeIsTicked();
    void textSizeHasKeysAndCommands();
    void alarmListKeepsItsRows();
    void stateOfAlarmsIsSeenOnTheOverview();
    void titlesOfAlarmsAreWholeOnTheOverview();
    void windowFitsItsScreen();

private:
    QAction *textSize(const QString &name) const;

    std::unique_ptr<FakePlant> m_plant;
    std::unique_ptr<MainWindow> m_window;
};

namespace {

const std::string kLong(300, 'w');
const std::string kAsset = kLong + "/" + kLong + "/" + kLong + "/" + kLong + "/" + kLong;

/// A page of a plant whose names have any length.
void fillWithLongNames(FakePlant &plant)
{
    plant.receive(kAsset + "/" + kLong, 12.5);
    plant.receiveText(kAsset + "/status", kLong);
    ConnectionConfig connection;
    connection.name = kLong;
    connection.url = "mqtt://" + kLong + ":1883";
    plant.workspace().connections.push_back(connection);
    plant.workspace().settings.site = kLong;
    ConnectionStatus status;
    status.name = connection.name;
    status.url = connection.url;
    status.state = ConnectionStatus::State::Refused;
    status.cause = kLong;
    plant.status.connections.push_back(status);
    plant.publishStatus();
    plant.publishAlarms({plant.alarm(kAsset + "/" + kLong, kLong, 1, AlarmState::Unacked, 60s)});
}

void addPages()
{
    QTest::addColumn<QString>("page");
    for (const char *page :
         {"overview", "alarms", "key-figures", "handover", "connections", "status"})
        QTest::newRow(page) << QString::fromLatin1(page);
}

} // namespace

void TestSmallScreens::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("telltale-test"));
    QStandardPaths::setTestModeEnabled(true);
    Theme::instance().applyTo(*qApp);
}

void TestSmallScreens::init()
{
    m_plant = std::make_unique<FakePlant>();
    m_window = std::make_unique<MainWindow>(m_plant->plant());
}

void TestSmallScreens::cleanup()
{
    m_window.reset();
    m_plant.reset();
    Theme::instance().setTextScale(1.0);
}

QAction *TestSmallScreens::textSize(const QString &name) const
{
    const QList<QAction *> all = m_window->banner().menuButton()->menu()->findChildren<QAction *>();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const QAction *one) { return one->text() == name; });
    return found == all.end() ? nullptr : *found;
}

void TestSmallScreens::longNamesGiveWay_data()
{
    addPages();
    QTest::newRow("asset") << QStringLiteral("asset:") + QString::fromStdString(kAsset);
    QTest::newRow("trend") << QStringLiteral("trend:")
            + QString::fromStdString(kAsset + "/" + kLong);
}

void TestSmallScreens::longNamesGiveWay()
{
    QFETCH(QString, page);
    FakePlant plant(FakePlant::Content::Empty);
    fillWithLongNames(plant);
    MainWindow window(plant.plant());
    window.resize(1280, 720);
    window.show();
    window.openPage(page);
    window.frame();
    QCOMPARE(window.currentPage()->key(), page);
    QTest::qWait(0);
    QVERIFY2(window.currentPage()->minimumSizeHint().width() <= 960,
             qPrintable(QString::number(window.currentPage()->minimumSizeHint().width())));
    QCOMPARE(window.size(), QSize(1280, 720));
    for (const QWidget *part :
         window.banner().findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
        if (part->isVisible())
            QVERIFY2(part->geometry().right() < 1280, part->metaObject()->className());
    }
}

void TestSmallScreens::cutWordsAreWhole()
{
    ElidedLabel label(QString::fromStdString(kLong));
    label.resize(200, 20);
    label.show();
    QVERIFY(label.isCut());
    QVERIFY(label.minimumSizeHint().width() < 200);
    QCOMPARE(label.text().size(), 300);
    ElidedLabel brief(QStringLiteral("P-203"));
    brief.resize(brief.sizeHint());
    QVERIFY(!brief.isCut());
    QCOMPARE(brief.minimumSizeHint().width(), brief.sizeHint().width());
    Panel panel(QStringLiteral("Alarms"));
    panel.setRemark(label.text());
    panel.resize(300, 100);
    panel.show();
    const QList<ElidedLabel *> words = panel.findChildren<ElidedLabel *>();
    QVERIFY(std::any_of(words.begin(), words.end(),
                        [](const ElidedLabel *one) { return one->isCut(); }));
}

void TestSmallScreens::pagesFitHalfAScreen_data()
{
    addPages();
    QTest::newRow("asset") << QStringLiteral("asset:Northfield/Pump station 2/Pump P-203");
    QTest::newRow("trend") << QStringLiteral(
        "trend:Northfield/Pump station 2/Pump P-203/Bearing temperature");
}

/// A screen of 1920x1080 at twice the pixels, or with text of 200 %.
void TestSmallScreens::pagesFitHalfAScreen()
{
    QFETCH(QString, page);
    m_window->resize(960, 540);
    m_window->show();
    m_window->openPage(page);
    m_window->frame();
    QTest::qWait(0);
    QCOMPARE(m_window->size(), QSize(960, 540));
    const QWidget *shown = m_window->currentPage();
    const int room = 960 - m_window->dock().width();
    QVERIFY2(
        shown->minimumSizeHint().width() <= room,
        qPrintable(QStringLiteral("%1 in %2").arg(shown->minimumSizeHint().width()).arg(room)));
    QVERIFY(m_window->minimumSizeHint().width() <= 640);
    QVERIFY(m_window->minimumSizeHint().height() <= 360);
}

void TestSmallScreens::nothingScrollsSidewaysOnAQuarterScreen_data()
{
    pagesFitHalfAScreen_data();
    QTest::newRow("area") << QStringLiteral("asset:Northfield/Pump station 2");
}

/// A screen of 1280x720 at twice the pixels.
void TestSmallScreens::nothingScrollsSidewaysOnAQuarterScreen()
{
    QFETCH(QString, page);
    m_window->resize(640, 360);
    m_window->show();
    m_window->openPage(page);
    m_window->frame();
    QTest::qWait(0);
    QCOMPARE(m_window->size(), QSize(640, 360));
    const auto *scroller = m_window->findChild<PageScroller *>();
    QVERIFY2(scroller->horizontalScrollBar()->maximum() == 0,
             qPrintable(QStringLiteral("%1 in %2")
                            .arg(m_window->currentPage()->minimumSizeHint().width())
                            .arg(scroller->viewport()->width())));
    for (const DataTable *table : m_window->currentPage()->findChildren<DataTable *>()) {
        if (table->isVisible())
            QVERIFY2(table->horizontalScrollBar()->maximum() == 0,
                     qPrintable(table->accessibleName()));
    }
}

void TestSmallScreens::everyPartIsWholeInLargeGerman_data()
{
    QTest::addColumn<QString>("place");
    for (const char *place :
         {"alarms", "alarms#shelved", "alarms#suppressed", "alarms#out-of-service",
          "alarms#journal", "alarms#rules", "handover"})
        QTest::newRow(place) << QString::fromLatin1(place);
}

/// 1280x720 with text of 150 %: no part and nothing that can be done is out of sight.
void TestSmallScreens::everyPartIsWholeInLargeGerman()
{
    QFETCH(QString, place);
    const GermanWords german;
    m_window.reset();
    Theme::instance().setTextScale(1.5);
    m_window = std::make_unique<MainWindow>(m_plant->plant());
    m_window->resize(1280, 720);
    m_window->show();
    m_window->openPage(place);
    m_window->frame();
    QTest::qWait(0);
    const auto *scroller = m_window->findChild<PageScroller *>();
    QCOMPARE(scroller->horizontalScrollBar()->maximum(), 0);
    const QWidget *page = m_window->currentPage();
    for (const auto *button : page->findChildren<QPushButton *>()) {
        const QWidget *row = button->parentWidget();
        const bool isOfRow
            = qobject_cast<const SegmentBar *>(row) || qobject_cast<const HeadRow *>(row);
        if (!button->isVisible() || !isOfRow)
            continue;
        QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->text()));
        const QRect at(button->mapTo(page, QPoint()), button->size());
        QVERIFY2(page->rect().contains(at), qPrintable(button->text()));
    }
}

void TestSmallScreens::namesOfTabsAreReadable_data()
{
    QTest::addColumn<QSize>("window");
    QTest::addColumn<double>("scale");
    QTest::newRow("200 %") << QSize(1920, 1080) << 2.0;
    QTest::newRow("150 % on a small screen") << QSize(1280, 720) << 1.5;
}

void TestSmallScreens::namesOfTabsAreReadable()
{
    QFETCH(QSize, window);
    QFETCH(double, scale);
    m_window.reset();
    Theme::instance().setTextScale(scale);
    m_window = std::make_unique<MainWindow>(m_plant->plant());
    m_window->resize(window);
    m_window->show();
    const QString pump = QStringLiteral("Northfield/Pump station 2/Pump P-203");
    for (const QString &page :
         {QStringLiteral("alarms"), QStringLiteral("asset:") + pump, QStringLiteral("key-figures"),
          QStringLiteral("handover"), QStringLiteral("connections"), QStringLiteral("status"),
          QStringLiteral("trend:") + pump + QStringLiteral("/Bearing temperature")})
        m_window->openPage(page);
    QTest::qWait(0);
    const auto *tabs = m_window->findChild<TabRow *>();
    QCOMPARE(tabs->count(), 8);
    const QFontMetrics metrics(Theme::instance().font(Theme::Type::Strong));
    for (int i = 0; i < tabs->count(); ++i) {
        const int least
            = std::min(metrics.horizontalAdvance(tabs->tabText(i)), 8 * metrics.averageCharWidth());
        const int beside = Theme::instance().measure(i > 0 ? 46 : 30);
        QVERIFY2(tabs->tabRect(i).width() - beside >= least, qPrintable(tabs->tabText(i)));
    }
    QVERIFY(tabs->rect().contains(tabs->tabRect(tabs->currentIndex()).center()));
}

/// Where there is no room for both, the page comes first; the tree is a key or a click away.
void TestSmallScreens::assetsGiveWayAndComeBack()
{
    m_window->resize(640, 360);
    m_window->show();
    QVERIFY(!m_window->dock().isVisible());
    auto *button = m_window->findChild<QToolButton *>(QStringLiteral("assets"));
    QVERIFY(button && button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(m_window->dock().isVisible());
    Q_EMIT m_window->dock().openRequested(QStringLiteral("asset:Northfield/Pump station 2"));
    QVERIFY(!m_window->dock().isVisible()); // the page has the room again
    m_window->filterAssets();
    QVERIFY(m_window->dock().isVisible());
    m_window->resize(1280, 720);
    QVERIFY(m_window->dock().isVisible());
    QVERIFY(!button->isVisible());
}

void TestSmallScreens::largeTextBuildsEverythingAnew()
{
    m_window->resize(1920, 1080);
    m_window->show();
    m_window->openPage(QStringLiteral("connections"));
    const int dock = m_window->dock().width();
    textSize(QStringLiteral("200 %"))->trigger();
    QTest::qWait(0);
    QCOMPARE(m_window->currentPage()->key(), QStringLiteral("connections"));
    QCOMPARE(m_window->findChild<TabRow *>()->parentWidget()->height(),
             2 * Theme::kTabHeight); // tab titles are not cut
    for (const QLabel *label :
         m_window->banner().findChildren<QLabel *>(Qt::FindDirectChildrenOnly))
        QVERIFY2(!label->isVisible() || label->font().pixelSize() >= 24, qPrintable(label->text()));
    QVERIFY(textSize(QStringLiteral("200 %"))->isChecked());
    QCOMPARE(m_window->size(), QSize(1920, 1080));
    textSize(QStringLiteral("100 %"))->trigger();
    QTest::qWait(0);
    QCOMPARE(m_window->dock().width(), dock);
    QVERIFY(textSize(QStringLiteral("100 %"))->isChecked());
    for (const QLabel *label : m_window->currentPage()->findChildren<QLabel *>())
        QVERIFY2(label->font().pixelSize() <= 20, qPrintable(label->text()));
}

void TestSmallScreens::linesFitTheirMeasures_data()
{
    QTest::addColumn<Theme::Type>("type");
    QTest::addColumn<int>("measure");
    using Type = Theme::Type;
    QTest::newRow("table row") << Type::Text << int(Theme::kTableRow);
    QTest::newRow("tree row") << Type::Text << int(Theme::kTreeRow);
    QTest::newRow("button") << Type::Text << int(Theme::kButtonHeight);
    QTest::newRow("table header") << Type::Label << int(Theme::kTableHeader);
    QTest::newRow("panel header") << Type::Strong << int(Theme::kPanelHeader);
    QTest::newRow("tab") << Type::Strong << int(Theme::kTabHeight);
    QTest::newRow("banner") << Type::Strong << int(Theme::kBannerHeight);
    QTest::newRow("status line") << Type::Axis << int(Theme::kStatusHeight);
}

/// What has a height of the design has room for its line at every size of text.
void TestSmallScreens::linesFitTheirMeasures()
{
    QFETCH(Theme::Type, type);
    QFETCH(int, measure);
    for (const double scale : {1.0, 1.25, 1.5, 2.0}) {
        Theme::instance().setTextScale(scale);
        QVERIFY(QFontMetrics(Theme::instance().font(type)).height() + 2
                <= Theme::instance().measure(measure));
    }
}

void TestSmallScreens::noLineIsCutInLargeText_data()
{
    pagesFitHalfAScreen_data();
}

void TestSmallScreens::noLineIsCutInLargeText()
{
    QFETCH(QString, page);
    m_window.reset();
    Theme::instance().setTextScale(2.0);
    m_window = std::make_unique<MainWindow>(m_plant->plant());
    m_window->resize(1920, 1080);
    m_window->show();
    m_window->openPage(page);
    m_window->frame();
    QTest::qWait(0);
    const auto holdsItsLine = [](const QWidget *one, const QString &text) {
        QVERIFY2(text.isEmpty() || !one->isVisible()
                     || one->height() >= one->fontMetrics().height(),
                 qPrintable(text));
    };
    for (const QLabel *label : m_window->findChildren<QLabel *>())
        holdsItsLine(label, label->text());
    for (const QAbstractButton *button : m_window->findChildren<QAbstractButton *>())
        holdsItsLine(button, button->text());
}

void TestSmallScreens::storedTextSizeIsTicked()
{
    WindowLayout layout = WindowLayout::load(m_plant->plant().dataFolder);
    layout.textScale = 2.0;
    QVERIFY(layout.save(m_plant->plant().dataFolder).ok());
    m_window->restoreLayout();
    QVERIFY(textSize(QStringLiteral("200 %"))->isChecked());
    QVERIFY(!textSize(QStringLiteral("100 %"))->isChecked());
}

/// Shortcuts work in the active window only.
void TestSmallScreens::textSizeHasKeysAndCommands()
{
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window.get(), Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(Theme::instance().textScale(), 1.25);
    QTest::keyClick(m_window.get(), Qt::Key_Minus, Qt::ControlModifier);
    QTest::keyClick(m_window.get(), Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(Theme::instance().textScale(), 1.0);
    m_window->showPalette();
    QTest::qWait(0);
    const auto *commands = m_window->palettePopup().findChild<QListWidget *>();
    QVERIFY(commands->verticalScrollBar()->maximum() > 0); // else the next line proves nothing
    QVERIFY(commands->visualItemRect(commands->item(0)).width() <= commands->viewport()->width());
    QTest::keyClicks(&m_window->palettePopup().field(), QStringLiteral("text size 200"));
    QTest::keyClick(&m_window->palettePopup().field(), Qt::Key_Return);
    QCOMPARE(Theme::instance().textScale(), 2.0);
}

void TestSmallScreens::alarmListKeepsItsRows()
{
    Theme::instance().setTextScale(2.0);
    m_window->resize(1920, 1080);
    m_window->show();
    m_window->openPage(QStringLiteral("alarms"));
    m_window->frame();
    QTest::qWait(0);
    const auto *table = m_window->findChild<AlarmTable *>();
    for (const QLabel *words : m_window->findChild<ResponsePanel *>()->findChildren<QLabel *>()) {
        if (words->isVisible() && words->wordWrap())
            QVERIFY2(words->height() >= words->heightForWidth(words->width()),
                     qPrintable(words->text())); // no line of it is cut
    }
    QVERIFY(table->viewport()->visibleRegion().boundingRect().height()
            > Theme::instance().measure(3 * Theme::kTableRow));
}

void TestSmallScreens::stateOfAlarmsIsSeenOnTheOverview()
{
    m_window->resize(1280, 720);
    m_window->show();
    const auto *panel = m_window->currentPage()->findChild<AlarmPanel *>();
    const auto *table = panel->findChild<QTableView *>();
    for (const int column : {AlarmListModel::PriorityColumn, AlarmListModel::StateColumn,
                             AlarmListModel::TitleColumn, AlarmListModel::ValueColumn}) {
        const QRect cell = table->visualRect(table->model()->index(0, column));
        QVERIFY2(cell.isValid() && table->viewport()->rect().contains(cell),
                 qPrintable(QString::number(column)));
    }
}

/// What the list calls the asset is what its column is fitted to, not the place it stands in.
void TestSmallScreens::titlesOfAlarmsAreWholeOnTheOverview()
{
    m_plant->publishAlarms(
        {m_plant->alarm("Northfield/Pump station 2/Pump P-203/Bearing temperature",
                        "Bearing temperature high", 1, AlarmState::Unacked, 10s)});
    m_window.reset();
    m_window = std::make_unique<MainWindow>(m_plant->plant());
    m_window->resize(1280, 720);
    m_window->show();
    m_window->frame();
    QTest::qWait(0);
    const DataTable &table = m_window->currentPage()->findChild<AlarmPanel *>()->table();
    const QFontMetrics metrics(Theme::instance().font(Theme::Type::Strong));
    const auto needed = [&](const QString &words) {
        return metrics.horizontalAdvance(words) + 2 * RowDelegate::kPadding;
    };
    const QModelIndex asset = table.model()->index(0, AlarmListModel::AssetColumn);
    const QString brief = asset.data(AlarmListModel::ShortRole).toString();
    QVERIFY(asset.data().toString().size() > brief.size()); // else this proves nothing
    QVERIFY(table.columnWidth(asset.column()) >= needed(brief));
    QVERIFY(table.columnWidth(AlarmListModel::TitleColumn)
            >= needed(QStringLiteral("Bearing temperature high")));
}

void TestSmallScreens::windowFitsItsScreen()
{
    const QSize screen = m_window->screen()->availableGeometry().size();
    QVERIFY(m_window->width() > screen.width()); // else this proves nothing
    m_window->restoreLayout();
    m_window->show();
    QVERIFY(m_window->width() <= screen.width());
    QVERIFY(m_window->height() < screen.height());
    QVERIFY(m_window->screen()->availableGeometry().contains(m_window->geometry()));
}

QTEST_MAIN(TestSmallScreens)
#include "tst_small_screens.moc"
