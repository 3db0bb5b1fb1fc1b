#pragma once

#include "data/telemetry/result.h"

#include <chrono>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

struct sqlite3;
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

/// One SQLite connection with the settings every file of ours has: WAL, synchronous=FULL, trusted
/// schema off, defensive, no extension loading, no mmap, wal_autocheckpoint=0 (the writer
/// checkpoints), busy timeout 5 s.
/// Thread  one at a time.
class Database
{
public:
    enum class Mode {
        ReadWrite,
        ReadOnly,
        Copy ///< a new file that nobody else has: filled in one go, without a write-ahead log
    };
    static constexpr std::chrono::milliseconds kBusyTimeout {5000};

    static Result<Database> open(const std::string &path, Mode mode, int pageSize = 4096);
    Database(Database &&other) noexcept;
    Database &operator=(Database &&other) noexcept;
    ~Database();

    Result<Statement> prepare(std::string_view sql);
    Outcome prepareAll(std::initializer_list<std::pair<Statement *, std::string_view>> statements);
    Outcome execute(const std::string &sql);
    Outcome begin();
    Outcome commit();
    void rollback();
    /// Moves what it can from the WAL into the file; `truncate` also empties it if no reader is in
    /// the way.
    Outcome checkpoint(bool truncate);
    /// All of the WAL into the file, and the WAL to nothing. Waits for readers; Busy: after
    /// `patience` one of them still needs it.
    Outcome emptyWal(std::chrono::milliseconds patience = kBusyTimeout);
    /// A step() that runs now returns Cancelled. From any thread, as long as this lives.
    void interrupt();
    /// A step() that still runs then returns Cancelled.
    void setDeadline(std::chrono::steady_clock::time_point deadline);
    void clearDeadline();
    /// Pages in the WAL after the last commit of this connection.
    int walPages() const { return *m_walPages; }
    /// Whether the file was removed, renamed or replaced since it was opened. It can be read and
    /// written all the same, but nobody else will ever see that.
    bool hasMoved() const;
    Result<std::int64_t> userVersion();
    std::int64_t lastRowId() const;
    int changes() const;
    sqlite3 *handle() const { return m_handle; }
    /// Why the last call of this connection failed.
    Error lastError() const;

private:
    explicit Database(sqlite3 *handle)
        : m_handle(handle)
    { }
    Outcome prepareConnection(Mode mode, int pageSize);
    sqlite3 *m_handle = nullptr;
    std::unique_ptr<int> m_walPages = std::make_unique<int>(0); ///< SQLite's hook points at it
    std::unique_ptr<std::chrono::steady_clock::time_point> m_deadline; ///< likewise
};

} // namespace telltale
