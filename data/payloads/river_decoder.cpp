#include "data/payloads/river_decoder.h"

#include "data/payloads/payload_families.h"
#include "data/telemetry/payload_remedy.h"
#include "data/telemetry/topic_name.h"

#include <algorithm>
#include <array>
#include <bit>

namespace telltale {
namespace {

using Kind = BatchDecoder::MessageOutcome::Kind;

/// Error details that mean: nobody could make anything of this message.
constexpr std::array<std::string_view, 6> kUndecodable = {PayloadFault::kMalformed,
                                                          PayloadFault::kNoLayout,
                                                          PayloadFault::kLimit,
                                                          PayloadFault::kInvalidBirth,
                                                          PayloadFault::kUnsupportedVersion,
                                                          PayloadFault::kUnsupportedMember};

void drop(BatchDecoder::MessageOutcome &outcome, const char *cause)
{
    outcome.kind = Kind::Dropped;
    outcome.cause = cause;
}

bool tellsUndecodable(const DecodedEvent &event)
{
    return event.kind == DecodedEvent::Kind::Error
        && std::find(kUndecodable.begin(), kUndecodable.end(), event.detail) != kUndecodable.end();
}

std::string_view nameOf(GenericForm form)
{
    switch (form) {
    case GenericForm::Json:
        return "json";
    case GenericForm::Bare:
        return "bare";
    case GenericForm::Cbor:
        return "cbor";
    case GenericForm::MessagePack:
        return "msgpack";
    case GenericForm::Unknown:
        break;
    }
    return {};
}

const char *faultOf(const GenericReading &reading)
{
    if (reading.form == GenericForm::Unknown)
        return PayloadFault::kNoLayout;
    return reading.problem.kind == ReadProblem::Kind::Limit ? PayloadFault::kLimit
                                                            : PayloadFault::kMalformed;
}

std::string reasonOf(const GenericReading &reading)
{
    const std::string fault = std::string(faultOf(reading)) + ": ";
    if (reading.form == GenericForm::Unknown)
        return fault + "bytes nobody described";
    return fault + reading.problem.words + " (byte " + std::to_string(reading.problem.at) + ')';
}

std::string tooLargeWords(const char *fault, std::size_t bytes, std::size_t limit)
{
    return std::string(fault) + ": " + std::to_string(bytes) + " bytes, at most "
        + std::to_string(limit);
}

/// A bit per family that may take messages.
std::uint32_t familiesOf(const DecoderOptions &options)
{
    const std::span<const PayloadFamily> all = payloadFamilies();
    std::uint32_t families = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool isAllowed = !options.families
            || std::find(options.families->begin(), options.families->end(), all[i].name)
                != options.families->end();
        families |= isAllowed ? 1U << i : 0U;
    }
    return families;
}

} // namespace

std::unique_ptr<BatchDecoder> BatchDecoder::create(TagRegistry &registry, const Limits &limits,
                                                   const SourceOptions *options)
{
    return std::make_unique<RiverDecoder>(registry, limits, options);
}

RiverDecoder::RiverDecoder(TagRegistry &registry, const Limits &limits,
                           const SourceOptions *options)
    : m_limits(limits)
    , m_tags(registry, limits)
    , m_topics(limits)
    , m_treeMapper(m_tags)
    , m_decodedMapper(m_tags)
    , m_options(options)
{ }

BatchDecoder::MessageOutcome RiverDecoder::decode(const RawMessage &message, SampleBatch &batch)
{
    MessageOutcome outcome;
    m_events.clear();
    if (message.payload.size() > m_limits.payloadBytes) {
        drop(outcome, "payload_too_large");
        outcome.reason
            = tooLargeWords(PayloadFault::kTooLarge, message.payload.size(), m_limits.payloadBytes);
        return outcome;
    }
    if (message.topic.size() > m_limits.topicBytes) {
        drop(outcome, "topic_too_long");
        outcome.reason
            = tooLargeWords(PayloadFault::kTopicTooLong, message.topic.size(), m_limits.topicBytes);
        return outcome;
    }
    KnownTopic *topic = m_topics.find(message.topic);
    if (!topic) {
        drop(outcome, "topic_invalid");
        return outcome;
    }
    if (isInternalTopic(message.topic))
        return outcome;
    const std::size_t before = batch.size();
    if (topic->families == 0 || !decodeByFamily(message, *topic, batch, outcome))
        decodeGeneric(message, *topic, batch, outcome);
    if (!topic->first.isValid() && batch.size() > before)
        topic->first = batch.tags()[before];
    finish(outcome);
    return outcome;
}

TagId RiverDecoder::firstTagOf(std::string_view topic)
{
    const KnownTopic *known = m_topics.find(topic);
    return known ? known->first : TagId {};
}

void RiverDecoder::finish(MessageOutcome &outcome) const
{
    outcome.hasEvents = !m_events.empty();
    if (outcome.kind == Kind::Decoded && outcome.samples == 0 && outcome.samplesRefused > 0) {
        drop(outcome, "tag_limit");
        outcome.samplesRefused = 0; // they are counted as a message
    }
}

bool RiverDecoder::decodeByFamily(const RawMessage &message, const KnownTopic &topic,
                                  SampleBatch &batch, MessageOutcome &outcome)
{
    const std::span<const PayloadFamily> all = payloadFamilies();
    OfSource &source = ofSource(message.source);
    for (std::uint32_t open = topic.families & source.allowed; open != 0; open &= open - 1U) {
        const auto i = static_cast<std::size_t>(std::countr_zero(open));
        if (!all[i].mayHold(message.payload))
            continue;
        m_decoded.clear();
        if (family(source, i).decode(message, m_decoded) == Decoder::Verdict::NotMine)
            continue;
        m_events = m_decoded.events;
        m_tags.setFamily(all[i].name);
        m_decodedMapper.store(message, m_decoded, batch, outcome);
        const auto error = std::find_if(m_events.begin(), m_events.end(), tellsUndecodable);
        if (m_decoded.samples.empty() && error != m_events.end()) {
            outcome.kind = Kind::Undecodable;
            outcome.cause = "undecodable";
            outcome.reason = error->detail + ": " + all[i].name;
        }
        return true;
    }
    return false;
}

RiverDecoder::OfSource &RiverDecoder::ofSource(SourceId source)
{
    if (m_options && m_options->version() != m_optionsVersion)
        takeOptions();
    const auto [known, isNew] = m_sources.try_emplace(source.value);
    if (isNew) {
        if (m_options)
            known->second.options = m_options->of(source);
        known->second.allowed = familiesOf(known->second.options);
    }
    return known->second;
}

/// A source whose options are others now begins anew.
void RiverDecoder::takeOptions()
{
    m_optionsVersion = m_options->version();
    std::erase_if(m_sources, [this](const auto &entry) {
        return entry.second.options != m_options->of(SourceId {entry.first});
    });
}

Decoder &RiverDecoder::family(OfSource &source, std::size_t index)
{
    if (source.decoders.empty())
        source.decoders.resize(payloadFamilies().size());
    if (!source.decoders[index])
        source.decoders[index] = payloadFamilies()[index].create(source.options);
    return *source.decoders[index];
}

void RiverDecoder::decodeGeneric(const RawMessage &message, KnownTopic &topic, SampleBatch &batch,
                                 MessageOutcome &outcome)
{
    if (message.payload.empty()) {
        m_events.push_back({DecodedEvent::Kind::Metadata, std::string(message.topic), "cleared"});
        return;
    }
    const GenericReading reading = readGeneric(message.payload, m_tree);
    if (reading.form == GenericForm::Unknown || reading.problem)
        return refuse(message, reading, outcome);
    outcome.duplicateMembers = m_tree.duplicates;
    m_tags.setFamily(nameOf(reading.form));
    m_treeMapper.store(message, topic, m_tree, batch, outcome, m_events);
}

void RiverDecoder::refuse(const RawMessage &message, const GenericReading &reading,
                          MessageOutcome &outcome)
{
    outcome.kind = Kind::Undecodable;
    outcome.cause = "undecodable";
    outcome.reason = reasonOf(reading);
    m_events.push_back({DecodedEvent::Kind::Error, std::string(message.topic), faultOf(reading)});
}

} // namespace telltale
