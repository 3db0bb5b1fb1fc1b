#pragma once

#include "data/payloads/batch_decoder.h"
#include "data/payloads/document_plan.h"
#include "data/payloads/known_topics.h"
#include "data/payloads/member_trees.h"
#include "data/payloads/tag_source.h"
#include "data/payloads/value_tree.h"

namespace telltale {

/// The default mapping: every scalar of a document is a sample of a tag below its topic. Finds tags
/// by the shape the topic had before; only a new tag costs a path.
/// Thread  one.
class TreeMapper
{
public:
    explicit TreeMapper(TagSource &tags)
        : m_tags(tags)
    { }

    /// Appends the samples of `tree` to `batch` and counts them in `outcome`. Two paths that yield
    /// one tag are told by an event, once each.
    void store(const RawMessage &message, KnownTopic &topic, const ValueTree &tree,
               SampleBatch &batch, BatchDecoder::MessageOutcome &outcome,
               std::vector<DecodedEvent> &events);

private:
    /// Where a value stands: a chain up to the topic, on the stack.
    struct Place
    {
        Place *parent = nullptr; ///< null: the topic
        std::string_view name;
        std::uint32_t node = MemberTrees::kNone; ///< kNone: no tag at or below it yet
    };
    /// What stays the same through one message.
    struct Job
    {
        const RawMessage &message;
        KnownTopic &topic;
        const ValueTree &tree;
        DocumentPlan plan;
        SampleBatch &batch;
        BatchDecoder::MessageOutcome &outcome;
        std::vector<DecodedEvent> &events;
    };

    void storeValue(Job &job, Place &place, std::uint32_t index);
    void storeObject(Job &job, Place &place, std::uint32_t index);
    void storeArray(Job &job, Place &place, std::uint32_t index);
    void storeChild(Job &job, Place &parent, std::string_view name, std::uint32_t index,
                    std::uint32_t &cursor);
    void storeScalar(Job &job, Place &place, const TreeValue &value);
    TagId bind(Job &job, Place &place, bool hasValue);
    void ensureNode(Job &job, Place &place);
    const std::string &pathOf(const Job &job, const Place &place);

    TagSource &m_tags;
    MemberTrees m_trees;
    std::string m_path; ///< scratch
};

} // namespace telltale
