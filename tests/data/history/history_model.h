#pragma once

#include "data/history/history_reader.h"

#include <map>
#include <vector>

namespace telltale::test {

/// What history must answer, kept in plain maps: the newest arrival wins, except a redelivery.
class HistoryModel
{
public:
    void add(const SampleBatch &batch);
    std::size_t size() const;
    std::vector<Sample> samples(TagId tag, TimeRange range) const;
    std::optional<Sample> valueAt(TagId tag, Timestamp time) const;
    std::vector<Sample> lastValues() const;
    std::vector<TrendRange::Column> columns(TagId tag, TimeRange range, int pixels) const;
    TimeRange extent() const;

private:
    std::map<TagId, std::map<Timestamp, Sample>> m_tags;
};

/// Tag, time, every bit of the value, quality, kind and side value.
bool isSame(const Sample &left, const Sample &right);
bool isSame(const std::vector<Sample> &left, const std::vector<Sample> &right);
/// Sums within rounding.
bool isSame(const TrendRange::Column &left, const TrendRange::Column &right);

} // namespace telltale::test
