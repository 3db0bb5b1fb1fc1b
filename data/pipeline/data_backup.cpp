#include "data/pipeline/data_backup.h"

#include "data/alarms/journal_heads.h"
#include "data/history/history_schema.h"
#include "data/pipeline/data_check.h"
#include "data/sources/json_object.h"
#include "data/storage/database_copy.h"
#include "data/storage/file.h"
#include "data/telemetry/clock.h"
#include "data/telemetry/timestamp_text.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <optional>
#include <utility>

namespace telltale {
namespace {

namespace fs = std::filesystem;

constexpr int kAttempts = 10; ///< to see all files as of one moment
constexpr std::uint64_t kRoomLeft = 64U << 20U;

std::uint64_t sizeOf(const std::string &path)
{
    std::error_code failed;
    const std::uintmax_t size = fs::file_size(path, failed);
    return failed ? 0 : size;
}

bool isWithin(const std::string &path, const std::string &folder)
{
    std::error_code failed;
    const std::string inner = fs::weakly_canonical(path, failed).string() + "/";
    return inner.starts_with(fs::weakly_canonical(folder, failed).string() + "/");
}

/// What an unfinished backup left; only if it is one.
Outcome sweep(const std::string &part)
{
    std::error_code failed;
    if (!fs::exists(part, failed))
        return {};
    if (!fs::exists(part + "/owner.lock", failed))
        return Error {Error::Code::Busy, part + ": is in the way; remove it"};
    fs::remove_all(part, failed);
    return failed ? Outcome(Error {Error::Code::DiskError, part + ": " + failed.message()})
                  : Outcome();
}

} // namespace

DataBackup::DataBackup(Options options, OnProgress onProgress, const CancelFlag *cancel)
    : m_options(std::move(options))
    , m_part(m_options.target + ".part")
    , m_onProgress(std::move(onProgress))
    , m_cancel(cancel)
{ }

Outcome DataBackup::run()
{
    if (Outcome free = checkTarget(); !free.ok())
        return free;
    if (const auto owner = FolderLock::ownerOf(m_part))
        return Error {Error::Code::Busy, m_part + ": " + *owner + " is writing a backup there"};
    if (Outcome swept = sweep(m_part); !swept.ok())
        return swept;
    if (Outcome made = makeFolder(m_part); !made.ok())
        return made;
    Outcome done;
    {
        const Result<FolderLock> lock = FolderLock::take(m_part);
        done = lock.ok() ? fill() : lock.error();
    }
    std::error_code failed;
    fs::remove(m_part + "/owner.lock", failed);
    if (done.ok())
        done = renameDurably(m_part, m_options.target);
    if (!done.ok())
        fs::remove_all(m_part, failed);
    return done;
}

Outcome DataBackup::checkTarget() const
{
    std::error_code failed;
    const std::string &target = m_options.target;
    const bool isEmptyFolder = fs::is_directory(target, failed) && fs::is_empty(target, failed);
    if (fs::exists(fs::symlink_status(target, failed)) && !isEmptyFolder)
        return Error {Error::Code::Busy,
                      target
                          + ": is there already, and a backup replaces nothing; give a new "
                            "folder"};
    if (isWithin(target, m_options.dataFolder) || isWithin(target, m_options.workspaceFolder))
        return Error {Error::Code::WrongUse,
                      target + ": a backup lies outside of what it is a backup of"};
    if (historyFiles(m_options.dataFolder).empty()
        && !fs::exists(m_options.dataFolder + "/alarms.db", failed))
        return Error {Error::Code::NotFound,
                      m_options.dataFolder + ": nothing is stored there that could be copied"};
    return {};
}

Outcome DataBackup::fill()
{
    for (const char *folder : {"/data", "/workspace"}) {
        if (Outcome made = makeFolder(m_part + folder); !made.ok())
            return made;
    }
    if (Outcome copied = copyHistory(); !copied.ok())
        return copied;
    if (Outcome copied = copyAlarms(); !copied.ok())
        return copied;
    Outcome copied
        = copyText(m_options.dataFolder + "/sources.json", m_part + "/data/sources.json");
    for (const std::string &file : m_options.workspaceFiles) {
        if (copied.ok())
            copied
                = copyText(m_options.workspaceFolder + "/" + file, m_part + "/workspace/" + file);
    }
    if (copied.ok())
        copied = checkCopy();
    return copied.ok() ? writeNote() : copied;
}

/// All as of one moment: a file begun while they are opened would take samples out of the one
/// before it.
Result<DataBackup::Snapshots> DataBackup::openSnapshots() const
{
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        const std::vector<std::string> paths = historyFiles(m_options.dataFolder);
        Snapshots files;
        Outcome opened;
        for (std::size_t i = 0; i < paths.size() && opened.ok(); ++i) {
            Result<std::unique_ptr<HistoryFile>> file = HistoryFile::open(paths[i]);
            opened = file.ok() ? file.value()->begin(std::chrono::steady_clock::time_point::max())
                               : file.error();
            // A read transaction begins with the first read.
            if (opened.ok() && !file.value()->database().userVersion().ok())
                opened = file.value()->database().lastError();
            if (opened.ok())
                files.push_back(std::move(file).value());
            else if (opened.error().code == Error::Code::NotFound)
                opened = {}; // it has no schema yet
            if (!opened.ok() && fs::exists(paths[i]))
                return Error {opened.error().code, paths[i] + ": " + opened.error().detail};
        }
        if (opened.ok() && historyFiles(m_options.dataFolder) == paths)
            return files;
    }
    return Error {Error::Code::Busy, "the files of the history change too fast; try again"};
}

Outcome DataBackup::checkRoom(const Snapshots &files) const
{
    std::uint64_t needed = sizeOf(m_options.dataFolder + "/alarms.db") + kRoomLeft;
    for (const auto &file : files)
        needed += sizeOf(file->path());
    const Result<std::uint64_t> free = freeBytes(m_part);
    if (!free.ok())
        return free.error();
    if (free.value() < needed)
        return Error {Error::Code::DiskFull,
                      m_options.target + ": needs " + std::to_string(needed >> 20U)
                          + " MiB, and there are " + std::to_string(free.value() >> 20U)};
    return {};
}

/// The newest first: its writer waits to shrink its log.
Outcome DataBackup::copyHistory()
{
    Result<Snapshots> files = openSnapshots();
    if (!files.ok())
        return files.error();
    if (Outcome room = checkRoom(files.value()); !room.ok())
        return room;
    m_total = sizeOf(m_options.dataFolder + "/alarms.db");
    for (const auto &file : files.value())
        m_total += sizeOf(file->path());
    Snapshots &open = files.value();
    for (; !open.empty(); open.pop_back()) {
        const std::string name = fs::path(open.back()->path()).filename().string();
        if (Outcome copied = copyOne(open.back()->database(), name); !copied.ok())
            return copied;
        open.back()->end();
    }
    return {};
}

Outcome DataBackup::copyAlarms()
{
    const std::string path = m_options.dataFolder + "/alarms.db";
    const std::string headsTo = JournalHeads::pathIn(m_part + "/data");
    if (!fs::exists(path))
        return copyText(JournalHeads::pathIn(m_options.dataFolder), headsTo);
    Result<Database> database = Database::open(path, Database::Mode::ReadOnly);
    if (!database.ok())
        return database.error();
    const Result<std::string> heads = beginAlarms(database.value());
    if (!heads.ok())
        return heads.error();
    if (Outcome copied = copyOne(database.value(), "alarms.db"); !copied.ok())
        return copied;
    return heads->empty() ? Outcome() : writeText(headsTo, heads.value());
}

/// As of a moment at which no head was being signed: those of then, none of an entry to come.
Result<std::string> DataBackup::beginAlarms(Database &database) const
{
    const auto readHeads = [path = JournalHeads::pathIn(m_options.dataFolder)] {
        const Result<std::string> content = readFile(path);
        const bool isAbsent = !content.ok() && content.error().code == Error::Code::NotFound;
        return isAbsent ? Result<std::string>(std::string()) : content;
    };
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        Result<std::string> before = readHeads();
        if (!before.ok())
            return before;
        const Outcome begun = database.execute("BEGIN; SELECT count(*) FROM sqlite_schema");
        if (!begun.ok())
            return begun.error();
        const Result<std::string> after = readHeads();
        if (!after.ok() || after.value() == before.value())
            return after;
        database.rollback();
    }
    return Error {Error::Code::Busy, "the heads of the alarm journal change too fast; try again"};
}

Outcome DataBackup::copyOne(Database &database, const std::string &name)
{
    const std::uint64_t before = m_summary.bytes;
    const Outcome copied = copyDatabase(
        database, m_part + "/data/" + name, [this, before](std::uint64_t done, std::uint64_t) {
            m_summary.bytes = before + done;
            m_onProgress(Phase::Copying, m_summary.bytes, std::max(m_total, m_summary.bytes));
            return !isCancelled();
        });
    if (copied.ok())
        ++m_summary.files;
    return copied;
}

Outcome DataBackup::copyText(const std::string &from, const std::string &to)
{
    const Result<std::string> content = readFile(from);
    if (!content.ok())
        return content.error().code == Error::Code::NotFound ? Outcome() : content.error();
    if (Outcome made = makeFolder(fs::path(to).parent_path().string()); !made.ok())
        return made;
    return writeText(to, content.value());
}

Outcome DataBackup::writeText(const std::string &to, const std::string &content)
{
    if (Outcome written = writeFileDurably(to, content); !written.ok())
        return written;
    ++m_summary.files;
    m_summary.bytes += content.size();
    return {};
}

Outcome DataBackup::checkCopy()
{
    std::optional<Damage> first;
    DataCheck check(
        m_part + "/data",
        [&first](const Damage &damage) { first = first ? std::move(first) : damage; },
        [this](std::uint64_t done, std::uint64_t total) {
            m_onProgress(Phase::Checking, done, total);
        },
        m_cancel);
    check.tellOriginTo([this](const Damage &damage) {
        m_summary.warnings.push_back(fs::path(damage.file).filename().string() + ": "
                                     + damage.what);
    });
    if (Outcome checked = check.run(); !checked.ok())
        return checked;
    if (first)
        return Error {Error::Code::Damaged,
                      fs::path(first->file).filename().string() + ": " + first->what
                          + ": no backup is made; telltale verify names all that is damaged"};
    m_summary.samples = check.counts().history.samples;
    m_summary.alarmEntries = check.counts().alarmEntries;
    std::error_code failed; // what a look at the copies left beside them
    for (const std::string &path : historyFiles(m_part + "/data")) {
        fs::remove(path + "-wal", failed);
        fs::remove(path + "-shm", failed);
    }
    fs::remove(m_part + "/data/alarms.db-wal", failed);
    fs::remove(m_part + "/data/alarms.db-shm", failed);
    return {};
}

/// For people: nothing reads it.
Outcome DataBackup::writeNote() const
{
    JsonObject note;
    note.add("program", std::string_view("telltale " TELLTALE_VERSION));
    note.add("time", std::string_view(isoText(Clock::system().now())));
    note.add("data", std::string_view(m_options.dataFolder));
    note.add("workspace", std::string_view(m_options.workspaceFolder));
    note.addRaw("samples", std::to_string(m_summary.samples));
    note.addRaw("alarm_entries", std::to_string(m_summary.alarmEntries));
    std::string warnings;
    for (const std::string &warning : m_summary.warnings)
        warnings += (warnings.empty() ? "" : "; ") + warning;
    if (!warnings.empty())
        note.add("warning", std::string_view(warnings));
    return writeFileDurably(m_part + "/backup.json", note.text() + "\n");
}

} // namespace telltale
