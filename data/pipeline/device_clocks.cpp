#include "data/pipeline/device_clocks.h"

#include "data/telemetry/sample_batch.h"
#include "data/telemetry/tag_registry.h"
#include "data/telemetry/timestamp_text.h"

namespace telltale {
namespace {

constexpr std::size_t kKept = 1000;
constexpr std::size_t kNamed = 5;

/// It says nothing of the clock of its device now.
constexpr std::uint8_t kTellsNothing
    = SampleFlags::kTimeReplaced | SampleFlags::kNoSourceTime | SampleFlags::kRetained;

} // namespace

void DeviceClocks::look(const SampleBatch &batch, std::size_t first, bool isReplaced,
                        Timestamp stated, Timestamp arrival)
{
    if (isReplaced)
        noteWrong(batch, first, stated);
    else if (!m_wrong.empty())
        noteRight(batch, first, arrival);
}

/// One tag of the message is enough: its others have the same time.
void DeviceClocks::noteWrong(const SampleBatch &batch, std::size_t first, Timestamp stated)
{
    for (std::size_t i = first; i < batch.size(); ++i) {
        if (!batch.flags()[i].has(SampleFlags::kTimeReplaced))
            continue;
        const TagId tag = batch.tags()[i];
        if (m_wrong.size() < kKept || m_wrong.contains(tag))
            m_wrong[tag] = {stated, std::nullopt};
        return;
    }
}

void DeviceClocks::noteRight(const SampleBatch &batch, std::size_t first, Timestamp arrival)
{
    for (std::size_t i = first; i < batch.size(); ++i) {
        const auto wrong = m_wrong.find(batch.tags()[i]);
        if (wrong != m_wrong.end() && !batch.flags()[i].has(kTellsNothing))
            wrong->second.rightSince = wrong->second.rightSince.value_or(arrival);
    }
}

bool DeviceClocks::settle(Timestamp now)
{
    return std::erase_if(m_wrong,
                         [now](const auto &entry) {
                             const std::optional<Timestamp> &since = entry.second.rightSince;
                             return since && now - *since >= kRightFor;
                         })
        > 0;
}

std::string DeviceClocks::words(const TagRegistry &registry) const
{
    std::string words;
    std::size_t named = 0;
    for (const auto &[tag, wrong] : m_wrong) {
        if (named++ == kNamed)
            return words + " and " + std::to_string(m_wrong.size() - kNamed) + " more";
        words
            += (words.empty() ? "" : ", ") + registry.path(tag) + " says " + isoText(wrong.stated);
    }
    return words;
}

} // namespace telltale
