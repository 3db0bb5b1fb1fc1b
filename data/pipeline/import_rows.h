#pragma once

#include "data/pipeline/import_options.h"
#include "data/telemetry/sample_batch.h"
#include "data/telemetry/tag_registry.h"

#include <cstdint>
#include <memory>
#include <optional>

namespace telltale {

/// The rows of a file to import, one after the other: a table, or the export's JSON lines.
/// Thread  one.
class ImportRows
{
public:
    struct Taken
    {
        std::size_t blank = 0; ///< cells without a value
        std::optional<Error> refused; ///< nothing of the line was taken
    };

    /// Errors  of the file and of its heading.
    static Result<std::unique_ptr<ImportRows>> open(const ImportOptions &options,
                                                    TagRegistry &registry);
    virtual ~ImportRows() = default;

    /// Appends the samples of the next line; nothing at the end.
    /// Errors  the file can be read no further.
    virtual Result<std::optional<Taken>> next(SampleBatch &batch) = 0;
    virtual std::uint64_t line() const = 0;
    virtual double progress() const = 0;
    /// What a person should know of how the lines were read; empty: nothing.
    virtual std::string note() const { return {}; }
};

} // namespace telltale
