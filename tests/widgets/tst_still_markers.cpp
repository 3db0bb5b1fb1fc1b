#include "tests/support/fake_plant.h"

#include "widgets/common/alarm_banner.h"
#include "widgets/common/alarm_marker.h"
#include "widgets/common/blink_clock.h"
#include "widgets/common/theme.h"
#include "widgets/main_window.h"
#include "widgets/window_layout.h"

#include <QAbstractButton>
#include <QApplication>
#include <QImage>
#include <QMenu>
#include <QPainter>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QTimer>
#include <QToolButton>

using namespace telltale;
using namespace telltale::test;

/// Alarm markers that do not blink: a second frame and the word NEW (alarms.md section 10).
class TestStillMarkers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void formsTellStatesApart();
    void clockStandsStill();
    void framedFormsHaveASecondLine_data();
    void framedFormsHaveASecondLine();
    void whatIsNewIsNotPaintedAsWhatIsAcknowledged();
    void wordStandsInTheBanner();
    void choiceIsInTheMenuAndKept();
};

namespace {

constexpr int kSize = 32;

QImage blank()
{
    QImage image(kSize, kSize, QImage::Format_RGB32);
    image.fill(Theme::instance().color(Theme::Role::Surface));
    return image;
}

QImage painted(int priority, MarkerForm form)
{
    QImage image = blank();
    QPainter painter(&image);
    paintAlarmMarker(painter, QRectF(0, 0, kSize, kSize), priority, form);
    return image;
}

QImage painted(AlarmState state)
{
    QImage image = blank();
    QPainter painter(&image);
    paintAlarmMarker(painter, QRectF(0, 0, kSize, kSize), 1, state);
    return image;
}

/// Pixels that are more of the outline's dark than of any colour of an alarm.
int dark(const QImage &image)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += QColor(image.pixel(x, y)).value() < 140 ? 1 : 0;
    }
    return count;
}

QString bannerWords(const MainWindow &window)
{
    for (const QAbstractButton *button : window.findChildren<QAbstractButton *>()) {
        if (button->accessibleName().startsWith(QStringLiteral("Alarm, priority")))
            return button->toolTip();
    }
    return {};
}

QAction *blinking(const QMenu &menu)
{
    for (QAction *action : menu.actions()) {
        if (action->text() == QLatin1String("Markers blink"))
            return action;
    }
    return nullptr;
}

} // namespace

void TestStillMarkers::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("telltale-test"));
    QStandardPaths::setTestModeEnabled(true);
    Theme::instance().applyTo(*qApp);
}

void TestStillMarkers::cleanup()
{
    Theme::instance().setBlinking(true);
}

void TestStillMarkers::formsTellStatesApart()
{
    Theme::instance().setBlinking(false);
    const BlinkClock &clock = BlinkClock::instance();
    QCOMPARE(clock.form(AlarmState::Unacked), MarkerForm::FilledFramed);
    QCOMPARE(clock.form(AlarmState::Acked), MarkerForm::Filled);
    QCOMPARE(clock.form(AlarmState::ReturnedUnacked), MarkerForm::OutlineFramed);
    QCOMPARE(clock.form(AlarmState::LatchedUnacked), MarkerForm::OutlineFramed);
    QCOMPARE(clock.form(AlarmState::LatchedAcked), MarkerForm::Outline);
    QCOMPARE(wordOfStillMarker(AlarmState::Unacked), QStringLiteral("NEW"));
    QVERIFY(wordOfStillMarker(AlarmState::Acked).isEmpty());
    Theme::instance().setBlinking(true);
    QVERIFY(wordOfStillMarker(AlarmState::Unacked).isEmpty());
    QVERIFY(clock.form(AlarmState::Unacked) != MarkerForm::FilledFramed);
}

/// Whoever paints markers is told of the change, and of no beat while there is none.
void TestStillMarkers::clockStandsStill()
{
    const BlinkClock &clock = BlinkClock::instance();
    QSignalSpy ticks(&clock, &BlinkClock::ticked);
    Theme::instance().setBlinking(false);
    QCOMPARE(ticks.size(), 1);
    QVERIFY(!clock.findChild<QTimer *>()->isActive());
    Theme::instance().setBlinking(true);
    QCOMPARE(ticks.size(), 2);
    QVERIFY(ticks.wait());
}

void TestStillMarkers::framedFormsHaveASecondLine_data()
{
    QTest::addColumn<int>("priority");
    for (int priority = 1; priority <= 4; ++priority)
        QTest::addRow("P%d", priority) << priority;
}

void TestStillMarkers::framedFormsHaveASecondLine()
{
    QFETCH(int, priority);
    Theme::instance().setMode(Theme::Mode::Light);
    const int filled = dark(painted(priority, MarkerForm::Filled));
    const int framed = dark(painted(priority, MarkerForm::FilledFramed));
    QVERIFY2(framed >= filled + kSize / 2,
             qPrintable(QStringLiteral("%1 and %2").arg(filled).arg(framed)));
    const int outline = dark(painted(priority, MarkerForm::Outline));
    const int outlineFramed = dark(painted(priority, MarkerForm::OutlineFramed));
    QVERIFY2(outlineFramed >= outline + kSize / 2,
             qPrintable(QStringLiteral("%1 and %2").arg(outline).arg(outlineFramed)));
}

void TestStillMarkers::whatIsNewIsNotPaintedAsWhatIsAcknowledged()
{
    Theme::instance().setBlinking(false);
    QVERIFY(painted(AlarmState::Unacked) != painted(AlarmState::Acked));
    QVERIFY(painted(AlarmState::ReturnedUnacked) != painted(AlarmState::LatchedAcked));
    QVERIFY(painted(AlarmState::Unacked) != painted(AlarmState::ReturnedUnacked));
}

void TestStillMarkers::wordStandsInTheBanner()
{
    FakePlant plant;
    MainWindow window(plant.plant());
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QTRY_VERIFY(!bannerWords(window).isEmpty());
    QVERIFY2(!bannerWords(window).contains(QStringLiteral("NEW")), qPrintable(bannerWords(window)));
    Theme::instance().setBlinking(false);
    plant.clock().advance(std::chrono::seconds(1));
    QTRY_VERIFY2(bannerWords(window).contains(QStringLiteral("NEW")),
                 qPrintable(bannerWords(window)));
}

void TestStillMarkers::choiceIsInTheMenuAndKept()
{
    FakePlant plant;
    const std::string folder = plant.plant().dataFolder;
    {
        MainWindow window(plant.plant());
        window.restoreLayout();
        QAction *action = blinking(*window.banner().menuButton()->menu());
        QVERIFY(action && action->isCheckable() && action->isChecked());
        action->trigger();
        QVERIFY(!Theme::instance().isBlinking());
        QVERIFY(!action->isChecked());
        QTRY_VERIFY(!WindowLayout::load(folder).isBlinking);
    }
    Theme::instance().setBlinking(true);
    MainWindow again(plant.plant());
    again.restoreLayout();
    QVERIFY(!Theme::instance().isBlinking());
    QVERIFY(!blinking(*again.banner().menuButton()->menu())->isChecked());
}

QTEST_MAIN(TestStillMarkers)
#include "tst_still_markers.moc"
