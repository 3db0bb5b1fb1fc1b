#pragma once

#include "data/history/chunk_index.h"
#include "data/storage/database.h"
#include "data/telemetry/sample.h"

#include <array>
#include <cstdint>
#include <optional>

namespace telltale {

/// How wide the roll-ups of a tag's samples are to be: the finest of a minute, an hour and a day
/// (UTC, us) of which chunks with half of the samples or more have 32 on average; none: so few take
/// no more room than their roll-ups would, and stay.
class RollUpWidth
{
public:
    /// A chunk of the tag.
    void add(const ChunkSummary &chunk);
    std::optional<std::int64_t> found() const;

private:
    std::uint64_t m_all = 0; ///< samples
    std::array<std::uint64_t, 3> m_dense {}; ///< of them, by width: in chunks that have enough
};

/// The same of tags of one file. Thread  that of the database.
class RollUpWidths
{
public:
    /// The database must outlive this.
    static Result<RollUpWidths> open(Database &database);

    /// None also for a tag of which only roll-ups are left.
    Result<std::optional<std::int64_t>> of(TagId tag);

private:
    RollUpWidths() = default;

    std::optional<ChunkIndex> m_chunks; ///< always
};

/// What a roll-up still says of the newest sample at or before `time`, its first or later: that is
/// its last sample or, within it, its first. Bad if that had no number: what it had is not kept.
Sample sampleOf(TagId tag, const ChunkSummary &rollUp, std::int64_t time);

/// Gathers samples of one tag, in order of time, into roll-ups of one width.
class RollUpBuilder
{
public:
    explicit RollUpBuilder(std::int64_t width)
        : m_width(width)
    { }

    /// The roll-up that ends before this sample, if one does.
    std::optional<ChunkSummary> add(const SampleColumns &samples, std::size_t index);
    /// The last one, if there is one.
    std::optional<ChunkSummary> finish();

private:
    std::int64_t m_width;
    std::int64_t m_place = 0; ///< of the roll-up at hand, in widths since 1970
    ChunkSummary m_current; ///< count 0: none
};

} // namespace telltale
