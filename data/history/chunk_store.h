#pragma once

#include "data/history/byte_stream.h"
#include "data/history/chunk_index.h"

#include <optional>
#include <vector>

namespace telltale {

/// Puts samples into the chunks of a tag, so that chunks of a tag never overlap: what falls into an
/// existing one is merged with it. Up to 64 chunks that follow one another share a row of table
/// `chunk`, which says what is true of all of them.
/// Thread  that of the database. The caller holds the transaction.
class ChunkStore
{
public:
    /// Samples; of the widest usual values (15 digits, 6 bytes each) three chunks fill a page.
    static constexpr std::size_t kChunkSize = 432;

    /// The database must outlive this.
    static Result<ChunkStore> open(Database &database);

    /// Ordered samples, newer arrivals than all that is stored. Returns what was stored before.
    /// Errors  Damaged: also where only roll-ups of the tag are left, which take nothing in.
    Result<CommonSamples> store(TagId tag, const SampleColumns &samples);
    static constexpr std::size_t kPartsOfRow = 64;
    /// Writes a row for chunks that follow one another, whose samples are stored already, or for
    /// roll-ups; no row of the tag may overlap it.
    Outcome writeRow(TagId tag, std::span<const StoredChunk> parts);

private:
    ChunkStore(Database &database, ChunkIndex index)
        : m_database(&database)
        , m_index(std::move(index))
    { }
    Result<CommonSamples> storeRun(TagId tag, const SampleColumns &run,
                                   const std::optional<StoredChunk> &host);
    Outcome write(TagId tag, const SampleColumns &samples,
                  const std::optional<StoredChunk> &replaced);
    /// Enters chunks into the row where they belong, in place of `replaced`.
    Outcome enter(TagId tag, const std::vector<StoredChunk> &chunks,
                  const std::optional<StoredChunk> &replaced);
    Result<std::int64_t> writeBlock(std::optional<std::int64_t> block);

    Database *m_database;
    ChunkIndex m_index;
    Statement m_insertBlock;
    Statement m_updateBlock;
    Statement m_writeRow;
    Statement m_removeRow;
    ByteWriter m_blob;
};

} // namespace telltale
