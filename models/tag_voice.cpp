#include "models/tag_voice.h"

#include "data/telemetry/live_values.h"

#include <algorithm>

namespace telltale {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::microseconds kLately = 1min; ///< at least; without a sample
constexpr std::chrono::microseconds kSilent = 10min;
constexpr int kCadences = 3; ///< that a tag may miss
constexpr std::chrono::microseconds kProved = 30s; ///< of steps, or
constexpr std::uint32_t kSteps = 8; ///< so many, which is when heardFor ends

} // namespace

TagVoice::TagVoice(const LiveValues &live, std::span<const TagId> tags, Timestamp now)
    : m_live(live)
{
    for (const TagId tag : tags)
        m_newest = std::max(m_newest, std::min(live.value(tag).sample.time, now));
}

TagVoice::Is TagVoice::of(TagId tag) const
{
    const LiveValues::Value value = m_live.value(tag);
    if (!value.sample.tag.isValid())
        return Is::Silent;
    const auto lag = m_newest - value.sample.time;
    const auto patience = kCadences * std::chrono::microseconds(value.cadence);
    if (lag > std::max(kSilent, patience))
        return Is::Silent;
    const bool isKept = value.sample.flags.has(SampleFlags::kRetained);
    return isKept || lag > std::max(kLately, patience) ? Is::Quiet : Is::Speaking;
}

bool TagVoice::isHeard(TagId tag) const
{
    const LiveValues::Value value = m_live.value(tag);
    return value.sample.tag.isValid() && !value.fromHistory
        && !value.sample.flags.has(SampleFlags::kRetained);
}

bool TagVoice::isProved(TagId tag) const
{
    const LiveValues::Value value = m_live.value(tag);
    const bool isLong = std::chrono::microseconds(value.heardFor) >= kProved;
    return isHeard(tag) && of(tag) == Is::Speaking && (isLong || value.steps >= kSteps);
}

} // namespace telltale
