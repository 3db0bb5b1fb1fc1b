#include "data/payloads/tree_mapper.h"

#include "data/payloads/sample_value.h"

#include <array>
#include <charconv>

namespace telltale {
namespace {

constexpr std::size_t kIndexDigits = 10;

/// A member name as one level of a path.
void appendLevel(std::string &path, std::string_view name)
{
    path.push_back('/');
    for (const char c : name) {
        if (c == '/')
            path.append("%2F");
        else
            path.push_back(c);
    }
}

bool isSample(const TreeValue &value)
{
    return value.kind != TreeValue::Kind::Null && value.kind != TreeValue::Kind::Nothing
        && value.kind != TreeValue::Kind::Time;
}

} // namespace

void TreeMapper::store(const RawMessage &message, KnownTopic &topic, const ValueTree &tree,
                       SampleBatch &batch, BatchDecoder::MessageOutcome &outcome,
                       std::vector<DecodedEvent> &events)
{
    Job job {message, topic, tree, planDocument(tree, message.arrival), batch, outcome, events};
    Place place {nullptr, {}, topic.node};
    if (job.plan.valueMember != DocumentPlan::kNone)
        storeValue(job, place, job.plan.valueMember);
    else
        storeValue(job, place, 0);
}

void TreeMapper::storeValue(Job &job, Place &place, std::uint32_t index)
{
    const TreeValue &value = job.tree.values[index];
    if (value.kind == TreeValue::Kind::Object)
        storeObject(job, place, index);
    else if (value.kind == TreeValue::Kind::Array)
        storeArray(job, place, index);
    else if (isSample(value))
        storeScalar(job, place, value);
}

void TreeMapper::storeObject(Job &job, Place &place, std::uint32_t index)
{
    const std::vector<TreeValue> &values = job.tree.values;
    std::uint32_t cursor = 0;
    for (std::uint32_t i = index + 1; i < values[index].end; i = values[i].end) {
        if (!values[i].isReplaced && i != job.plan.timeMember)
            storeChild(job, place, values[i].name, i, cursor);
    }
}

void TreeMapper::storeArray(Job &job, Place &place, std::uint32_t index)
{
    const std::vector<TreeValue> &values = job.tree.values;
    std::array<char, kIndexDigits> digits {};
    std::uint32_t cursor = 0;
    std::uint32_t element = 0;
    for (std::uint32_t i = index + 1; i < values[index].end; i = values[i].end) {
        const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), element++);
        storeChild(job, place,
                   {digits.data(), static_cast<std::size_t>(written.ptr - digits.data())}, i,
                   cursor);
    }
}

void TreeMapper::storeChild(Job &job, Place &parent, std::string_view name, std::uint32_t index,
                            std::uint32_t &cursor)
{
    Place place {&parent, name};
    if (parent.node != MemberTrees::kNone)
        place.node = m_trees.findMember(parent.node, name, cursor);
    storeValue(job, place, index);
}

void TreeMapper::storeScalar(Job &job, Place &place, const TreeValue &value)
{
    const SampleValue sample = sampleValue(value);
    TagId tag;
    if (place.node != MemberTrees::kNone)
        tag = m_trees.tag(place.node);
    if (!tag.isValid())
        tag = bind(job, place, sample.hasValue);
    if (!tag.isValid())
        return;
    const DocumentPlan &plan = job.plan;
    const SampleFlags flags = SampleFlags::make(
        sample.kind, static_cast<std::uint8_t>(plan.timeFlags | job.message.flags));
    if (flags.hasSide())
        job.batch.appendWithSide(tag, plan.time, sample.number, sample.quality, flags,
                                 sideValue(value));
    else
        job.batch.append(tag, plan.time, sample.number, sample.quality, flags);
    ++job.outcome.samples;
    if (flags.has(SampleFlags::kTimeReplaced)) {
        ++job.outcome.timesReplaced;
        job.outcome.statedTime = plan.stated;
    }
}

TagId TreeMapper::bind(Job &job, Place &place, bool hasValue)
{
    const std::string &path = pathOf(job, place);
    const TagSource::Answer answer = m_tags.find(path, job.message, hasValue);
    if (answer.refusal == TagSource::Refusal::Limit)
        ++job.outcome.samplesRefused;
    if (answer.refusal == TagSource::Refusal::Unknown)
        ++job.outcome.unknownBad;
    if (!answer.tag.isValid())
        return {};
    ensureNode(job, place);
    if (!m_trees.setTag(place.node, answer.tag))
        job.events.push_back({DecodedEvent::Kind::Error, path, "two paths give one tag"});
    return answer.tag;
}

void TreeMapper::ensureNode(Job &job, Place &place)
{
    if (place.node != MemberTrees::kNone)
        return;
    if (!place.parent) {
        place.node = m_trees.addTopic();
        job.topic.node = place.node;
        return;
    }
    ensureNode(job, *place.parent);
    place.node = m_trees.addMember(place.parent->node, place.name);
}

const std::string &TreeMapper::pathOf(const Job &job, const Place &place)
{
    if (!place.parent) {
        m_path.assign(job.message.topic);
        return m_path;
    }
    pathOf(job, *place.parent);
    appendLevel(m_path, place.name);
    return m_path;
}

} // namespace telltale
