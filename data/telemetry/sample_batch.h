#pragma once

#include "data/telemetry/journal_position.h"
#include "data/telemetry/sample.h"

#include <cstddef>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace telltale {

/// Samples of many tags in arrival order, columnar; built once, then const and shared.
/// Shape   all columns have size() entries; sides() is sorted by index and has one entry for each
///         sample whose flags say hasSide(). Hundreds to tens of thousands of samples.
/// Unit    times are event times in microseconds UTC.
/// Thread  any, once const.
/// Source  the decoder thread; `end` is the journal position after the last message in it.
class SampleBatch
{
public:
    struct Side
    {
        std::uint32_t index;
        SideValue value;
    };

    std::size_t size() const { return m_tags.size(); }
    bool isEmpty() const { return m_tags.empty(); }
    const std::vector<TagId> &tags() const { return m_tags; }
    const std::vector<std::int64_t> &times() const { return m_times; }
    const std::vector<double> &values() const { return m_values; }
    const std::vector<Quality> &qualities() const { return m_qualities; }
    const std::vector<SampleFlags> &flags() const { return m_flags; }
    const std::vector<Side> &sides() const { return m_sides; }
    /// The side value of sample `index`, or null.
    const SideValue *side(std::size_t index) const;
    /// Sample `index` with its side value, for the rare place that wants one.
    Sample sample(std::size_t index) const;

    /// What its columns and side values take in memory.
    std::size_t bytes() const;
    void reserve(std::size_t samples);
    void append(TagId tag, Timestamp time, double value, Quality quality, SampleFlags flags)
    {
        m_tags.push_back(tag);
        m_times.push_back(toMicroseconds(time));
        m_values.push_back(value);
        m_qualities.push_back(quality);
        m_flags.push_back(flags);
    }
    void appendWithSide(TagId tag, Timestamp time, double value, Quality quality, SampleFlags flags,
                        SideValue side);
    void append(const Sample &sample);

    Timestamp arrival {}; ///< of the newest message in the batch
    JournalPosition begin; ///< where the first message starts
    JournalPosition end; ///< everything before is in this batch or an earlier one
    std::uint64_t messages = 0; ///< decoded messages behind these samples

private:
    std::vector<TagId> m_tags;
    std::vector<std::int64_t> m_times;
    std::vector<double> m_values;
    std::vector<Quality> m_qualities;
    std::vector<SampleFlags> m_flags;
    std::vector<Side> m_sides;
};

using SampleBatchPtr = std::shared_ptr<const SampleBatch>;

} // namespace telltale
