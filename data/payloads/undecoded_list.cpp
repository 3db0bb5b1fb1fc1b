#include "data/payloads/undecoded_list.h"

#include "data/payloads/generic_reader.h"

#include <algorithm>

namespace telltale {
namespace {

constexpr std::size_t kGroupsKept = 200;
constexpr std::size_t kSampleBytes = 256;

std::string bytesWords(std::size_t count)
{
    return count == 1 ? std::string("1 byte") : std::to_string(count) + " bytes";
}

const std::string kNotKept = "not kept";

/// Where it is broken and how long it is may differ from message to message; that makes no group.
std::string shapeOf(const std::string &looksLike)
{
    return looksLike.substr(0, looksLike.find(" at byte"));
}

std::string shapeOfCause(const std::string &cause)
{
    return cause.substr(0, cause.find(':'));
}

} // namespace

std::string looksLike(std::string_view payload)
{
    if (payload.empty())
        return "empty";
    ValueTree tree;
    const GenericReading reading = readGeneric(payload, tree);
    const std::string at = " at byte " + std::to_string(reading.problem.at);
    switch (reading.form) {
    case GenericForm::Json:
        if (!reading.problem)
            return "JSON";
        return reading.problem.kind == ReadProblem::Kind::Limit ? "JSON, beyond a limit" + at
                                                                : "JSON, broken" + at;
    case GenericForm::Bare:
        return bytesWords(payload.size()) + ", text";
    case GenericForm::Cbor:
        return reading.problem ? "CBOR, beyond a limit" + at : "CBOR";
    case GenericForm::MessagePack:
        return reading.problem ? "MessagePack, beyond a limit" + at : "MessagePack";
    case GenericForm::Unknown:
        break;
    }
    return bytesWords(payload.size()) + ", binary";
}

void UndecodedList::add(const RawMessage &message, const std::string &reason)
{
    const std::string words = looksLike(message.payload);
    UndecodedPayload &payload = groupOf(message, shapeOf(words)).payload;
    payload.looksLike = words;
    payload.reason = reason;
    payload.sample = message.payload.substr(0, kSampleBytes);
}

void UndecodedList::addUnread(const RawMessage &message, const std::string &cause)
{
    UndecodedPayload &payload = groupOf(message, shapeOfCause(cause)).payload;
    payload.looksLike = kNotKept;
    payload.reason = cause;
}

void UndecodedList::adopt(const std::vector<UndecodedPayload> &payloads)
{
    for (const UndecodedPayload &payload : payloads) {
        if (m_groups.size() == kGroupsKept)
            return;
        const bool isKept = payload.looksLike != kNotKept;
        m_groups.push_back({isKept ? shapeOf(payload.looksLike) : shapeOfCause(payload.reason),
                            payload.last, payload});
    }
}

/// The group a message is one of, with the message counted.
UndecodedList::Group &UndecodedList::groupOf(const RawMessage &message, const std::string &shape)
{
    const auto known = std::find_if(m_groups.begin(), m_groups.end(), [&](const Group &group) {
        return group.payload.topic == message.topic && group.shape == shape;
    });
    if (known != m_groups.end()) {
        std::rotate(m_groups.begin(), known, known + 1);
    } else {
        if (m_groups.size() == kGroupsKept)
            m_groups.pop_back();
        Group group;
        group.shape = shape;
        group.payload.topic = message.topic;
        group.payload.first = message.arrival;
        m_groups.insert(m_groups.begin(), std::move(group));
    }
    Group &group = m_groups.front();
    if (message.arrival > group.countedUntil)
        ++group.payload.count;
    group.payload.last = message.arrival;
    return group;
}

std::vector<UndecodedPayload> UndecodedList::all() const
{
    std::vector<UndecodedPayload> payloads;
    for (const Group &group : m_groups)
        payloads.push_back(group.payload);
    return payloads;
}

} // namespace telltale
