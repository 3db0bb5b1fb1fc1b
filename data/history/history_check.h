#pragma once

#include "data/history/history_file.h"
#include "data/history/history_reader.h"
#include "data/history/log_store.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace telltale {

/// Something stored that is not as it was written.
struct Damage
{
    std::string file;
    std::string what; ///< English
    std::string tag; ///< path, or its number where the path is not known; empty: not of one tag
    std::optional<TimeRange> range; ///< of the samples it is about
};

/// Reads all of a history and tells what does not hold: structure and write-ahead log of each file,
/// checksums and order of chunks, what the index says of them, blocks of nobody, log rows, last
/// values, tags, gaps. Changes nothing, and the writer may be at work: a file is looked at in
/// pieces, so that its log can shrink between them.
/// Thread  one, interrupt() from any.
class HistoryCheck
{
public:
    struct Counts
    {
        std::size_t files = 0;
        std::uint64_t chunks = 0;
        std::uint64_t samples = 0; ///< in chunks, or in the log and not in chunks yet
        std::uint64_t rolledUp = 0; ///< that there were: only roll-ups are left of them
    };
    using OnDamage = std::function<void(const Damage &)>;
    /// Samples looked at, and how many there are to look at.
    using OnProgress = std::function<void(std::uint64_t done, std::uint64_t total)>;

    HistoryCheck(std::string folder, OnDamage onDamage, OnProgress onProgress,
                 const CancelFlag *cancel);

    /// Errors  Cancelled; what is damaged is told, and no error.
    Outcome run();
    /// The same of one file that nobody adds to any more, without what only the newest must have.
    Outcome runOn(const std::string &path);
    /// The question a file is answering now gets no answer: for somebody who has cancelled.
    void interrupt();
    const Counts &counts() const { return m_counts; }

private:
    /// A look is not cut short as a trend's is: the structure of a file is one question.
    static constexpr auto kNoDeadline = std::chrono::steady_clock::time_point::max();

    /// The newest sample of a tag that was met in a chunk.
    struct Newest
    {
        std::int64_t time = 0;
        std::uint64_t bits = 0; ///< of the value
        Quality quality;
        SampleFlags flags;
        SideValue side;
        bool isRolledUp = false; ///< only the time is known
    };
    /// What was so when the file at hand had not been looked at.
    struct Before
    {
        Counts counts;
        std::uint64_t done;
        std::vector<std::string> allPaths;
        std::vector<std::optional<Newest>> newest;
    };
    using Step = Outcome (HistoryCheck::*)();

    std::uint64_t samplesIn(const std::string &path, bool isNewest) const;
    void checkFile(const std::string &path, bool isNewest);
    /// False: somebody wrote it meanwhile, and what was found says nothing.
    bool lookThrough(const std::string &path, bool isNewest);
    void hold(std::unique_ptr<HistoryFile> file);
    /// One look at the file, in a read transaction of its own; a failure is damage.
    void inTransaction(Step step);
    Outcome checkStructure();
    Outcome checkTags();
    Outcome checkTagCount();
    Outcome readBlockNumbers();
    void checkChunks();
    Result<std::optional<TagId>> nextTag(std::int64_t after);
    Outcome checkChunksOfTag(TagId tag);
    Outcome checkRow(TagId tag, const ChunkIndex::Row &row);
    void checkChunk(TagId tag, const StoredChunk &chunk);
    void checkRollUp(TagId tag, const ChunkSummary &rollUp);
    void checkBlockUse(TagId tag, const StoredChunk &chunk);
    void noteNewest(TagId tag, const SampleColumns &samples);
    void noteNewest(TagId tag, Newest last);
    Outcome checkBlocks();
    Outcome checkLog();
    Outcome checkGroup(std::int64_t row, std::span<const std::uint8_t> blob);
    Outcome readSealed();
    Outcome checkLast();
    void checkLastRow(const LastStore::Row &row);
    bool isNewest(const Sample &sample);
    Outcome checkState();
    Outcome checkGaps();
    void checkWriteAheadLog(const std::string &path);

    bool isKnown(TagId tag) const { return tag.value < m_paths.size(); }
    std::string nameOf(TagId tag) const;
    void tell(std::string what, TagId tag = {}, std::optional<TimeRange> range = {});
    void advance(std::uint64_t samples);
    bool isCancelled() const { return m_cancel && m_cancel->isCancelled(); }

    const std::string m_folder;
    const OnDamage m_onDamage;
    const OnProgress m_onProgress;
    const CancelFlag *m_cancel;
    Counts m_counts;
    std::uint64_t m_total = 0; ///< samples to look at
    std::uint64_t m_done = 0;
    std::vector<std::string> m_allPaths; ///< of the files so far
    std::vector<std::optional<Newest>> m_newest; ///< by tag, over the files so far
    bool m_looksForNewest = true; ///< last values are compared with it

    // Of the file at hand.
    std::mutex m_fileMutex; ///< held to change m_file
    std::unique_ptr<HistoryFile> m_file;
    std::vector<Damage> m_found; ///< in it, not told yet
    std::vector<std::string> m_paths; ///< by tag
    std::vector<bool> m_isUsed; ///< blocks by number, as far as there were at the begin
    std::int64_t m_chunkEnd = 0; ///< time of the last chunk of the tag at hand
    bool m_isFirstChunk = true;
    bool m_isRolledUp = false; ///< its first chunk is a roll-up
    std::vector<std::int64_t> m_sealed; ///< log row up to which it is in chunks, by tag
    std::vector<std::int64_t> m_logged; ///< newest time in log rows that chunks have, by tag
    HistoryState m_state;
    std::pair<std::int64_t, std::int64_t> m_extent; ///< of the chunks
};

} // namespace telltale
