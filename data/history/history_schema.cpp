#include "data/history/history_schema.h"

#include "data/storage/file.h"
#include "history_schema_sql.h"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <iterator>
#include <map>

namespace telltale {
namespace {

constexpr int kReaderCacheKiB = 16'384; ///< what a trend over 10 million samples opens
constexpr std::string_view kPrefix = "history-";
constexpr std::string_view kSuffix = ".db";
constexpr std::string_view kAside = ".damaged-"; ///< behind the name; then when
constexpr std::string_view kAgain = "-again"; ///< behind a name that is taken
constexpr std::string_view kUnfinished = ".new"; ///< a file that a crash left half made
constexpr std::string_view kLog = "-wal"; ///< what SQLite has not yet put into the file
constexpr std::string_view kNote = ".txt"; ///< what became of a file set aside

static_assert(std::size(kHistorySchemaSteps) == kHistorySchema);

/// The number in history-0001.db or history-0001.db.damaged-...; 0: another file.
int numberOf(const std::string &name)
{
    int number = 0;
    return std::sscanf(name.c_str(), "history-%d.db", &number) == 1 ? number : 0;
}

std::vector<std::string> namesIn(const std::string &folder)
{
    std::vector<std::string> names;
    std::error_code failed;
    for (std::filesystem::directory_iterator at(folder, failed), end; !failed && at != end;
         at.increment(failed)) {
        std::string name = at->path().filename().string();
        if (numberOf(name) > 0 && !name.ends_with(kUnfinished))
            names.push_back(std::move(name));
    }
    return names;
}

bool isThere(const std::string &path)
{
    std::error_code failed;
    return std::filesystem::exists(path, failed);
}

Outcome moveAside(const std::string &from, const std::string &to)
{
    std::error_code failed;
    std::filesystem::rename(from, to, failed);
    if (failed)
        return Error {Error::Code::DiskError,
                      from + ": cannot be renamed to " + to + ": " + failed.message()};
    return {};
}

/// The write-ahead log of a file that was set aside goes with it: SQLite would apply it to whatever
/// file has the old name next. That of the file set aside is never written over.
Outcome setLogAside(const std::string &path, std::string aside)
{
    const std::string log = path + std::string(kLog);
    if (!isThere(log))
        return {};
    while (isThere(aside + std::string(kLog)))
        aside += kAgain;
    return moveAside(log, aside + std::string(kLog));
}

/// Each file that was set aside, and its name since the last time.
std::map<std::string, std::string> newestAsides(const std::string &folder)
{
    std::map<std::string, std::string> asides;
    for (const std::string &name : namesIn(folder)) {
        const std::size_t end = name.find(kAside);
        if (end == std::string::npos || name.ends_with(kLog) || name.ends_with("-shm")
            || name.ends_with(kNote))
            continue;
        std::string &newest = asides[folder + "/" + name.substr(0, end)];
        newest = std::max(newest, folder + "/" + name);
    }
    return asides;
}

Outcome applySteps(Database &database, std::int64_t from)
{
    if (Outcome begun = database.begin(); !begun.ok())
        return begun;
    for (std::int64_t step = from; step < kHistorySchema; ++step) {
        if (Outcome done = database.execute(kHistorySchemaSteps[step]); !done.ok()) {
            database.rollback();
            return done;
        }
    }
    if (Outcome done = database.commit(); !done.ok()) {
        database.rollback();
        return done;
    }
    return {};
}

/// Of a file this program knows.
Result<std::int64_t> versionOf(Database &database, const std::string &path)
{
    const Result<std::int64_t> version = database.userVersion();
    if (version.ok() && version.value() > kHistorySchema)
        return Error {Error::Code::NewerVersion,
                      path + ": schema " + std::to_string(version.value())
                          + ", this program knows up to " + std::to_string(kHistorySchema)
                          + ": install a newer Telltale"};
    return version;
}

} // namespace

std::vector<std::string> historyFiles(const std::string &folder)
{
    std::vector<std::pair<int, std::string>> numbered;
    for (const std::string &name : namesIn(folder)) {
        if (name.ends_with(kSuffix))
            numbered.emplace_back(numberOf(name), folder + "/" + name);
    }
    std::sort(numbered.begin(), numbered.end());
    std::vector<std::string> files;
    files.reserve(numbered.size());
    for (auto &[number, path] : numbered)
        files.push_back(std::move(path));
    return files;
}

std::string nextHistoryFile(const std::string &folder, const std::string &beyond)
{
    int newest = numberOf(std::filesystem::path(beyond).filename().string());
    for (const std::string &name : namesIn(folder))
        newest = std::max(newest, numberOf(name));
    std::string digits = std::to_string(newest + 1);
    digits.insert(0, digits.size() < 4 ? 4 - digits.size() : 0, '0');
    return folder + "/" + std::string(kPrefix) + digits + std::string(kSuffix);
}

Result<Database> openHistoryForWriting(const std::string &path)
{
    Result<Database> database = Database::open(path, Database::Mode::ReadWrite, kHistoryPageSize);
    if (!database.ok())
        return database;
    const Result<std::int64_t> version = versionOf(database.value(), path);
    if (!version.ok())
        return version.error();
    if (version.value() == 0) {
        // So that pages the log no longer needs can be given back; VACUUM applies it.
        if (Outcome set = database->execute("PRAGMA auto_vacuum=INCREMENTAL; VACUUM"); !set.ok())
            return set.error();
    }
    if (version.value() < kHistorySchema) {
        if (Outcome made = applySteps(database.value(), version.value()); !made.ok())
            return made.error();
    }
    return database;
}

Result<Database> createPackedHistory(const std::string &path)
{
    Result<Database> database = Database::open(path, Database::Mode::ReadWrite, kPackedPageSize);
    if (!database.ok())
        return database;
    if (Outcome made = applySteps(database.value(), 0); !made.ok())
        return made.error();
    if (Outcome made = database->execute(kHistoryPack); !made.ok())
        return made.error();
    return database;
}

Outcome removeHistoryFile(const std::string &path)
{
    for (const char *suffix : {"", "-wal", "-shm"}) {
        std::error_code failed;
        std::filesystem::remove(path + suffix, failed);
        if (failed)
            return Error {Error::Code::DiskError,
                          path + suffix + ": cannot be removed: " + failed.message()};
    }
    return {};
}

Result<Database> openHistoryForReading(const std::string &path)
{
    Result<Database> database = Database::open(path, Database::Mode::ReadOnly);
    if (!database.ok())
        return database;
    const Result<std::int64_t> version = versionOf(database.value(), path);
    if (!version.ok())
        return version.error();
    if (version.value() == 0)
        return Error {Error::Code::NotFound, path + ": nothing in it yet"};
    const Outcome set = database->execute("PRAGMA cache_size=-" + std::to_string(kReaderCacheKiB));
    if (!set.ok())
        return set.error();
    return database;
}

Result<std::string> setHistoryAside(const std::string &path)
{
    const std::time_t now = std::time(nullptr);
    std::tm utc {};
    ::gmtime_r(&now, &utc);
    char stamp[32];
    std::strftime(stamp, sizeof stamp, "%Y%m%dT%H%M%SZ", &utc);
    std::string aside = path + std::string(kAside) + stamp;
    while (isThere(aside) || isThere(aside + std::string(kLog)))
        aside += kAgain; // within the same second
    if (Outcome renamed = moveAside(path, aside); !renamed.ok())
        return renamed.error();
    // The file first: cut off here, finishRepairs() knows whose the log is. The other way round a
    // damaged file without its log might open, and what the log has would be lost unseen.
    if (Outcome renamed = setLogAside(path, aside); !renamed.ok()) {
        if (const Outcome back = moveAside(aside, path); !back.ok())
            return Error {Error::Code::DiskError,
                          renamed.error().detail + "; " + back.error().detail};
        return renamed.error();
    }
    std::error_code failed;
    std::filesystem::remove(path + "-shm", failed); // made anew by whoever opens the file
    return aside;
}

Outcome finishRepairs(const std::string &folder)
{
    for (const auto &[path, aside] : newestAsides(folder)) {
        if (isThere(path))
            continue;
        const Outcome logMoved = setLogAside(path, aside);
        const std::string unfinished = path + std::string(kUnfinished);
        if (!isThere(unfinished))
            continue; // nothing gets this name again: a log that could not go harms nobody
        if (!logMoved.ok())
            return logMoved;
        if (Outcome done = renameDurably(unfinished, path); !done.ok())
            return done;
    }
    return {};
}

} // namespace telltale
