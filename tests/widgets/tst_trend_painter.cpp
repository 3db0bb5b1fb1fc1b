#include "widgets/trends/trend_painter.h"

#include "tests/support/fake_plant.h"
#include "widgets/common/theme.h"
#include "widgets/trends/trend_view.h"

#include <QApplication>
#include <QPainter>
#include <QTest>

#include <algorithm>
#include <random>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

namespace {

constexpr const char *kFlow = "Northfield/Pump station 2/Pump P-203/Flow";
constexpr const char *kPower = "Northfield/Pump station 2/Pump P-203/Power";
constexpr Timestamp kStart = timestampFromMicroseconds(1'764'000'000'000'000);

/// One minute, in which `before` and `after` of a second stand beside a gap of 20 s.
TrendTrace traceWithGap(Timestamp start)
{
    TrendTrace trace;
    trace.data.range = {start, start + 60s};
    for (int i = 0; i <= 60; ++i) {
        if (i < 20 || i > 40)
            trace.data.samples.push_back(
                {TagId {0}, start + std::chrono::seconds(i), 5.0, {}, {}, {}});
    }
    trace.data.gaps.push_back(
        {HistoryGap::Cause::SourceDisconnected, {}, {}, {start + 19s + 1us, start + 41s}});
    return trace;
}

/// One minute of a jagged curve with a gap: a sample a second, or `perColumn` in each pixel of 600.
TrendTrace jaggedTrace(Timestamp start, int perColumn)
{
    const std::int64_t from = toMicroseconds(start);
    const std::int64_t column = 100'000;
    const auto value = [](std::int64_t n) { return static_cast<double>(n * 37 % 101) / 10.0; };
    TrendTrace trace;
    trace.data.range = {start, start + 60s};
    trace.data.gaps.push_back(
        {HistoryGap::Cause::SourceDisconnected, {}, {}, {start + 20s, start + 29s}});
    for (std::int64_t n = 0; n < 600; ++n) {
        const std::int64_t time = from + n * column;
        const bool isGap = n >= 200 && n < 290;
        if (perColumn == 0 && n % 10 == 0 && !isGap)
            trace.data.samples.push_back(
                {TagId {0}, timestampFromMicroseconds(time), value(n), {}, {}, {}});
        if (perColumn > 0)
            trace.data.columns.push_back(
                {value(n) * 0.8, value(n) * 1.2, value(n), value(n), value(n) * perColumn,
                 isGap ? 0 : static_cast<std::uint32_t>(perColumn), 0, time, time + column - 1});
    }
    return trace;
}

/// One minute in 600 pixels of what goes from 0 to 10 and back after each `hold`: samples, or
/// columns of `perColumn`.
TrendTrace switchingTrace(std::chrono::milliseconds hold, int perColumn)
{
    TrendTrace trace;
    trace.isStep = true;
    trace.data.range = {kStart, kStart + 60s};
    bool isHigh = false;
    for (Timestamp time = kStart; time < kStart + 60s; time += hold, isHigh = !isHigh) {
        const double value = isHigh ? 10.0 : 0.0;
        if (perColumn == 0)
            trace.data.samples.push_back({TagId {0}, time, value, {}, {}, {}});
        else
            trace.data.columns.push_back({0.0, 10.0, 0.0, 10.0, perColumn * (2.5 + value / 2.0),
                                          static_cast<std::uint32_t>(perColumn), 0,
                                          toMicroseconds(time), toMicroseconds(time + hold) - 1});
    }
    return trace;
}

QImage pictureOf(const TrendTrace &trace)
{
    QImage image(600, 200, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    TrendLook look = TrendLook::ofTheme();
    look.ground = Qt::white;
    TrendPainter drawn(painter, image.rect(), trace.data.range, fitScale(-1.0, 11.0, 4), look);
    drawn.stored(trace, Qt::red);
    return image;
}

/// The largest difference of a colour of a pixel.
int difference(const QImage &left, const QImage &right)
{
    int most = 0;
    for (int y = 0; y < left.height(); ++y) {
        for (int x = 0; x < left.width(); ++x) {
            const QColor one = left.pixelColor(x, y);
            const QColor other = right.pixelColor(x, y);
            most = std::max({most, qAbs(one.red() - other.red()), qAbs(one.green() - other.green()),
                             qAbs(one.blue() - other.blue())});
        }
    }
    return most;
}

/// Pixels with at least half of `colour` over white in a part of an image.
int countOf(const QImage &image, const QRect &part, const QColor &colour)
{
    int count = 0;
    for (int y = part.top(); y <= part.bottom(); ++y) {
        for (int x = part.left(); x <= part.right(); ++x) {
            const QColor one = image.pixelColor(x, y);
            const int distance = qAbs(one.red() - colour.red()) + qAbs(one.green() - colour.green())
                + qAbs(one.blue() - colour.blue());
            count += distance < 200 ? 1 : 0;
        }
    }
    return count;
}

} // namespace

/// What is drawn of a curve, to the pixel.
class TestTrendPainter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void limitsStandOutFromTheirGround_data();
    void limitsStandOutFromTheirGround();
    void aGapIsNotBridged_data();
    void aGapIsNotBridged();
    void aGapReachesToTheEndsOfTime();
    void drawnInPartsIsDrawnWhole_data();
    void drawnInPartsIsDrawnWhole();
    void aMovedPictureIsAsDrawnAnew();
    void theLargestValuesHaveTheirPlaces();
    void manyChangesAreAnEnvelopeAndALine_data();
    void manyChangesAreAnEnvelopeAndALine();
    void fewChangesAreDrawnEach();
    void noiseHasOneLook_data();
    void noiseHasOneLook();
};

void TestTrendPainter::initTestCase()
{
    Theme::instance().applyTo(*qApp);
}

void TestTrendPainter::limitsStandOutFromTheirGround_data()
{
    QTest::addColumn<int>("priority");
    QTest::addColumn<bool>("isDark");
    for (int priority = 1; priority <= 4; ++priority) {
        for (const bool isDark : {false, true})
            QTest::addRow("P%d %s", priority, isDark ? "dark" : "light") << priority << isDark;
    }
}

/// Yellow on light grey had a contrast of 1.5.
void TestTrendPainter::limitsStandOutFromTheirGround()
{
    QFETCH(int, priority);
    QFETCH(bool, isDark);
    Theme::instance().setMode(isDark ? Theme::Mode::Dark : Theme::Mode::Light);
    const TrendLook look = TrendLook::ofTheme();
    Theme::instance().setMode(Theme::Mode::Light);
    QImage image(600, 200, QImage::Format_RGB32);
    image.fill(look.ground);
    QPainter painter(&image);
    TrendPainter drawn(painter, image.rect(), {kStart, kStart + 60s}, fitScale(0.0, 10.0, 4), look);
    drawn.limits({{5.0, QStringLiteral("high"), priority}}, {});
    double most = 0.0;
    for (int y = 90; y < 110; ++y) {
        for (int x = 300; x < 400; ++x) // its words are to the left
            most = std::max(most, contrast(image.pixelColor(x, y), look.ground));
    }
    QVERIFY2(most >= 3.0, qPrintable(QString::number(most)));
}

void TestTrendPainter::aGapIsNotBridged_data()
{
    QTest::addColumn<bool>("isStep");
    QTest::newRow("line") << false;
    QTest::newRow("steps") << true;
}

void TestTrendPainter::aGapIsNotBridged()
{
    QFETCH(bool, isStep);
    TrendTrace trace = traceWithGap(kStart);
    trace.isStep = isStep;
    QImage image(600, 200, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    TrendLook look = TrendLook::ofTheme();
    look.ground = Qt::white;
    TrendPainter drawn(painter, image.rect(), {kStart, kStart + 60s}, fitScale(0.0, 10.0, 4), look);
    drawn.stored(trace, Qt::red);
    drawn.live(trace, Qt::red, kStart + 60s);
    painter.end();
    QVERIFY(countOf(image, {50, 90, 100, 20}, Qt::red) >= 100);
    QVERIFY(countOf(image, {450, 90, 100, 20}, Qt::red) >= 100);
    QCOMPARE(countOf(image, {195, 0, 210, 200}, Qt::red), 0);
}

void TestTrendPainter::aGapReachesToTheEndsOfTime()
{
    for (const TimeRange range :
         {TimeRange {Timestamp::min(), kStart + 20s}, TimeRange {kStart - 1h, kStart + 20s}}) {
        QImage image(600, 200, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        TrendLook look = TrendLook::ofTheme();
        look.hatch = Qt::red;
        TrendPainter drawn(painter, image.rect(), {kStart, kStart + 60s}, fitScale(0.0, 10.0, 4),
                           look);
        const std::vector<HistoryGap> gaps {
            {HistoryGap::Cause::DiskError, {}, {}, range},
            {HistoryGap::Cause::DiskError, {}, {}, {kStart + 21s, kStart + 21s + 1us}}};
        drawn.gaps(gaps);
        drawn.gapLabels(gaps, {});
        painter.end();
        QVERIFY(countOf(image, {0, 0, 200, 200}, Qt::red) > 1000);
        QCOMPARE(countOf(image, {202, 0, 398, 200}, Qt::red), 0);
    }
}

void TestTrendPainter::drawnInPartsIsDrawnWhole_data()
{
    QTest::addColumn<int>("perColumn");
    QTest::addColumn<bool>("isStep");
    QTest::newRow("line") << 0 << false;
    QTest::newRow("steps") << 0 << true;
    QTest::newRow("columns") << 7 << false;
}

void TestTrendPainter::drawnInPartsIsDrawnWhole()
{
    QFETCH(int, perColumn);
    QFETCH(bool, isStep);
    TrendTrace trace = jaggedTrace(kStart, perColumn);
    trace.isStep = isStep;
    QImage whole(600, 200, QImage::Format_RGB32);
    whole.fill(Qt::white);
    QImage parts = whole;
    const auto draw = [&](QImage &image, const QRect &part) {
        QPainter painter(&image);
        painter.setClipRect(part);
        TrendLook look = TrendLook::ofTheme();
        look.ground = Qt::white;
        TrendPainter drawn(painter, image.rect(), {kStart, kStart + 60s}, fitScale(0.0, 12.0, 4),
                           look);
        drawn.gaps(trace.data.gaps);
        drawn.stored(trace, Qt::red);
    };
    draw(whole, whole.rect());
    for (int left = 0; left < whole.width(); left += 3)
        draw(parts, {left, 0, 3, whole.height()});
    QVERIFY(countOf(whole, whole.rect(), Qt::red) > 1000);
    QVERIFY(difference(whole, parts) <= 2);
}

void TestTrendPainter::aMovedPictureIsAsDrawnAnew()
{
    FakePlant plant;
    TrendView view(plant.plant());
    const TagId flow = plant.tag(kFlow);
    const TagId power = plant.tag(kPower);
    view.setTags({flow, power});
    view.resize(1000, 400);
    view.show();
    const Timestamp now = plant.clock().now();
    view.window().setRange({now - 2h, now - 1h});
    view.frame(now);
    QTRY_VERIFY(view.isComplete());
    view.setLimits(flow, {{185.0, QStringLiteral("high 185"), 2}});
    view.setBands(flow, {{{now - 100s, now - 60s}, 2}, {{now + 3s, now + 1h}, 1}});
    view.window().follow(10min);
    view.frame(now);
    QTRY_VERIFY(view.isComplete());
    QImage before = view.grab().toImage();
    for (int i = 0; i < 20; ++i) {
        plant.clock().advance(900ms);
        view.frame(plant.clock().now());
        const QImage moved = view.grab().toImage();
        QVERIFY(moved != before);
        before = moved;
    }
    view.setBands(power, {}); // everything is drawn anew
    QCOMPARE(difference(view.grab().toImage(), before), 0);
}

/// From the highest to the lowest number there is more than a number holds.
void TestTrendPainter::theLargestValuesHaveTheirPlaces()
{
    TrendTrace trace;
    trace.data.range = {kStart, kStart + 60s};
    for (int i = 0; i < 60; ++i) {
        const double value = 1.7e308 * (1 - i / 20);
        trace.data.samples.push_back(
            {TagId {0}, kStart + std::chrono::seconds(i), value, {}, {}, {}});
    }
    const AxisScale scale = fitScale(-1.7e308, 1.7e308, 5);
    QImage image(600, 200, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    TrendPainter drawn(painter, image.rect(), {kStart, kStart + 60s}, scale, TrendLook::ofTheme());
    drawn.stored(trace, Qt::red);
    painter.end();
    QVERIFY(countOf(image, {0, 0, 190, 20}, Qt::red) >= 100);
    QVERIFY(countOf(image, {210, 90, 180, 20}, Qt::red) >= 100);
    QVERIFY(countOf(image, {410, 180, 180, 20}, Qt::red) >= 100);
}

void TestTrendPainter::manyChangesAreAnEnvelopeAndALine_data()
{
    QTest::addColumn<int>("hold"); // ms; a pixel is 100
    QTest::addColumn<int>("perColumn");
    QTest::newRow("samples, four in a pixel") << 25 << 0;
    QTest::newRow("samples, one in two pixels") << 200 << 0;
    QTest::newRow("columns") << 100 << 6;
}

void TestTrendPainter::manyChangesAreAnEnvelopeAndALine()
{
    QFETCH(int, hold);
    QFETCH(int, perColumn);
    const QImage image = pictureOf(switchingTrace(std::chrono::milliseconds(hold), perColumn));
    const QRect whole(20, 0, 560, 200);
    const int ink = countOf(image, whole, Qt::red);
    QVERIFY2(ink >= 400 && ink <= 3000, qPrintable(QString::number(ink)));
    const int tint = image.pixelColor(300, 60).green(); // a fifth of red over white
    QVERIFY2(tint >= 195 && tint <= 215, qPrintable(QString::number(tint)));
    int rows = 0; // of the line
    for (int y = 0; y < image.height(); ++y)
        rows += countOf(image, {20, y, 560, 1}, Qt::red) > 0 ? 1 : 0;
    QVERIFY2(rows > 0 && rows < 20, qPrintable(QString::number(rows)));
}

void TestTrendPainter::fewChangesAreDrawnEach()
{
    const QImage image = pictureOf(switchingTrace(1s, 0));
    const int upAndDown = countOf(image, {20, 60, 560, 1}, Qt::red);
    QVERIFY2(upAndDown >= 54 && upAndDown <= 120, qPrintable(QString::number(upAndDown)));
    QCOMPARE(image.pixelColor(25, 60), QColor(Qt::white));
}

void TestTrendPainter::noiseHasOneLook_data()
{
    QTest::addColumn<int>("every"); // ms; a pixel is 100
    QTest::addColumn<bool>("isEnvelope");
    QTest::newRow("hardly too dense") << 114 << true;
    QTest::newRow("sparse enough") << 190 << false;
}

/// By chance it goes up and down more often in one place than in another.
void TestTrendPainter::noiseHasOneLook()
{
    QFETCH(int, every);
    QFETCH(bool, isEnvelope);
    std::minstd_rand random(3);
    std::uniform_real_distribution<double> value(0.0, 10.0);
    TrendTrace trace;
    trace.data.range = {kStart, kStart + 60s};
    for (Timestamp time = kStart; time < kStart + 60s; time += std::chrono::milliseconds(every))
        trace.data.samples.push_back({TagId {0}, time, value(random), {}, {}, {}});
    const QImage image = pictureOf(trace);
    int steep = 0; // parts of eight pixels with the line from far up to far down
    for (int left = 24; left < 576; left += 8) {
        const bool isUp = countOf(image, {left, 17, 8, 58}, Qt::red) > 0;
        const bool isDown = countOf(image, {left, 125, 8, 58}, Qt::red) > 0;
        steep += isUp && isDown ? 1 : 0;
    }
    QVERIFY2(isEnvelope ? steep <= 6 : steep >= 30, qPrintable(QString::number(steep)));
}

QTEST_MAIN(TestTrendPainter)
#include "tst_trend_painter.moc"
