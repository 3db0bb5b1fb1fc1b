#include "data/history/history_check.h"

#include "data/history/byte_stream.h"
#include "data/history/history_schema.h"
#include "data/storage/rows.h"
#include "data/storage/wal_check.h"

#include <algorithm>
#include <filesystem>
#include <limits>
#include <unordered_set>
#include <utility>

namespace telltale {
namespace {

constexpr std::int64_t kMostBlocks = std::int64_t {1} << 32U;
constexpr int kMostAttempts = 3; ///< at a file that changes meanwhile
constexpr int kStructureLines = 20; ///< of what the structure check says

/// The number of samples in a log row, by its first bytes.
std::uint64_t samplesOf(std::span<const std::uint8_t> begin)
{
    ByteReader in(begin);
    in.take(sizeof(std::uint32_t) + 1); // checksum and version
    return in.varint();
}

} // namespace

HistoryCheck::HistoryCheck(std::string folder, OnDamage onDamage, OnProgress onProgress,
                           const CancelFlag *cancel)
    : m_folder(std::move(folder))
    , m_onDamage(std::move(onDamage))
    , m_onProgress(std::move(onProgress))
    , m_cancel(cancel)
{ }

Outcome HistoryCheck::run()
{
    const std::vector<std::string> files = historyFiles(m_folder);
    for (const std::string &path : files) // the last to close a file tidies its log away
        checkWriteAheadLog(path);
    for (const std::string &path : files)
        m_total += samplesIn(path, path == files.back());
    for (const std::string &path : files) {
        checkFile(path, path == files.back());
        if (isCancelled())
            return Error {Error::Code::Cancelled, "the check was stopped"};
    }
    return {};
}

Outcome HistoryCheck::runOn(const std::string &path)
{
    m_looksForNewest = false;
    checkWriteAheadLog(path);
    m_total = samplesIn(path, false);
    checkFile(path, false);
    if (isCancelled())
        return Error {Error::Code::Cancelled, "the check was stopped"};
    return {};
}

void HistoryCheck::interrupt()
{
    const std::lock_guard lock(m_fileMutex);
    if (m_file)
        m_file->database().interrupt();
}

void HistoryCheck::hold(std::unique_ptr<HistoryFile> file)
{
    const std::lock_guard lock(m_fileMutex);
    m_file = std::move(file);
}

/// By the index and the begin of each log row, without a look at a chunk; what cannot be read
/// counts nothing.
std::uint64_t HistoryCheck::samplesIn(const std::string &path, bool isNewest) const
{
    std::uint64_t samples = 0;
    Result<Database> database = openHistoryForReading(path);
    if (!database.ok())
        return samples;
    Result<Statement> sum = database->prepare("SELECT sum(count) FROM chunk");
    if (sum.ok() && sum->step().ok())
        samples = static_cast<std::uint64_t>(sum->integer(0));
    if (isNewest)
        static_cast<void>(
            forEachRow(database.value(), "SELECT substr(data,1,15) FROM log",
                       [&samples](const Statement &row) { samples += samplesOf(row.blob(0)); }));
    return samples;
}

/// A file that may only be read is seen as if nobody wrote: what was found while somebody did says
/// nothing.
void HistoryCheck::checkFile(const std::string &path, bool isNewest)
{
    for (int attempt = 0; attempt < kMostAttempts; ++attempt) {
        const Before before {m_counts, m_done, m_allPaths, m_newest};
        if (!lookThrough(path, isNewest)) {
            m_counts = before.counts;
            m_done = before.done;
            m_allPaths = before.allPaths;
            m_newest = before.newest;
            m_found.clear();
            continue;
        }
        for (const Damage &damage : std::exchange(m_found, {}))
            m_onDamage(damage);
        return;
    }
    m_onDamage({path, "is being written by another program: it cannot be looked at now", {}, {}});
}

bool HistoryCheck::lookThrough(const std::string &path, bool isNewest)
{
    Result<std::unique_ptr<HistoryFile>> file = HistoryFile::open(path);
    if (!file.ok()) {
        if (std::filesystem::exists(path)) // retention may have removed it meanwhile
            m_found.push_back({path, "cannot be opened: " + file.error().detail, {}, {}});
        return true;
    }
    ++m_counts.files;
    hold(std::move(file).value());
    m_paths.clear();
    m_isUsed.clear();
    m_logged.clear();
    m_sealed.clear();
    m_state = {};
    m_extent = {std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min()};
    for (const Step step :
         {&HistoryCheck::checkStructure, &HistoryCheck::checkTags, &HistoryCheck::readBlockNumbers})
        inTransaction(step);
    checkChunks();
    inTransaction(&HistoryCheck::checkBlocks);
    inTransaction(&HistoryCheck::checkGaps);
    if (isNewest) // of older files only chunks and gaps count
        inTransaction(&HistoryCheck::checkState);
    const bool hasChanged = m_file->database().hasChangedUnseen();
    hold(nullptr);
    return !hasChanged || isCancelled();
}

void HistoryCheck::inTransaction(Step step)
{
    if (isCancelled())
        return;
    Outcome done = m_file->begin(kNoDeadline);
    if (done.ok())
        done = (this->*step)();
    m_file->end();
    if (!done.ok())
        tell(done.error().detail);
}

void HistoryCheck::checkWriteAheadLog(const std::string &path)
{
    const Result<WalState> wal = checkWal(path);
    if (!wal.ok())
        m_onDamage({path,
                    wal.error().detail + ": what it holds of the last commits cannot be read",
                    {},
                    {}});
    else if (wal->broken)
        m_onDamage({path,
                    "page " + std::to_string(*wal->broken)
                        + " of the write-ahead log does not hold: the commits from there on cannot "
                          "be read",
                    {},
                    {}});
}

Outcome HistoryCheck::checkStructure()
{
    return forEachRow(m_file->database(),
                      "PRAGMA quick_check(" + std::to_string(kStructureLines) + ")",
                      [this](const Statement &row) {
                          if (const std::string said = row.text(0); said != "ok")
                              tell("structure: " + said);
                      });
}

Outcome HistoryCheck::checkTags()
{
    std::unordered_set<std::string> met;
    const auto check = [&](const Statement &row) -> Outcome {
        const std::int64_t id = row.integer(0);
        std::string path = row.text(1);
        if (id != static_cast<std::int64_t>(m_paths.size()))
            return Error {Error::Code::Damaged,
                          "tag " + std::to_string(m_paths.size()) + " is missing"};
        if (m_paths.size() < m_allPaths.size() && path != m_allPaths[m_paths.size()])
            tell("tag " + std::to_string(id) + " has another path than in an older file: \"" + path
                 + "\", not \"" + m_allPaths[m_paths.size()] + "\"");
        if (path.empty() || !met.insert(path).second)
            tell("tag " + std::to_string(id) + " has no path of its own: \"" + path + "\"");
        m_paths.push_back(std::move(path));
        return {};
    };
    Outcome read = forEachRow(m_file->database(), "SELECT id, path FROM tag ORDER BY id", check);
    return read.ok() ? checkTagCount() : read;
}

/// Tags are never removed, and every file has those of the ones before.
Outcome HistoryCheck::checkTagCount()
{
    if (m_paths.size() < m_allPaths.size())
        return Error {Error::Code::Damaged, "tags of an older file are missing"};
    m_allPaths = m_paths;
    return {};
}

Outcome HistoryCheck::readBlockNumbers()
{
    Result<Statement> most = m_file->database().prepare("SELECT max(id) FROM block");
    if (!most.ok())
        return most.error();
    const Result<bool> row = most->step();
    if (!row.ok())
        return row.error();
    const std::int64_t number = row.value() && !most->isNull(0) ? most->integer(0) : 0;
    if (number > kMostBlocks)
        return Error {Error::Code::Damaged, "there is no block " + std::to_string(number)};
    m_isUsed.assign(static_cast<std::size_t>(std::max<std::int64_t>(number, 0)) + 1, false);
    return {};
}

Outcome HistoryCheck::checkBlocks()
{
    const auto check = [this](const Statement &row) -> Result<bool> {
        const std::int64_t block = row.integer(0);
        // Larger ones came while this was at work.
        const bool isOfBegin = block >= 0 && static_cast<std::size_t>(block) < m_isUsed.size();
        if (isOfBegin && !m_isUsed[static_cast<std::size_t>(block)])
            tell("block " + std::to_string(block)
                 + " belongs to no chunk: samples of some tag are "
                   "out of reach");
        return !isCancelled();
    };
    return forEachRow(m_file->database(), "SELECT id FROM block", check);
}

std::string HistoryCheck::nameOf(TagId tag) const
{
    if (!tag.isValid())
        return {};
    return isKnown(tag) ? m_paths[tag.value] : "tag " + std::to_string(tag.value);
}

void HistoryCheck::tell(std::string what, TagId tag, std::optional<TimeRange> range)
{
    if (isCancelled())
        return; // what was interrupted is not damaged
    m_found.push_back({m_file->path(), std::move(what), nameOf(tag), range});
}

void HistoryCheck::advance(std::uint64_t samples)
{
    m_done += samples;
    m_total = std::max(m_total, m_done); // more may have come
    m_onProgress(m_done, m_total);
}

} // namespace telltale
