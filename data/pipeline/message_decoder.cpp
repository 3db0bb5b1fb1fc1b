#include "data/pipeline/message_decoder.h"

#include "data/history/history_writer.h"
#include "data/pipeline/own_tags.h"

#include <algorithm>

namespace telltale {
namespace {

const std::string kDecoded = "decoded";
const std::string kRefused = "samples_refused";
const std::string kReplaced = "times_replaced";
const std::string kDuplicates = "duplicate_members";
const std::string kWithoutTag = "samples_without_tag";
const std::string kLastArrival = HistoryTotals::kLastArrival;
const std::string kDropped = "dropped/";
constexpr std::string_view kTagLimit = "tag_limit"; // new tags: nothing is missing of known ones
constexpr std::string_view kJournalLimit = "journal_limit";
constexpr std::string_view kJournalDamaged = "journal_damaged";

std::uint8_t sampleFlags(std::uint8_t recordFlags)
{
    std::uint8_t flags = 0;
    if ((recordFlags & JournalRecord::kRetained) != 0)
        flags |= SampleFlags::kRetained;
    if ((recordFlags & JournalRecord::kRedelivered) != 0)
        flags |= SampleFlags::kRedelivered;
    return flags;
}

/// "payload_too_large" as people read it.
std::string wordsOf(std::string_view cause)
{
    std::string words(cause);
    std::replace(words.begin(), words.end(), '_', ' ');
    return words;
}

RawMessage messageOf(const JournalRecord &record)
{
    return {record.topic, record.payload, record.arrival, record.source, sampleFlags(record.flags)};
}

/// What arrived while neither journal nor memory had room for it.
bool hadNoRoom(const JournalRecord &record)
{
    return record.kind == JournalRecord::Kind::Refused && record.payload == JournalRecord::kNoRoom;
}

} // namespace

std::uint64_t MessageCounts::lookedAt() const
{
    std::uint64_t sum = decoded;
    for (const auto &[cause, count] : dropped)
        sum += count;
    return sum;
}

std::map<std::string, std::uint64_t> MessageCounts::toCounters() const
{
    std::map<std::string, std::uint64_t> counters {
        {kDecoded, decoded},
        {kRefused, samplesRefused},
        {kReplaced, timesReplaced},
        {kDuplicates, duplicateMembers},
        {kWithoutTag, samplesWithoutTag},
        {kLastArrival, static_cast<std::uint64_t>(lastArrival)}};
    for (const auto &[cause, count] : dropped)
        counters[kDropped + cause] = count;
    return counters;
}

MessageCounts MessageCounts::fromCounters(const std::map<std::string, std::uint64_t> &counters)
{
    MessageCounts counts;
    for (const auto &[name, value] : counters) {
        if (name == kDecoded)
            counts.decoded = value;
        else if (name == kRefused)
            counts.samplesRefused = value;
        else if (name == kReplaced)
            counts.timesReplaced = value;
        else if (name == kDuplicates)
            counts.duplicateMembers = value;
        else if (name == kWithoutTag)
            counts.samplesWithoutTag = value;
        else if (name == kLastArrival)
            counts.lastArrival = static_cast<std::int64_t>(value);
        else if (name.starts_with(kDropped))
            counts.dropped[name.substr(kDropped.size())] = value;
    }
    return counts;
}

MessageDecoder::MessageDecoder(TagRegistry &registry, const BatchDecoder::Limits &limits,
                               MessageCounts counts, Lists lists, const SourceOptions *options)
    : m_registry(registry)
    , m_decoder(BatchDecoder::create(registry, limits, options))
    , m_counts(std::move(counts))
    , m_lists(lists)
    , m_lookedAt(m_counts.lookedAt())
{ }

bool MessageDecoder::take(const JournalRecord &record, SampleBatch &batch)
{
    m_counts.lastArrival = std::max(m_counts.lastArrival, toMicroseconds(record.arrival));
    if (record.kind == JournalRecord::Kind::OwnSample)
        OwnTags::decode(record, m_registry, batch);
    if (!JournalRecord::isReceived(record.kind))
        return false;
    countMissed(record);
    m_lookedAt = record.number;
    if (record.kind == JournalRecord::Kind::Message)
        return decode(record, batch);
    ++m_counts.dropped[std::string(record.payload.substr(0, record.payload.find(':')))];
    if (hadNoRoom(record))
        return false;
    noteRejected(record, batch.size());
    if (m_lists.undecoded)
        m_lists.undecoded->addUnread(messageOf(record), wordsOf(record.payload));
    return false;
}

void MessageDecoder::remember(const JournalRecord &record)
{
    const bool isMessage = record.kind == JournalRecord::Kind::Message;
    if (isMessage && (record.flags >> JournalRecord::kQosShift) > 0)
        m_redelivered.isRepeat(record.source, record.packet, record.topic, record.payload, false);
}

/// The size limit of the journal drops the oldest messages: they show as a jump of the number. So
/// do those that were damaged in it, and those that never found room, before the record that tells
/// of them.
void MessageDecoder::countMissed(const JournalRecord &record)
{
    if (record.number <= m_lookedAt + 1)
        return;
    const std::string cause(hadNoRoom(record)          ? JournalRecord::kNoRoom
                                : record.isAfterDamage ? kJournalDamaged
                                                       : kJournalLimit);
    m_counts.dropped[cause] += record.number - m_lookedAt - 1;
}

std::optional<HistoryGap> MessageDecoder::lossBefore(const JournalRecord &record) const
{
    if (!JournalRecord::isReceived(record.kind) || m_counts.lastArrival == 0)
        return std::nullopt;
    const TimeRange range {timestampFromMicroseconds(m_counts.lastArrival), record.arrival};
    if (range.from >= range.to)
        return std::nullopt;
    if (hadNoRoom(record))
        return HistoryGap {HistoryGap::Cause::DiskError, record.source, {}, range};
    if (record.number <= m_lookedAt + 1)
        return std::nullopt;
    const auto cause
        = record.isAfterDamage ? HistoryGap::Cause::DiskError : HistoryGap::Cause::Overload;
    return HistoryGap {cause, {}, {}, range};
}

bool MessageDecoder::takeUncounted(const JournalRecord &record, SampleBatch &batch)
{
    remember(record);
    if (record.kind == JournalRecord::Kind::OwnSample)
        OwnTags::decode(record, m_registry, batch);
    if (record.kind != JournalRecord::Kind::Message)
        return false;
    return m_decoder->decode(messageOf(record), batch).hasEvents;
}

bool MessageDecoder::decode(const JournalRecord &record, SampleBatch &batch)
{
    const bool isRedelivered = (record.flags & JournalRecord::kRedelivered) != 0;
    if ((record.flags >> JournalRecord::kQosShift) > 0
        && m_redelivered.isRepeat(record.source, record.packet, record.topic, record.payload,
                                  isRedelivered)) {
        ++m_counts.dropped["redelivered"];
        return false;
    }
    const std::size_t first = batch.size();
    const BatchDecoder::MessageOutcome outcome = m_decoder->decode(messageOf(record), batch);
    count(record, outcome);
    m_clocks.look(batch, first, outcome.timesReplaced > 0, outcome.statedTime, record.arrival);
    if (outcome.kind == BatchDecoder::MessageOutcome::Kind::Decoded)
        ++batch.messages;
    else if (outcome.cause != kTagLimit)
        noteRejected(record, batch.size());
    if (outcome.hasEvents)
        noteGoodbyes(record, batch.size());
    return outcome.hasEvents;
}

/// One that the broker had kept was said nobody knows when: no silence begins with it.
void MessageDecoder::noteGoodbyes(const JournalRecord &record, std::size_t before)
{
    if ((record.flags & JournalRecord::kRetained) != 0)
        return;
    for (const DecodedEvent &event : m_decoder->events()) {
        if (event.isGoodbye())
            m_words.push_back({DeviceWord::Kind::Goodbye, event.asset, {}, before, record.arrival});
    }
}

/// What the broker had kept is missed by nobody, and neither is a topic that never gave a sample.
void MessageDecoder::noteRejected(const JournalRecord &record, std::size_t before)
{
    const TagId tag = m_decoder->firstTagOf(record.topic);
    if (tag.isValid() && (record.flags & JournalRecord::kRetained) == 0)
        m_words.push_back({DeviceWord::Kind::Rejected, {}, tag, before, record.arrival});
}

void MessageDecoder::count(const JournalRecord &record, const BatchDecoder::MessageOutcome &outcome)
{
    m_counts.samplesRefused += outcome.samplesRefused;
    m_counts.timesReplaced += outcome.timesReplaced;
    m_counts.duplicateMembers += outcome.duplicateMembers;
    m_counts.samplesWithoutTag += outcome.unknownBad;
    if (outcome.kind == BatchDecoder::MessageOutcome::Kind::Decoded) {
        ++m_counts.decoded;
        return;
    }
    ++m_counts.dropped[outcome.cause];
    if (outcome.kind == BatchDecoder::MessageOutcome::Kind::Undecodable && m_lists.undecoded)
        m_lists.undecoded->add(messageOf(record), outcome.reason);
    const bool isDropped = outcome.kind == BatchDecoder::MessageOutcome::Kind::Dropped;
    if (isDropped && !outcome.reason.empty() && m_lists.undecoded)
        m_lists.undecoded->addUnread(messageOf(record), outcome.reason);
    else if (isDropped && m_lists.refused)
        m_lists.refused->add(record.topic);
}

void rememberRedeliveries(MessageDecoder &decoder, RawJournal &journal, JournalPosition here)
{
    const auto earlier = journal.read(journal.boundaryBefore(here));
    JournalRecord record;
    while (earlier->position() < here && earlier->next(record))
        decoder.remember(record);
}

} // namespace telltale
