#include "widgets/common/alarm_marker.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <cmath>
#include <set>

using namespace telltale;

/// Markers as alarms.md sections 10 and 12 want them: seen on every ground, told apart without
/// colour.
class TestAlarmMarker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standsOutOnEveryGround_data();
    void standsOutOnEveryGround();
    void shapesDifferInGreyscale();
    void outlineFormIsNotFilled();
    void quietFormHasNoColour();
    void digitIsCrispAtEverySize_data();
    void digitIsCrispAtEverySize();
    void offsetOfHalfAPixelBlursNothing();
    void hiddenAlarmsHaveSignsWithoutColour();
};

namespace {

constexpr int kSize = 32;

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(QRgb colour)
{
    return 0.2126 * linear(qRed(colour) / 255.0) + 0.7152 * linear(qGreen(colour) / 255.0)
        + 0.0722 * linear(qBlue(colour) / 255.0);
}

double contrast(QRgb one, QRgb other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QImage marker(int priority, MarkerForm form, const QColor &ground)
{
    QImage image(kSize + 8, kSize + 8, QImage::Format_RGB32);
    image.fill(ground);
    QPainter painter(&image);
    paintAlarmMarker(painter, QRectF(4, 4, kSize, kSize), priority, form);
    return image;
}

/// Pixels painted in the colour of the priority.
int coloured(const QImage &image, int priority)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixel(x, y) == Theme::alarm(priority).rgb() ? 1 : 0;
    }
    return count;
}

} // namespace

void TestAlarmMarker::standsOutOnEveryGround_data()
{
    QTest::addColumn<int>("priority");
    QTest::addColumn<bool>("isDark");
    QTest::addColumn<int>("role");
    using Role = Theme::Role;
    for (int priority = 1; priority <= 4; ++priority) {
        for (const bool isDark : {false, true}) {
            for (const auto &[role, name] :
                 {std::pair(Role::Ground, "ground"), std::pair(Role::Surface, "surface"),
                  std::pair(Role::Raised, "raised"), std::pair(Role::Selection, "selection")})
                QTest::addRow("P%d %s %s", priority, isDark ? "dark" : "light", name)
                    << priority << isDark << static_cast<int>(role);
        }
    }
}

void TestAlarmMarker::standsOutOnEveryGround()
{
    QFETCH(int, priority);
    QFETCH(bool, isDark);
    QFETCH(int, role);
    Theme &theme = Theme::instance();
    theme.setMode(isDark ? Theme::Mode::Dark : Theme::Mode::Light);
    const QColor ground = theme.color(static_cast<Theme::Role>(role));
    for (const MarkerForm form : {MarkerForm::Filled, MarkerForm::Outline}) {
        const QImage image = marker(priority, form, ground);
        // On the row through the middle, what lies left of the digit has to stand out.
        double best = 0.0;
        for (int x = 0; x < image.width() / 2 - 6; ++x)
            best = std::max(best, contrast(image.pixel(x, image.height() / 2), ground.rgb()));
        QVERIFY2(best >= 3.0, qPrintable(QString::number(best)));
    }
}

void TestAlarmMarker::shapesDifferInGreyscale()
{
    Theme::instance().setMode(Theme::Mode::Light);
    const QColor ground = Theme::instance().color(Theme::Role::Surface);
    QList<QImage> masks;
    for (int priority = 1; priority <= 4; ++priority)
        masks << marker(priority, MarkerForm::Filled, ground)
                     .convertToFormat(QImage::Format_Grayscale8);
    for (int a = 0; a < masks.size(); ++a) {
        for (int b = a + 1; b < masks.size(); ++b) {
            int differing = 0;
            for (int y = 0; y < kSize + 8; ++y) {
                for (int x = 0; x < kSize + 8; ++x)
                    differing
                        += qAbs(qGray(masks[a].pixel(x, y)) - qGray(masks[b].pixel(x, y))) > 40 ? 1
                                                                                                : 0;
            }
            QVERIFY2(differing > kSize * kSize / 12,
                     qPrintable(QStringLiteral("P%1 and P%2 look alike").arg(a + 1).arg(b + 1)));
        }
    }
}

void TestAlarmMarker::outlineFormIsNotFilled()
{
    const QColor ground = Theme::instance().color(Theme::Role::Surface);
    for (int priority = 1; priority <= 4; ++priority) {
        const int filled = coloured(marker(priority, MarkerForm::Filled, ground), priority);
        const int outline = coloured(marker(priority, MarkerForm::Outline, ground), priority);
        QVERIFY(filled > kSize * kSize / 5);
        QVERIFY(outline > 0);
        QVERIFY(outline < filled / 2);
    }
}

void TestAlarmMarker::quietFormHasNoColour()
{
    const QColor ground = Theme::instance().color(Theme::Role::Surface);
    for (int priority = 1; priority <= 4; ++priority) {
        const QImage image = marker(priority, MarkerForm::Quiet, ground);
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                QVERIFY(QColor(image.pixel(x, y)).saturation() < 60);
        }
    }
}

void TestAlarmMarker::digitIsCrispAtEverySize_data()
{
    QTest::addColumn<int>("priority");
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("ratio");
    QTest::addColumn<bool>("isDark");
    QTest::addColumn<bool>("isFilled");
    for (int priority = 1; priority <= 4; ++priority) {
        for (const int size : {14, 15, 16, 19, 28, 38}) {
            for (const int ratio : {1, 2}) {
                for (const bool isDark : {false, true}) {
                    for (const bool isFilled : {false, true})
                        QTest::addRow("P%d %d px x%d %s %s", priority, size, ratio,
                                      isDark ? "dark" : "light", isFilled ? "filled" : "outline")
                            << priority << size << ratio << isDark << isFilled;
                }
            }
        }
    }
}

/// Every row of the digit's height has ink of its full colour, and something that stands out from
/// it on both sides.
void TestAlarmMarker::digitIsCrispAtEverySize()
{
    QFETCH(int, priority);
    QFETCH(int, size);
    QFETCH(int, ratio);
    QFETCH(bool, isDark);
    QFETCH(bool, isFilled);
    Theme &theme = Theme::instance();
    theme.setMode(isDark ? Theme::Mode::Dark : Theme::Mode::Light);
    QImage image(QSize(size, size) * ratio, QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(theme.color(Theme::Role::Surface));
    QPainter painter(&image);
    paintAlarmMarker(painter, QRectF(0, 0, size, size), priority,
                     isFilled ? MarkerForm::Filled : MarkerForm::Outline);
    painter.end();
    const QRgb ink = isFilled ? (priority == 1 ? qRgb(255, 255, 255) : qRgb(0, 0, 0))
                              : theme.color(Theme::Role::Text).rgb();
    const int middle = image.width() / 2;
    const int reach = image.width() / 4;
    int rows = 0;
    for (int y = 0; y < image.height(); ++y) {
        bool hasInk = false;
        double left = 1.0;
        double right = 1.0;
        for (int x = middle - reach; x <= middle + reach; ++x) {
            const double against = contrast(image.pixel(x, y), ink);
            hasInk = hasInk || against < 2.0;
            (x < middle ? left : right) = std::max(x < middle ? left : right, against);
        }
        rows += hasInk && left > 3.5 && right > 3.5 ? 1 : 0;
    }
    QVERIFY2(rows >= size * ratio * 2 / 5 - 1, qPrintable(QString::number(rows)));
}

void TestAlarmMarker::offsetOfHalfAPixelBlursNothing()
{
    Theme::instance().setMode(Theme::Mode::Dark);
    const QColor ground = Theme::instance().color(Theme::Role::Surface);
    const auto painted = [&ground](double offset) {
        QImage image(24, 24, QImage::Format_RGB32);
        image.fill(ground);
        QPainter painter(&image);
        paintAlarmMarker(painter, QRectF(4, 4 + offset, 14, 14), 1, MarkerForm::Outline);
        return image;
    };
    QCOMPARE(painted(0.4), painted(0.0));
    QCOMPARE(painted(-0.4), painted(0.0));
}

void TestAlarmMarker::hiddenAlarmsHaveSignsWithoutColour()
{
    for (const Theme::Mode mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        Theme::instance().setMode(mode);
        const QColor ground = Theme::instance().color(Theme::Role::Surface);
        std::vector<QImage> signs;
        for (const AlarmState state :
             {AlarmState::Shelved, AlarmState::Suppressed, AlarmState::OutOfService}) {
            QImage image(24, 24, QImage::Format_RGB32);
            image.fill(ground);
            QPainter painter(&image);
            paintAlarmMarker(painter, QRectF(3, 3, 18, 18), 1, state);
            int ink = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    QVERIFY(QColor(image.pixel(x, y)).saturation() < 60);
                    ink += contrast(image.pixel(x, y), ground.rgb()) >= 3.0 ? 1 : 0;
                }
            }
            QVERIFY2(ink >= 20, qPrintable(QString::number(ink)));
            signs.push_back(image);
        }
        QVERIFY(signs[0] != signs[1] && signs[1] != signs[2] && signs[0] != signs[2]);
    }
}

QTEST_MAIN(TestAlarmMarker)
#include "tst_alarm_marker.moc"
