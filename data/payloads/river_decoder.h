#pragma once

#include "data/payloads/batch_decoder.h"
#include "data/payloads/decoded_mapper.h"
#include "data/payloads/generic_reader.h"
#include "data/payloads/known_topics.h"
#include "data/payloads/tag_source.h"
#include "data/payloads/tree_mapper.h"

#include <unordered_map>

namespace telltale {

/// The one BatchDecoder: payload families first, then the generic forms.
/// Thread  one.
class RiverDecoder final : public BatchDecoder
{
public:
    RiverDecoder(TagRegistry &registry, const Limits &limits, const SourceOptions *options);

    MessageOutcome decode(const RawMessage &message, SampleBatch &batch) override;
    TagId firstTagOf(std::string_view topic) override;
    const std::vector<DecodedEvent> &events() const override { return m_events; }

private:
    /// What one source has of its own, because a family keeps what the source taught it.
    struct OfSource
    {
        DecoderOptions options;
        std::uint32_t allowed = 0; ///< a bit per family
        std::vector<std::unique_ptr<Decoder>> decoders; ///< by family; made when first needed
    };

    bool decodeByFamily(const RawMessage &message, const KnownTopic &topic, SampleBatch &batch,
                        MessageOutcome &outcome);
    OfSource &ofSource(SourceId source);
    void takeOptions();
    static Decoder &family(OfSource &source, std::size_t index);
    void decodeGeneric(const RawMessage &message, KnownTopic &topic, SampleBatch &batch,
                       MessageOutcome &outcome);
    void refuse(const RawMessage &message, const GenericReading &reading, MessageOutcome &outcome);
    void finish(MessageOutcome &outcome) const;

    const Limits m_limits;
    TagSource m_tags;
    KnownTopics m_topics;
    TreeMapper m_treeMapper;
    DecodedMapper m_decodedMapper;
    ValueTree m_tree;
    Decoded m_decoded;
    std::vector<DecodedEvent> m_events;
    const SourceOptions *m_options;
    std::uint64_t m_optionsVersion = 0;
    std::unordered_map<std::uint16_t, OfSource> m_sources;
};

} // namespace telltale
