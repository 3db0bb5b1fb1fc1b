#pragma once

#include "data/history/chunk_parts.h"
#include "data/history/pack_store.h"
#include "data/storage/database.h"

#include <functional>
#include <optional>
#include <vector>

namespace telltale {

/// Which chunks a tag has: table `chunk` of one file. Keeps the row it looked into last.
/// Thread  that of the database. The caller holds a transaction, and calls forget() when another
///         begins.
class ChunkIndex
{
public:
    /// One row: `whole` is true of all parts; `parts` is empty if the row is one chunk.
    struct Row
    {
        StoredChunk whole;
        std::span<const std::uint8_t> parts; ///< undecoded, valid during the call
    };

    /// The database must outlive this.
    static Result<ChunkIndex> open(Database &database);

    void forget() { m_parts.clear(); }
    /// The chunk of `tag` with the latest begin at or before `time`.
    Result<std::optional<StoredChunk>> upTo(TagId tag, std::int64_t time);
    /// The chunk of `tag` with the earliest begin after `time`.
    Result<std::optional<StoredChunk>> after(TagId tag, std::int64_t time);
    /// Every row of `tag` that has to do with [from, to), in order; the callback says false to
    /// stop.
    Outcome rows(TagId tag, std::int64_t from, std::int64_t to,
                 const std::function<Result<bool>(const Row &)> &take);
    /// All chunks of the row that holds `time`, else of the nearest before, else after it; empty if
    /// the tag has none.
    Result<std::vector<StoredChunk>> rowAt(TagId tag, std::int64_t time);
    Result<SampleColumns> load(const StoredChunk &chunk);

private:
    ChunkIndex() = default;
    bool holds(TagId tag, std::int64_t time) const;
    /// Takes the row a statement finds as the one at hand; false: there is none.
    Result<bool> look(Statement &statement, TagId tag, std::int64_t time);

    Statement m_upTo;
    Statement m_after;
    Statement m_between;
    Statement m_load;
    std::optional<PackReader> m_pack; ///< of a file that has one
    TagId m_tag; ///< whose row is at hand ...
    std::vector<StoredChunk> m_parts; ///< ... and its chunks; empty: none is
};

} // namespace telltale
