#pragma once

#include "data/history/chunk_index.h"
#include "data/history/history_damage.h"
#include "data/history/last_store.h"
#include "data/storage/database.h"

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace telltale {

/// One history file, open for reading.
/// Thread  one at a time. Queries see what the transaction of begin() .. end() sees.
class HistoryFile
{
public:
    /// Errors  NotFound: nothing in it yet; NewerVersion, Damaged, DiskError.
    static Result<std::unique_ptr<HistoryFile>> open(const std::string &path);

    /// Another if another file has taken the place of the one at `path`; 0: there is none.
    static std::uint64_t identityOf(const std::string &path);

    const std::string &path() const { return m_path; }
    /// Whether the path still leads to this file, and not to one made since.
    bool isCurrent() const;

    /// Steps that run beyond `deadline` are cancelled.
    Outcome begin(std::chrono::steady_clock::time_point deadline);
    void end();
    Database &database() { return m_database; }
    LastStore &last() { return m_last; }

    ChunkIndex &chunks() { return m_chunks; }
    /// The newest sample of `tag` at or before `time`, or what a roll-up still says of it; chunks
    /// that cannot be read are passed over.
    Result<std::optional<Sample>> newestAt(TagId tag, std::int64_t time);

    /// Samples of first to last time that were asked for could not be read.
    void noteDamage(const Error &why, std::int64_t first, std::int64_t last);
    /// All that was noted, in one.
    const std::optional<HistoryDamage> &damage() const { return m_damage; }
    /// What was noted since begin(); no more than are worth a gap each.
    const std::vector<TimeRange> &missing() const { return m_missing; }

private:
    Result<std::optional<Sample>> newestIn(const StoredChunk &chunk, TagId tag, std::int64_t time);
    HistoryFile(std::string path, Database database, LastStore last, ChunkIndex chunks);

    std::string m_path;
    std::uint64_t m_identity = 0; ///< inode
    Database m_database;
    LastStore m_last;
    ChunkIndex m_chunks;
    std::optional<HistoryDamage> m_damage;
    std::vector<TimeRange> m_missing;
};

} // namespace telltale
