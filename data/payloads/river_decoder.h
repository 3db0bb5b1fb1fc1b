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
    RiverDecoder(TagRegistry &registry, const Limits &limits);

    MessageOutcome decode(const RawMessage &message, SampleBatch &batch) override;
    const std::vector<DecodedEvent> &events() const override { return m_events; }

private:
    bool decodeByFamily(const RawMessage &message, const KnownTopic &topic, SampleBatch &batch,
                        MessageOutcome &outcome);
    Decoder &family(SourceId source, std::size_t index);
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
    /// Per source, because a family keeps what the source taught it; made when first needed.
    std::unordered_map<std::uint16_t, std::vector<std::unique_ptr<Decoder>>> m_families;
};

} // namespace telltale
