#include "data/payloads/decoded_mapper.h"

namespace telltale {
namespace {

bool hasValue(const DecodedSample &sample)
{
    return !(sample.quality.isBad() && sample.value != sample.value);
}

} // namespace

void DecodedMapper::store(const RawMessage &message, const Decoded &decoded, SampleBatch &batch,
                          BatchDecoder::MessageOutcome &outcome)
{
    outcome.duplicateMembers += decoded.duplicateMembers;
    for (const DecodedSample &sample : decoded.samples) {
        BoundTag *bound = bind(message, sample, outcome);
        if (!bound)
            continue;
        if (bound->unit != sample.unit && !sample.unit.empty()) {
            bound->unit = sample.unit;
            m_tags.registry().setUnit(bound->tag, sample.unit);
        }
        SampleFlags flags = sample.flags;
        flags.bits = static_cast<std::uint8_t>(flags.bits | message.flags);
        batch.append(
            Sample {bound->tag, sample.time, sample.value, sample.quality, flags, sample.side});
        ++outcome.samples;
        if (flags.has(SampleFlags::kTimeReplaced)) {
            ++outcome.timesReplaced;
            outcome.statedTime = sample.stated;
        }
    }
}

DecodedMapper::BoundTag *DecodedMapper::bind(const RawMessage &message, const DecodedSample &sample,
                                             BatchDecoder::MessageOutcome &outcome)
{
    if (const auto known = m_bound.find(sample.tag); known != m_bound.end())
        return &known->second;
    const TagSource::Answer answer = m_tags.find(sample.tag, message, hasValue(sample));
    if (answer.refusal == TagSource::Refusal::Limit)
        ++outcome.samplesRefused;
    if (answer.refusal == TagSource::Refusal::Unknown)
        ++outcome.unknownBad;
    if (!answer.tag.isValid())
        return nullptr;
    return &m_bound.emplace(sample.tag, BoundTag {answer.tag, {}}).first->second;
}

} // namespace telltale
