#include "models/silence.h"

#include "data/telemetry/patience.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace telltale {
namespace {

using namespace std::chrono_literals;

constexpr std::int64_t kSamplesForCadence = 3;

/// A stretch in which something came: a sample, or a column.
struct Heard
{
    std::int64_t first = 0; ///< µs
    std::int64_t last = 0;
    std::int64_t count = 0;
};

/// A column of bad samples alone does not say when they were.
Heard heardIn(const TrendRange &data, std::size_t index)
{
    const TrendRange::Column &column = data.columns[index];
    if (column.count > 0)
        return {column.firstTime, column.lastTime, column.count};
    const std::int64_t width = (data.range.to - data.range.from).count()
        / static_cast<std::int64_t>(data.columns.size());
    const std::int64_t from
        = toMicroseconds(data.range.from) + width * static_cast<std::int64_t>(index);
    return {from, from + width - 1, column.bad};
}

/// Calls `take` with what came in the range, by time.
template <typename Take> void eachHeard(const TrendRange &data, Take take)
{
    for (std::size_t i = 0; i < data.columns.size(); ++i) {
        if (data.columns[i].count + data.columns[i].bad > 0)
            take(heardIn(data, i));
    }
    for (const Sample &sample : data.samples)
        take(Heard {toMicroseconds(sample.time), toMicroseconds(sample.time), 1});
}

/// Distances, with how often they are there.
class Distances
{
public:
    void add(std::int64_t distance, std::int64_t times)
    {
        m_all.emplace_back(distance, times);
        m_times += times;
    }
    std::int64_t median()
    {
        std::sort(m_all.begin(), m_all.end());
        std::int64_t left = (m_times + 1) / 2;
        for (const auto &[distance, times] : m_all) {
            left -= times;
            if (left <= 0)
                return distance;
        }
        return 0;
    }

private:
    std::vector<std::pair<std::int64_t, std::int64_t>> m_all;
    std::int64_t m_times = 0;
};

/// What of `range` none of `gaps` explains, where that is longer than `patience`.
void addUnexplained(std::vector<HistoryGap> &silences, TimeRange range,
                    const std::vector<HistoryGap> &gaps, std::chrono::microseconds patience)
{
    std::vector<TimeRange> explained;
    for (const HistoryGap &gap : gaps) {
        if (gap.range.from < range.to && gap.range.to > range.from)
            explained.push_back(gap.range);
    }
    std::sort(explained.begin(), explained.end(),
              [](const TimeRange &one, const TimeRange &other) { return one.from < other.from; });
    explained.push_back({range.to, range.to});
    Timestamp from = range.from;
    for (const TimeRange &part : explained) {
        if (part.from > from && from < part.from - patience)
            silences.push_back({HistoryGap::Cause::DeviceSilent, {}, {}, {from, part.from}});
        from = std::max(from, part.to);
    }
}

} // namespace

std::chrono::microseconds patienceOf(const TrendRange &data)
{
    Distances distances;
    std::int64_t count = data.before ? 1 : 0;
    std::int64_t last = data.before ? toMicroseconds(data.before->time) : 0;
    eachHeard(data, [&](const Heard &heard) {
        if (count > 0)
            distances.add(heard.first - last, 1);
        if (heard.count > 1)
            distances.add((heard.last - heard.first) / (heard.count - 1), heard.count - 1);
        count += heard.count;
        last = heard.last;
    });
    const std::int64_t cadence = count < kSamplesForCadence ? 0 : distances.median();
    return patienceOf(std::chrono::microseconds(cadence));
}

bool joinsBefore(const TrendRange &data, std::chrono::microseconds patience)
{
    if (!data.before)
        return false;
    std::optional<std::int64_t> first;
    eachHeard(data, [&first](const Heard &heard) { first = first.value_or(heard.first); });
    const std::int64_t next = first.value_or(toMicroseconds(data.range.from));
    return next - toMicroseconds(data.before->time) <= patience.count();
}

std::optional<Timestamp> newestOf(const TrendRange &data)
{
    if (!data.samples.empty())
        return data.samples.back().time;
    for (std::size_t i = data.columns.size(); i > 0; --i) {
        if (data.columns[i - 1].count + data.columns[i - 1].bad > 0)
            return timestampFromMicroseconds(heardIn(data, i - 1).last);
    }
    return data.before ? std::optional(data.before->time) : std::nullopt;
}

std::vector<HistoryGap> silencesIn(const TrendRange &data, std::chrono::microseconds patience,
                                   std::span<const Sample> live, std::optional<Timestamp> until)
{
    std::vector<HistoryGap> silences;
    std::optional<Timestamp> last;
    const auto step = [&](Timestamp first) {
        if (last && *last < first - patience)
            addUnexplained(silences, {*last + 1us, first}, data.gaps, patience);
    };
    if (data.before)
        last = data.before->time;
    eachHeard(data, [&](const Heard &heard) {
        step(timestampFromMicroseconds(heard.first));
        last = timestampFromMicroseconds(heard.last);
    });
    if (!live.empty()) {
        step(live.front().time);
        last = live.back().time;
    }
    if (until)
        step(*until);
    return silences;
}

} // namespace telltale
