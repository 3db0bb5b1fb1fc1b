#include "data/history/sqlite_history_writer.h"

#include "data/history/history_schema.h"
#include "data/storage/file.h"

#include <filesystem>

// How the writer goes on in the next file once one is large enough.

namespace telltale {
namespace {

constexpr std::size_t kTailToMove = 200'000; ///< samples whose log rows the next file takes over
constexpr std::size_t kSamplesPerStep = 50'000; ///< sealed in one transaction
constexpr const char *kSuffix = ".new"; ///< until the file is whole

void removeFile(const std::string &path)
{
    std::error_code failed;
    for (const char *suffix : {"", "-wal", "-shm"})
        std::filesystem::remove(path + suffix, failed);
}

} // namespace

/// A file without chunks is not left, however large it is: the next would be no smaller.
Result<bool> SqliteHistoryWriter::isFull()
{
    std::error_code failed;
    const std::uintmax_t size = std::filesystem::file_size(m_path, failed);
    if (failed || size < m_rotateAt)
        return false;
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

/// Under another name until it has all the newest file must have: a crash leaves the old one.
Outcome SqliteHistoryWriter::beginNextFile()
{
    const std::string path = nextHistoryFile(m_folder);
    const std::string unfinished = path + kSuffix;
    removeFile(unfinished);
    Outcome made = fillNextFile(unfinished);
    if (made.ok())
        made = renameDurably(unfinished, path);
    if (!made.ok()) {
        removeFile(unfinished);
        return made;
    }
    m_file.reset();
    m_path = path;
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

} // namespace telltale
