#pragma once

#include "data/storage/database.h"
#include "data/telemetry/sample.h"

#include <functional>
#include <optional>

namespace telltale {

/// Table `last`: of each tag the newest sample in a chunk, and the log row up to which it is
/// sealed.
/// Thread  that of the database.
class LastStore
{
public:
    struct Row
    {
        Sample sample;
        std::int64_t sealed = 0;
    };

    static Result<LastStore> openForWriting(Database &database);
    static Result<LastStore> openForReading(Database &database);

    Outcome write(const Row &row);
    /// Moves only the mark of a tag that has a row.
    Outcome writeSealed(TagId tag, std::int64_t sealed);
    Result<std::optional<Row>> read(TagId tag);
    Outcome readAll(const std::function<void(const Row &)> &take);

private:
    LastStore() = default;
    Row current(const Statement &row) const;

    Statement m_write;
    Statement m_writeSealed;
    Statement m_read;
    Statement m_readAll;
};

} // namespace telltale
