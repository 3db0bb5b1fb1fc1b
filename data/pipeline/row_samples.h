#pragma once

#include "data/pipeline/cell_value.h"
#include "data/pipeline/import_options.h"
#include "data/pipeline/tag_finder.h"
#include "data/sources/csv_rows.h"
#include "data/sources/row_time.h"
#include "data/sources/row_topic.h"
#include "data/telemetry/sample_batch.h"
#include "data/telemetry/tag_registry.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace telltale {

/// Makes samples of the rows of a table. Its form is found by the heading:
///   a column `tag` and one `value` (and perhaps `quality`): a row is a sample. If the heading is
///     that of an export, cells are read as exactly as an export writes them;
///   one column `value` beside the time: the samples of one tag;
///   wide, if asked for: every column is a tag.
/// Thread  one. Memory grows with the number of tags only.
class RowSamples
{
public:
    /// Errors  WrongUse: the heading does not fit the options, with what to write instead.
    static Result<RowSamples> create(const std::vector<std::string> &header,
                                     const ImportOptions &options, TagRegistry &registry);

    /// Appends the samples of the row `rows` gave last; all of them or none. Returns how many
    /// cells had no value.
    /// Errors  Malformed, LimitExceeded: why the line is refused.
    Result<std::size_t> take(const CsvRows &rows, const std::vector<std::string_view> &cells,
                             SampleBatch &batch);
    bool assumedUtc() const { return m_time.assumedUtc(); }

private:
    using Tags = std::vector<TagId>; ///< by column; invalid: not met yet

    RowSamples(RowTime time, TagRegistry &registry, char decimal)
        : m_time(std::move(time))
        , m_finder(registry)
        , m_reader(decimal)
    { }
    Outcome findColumns(const ImportOptions &options);
    Outcome findTopic(const ImportOptions &options, bool isSingle);
    std::vector<std::size_t> otherColumns() const;
    Result<std::size_t> takeLong(const CsvRows &rows, const std::vector<std::string_view> &cells,
                                 Timestamp time, SampleBatch &batch);
    Result<std::size_t> takeWide(const std::vector<std::string_view> &cells, Timestamp time,
                                 SampleBatch &batch);
    Result<TagId> columnTag(Tags &tags, std::size_t column, const std::string &topic);
    Tags &tagsOf(const std::string &topic);

    RowTime m_time;
    TagFinder m_finder;
    CellReader m_reader;
    std::vector<std::string> m_header;
    std::optional<std::size_t> m_tagColumn; ///< long form
    std::optional<std::size_t> m_qualityColumn;
    std::vector<std::size_t> m_values; ///< columns with values
    std::optional<RowTopic> m_topic;
    bool m_isExact = false;
    bool m_valueIsTopic = false; ///< the one column is the topic itself
    std::unordered_map<std::string, Tags> m_tags; ///< wide: by topic
    std::vector<CellValue> m_row; ///< scratch
    std::vector<TagId> m_rowTags;
};

} // namespace telltale
