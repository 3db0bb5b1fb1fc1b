#include "widgets/common/alarm_marker.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

using namespace telltale;

/// Markers as people with protan, deutan and tritan vision see them, and in greyscale (alarms.md
/// section 10): told apart by shape, seen on every ground, their digits read.
class TestMarkerVision : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matricesKeepGreyAndTurnRed();
    void shapesDiffer_data() { everyView(); }
    void shapesDiffer();
    void outlinesStandOut_data() { everyView(); }
    void outlinesStandOut();
    void digitsAreRead_data() { everyView(); }
    void digitsAreRead();

private:
    void everyView();
};

namespace {

using Colour = std::array<double, 3>; ///< linear red, green, blue
using Matrix = std::array<Colour, 3>;

/// Machado, Oliveira and Fernandes 2009, severity 1, on linear colours; the last is luminance.
constexpr std::array<Matrix, 5> kVisions {{
    {{{1.0, 0.0, 0.0}, {0.0, 1.0, 0.0}, {0.0, 0.0, 1.0}}},
    {{{0.152286, 1.052583, -0.204868},
      {0.114503, 0.786281, 0.099216},
      {-0.003882, -0.048116, 1.051998}}},
    {{{0.367322, 0.860646, -0.227968},
      {0.280085, 0.672501, 0.047413},
      {-0.011820, 0.042940, 0.968881}}},
    {{{1.255528, -0.076749, -0.178779},
      {-0.078411, 0.930809, 0.147602},
      {0.004733, 0.691367, 0.303900}}},
    {{{0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}}},
}};
constexpr std::array<const char *, 5> kNames {"all colours", "protan", "deutan", "tritan", "grey"};

constexpr int kMargin = 4;
constexpr double kClosed = 2.0; ///< half a pixel of the outline still has this contrast
constexpr double kStandsOut = 3.0;

double linear(int channel)
{
    const double part = channel / 255.0;
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

double luminance(const Colour &colour)
{
    return 0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2];
}

/// As somebody with this vision sees it.
Colour seen(QRgb colour, const Matrix &vision)
{
    const Colour all {linear(qRed(colour)), linear(qGreen(colour)), linear(qBlue(colour))};
    Colour result {};
    for (std::size_t i = 0; i < result.size(); ++i) {
        const double sum = vision[i][0] * all[0] + vision[i][1] * all[1] + vision[i][2] * all[2];
        result[i] = std::clamp(sum, 0.0, 1.0);
    }
    return result;
}

double contrast(QRgb one, QRgb other, const Matrix &vision)
{
    const double a = luminance(seen(one, vision));
    const double b = luminance(seen(other, vision));
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

struct View
{
    const Matrix &vision;
    Theme::Mode mode;
    QColor ground;
    MarkerForm form;
    int size;
};

QImage marker(const View &view, int priority)
{
    const int side = view.size + 2 * kMargin;
    QImage image(side, side, QImage::Format_RGB32);
    image.fill(view.ground);
    QPainter painter(&image);
    paintAlarmMarker(painter, QRectF(kMargin, kMargin, view.size, view.size), priority, view.form,
                     false, view.mode);
    return image;
}

constexpr std::array<QPoint, 4> kSteps {QPoint(1, 0), QPoint(-1, 0), QPoint(0, 1), QPoint(0, -1)};

/// It or one beside it is seen: a gap of a pixel in a line opens nothing.
bool isLine(const QImage &image, const QPoint &at, const View &view)
{
    const auto isSeen = [&](const QPoint &one) {
        return image.rect().contains(one)
            && contrast(image.pixel(one), view.ground.rgb(), view.vision) >= kClosed;
    };
    return isSeen(at) || std::any_of(kSteps.begin(), kSteps.end(), [&](const QPoint &step) {
               return isSeen(at + step);
           });
}

/// Whether each pixel belongs to the marker: what cannot be reached from outside without crossing
/// a line that is seen.
std::vector<bool> silhouette(const View &view, int priority)
{
    const QImage image = marker(view, priority);
    const int side = image.width();
    std::vector<bool> inside(static_cast<std::size_t>(side * side), true);
    std::vector<QPoint> open {QPoint(0, 0)};
    while (!open.empty()) {
        const QPoint at = open.back();
        open.pop_back();
        const auto place = static_cast<std::size_t>(at.y() * side + at.x());
        if (!image.rect().contains(at) || !inside[place] || isLine(image, at, view))
            continue;
        inside[place] = false;
        for (const QPoint &step : kSteps) {
            if (image.rect().contains(at + step))
                open.push_back(at + step);
        }
    }
    return inside;
}

View currentView()
{
    QFETCH(int, vision);
    QFETCH(bool, isDark);
    QFETCH(int, role);
    QFETCH(bool, isFilled);
    QFETCH(int, size);
    const Theme::Mode mode = isDark ? Theme::Mode::Dark : Theme::Mode::Light;
    return {kVisions[static_cast<std::size_t>(vision)], mode,
            Theme::colorOf(mode, static_cast<Theme::Role>(role)),
            isFilled ? MarkerForm::Filled : MarkerForm::Outline, size};
}

/// The highest contrast to `other` within `part` of the image.
double mostContrast(const QImage &image, const QRect &part, QRgb other, const Matrix &vision)
{
    double most = 1.0;
    for (int y = part.top(); y <= part.bottom(); ++y) {
        for (int x = part.left(); x <= part.right(); ++x)
            most = std::max(most, contrast(image.pixel(x, y), other, vision));
    }
    return most;
}

} // namespace

void TestMarkerVision::everyView()
{
    QTest::addColumn<int>("vision");
    QTest::addColumn<bool>("isDark");
    QTest::addColumn<int>("role");
    QTest::addColumn<bool>("isFilled");
    QTest::addColumn<int>("size");
    using Role = Theme::Role;
    for (std::size_t vision = 0; vision < kVisions.size(); ++vision) {
        for (const bool isDark : {false, true}) {
            for (const auto &[role, name] :
                 {std::pair(Role::Ground, "ground"), std::pair(Role::Surface, "surface"),
                  std::pair(Role::Raised, "raised")}) {
                for (const bool isFilled : {false, true}) {
                    for (const int size : {15, 19, 38})
                        QTest::addRow("%s, %s %s, %s, %d px", kNames[vision],
                                      isDark ? "dark" : "light", name,
                                      isFilled ? "filled" : "outline", size)
                            << static_cast<int>(vision) << isDark << static_cast<int>(role)
                            << isFilled << size;
                }
            }
        }
    }
}

/// What the tests below look through is what it says it is.
void TestMarkerVision::matricesKeepGreyAndTurnRed()
{
    for (std::size_t vision = 0; vision < kVisions.size(); ++vision) {
        const Colour grey = seen(qRgb(128, 128, 128), kVisions[vision]);
        for (const double part : grey)
            QVERIFY2(std::abs(part - linear(128)) < 0.001, kNames[vision]);
    }
    const Colour red = seen(qRgb(255, 0, 0), kVisions[1]);
    QVERIFY(red[0] < 0.2 && std::abs(red[0] - red[1]) < 0.05); // protan: dark, without its hue
    const Colour blue = seen(qRgb(0, 0, 255), kVisions[3]);
    QVERIFY(blue[2] < 0.35);
}

/// Without their colours and digits: by what is inside their outline.
void TestMarkerVision::shapesDiffer()
{
    const View view = currentView();
    std::vector<std::vector<bool>> shapes;
    for (int priority = 1; priority <= 4; ++priority) {
        shapes.push_back(silhouette(view, priority));
        const auto area = std::count(shapes.back().begin(), shapes.back().end(), true);
        QVERIFY2(area >= view.size * view.size * 2 / 5, qPrintable(QString::number(area)));
        QVERIFY(area <= (view.size + 2) * (view.size + 2));
    }
    for (std::size_t a = 0; a < shapes.size(); ++a) {
        for (std::size_t b = a + 1; b < shapes.size(); ++b) {
            int differing = 0;
            for (std::size_t i = 0; i < shapes[a].size(); ++i)
                differing += shapes[a][i] != shapes[b][i] ? 1 : 0;
            QVERIFY2(differing >= view.size * view.size / 8,
                     qPrintable(QStringLiteral("P%1 and P%2: %3 pixels differ")
                                    .arg(a + 1)
                                    .arg(b + 1)
                                    .arg(differing)));
        }
    }
}

/// The colour of the outline, and most of what lies along the edge of each shape.
void TestMarkerVision::outlinesStandOut()
{
    const View view = currentView();
    const QRgb ground = view.ground.rgb();
    QVERIFY(contrast(Theme::alarmOutlineOf(view.mode).rgb(), ground, view.vision) >= kStandsOut);
    for (int priority = 1; priority <= 4; ++priority) {
        const QImage image = marker(view, priority);
        const std::vector<bool> inside = silhouette(view, priority);
        const int side = image.width();
        int edge = 0;
        int seenEdge = 0;
        for (int y = 1; y + 1 < side; ++y) {
            for (int x = 1; x + 1 < side; ++x) {
                const auto place = static_cast<std::size_t>(y * side + x);
                const auto below = place + static_cast<std::size_t>(side);
                const auto above = place - static_cast<std::size_t>(side);
                const bool isEdge = inside[place]
                    && (!inside[place - 1] || !inside[place + 1] || !inside[above]
                        || !inside[below]);
                if (!isEdge)
                    continue;
                ++edge;
                const QRect near(x - 1, y - 1, 3, 3); // half a pixel lies in the next one
                const double most = mostContrast(image, near, ground, view.vision);
                seenEdge += most >= kStandsOut ? 1 : 0;
            }
        }
        QVERIFY(edge >= view.size * 2);
        QVERIFY2(seenEdge * 10 >= edge * 9,
                 qPrintable(QStringLiteral("P%1: %2 of %3").arg(priority).arg(seenEdge).arg(edge)));
    }
}

void TestMarkerVision::digitsAreRead()
{
    const View view = currentView();
    for (int priority = 1; priority <= 4; ++priority) {
        const QImage image = marker(view, priority);
        const QColor around = view.form == MarkerForm::Filled
            ? Theme::alarm(priority)
            : Theme::colorOf(view.mode, Theme::Role::Field);
        const int middle = image.width() / 2;
        const int reach = view.size / 6;
        const QRect part(middle - reach, middle - reach, 2 * reach, 2 * reach);
        const double most = mostContrast(image, part, around.rgb(), view.vision);
        QVERIFY2(most >= kStandsOut, qPrintable(QStringLiteral("P%1: %2").arg(priority).arg(most)));
    }
}

QTEST_MAIN(TestMarkerVision)
#include "tst_marker_vision.moc"
