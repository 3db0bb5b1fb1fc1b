#include "tests/bench/history_frame.h"

#include "data/history/history_reader.h"
#include "tests/bench/history_load.h"
#include "widgets/trends/trend_painter.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <vector>

namespace telltale::bench {
namespace {

constexpr int kWidth = 1000;
constexpr int kHeight = 400;
constexpr int kTicks = 6;
constexpr int kFrames = 15;

/// What a TrendView paints when its range has moved by a zoom: all of it.
void paint(QImage &image, const TrendTrace &trace, const TrendLook &look)
{
    double low = 0.0;
    double high = 1.0;
    valueExtent(trace, trace.data.range, low, high);
    const AxisScale scale = fitScale(low, high, kTicks);
    const std::vector<TimeTick> ticks = timeTicks(trace.data.range, kTicks, QTimeZone::utc());
    QPainter painter(&image);
    painter.fillRect(image.rect(), look.ground);
    const double axis = TrendPainter::axisWidth(scale, painter.fontMetrics());
    const QRectF plot(axis, 0.0, kWidth - axis, kHeight - 20.0);
    TrendPainter drawn(painter, plot, trace.data.range, scale, look);
    drawn.grid(ticks);
    drawn.gaps(trace.data.gaps);
    drawn.valueLabels();
    drawn.stored(trace, Qt::blue);
    drawn.timeLabels(ticks, image.rect());
}

} // namespace

std::optional<double> frameMilliseconds(const std::string &folder, TagId tag, TimeRange range)
{
    const auto reader = HistoryReader::open(folder);
    if (!reader.ok())
        return std::nullopt;
    const TrendLook look = TrendLook::ofTheme();
    const auto pixel = (range.to - range.from) / kWidth;
    QImage image(kWidth, kHeight, QImage::Format_RGB32);
    std::vector<double> frames;
    for (int i = 0; i < kFrames; ++i) {
        const double began = secondsNow();
        const TimeRange shown {range.from + i * pixel, range.to + i * pixel};
        Result<TrendRange> answer = reader.value()->range(tag, shown, kWidth);
        if (!answer.ok() || answer->columns.empty())
            return std::nullopt;
        TrendTrace trace;
        trace.tag = tag;
        trace.data = std::move(answer).value();
        paint(image, trace, look);
        frames.push_back((secondsNow() - began) * 1000.0);
    }
    std::sort(frames.begin(), frames.end());
    return frames[kFrames / 2];
}

} // namespace telltale::bench
