#include "widgets/trends/trend_legend.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QTest>

using namespace telltale;

class TestTrendLegend : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().applyTo(*qApp); }
    void takesTheLinesItNeeds();
    void givesUpNamesFirst();
};

namespace {

/// Whether anything is drawn in a part of a view.
bool hasInk(const QImage &image, const QRect &part)
{
    const QRgb ground = Theme::instance().color(Theme::Role::Surface).rgb();
    for (int y = part.top(); y <= part.bottom(); ++y) {
        for (int x = part.left(); x <= part.right(); ++x) {
            if (image.pixel(x, y) != ground)
                return true;
        }
    }
    return false;
}

std::vector<TrendLegend::Entry> entriesOf(int count)
{
    std::vector<TrendLegend::Entry> entries;
    for (int i = 0; i < count; ++i)
        entries.push_back({Qt::red, QStringLiteral("Pump P-20%1 Flow at the discharge").arg(i),
                           QStringLiteral("184.9"),
                           QStringLiteral("Δ 2.1 · min 160.3 · max 190.2 · mean 182.0")});
    return entries;
}

} // namespace

void TestTrendLegend::takesTheLinesItNeeds()
{
    const TrendLegend wide({}, QStringLiteral("m³/h"), entriesOf(6), 4000.0);
    QCOMPARE(wide.lines(), 1);
    for (const double width : {900.0, 500.0, 300.0}) {
        const TrendLegend legend({}, QStringLiteral("m³/h"), entriesOf(6), width);
        QVERIFY(legend.lines() > 1);
        QImage image(1200, legend.lines() * TrendLegend::lineHeight(), QImage::Format_RGB32);
        image.fill(Theme::instance().color(Theme::Role::Surface));
        QPainter painter(&image);
        legend.paint(painter, {});
        painter.end();
        const int end = static_cast<int>(width) + 1;
        QVERIFY(!hasInk(image, {end, 0, image.width() - end, image.height()}));
        const int last = (legend.lines() - 1) * TrendLegend::lineHeight();
        QVERIFY(hasInk(image, {0, last, end, TrendLegend::lineHeight()}));
    }
}

void TestTrendLegend::givesUpNamesFirst()
{
    const auto entries = entriesOf(2);
    double width = 2000.0; // the least that holds all in one line
    while (TrendLegend({}, {}, entries, width - 10.0).lines() == 1)
        width -= 10.0;
    auto brief = entries;
    for (TrendLegend::Entry &entry : brief)
        entry.name = QStringLiteral("Flow");
    QVERIFY(TrendLegend({}, {}, brief, width - 10.0).lines() == 1);
    double full = 0.0;
    for (const TrendLegend::Entry &entry : entries)
        full += QFontMetricsF(Theme::instance().font(Theme::Type::Label))
                    .horizontalAdvance(entry.name + entry.value + entry.figures);
    QVERIFY2(width < full, qPrintable(QString::number(width)));
}

QTEST_MAIN(TestTrendLegend)
#include "tst_trend_legend.moc"
