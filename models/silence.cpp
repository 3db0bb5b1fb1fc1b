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

struct Distance
{
    std::int64_t length = 0; ///< µs
    std::int64_t times = 0;
};

std::int64_t medianOf(std::vector<Distance> distances)
{
    std::sort(distances.begin(), distances.end(),
              [](const Distance &one, const Distance &other) { return one.length < other.length; });
    std::int64_t left = 1;
    for (const Distance &one : distances)
        left += one.times;
    left /= 2;
    for (const Distance &one : distances) {
        left -= one.times;
        if (left <= 0)
            return one.length;
    }
    return 0;
}

/// How often something came, all along a range.
class Rhythm
{
public:
    explicit Rhythm(const TrendRange &data)
    {
        std::int64_t count = data.before ? 1 : 0;
        std::int64_t last = data.before ? toMicroseconds(data.before->time) : 0;
        eachHeard(data, [&](const Heard &heard) {
            if (count > 0)
                m_distances.push_back({heard.first - last, 1});
            m_places.push_back(m_distances.size());
            if (heard.count > 1)
                m_distances.push_back(
                    {(heard.last - heard.first) / (heard.count - 1), heard.count - 1});
            count += heard.count;
            last = heard.last;
        });
        if (count >= kSamplesForCadence)
            m_cadence = medianOf(m_distances);
    }
    /// Before what was heard as the `index`th.
    std::chrono::microseconds patienceBefore(std::size_t index) const
    {
        const std::size_t place = m_places[index];
        return patience(around(place == 0 ? 0 : place - 1, true), around(place, false));
    }
    std::chrono::microseconds patienceAtEnd() const
    {
        return patience(around(m_distances.size(), true), std::nullopt);
    }

private:
    static constexpr std::int64_t kAround = 8;

    std::chrono::microseconds patience(std::optional<std::int64_t> before,
                                       std::optional<std::int64_t> after) const
    {
        const std::int64_t cadence
            = before || after ? std::max(before.value_or(0), after.value_or(0)) : m_cadence;
        return telltale::patienceOf(std::chrono::microseconds(cadence));
    }
    /// The cadence up to or from the distance `place` on; none if there is too little.
    std::optional<std::int64_t> around(std::size_t place, bool isBefore) const
    {
        std::vector<Distance> near;
        std::int64_t times = 0;
        const std::size_t most = isBefore ? place : m_distances.size() - place;
        for (std::size_t i = 0; i < most && times < kAround; ++i) {
            const Distance &one = m_distances[isBefore ? place - 1 - i : place + i];
            near.push_back({one.length, std::min(one.times, kAround - times)});
            times += near.back().times;
        }
        return times < kSamplesForCadence ? std::nullopt : std::optional(medianOf(std::move(near)));
    }

    std::vector<Distance> m_distances; ///< by time
    std::vector<std::size_t> m_places; ///< behind the distance before each of what was heard
    std::int64_t m_cadence = 0; ///< µs; of all, 0: unknown
};

/// When it is known why nothing came: by time, apart from one another.
std::vector<TimeRange> explainedIn(const TrendRange &data)
{
    std::vector<TimeRange> ranges;
    for (const HistoryGap &gap : data.gaps)
        ranges.push_back(gap.range);
    return united(std::move(ranges));
}

/// What of `range` is not `explained`, where that is longer than `patience`.
void addUnexplained(std::vector<HistoryGap> &silences, TimeRange range,
                    const std::vector<TimeRange> &explained, std::chrono::microseconds patience)
{
    const auto add = [&](Timestamp from, Timestamp to) {
        if (to > from && from < to - patience)
            silences.push_back({HistoryGap::Cause::DeviceSilent, {}, {}, {from, to}});
    };
    Timestamp from = range.from;
    auto part
        = std::partition_point(explained.begin(), explained.end(),
                               [&range](const TimeRange &one) { return one.to <= range.from; });
    for (; part != explained.end() && part->from < range.to; ++part) {
        add(from, part->from);
        from = std::max(from, part->to);
    }
    add(from, range.to);
}

} // namespace

std::chrono::microseconds patienceOf(const TrendRange &data)
{
    return Rhythm(data).patienceAtEnd();
}

bool joinsBefore(const TrendRange &data)
{
    if (!data.before)
        return false;
    std::optional<std::int64_t> first;
    eachHeard(data, [&first](const Heard &heard) { first = first.value_or(heard.first); });
    const std::int64_t next = first.value_or(toMicroseconds(data.range.from));
    const Rhythm rhythm(data);
    const auto patience = first ? rhythm.patienceBefore(0) : rhythm.patienceAtEnd();
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

std::vector<HistoryGap> silencesIn(const TrendRange &data, std::span<const Sample> live,
                                   std::optional<Timestamp> until)
{
    const Rhythm rhythm(data);
    const std::vector<TimeRange> explained = explainedIn(data);
    std::vector<HistoryGap> silences;
    std::optional<Timestamp> last;
    const auto step = [&](Timestamp first, std::chrono::microseconds patience) {
        if (last && *last < first - patience)
            addUnexplained(silences, {*last + 1us, first}, explained, patience);
    };
    if (data.before)
        last = data.before->time;
    std::size_t index = 0;
    eachHeard(data, [&](const Heard &heard) {
        step(timestampFromMicroseconds(heard.first), rhythm.patienceBefore(index++));
        last = timestampFromMicroseconds(heard.last);
    });
    const std::chrono::microseconds atEnd = rhythm.patienceAtEnd();
    if (!live.empty()) {
        step(live.front().time, atEnd);
        last = live.back().time;
    }
    if (until)
        step(*until, atEnd);
    return silences;
}

} // namespace telltale
