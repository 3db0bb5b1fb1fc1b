#include "models/trend_window.h"

#include "models/gaps_by_time.h"
#include "models/silence.h"

#include <algorithm>
#include <iterator>

// Where the curve of a trace ends, and why.

namespace telltale {
namespace {

/// Both by time, those of each apart from one another.
std::vector<HistoryGap> common(const std::vector<HistoryGap> &one,
                               const std::vector<HistoryGap> &other)
{
    std::vector<HistoryGap> both;
    auto left = one.begin();
    auto right = other.begin();
    while (left != one.end() && right != other.end()) {
        const TimeRange part {std::max(left->range.from, right->range.from),
                              std::min(left->range.to, right->range.to)};
        if (part.from < part.to) {
            both.push_back(*left);
            both.back().range = part;
        }
        if (left->range.to < right->range.to)
            ++left;
        else
            ++right;
    }
    return both;
}

/// Where a trace's device was silent or could not be understood, by time, apart from one another:
/// what is stored of it and, where it explains nothing, by its cadence.
std::vector<HistoryGap> ofDevice(const TrendTrace &trace)
{
    std::vector<HistoryGap> all = trace.silences;
    std::copy_if(trace.data.gaps.begin(), trace.data.gaps.end(), std::back_inserter(all),
                 [](const HistoryGap &gap) { return gap.isOfDevice(); });
    std::stable_sort(all.begin(), all.end(), [](const HistoryGap &one, const HistoryGap &other) {
        return one.range.from < other.range.from;
    });
    std::vector<HistoryGap> apart;
    for (HistoryGap &gap : all) {
        if (!apart.empty())
            gap.range.from = std::max(gap.range.from, apart.back().range.to);
        if (gap.range.from < gap.range.to)
            apart.push_back(gap);
        if (!apart.empty())
            apart.back().tag = {}; // of its device, whichever tag stands for it
    }
    return apart;
}

/// µs; the ends of time may be its own.
double lengthOf(TimeRange range)
{
    return static_cast<double>(toMicroseconds(range.to))
        - static_cast<double>(toMicroseconds(range.from));
}

/// Whether most of `gap` is told by one of `told`.
bool isTold(const HistoryGap &gap, const GapsByTime &told)
{
    return told.hasAny(gap.cause, gap.range, [&gap](const HistoryGap &one) {
        const TimeRange both {std::max(gap.range.from, one.range.from),
                              std::min(gap.range.to, one.range.to)};
        return 2.0 * lengthOf(both) > lengthOf(gap.range);
    });
}

} // namespace

void judgeSilence(TrendTrace &trace, std::optional<Timestamp> until)
{
    trace.patience = patienceOf(trace.data);
    trace.silences = silencesIn(trace.data, trace.live, until);
}

void endSilence(TrendTrace &trace, Timestamp time)
{
    for (HistoryGap &gap : trace.data.gaps) {
        if (gap.isOfDevice() && gap.range.to == Timestamp::max() && gap.range.from < time)
            gap.range.to = time;
    }
}

std::vector<HistoryGap> gapsOf(const std::vector<const TrendTrace *> &traces)
{
    std::vector<HistoryGap> silences = ofDevice(*traces.front());
    for (auto trace = std::next(traces.begin()); trace != traces.end(); ++trace)
        silences = common(silences, ofDevice(**trace));
    std::vector<HistoryGap> gaps = traces.front()->data.gaps;
    std::erase_if(gaps, [](const HistoryGap &gap) { return gap.isOfDevice(); });
    gaps.insert(gaps.end(), silences.begin(), silences.end());
    return gaps;
}

std::vector<HistoryGap> gapsOfCharts(const std::vector<std::vector<const TrendTrace *>> &charts)
{
    std::vector<const TrendTrace *> all;
    for (const std::vector<const TrendTrace *> &chart : charts)
        all.insert(all.end(), chart.begin(), chart.end());
    if (all.empty())
        return {};
    std::vector<HistoryGap> gaps = gapsOf(all);
    const GapsByTime shared(gaps);
    for (const std::vector<const TrendTrace *> &chart : charts) {
        for (HistoryGap &gap : gapsOf(chart)) {
            if (isTold(gap, shared))
                continue;
            gap.tag = chart.front()->tag;
            gaps.push_back(gap);
        }
    }
    return gaps;
}

std::vector<TimeRange> unmeasured(const TrendTrace &trace)
{
    std::vector<TimeRange> parts;
    for (const std::vector<HistoryGap> *gaps : {&trace.data.gaps, &trace.silences}) {
        for (const HistoryGap &gap : *gaps)
            parts.push_back({gap.range.from, gap.range.to - gap.between});
    }
    return united(std::move(parts));
}

TrendJoins::TrendJoins(const TrendTrace &trace)
    : m_unmeasured(unmeasured(trace))
    , m_newest(newestOf(trace.data))
    , m_patience(trace.patience)
{ }

/// What is stored is judged where it lies, what is live by the cadence it goes on from.
bool TrendJoins::isJoined(std::int64_t from, std::int64_t to) const
{
    const auto part = std::partition_point(
        m_unmeasured.begin(), m_unmeasured.end(),
        [from](const TimeRange &one) { return toMicroseconds(one.to) <= from; });
    if (part != m_unmeasured.end() && toMicroseconds(part->from) < to)
        return false;
    return (m_newest && to <= toMicroseconds(*m_newest)) || to - from <= m_patience.count();
}

} // namespace telltale
