#pragma once

#include "data/telemetry/tag.h"

#include <atomic>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace telltale {

/// How the messages of one source are decoded. What its families may be told later stands here,
/// too: every decoder of the source is made with it.
struct DecoderOptions
{
    /// Names of the payload families that may take messages; what they leave falls to the default
    /// mapping. Absent: all; an empty list: only the default mapping.
    std::optional<std::vector<std::string>> families;
    bool operator==(const DecoderOptions &) const = default;
};

/// The options of every source, for decoders on several threads.
/// Thread  any; one lock, held for one source.
class SourceOptions
{
public:
    /// Holds for messages that are decoded from now on.
    void set(SourceId source, const DecoderOptions &options);
    DecoderOptions of(SourceId source) const; ///< defaults for one that was not set
    /// Counts up with every change: what decoders compare for each message.
    std::uint64_t version() const { return m_version.load(std::memory_order_acquire); }

private:
    mutable std::mutex m_mutex;
    std::map<SourceId, DecoderOptions> m_options;
    std::atomic<std::uint64_t> m_version = 0;
};

} // namespace telltale
