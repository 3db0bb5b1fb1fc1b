#include "models/young_history.h"

#include "models/sparkline.h"

#include <algorithm>
#include <iterator>

namespace telltale {
namespace {

constexpr std::chrono::microseconds kShortest = std::chrono::minutes(1);

} // namespace

std::optional<Timestamp> beginOf(const TrendRange &data)
{
    if (data.before)
        return std::nullopt;
    if (!data.samples.empty())
        return data.samples.front().time;
    const auto first = std::find_if(
        data.columns.begin(), data.columns.end(),
        [](const TrendRange::Column &column) { return column.count + column.bad > 0; });
    if (first == data.columns.end())
        return std::nullopt;
    const auto width = (data.range.to - data.range.from) / std::ssize(data.columns);
    return data.range.from + width * (first - data.columns.begin());
}

std::optional<Timestamp> beginOf(const Sparkline &curve)
{
    const auto columns = curve.columns();
    const auto first
        = std::find_if(columns.begin(), columns.end(),
                       [](const Sparkline::Column &one) { return one.hasValue || one.isGap; });
    if (first == columns.begin() || first == columns.end() || first->isGap)
        return std::nullopt;
    return curve.range().from + curve.span() / Sparkline::kColumns * (first - columns.begin());
}

std::chrono::microseconds fittingSpan(std::chrono::microseconds age, std::chrono::microseconds most)
{
    std::chrono::microseconds span = kShortest;
    while (span < age && span < most)
        span *= 2;
    return std::min(span, most);
}

} // namespace telltale
