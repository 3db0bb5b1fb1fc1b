#include "data/telemetry/live_values.h"

#include "data/telemetry/decimal_places.h"
#include "data/telemetry/future_limit.h"
#include "data/telemetry/patience.h"

#include <algorithm>

namespace telltale {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::microseconds kShortestPatience = 10s;
constexpr std::chrono::microseconds kPatienceUnknown = 5min;
constexpr int kCadencesOfPatience = 3;
constexpr std::int64_t kLate = 60'000'000; // us; as for alarms
constexpr std::int64_t kLongestStep = 2; // cadences; more is a pause, and says little
constexpr std::int64_t kSmoothing = 8; // steps
constexpr std::int64_t kLeastHeard = 500'000; // us; samples that come in one go say nothing

/// From a step of the tag's own: one over an outage says nothing of how often it speaks.
void learnCadence(LiveValues::Value &value, std::int64_t step)
{
    if (step <= 0 || value.fromHistory || value.hadOutage)
        return;
    if (value.cadence > 0)
        step = std::min(step, value.cadence * kLongestStep);
    if (value.cadence > 0 && value.steps >= kSmoothing) {
        value.cadence += (step - value.cadence) / kSmoothing;
        return;
    }
    value.heardFor += step;
    ++value.steps;
    if (value.heardFor >= kLeastHeard)
        value.cadence = value.heardFor / value.steps;
}

void noteDecimals(LiveValues::Value &value)
{
    const Sample &sample = value.sample;
    if (sample.flags.kind() == SampleFlags::Kind::Number && !sample.quality.isBad())
        value.decimals = static_cast<std::int8_t>(decimalPlaces(sample.value, value.decimals));
}

/// What a sample must not be older than. A time ahead of the clock, of a history or of before the
/// clock was set back, keeps nothing out.
Timestamp newestOf(const LiveValues::Value &value, Timestamp arrival)
{
    const bool counts = value.sample.tag.isValid() && !isAhead(value.sample.time, arrival);
    return counts ? value.sample.time : Timestamp::min();
}

} // namespace

void LiveValues::apply(const SampleBatch &batch)
{
    const std::lock_guard lock(m_mutex);
    bool hasComing = false;
    for (std::size_t i = 0; i < batch.size(); ++i) {
        const TagId tag = batch.tags()[i];
        if (tag.value >= m_values.size())
            m_values.resize(std::max<std::size_t>(tag.value + 1U, m_values.size() * 2));
        Value &value = m_values[tag.value];
        const Timestamp stated = timestampFromMicroseconds(batch.times()[i]);
        const Timestamp newest = newestOf(value, batch.arrival);
        const bool isReplaced = isAhead(stated, batch.arrival);
        const Timestamp time = isReplaced ? std::max(batch.arrival, newest) : stated;
        if (time < newest)
            continue;
        const bool isLive = !batch.flags()[i].has(SampleFlags::kRetained);
        const bool isFirst = isLive && !batch.flags()[i].has(SampleFlags::kRedelivered)
            && !batch.flags()[i].has(SampleFlags::kHistorical);
        const bool known = value.sample.tag.isValid();
        if (known && isLive && !value.sample.flags.has(SampleFlags::kRetained))
            learnCadence(value, (time - value.sample.time).count());
        value.sample.tag = tag;
        value.sample.time = time;
        value.sample.value = batch.values()[i];
        value.sample.quality = batch.qualities()[i];
        value.sample.flags = batch.flags()[i];
        if (isReplaced)
            value.sample.flags.bits |= SampleFlags::kTimeReplaced;
        if (value.sample.flags.hasSide())
            value.sample.side = *batch.side(i);
        noteDecimals(value);
        value.arrival = batch.arrival;
        value.fromHistory = false;
        value.sourceDown = false;
        value.deviceGone = false;
        value.hadOutage = false;
        value.change = ++m_change;
        if (!hasComing && isFirst && (batch.arrival - time).count() <= kLate) {
            keepComing(value);
            hasComing = true;
        }
    }
}

void LiveValues::keepComing(const Value &value)
{
    const Timestamp time = std::min(value.sample.time, value.arrival);
    m_comings[m_nextComing] = {value.sample.tag, time, value.change};
    m_nextComing = (m_nextComing + 1) % kComings;
}

std::vector<LiveValues::Coming> LiveValues::comingsSince(std::uint64_t &change) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<Coming> comings;
    for (std::size_t i = 0; i < kComings; ++i) {
        const Coming &coming = m_comings[(m_nextComing + i) % kComings];
        if (coming.change > change)
            comings.push_back(coming);
    }
    change = m_change;
    return comings;
}

void LiveValues::restore(std::span<const Sample> samples)
{
    const std::lock_guard lock(m_mutex);
    for (const Sample &sample : samples) {
        if (sample.tag.value >= m_values.size())
            m_values.resize(std::max<std::size_t>(sample.tag.value + 1U, m_values.size() * 2));
        Value &value = m_values[sample.tag.value];
        if (value.sample.tag.isValid() && !value.fromHistory)
            continue;
        value.sample = sample;
        noteDecimals(value);
        value.fromHistory = true;
        value.change = ++m_change;
    }
}

void LiveValues::setSourceDown(std::span<const TagId> tags, bool down)
{
    mark(tags, &Value::sourceDown, down);
}

void LiveValues::setDeviceGone(std::span<const TagId> tags)
{
    mark(tags, &Value::deviceGone, true);
}

void LiveValues::mark(std::span<const TagId> tags, bool Value::*what, bool on)
{
    const std::lock_guard lock(m_mutex);
    for (const TagId tag : tags) {
        if (tag.value >= m_values.size() || m_values[tag.value].*what == on)
            continue;
        m_values[tag.value].*what = on;
        m_values[tag.value].hadOutage = true;
        m_values[tag.value].change = ++m_change;
    }
}

LiveValues::Value LiveValues::value(TagId tag) const
{
    const std::lock_guard lock(m_mutex);
    return tag.value < m_values.size() ? m_values[tag.value] : Value {};
}

std::vector<LiveValues::Value> LiveValues::changedSince(std::uint64_t &change,
                                                        std::span<const TagId> tags) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<Value> changed;
    for (const TagId tag : tags) {
        if (tag.value < m_values.size() && m_values[tag.value].change > change)
            changed.push_back(m_values[tag.value]);
    }
    change = m_change;
    return changed;
}

std::uint64_t LiveValues::lastChange() const
{
    const std::lock_guard lock(m_mutex);
    return m_change;
}

std::chrono::microseconds patienceOf(std::chrono::microseconds cadence)
{
    return cadence.count() == 0 ? kPatienceUnknown
                                : std::max(kShortestPatience, cadence * kCadencesOfPatience);
}

bool isStale(const LiveValues::Value &value, Timestamp now)
{
    if (!value.sample.tag.isValid() || value.fromHistory || value.isHeld()
        || value.sample.flags.has(SampleFlags::kRetained))
        return true;
    const std::int64_t patience = patienceOf(std::chrono::microseconds(value.cadence)).count();
    const std::int64_t late = (value.arrival - value.sample.time).count();
    return (now - value.arrival).count() > patience || late > std::max(patience, kLate);
}

} // namespace telltale
