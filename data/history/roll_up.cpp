#include "data/history/roll_up.h"

#include <limits>
#include <utility>

namespace telltale {
namespace {

constexpr std::array<std::int64_t, 3> kWidths {60'000'000, 3'600'000'000, 86'400'000'000}; ///< us
constexpr std::uint64_t kFewest = 32; ///< samples of a roll-up on average

/// By how far its samples are apart.
bool isDense(const ChunkSummary &chunk, std::int64_t width)
{
    const double span = static_cast<double>(chunk.last) - static_cast<double>(chunk.first);
    return chunk.count > 1
        && (chunk.count - 1.0) * static_cast<double>(width) >= static_cast<double>(kFewest) * span;
}

} // namespace

void RollUpWidth::add(const ChunkSummary &chunk)
{
    m_all += chunk.count;
    for (std::size_t i = 0; i < kWidths.size(); ++i)
        m_dense[i] += isDense(chunk, kWidths[i]) ? chunk.count : 0;
}

std::optional<std::int64_t> RollUpWidth::found() const
{
    for (std::size_t i = 0; i < kWidths.size(); ++i) {
        if (m_all >= kFewest && m_dense[i] * 2 >= m_all)
            return kWidths[i];
    }
    return std::nullopt;
}

Result<RollUpWidths> RollUpWidths::open(Database &database)
{
    Result<ChunkIndex> chunks = ChunkIndex::open(database);
    if (!chunks.ok())
        return chunks.error();
    RollUpWidths widths;
    widths.m_chunks = std::move(chunks).value();
    return widths;
}

Result<std::optional<std::int64_t>> RollUpWidths::of(TagId tag)
{
    RollUpWidth width;
    const auto take = [&width](const ChunkIndex::Row &row) -> Result<bool> {
        if (row.whole.isRollUp())
            return false;
        if (row.parts.empty()) {
            width.add(row.whole.summary);
            return true;
        }
        const Result<std::vector<StoredChunk>> parts = decodeParts(row.parts);
        if (!parts.ok())
            return parts.error();
        for (const StoredChunk &part : parts.value())
            width.add(part.summary);
        return true;
    };
    constexpr std::int64_t kFirst = std::numeric_limits<std::int64_t>::min();
    constexpr std::int64_t kEnd = std::numeric_limits<std::int64_t>::max();
    if (Outcome read = m_chunks->rows(tag, kFirst, kEnd, take); !read.ok())
        return read.error();
    return width.found();
}

Sample sampleOf(TagId tag, const ChunkSummary &rollUp, std::int64_t time)
{
    const bool isLast = rollUp.last <= time;
    Sample sample;
    sample.tag = tag;
    sample.time = timestampFromMicroseconds(isLast ? rollUp.last : rollUp.first);
    const bool isNumber = rollUp.numbers() > 0
        && (isLast ? rollUp.lastNumber == rollUp.last : rollUp.firstNumber == rollUp.first);
    if (!isNumber) {
        sample.quality = Quality::bad(Quality::Reason::None);
        return sample;
    }
    sample.value = isLast ? rollUp.lastValue : rollUp.firstValue;
    if (rollUp.uncertain > 0) // nobody knows which of them
        sample.quality = Quality::uncertain(Quality::Reason::None);
    return sample;
}

std::optional<ChunkSummary> RollUpBuilder::add(const SampleColumns &samples, std::size_t index)
{
    const std::int64_t time = samples.times[index];
    const std::int64_t place = time / m_width - (time % m_width < 0 ? 1 : 0);
    std::optional<ChunkSummary> ended;
    if (m_current.count > 0 && place != m_place)
        ended = std::exchange(m_current, {});
    m_place = place;
    countSample(m_current, samples, index);
    return ended;
}

std::optional<ChunkSummary> RollUpBuilder::finish()
{
    if (m_current.count == 0)
        return std::nullopt;
    return std::exchange(m_current, {});
}

} // namespace telltale
