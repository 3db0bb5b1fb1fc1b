#pragma once

#include "data/history/byte_stream.h"
#include "data/history/sample_columns.h"
#include "data/storage/database.h"

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace telltale {

/// Places in table `pack`, as column `block` has them: below zero.
constexpr std::int64_t blockOfPlace(std::uint64_t place)
{
    return -1 - static_cast<std::int64_t>(place);
}
constexpr std::uint64_t placeOfBlock(std::int64_t block)
{
    return static_cast<std::uint64_t>(-1 - block);
}
constexpr bool isPacked(std::int64_t block)
{
    return block < 0;
}
/// Whether the file has its chunks there: nobody adds to it any more.
Result<bool> hasPack(Database &database);
/// Bytes of all chunks there.
Result<std::uint64_t> packedBytes(Database &database);

/// Reads chunks from table `pack`. Keeps the times that another chunk had last.
/// Thread  that of the database.
class PackReader
{
public:
    static Result<PackReader> open(Database &database);

    /// Errors  Damaged, Unsupported, DiskError.
    Result<SampleColumns> load(std::int64_t block);
    /// Of a chunk that has its own.
    Result<std::vector<std::int64_t>> timesAt(std::uint64_t place);

private:
    friend class PackWriter;
    PackReader() = default;
    Result<std::vector<std::uint8_t>> bytesAt(std::uint64_t place);
    Outcome append(std::vector<std::uint8_t> &bytes, std::uint64_t from, std::uint64_t size);

    Statement m_piece;
    std::optional<std::uint64_t> m_timesPlace;
    std::vector<std::int64_t> m_times;
};

/// Fills table `pack` of a new file. Chunks that have the times of one before share them.
/// Thread  that of the database. The caller holds the transaction.
class PackWriter
{
public:
    static Result<PackWriter> open(Database &database);

    /// The block to find it by; not empty, ordered.
    Result<std::int64_t> append(const SampleColumns &samples);
    /// Writes the last piece. Nothing may be appended after it.
    Outcome finish();

private:
    PackWriter() = default;
    Outcome writePiece(std::size_t size);
    /// How many bytes before `here` the same times stand, if they do.
    std::optional<std::uint64_t> sameTimes(const std::vector<std::int64_t> &times,
                                           std::uint64_t here);
    Result<std::vector<std::int64_t>> timesAt(std::uint64_t place);

    Statement m_insert;
    PackReader m_reader; ///< of what is in pieces
    std::vector<std::uint8_t> m_waiting; ///< of the piece that is not full
    std::uint64_t m_written = 0; ///< bytes in pieces
    std::unordered_map<std::uint64_t, std::uint64_t> m_known; ///< places by a sum over the times
    ByteWriter m_blob;
    ByteWriter m_size;
};

} // namespace telltale
