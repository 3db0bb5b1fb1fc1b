#pragma once

#include "data/payloads/value_tree.h"
#include "data/telemetry/sample.h"
#include "data/telemetry/timestamp.h"

namespace telltale {

/// What the top level of a document says about its samples (interfaces.md section 2, 3 and 4).
struct DocumentPlan
{
    static constexpr std::uint32_t kNone = 0xFFFFFFFFU;
    Timestamp time; ///< of all samples in it
    std::uint8_t timeFlags = 0; ///< SampleFlags::kNoSourceTime or kTimeReplaced
    Timestamp stated {}; ///< what the document said, where its time was replaced
    std::uint32_t timeMember = kNone; ///< index of the member that was the time: no tag
    std::uint32_t valueMember
        = kNone; ///< index of the only member `value` or `v`: the topic itself
};

/// Looks for the time member and for the one that stands for the topic.
DocumentPlan planDocument(const ValueTree &tree, Timestamp arrival);

} // namespace telltale
