#include "data/history/gap.h"

#include "data/history/history_reader.h"

#include <algorithm>

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
    const auto byBegin = [](const HistoryGap &one, const HistoryGap &other) {
        return one.range.from < other.range.from;
    };
    std::stable_sort(gaps.begin(), gaps.end(), byBegin);
    std::vector<HistoryGap> parts;
    for (const HistoryGap &silence : silences) {
        HistoryGap part = silence;
        for (const HistoryGap &gap : gaps) {
            if (gap.range.to <= part.range.from || gap.range.from >= silence.range.to)
                continue;
            part.range.to = gap.range.from;
            if (part.range.from < part.range.to)
                parts.push_back(part);
            part.range.from = gap.range.to;
        }
        part.range.to = silence.range.to;
        if (part.range.from < part.range.to)
            parts.push_back(part);
    }
    gaps.insert(gaps.end(), parts.begin(), parts.end());
    std::stable_sort(gaps.begin(), gaps.end(), byBegin);
    return gaps;
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

} // namespace telltale
