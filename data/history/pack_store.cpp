#include "data/history/pack_store.h"

#include "data/history/packed_codec.h"

#include <algorithm>

namespace telltale {
namespace {

constexpr std::uint64_t kPiece = 4056; ///< bytes that fill a page of 4 KiB
constexpr std::uint64_t kLongestSize = 10; ///< bytes of a varint
constexpr std::uint64_t kLargestChunk = 1U << 30U;
constexpr std::size_t kMostKnown = 1'000'000; ///< times that may be shared: 40 MiB

std::uint64_t sumOf(const std::vector<std::int64_t> &times)
{
    std::uint64_t sum = times.size();
    for (const std::int64_t time : times) {
        sum = (sum ^ static_cast<std::uint64_t>(time)) * 0x9E3779B97F4A7C15U;
        sum ^= sum >> 29U;
    }
    return sum;
}

} // namespace

Result<bool> hasPack(Database &database)
{
    Result<Statement> table
        = database.prepare("SELECT 1 FROM sqlite_schema WHERE type='table' AND name='pack'");
    return table.ok() ? table->step() : table.error();
}

Result<std::uint64_t> packedBytes(Database &database)
{
    Result<Statement> last
        = database.prepare("SELECT id, length(data) FROM pack ORDER BY id DESC LIMIT 1");
    if (!last.ok())
        return last.error();
    const Result<bool> row = last->step();
    if (!row.ok())
        return row.error();
    if (!row.value())
        return std::uint64_t {0};
    return static_cast<std::uint64_t>(last->integer(0)) * kPiece
        + static_cast<std::uint64_t>(last->integer(1));
}

Result<PackReader> PackReader::open(Database &database)
{
    PackReader reader;
    Result<Statement> piece = database.prepare("SELECT data FROM pack WHERE id=?1");
    if (!piece.ok())
        return piece.error();
    reader.m_piece = std::move(piece).value();
    return reader;
}

Result<SampleColumns> PackReader::load(std::int64_t block)
{
    const std::uint64_t place = placeOfBlock(block);
    const Result<std::vector<std::uint8_t>> bytes = bytesAt(place);
    if (!bytes.ok())
        return bytes.error();
    return decodePacked(bytes.value(),
                        [this, place](std::uint64_t back) -> Result<std::vector<std::int64_t>> {
                            if (back > place)
                                return Error {Error::Code::Damaged, "pack: no place has the times"};
                            if (m_timesPlace == place - back)
                                return m_times;
                            auto times = timesAt(place - back);
                            if (times.ok()) {
                                m_timesPlace = place - back;
                                m_times = times.value();
                            }
                            return times;
                        });
}

Result<std::vector<std::int64_t>> PackReader::timesAt(std::uint64_t place)
{
    const Result<std::vector<std::uint8_t>> bytes = bytesAt(place);
    if (!bytes.ok())
        return bytes.error();
    return decodePackedTimes(bytes.value());
}

/// What stands at `place`, behind a varint of its size.
Result<std::vector<std::uint8_t>> PackReader::bytesAt(std::uint64_t place)
{
    std::vector<std::uint8_t> bytes;
    if (Outcome read = append(bytes, place, kPiece - place % kPiece); !read.ok())
        return read.error();
    if (bytes.size() < kLongestSize) {
        // The last piece ends with its chunk: a size that is whole needs none after it.
        const Outcome read = append(bytes, place + bytes.size(), kPiece);
        if (!read.ok() && read.error().code != Error::Code::NotFound)
            return read.error();
    }
    ByteReader in(bytes);
    const std::uint64_t size = in.varint();
    const std::uint64_t head = bytes.size() - in.left();
    if (!in.ok() || size > kLargestChunk)
        return Error {Error::Code::Damaged, "pack: no chunk begins at its place"};
    while (bytes.size() < head + size) {
        if (Outcome read = append(bytes, place + bytes.size(), kPiece); !read.ok())
            return Error {Error::Code::Damaged, "pack: " + read.error().detail};
    }
    bytes.resize(head + size);
    bytes.erase(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(head));
    return bytes;
}

/// The bytes of one piece from `from` on, at most `size`.
Outcome PackReader::append(std::vector<std::uint8_t> &bytes, std::uint64_t from, std::uint64_t size)
{
    StatementUse use(m_piece);
    const Result<bool> row = use->bind(1, static_cast<std::int64_t>(from / kPiece)).step();
    if (!row.ok())
        return row.error();
    const auto piece = row.value() ? use->blob(0) : std::span<const std::uint8_t>();
    if (from % kPiece >= piece.size())
        return Error {Error::Code::NotFound,
                      "a piece is missing or short: " + std::to_string(from / kPiece)};
    const auto rest = piece.subspan(from % kPiece);
    const auto taken = rest.first(std::min<std::size_t>(rest.size(), size));
    bytes.insert(bytes.end(), taken.begin(), taken.end());
    return {};
}

Result<PackWriter> PackWriter::open(Database &database)
{
    Result<PackReader> reader = PackReader::open(database);
    if (!reader.ok())
        return reader.error();
    PackWriter writer;
    writer.m_reader = std::move(reader).value();
    Result<Statement> insert = database.prepare("INSERT INTO pack VALUES(?1,?2)");
    if (!insert.ok())
        return insert.error();
    writer.m_insert = std::move(insert).value();
    return writer;
}

Result<std::int64_t> PackWriter::append(const SampleColumns &samples)
{
    const std::uint64_t place = m_written + m_waiting.size();
    const std::optional<std::uint64_t> timesBack = sameTimes(samples.times, place);
    encodePacked(samples, timesBack, m_blob);
    m_size.clear();
    m_size.varint(m_blob.size());
    for (const auto bytes : {m_size.bytes(), m_blob.bytes()})
        m_waiting.insert(m_waiting.end(), bytes.begin(), bytes.end());
    if (!timesBack) {
        if (m_known.size() >= kMostKnown)
            m_known.clear();
        m_known[sumOf(samples.times)] = place;
    }
    while (m_waiting.size() >= kPiece) {
        if (Outcome written = writePiece(kPiece); !written.ok())
            return written.error();
    }
    return blockOfPlace(place);
}

Outcome PackWriter::finish()
{
    return m_waiting.empty() ? Outcome() : writePiece(m_waiting.size());
}

Outcome PackWriter::writePiece(std::size_t size)
{
    m_insert.bind(1, static_cast<std::int64_t>(m_written / kPiece));
    m_insert.bindBlob(2, {m_waiting.data(), size});
    if (Outcome written = m_insert.run(); !written.ok())
        return written;
    m_written += size;
    m_waiting.erase(m_waiting.begin(), m_waiting.begin() + static_cast<std::ptrdiff_t>(size));
    return {};
}

std::optional<std::uint64_t> PackWriter::sameTimes(const std::vector<std::int64_t> &times,
                                                   std::uint64_t here)
{
    const auto found = m_known.find(sumOf(times));
    if (found == m_known.end())
        return std::nullopt;
    const Result<std::vector<std::int64_t>> there = timesAt(found->second);
    if (!there.ok() || there.value() != times)
        return std::nullopt;
    return here - found->second;
}

/// Errors  NotFound: partly in a piece that is not written yet.
Result<std::vector<std::int64_t>> PackWriter::timesAt(std::uint64_t place)
{
    if (place < m_written)
        return m_reader.timesAt(place);
    ByteReader in(std::span<const std::uint8_t>(m_waiting).subspan(place - m_written));
    const std::uint64_t size = in.varint();
    return decodePackedTimes(in.take(size));
}

} // namespace telltale
