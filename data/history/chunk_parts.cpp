#include "data/history/chunk_parts.h"

#include "data/history/checked_blob.h"
#include "data/history/integer_codec.h"
#include "data/history/value_codec.h"

#include <algorithm>
#include <array>

namespace telltale {
namespace {

constexpr std::uint8_t kOfChunks = 1; ///< versions
constexpr std::uint8_t kOfRollUps = 2;
constexpr std::uint64_t kMaxParts = 1U << 16U;

/// Columns of integers as they are stored: times as distances, so that few bits are left. The last
/// one is where the samples are; of roll-ups two take its place.
constexpr std::size_t kIntegers = 8;
using Integers = std::array<std::vector<std::int64_t>, kIntegers>;
constexpr std::array kValues {&ChunkSummary::firstValue, &ChunkSummary::lastValue,
                              &ChunkSummary::min, &ChunkSummary::max, &ChunkSummary::sum};

std::int64_t distance(std::int64_t from, std::int64_t to)
{
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(to)
                                     - static_cast<std::uint64_t>(from));
}

std::int64_t after(std::int64_t from, std::int64_t by)
{
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(from)
                                     + static_cast<std::uint64_t>(by));
}

std::size_t columnsOf(std::uint8_t version)
{
    return version == kOfChunks ? kIntegers - 1 : kIntegers;
}

StoredChunk partOf(const Integers &columns, std::size_t index, std::uint8_t version)
{
    StoredChunk part;
    ChunkSummary &summary = part.summary;
    summary.first = columns[0][index];
    summary.last = after(summary.first, columns[1][index]);
    summary.count = static_cast<std::uint32_t>(columns[2][index]);
    summary.bad = static_cast<std::uint32_t>(columns[3][index]);
    summary.firstNumber = after(summary.first, columns[4][index]);
    summary.lastNumber = after(summary.last, columns[5][index]);
    if (version == kOfChunks) {
        part.block = columns[6][index];
    } else {
        summary.uncertain = static_cast<std::uint32_t>(columns[6][index]);
        summary.texts = static_cast<std::uint32_t>(columns[7][index]);
    }
    return part;
}

bool isOrdered(const std::vector<StoredChunk> &parts)
{
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const ChunkSummary &summary = parts[i].summary;
        if (summary.last < summary.first || summary.bad > summary.count
            || summary.uncertain > summary.count || summary.texts > summary.bad
            || (i > 0 && summary.first <= parts[i - 1].summary.last))
            return false;
    }
    return true;
}

} // namespace

StoredChunk summarise(std::span<const StoredChunk> parts)
{
    StoredChunk whole = parts.front();
    for (const StoredChunk &next : parts.subspan(1))
        join(whole.summary, next.summary);
    return whole;
}

void encodeParts(std::span<const StoredChunk> parts, ByteWriter &out)
{
    const std::uint8_t version = parts.front().isRollUp() ? kOfRollUps : kOfChunks;
    Integers columns;
    for (const StoredChunk &part : parts) {
        const ChunkSummary &summary = part.summary;
        columns[0].push_back(summary.first);
        columns[1].push_back(distance(summary.first, summary.last));
        columns[2].push_back(summary.count);
        columns[3].push_back(summary.bad);
        columns[4].push_back(distance(summary.first, summary.firstNumber));
        columns[5].push_back(distance(summary.last, summary.lastNumber));
        columns[6].push_back(part.isRollUp() ? summary.uncertain : part.block);
        columns[7].push_back(summary.texts);
    }
    beginBlob(out, version);
    out.varint(parts.size());
    for (std::size_t i = 0; i < columnsOf(version); ++i)
        writeIntegers(out, columns[i]);
    std::vector<double> values(parts.size());
    for (const auto member : kValues) {
        std::transform(parts.begin(), parts.end(), values.begin(),
                       [member](const StoredChunk &part) { return part.summary.*member; });
        writeValues(out, values);
    }
    sealBlob(out);
}

Result<std::vector<StoredChunk>> decodeParts(std::span<const std::uint8_t> blob)
{
    ByteReader in(blob);
    const Result<std::uint8_t> version = openBlob(in, "parts", {kOfChunks, kOfRollUps});
    if (!version.ok())
        return version.error();
    const Error damaged = brokenBlob("parts");
    const std::uint64_t count = in.varint();
    if (!in.ok() || count == 0 || count > kMaxParts)
        return damaged;
    Integers columns;
    for (std::size_t i = 0; i < columnsOf(version.value()); ++i) {
        if (!readIntegers(in, count, columns[i]))
            return damaged;
    }
    std::vector<StoredChunk> parts;
    parts.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        parts.push_back(partOf(columns, i, version.value()));
    for (const auto member : kValues) {
        std::vector<double> values;
        if (!readValues(in, count, values))
            return damaged;
        for (std::size_t i = 0; i < count; ++i)
            parts[i].summary.*member = values[i];
    }
    if (!isOrdered(parts))
        return damaged;
    return parts;
}

} // namespace telltale
