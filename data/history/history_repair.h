#pragma once

#include "data/history/chunk_store.h"
#include "data/history/history_file.h"
#include "data/history/last_store.h"
#include "data/history/log_store.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace telltale {

/// Sets a damaged history file aside and puts a new one into its place, with all that can be read
/// of the old one: chunks and log rows whose checksums hold, tags, state, last values, gaps. What
/// index and last values say is made anew from the chunks. What is lost becomes a gap of cause disk
/// error. Nobody may have the folder open meanwhile.
/// Thread  one.
/// Errors  DiskFull, DiskError: the old file stays as it is, and nothing else.
class HistoryRepair
{
public:
    struct Lost
    {
        std::string tag; ///< path, or its number; empty: nobody knows of which
        TimeRange range; ///< at most
        std::uint64_t samples = 0; ///< at most; 0: nobody knows how many
    };
    struct Saved
    {
        std::string file; ///< full path
        std::string aside; ///< where the damaged one is now
        std::uint64_t samples = 0; ///< in chunks
        std::uint64_t groups = 0; ///< of the log
        std::vector<Lost> lost; ///< by tag, in order of time
        bool isEmpty = false; ///< nothing could be read at all
    };

    /// `files`: all of the folder, from old to new; `index` is the damaged one.
    HistoryRepair(const std::vector<std::string> &files, std::size_t index);
    ~HistoryRepair();
    Result<Saved> run();

private:
    Outcome save();
    Outcome openSource();
    void openNeighbours();
    Outcome openTarget();
    Outcome endTransaction(bool goesOn);
    Outcome replace();
    std::string note() const;

    // Tables beside the chunks.
    Outcome saveTags();
    Outcome saveTagsOf(HistoryFile &file);
    Outcome nameMissingTags();
    void chooseState();
    Outcome saveGaps();
    Outcome saveLog();
    Outcome saveGroup(std::int64_t row, std::span<const std::uint8_t> blob);
    Outcome saveLast();
    void lastOf(HistoryFile &file);
    Outcome saveLosses();

    // Chunks.
    Outcome saveChunks();
    Outcome saveChunksOf(TagId tag);
    Outcome saveRow(TagId tag, const ChunkIndex::Row &row);
    Outcome saveChunk(TagId tag, const StoredChunk &chunk);
    Outcome saveRollUps(TagId tag, const ChunkSummary &whole, std::span<const StoredChunk> rollUps);
    Outcome findStrayBlocks();
    void noteNewest(TagId tag, const SampleColumns &samples);
    void noteExtent(std::int64_t oldest, std::int64_t newest);
    void lose(TagId tag, std::int64_t first, std::int64_t last, std::uint64_t samples);
    std::string nameOf(TagId tag) const;
    TimeRange ownPeriod() const;

    const std::string m_path;
    const std::string m_unfinished; ///< name of the new file until it is whole
    const std::string m_pages; ///< of a file made of the old one's pages
    const std::vector<std::string> m_files;
    const std::size_t m_index;
    Saved m_saved;

    std::unique_ptr<HistoryFile> m_from; ///< null: nothing can be read
    std::vector<std::unique_ptr<HistoryFile>> m_neighbours; ///< the one before, the one after
    bool m_hasBefore = false; ///< the first neighbour is the one before
    std::unique_ptr<Database> m_to;
    std::unique_ptr<LogStore> m_log; ///< of m_to, as all that follows
    std::unique_ptr<ChunkStore> m_chunks;
    std::unique_ptr<LastStore> m_last;
    HistoryState m_state;
    std::vector<std::string> m_paths; ///< by tag
    std::vector<std::optional<LastStore::Row>> m_lastRows; ///< by tag
    std::vector<std::optional<Sample>> m_newest; ///< of the chunks saved, by tag
    /// The tag whose roll-ups were saved last, and up to when.
    std::optional<std::pair<TagId, std::int64_t>> m_rolledUp;
    std::vector<bool> m_hasLost; ///< chunks, by tag
    std::vector<bool> m_isUsed; ///< blocks by number
    std::vector<std::pair<TagId, Lost>> m_lost;
    std::size_t m_inTransaction = 0; ///< samples
    std::uint64_t m_lostPages = 0; ///< which may have had rows of which nothing is known
    std::optional<std::int64_t> m_savedTo; ///< newest time of what was saved so far
    std::optional<std::int64_t> m_groupLost; ///< a log row is, since this time
};

} // namespace telltale
