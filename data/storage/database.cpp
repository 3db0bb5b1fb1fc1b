#include "data/storage/database.h"

#include "data/storage/sqlite_error.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <utility>

namespace telltale {
namespace {

constexpr int kStepsPerLook = 1000; ///< of SQLite's machine, between looks at what may end it

bool isOnReadOnlyDisk(const std::string &path)
{
    struct statvfs disk = {};
    return ::statvfs(path.c_str(), &disk) == 0 && (disk.f_flag & ST_RDONLY) != 0;
}

bool isInForeignFolder(const std::string &path)
{
    const auto slash = path.rfind('/');
    const std::string folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
    return ::faccessat(AT_FDCWD, folder.c_str(), W_OK, AT_EACCESS) != 0
        && (errno == EACCES || errno == EPERM);
}

/// Whoever writes a file has a WAL beside it.
bool hasWal(const std::string &path)
{
    return ::access((path + "-wal").c_str(), F_OK) == 0;
}

/// On a disk or in a folder that cannot be written SQLite would find no place for its locks, and
/// without a WAL nobody writes the file now.
bool isFixed(const std::string &path)
{
    return !hasWal(path) && (isOnReadOnlyDisk(path) || isInForeignFolder(path));
}

/// A log that somebody else wrote, or writes.
bool hasLog(const std::string &path)
{
    struct stat log = {};
    return ::stat((path + "-wal").c_str(), &log) == 0 && log.st_size > 0;
}

/// The path as a URI that says so.
std::string fixedUri(const std::string &path)
{
    std::string uri = "file:";
    for (const char byte : path) {
        if (byte == '%' || byte == '?' || byte == '#') {
            std::array<char, 4> escape {};
            std::snprintf(escape.data(), escape.size(), "%%%02X", static_cast<unsigned>(byte));
            uri += escape.data();
        } else {
            uri += byte;
        }
    }
    return uri + "?immutable=1";
}

Error openError(const std::string &path, Error error)
{
    error.detail = path + ": " + error.detail;
    return error;
}

int noteWalPages(void *pages, sqlite3 *, const char *, int count)
{
    *static_cast<int *>(pages) = count;
    return SQLITE_OK;
}

} // namespace

Result<Database> Database::open(const std::string &path, Mode mode, int pageSize)
{
    // A reader, too, may write where the file allows it: the last connection that closes tidies an
    // empty WAL away. One with a log it leaves as it found it: of a damaged one only the writer
    // may take what is whole, and whoever checks finds the damage each time.
    const bool isReader = mode == Mode::ReadOnly;
    const bool keepsLog = isReader && hasLog(path);
    const FixedFile before = stateOf(path); // first: who writes meanwhile is found out
    const bool isImmutable = isReader && isFixed(path);
    const int flags = SQLITE_OPEN_NOMUTEX
        | (isImmutable ? SQLITE_OPEN_READONLY | SQLITE_OPEN_URI : SQLITE_OPEN_READWRITE)
        | (isReader ? 0 : SQLITE_OPEN_CREATE);
    sqlite3 *handle = nullptr;
    const std::string name = isImmutable ? fixedUri(path) : path;
    if (sqlite3_open_v2(name.c_str(), &handle, flags, nullptr) != SQLITE_OK) {
        const Error error = openError(path, sqliteError(handle));
        sqlite3_close_v2(handle);
        return error;
    }
    sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keepsLog ? 1 : 0, nullptr);
    Database database(handle);
    if (isImmutable)
        database.m_fixed = before;
    if (const Outcome set = database.prepareConnection(mode, pageSize); !set.ok())
        return openError(path, set.error());
    return database;
}

Outcome Database::prepareConnection(Mode mode, int pageSize)
{
    sqlite3_extended_result_codes(m_handle, 1);
    sqlite3_busy_timeout(m_handle, static_cast<int>(kBusyTimeout.count()));
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    const std::string settings
        = "PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA mmap_size=0;";
    if (mode == Mode::ReadOnly) // reading the version is the first thing that can fail
        return execute(settings + "PRAGMA query_only=ON; PRAGMA user_version;");
    if (mode == Mode::Copy)
        return execute(settings + "PRAGMA journal_mode=MEMORY; PRAGMA synchronous=FULL;");
    const Outcome set = execute("PRAGMA page_size=" + std::to_string(pageSize) + ";" + settings
                                + "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                                  "PRAGMA wal_autocheckpoint=0;");
    // After the settings: wal_autocheckpoint uses the same hook.
    sqlite3_wal_hook(m_handle, &noteWalPages, m_walPages.get());
    return set;
}

Database::Database(Database &&other) noexcept
    : m_handle(std::exchange(other.m_handle, nullptr))
    , m_walPages(std::move(other.m_walPages))
    , m_limits(std::move(other.m_limits))
    , m_fixed(std::move(other.m_fixed))
{ }

Database &Database::operator=(Database &&other) noexcept
{
    std::swap(m_handle, other.m_handle);
    std::swap(m_walPages, other.m_walPages);
    std::swap(m_limits, other.m_limits);
    std::swap(m_fixed, other.m_fixed);
    return *this;
}

Database::~Database()
{
    sqlite3_close_v2(m_handle);
}

Result<Statement> Database::prepare(std::string_view sql)
{
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v3(m_handle, sql.data(), static_cast<int>(sql.size()),
                           SQLITE_PREPARE_PERSISTENT, &statement, nullptr)
        != SQLITE_OK)
        return sqliteError(m_handle);
    return Statement(statement);
}

Outcome
Database::prepareAll(std::initializer_list<std::pair<Statement *, std::string_view>> statements)
{
    for (const auto &[statement, sql] : statements) {
        Result<Statement> prepared = prepare(sql);
        if (!prepared.ok())
            return prepared.error();
        *statement = std::move(prepared).value();
    }
    return {};
}

Outcome Database::execute(const std::string &sql)
{
    if (sqlite3_exec(m_handle, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return sqliteError(m_handle);
    return {};
}

Outcome Database::begin()
{
    return execute("BEGIN IMMEDIATE");
}

Outcome Database::commit()
{
    return execute("COMMIT");
}

void Database::rollback()
{
    if (sqlite3_get_autocommit(m_handle) == 0)
        sqlite3_exec(m_handle, "ROLLBACK", nullptr, nullptr, nullptr);
}

Outcome Database::checkpoint(bool truncate)
{
    const int mode = truncate ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE;
    const int status = sqlite3_wal_checkpoint_v2(m_handle, nullptr, mode, nullptr, nullptr);
    if (status != SQLITE_OK && (status & 0xFF) != SQLITE_BUSY)
        return sqliteError(m_handle);
    return {};
}

Outcome Database::emptyWal(std::chrono::milliseconds patience)
{
    sqlite3_busy_timeout(m_handle, static_cast<int>(patience.count()));
    const int status = sqlite3_wal_checkpoint_v2(m_handle, nullptr, SQLITE_CHECKPOINT_TRUNCATE,
                                                 nullptr, nullptr);
    Outcome done = status == SQLITE_OK ? Outcome() : Outcome(sqliteError(m_handle));
    sqlite3_busy_timeout(m_handle, static_cast<int>(kBusyTimeout.count()));
    if (done.ok())
        *m_walPages = 0;
    return done;
}

void Database::interrupt()
{
    sqlite3_interrupt(m_handle);
}

int Database::isOver(void *limits)
{
    const auto &set = *static_cast<const Limits *>(limits);
    const bool isCancelled = set.cancel && set.cancel->isCancelled();
    return isCancelled || std::chrono::steady_clock::now() >= set.deadline ? 1 : 0;
}

void Database::applyLimits()
{
    const bool isLimited = m_limits->cancel || m_limits->deadline != Limits().deadline;
    sqlite3_progress_handler(m_handle, isLimited ? kStepsPerLook : 0,
                             isLimited ? &Database::isOver : nullptr, m_limits.get());
}

void Database::setDeadline(std::chrono::steady_clock::time_point deadline)
{
    m_limits->deadline = deadline;
    applyLimits();
}

void Database::clearDeadline()
{
    m_limits->deadline = Limits().deadline;
    applyLimits();
}

void Database::setCancel(const CancelFlag *cancel)
{
    m_limits->cancel = cancel;
    applyLimits();
}

bool Database::hasMoved() const
{
    int moved = 0;
    return sqlite3_file_control(m_handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK
        && moved != 0;
}

Database::FixedFile Database::stateOf(const std::string &path)
{
    constexpr std::int64_t kNanoseconds = 1'000'000'000;
    struct stat file = {};
    if (::stat(path.c_str(), &file) != 0)
        return {path, -1, 0};
    return {path, file.st_size, file.st_mtim.tv_sec * kNanoseconds + file.st_mtim.tv_nsec};
}

bool Database::hasChangedUnseen() const
{
    return m_fixed && (hasWal(m_fixed->path) || stateOf(m_fixed->path) != *m_fixed);
}

Result<std::int64_t> Database::userVersion()
{
    Result<Statement> statement = prepare("PRAGMA user_version");
    if (!statement.ok())
        return statement.error();
    const Result<bool> row = statement->step();
    if (!row.ok())
        return row.error();
    return statement->integer(0);
}

std::int64_t Database::lastRowId() const
{
    return sqlite3_last_insert_rowid(m_handle);
}

int Database::changes() const
{
    return sqlite3_changes(m_handle);
}

Error Database::lastError() const
{
    return sqliteError(m_handle);
}

} // namespace telltale
