#include "widgets/trends/column_raster.h"

#include <QPainter>
#include <QTest>

#include <algorithm>
#include <functional>
#include <iterator>

using namespace telltale;

namespace {

constexpr double kWidth = 1.5;
constexpr int kFine = 16; ///< times finer is what it is held against
constexpr int kMostDifference = 24; ///< of 255: a slice of a pixel is an eighth

QImage emptyImage()
{
    QImage image(120, 60, QImage::Format_RGB32);
    image.fill(Qt::white);
    return image;
}

std::span<const QPointF> spanOf(const QPolygonF &points)
{
    return {points.cbegin(), points.cend()};
}

/// What the painter draws, each pixel the mean of many small ones: where pieces of a line meet, the
/// painter's own pixels are off by up to a third.
QImage drawnFinely(const std::function<void(QPainter &)> &draw)
{
    QImage fine(emptyImage().size() * kFine, QImage::Format_RGB32);
    fine.fill(Qt::white);
    QPainter painter(&fine);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(kFine, kFine);
    draw(painter);
    painter.end();
    QImage image = emptyImage();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            int green = 0;
            for (int part = 0; part < kFine * kFine; ++part)
                green += qGreen(fine.pixel(x * kFine + part % kFine, y * kFine + part / kFine));
            image.setPixelColor(x, y, QColor(255, green / (kFine * kFine), 0));
        }
    }
    return image;
}

/// The largest difference of a pixel's green; what is drawn here is red.
int difference(const QImage &left, const QImage &right)
{
    int most = 0;
    for (int y = 0; y < left.height(); ++y) {
        for (int x = 0; x < left.width(); ++x)
            most = std::max(most, qAbs(qGreen(left.pixel(x, y)) - qGreen(right.pixel(x, y))));
    }
    return most;
}

QPolygonF zigzag(double step)
{
    QPolygonF points;
    for (int i = 0; i * step < 100.0; ++i)
        points << QPointF(10.0 + i * step, i % 2 == 0 ? 12.3 : 48.6);
    return points;
}

} // namespace

class TestColumnRaster : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLineIsAsThePainterDrawsIt_data();
    void aLineIsAsThePainterDrawsIt();
    void anAreaIsAsThePainterFillsIt();
    void onePointIsADot();
    void nothingIsDrawnOutsideTheClip();
    void whatIsFarOutsideDoesNoHarm();
};

void TestColumnRaster::aLineIsAsThePainterDrawsIt_data()
{
    QTest::addColumn<QPolygonF>("points");
    QTest::newRow("flat") << QPolygonF {{10.2, 30.4}, {100.7, 30.4}};
    QTest::newRow("slanting") << QPolygonF {{10.0, 10.0}, {60.5, 22.0}, {100.0, 50.0}};
    QTest::newRow("steep") << QPolygonF {{50.3, 5.0}, {52.8, 55.0}};
    QTest::newRow("upright") << QPolygonF {{50.25, 5.5}, {50.25, 54.5}};
    QTest::newRow("steps") << QPolygonF {{10, 40}, {40, 40}, {40, 20}, {70.5, 20}, {70.5, 33}};
    QTest::newRow("peaks 10 apart") << zigzag(10.0);
    QTest::newRow("peaks 2 apart") << zigzag(2.0);
    QTest::newRow("peaks closer than a pixel") << zigzag(0.4);
}

void TestColumnRaster::aLineIsAsThePainterDrawsIt()
{
    QFETCH(QPolygonF, points);
    const QImage wanted = drawnFinely([&points](QPainter &painter) {
        painter.setPen(QPen(Qt::red, kWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        for (int i = 1; i < points.size(); ++i)
            painter.drawLine(points[i - 1], points[i]);
    });
    QImage image = emptyImage();
    ColumnRaster(image, image.rect()).line(spanOf(points), kWidth, Qt::red);
    const int most = difference(image, wanted);
    QVERIFY2(most <= kMostDifference, qPrintable(QString::number(most)));
}

void TestColumnRaster::anAreaIsAsThePainterFillsIt()
{
    const QPolygonF upper {{10.4, 20.3}, {40.0, 10.0}, {41.0, 30.0}, {90.7, 18.5}};
    const QPolygonF lower {{10.4, 24.0}, {40.0, 44.5}, {41.0, 35.2}, {90.7, 50.0}};
    QPolygonF outline = upper;
    std::copy(lower.rbegin(), lower.rend(), std::back_inserter(outline));
    const QImage wanted = drawnFinely([&outline](QPainter &painter) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(Qt::red);
        painter.drawPolygon(outline);
    });
    QImage image = emptyImage();
    ColumnRaster(image, image.rect()).area(spanOf(upper), spanOf(lower), Qt::red);
    const int most = difference(image, wanted);
    QVERIFY2(most <= kMostDifference, qPrintable(QString::number(most)));
}

void TestColumnRaster::onePointIsADot()
{
    QImage image = emptyImage();
    ColumnRaster(image, image.rect()).line(spanOf({{50.5, 30.5}}), 3.0, Qt::red);
    QCOMPARE(image.pixel(50, 30), QColor(Qt::red).rgb());
    QCOMPARE(image.pixel(53, 30), QColor(Qt::white).rgb());
    QCOMPARE(image.pixel(50, 33), QColor(Qt::white).rgb());
}

void TestColumnRaster::nothingIsDrawnOutsideTheClip()
{
    const QRect clip(30, 15, 40, 20);
    const QPolygonF edge {{0.0, -5.0}, {120.0, -5.0}};
    QImage image = emptyImage();
    ColumnRaster raster(image, clip);
    raster.line(spanOf(zigzag(3.0)), kWidth, Qt::red);
    raster.area(spanOf(edge), spanOf(edge.translated(0.0, 80.0)), Qt::red);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            QCOMPARE(image.pixelColor(x, y), QColor(clip.contains(x, y) ? Qt::red : Qt::white));
    }
}

void TestColumnRaster::whatIsFarOutsideDoesNoHarm()
{
    QImage image = emptyImage();
    ColumnRaster raster(image, image.rect());
    raster.line(spanOf({{1e15, 0.0}, {2e15, 1e15}}), kWidth, Qt::red);
    raster.line(spanOf({{-2e15, 1e15}, {-1e15, -1e15}}), kWidth, Qt::red);
    raster.line(spanOf({{0.0, -1e15}, {120.0, -1e15}}), kWidth, Qt::red);
    raster.line({}, kWidth, Qt::red);
    raster.area({}, {}, Qt::red);
    QCOMPARE(image, emptyImage());
    raster.line(spanOf({{60.0, -1e15}, {60.0, 1e15}}), 4.0, Qt::red);
    QCOMPARE(image.pixel(60, 0), QColor(Qt::red).rgb());
    QCOMPARE(image.pixel(60, 59), QColor(Qt::red).rgb());
}

QTEST_MAIN(TestColumnRaster)
#include "tst_column_raster.moc"
