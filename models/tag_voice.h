#pragma once

#include "data/telemetry/timestamp.h"

#include <span>

namespace telltale {

class LiveValues;
struct TagId;

/// Which of some tags speak, and which fell silent while others went on: the program may have been
/// off for long, so that silence is measured against the newest sample, not against the clock.
/// Thread  any.
class TagVoice
{
public:
    enum class Is {
        Speaking, ///< within the last minute, or its own cadence allows longer
        Quiet, ///< it spoke lately, or a broker had kept what it said
        Silent, ///< or it never said anything
    };

    TagVoice(const LiveValues &live, std::span<const TagId> tags, Timestamp now);

    Is of(TagId tag) const;
    /// It came, not from history nor from a broker's store, since the program began.
    bool isHeard(TagId tag) const;
    /// Heard, and for as long as most take to come once.
    bool isProved(TagId tag) const;

private:
    const LiveValues &m_live;
    Timestamp m_newest {};
};

} // namespace telltale
