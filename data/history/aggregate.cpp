#include "data/history/aggregate.h"

#include "data/history/sample_columns.h"

#include <algorithm>
#include <array>
#include <utility>

namespace telltale {
namespace {

constexpr std::array<std::pair<std::string_view, Aggregate>, 9> kWords {{
    {"mean", Aggregate::Mean},
    {"min", Aggregate::Min},
    {"max", Aggregate::Max},
    {"first", Aggregate::First},
    {"last", Aggregate::Last},
    {"count", Aggregate::Count},
    {"sum", Aggregate::Sum},
    {"integral", Aggregate::Integral},
    {"time-weighted-mean", Aggregate::TimeWeightedMean},
}};

bool isNumber(const Sample &sample)
{
    return hasNumber(sample.value, sample.quality, sample.flags);
}

bool isText(const Sample &sample)
{
    return sample.flags.kind() == SampleFlags::Kind::Text && !sample.quality.isBad();
}

} // namespace

std::optional<Aggregate> aggregateOf(std::string_view word)
{
    for (const auto &[name, kind] : kWords) {
        if (name == word)
            return kind;
    }
    return std::nullopt;
}

Aggregator::Aggregator(Aggregate kind, std::chrono::microseconds every, Take take)
    : m_kind(kind)
    , m_every(every.count())
    , m_take(std::move(take))
{ }

void Aggregator::holdFrom(Timestamp begin, const Sample &before)
{
    m_tag = before.tag;
    if (!holds() || !isNumber(before))
        return;
    m_begin = beginOf(toMicroseconds(begin));
    m_held = before;
    m_heldSince = toMicroseconds(begin);
}

bool Aggregator::add(const Sample &sample)
{
    const std::int64_t time = toMicroseconds(sample.time);
    m_tag = sample.tag;
    if (!advance(time))
        return false;
    m_held.reset();
    if (!takes(sample))
        return true;
    Interval &interval = m_interval;
    if (interval.count == 0)
        interval.min = interval.max = sample.value;
    takeEnds(sample, sample);
    interval.min = std::min(interval.min, sample.value);
    interval.max = std::max(interval.max, sample.value);
    interval.sum += sample.value;
    interval.isUncertain = interval.isUncertain || !sample.quality.isGood();
    ++interval.count;
    if (holds()) {
        m_held = sample;
        m_heldSince = time;
    }
    return true;
}

bool Aggregator::add(TagId tag, const ChunkSummary &rollUp)
{
    if (!isUsable(rollUp))
        return skip(tag, rollUp.first, rollUp.last);
    m_tag = tag;
    if (!advance(rollUp.first))
        return false;
    Interval &interval = m_interval;
    if (rollUp.numbers() > 0) {
        takeEnds(
            {tag, timestampFromMicroseconds(rollUp.firstNumber), rollUp.firstValue, {}, {}, {}},
            {tag, timestampFromMicroseconds(rollUp.lastNumber), rollUp.lastValue, {}, {}, {}});
        interval.min = interval.count == 0 ? rollUp.min : std::min(interval.min, rollUp.min);
        interval.max = interval.count == 0 ? rollUp.max : std::max(interval.max, rollUp.max);
        interval.sum += rollUp.sum;
    }
    const std::uint32_t taken = rollUp.numbers() + (takesTexts() ? rollUp.texts : 0);
    interval.count += taken;
    interval.isUncertain = interval.isUncertain || (taken > 0 && rollUp.uncertain > 0);
    return true;
}

bool Aggregator::skip(TagId tag, std::int64_t first, std::int64_t last)
{
    m_tag = tag;
    if (!advance(m_begin ? std::max(first, *m_begin) : first))
        return false;
    m_held.reset();
    m_unknownUntil = std::max(m_unknownUntil, last);
    return true;
}

/// What holds depends on when each sample came; the first and the last may have been a text.
bool Aggregator::isUsable(const ChunkSummary &rollUp) const
{
    if (holds() || beginOf(rollUp.first) != beginOf(rollUp.last))
        return false;
    if (rollUp.texts == 0)
        return true;
    return (m_kind != Aggregate::First || rollUp.firstNumber == rollUp.first)
        && (m_kind != Aggregate::Last || rollUp.lastNumber == rollUp.last);
}

bool Aggregator::finish(Timestamp end)
{
    if (!m_begin)
        return true;
    if (m_held && !advance(toMicroseconds(end)))
        return false;
    return close();
}

bool Aggregator::holds() const
{
    return m_kind == Aggregate::Integral || m_kind == Aggregate::TimeWeightedMean;
}

bool Aggregator::takesTexts() const
{
    return m_kind == Aggregate::Count || m_kind == Aggregate::First || m_kind == Aggregate::Last;
}

bool Aggregator::takes(const Sample &sample) const
{
    return isNumber(sample) || (takesTexts() && isText(sample));
}

/// Before they are counted. A roll-up stands where its first sample was, so that others may lie in
/// the middle of it.
void Aggregator::takeEnds(const Sample &first, const Sample &last)
{
    const bool isAlone = m_interval.count == 0;
    if (m_kind == Aggregate::First && (isAlone || first.time < m_interval.first.time))
        m_interval.first = first;
    if (m_kind == Aggregate::Last && (isAlone || last.time >= m_interval.last.time))
        m_interval.last = last;
}

/// Closes the intervals that end at or before `time`.
bool Aggregator::advance(std::int64_t time)
{
    const std::int64_t begin = beginOf(time);
    while (m_begin && *m_begin < begin) {
        spend(*m_begin + m_every);
        if (!close())
            return false;
        // Nothing holds: the intervals in between have nothing to say.
        m_begin = m_held ? *m_begin + m_every : begin;
    }
    m_begin = begin;
    spend(time);
    return true;
}

void Aggregator::spend(std::int64_t until)
{
    if (!m_held || until <= m_heldSince)
        return;
    const double seconds = static_cast<double>(until - m_heldSince) / 1e6;
    m_interval.integral += m_held->value * seconds;
    m_interval.seconds += seconds;
    m_interval.isUncertain = m_interval.isUncertain || !m_held->quality.isGood();
    m_heldSince = until;
}

bool Aggregator::close()
{
    const bool isEmpty = (holds() ? m_interval.seconds <= 0.0 : m_interval.count == 0)
        || m_unknownUntil >= *m_begin;
    const Sample sample = result();
    m_interval = {};
    return isEmpty || m_take(sample);
}

Sample Aggregator::result() const
{
    Sample sample;
    if (m_kind == Aggregate::First)
        sample = m_interval.first;
    else if (m_kind == Aggregate::Last)
        sample = m_interval.last;
    else
        sample.value = number();
    sample.tag = m_tag;
    sample.time = timestampFromMicroseconds(*m_begin);
    sample.quality
        = m_interval.isUncertain ? Quality::uncertain(Quality::Reason::None) : Quality::good();
    return sample;
}

double Aggregator::number() const
{
    const Interval &interval = m_interval;
    switch (m_kind) {
    case Aggregate::Mean:
        return interval.sum / static_cast<double>(interval.count);
    case Aggregate::Min:
        return interval.min;
    case Aggregate::Max:
        return interval.max;
    case Aggregate::Count:
        return static_cast<double>(interval.count);
    case Aggregate::Sum:
        return interval.sum;
    case Aggregate::Integral:
        return interval.integral;
    case Aggregate::TimeWeightedMean:
        return interval.integral / interval.seconds;
    case Aggregate::First:
    case Aggregate::Last:
        break; // a sample, not a number
    }
    return 0.0;
}

std::int64_t Aggregator::beginOf(std::int64_t time) const
{
    const std::int64_t into = time % m_every;
    return time - into - (into < 0 ? m_every : 0);
}

} // namespace telltale
