#pragma once

#include "data/payloads/batch_decoder.h"

#include <deque>
#include <unordered_map>

namespace telltale {

/// Decides whether a source may have one more tag: so many at all, so many without hurry, and above
/// these only some in any minute of arrival time.
/// Thread  one.
class TagAllowance
{
public:
    explicit TagAllowance(const BatchDecoder::Limits &limits)
        : m_limits(limits)
    { }
    /// Whether a tag may be created now for a source that has `existing`; if so it counts as done.
    bool admit(SourceId source, std::size_t existing, Timestamp arrival);

private:
    const BatchDecoder::Limits m_limits;
    /// Arrivals of the newest tags above the free ones; at most newTagsPerMinute each.
    std::unordered_map<std::uint16_t, std::deque<Timestamp>> m_newest;
};

} // namespace telltale
