#include "models/trend_window.h"

#include "models/silence.h"

#include <algorithm>
#include <cmath>

namespace telltale {
namespace {

/// Calls `take(time, value)` for each good sample of a trace in time order, live ones last.
template <typename Take> void eachSample(const TrendTrace &trace, Take take)
{
    for (const Sample &sample : trace.data.samples) {
        if (isDrawn(sample))
            take(toMicroseconds(sample.time), sample.value);
    }
    for (const Sample &sample : trace.live) {
        if (isDrawn(sample))
            take(toMicroseconds(sample.time), sample.value);
    }
}

struct Collector
{
    std::vector<TimeRange> unmeasured;
    std::size_t next = 0; ///< of them: those before lie behind
    TrendStatistics figures;
    double sum = 0.0;
    std::int64_t heldSince = 0;
    double held = 0.0;

    /// Hours of it in which somebody measured; asked for in the order of time.
    double hoursOf(std::int64_t from, std::int64_t until)
    {
        std::int64_t measured = until - from;
        for (; next < unmeasured.size(); ++next) {
            const std::int64_t begin = toMicroseconds(unmeasured[next].from);
            const std::int64_t end = toMicroseconds(unmeasured[next].to);
            if (begin >= until)
                break;
            measured -= std::max<std::int64_t>(0, std::min(end, until) - std::max(begin, from));
            if (end > until)
                break;
        }
        return static_cast<double>(measured) / 3.6e9;
    }
    void hold(std::int64_t until)
    {
        if (figures.samples > 0)
            figures.integral += held * hoursOf(heldSince, until);
        heldSince = until;
    }
    void add(std::int64_t time, double value)
    {
        hold(time);
        if (figures.samples == 0)
            figures = {value, value, value, value, 0.0, 0.0, 0};
        figures.last = value;
        figures.min = std::min(figures.min, value);
        figures.max = std::max(figures.max, value);
        sum += value;
        held = value;
        ++figures.samples;
    }
    void add(const TrendRange::Column &column)
    {
        hold(column.firstTime);
        if (figures.samples == 0)
            figures = {column.first, column.last, column.min, column.max, 0.0, 0.0, 0};
        const double mean = column.sum / column.count;
        figures.integral += mean * hoursOf(column.firstTime, column.lastTime);
        figures.last = column.last;
        figures.min = std::min(figures.min, column.min);
        figures.max = std::max(figures.max, column.max);
        sum += column.sum;
        held = column.last;
        heldSince = column.lastTime;
        figures.samples += column.count;
    }
};

} // namespace

bool isDrawn(const Sample &sample)
{
    return !sample.quality.isBad() && sample.flags.kind() != SampleFlags::Kind::Text
        && std::isfinite(sample.value);
}

bool valueExtent(const TrendTrace &trace, TimeRange range, double &low, double &high)
{
    const std::int64_t from = toMicroseconds(range.from);
    const std::int64_t to = toMicroseconds(range.to);
    bool isAny = false;
    const auto take = [&](double least, double most) {
        low = isAny ? std::min(low, least) : least;
        high = isAny ? std::max(high, most) : most;
        isAny = true;
    };
    for (const TrendRange::Column &column : trace.data.columns) {
        if (column.count > 0 && column.lastTime >= from && column.firstTime < to)
            take(column.min, column.max);
    }
    eachSample(trace, [&](std::int64_t time, double value) {
        if (time >= from && time < to)
            take(value, value);
    });
    if (joinsBefore(trace.data) && isDrawn(*trace.data.before))
        take(trace.data.before->value, trace.data.before->value);
    return isAny;
}

TrendStatistics statisticsOf(const TrendTrace &trace, TimeRange range)
{
    const std::int64_t from = toMicroseconds(range.from);
    const std::int64_t to = toMicroseconds(range.to);
    Collector collector;
    collector.unmeasured = unmeasured(trace);
    for (const TrendRange::Column &column : trace.data.columns) {
        if (column.count > 0 && column.firstTime >= from && column.lastTime < to)
            collector.add(column);
    }
    eachSample(trace, [&](std::int64_t time, double value) {
        if (time >= from && time < to)
            collector.add(time, value);
    });
    if (collector.figures.samples == 0)
        return {};
    collector.hold(to);
    collector.figures.mean = collector.sum / static_cast<double>(collector.figures.samples);
    return collector.figures;
}

std::optional<double> valueAtCursor(const TrendTrace &trace, Timestamp time)
{
    const std::int64_t at = toMicroseconds(time);
    std::optional<double> value;
    if (trace.data.before && isDrawn(*trace.data.before))
        value = trace.data.before->value;
    for (const TrendRange::Column &column : trace.data.columns) {
        if (column.count > 0 && column.firstTime <= at)
            value = column.last;
    }
    eachSample(trace, [&](std::int64_t sampled, double one) {
        if (sampled <= at)
            value = one;
    });
    const auto holdsTime
        = [time](const HistoryGap &gap) { return gap.range.from <= time && time < gap.range.to; };
    const bool isInGap = std::any_of(trace.data.gaps.begin(), trace.data.gaps.end(), holdsTime)
        || std::any_of(trace.silences.begin(), trace.silences.end(), holdsTime);
    return isInGap ? std::nullopt : value;
}

std::optional<double> newestValue(const TrendTrace &trace)
{
    return valueAtCursor(trace, Timestamp::max() - std::chrono::microseconds(1));
}

Timestamp heldUntil(const TrendTrace &trace, std::int64_t last, Timestamp now)
{
    if (now - timestampFromMicroseconds(last) > trace.patience)
        return timestampFromMicroseconds(last);
    Timestamp until = now;
    for (const HistoryGap &gap : trace.data.gaps) {
        if (toMicroseconds(gap.range.to) > last)
            until = std::min(until, gap.range.from);
    }
    return std::max(until, timestampFromMicroseconds(last));
}

} // namespace telltale
