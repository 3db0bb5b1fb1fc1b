#pragma once

#include "data/history/gap.h"
#include "data/payloads/batch_decoder.h"
#include "data/payloads/redelivery_filter.h"
#include "data/payloads/refused_topics.h"
#include "data/payloads/undecoded_list.h"
#include "data/pipeline/device_clocks.h"
#include "data/pipeline/silence_tracker.h"
#include "data/sources/raw_journal.h"
#include "data/telemetry/status_board.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace telltale {

/// What became of the messages up to a place in the journal. Committed with history, so that a kill
/// changes no sum: lookedAt() == number of the newest message looked at.
struct MessageCounts
{
    std::uint64_t decoded = 0;
    std::uint64_t samplesRefused = 0;
    std::uint64_t timesReplaced = 0;
    std::uint64_t duplicateMembers = 0;
    std::uint64_t samplesWithoutTag = 0;
    std::map<std::string, std::uint64_t> dropped; ///< by cause
    std::int64_t lastArrival = 0; ///< us UTC of the newest record looked at

    std::uint64_t lookedAt() const;
    std::map<std::string, std::uint64_t> toCounters() const;
    static MessageCounts fromCounters(const std::map<std::string, std::uint64_t> &counters);
};

/// From journal records to samples, counting what becomes of each message. The ingest thread has
/// one; history has another one while it catches up.
/// Thread  one.
class MessageDecoder
{
public:
    /// Lists for people; null where nobody should be told twice.
    struct Lists
    {
        UndecodedList *undecoded = nullptr;
        RefusedTopics *refused = nullptr;
    };
    MessageDecoder(TagRegistry &registry, const BatchDecoder::Limits &limits, MessageCounts counts,
                   Lists lists, const SourceOptions *options = nullptr);

    /// Appends the samples of a Message or OwnSample record to `batch`; counts Message and Refused
    /// records. Returns true if the message spoke of more than samples: events() holds it.
    bool take(const JournalRecord &record, SampleBatch &batch);
    /// The same without counting: for a consumer that needs an earlier stretch once more.
    bool takeUncounted(const JournalRecord &record, SampleBatch &batch);
    /// Feeds the memory of redeliveries with a record that was handled in an earlier life.
    void remember(const JournalRecord &record);
    const std::vector<DecodedEvent> &events() const { return m_decoder->events(); }
    /// What counted messages said of devices since it was asked last.
    std::vector<DeviceWord> takeWords() { return std::exchange(m_words, {}); }
    const MessageCounts &counts() const { return m_counts; }
    DeviceClocks &clocks() { return m_clocks; }
    /// What is lost before `record`, which comes next: found no room, or did not stay until it was
    /// read. None if nothing is.
    std::optional<HistoryGap> lossBefore(const JournalRecord &record) const;

private:
    void countMissed(const JournalRecord &record);
    bool decode(const JournalRecord &record, SampleBatch &batch);
    void count(const JournalRecord &record, const BatchDecoder::MessageOutcome &outcome);
    void noteGoodbyes(const JournalRecord &record, std::size_t before);
    void noteRejected(const JournalRecord &record, std::size_t before);

    TagRegistry &m_registry;
    std::unique_ptr<BatchDecoder> m_decoder;
    RedeliveryFilter m_redelivered;
    MessageCounts m_counts;
    DeviceClocks m_clocks;
    Lists m_lists;
    std::vector<DeviceWord> m_words;
    std::uint64_t m_lookedAt = 0;
};

/// What a broker sends again may have come before `here`: lets `decoder` remember what did.
void rememberRedeliveries(MessageDecoder &decoder, RawJournal &journal, JournalPosition here);

} // namespace telltale
