#include "models/joined_curve.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace telltale {
namespace {

/// Repeats the last value where nothing came, up to the next gap.
std::vector<Sparkline::Column> held(const Sparkline &curve)
{
    std::vector<Sparkline::Column> columns(curve.columns().begin(), curve.columns().end());
    const Sparkline::Column *last = nullptr;
    for (Sparkline::Column &column : columns) {
        if (column.isGap)
            last = nullptr;
        if (column.hasValue && std::isfinite(column.last))
            last = &column;
        else if (last)
            column = {last->last, last->last, last->last, true, false};
    }
    return columns;
}

std::size_t endOf(const Sparkline &curve)
{
    const auto columns = curve.columns();
    const auto last = std::find_if(columns.rbegin(), columns.rend(),
                                   [](const Sparkline::Column &one) { return one.hasValue; });
    return static_cast<std::size_t>(columns.rend() - last);
}

} // namespace

double joinedValue(std::string_view aggregate, std::span<const double> values)
{
    if (aggregate == "min")
        return *std::min_element(values.begin(), values.end());
    if (aggregate == "max")
        return *std::max_element(values.begin(), values.end());
    if (aggregate == "count")
        return static_cast<double>(
            std::count_if(values.begin(), values.end(), [](double value) { return value != 0.0; }));
    const double sum = std::accumulate(values.begin(), values.end(), 0.0);
    return aggregate == "mean" ? sum / static_cast<double>(values.size()) : sum;
}

Sparkline joinedCurve(HistoryReader &reader, std::span<const TagId> tags,
                      std::string_view aggregate, const Sparkline &empty, const CancelFlag &cancel)
{
    std::vector<std::vector<Sparkline::Column>> members;
    std::size_t end = 0; // behind the last column in which anything came: what holds ends there
    for (const TagId tag : tags.size() > kJoinedTags ? std::span<const TagId>() : tags) {
        const Result<TrendRange> answer
            = reader.range(tag, empty.range(), Sparkline::kColumns, &cancel);
        if (!answer.ok())
            continue;
        Sparkline curve = empty;
        curve.take(answer.value());
        end = std::max(end, endOf(curve));
        members.push_back(held(curve));
    }
    Sparkline joined = empty;
    std::vector<double> values;
    for (std::size_t i = 0; i < end; ++i) {
        values.clear();
        for (const auto &member : members) {
            if (member[i].hasValue && std::isfinite(member[i].last))
                values.push_back(member[i].last);
        }
        const bool isGap = std::any_of(members.begin(), members.end(),
                                       [i](const auto &member) { return member[i].isGap; });
        const double value = values.empty() ? 0.0 : joinedValue(aggregate, values);
        joined.put(static_cast<int>(i),
                   {value, value, value, !values.empty(), values.empty() && isGap});
    }
    return joined;
}

std::optional<double> joinedValueAt(HistoryReader &reader, std::span<const TagId> tags,
                                    std::string_view aggregate, Timestamp time,
                                    std::chrono::microseconds patience)
{
    if (tags.size() > kJoinedTags)
        return std::nullopt;
    std::vector<double> values;
    for (const TagId tag : tags) {
        const Result<std::optional<Sample>> answer = reader.valueAt(tag, time);
        if (!answer.ok() || !answer.value())
            return std::nullopt;
        const Sample &sample = *answer.value();
        if (time - sample.time > patience || sample.quality.isBad() || !std::isfinite(sample.value))
            return std::nullopt;
        values.push_back(sample.value);
    }
    return values.empty() ? std::nullopt : std::optional(joinedValue(aggregate, values));
}

} // namespace telltale
