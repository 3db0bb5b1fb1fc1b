#pragma once

#include "data/payloads/batch_decoder.h"
#include "data/payloads/known_topics.h"
#include "data/payloads/tag_source.h"

namespace telltale {

/// Puts what a payload family decoded into a batch: paths become tags, units are handed on.
/// Thread  one.
class DecodedMapper
{
public:
    explicit DecodedMapper(TagSource &tags)
        : m_tags(tags)
    { }
    void store(const RawMessage &message, const Decoded &decoded, SampleBatch &batch,
               BatchDecoder::MessageOutcome &outcome);

private:
    struct BoundTag
    {
        TagId tag;
        std::string unit; ///< as last stated
    };

    BoundTag *bind(const RawMessage &message, const DecodedSample &sample,
                   BatchDecoder::MessageOutcome &outcome);

    TagSource &m_tags;
    /// By path; as bounded as the tags are.
    std::unordered_map<std::string, BoundTag, TextHash, std::equal_to<>> m_bound;
};

} // namespace telltale
