#pragma once

#include "data/payloads/decoder.h"
#include "data/telemetry/sample_batch.h"
#include "data/telemetry/tag_registry.h"
#include "data/telemetry/topic_name.h"

#include <memory>
#include <string>
#include <string_view>

namespace telltale {

/// From raw messages to samples in a batch, at message rate: topic and members to tag ids by a
/// cache per topic, no allocation for a message of a known shape. JSON is read by JsonReader.
/// Thread  one; two instances may share a registry (history catching up beside the main one).
/// Limits  as reliability.md section 5; exceeding one is told by the outcome, never fatal.
class BatchDecoder
{
public:
    struct Limits
    {
        std::size_t payloadBytes = 256U << 10U;
        std::size_t topicBytes = kTopicBytes;
        std::size_t topicLevels = kTopicLevels;
        std::size_t tagsPerSource = 100'000;
        std::size_t freeTagsPerSource = 50'000; ///< above these, newTagsPerMinute at most
        std::size_t newTagsPerMinute = 1'000;
    };
    /// What became of one message; each message is exactly one of these.
    struct MessageOutcome
    {
        enum class Kind { Decoded, Undecodable, Dropped };
        Kind kind = Kind::Decoded;
        /// "payload_too_large", "topic_too_long", "topic_invalid", "tag_limit", "undecodable"
        const char *cause = "";
        std::string reason; ///< English words, for the list of undecoded payloads
        std::uint32_t samplesRefused = 0; ///< by the tag limit, of a message otherwise decoded
        std::uint32_t timesReplaced = 0;
        Timestamp statedTime {}; ///< of one whose time was replaced: what the device said
        std::uint32_t samples = 0;
        bool hasEvents = false; ///< then events() holds them
        std::uint32_t duplicateMembers = 0; ///< members a later one of the same name replaced
        std::uint32_t unknownBad = 0; ///< bad samples without a value, of tags nobody has seen
    };

    /// `options` of the sources; null: defaults for all. Outlives the decoder.
    static std::unique_ptr<BatchDecoder> create(TagRegistry &registry, const Limits &limits,
                                                const SourceOptions *options = nullptr);
    virtual ~BatchDecoder() = default;

    /// Appends the samples of `message` to `batch`.
    virtual MessageOutcome decode(const RawMessage &message, SampleBatch &batch) = 0;
    /// A tag that earlier messages of this topic gave; invalid: they gave none.
    virtual TagId firstTagOf(std::string_view topic) = 0;
    /// Events of the last message that had any.
    virtual const std::vector<DecodedEvent> &events() const = 0;
};

} // namespace telltale
