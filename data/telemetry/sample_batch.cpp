#include "data/telemetry/sample_batch.h"

#include <algorithm>

namespace telltale {

const SideValue *SampleBatch::side(std::size_t index) const
{
    const auto found
        = std::lower_bound(m_sides.begin(), m_sides.end(), index,
                           [](const Side &side, std::size_t at) { return side.index < at; });
    return found != m_sides.end() && found->index == index ? &found->value : nullptr;
}

Sample SampleBatch::sample(std::size_t index) const
{
    Sample sample {m_tags[index],   timestampFromMicroseconds(m_times[index]),
                   m_values[index], m_qualities[index],
                   m_flags[index],  {}};
    if (const SideValue *value = side(index))
        sample.side = *value;
    return sample;
}

std::size_t SampleBatch::bytes() const
{
    constexpr std::size_t kSample = sizeof(TagId) + sizeof(std::int64_t) + sizeof(double)
        + sizeof(Quality) + sizeof(SampleFlags);
    std::size_t sum = m_tags.capacity() * kSample + m_sides.capacity() * sizeof(Side);
    for (const Side &side : m_sides) {
        if (const auto *text = std::get_if<std::string>(&side.value))
            sum += text->capacity();
    }
    return sum;
}

void SampleBatch::reserve(std::size_t samples)
{
    m_tags.reserve(samples);
    m_times.reserve(samples);
    m_values.reserve(samples);
    m_qualities.reserve(samples);
    m_flags.reserve(samples);
}

void SampleBatch::appendWithSide(TagId tag, Timestamp time, double value, Quality quality,
                                 SampleFlags flags, SideValue side)
{
    m_sides.push_back({static_cast<std::uint32_t>(m_tags.size()), std::move(side)});
    append(tag, time, value, quality, flags);
}

void SampleBatch::append(const Sample &sample)
{
    if (sample.flags.hasSide())
        appendWithSide(sample.tag, sample.time, sample.value, sample.quality, sample.flags,
                       sample.side);
    else
        append(sample.tag, sample.time, sample.value, sample.quality, sample.flags);
}

} // namespace telltale
