#pragma once

#include "data/history/history_reader.h"
#include "data/pipeline/message_decoder.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace telltale {

/// Decodes what the raw journal still has once more, as its connections say now: a sample that is
/// stored already changes nothing, another value of its tag and time takes its place, a message
/// that nobody understood before gives samples now. Nothing is judged by alarms, and no message is
/// counted again. Where only roll-ups are left nothing is added: nobody knows what was stored. What
/// was decoded to other tags before stays. All of the journal is read, because a message may need
/// an earlier one to be understood; of the wanted time those that arrived in it, and later ones
/// that speak of the same tags and times again. Memory does not depend on how much there is. Thread
/// run() on one; the callbacks on it, too.
class Redecode
{
public:
    struct Options
    {
        BatchDecoder::Limits limits;
        const SourceOptions *decoding = nullptr; ///< null: defaults
        TimeRange arrived {Timestamp::min(), Timestamp::max()};
    };
    struct Counts
    {
        double fraction = 0.0; ///< of the journal
        std::uint64_t messages = 0; ///< that arrived in the wanted time
        std::uint64_t notDecoded = 0; ///< of them
        std::uint64_t samples = 0; ///< decoded
        std::uint64_t added = 0; ///< of them: tags and times that were not stored
        std::uint64_t corrected = 0; ///< had another value
        std::uint64_t rolledUp = 0; ///< not stored: only roll-ups are left to compare them with
        std::uint64_t tags = 0; ///< new ones
    };
    struct Doors
    {
        RawJournal &journal;
        TagRegistry &registry;
        HistoryReader &history;
        JournalPosition end; ///< everything before it is in history
        /// Puts samples into history: when it returns, `history` finds them.
        std::function<Outcome(const SampleBatchPtr &)> store;
        std::function<void(const Counts &)> onProgress;
    };

    Redecode(const Doors &doors, const Options &options);

    /// Errors  Cancelled: `stop` was set, what was stored stays; those of the doors.
    Outcome run(const std::atomic<bool> &stop);
    const Counts &counts() const { return m_counts; }

private:
    enum class When { Before, Wanted, After };
    When whenOf(const JournalRecord &record) const;
    void take(const JournalRecord &record);
    Outcome flush();
    Outcome keepChanges(std::span<const std::uint32_t> order);
    Outcome compareRun(std::vector<std::uint32_t> run);
    Outcome dropRolledUp(std::vector<std::uint32_t> &run, TagId tag, TimeRange range);
    bool concerns(std::uint32_t index) const;
    void keep(std::uint32_t index, bool isNew);

    const Doors m_doors;
    const Options m_options;
    MessageDecoder m_decoder;
    Counts m_counts;
    SampleBatch m_batch; ///< decoded, of one When
    When m_when = When::Before; ///< of m_batch
    std::vector<std::uint32_t> m_kept; ///< of m_batch: what changes something
    std::vector<std::pair<std::int64_t, std::int64_t>> m_touched; ///< times changed, by tag
};

} // namespace telltale
