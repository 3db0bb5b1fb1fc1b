#pragma once

#include "data/storage/statement.h"
#include "data/telemetry/cancel_flag.h"
#include "data/telemetry/result.h"

#include <chrono>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

struct sqlite3;

namespace telltale {

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
    /// A step() that runs while this is cancelled returns Cancelled; null: nobody cancels.
    void setCancel(const CancelFlag *cancel);
    /// Pages in the WAL after the last commit of this connection.
    int walPages() const { return *m_walPages; }
    /// Whether the file was removed, renamed or replaced since it was opened. It can be read and
    /// written all the same, but nobody else will ever see that.
    bool hasMoved() const;
    /// Whether it was opened as a file that stays as it is, for there is no place for locks, and
    /// somebody wrote to it since or is about to: it is to be opened anew.
    bool hasChangedUnseen() const;
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
    /// What ends a step() that runs.
    struct Limits
    {
        std::chrono::steady_clock::time_point deadline
            = std::chrono::steady_clock::time_point::max();
        const CancelFlag *cancel = nullptr;
    };
    static int isOver(void *limits);
    /// A file that is read as if nobody could change it, as it was then.
    struct FixedFile
    {
        std::string path;
        std::int64_t size = 0;
        std::int64_t written = 0; ///< nanoseconds
        bool operator==(const FixedFile &) const = default;
    };
    static FixedFile stateOf(const std::string &path);

    Outcome prepareConnection(Mode mode, int pageSize);
    void applyLimits();
    sqlite3 *m_handle = nullptr;
    std::unique_ptr<int> m_walPages = std::make_unique<int>(0); ///< SQLite's hook points at it
    std::unique_ptr<Limits> m_limits = std::make_unique<Limits>(); ///< likewise
    std::optional<FixedFile> m_fixed;
};

} // namespace telltale
