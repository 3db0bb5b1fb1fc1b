#pragma once

#include "data/telemetry/result.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

struct sqlite3_stmt;

namespace telltale {

/// A prepared statement. Bind, step, read; reset() makes it ready again.
/// Thread  that of its Database. Parameters count from 1, columns from 0, as in SQLite.
/// Errors  a failed bind shows at the next step().
class Statement
{
public:
    Statement() = default;
    ~Statement();
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&other) noexcept;

    Statement &bind(int parameter, std::int64_t value);
    Statement &bind(int parameter, double value);
    Statement &bind(int parameter, std::string_view text); ///< copied
    Statement &bindBlob(int parameter,
                        std::span<const std::uint8_t> bytes); ///< must live until reset()
    Statement &bindNull(int parameter);

    /// True: a row is there. False: done.
    Result<bool> step();
    /// step() to the end, then reset(): for statements that give no rows.
    Outcome run();
    void reset();

    enum class Type { Integer, Real, Text, Blob, Null };
    Type type(int column) const;
    bool isNull(int column) const;
    std::int64_t integer(int column) const;
    double real(int column) const;
    std::string text(int column) const;
    std::string_view view(int column) const; ///< of a text; valid until the next step() or reset()
    std::span<const std::uint8_t>
    blob(int column) const; ///< valid until the next step() or reset()

private:
    friend class Database;
    explicit Statement(sqlite3_stmt *handle)
        : m_handle(handle)
    { }
    sqlite3_stmt *m_handle = nullptr;
};

/// Resets a statement at the end of a block, so that no read transaction outlives it.
class StatementUse
{
public:
    explicit StatementUse(Statement &statement)
        : m_statement(statement)
    { }
    ~StatementUse() { m_statement.reset(); }
    StatementUse(const StatementUse &) = delete;
    StatementUse &operator=(const StatementUse &) = delete;
    Statement *operator->() { return &m_statement; }

private:
    Statement &m_statement;
};

} // namespace telltale
