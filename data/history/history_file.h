#pragma once

#include "data/history/chunk_store.h"
#include "data/history/last_store.h"
#include "data/storage/database.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace telltale {

/// One history file, open for reading.
/// Thread  one at a time. Queries see what the transaction of begin() .. end() sees.
class HistoryFile
{
public:
    /// Errors  NotFound: nothing in it yet; NewerVersion, Damaged, DiskError.
    static Result<std::unique_ptr<HistoryFile>> open(const std::string &path);

    const std::string &path() const { return m_path; }
    /// Whether the path still leads to this file, and not to one made since.
    bool isCurrent() const;

    Outcome begin() { return m_database.execute("BEGIN"); }
    void end() { m_database.rollback(); }
    Database &database() { return m_database; }
    LastStore &last() { return m_last; }

    /// The chunk of `tag` with the latest begin at or before `time`.
    Result<std::optional<StoredChunk>> chunkUpTo(TagId tag, std::int64_t time);
    /// The chunk of `tag` with the earliest begin after `time`.
    Result<std::optional<StoredChunk>> chunkAfter(TagId tag, std::int64_t time);
    /// Every chunk of `tag` that has to do with [from, to), in order; the callback says false to
    /// stop.
    Outcome chunks(TagId tag, std::int64_t from, std::int64_t to,
                   const std::function<bool(const StoredChunk &)> &take);
    Result<SampleColumns> load(const StoredChunk &chunk);
    /// The newest sample of `tag` at or before `time`.
    Result<std::optional<Sample>> newestAt(TagId tag, std::int64_t time);

private:
    HistoryFile(std::string path, Database database, LastStore last);
    Result<std::optional<StoredChunk>> one(Statement &statement, TagId tag, std::int64_t time);

    std::string m_path;
    std::uint64_t m_identity = 0; ///< inode
    Database m_database;
    LastStore m_last;
    Statement m_upTo;
    Statement m_after;
    Statement m_between;
    Statement m_load;
};

} // namespace telltale
