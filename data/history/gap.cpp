#include "data/history/gap.h"

#include "data/history/history_reader.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace telltale {
namespace {

/// Samples that follow one another.
struct Received
{
    std::int64_t first = 0; ///< µs
    std::int64_t last = 0;
    std::int64_t count = 0;
};

std::vector<Received> receivedOf(const TrendRange &data)
{
    std::vector<Received> all;
    for (const Sample &sample : data.samples)
        all.push_back({toMicroseconds(sample.time), toMicroseconds(sample.time), 1});
    for (const TrendRange::Column &column : data.columns) {
        if (column.count > 0)
            all.push_back({column.firstTime, column.lastTime, column.count});
    }
    return all;
}

bool beginsBefore(const HistoryGap &one, const HistoryGap &other)
{
    return one.range.from < other.range.from;
}

/// Of those that lie within a gap, or reach into it from one side.
Received within(const std::vector<Received> &all, TimeRange gap)
{
    const std::int64_t begin = toMicroseconds(gap.from);
    const std::int64_t end = toMicroseconds(gap.to);
    auto next
        = std::upper_bound(all.begin(), all.end(), begin,
                           [](std::int64_t time, const Received &one) { return time < one.last; });
    Received found;
    for (; next != all.end() && next->first < end; ++next) {
        if (next->first <= begin && next->last >= end)
            break; // nobody knows when in it
        if (found.count == 0)
            found.first = std::max(next->first, begin);
        found.last = std::min(next->last, end);
        found.count += next->count;
    }
    return found;
}

} // namespace

std::vector<HistoryGap> withoutReceived(const std::vector<HistoryGap> &gaps, const TrendRange &data)
{
    const std::vector<Received> received = receivedOf(data);
    std::vector<HistoryGap> missing;
    for (const HistoryGap &gap : gaps) {
        const Received found = within(received, gap.range);
        if (found.count == 0) {
            missing.push_back(gap);
            continue;
        }
        const std::int64_t step
            = found.count > 1 ? (found.last - found.first) / (found.count - 1) : 0;
        const Timestamp first = timestampFromMicroseconds(found.first);
        const Timestamp last = timestampFromMicroseconds(found.last);
        for (const TimeRange part : {TimeRange {gap.range.from, first}, {last, gap.range.to}}) {
            const bool isRunning = part.to == Timestamp::max();
            if (!isRunning && (part.to - part.from).count() <= 2 * step)
                continue;
            missing.push_back(gap);
            missing.back().range = part;
        }
    }
    return missing;
}

std::vector<HistoryGap> withoutExplained(std::vector<HistoryGap> gaps)
{
    const auto ofDevices = std::stable_partition(
        gaps.begin(), gaps.end(), [](const HistoryGap &gap) { return !gap.isOfDevice(); });
    const std::vector<HistoryGap> silences(ofDevices, gaps.end());
    gaps.erase(ofDevices, gaps.end());
    std::vector<TimeRange> explained(gaps.size());
    std::transform(gaps.begin(), gaps.end(), explained.begin(),
                   [](const HistoryGap &gap) { return gap.range; });
    explained = united(std::move(explained));
    for (const HistoryGap &silence : silences) {
        HistoryGap part = silence;
        auto next = std::partition_point(
            explained.begin(), explained.end(),
            [&part](const TimeRange &one) { return one.to <= part.range.from; });
        for (; next != explained.end() && next->from < silence.range.to; ++next) {
            part.range.to = next->from;
            if (part.range.from < part.range.to)
                gaps.push_back(part);
            part.range.from = next->to;
        }
        part.range.to = silence.range.to;
        if (part.range.from < part.range.to)
            gaps.push_back(part);
    }
    std::stable_sort(gaps.begin(), gaps.end(), beginsBefore);
    return gaps;
}

std::vector<HistoryGap> joinedIn(TimeRange range, int columns, std::vector<HistoryGap> gaps)
{
    const auto begin
        = static_cast<double>(toMicroseconds(range.from)); // an end of time is one, too
    const double width = (static_cast<double>(toMicroseconds(range.to)) - begin) / columns;
    const auto columnOf = [begin, width](Timestamp time) {
        return std::floor((static_cast<double>(toMicroseconds(time)) - begin) / width);
    };
    const auto liesIn = [&columnOf](const HistoryGap &gap, double column) {
        return columnOf(gap.range.from) == column
            && columnOf(gap.range.to - std::chrono::microseconds(1)) == column;
    };
    std::stable_sort(gaps.begin(), gaps.end(), beginsBefore);
    std::vector<HistoryGap> joined;
    std::map<std::tuple<HistoryGap::Cause, SourceId, TagId>, std::size_t> newest; // place in it
    for (const HistoryGap &gap : gaps) {
        const auto [known, isFirst]
            = newest.try_emplace({gap.cause, gap.source, gap.tag}, joined.size());
        const double column = columnOf(gap.range.from);
        if (isFirst || !liesIn(gap, column) || !liesIn(joined[known->second], column)) {
            known->second = joined.size();
            joined.push_back(gap);
            continue;
        }
        HistoryGap &last = joined[known->second];
        last.between += std::max(gap.range.from - last.range.to, Timestamp::duration(0));
        last.range.to = std::max(last.range.to, gap.range.to);
    }
    return joined;
}

std::vector<TimeRange> united(std::vector<TimeRange> ranges)
{
    std::sort(ranges.begin(), ranges.end(),
              [](const TimeRange &one, const TimeRange &other) { return one.from < other.from; });
    std::vector<TimeRange> apart;
    for (const TimeRange &range : ranges) {
        if (apart.empty() || range.from > apart.back().to)
            apart.push_back(range);
        else
            apart.back().to = std::max(apart.back().to, range.to);
    }
    return apart;
}

const char *causeWord(HistoryGap::Cause cause)
{
    switch (cause) {
    case HistoryGap::Cause::ProgramOff:
        return "program off";
    case HistoryGap::Cause::SourceDisconnected:
        return "source disconnected";
    case HistoryGap::Cause::DeviceSilent:
        return "device silent";
    case HistoryGap::Cause::PayloadRejected:
        return "payload rejected";
    case HistoryGap::Cause::DiskError:
        return "disk error";
    case HistoryGap::Cause::Overload:
        return "overload";
    case HistoryGap::Cause::SwitchedOff:
        return "switched off";
    case HistoryGap::Cause::NameUnknown:
        return "name unknown";
    case HistoryGap::Cause::TlsFailed:
        return "TLS failed";
    case HistoryGap::Cause::SignInRefused:
        return "sign-in refused";
    case HistoryGap::Cause::NotPermitted:
        return "not permitted";
    }
    return "";
}

std::string causeKey(HistoryGap::Cause cause)
{
    std::string key = causeWord(cause);
    std::replace(key.begin(), key.end(), ' ', '_');
    return key;
}

std::optional<HistoryGap::Cause> causeOfKey(std::string_view key)
{
    for (std::uint8_t i = 1;; ++i) {
        const auto cause = static_cast<HistoryGap::Cause>(i);
        const std::string known = causeKey(cause);
        if (known.empty())
            return std::nullopt;
        if (known == key)
            return cause;
    }
}

} // namespace telltale
