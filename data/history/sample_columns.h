#pragma once

#include "data/telemetry/sample_batch.h"

#include <cmath>
#include <vector>

namespace telltale {

class ByteReader;
class ByteWriter;

/// Samples of one tag, columnar, as chunks hold them.
/// Shape   all columns have size() entries; `sides` is sorted by index. Where the samples are said
///         to be ordered, times rise strictly.
struct SampleColumns
{
    std::vector<std::int64_t> times; ///< µs UTC
    std::vector<double> values;
    std::vector<Quality> qualities;
    std::vector<SampleFlags> flags;
    std::vector<SampleBatch::Side> sides;

    std::size_t size() const { return times.size(); }
    bool isEmpty() const { return times.empty(); }
    void reserve(std::size_t samples);
    void clear();
    void append(std::int64_t time, double value, Quality quality, SampleFlags flag)
    {
        times.push_back(time);
        values.push_back(value);
        qualities.push_back(quality);
        flags.push_back(flag);
    }
    /// Copies samples [begin, end) of `other` to the end.
    void append(const SampleColumns &other, std::size_t begin, std::size_t end);
    const SideValue *side(std::size_t index) const;
    Sample sample(TagId tag, std::size_t index) const;
};

/// Whether a sample has a number that minima, means and axes may use.
inline bool hasNumber(double value, Quality quality, SampleFlags flags)
{
    return !quality.isBad() && flags.kind() != SampleFlags::Kind::Text && std::isfinite(value);
}

/// What two runs of samples of one tag have at the same time.
struct CommonSamples
{
    std::size_t times = 0; ///< in both
    std::size_t corrected = 0; ///< of them: the newer one won with another value

    CommonSamples &operator+=(const CommonSamples &other)
    {
        times += other.times;
        corrected += other.corrected;
        return *this;
    }
};

/// Both are ordered, and so is the answer. Of two samples at one time the newer arrival wins,
/// unless it is a redelivery.
SampleColumns merge(const SampleColumns &older, const SampleColumns &newer,
                    CommonSamples *common = nullptr);

/// Quality and flags, run by run.
void writeMarks(ByteWriter &out, const std::vector<Quality> &qualities,
                const std::vector<SampleFlags> &flags);
bool readMarks(ByteReader &in, std::size_t count, std::vector<Quality> &qualities,
               std::vector<SampleFlags> &flags);

} // namespace telltale
