#include "data/sources/message_intake.h"

#include "data/sources/mqtt_options.h"
#include "data/telemetry/topic_name.h"

#include <algorithm>
#include <charconv>

namespace telltale {
namespace {

constexpr std::size_t kRefusedTopicBytes = 256;
constexpr std::string_view kTooLarge = "payload_too_large"; ///< cause words
constexpr std::string_view kTopicTooLong = "topic_too_long";
constexpr std::string_view kTopicInvalid = "topic_invalid";

std::uint8_t flagsOf(const ReceivedMessage &message)
{
    unsigned flags = static_cast<unsigned>(message.qos & 3) << JournalRecord::kQosShift;
    if (message.isRetained)
        flags |= JournalRecord::kRetained;
    if (message.isRedelivered)
        flags |= JournalRecord::kRedelivered;
    return static_cast<std::uint8_t>(flags);
}

/// The cause word, and how much too large.
std::string tooLargeWords(std::string_view cause, std::size_t bytes, std::size_t limit)
{
    return std::string(cause) + ": " + std::to_string(bytes) + " bytes, at most "
        + std::to_string(limit);
}

void refuse(JournalRecord &record, std::string_view cause)
{
    record.kind = JournalRecord::Kind::Refused;
    record.payload = cause;
    record.topic = record.topic.substr(0, kRefusedTopicBytes);
}

} // namespace

MessageIntake::MessageIntake(SourceId source, std::uint32_t payloadLimit, RawJournal &journal,
                             const Clock &clock)
    : m_source(source)
    , m_payloadLimit(std::min(payloadLimit, MqttOptions::kAbsolutePayloadLimit))
    , m_journal(journal)
    , m_clock(clock)
{ }

void MessageIntake::receive(const ReceivedMessage &message) noexcept
{
    if (isInternalTopic(message.topic)) { // the broker's own matters, not telemetry
        std::uint64_t dropped = 0;
        const char *end = message.payload.data() + message.payload.size();
        if (message.topic == kBrokerDropped
            && std::from_chars(message.payload.data(), end, dropped).ec == std::errc())
            m_brokerDropped.store(dropped, std::memory_order_relaxed);
        return;
    }
    m_received.fetch_add(1, std::memory_order_relaxed);
    JournalRecord record;
    record.source = m_source;
    record.flags = flagsOf(message);
    record.packet = message.packet;
    record.arrival = m_clock.now();
    record.topic = message.topic;
    record.payload = message.payload;
    std::string words;
    if (message.topic.size() > kTopicBytes)
        words = tooLargeWords(kTopicTooLong, message.topic.size(), kTopicBytes);
    else if (!isUsableTopic(message.topic))
        words = kTopicInvalid;
    else if (message.payload.size() > m_payloadLimit)
        words = tooLargeWords(kTooLarge, message.payload.size(), m_payloadLimit);
    if (!words.empty())
        refuse(record, words);
    append(record);
}

void MessageIntake::append(const JournalRecord &record)
{
    if (isHolding())
        return hold(record);
    const Outcome written = m_journal.append(record);
    if (written)
        return;
    JournalRecord kept = record;
    if (written.error().code == Error::Code::LimitExceeded) { // no segment will ever hold it
        refuse(kept, kTooLarge);
        if (m_journal.append(kept))
            return;
    }
    hold(kept);
}

void MessageIntake::hold(const JournalRecord &record)
{
    const std::lock_guard lock(m_heldMutex);
    const std::size_t size = sizeof(Held) + record.topic.size() + record.payload.size();
    m_isHolding.store(true, std::memory_order_release);
    if (m_heldBytes + size > kHeldBytes) {
        m_lost.fetch_add(1, std::memory_order_relaxed);
        return;
    }
    m_heldBytes += size;
    m_held.push_back({record, std::string(record.topic), std::string(record.payload)});
}

Outcome MessageIntake::flush()
{
    const std::lock_guard lock(m_heldMutex);
    while (!m_held.empty()) {
        Held &oldest = m_held.front();
        oldest.record.topic = oldest.topic;
        oldest.record.payload = oldest.payload;
        if (const Outcome written = m_journal.append(oldest.record); !written)
            return written;
        m_heldBytes -= sizeof(Held) + oldest.topic.size() + oldest.payload.size();
        m_held.pop_front();
    }
    if (const Outcome noted = noteLost(); !noted)
        return noted;
    m_isHolding.store(false, std::memory_order_release);
    if (!m_journal.isRunningOut())
        return {};
    return m_journal.refusal().value_or(Error {Error::Code::DiskFull, "hardly any room is left"});
}

/// What found no room is counted by the journal from now on, and so outlives this process.
Outcome MessageIntake::noteLost()
{
    const std::uint64_t lost = m_lost.load(std::memory_order_relaxed);
    if (lost == 0)
        return {};
    JournalRecord record;
    record.kind = JournalRecord::Kind::Refused;
    record.source = m_source;
    record.arrival = m_clock.now();
    record.payload = JournalRecord::kNoRoom;
    record.number = lost;
    const Outcome noted = m_journal.append(record);
    if (noted)
        m_lost.fetch_sub(lost, std::memory_order_relaxed);
    return noted;
}

Outcome MessageIntake::noteUp(Timestamp at, std::string_view words)
{
    JournalRecord record;
    record.kind = JournalRecord::Kind::SourceUp;
    return note(record, at, words);
}

Outcome MessageIntake::noteDown(Timestamp at, const Error &cause)
{
    JournalRecord record;
    record.kind = JournalRecord::Kind::SourceDown;
    record.flags = JournalRecord::flagsOf(cause.code);
    return note(record, at, cause.detail);
}

Outcome MessageIntake::note(JournalRecord record, Timestamp at, std::string_view words)
{
    record.source = m_source;
    record.arrival = at;
    record.payload = words;
    return m_journal.append(record);
}

void MessageIntake::abandonHeld()
{
    const std::lock_guard lock(m_heldMutex);
    m_lost.fetch_add(m_held.size(), std::memory_order_relaxed);
    m_held.clear();
    m_heldBytes = 0;
}

} // namespace telltale
