#pragma once

#include "data/storage/database.h"

#include <string_view>
#include <type_traits>

namespace telltale {

/// Calls `take` for each row of a statement. It gives nothing; or an Outcome, which ends it where
/// it failed; or a Result<bool>, which ends it where it failed or is false.
template <typename Take> Outcome forEachRow(Statement &statement, const Take &take)
{
    using Taken = std::invoke_result_t<const Take &, const Statement &>;
    for (;;) {
        const Result<bool> row = statement.step();
        if (!row.ok())
            return row.error();
        if (!row.value())
            return {};
        if constexpr (std::is_void_v<Taken>) {
            take(statement);
        } else {
            const Taken taken = take(statement);
            if (!taken.ok())
                return taken.error();
            if constexpr (!std::is_same_v<Taken, Outcome>) {
                if (!taken.value())
                    return {};
            }
        }
    }
}

/// The same for a query without parameters.
template <typename Take>
Outcome forEachRow(Database &database, std::string_view sql, const Take &take)
{
    Result<Statement> statement = database.prepare(sql);
    return statement.ok() ? forEachRow(statement.value(), take) : Outcome(statement.error());
}

} // namespace telltale
