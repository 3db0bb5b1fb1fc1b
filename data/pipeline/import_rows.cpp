#include "data/pipeline/import_rows.h"

#include "data/pipeline/json_samples.h"
#include "data/pipeline/row_samples.h"
#include "data/sources/row_cells.h"

namespace telltale {
namespace {

class TableRows final : public ImportRows
{
public:
    TableRows(std::unique_ptr<CsvRows> rows, RowSamples samples)
        : m_rows(std::move(rows))
        , m_samples(std::move(samples))
    { }

    Result<std::optional<Taken>> next(SampleBatch &batch) override
    {
        const Result<bool> more = m_rows->next(m_cells);
        if (!more)
            return more.error();
        if (!more.value())
            return std::optional<Taken>();
        const Result<std::size_t> blank = m_samples.take(*m_rows, m_cells, batch);
        return std::optional(blank ? Taken {blank.value(), {}} : Taken {0, blank.error()});
    }
    std::uint64_t line() const override { return m_rows->line(); }
    double progress() const override { return m_rows->progress(); }
    std::string note() const override
    {
        return m_samples.assumedUtc()
            ? "times in this file say no zone: taken as UTC (--zone gives another)"
            : std::string();
    }

private:
    std::unique_ptr<CsvRows> m_rows;
    RowSamples m_samples;
    std::vector<std::string_view> m_cells;
};

bool isJsonLines(const std::string &file)
{
    const std::string name = loweredCell(file);
    return name.ends_with(".jsonl") || name.ends_with(".jsonl.gz");
}

} // namespace

Result<std::unique_ptr<ImportRows>> ImportRows::open(const ImportOptions &options,
                                                     TagRegistry &registry)
{
    if (isJsonLines(options.file))
        return openJsonLines(options, registry);
    Result<std::unique_ptr<CsvRows>> rows = CsvRows::open(options.file, options.delimiter);
    if (!rows)
        return rows.error();
    Result<RowSamples> samples = RowSamples::create(rows.value()->header(), options, registry);
    if (!samples)
        return samples.error();
    return std::unique_ptr<ImportRows>(
        std::make_unique<TableRows>(std::move(rows).value(), std::move(samples).value()));
}

} // namespace telltale
