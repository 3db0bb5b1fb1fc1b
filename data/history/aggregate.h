#pragma once

#include "data/history/chunk_codec.h"

#include <chrono>
#include <functional>
#include <limits>
#include <optional>
#include <string_view>

namespace telltale {

/// What `--aggregate` makes of the samples of an interval.
enum class Aggregate { Mean, Min, Max, First, Last, Count, Sum, Integral, TimeWeightedMean };

/// The word of the command line, e.g. "time-weighted-mean".
std::optional<Aggregate> aggregateOf(std::string_view word);

/// Gathers the samples of one tag, in order of time, into intervals of equal length that begin at
/// multiples of it since 1970 (UTC). Bad samples take no part; texts do in Count, First and Last,
/// which give the value as it was measured: a text, an integer to its last digit. A result has
/// the time at which its interval begins; uncertain if a sample in it was. Intervals without
/// samples give no result, except those a value holds through for Integral (value times seconds)
/// and TimeWeightedMean: a value holds until the next sample, a sample without a number ends it.
/// Of samples that are rolled up only what the roll-up says is known: an interval that it reaches
/// out of gives no result, nor one for which it does not say enough.
class Aggregator
{
public:
    /// False: stop.
    using Take = std::function<bool(const Sample &)>;

    Aggregator(Aggregate kind, std::chrono::microseconds every, Take take);

    /// The value that held when the range began, if any.
    void holdFrom(Timestamp begin, const Sample &before);
    bool add(const Sample &sample);
    /// Comes in the order of the time of its first sample.
    bool add(TagId tag, const ChunkSummary &rollUp);
    /// Nothing of use is known of samples that came from `first` to `last`.
    bool skip(TagId tag, std::int64_t first, std::int64_t last);
    /// Whether add() can use a roll-up.
    bool isUsable(const ChunkSummary &rollUp) const;
    /// The samples are over; what holds holds until `end`.
    bool finish(Timestamp end);

private:
    struct Interval
    {
        std::size_t count = 0;
        Sample first; ///< of First
        Sample last; ///< of Last
        double min = 0.0;
        double max = 0.0;
        double sum = 0.0;
        double integral = 0.0; ///< value times seconds
        double seconds = 0.0; ///< during which a value held
        bool isUncertain = false;
    };
    bool holds() const;
    bool takesTexts() const;
    bool takes(const Sample &sample) const;
    void takeEnds(const Sample &first, const Sample &last);
    bool advance(std::int64_t time);
    void spend(std::int64_t until);
    bool close();
    Sample result() const;
    double number() const;
    std::int64_t beginOf(std::int64_t time) const;

    Aggregate m_kind;
    std::int64_t m_every;
    Take m_take;
    Interval m_interval;
    TagId m_tag;
    std::optional<std::int64_t> m_begin; ///< of the interval at hand
    std::optional<Sample> m_held;
    std::int64_t m_heldSince = 0;
    std::int64_t m_unknownUntil = std::numeric_limits<std::int64_t>::min();
};

} // namespace telltale
