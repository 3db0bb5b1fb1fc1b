#include "tests/support/fake_plant.h"

#include "widgets/alarms/alarm_list_view.h"
#include "widgets/alarms/alarm_page.h"
#include "widgets/alarms/alarm_table.h"
#include "widgets/alarms/alarm_trend.h"
#include "widgets/alarms/response_panel.h"
#include "widgets/common/blink_clock.h"
#include "widgets/common/notice.h"
#include "widgets/common/segment_bar.h"
#include "widgets/common/table_copy.h"
#include "widgets/common/theme.h"
#include "widgets/trends/trend_view.h"

#include "models/alarm_filter_model.h"
#include "models/alarm_list_model.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

namespace {

constexpr const char *kTag = "Northfield/Pump station 2/Pump P-203/Bearing temperature";

} // namespace

class TestAlarmPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void spaceAcknowledgesTheOccurrenceOnScreen();
    void visibleAreAcknowledgedExceptCritical();
    void keysSilenceAndAreNotTakenByTheFilter();
    void filterSaysHowManyItHides();
    void refusalIsSaidInWords();
    void rowUnderThePointerStays();
    void copyGivesHeadingsAndRows();
    void sortingIsTemporaryAndSaysSo();
    void emptyListSaysWhatToDoNext();
    void columnsGiveWayInNarrowWindows();
    void columnsShareWhateverWidthThereIs();
    void columnsAreRememberedByHandOnly();
    void markersBlinkInPhase();
    void wordsAboutAnActionMoveNoRow();
    void refusalInAViewNamesTheOwner();
    void responseHasTheTrendOfTheLastHalfHour();
    void timeLeftEndsWithTheCondition();
    void assetAndTrendAreOneClickAway();
    void everyWordOfStateAndPriorityFits_data();
    void everyWordOfStateAndPriorityFits();
    void keyboardReachesEverything();
    void rowsSayAllThatMattersToAScreenReader();

private:
    void showPage(QSize size = {1600, 900});
    void frame();
    AlarmTable &table() { return m_page->list().table(); }

    std::unique_ptr<FakePlant> m_works;
    std::unique_ptr<AlarmPage> m_page;
};

void TestAlarmPage::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("telltale-test"));
    QStandardPaths::setTestModeEnabled(true);
    Theme::instance().applyTo(*qApp);
}

void TestAlarmPage::init()
{
    m_works = std::make_unique<FakePlant>();
    showPage();
}

void TestAlarmPage::cleanup()
{
    m_page.reset();
    m_works.reset();
}

void TestAlarmPage::showPage(QSize size)
{
    m_page = std::make_unique<AlarmPage>(m_works->plant());
    m_page->resize(size);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    frame();
    table().setFocus();
}

void TestAlarmPage::frame()
{
    m_page->frame(m_works->clock().now());
}

void TestAlarmPage::spaceAcknowledgesTheOccurrenceOnScreen()
{
    AlarmRow row = m_works->alarm(kTag, "Bearing", 1, AlarmState::Unacked, 5s);
    row.occurrence = 7;
    m_works->publishAlarms({row});
    frame();
    table().selectRow(0);
    row.occurrence = 8; // came again, but nobody has seen it yet
    m_works->publishAlarms({row});
    QTest::keyClick(&table(), Qt::Key_Space);
    QCOMPARE(m_works->actions().size(), 1U);
    const AlarmAction &action = m_works->actions().front();
    QCOMPARE(action.kind, AlarmAction::Kind::Acknowledge);
    QCOMPARE(action.alarms.size(), 1U);
    QCOMPARE(action.alarms.front().first, row.id);
    QCOMPARE(action.alarms.front().second, 7U);
}

void TestAlarmPage::visibleAreAcknowledgedExceptCritical()
{
    std::vector<AlarmRow> rows;
    for (int i = 0; i < 200; ++i)
        rows.push_back(m_works->alarm(kTag, "Alarm " + std::to_string(i), 1 + i % 4,
                                      AlarmState::Unacked, std::chrono::seconds(i)));
    m_works->publishAlarms(rows);
    frame();
    const auto [first, last] = table().visibleRows();
    const int shown = last - first + 1;
    QVERIFY(shown < 60);
    m_page->list().acknowledgeVisible();
    const AlarmRow &top = m_page->list().list().alarm(0);
    QCOMPARE(top.priority, 1);
    QVERIFY(m_works->actions().empty()); // the 50 critical ones fill the view
    QTRY_VERIFY(m_page->list().note().contains(QStringLiteral("acknowledge each by itself")));
    table().scrollToBottom();
    m_page->list().acknowledgeVisible();
    QTRY_COMPARE(m_works->actions().size(), 1U);
    const AlarmAction &action = m_works->actions().front();
    QCOMPARE(action.kind, AlarmAction::Kind::AcknowledgeVisible);
    QVERIFY(action.alarms.size() > 5 && action.alarms.size() <= static_cast<std::size_t>(shown));
}

void TestAlarmPage::keysSilenceAndAreNotTakenByTheFilter()
{
    QTest::keyClick(&table(), Qt::Key_S);
    QCOMPARE(m_works->actions().size(), 1U);
    QCOMPARE(m_works->actions().front().kind, AlarmAction::Kind::Silence);
    auto *filter = m_page->findChild<QLineEdit *>();
    QVERIFY(filter);
    QTest::keyClicks(filter, QStringLiteral("s p"));
    QCOMPARE(filter->text(), QStringLiteral("s p"));
    QCOMPARE(m_works->actions().size(), 1U);
}

void TestAlarmPage::filterSaysHowManyItHides()
{
    const int all = m_page->list().list().rowCount();
    auto *filter = m_page->findChild<QLineEdit *>();
    filter->setText(QStringLiteral("valve"));
    frame();
    QCOMPARE(m_page->list().filter().rowCount(), 2); // the valve, and the new critical one
    QVERIFY(m_page->list().note().contains(QString::number(all - 2)));
    filter->clear();
    frame();
    QVERIFY(!m_page->list().note().contains(QStringLiteral("filter")));
}

void TestAlarmPage::refusalIsSaidInWords()
{
    m_works->plant().alarms->setActor([](AlarmAction, const AlarmBoard::Done &done) {
        done(Error {Error::Code::Refused, "stale_occurrence"});
    });
    table().selectRow(0);
    QTest::keyClick(&table(), Qt::Key_Space);
    QTRY_VERIFY(Notice::said(*m_page).contains(QStringLiteral("came again meanwhile")));
}

void TestAlarmPage::rowUnderThePointerStays()
{
    const QModelIndex second = table().model()->index(1, 0);
    const QString id = second.data(AlarmListModel::IdRole).toString();
    QTest::mouseMove(table().viewport(), table().visualRect(second).center());
    QTest::mouseMove(table().viewport(), table().visualRect(second).center() + QPoint(3, 0));
    std::vector<AlarmRow> rows = m_works->plant().alarms->snapshot()->rows;
    rows.push_back(m_works->alarm(kTag, "Worst of all", 1, AlarmState::Unacked, 0s));
    m_works->publishAlarms(rows);
    frame();
    QCOMPARE(table().model()->rowCount(), static_cast<int>(rows.size())); // it is shown
    QCOMPARE(second.data(AlarmListModel::IdRole).toString(), id);
    QCOMPARE(table().model()->index(1, 0).data(AlarmListModel::IdRole).toString(), id);
    QEvent left(QEvent::Leave);
    QApplication::sendEvent(table().viewport(), &left);
    frame();
    QVERIFY(table()
                .model()
                ->index(0, 0)
                .data(AlarmListModel::IdRole)
                .toString()
                .startsWith(QStringLiteral("Worst")));
}

void TestAlarmPage::copyGivesHeadingsAndRows()
{
    AlarmRow row = m_works->alarm(kTag, "Tab\there", 2, AlarmState::Acked, 5s);
    m_works->publishAlarms({row});
    frame();
    table().selectRow(0);
    QTest::keyClick(&table(), Qt::Key_C, Qt::ControlModifier);
    const QStringList lines
        = QApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines[0].startsWith(QStringLiteral("Priority\tState\t")));
    QVERIFY(lines[1].startsWith(QStringLiteral("2 HIGH\tACKED\t")));
    QCOMPARE(lines[0].count(QLatin1Char('\t')), lines[1].count(QLatin1Char('\t')));
    QCOMPARE(TableCopy::tableAsText(table()).count(QLatin1Char('\n')), 2);
}

void TestAlarmPage::sortingIsTemporaryAndSaysSo()
{
    m_page->list().filter().setSortLasts(300ms);
    m_page->list().filter().sort(AlarmListModel::AgeColumn);
    frame();
    QVERIFY(m_page->list().note().contains(QStringLiteral("Age")));
    QTRY_VERIFY(m_page->list().note().isEmpty());
}

void TestAlarmPage::emptyListSaysWhatToDoNext()
{
    m_works->publishAlarms({});
    frame();
    auto *add = m_page->list().findChild<QPushButton *>(QStringLiteral("addFirstRule"));
    QVERIFY(add);
    QVERIFY(add->isVisible());
    m_works->workspace().rules.push_back({});
    frame();
    QVERIFY(!add->isVisible());
}

void TestAlarmPage::columnsGiveWayInNarrowWindows()
{
    QVERIFY(!table().isColumnHidden(AlarmListModel::ActionColumn));
    m_page->resize(980, 640);
    QTRY_VERIFY(table().isColumnHidden(AlarmListModel::ActionColumn));
    QVERIFY(!table().isColumnHidden(AlarmListModel::TitleColumn));
    m_page->resize(1600, 900);
    QTRY_VERIFY(!table().isColumnHidden(AlarmListModel::ActionColumn));
}

void TestAlarmPage::columnsShareWhateverWidthThereIs()
{
    const auto widths = [this] {
        int sum = 0;
        for (int column = 0; column < AlarmListModel::ColumnCount; ++column)
            sum += table().columnWidth(column);
        return sum;
    };
    for (const int wide : {992, 1600, 1120, 3500}) {
        m_page->resize(wide, 900);
        QTRY_COMPARE(widths(), table().viewport()->width());
        Theme::instance().setMode(Theme::Mode::Dark);
        Theme::instance().setMode(Theme::Mode::Light);
        QCOMPARE(widths(), table().viewport()->width());
    }
}

void TestAlarmPage::columnsAreRememberedByHandOnly()
{
    const auto isKept = [] { return QSettings().contains(QStringLiteral("columns/alarms")); };
    QSettings().remove(QStringLiteral("columns/alarms"));
    showPage({992, 640});
    QHeaderView *header = table().horizontalHeader();
    Q_EMIT header->sectionResized(AlarmListModel::ActionColumn, 150, 0); // as it does by itself
    QVERIFY(!isKept());
    m_page->resize(1600, 900);
    QTRY_VERIFY(!table().isColumnHidden(AlarmListModel::ActionColumn));
    const int column = AlarmListModel::TitleColumn;
    const int wide = table().columnWidth(column);
    const QPoint edge(header->sectionViewportPosition(column) + wide - 1, header->height() / 2);
    QTest::mousePress(header->viewport(), Qt::LeftButton, {}, edge);
    QTest::mouseMove(header->viewport(), edge + QPoint(20, 0));
    QTest::mouseMove(header->viewport(), edge + QPoint(40, 0));
    QTest::mouseRelease(header->viewport(), Qt::LeftButton, {}, edge + QPoint(40, 0));
    QCOMPARE(table().columnWidth(column), wide + 40);
    QVERIFY(isKept());
    QCoreApplication::processEvents();
    m_page->resize(1400, 900);
    QCoreApplication::processEvents();
    QCOMPARE(table().columnWidth(column), wide + 40);
    QSettings().remove(QStringLiteral("columns/alarms"));
}

void TestAlarmPage::markersBlinkInPhase()
{
    const BlinkClock &clock = BlinkClock::instance();
    QCOMPARE(clock.form(AlarmState::Acked), MarkerForm::Filled);
    QCOMPARE(clock.form(AlarmState::LatchedAcked), MarkerForm::Outline);
    QSignalSpy ticks(&clock, &BlinkClock::ticked);
    QVERIFY(ticks.wait());
    std::vector<MarkerForm> fresh;
    std::vector<MarkerForm> returned;
    for (int beat = 0; beat < 4; ++beat) {
        fresh.push_back(clock.form(AlarmState::Unacked));
        returned.push_back(clock.form(AlarmState::ReturnedUnacked));
        QCOMPARE(clock.form(AlarmState::LatchedUnacked), returned.back());
        QVERIFY(ticks.wait());
    }
    QCOMPARE(std::count(fresh.begin(), fresh.end(), MarkerForm::Filled), 2); // of 2 s: 1 Hz
    QVERIFY(fresh[0] != fresh[1] && fresh[0] == fresh[2] && fresh[1] == fresh[3]);
    QCOMPARE(std::count(returned.begin(), returned.end(), MarkerForm::Outline), 2); // 0.5 Hz
    QVERIFY(returned[0] != returned[2] && returned[1] != returned[3]);
}

void TestAlarmPage::wordsAboutAnActionMoveNoRow()
{
    const QPoint before = table().viewport()->mapTo(m_page.get(), QPoint());
    const int high = table().height();
    QTest::keyClick(&table(), Qt::Key_Space);
    QTRY_VERIFY(m_page->list().note().contains(QStringLiteral("acknowledged")));
    QCoreApplication::processEvents();
    QCOMPARE(table().viewport()->mapTo(m_page.get(), QPoint()), before);
    QCOMPARE(table().height(), high);
    m_works->clock().advance(9s);
    frame();
    QVERIFY(m_page->list().note().isEmpty());
    QCOMPARE(table().height(), high);
}

void TestAlarmPage::refusalInAViewNamesTheOwner()
{
    m_works->status.isOwner = false;
    m_works->status.owner = "ada@control-room";
    m_works->publishStatus();
    m_works->plant().alarms->setActor([](AlarmAction, const AlarmBoard::Done &done) {
        done(Error {Error::Code::NotPermitted, "this window is a view"});
    });
    QTest::keyClick(&table(), Qt::Key_Space);
    QTRY_VERIFY(Notice::said(*m_page).contains(QStringLiteral("ada@control-room")));
    QVERIFY(Notice::said(*m_page).startsWith(QStringLiteral("Refused")));
}

void TestAlarmPage::responseHasTheTrendOfTheLastHalfHour()
{
    const AlarmTrend &trend = m_page->list().response().trend();
    QVERIFY(trend.isVisible()); // of the first row: the bearing
    const TrendWindow &window = trend.view().window();
    QCOMPARE(window.traces().size(), 1U);
    QCOMPARE(window.traces().front().info.path, std::string(kTag));
    QCOMPARE(window.span(), std::chrono::microseconds(30min));
    QTRY_VERIFY((frame(), m_page->isComplete()));
    // The limit and the time the alarm has been active, both in the colour of its priority.
    const QImage image = m_page->list().response().grab().toImage();
    const QColor red = Theme::alarm(1);
    int coloured = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = image.width() / 2; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            coloured += pixel.red() - pixel.green() > 60 && pixel.red() - pixel.blue() > 60 ? 1 : 0;
        }
    }
    QVERIFY(red.isValid());
    QVERIFY2(coloured > 100, qPrintable(QString::number(coloured)));
    AlarmRow system = m_works->alarm("", "Source down", 2, AlarmState::Unacked, 5s);
    system.isSystem = true;
    m_works->publishAlarms({system});
    frame();
    QVERIFY(!trend.isVisible());
    QVERIFY(m_page->isComplete());
}

void TestAlarmPage::timeLeftEndsWithTheCondition()
{
    const ResponsePanel &response = m_page->list().response();
    QCOMPARE(response.timeLeft(), QStringLiteral("9 min 46 s (of 10 min)"));
    m_works->clock().advance(1s);
    frame();
    QCOMPARE(response.timeLeft(), QStringLiteral("9 min 45 s (of 10 min)"));
    std::vector<AlarmRow> rows = m_works->plant().alarms->snapshot()->rows;
    rows.resize(1);
    rows.front().state = AlarmState::ReturnedUnacked;
    m_works->publishAlarms(rows);
    frame();
    QCOMPARE(response.timeLeft(), QStringLiteral("returned"));
}

void TestAlarmPage::assetAndTrendAreOneClickAway()
{
    QSignalSpy opened(m_page.get(), &Page::openRequested);
    ResponsePanel &response = m_page->list().response();
    QTest::mouseClick(&response.trend(), Qt::LeftButton);
    QCOMPARE(opened.takeFirst().first().toString(),
             QStringLiteral("trend:%1#30min").arg(QLatin1String(kTag)));
    response.trend().setFocus();
    QTest::keyClick(&response.trend(), Qt::Key_Return);
    QCOMPARE(opened.takeFirst().first().toString(),
             QStringLiteral("trend:%1#30min").arg(QLatin1String(kTag)));
    QTest::keyClick(&table(), Qt::Key_Return);
    QCOMPARE(opened.takeFirst().first().toString(),
             QStringLiteral("asset:Northfield/Pump station 2/Pump P-203"));
}

void TestAlarmPage::everyWordOfStateAndPriorityFits_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("textScale");
    QTest::newRow("1280x720 window") << QSize(992, 640) << 1.0;
    QTest::newRow("1920x1080 window") << QSize(1632, 1000) << 1.0;
    QTest::newRow("4K window, 200 % text") << QSize(3264, 2000) << 2.0;
}

void TestAlarmPage::everyWordOfStateAndPriorityFits()
{
    QFETCH(QSize, size);
    QFETCH(double, textScale);
    Theme::instance().setTextScale(textScale);
    showPage(size);
    std::vector<AlarmRow> rows;
    for (const AlarmState state : {AlarmState::Unacked, AlarmState::Acked,
                                   AlarmState::ReturnedUnacked, AlarmState::LatchedAcked}) {
        AlarmRow row = m_works->alarm(kTag, "Bearing temperature high", 1, state, 18h + 59min);
        row.id += std::to_string(static_cast<int>(state));
        row.limit = 85.0;
        row.condition = "≥ 85.0";
        rows.push_back(row);
    }
    m_works->publishAlarms(rows);
    frame();
    const QFontMetrics strong(Theme::instance().font(Theme::Type::Strong));
    const int padding = Theme::instance().measure(20);
    const int marker = Theme::instance().measure(25);
    for (int row = 0; row < table().model()->rowCount(); ++row) {
        for (const int column :
             {AlarmListModel::PriorityColumn, AlarmListModel::StateColumn,
              AlarmListModel::SinceColumn, AlarmListModel::AgeColumn, AlarmListModel::TitleColumn,
              AlarmListModel::ValueColumn, AlarmListModel::LimitColumn}) {
            const QString text = table().model()->index(row, column).data().toString();
            const int lead = column == AlarmListModel::PriorityColumn ? marker : 0;
            QVERIFY2(table().columnWidth(column) >= strong.horizontalAdvance(text) + padding + lead,
                     qPrintable(text));
        }
    }
    const int asset = strong.horizontalAdvance(QStringLiteral("Pump P-203"));
    QVERIFY(table().columnWidth(AlarmListModel::AssetColumn) >= asset + padding);
    Theme::instance().setTextScale(1.0);
}

void TestAlarmPage::keyboardReachesEverything()
{
    QSet<const QWidget *> reached;
    QWidget *at = &table();
    do {
        reached << at;
        at = at->nextInFocusChain();
    } while (at != &table());
    for (const QWidget *widget : m_page->findChildren<QWidget *>()) {
        const bool isControl = qobject_cast<const QPushButton *>(widget)
            || qobject_cast<const QLineEdit *>(widget) || qobject_cast<const AlarmTrend *>(widget);
        if (!isControl || !widget->isVisible())
            continue;
        QVERIFY2(reached.contains(widget) && (widget->focusPolicy() & Qt::TabFocus),
                 qPrintable(widget->objectName()));
        const auto *button = qobject_cast<const QPushButton *>(widget);
        QVERIFY(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()));
    }
}

void TestAlarmPage::rowsSayAllThatMattersToAScreenReader()
{
    const QString said = table().model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    for (const char *part : {"Priority 1", "CRIT", "NEW", "P-203", "Bearing temperature high"})
        QVERIFY2(said.contains(QLatin1String(part)), qPrintable(said));
}

QTEST_MAIN(TestAlarmPage)
#include "tst_alarm_page.moc"
