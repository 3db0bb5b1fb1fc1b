#pragma once

#include "data/history/byte_stream.h"
#include "data/history/chunk_codec.h"
#include "data/storage/database.h"

#include <optional>

namespace telltale {

/// A chunk of one tag as table `chunk` describes it.
struct StoredChunk
{
    ChunkSummary summary;
    std::int64_t block = 0;
};

/// Puts samples into the chunks of a tag, so that chunks of a tag never overlap: what falls into an
/// existing one is merged with it.
/// Thread  that of the database. The caller holds the transaction.
class ChunkStore
{
public:
    static constexpr std::size_t kChunkSize = 512;

    /// The database must outlive this.
    static Result<ChunkStore> open(Database &database);

    /// Ordered samples, newer arrivals than all that is stored. Returns how many tags and times
    /// were stored before.
    Result<std::size_t> store(TagId tag, const SampleColumns &samples);
    /// The chunk of `tag` that ends last.
    Result<std::optional<StoredChunk>> newest(TagId tag);
    Result<SampleColumns> load(const StoredChunk &chunk);

private:
    explicit ChunkStore(Database &database)
        : m_database(&database)
    { }
    Result<std::optional<StoredChunk>> one(Statement &statement, TagId tag, std::int64_t time);
    Result<std::size_t> storeRun(TagId tag, const SampleColumns &run,
                                 const std::optional<StoredChunk> &host);
    Outcome write(TagId tag, const SampleColumns &samples,
                  const std::optional<StoredChunk> &replaced);
    Outcome insert(TagId tag, const ChunkSummary &summary, std::int64_t block);
    Result<std::int64_t> writeBlock(std::optional<std::int64_t> block);

    Database *m_database;
    Statement m_upTo;
    Statement m_after;
    Statement m_loadBlock;
    Statement m_insertBlock;
    Statement m_updateBlock;
    Statement m_insert;
    Statement m_remove;
    ByteWriter m_blob;
};

/// The columns of a chunk as `kChunkColumns` selects them.
inline constexpr const char *kChunkColumns
    = "first, last, count, bad, first_number, last_number, first_value, last_value, min, max, sum,"
      " block";
StoredChunk chunkOf(const Statement &row);

} // namespace telltale
