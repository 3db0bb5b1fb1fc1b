#pragma once

#include "data/history/column_builder.h"
#include "data/history/history_file.h"
#include "data/history/history_reader.h"

#include <memory>
#include <span>
#include <vector>

namespace telltale {

/// One question of a trend: the samples of a range if they are few, else pixel columns, made from
/// the summaries of chunks wherever a chunk lies in one column and nothing overlaps it. A roll-up
/// counts as a whole where its first sample was, with all that other files have of its time.
class TrendQuery
{
public:
    /// `files` from old to new, `tail` newer than all; both outlive this.
    TrendQuery(std::span<const std::unique_ptr<HistoryFile>> files, const SampleColumns &tail,
               TagId tag, TimeRange range, int pixels, const CancelFlag *cancel);

    /// Fills in samples or columns.
    Outcome run(TrendRange &answer);

private:
    /// A chunk, or several that lie in one column.
    struct Found
    {
        ChunkSummary summary;
        HistoryFile *file;
        std::int64_t block;
        bool isOne;
    };

    Outcome findChunks();
    Outcome takeRollUps(const ChunkIndex::Row &row, TimeRange &rolledUp);
    void joinRollUps();
    /// The roll-up in whose time this is; null: none.
    ChunkSummary *rollUpAt(std::int64_t time);
    bool rollUpMeets(std::int64_t first, std::int64_t last) const;
    /// Both return how many samples of chunks wholly inside the range they took.
    std::size_t take(const Found &found);
    /// Those that lie in one column as one.
    std::size_t takeParts(HistoryFile &file, std::span<const StoredChunk> parts);
    bool isSurelyDense() const;
    /// False: they are too many, and none is taken.
    Result<bool> takeSamples(TrendRange &answer);
    Outcome takeColumns(TrendRange &answer);
    /// Whether nothing overlaps chunk `index`, nothing before reaching past `reach`.
    bool standsAlone(std::size_t index, std::int64_t reach) const;
    bool isWhole(const ChunkSummary &chunk) const;
    /// Takes what stands alone into the columns; false: its samples have to be looked for.
    Result<bool> takeAlone(const Found &found);
    bool tailMeets(std::int64_t from, std::int64_t to) const;
    Outcome addSamples(std::int64_t from, std::int64_t to);

    std::span<const std::unique_ptr<HistoryFile>> m_files;
    const SampleColumns &m_tail;
    TagId m_tag;
    TimeRange m_range;
    std::size_t m_sparseLimit; ///< samples
    const CancelFlag *m_cancel;
    std::vector<Found> m_chunks; ///< of all files, by first time
    std::vector<ChunkSummary> m_rollUps; ///< that begin in the range; by time, apart
    std::vector<TimeRange> m_rolledUp; ///< by file, as far as there are roll-ups in it
    std::vector<std::size_t> m_inside; ///< by file: samples in chunks wholly inside the range
    ColumnBuilder m_columns;
};

} // namespace telltale
