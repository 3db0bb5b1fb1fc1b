#include "tests/support/fake_plant.h"
#include "tests/support/simulated_works.h"

#include "widgets/common/theme.h"
#include "widgets/trends/trend_legend.h"
#include "widgets/trends/trend_painter.h"
#include "widgets/trends/trend_view.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

/// What a trend says in words: gaps, texts, figures to copy.
class TestTrendWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void gapLabelsDoNotOverlap();
    void gapLabelsHaveOneOrderInAllCharts();
    void gapLabelsLeaveCurvesFree();
    void rollUpsAreSaid();
    void limitLabelsLeaveCurvesFree();
    void crosshairSaysWhyThereIsNothing();
    void copiedFiguresAreAsShortAsTheyCanBe();
    void cursorsSayTheirFigures();
    void plotGivesWayToFigures();
    void textsAreSaidInFull();
    void emptyPeriodSaysWhereTheNewestDataAre();
    void emptyStackSaysSoOnce();
    void newestDataAreShownAtTheirOwnCadence();
    void oldTimesHaveTheirYear();
    void nameThatSaysLittleHasItsAsset();
    void longValuesHaveRoomAtTheAxis();
    void labelsAreWholeInLargeText();
    void timesEndWithinTheView();
};

namespace {

constexpr Timestamp kStart = timestampFromMicroseconds(1'795'639'500'000'000);
const std::string kTag = "works/pump/Level";

HistoryGap gap(std::chrono::seconds from, std::chrono::seconds to)
{
    return {HistoryGap::Cause::SourceDisconnected, {}, {}, {kStart + from, kStart + to}};
}

/// The words of `gaps` in ten minutes of 600 x 200 pixels, over the area of `trace`.
QImage labels(const std::vector<HistoryGap> &gaps, const TrendTrace &trace = {})
{
    QImage image(600, 200, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    TrendLook look = TrendLook::ofTheme();
    look.ground = Qt::white;
    TrendPainter drawn(painter, image.rect(), {kStart, kStart + 600s}, fitScale(0.0, 10.0, 4),
                       look);
    drawn.gapLabels(gaps, {&trace});
    return image;
}

QImage blank()
{
    QImage image(600, 200, QImage::Format_RGB32);
    image.fill(Qt::white);
    return image;
}

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

/// A view of `tag` over the last minute.
std::unique_ptr<TrendView> viewOf(FakePlant &plant, TagId tag)
{
    auto view = std::make_unique<TrendView>(plant.plant());
    view->setTags({tag});
    view->resize(900, 300);
    view->window().follow(1min);
    view->show();
    view->frame(plant.clock().now());
    return view;
}

} // namespace

void TestTrendWords::initTestCase()
{
    Theme::instance().applyTo(*qApp);
}

/// One at the lower edge, one at the upper; a third has no room left.
void TestTrendWords::gapLabelsDoNotOverlap()
{
    const QImage one = labels({gap(300s, 340s)});
    const QImage two = labels({gap(345s, 375s), gap(300s, 340s)});
    QVERIFY(one != blank());
    QVERIFY(two != one);
    QCOMPARE(two.copy(0, 100, 600, 100), one.copy(0, 100, 600, 100)); // the longer one has it
    QCOMPARE(labels({gap(345s, 375s), gap(300s, 340s), gap(380s, 390s)}), two);
}

/// How long devices were silent differs from chart to chart.
void TestTrendWords::gapLabelsHaveOneOrderInAllCharts()
{
    using Cause = HistoryGap::Cause;
    const auto of = [](Cause cause, std::chrono::seconds from, std::chrono::seconds to) {
        return HistoryGap {cause, {}, {}, {kStart + from, kStart + to}};
    };
    const HistoryGap off = of(Cause::ProgramOff, 200s, 400s);
    const auto lower = [](const QImage &image) { return image.copy(0, 100, 600, 100); };
    const QImage alone = labels({off});
    for (const auto &silent :
         {of(Cause::DeviceSilent, 210s, 400s), of(Cause::DeviceSilent, 190s, 410s)}) {
        const QImage both = labels({silent, off});
        QVERIFY(both != alone); // it has words, too
        QCOMPARE(lower(both), lower(alone));
    }
    const HistoryGap down = of(Cause::SourceDisconnected, 200s, 400s); // as long
    QCOMPARE(labels({down, off}), labels({off, down}));
}

void TestTrendWords::gapLabelsLeaveCurvesFree()
{
    TrendTrace low;
    TrendTrace both;
    for (int i = 0; i < 600; ++i) {
        const Sample sample {TagId {0}, kStart + std::chrono::seconds(i), 0.2, {}, {}, {}};
        if (i < 300 || i > 310)
            low.data.samples.push_back(sample);
    }
    both = low;
    for (std::size_t i = 0; i < both.data.samples.size(); i += 2)
        both.data.samples[i].value = 9.9;
    low.data.gaps = both.data.gaps = {gap(300s, 310s)};
    const QImage free = labels({gap(300s, 310s)});
    const QImage above = labels({gap(300s, 310s)}, low);
    QVERIFY(free.copy(0, 150, 600, 50) != blank().copy(0, 150, 600, 50));
    QCOMPARE(above.copy(0, 150, 600, 50), blank().copy(0, 150, 600, 50));
    QVERIFY(above.copy(0, 0, 600, 50) != blank().copy(0, 0, 600, 50));
    QCOMPARE(labels({gap(300s, 310s)}, both), blank());
}

void TestTrendWords::rollUpsAreSaid()
{
    TrendTrace trace;
    trace.data.range = {kStart, kStart + 600s};
    QVERIFY(labels({}, trace) == blank());
    trace.data.rolledUp = {{kStart, kStart + 300s}};
    const QImage said = labels({}, trace);
    const QRect words(0, 170, 300, 25);
    QVERIFY(said.copy(words) != blank().copy(words));
    QVERIFY(said.copy(0, 198, 300, 2) != blank().copy(0, 198, 300, 2));
    const QRect right(310, 0, 290, 200);
    QVERIFY(said.copy(right) == blank().copy(right));
    // Curves from top to bottom leave room for the line alone.
    for (int i = 0; i < 600; ++i)
        trace.data.columns.push_back({-100.0, 100.0, -100.0, 100.0, 0.0, 2, 0,
                                      toMicroseconds(kStart + std::chrono::seconds(i)),
                                      toMicroseconds(kStart + std::chrono::seconds(i + 1)) - 1});
    const QImage full = labels({}, trace);
    QVERIFY(full.copy(0, 0, 600, 196) == blank().copy(0, 0, 600, 196));
    QVERIFY(full.copy(0, 198, 300, 2) == said.copy(0, 198, 300, 2));
}

void TestTrendWords::limitLabelsLeaveCurvesFree()
{
    TrendTrace trace;
    const auto wordsIn = [&trace](const QRect &part) {
        QImage image(600, 200, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        TrendLook look = TrendLook::ofTheme();
        look.ground = Qt::white;
        TrendPainter drawn(painter, image.rect(), {kStart, kStart + 600s}, fitScale(0.0, 10.0, 4),
                           look);
        drawn.limits({{5.0, QStringLiteral("high 5.0"), 2}}, {&trace});
        return image.copy(part) != blank().copy(part);
    };
    const QRect aboveLeft(0, 70, 200, 28);
    const QRect belowLeft(0, 103, 200, 28);
    const QRect aboveRight(400, 70, 200, 28);
    QVERIFY(wordsIn(aboveLeft) && !wordsIn(belowLeft) && !wordsIn(aboveRight));
    const auto add = [&trace](int second, double value) {
        trace.data.samples.push_back(
            {TagId {0}, kStart + std::chrono::seconds(second), value, {}, {}, {}});
    };
    for (int second = 0; second < 300; ++second)
        add(second, 5.5);
    QVERIFY(!wordsIn(aboveLeft) && wordsIn(belowLeft));
    trace.data.samples.clear();
    for (int second = 0; second < 300; ++second)
        add(second, second % 2 == 0 ? 5.5 : 4.5);
    QVERIFY(!wordsIn(aboveLeft) && !wordsIn(belowLeft) && wordsIn(aboveRight));
}

void TestTrendWords::crosshairSaysWhyThereIsNothing()
{
    FakePlant plant;
    const TagId tag = plant.tag("Northfield/Pump station 2/Pump P-203/Flow");
    auto view = viewOf(plant, tag);
    QTRY_VERIFY(view->isComplete());
    QTest::mouseMove(view.get(), view->plotRect().center().toPoint());
    QVERIFY(!view->crosshairText().contains(QStringLiteral("broker down")));
    const TimeRange range = view->window().range();
    const_cast<std::vector<HistoryGap> &>(view->window().traces().front().data.gaps)
        = {{HistoryGap::Cause::SourceDisconnected, {}, {}, {range.from + 20s, range.from + 40s}}};
    QVERIFY2(view->crosshairText().contains(QStringLiteral("broker down 20 s")),
             qPrintable(view->crosshairText()));
}

void TestTrendWords::copiedFiguresAreAsShortAsTheyCanBe()
{
    FakePlant plant(FakePlant::Content::Empty);
    const TagId tag = plant.receive(kTag, 62.87);
    auto view = viewOf(plant, tag);
    for (const double value : {62.87, 62.87, 63.0}) {
        plant.clock().advance(10s);
        plant.receive(kTag, value);
        view->frame(plant.clock().now());
    }
    plant.clock().advance(1s);
    view->frame(plant.clock().now());
    QTRY_VERIFY(view->isComplete());
    QVERIFY2(view->copyText().contains(QStringLiteral("\t63\t")), qPrintable(view->copyText()));
    QTest::keyClick(view.get(), Qt::Key_X);
    const QStringList lines = view->copyText().split(QLatin1Char('\n'));
    const QStringList headings = lines[0].split(QLatin1Char('\t'));
    const QStringList cells = lines[1].split(QLatin1Char('\t'));
    QCOMPARE(cells.size(), headings.size());
    QCOMPARE(headings[4], QStringLiteral("Delta"));
    QCOMPARE(cells[2], QStringLiteral("62.87"));
    QCOMPARE(cells[4], QStringLiteral("0"));
    QCOMPARE(cells[5], QStringLiteral("62.87"));
}

void TestTrendWords::cursorsSayTheirFigures()
{
    FakePlant plant;
    auto view = viewOf(plant, plant.tag("Northfield/Pump station 2/Pump P-203/Flow"));
    QTRY_VERIFY(view->isComplete());
    QVERIFY(view->figuresText(0).isEmpty());
    const QImage before = view->grab().toImage();
    QTest::keyClick(view.get(), Qt::Key_X);
    const QString figures = view->figuresText(0);
    for (const char *word : {"Δ ", "min ", "max ", "mean "})
        QVERIFY2(figures.contains(QString::fromUtf8(word)), qPrintable(figures));
    const int header = static_cast<int>(view->plotRect().top()) - 2;
    QVERIFY(view->grab().toImage().copy(0, 0, 900, header) != before.copy(0, 0, 900, header));
}

/// With the cursors the legend of a narrow chart has more lines; without them it is as before.
void TestTrendWords::plotGivesWayToFigures()
{
    FakePlant plant;
    auto view = viewOf(plant, plant.tag("Northfield/Pump station 2/Pump P-203/Flow"));
    view->resize(300, 300);
    QTRY_VERIFY((view->frame(plant.clock().now()), view->isComplete()));
    view->grab();
    const QRectF before = view->plotRect();
    QSignalSpy wanted(view.get(), &TrendView::heightWanted);
    QTest::keyClick(view.get(), Qt::Key_X);
    QCOMPARE(view->plotRect().top(), before.top() + TrendLegend::lineHeight());
    QCOMPARE(view->plotRect().bottom(), before.bottom());
    QCOMPARE(wanted.count(), 1);
    QTest::keyClick(view.get(), Qt::Key_X);
    QCOMPARE(view->plotRect(), before);
}

void TestTrendWords::textsAreSaidInFull()
{
    FakePlant plant(FakePlant::Content::Empty);
    const QString text = QString(400, QLatin1Char('Q'));
    const TagId tag = plant.receiveText("works/pump/Note", text.toStdString());
    auto view = viewOf(plant, tag);
    QTRY_VERIFY(view->isComplete());
    QVERIFY(view->hasOnlyTexts());
    QVERIFY(view->copyText().contains(text));
    auto numbers = viewOf(plant, plant.receive(kTag, 1.0));
    plant.clock().advance(1s);
    plant.receive(kTag, 2.0);
    numbers->frame(plant.clock().now());
    QVERIFY(!numbers->hasOnlyTexts());
}

void TestTrendWords::emptyPeriodSaysWhereTheNewestDataAre()
{
    FakePlant plant;
    auto view = viewOf(plant, plant.tag("Northfield/Pump station 2/Pump P-203/Flow"));
    QTRY_VERIFY(view->isComplete());
    QCOMPARE(view->emptyText(), QString());
    const auto *button = view->findChild<QPushButton *>();
    QVERIFY(!button->isVisible());
    plant.clock().advance(24h * 400);
    view->navigator().follow(1min);
    QTRY_VERIFY((view->frame(plant.clock().now()), !view->emptyText().isEmpty()));
    QCOMPARE(view->emptyText(),
             QStringLiteral("No data in this period; latest data: 25 Nov 2026 21:46"));
    QVERIFY(button->isVisible());
    QVERIFY(view->plotRect().contains(button->geometry()));
    QVERIFY(plant.live().value(view->window().traces().front().tag).cadence > 0);
    QTest::keyClick(view.get(), Qt::Key_N);
    QTRY_VERIFY(!view->window().isLive());
    QTRY_VERIFY((view->frame(plant.clock().now()), view->isComplete()));
    QCOMPARE(view->emptyText(), QString());
    QVERIFY(!button->isVisible());
    QVERIFY(statisticsOf(view->window().traces().front(), view->window().range()).samples > 10);
}

void TestTrendWords::emptyStackSaysSoOnce()
{
    FakePlant plant;
    const TagId flow = plant.tag("Northfield/Pump station 2/Pump P-203/Flow");
    auto view = viewOf(plant, flow);
    view->setTags({flow, plant.tag("Northfield/Pump station 2/Pump P-203/Power")});
    QCOMPARE(view->chartCount(), std::size_t(2));
    plant.clock().advance(24h * 400);
    view->navigator().follow(1min);
    QTRY_VERIFY((view->frame(plant.clock().now()), !view->emptyText().isEmpty()));
    const QImage image = view->grab().toImage();
    const auto hasWords = [&](int chart) {
        QRect middle(0, 0, 300, 24);
        middle.moveCenter(view->plotRect().center().toPoint());
        const int pitch = (view->height() - static_cast<int>(view->plotRect().top())) / 2;
        middle.translate(0, chart * pitch);
        int dark = 0;
        for (int y = middle.top(); y <= middle.bottom(); ++y) {
            for (int x = middle.left(); x <= middle.right(); ++x)
                dark += qGray(image.pixel(x, y)) < 80 ? 1 : 0;
        }
        return dark > 50;
    };
    QVERIFY(hasWords(0));
    QVERIFY(!hasWords(1));
}

/// After a start, when nothing was heard yet: only history knows it.
void TestTrendWords::newestDataAreShownAtTheirOwnCadence()
{
    FakePlant plant(FakePlant::Content::Empty);
    for (const WorksTag &works : worksTags())
        plant.tags().intern(works.path, SourceId {1});
    const std::string folder = plant.plant().dataFolder;
    storeWorks(folder, {plant.clock().now() - 2h, plant.clock().now()}, plant.tags());
    const auto last = HistoryReader::open(folder).value()->lastValues();
    QVERIFY(last.ok());
    plant.live().restore(last.value());
    plant.clock().advance(24h * 400);
    const TagId flow = plant.tag("Northfield/Pump station 2/Pump P-203/Flow");
    QCOMPARE(plant.live().value(flow).cadence, 0);
    auto view = viewOf(plant, flow);
    QTRY_VERIFY((view->frame(plant.clock().now()), !view->emptyText().isEmpty()));
    view->findChild<QPushButton *>()->click();
    QTRY_COMPARE(view->window().span(), std::chrono::microseconds(1000s)); // 100 samples
    QTRY_VERIFY((view->frame(plant.clock().now()), view->isComplete()));
    const TrendTrace &trace = view->window().traces().front();
    QVERIFY(statisticsOf(trace, view->window().range()).samples > 90);
}

void TestTrendWords::oldTimesHaveTheirYear()
{
    FakePlant plant;
    auto view = viewOf(plant, plant.tag("Northfield/Pump station 2/Pump P-203/Flow"));
    QTRY_VERIFY(view->isComplete());
    QVERIFY(!view->rangeText().contains(QStringLiteral("2026")));
    plant.clock().advance(24h * 400);
    QTest::mouseMove(view.get(), view->plotRect().center().toPoint() + QPoint(20, 0));
    QCOMPARE(view->rangeText(), QStringLiteral("25 Nov 2026 21:45:03 – 21:46:03 CET"));
    QVERIFY2(view->crosshairText().startsWith(QStringLiteral("2026-11-25 ")),
             qPrintable(view->crosshairText()));
    view->standAt(plant.clock().now());
    QVERIFY2(view->rangeText().startsWith(QStringLiteral("30 Dec 2027")),
             qPrintable(view->rangeText()));
}

void TestTrendWords::nameThatSaysLittleHasItsAsset()
{
    FakePlant plant(FakePlant::Content::Empty);
    const TagId tag = plant.receive("works/line 1/d0/t0", 1.0);
    auto view = viewOf(plant, tag);
    QCOMPARE(view->traceTitle(0), QStringLiteral("line 1 d0 t0"));
    TagInfo info = plant.tags().info(tag);
    info.displayName = "T0";
    plant.tags().describe("works/line 1/d0/t0", info);
    view->frame(plant.clock().now());
    QCOMPARE(view->traceTitle(0), QStringLiteral("T0"));
}

void TestTrendWords::longValuesHaveRoomAtTheAxis()
{
    FakePlant plant(FakePlant::Content::Empty);
    TagId tag;
    for (int i = 0; i < 20; ++i) {
        tag = plant.receive(kTag, -123456789.4 + 0.01 * i);
        plant.clock().advance(1s);
    }
    const std::unique_ptr<TrendView> view = viewOf(plant, tag);
    QTRY_VERIFY((view->frame(plant.clock().now()), view->isComplete()));
    const QImage image = view->grab().toImage();
    const QRect plot = view->plotRect().toRect();
    QVERIFY(plot.left() > 56); // where it is for usual values
    QVERIFY(!hasInk(image, {0, plot.top(), 2, plot.height()}));
    QVERIFY(hasInk(image, {2, plot.top(), plot.left() - 10, plot.height()}));
}

/// The uppermost and the lowest stand half beside the plot.
void TestTrendWords::labelsAreWholeInLargeText()
{
    Theme::instance().setTextScale(2.0);
    FakePlant plant(FakePlant::Content::Empty);
    TagId tag;
    for (int i = 0; i < 20; ++i) {
        tag = plant.receive(kTag, i % 2 == 0 ? 0.0 : 80.0);
        plant.clock().advance(1s);
    }
    const std::unique_ptr<TrendView> view = viewOf(plant, tag);
    QTRY_VERIFY((view->frame(plant.clock().now()), view->isComplete()));
    const QImage image = view->grab().toImage();
    const QRectF plot = view->plotRect();
    Theme::instance().setTextScale(1.0);
    const auto inkRows = [&](double from, int step) {
        int rows = 0;
        const int right = static_cast<int>(plot.left()) - 10;
        for (int i = 1; i < 16; ++i)
            rows += hasInk(image, {0, static_cast<int>(from) + i * step, right, 1}) ? 1 : 0;
        return rows;
    };
    for (const double edge : {plot.top(), plot.bottom()})
        QVERIFY2(std::abs(inkRows(edge, -1) - inkRows(edge, 1)) <= 2,
                 qPrintable(QStringLiteral("%1 above, %2 below %3")
                                .arg(inkRows(edge, -1))
                                .arg(inkRows(edge, 1))
                                .arg(edge)));
}

void TestTrendWords::timesEndWithinTheView()
{
    FakePlant plant;
    const std::unique_ptr<TrendView> view
        = viewOf(plant, plant.tag("Northfield/Pump station 2/Pump P-203/Flow"));
    view->setCompact(true);
    const Timestamp now = plant.clock().now();
    for (int minute = 0; minute < 20; ++minute) {
        view->window().setRange(
            {now - std::chrono::minutes(60 + minute), now - std::chrono::minutes(minute)});
        const QImage image = view->grab().toImage();
        const int below = static_cast<int>(view->plotRect().bottom()) + 2;
        QVERIFY(!hasInk(image, {image.width() - 1, below, 1, image.height() - below}));
    }
}

QTEST_MAIN(TestTrendWords)
#include "tst_trend_words.moc"
