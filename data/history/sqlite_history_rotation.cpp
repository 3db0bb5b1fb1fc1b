#include "data/history/sqlite_history_writer.h"

#include "data/history/history_schema.h"
#include "data/storage/database_copy.h"
#include "data/storage/file.h"

#include <algorithm>
#include <chrono>
#include <filesystem>

// How the writer goes on in the next file once one is large enough, damaged or taken away.

namespace telltale {
namespace {

constexpr std::size_t kTailToMove = 200'000; ///< samples whose log rows the next file takes over
constexpr std::size_t kSamplesPerStep = 50'000; ///< sealed in one transaction
constexpr std::uint64_t kFilesInLimit = 8;
constexpr const char *kSuffix = ".new"; ///< until the file is whole
constexpr std::uint64_t kLeaveFree = std::uint64_t {64} << 20U; ///< when a file is copied
const std::string kTakenAway = "was removed, renamed or replaced while it was written: ";

/// Months since year 0, UTC.
std::int64_t monthOf(std::int64_t time)
{
    using namespace std::chrono;
    const year_month_day day(floor<days>(timestampFromMicroseconds(time)));
    return std::int64_t {static_cast<int>(day.year())} * 12 + static_cast<unsigned>(day.month());
}

std::string extentOf(const HistoryTail &tail)
{
    const auto [oldest, newest] = tail.extent();
    if (oldest > newest)
        return "oldest=NULL, newest=NULL";
    return "oldest=" + std::to_string(oldest) + ", newest=" + std::to_string(newest);
}

} // namespace

/// With a limit for all files each is small beside it, so that the oldest can go.
std::uint64_t SqliteHistoryWriter::rotateAt() const
{
    return m_mostBytes ? std::min(m_rotateAt, *m_mostBytes / kFilesInLimit) : m_rotateAt;
}

/// Large, or begun in an earlier month. A file without chunks is not left, however large it is: the
/// next would be no smaller.
Result<bool> SqliteHistoryWriter::isFull()
{
    const std::int64_t begun = m_committed.begun;
    const bool isOld = begun != 0 && monthOf(m_arrival) > monthOf(begun);
    std::error_code failed;
    const std::uintmax_t size = std::filesystem::file_size(m_path, failed);
    if (failed || (!isOld && size < rotateAt()))
        return false;
    return hasChunks();
}

Result<bool> SqliteHistoryWriter::hasChunks()
{
    Result<Statement> chunk = m_file->database->prepare("SELECT 1 FROM chunk LIMIT 1");
    return chunk.ok() ? chunk->step() : chunk.error();
}

/// What waits is sealed into the old file first, as long as that is much.
Result<SqliteHistoryWriter::Step> SqliteHistoryWriter::rotate()
{
    const Result<bool> full = isFull();
    if (!full.ok() || !full.value())
        return full.ok() ? Result<Step>(Step::Nothing) : full.error();
    if (m_tail->size() > kTailToMove) {
        const std::vector<TagId> tags = m_tail->oldest(m_committed.logRow, kSamplesPerStep);
        if (tags.empty())
            return Step::Nothing;
        if (Outcome sealed = sealTags(tags); !sealed.ok())
            return sealed.error();
        return Step::Done;
    }
    if (Outcome begun = beginNextFile(); !begun.ok())
        return begun.error();
    return Step::Done;
}

/// A chunk that cannot be read takes nothing in: what waits goes into the next file, which is read
/// together with this one. The damage stays as it is, for a check to find. If it is not in a chunk
/// the next file would have it, too: that one gets only what memory has.
Outcome SqliteHistoryWriter::leaveDamagedFile(const Error &damage)
{
    const std::string left = m_path;
    const Result<bool> chunks = hasChunks();
    Outcome begun = chunks.ok() && chunks.value() ? beginNextFile() : beginAnew();
    if (!begun.ok() && begun.error().code == Error::Code::Damaged)
        begun = beginAnew();
    if (begun.ok())
        m_finished.noteDamage(left, "takes nothing in any more: " + damage.detail);
    return begun;
}

/// Under another name until it has all the newest file must have: a crash leaves the old one.
Outcome SqliteHistoryWriter::beginNextFile()
{
    const std::string path = nextHistoryFile(m_folder);
    m_tail->restartExtent(); // the next file's is its own
    const std::string unfinished = path + kSuffix;
    if (Outcome removed = removeHistoryFile(unfinished); !removed.ok())
        return removed;
    Outcome made = fillNextFile(unfinished);
    if (made.ok())
        made = renameDurably(unfinished, path);
    if (!made.ok()) {
        (void)removeHistoryFile(unfinished);
        return made;
    }
    m_file.reset();
    m_path = path;
    m_finished.list(path);
    m_running.beginFile();
    noteTrimmed(m_tail->firstNeededRow(m_committed.logRow + 1));
    return ensureFile();
}

Outcome SqliteHistoryWriter::fillNextFile(const std::string &path)
{
    Result<Database> database = openHistoryForWriting(path);
    if (!database.ok())
        return database.error();
    Result<Statement> attach = database->prepare("ATTACH ?1 AS old");
    if (!attach.ok())
        return attach.error();
    if (Outcome attached = attach->bind(1, std::string_view(m_path)).run(); !attached.ok())
        return attached;
    const std::int64_t needed = m_tail->firstNeededRow(m_committed.logRow + 1);
    const Outcome copied = database->execute("BEGIN;"
                                             "INSERT OR REPLACE INTO state SELECT * FROM old.state;"
                                             "UPDATE state SET begun=NULL, "
                                             + extentOf(*m_tail)
                                             + ";"
                                               "INSERT INTO gap SELECT * FROM old.gap"
                                               " WHERE ends=9223372036854775807;"
                                               "INSERT INTO counter SELECT * FROM old.counter;"
                                               "INSERT INTO tag SELECT * FROM old.tag;"
                                               "INSERT INTO last SELECT * FROM old.last;"
                                               "INSERT INTO log SELECT * FROM old.log WHERE id>="
                                             + std::to_string(needed)
                                             + ";"
                                               "COMMIT; DETACH old");
    if (!copied.ok())
        return copied;
    return database->checkpoint(true);
}

/// Somebody removed, renamed or replaced the file that is written: it can be read as long as it is
/// open, so the next one gets all it has.
Outcome SqliteHistoryWriter::leaveFileTakenAway()
{
    const std::string left = m_path;
    const std::string path = nextHistoryFile(m_folder, left);
    (void)m_file->database->emptyWal(); // or it would be taken for that of whatever comes there
    if (Outcome copied = copyFile(path); !copied.ok())
        return copied;
    m_file.reset();
    m_path = path;
    std::error_code failed;
    if (!std::filesystem::exists(left, failed) && !failed)
        (void)removeHistoryFile(left); // what SQLite kept beside it
    m_finished.list(path);
    m_finished.note({left,
                     kTakenAway + "all it had is in " + path
                         + ". Leave the files of a running Telltale where they are: how long "
                           "history is kept, retention.json says",
                     HistoryNote::Kind::Gone,
                     {}});
    return openAgain();
}

Outcome SqliteHistoryWriter::copyFile(const std::string &path)
{
    const Result<std::uint64_t> free = freeBytes(m_folder);
    if (!free.ok())
        return free.error();
    const std::string unfinished = path + kSuffix;
    if (Outcome removed = removeHistoryFile(unfinished); !removed.ok())
        return removed;
    const Outcome copied
        = copyDatabase(*m_file->database, unfinished, [&free](std::uint64_t, std::uint64_t total) {
              return total + kLeaveFree <= free.value();
          });
    if (!copied.ok() && copied.error().code == Error::Code::Cancelled)
        return Error {Error::Code::DiskFull,
                      m_path + " " + kTakenAway + "the disk has no room to write it anew"};
    return copied.ok() ? renameDurably(unfinished, path) : copied;
}

/// The file went while it was not open.
Outcome SqliteHistoryWriter::leaveLostFile()
{
    const std::string left = m_path;
    const Outcome begun = beginAnew();
    if (begun.ok())
        m_finished.note({left, kTakenAway + "recording goes on in " + m_path,
                         HistoryNote::Kind::Gone,
                         "If it was moved, put it back under its name: it is read again at once."});
    return begun;
}

/// What waits, and the gaps that go on, are all that the next file gets of this one.
Outcome SqliteHistoryWriter::beginAnew()
{
    const std::string path = nextHistoryFile(m_folder, m_path);
    Result<std::unique_ptr<File>> file = openFile(path);
    const Outcome made = file.ok() ? m_running.writeTo(*file.value()->database, file.value()->log)
                                   : Outcome(file.error());
    if (!made.ok()) {
        file = made.error();
        (void)removeHistoryFile(path);
        return made;
    }
    m_file = std::move(file).value();
    m_path = path;
    m_mustSeal = true;
    m_finished.list(path);
    return {};
}

} // namespace telltale
