#include "tests/data/history/history_model.h"

#include "data/history/sample_columns.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace telltale::test {

void HistoryModel::add(const SampleBatch &batch)
{
    for (std::size_t i = 0; i < batch.size(); ++i) {
        const Sample sample = batch.sample(i);
        auto &tag = m_tags[sample.tag];
        const auto [place, isNew] = tag.try_emplace(sample.time, sample);
        if (!isNew && !sample.flags.has(SampleFlags::kRedelivered))
            place->second = sample;
    }
}

std::size_t HistoryModel::size() const
{
    std::size_t size = 0;
    for (const auto &[tag, samples] : m_tags)
        size += samples.size();
    return size;
}

std::vector<Sample> HistoryModel::samples(TagId tag, TimeRange range) const
{
    std::vector<Sample> found;
    const auto samples = m_tags.find(tag);
    if (samples == m_tags.end() || range.from >= range.to)
        return found;
    for (auto at = samples->second.lower_bound(range.from);
         at != samples->second.end() && at->first < range.to; ++at)
        found.push_back(at->second);
    return found;
}

std::optional<Sample> HistoryModel::valueAt(TagId tag, Timestamp time) const
{
    const auto samples = m_tags.find(tag);
    if (samples == m_tags.end())
        return std::nullopt;
    auto after = samples->second.upper_bound(time);
    if (after == samples->second.begin())
        return std::nullopt;
    return std::prev(after)->second;
}

std::vector<Sample> HistoryModel::lastValues() const
{
    std::vector<Sample> last;
    for (const auto &[tag, samples] : m_tags)
        last.push_back(samples.rbegin()->second);
    return last;
}

std::vector<TrendRange::Column> HistoryModel::columns(TagId tag, TimeRange range, int pixels) const
{
    std::vector<TrendRange::Column> columns(static_cast<std::size_t>(pixels));
    const std::int64_t span = (range.to - range.from).count();
    for (const Sample &sample : samples(tag, range)) {
        const std::int64_t column = (sample.time - range.from).count() * pixels / span;
        TrendRange::Column &into = columns[static_cast<std::size_t>(column)];
        if (!hasNumber(sample.value, sample.quality, sample.flags)) {
            ++into.bad;
            continue;
        }
        const std::int64_t time = toMicroseconds(sample.time);
        if (into.count++ == 0) {
            into.min = into.max = into.first = sample.value;
            into.firstTime = time;
        }
        into.min = std::min(into.min, sample.value);
        into.max = std::max(into.max, sample.value);
        into.last = sample.value;
        into.lastTime = time;
        into.sum += sample.value;
    }
    return columns;
}

TimeRange HistoryModel::extent() const
{
    if (m_tags.empty())
        return {};
    TimeRange extent {Timestamp::max(), Timestamp::min()};
    for (const auto &[tag, samples] : m_tags) {
        extent.from = std::min(extent.from, samples.begin()->first);
        extent.to = std::max(extent.to, samples.rbegin()->first + std::chrono::microseconds(1));
    }
    return extent;
}

bool isSame(const Sample &left, const Sample &right)
{
    return left.tag == right.tag && left.time == right.time && left.quality == right.quality
        && std::bit_cast<std::uint64_t>(left.value) == std::bit_cast<std::uint64_t>(right.value)
        && left.flags.kind() == right.flags.kind()
        && (!left.flags.hasSide() || left.side == right.side);
}

bool isSame(const std::vector<Sample> &left, const std::vector<Sample> &right)
{
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](const Sample &one, const Sample &other) { return isSame(one, other); });
}

bool isSame(const TrendRange::Column &left, const TrendRange::Column &right)
{
    if (left.count != right.count || left.bad != right.bad)
        return false;
    if (left.count == 0)
        return true;
    return left.min == right.min && left.max == right.max && left.first == right.first
        && left.last == right.last && left.firstTime == right.firstTime
        && left.lastTime == right.lastTime
        && std::abs(left.sum - right.sum) <= 1e-9 * (1.0 + std::abs(left.sum));
}

} // namespace telltale::test
