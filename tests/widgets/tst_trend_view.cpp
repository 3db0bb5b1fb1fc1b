#include "widgets/trends/trend_view.h"

#include "tests/support/fake_plant.h"
#include "widgets/common/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <memory>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

namespace {

constexpr const char *kFlow = "Northfield/Pump station 2/Pump P-203/Flow";
constexpr const char *kPower = "Northfield/Pump station 2/Pump P-203/Power";
const QPoint kMiddle(500, 150);

} // namespace

class TestTrendView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void wheelKeepsTheTimeUnderThePointer();
    void wheelInLiveKeepsFollowing();
    void dragPansByWhatThePointerMoved();
    void shiftDragZoomsIntoTheBox();
    void backspaceAndDoubleClickGoBack();
    void keysPanZoomAndFollow();
    void cursorsGiveStatisticsToTheClipboard();
    void cursorsFollowTheMouse();
    void crosshairIsCopiedAsTable();
    void oneChartPerUnit();
    void tagsWithoutUnitHaveTheirOwnColours();
    void heightFollowsTheCharts();
    void aBoxInOneChartZoomsItsValuesToo();
    void dragOnAnAxisZoomsThatAxis();
    void wheelOnAValueAxisKeepsTheValueUnderThePointer();
    void homeGoesToTheBeginningAndEndToNow();
    void unreadableHistoryIsSaid();

private:
    Timestamp timeUnder(int x) const;
    void drag(const QPoint &from, const QPoint &to, Qt::KeyboardModifiers with = {}) const;
    void wheel(const QPoint &at, int notches) const;
    TimeRange range() const { return m_view->window().range(); }

    std::unique_ptr<FakePlant> m_plant;
    std::unique_ptr<TrendView> m_view;
    TimeRange m_start;
};

void TestTrendView::initTestCase()
{
    Theme::instance().applyTo(*qApp);
}

void TestTrendView::init()
{
    m_plant = std::make_unique<FakePlant>();
    m_view = std::make_unique<TrendView>(m_plant->plant());
    m_view->setTags({m_plant->tag(kFlow), m_plant->tag(kPower)});
    m_view->resize(1000, 400);
    m_view->show();
    const Timestamp now = m_plant->clock().now();
    m_start = {now - 2h, now - 1h};
    m_view->window().setRange(m_start);
    m_view->frame(now);
    QTRY_VERIFY(m_view->isComplete());
}

void TestTrendView::cleanup()
{
    m_view.reset();
    m_plant.reset();
}

/// As the crosshair reads it, to a second.
Timestamp TestTrendView::timeUnder(int x) const
{
    const QRectF plot = m_view->plotRect();
    const double part = (x - plot.left()) / plot.width();
    return range().from
        + std::chrono::microseconds(
               std::llround(part * static_cast<double>((range().to - range().from).count())));
}

void TestTrendView::drag(const QPoint &from, const QPoint &to, Qt::KeyboardModifiers with) const
{
    QTest::mousePress(m_view.get(), Qt::LeftButton, with, from);
    for (int i = 1; i <= 4; ++i) {
        const QPoint at = from + (to - from) * i / 4;
        QMouseEvent move(QEvent::MouseMove, at, m_view->mapToGlobal(at), Qt::NoButton,
                         Qt::LeftButton, with);
        QApplication::sendEvent(m_view.get(), &move);
    }
    QTest::mouseRelease(m_view.get(), Qt::LeftButton, with, to);
}

void TestTrendView::wheel(const QPoint &at, int notches) const
{
    QWheelEvent event(at, m_view->mapToGlobal(at), {}, {0, notches * 120}, Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(m_view.get(), &event);
}

void TestTrendView::wheelKeepsTheTimeUnderThePointer()
{
    for (const int x : {120, 500, 900}) {
        const Timestamp before = timeUnder(x);
        const auto span = m_view->window().span();
        wheel({x, 100}, 3);
        QVERIFY(m_view->window().span() < span * 6 / 10);
        QVERIFY(std::chrono::abs(timeUnder(x) - before) < 10ms);
        wheel({x, 100}, -3);
        QVERIFY(std::chrono::abs(m_view->window().span() - span) < 10ms);
        QVERIFY(std::chrono::abs(timeUnder(x) - before) < 20ms);
    }
}

void TestTrendView::wheelInLiveKeepsFollowing()
{
    m_view->window().follow(1h);
    wheel(kMiddle, 2);
    QVERIFY(m_view->window().isLive());
    QCOMPARE(range().to, m_plant->clock().now());
    QVERIFY(m_view->window().span() < std::chrono::microseconds(1h));
}

void TestTrendView::dragPansByWhatThePointerMoved()
{
    const Timestamp grabbed = timeUnder(300);
    drag({300, 150}, {700, 150});
    QVERIFY(std::chrono::abs(timeUnder(700) - grabbed) < 10ms);
    QCOMPARE(range().to - range().from, m_start.to - m_start.from);
    QTest::keyClick(m_view.get(), Qt::Key_Backspace);
    QCOMPARE(range(), m_start);
}

void TestTrendView::shiftDragZoomsIntoTheBox()
{
    const TimeRange box {timeUnder(400), timeUnder(600)};
    drag({600, 60}, {400, 200}, Qt::ShiftModifier);
    QVERIFY(std::chrono::abs(range().from - box.from) < 10ms);
    QVERIFY(std::chrono::abs(range().to - box.to) < 10ms);
    const TimeRange before = range();
    drag({400, 60}, {402, 60}, Qt::ShiftModifier);
    QCOMPARE(range(), before);
}

void TestTrendView::backspaceAndDoubleClickGoBack()
{
    wheel(kMiddle, 1);
    const TimeRange once = range();
    wheel(kMiddle, 1);
    QTest::keyClick(m_view.get(), Qt::Key_Backspace);
    QCOMPARE(range(), once);
    QTest::mouseDClick(m_view.get(), Qt::LeftButton, {}, kMiddle);
    QCOMPARE(range(), m_start);
}

void TestTrendView::keysPanZoomAndFollow()
{
    QTest::keyClick(m_view.get(), Qt::Key_Left);
    QCOMPARE(range().from, m_start.from - 6min);
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QCOMPARE(range(), m_start);
    QTest::keyClick(m_view.get(), Qt::Key_Plus);
    QVERIFY(m_view->window().span() < std::chrono::microseconds(1h));
    QTest::keyClick(m_view.get(), Qt::Key_L);
    QVERIFY(m_view->window().isLive());
    QTest::keyClick(m_view.get(), Qt::Key_P);
    QVERIFY(!m_view->window().isLive());
}

void TestTrendView::cursorsGiveStatisticsToTheClipboard()
{
    QVERIFY(!m_view->cursors());
    QSignalSpy moved(m_view.get(), &TrendView::cursorsMoved);
    QTest::keyClick(m_view.get(), Qt::Key_X);
    QVERIFY(m_view->cursors());
    QCOMPARE(m_view->cursors()->from, m_start.from + 20min);
    QCOMPARE(m_view->cursors()->to, m_start.from + 40min);
    QCOMPARE(moved.count(), 1);
    QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QApplication::clipboard()->text().trimmed().split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 3);
    const QStringList cells = lines[1].split(QLatin1Char('\t'));
    QCOMPARE(cells.size(), lines[0].split(QLatin1Char('\t')).size());
    QCOMPARE(cells[0], QLatin1String(kFlow));
    QCOMPARE(cells.last().toInt(), 120); // 20 min, stored every 10 s
    QTest::keyClick(m_view.get(), Qt::Key_X);
    QVERIFY(!m_view->cursors());
}

void TestTrendView::cursorsFollowTheMouse()
{
    QTest::keyClick(m_view.get(), Qt::Key_X);
    const QRectF plot = m_view->plotRect();
    const int first = static_cast<int>(plot.left() + plot.width() / 3);
    const Timestamp wanted = timeUnder(200);
    drag({first, 100}, {200, 100});
    QVERIFY(std::chrono::abs(m_view->cursors()->from - wanted) < 10ms);
    QCOMPARE(range(), m_start);
}

void TestTrendView::crosshairIsCopiedAsTable()
{
    QMouseEvent move(QEvent::MouseMove, kMiddle, m_view->mapToGlobal(kMiddle), Qt::NoButton,
                     Qt::NoButton, Qt::NoModifier);
    QApplication::sendEvent(m_view.get(), &move);
    QVERIFY(m_view->crosshairText().contains(QStringLiteral("kW")));
    QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QApplication::clipboard()->text().trimmed().split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines[2].startsWith(QLatin1String(kPower)));
    QVERIFY(qAbs(lines[2].split(QLatin1Char('\t'))[2].toDouble() - 61.8) < 3.0);
}

void TestTrendView::oneChartPerUnit()
{
    QCOMPARE(m_view->chartCount(), std::size_t(2));
    m_view->setTags({m_plant->tag(kFlow), m_plant->tag(kPower),
                     m_plant->tag("Northfield/Network/Zone 7/Flow")});
    QCOMPARE(m_view->chartCount(), std::size_t(2));
    QVERIFY(m_view->colourOf(0) != m_view->colourOf(2));
    QCOMPARE(m_view->traceTitle(2), QStringLiteral("Zone 7 Flow"));
}

/// Each has a chart of its own, and its marker in the table below.
void TestTrendView::tagsWithoutUnitHaveTheirOwnColours()
{
    m_view->setTags({m_plant->receive("plant/line1/oven/power", 42.1),
                     m_plant->receive("plant/line2/oven/power", 42.2)});
    QVERIFY(m_view->colourOf(0) != m_view->colourOf(1));
}

void TestTrendView::heightFollowsTheCharts()
{
    const int two = m_view->wantedHeight();
    QVERIFY(two > 200 && two < 400);
    QVERIFY(m_view->plotRect().height() > 100);
    m_view->setTags({m_plant->tag(kFlow)});
    QVERIFY(m_view->wantedHeight() < two);
    m_view->setTags({});
    QCOMPARE(m_view->chartCount(), std::size_t(0));
    m_view->repaint();
    QTest::keyClick(m_view.get(), Qt::Key_Left); // nothing to move: no harm
}

/// The upper chart's value axis is kept by its unit.
static const AxisScale *heldScale(TrendView &view)
{
    const auto held = view.navigator().scales().find("m³/h");
    return held == view.navigator().scales().end() ? nullptr : &held->second;
}

void TestTrendView::aBoxInOneChartZoomsItsValuesToo()
{
    const QRectF plot = m_view->plotRect();
    const int middle = static_cast<int>(plot.center().y());
    QVERIFY(!heldScale(*m_view));
    drag({400, middle}, {600, static_cast<int>(plot.bottom()) - 1}, Qt::ShiftModifier);
    QVERIFY(heldScale(*m_view));
    const AxisScale lower = *heldScale(*m_view);
    QVERIFY(lower.low < lower.high);
    QTest::keyClick(m_view.get(), Qt::Key_Backspace);
    QVERIFY(!heldScale(*m_view));
    QCOMPARE(range(), m_start);
    drag({400, middle}, {600, static_cast<int>(plot.top()) + 1}, Qt::ShiftModifier);
    const AxisScale upper = *heldScale(*m_view);
    QVERIFY(qAbs(upper.low - lower.high) < 0.05 * (upper.high - lower.low));
}

void TestTrendView::dragOnAnAxisZoomsThatAxis()
{
    m_view->repaint();
    const int height = static_cast<int>(m_view->plotRect().center().y());
    drag({20, height}, {20, height + 60});
    QVERIFY(heldScale(*m_view));
    const double once = heldScale(*m_view)->high - heldScale(*m_view)->low;
    QCOMPARE(range(), m_start); // the time axis has its own
    drag({20, height}, {20, height + 60});
    QVERIFY(heldScale(*m_view)->high - heldScale(*m_view)->low > 1.2 * once);
    QTest::mouseDClick(m_view.get(), Qt::LeftButton, {}, {20, height});
    QVERIFY(!heldScale(*m_view));
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(m_view.get(), Qt::Key_Backspace);
    QVERIFY(!heldScale(*m_view));
    const int axis = m_view->height() - 4;
    drag({500, axis}, {400, axis});
    QCOMPARE(range().to, m_start.to);
    QVERIFY(range().from < m_start.from);
}

void TestTrendView::wheelOnAValueAxisKeepsTheValueUnderThePointer()
{
    m_view->repaint();
    const QRectF plot = m_view->plotRect();
    wheel({20, static_cast<int>(plot.bottom())}, 1);
    QVERIFY(heldScale(*m_view));
    const AxisScale first = *heldScale(*m_view);
    m_view->repaint();
    wheel({20, static_cast<int>(plot.bottom())}, 2);
    const AxisScale second = *heldScale(*m_view);
    const double height = first.high - first.low;
    QVERIFY(qAbs(second.low - first.low) < 0.02 * height);
    QVERIFY(second.high - second.low < 0.7 * height);
    QCOMPARE(range(), m_start);
}

void TestTrendView::homeGoesToTheBeginningAndEndToNow()
{
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QTRY_VERIFY(range().from < m_start.from - 20h); // the works have stored the day before
    QCOMPARE(range().to - range().from, m_start.to - m_start.from);
    QTest::keyClick(m_view.get(), Qt::Key_End);
    QVERIFY(m_view->window().isLive());
    QCOMPARE(range().to, m_plant->clock().now());
    QTest::keyClick(m_view.get(), Qt::Key_Backspace);
    QTest::keyClick(m_view.get(), Qt::Key_Backspace);
    QCOMPARE(range(), m_start);
}

void TestTrendView::unreadableHistoryIsSaid()
{
    QVERIFY(m_view->troubleText().isEmpty());
    QFile broken(QString::fromStdString(m_plant->plant().dataFolder)
                 + QStringLiteral("/history-0001.db"));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write(QByteArray(8192, 'x'));
    broken.close();
    m_view->window().setRange({m_start.from - 1h, m_start.to});
    m_view->frame(m_plant->clock().now());
    QTRY_VERIFY2(m_view->troubleText().contains(QStringLiteral("damaged")),
                 qPrintable(m_view->troubleText()));
    QVERIFY(!m_view->isComplete());
}

QTEST_MAIN(TestTrendView)
#include "tst_trend_view.moc"
