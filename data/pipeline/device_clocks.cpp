#include "data/pipeline/device_clocks.h"

#include "data/telemetry/future_limit.h"
#include "data/telemetry/sample_batch.h"
#include "data/telemetry/tag_registry.h"
#include "data/telemetry/timestamp_text.h"

namespace telltale {
namespace {

constexpr std::size_t kKept = 1000;
constexpr std::size_t kNamed = 5;
constexpr std::chrono::hours kSkewLimit {24}; ///< further ahead it is another time altogether

/// It says nothing of the clock of its device now.
constexpr std::uint8_t kTellsNothing
    = SampleFlags::kTimeReplaced | SampleFlags::kNoSourceTime | SampleFlags::kRetained;

} // namespace

void DeviceClocks::look(const SampleBatch &batch, std::size_t first, bool isReplaced,
                        Timestamp stated, Timestamp arrival)
{
    if (isReplaced)
        noteReplaced(batch, first, stated, arrival);
    else if (!noteAhead(batch, first, arrival) && !m_wrong.empty())
        noteRight(batch, first, arrival);
}

/// One tag of the message is enough: its others have the same time.
void DeviceClocks::noteReplaced(const SampleBatch &batch, std::size_t first, Timestamp stated,
                                Timestamp arrival)
{
    for (std::size_t i = first; i < batch.size(); ++i) {
        if (batch.flags()[i].has(SampleFlags::kTimeReplaced))
            return noteWrong(batch.tags()[i], stated, arrival);
    }
}

/// Whether there was one.
bool DeviceClocks::noteAhead(const SampleBatch &batch, std::size_t first, Timestamp arrival)
{
    for (std::size_t i = first; i < batch.size(); ++i) {
        const Timestamp time = timestampFromMicroseconds(batch.times()[i]);
        if (!isAhead(time, arrival))
            continue;
        noteWrong(batch.tags()[i], time, arrival);
        return true;
    }
    return false;
}

void DeviceClocks::noteWrong(TagId tag, Timestamp stated, Timestamp arrival)
{
    ++m_noted;
    if (m_wrong.size() < kKept || m_wrong.contains(tag))
        m_wrong[tag] = {stated, arrival, std::nullopt};
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
        words += (words.empty() ? "" : ", ") + registry.path(tag) + wrong.words();
    }
    return words;
}

std::string DeviceClocks::Wrong::words() const
{
    if (!isAhead(stated, arrival) || stated > arrival + kSkewLimit)
        return " says " + isoText(stated);
    const auto seconds = std::chrono::round<std::chrono::seconds>(stated - arrival);
    return " is " + std::to_string(seconds.count()) + " s ahead";
}

} // namespace telltale
