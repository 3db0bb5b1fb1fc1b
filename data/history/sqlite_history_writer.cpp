#include "data/history/sqlite_history_writer.h"

#include "data/history/earlier_gaps.h"
#include "data/history/history_schema.h"
#include "data/history/log_codec.h"
#include "data/storage/file.h"

#include <algorithm>
#include <filesystem>

namespace telltale {
namespace {

constexpr std::size_t kMaxGroup = 2'000'000; ///< samples that may wait for a commit that works

} // namespace

Result<std::unique_ptr<HistoryWriter>> HistoryWriter::open(const Options &options,
                                                           TagRegistry &registry)
{
    return SqliteHistoryWriter::open(options, registry);
}

Result<std::unique_ptr<HistoryWriter>> SqliteHistoryWriter::open(const Options &options,
                                                                 TagRegistry &registry)
{
    if (Outcome made = makeFolder(options.folder); !made.ok())
        return made.error();
    std::unique_ptr<SqliteHistoryWriter> writer(new SqliteHistoryWriter(options, registry));
    if (Outcome started = writer->start(); !started.ok())
        return started.error();
    HistoryTail::publish(options.folder, writer->m_tail);
    return std::unique_ptr<HistoryWriter>(std::move(writer));
}

SqliteHistoryWriter::SqliteHistoryWriter(const Options &options, TagRegistry &registry)
    : m_folder(options.folder)
    , m_stored(options.folder)
    , m_rotateAt(options.rotateAt)
    , m_walLimit(static_cast<int>(options.walLimit / kHistoryPageSize))
    , m_registry(registry)
    , m_finished(options.folder, registry)
{ }

/// A damaged file is set aside; the one before it, which has all that an older file has of tags and
/// state, is the newest then and goes on.
Outcome SqliteHistoryWriter::start()
{
    if (Outcome finished = finishRepairs(m_folder); !finished.ok())
        return finished;
    for (;;) {
        const std::vector<std::string> files = historyFiles(m_folder);
        const Outcome started = startWith(files.empty() ? nextHistoryFile(m_folder) : files.back());
        if (started.ok() || started.error().code != Error::Code::Damaged || files.empty())
            return started;
        m_file.reset();
        const Result<std::string> aside = setHistoryAside(files.back());
        if (!aside.ok())
            return aside.error();
        m_setAside += "history was damaged (" + started.error().detail + "): moved to "
            + aside.value()
            + (files.size() > 1 ? ", the file before it goes on; " : ", a new one is started");
    }
}

Outcome SqliteHistoryWriter::startWith(const std::string &path)
{
    m_path = path;
    m_tail = std::make_shared<HistoryTail>(HistoryTail::Role::Owner);
    Result<std::unique_ptr<File>> file = openFile(path);
    if (!file.ok())
        return file.error();
    m_file = std::move(file).value();
    const Result<HistoryState> state = readState(*m_file->database);
    if (!state.ok())
        return state.error();
    m_committed = state.value();
    if (Outcome loaded = m_running.load(*m_file->database); !loaded.ok())
        return loaded;
    if (Outcome recovered = recover(); !recovered.ok())
        return recovered;
    m_finished.list(path);
    if (Outcome loaded = loadStoredTags(*m_file->database, m_registry); !loaded.ok())
        return loaded;
    const Result<bool> rolledUp = isRolledUp();
    if (!rolledUp.ok())
        return rolledUp.error();
    return rolledUp.value() ? beginNextFile() : Outcome();
}

/// An older one that is the newest again because newer ones are lost: where only roll-ups are left,
/// nothing can be added.
Result<bool> SqliteHistoryWriter::isRolledUp()
{
    const Result<bool> packed = hasPack(*m_file->database);
    if (!packed.ok() || !packed.value())
        return packed;
    Result<Statement> rollUp
        = m_file->database->prepare("SELECT 1 FROM chunk WHERE block=0 LIMIT 1");
    return rollUp.ok() ? rollUp->step() : rollUp.error();
}

Outcome SqliteHistoryWriter::markSealed()
{
    return m_file->last.readAll(
        [this](const LastStore::Row &row) { m_tail->markSealed(row.sample.tag, row.sealed); });
}

Outcome SqliteHistoryWriter::recover()
{
    if (Outcome marked = markSealed(); !marked.ok())
        return marked;
    m_trimmedTo = m_committed.logRow + 1;
    return readLog(*m_file->database, 0,
                   [this](std::int64_t row, std::span<const std::uint8_t> blob) -> Outcome {
                       const Result<SampleBatch> group = decodeLog(blob);
                       if (!group.ok())
                           return group.error();
                       m_tail->append(group.value(), row, nullptr);
                       noteLogged(row, group->size());
                       m_trimmedTo = std::min(m_trimmedTo, row);
                       return {};
                   });
}

Result<std::unique_ptr<SqliteHistoryWriter::File>>
SqliteHistoryWriter::openFile(const std::string &path)
{
    Result<Database> database = openHistoryForWriting(path);
    if (!database.ok())
        return database.error();
    auto kept = std::make_unique<Database>(std::move(database).value());
    Result<LogStore> log = LogStore::open(*kept);
    if (!log.ok())
        return log.error();
    Result<ChunkStore> chunks = ChunkStore::open(*kept);
    if (!chunks.ok())
        return chunks.error();
    Result<LastStore> last = LastStore::openForWriting(*kept);
    if (!last.ok())
        return last.error();
    Result<TagStore> tags = TagStore::open(*kept);
    if (!tags.ok())
        return tags.error();
    return std::unique_ptr<File>(new File {std::move(kept), std::move(log).value(),
                                           std::move(chunks).value(), std::move(last).value(),
                                           std::move(tags).value()});
}

Outcome SqliteHistoryWriter::ensureFile()
{
    if (!m_file)
        return openAgain();
    return m_file->database->hasMoved() ? leaveFileTakenAway() : Outcome();
}

Outcome SqliteHistoryWriter::openAgain()
{
    std::error_code failed;
    if (m_committed.logRow > 0 && !std::filesystem::exists(m_path, failed) && !failed)
        return leaveLostFile();
    const Outcome opened = openStored();
    if (!opened.ok() && opened.error().code == Error::Code::Damaged)
        return leaveLostFile(); // readers leave it out, and it is said with the files nobody adds
                                // to
    return opened;
}

Outcome SqliteHistoryWriter::openStored()
{
    Result<std::unique_ptr<File>> file = openFile(m_path);
    if (!file.ok())
        return file.error();
    // After a failed sync nobody knows which pages of the WAL are on the disk, and a second sync
    // would not say: what can be read of it is written anew, into the file.
    if (Outcome emptied = file.value()->database->emptyWal(); !emptied.ok())
        return emptied;
    const Result<HistoryState> state = readState(*file.value()->database);
    if (!state.ok())
        return state.error();
    if (state->logRow < m_committed.logRow)
        return leaveLostFile(); // another one has taken its place
    m_file = std::move(file).value();
    // What seemed to fail may have reached the disk. A seal is taken as done; of a commit only the
    // row counts as used: its samples are in the running group, and are written again with that.
    // So are its gaps, but those are known then: they are counted.
    if (state->logRow > m_committed.logRow) {
        m_committed.logRow = state->logRow;
        m_committed.totals.gaps = state->totals.gaps;
    } else {
        m_committed = state.value();
    }
    if (Outcome loaded = m_running.load(*m_file->database); !loaded.ok())
        return loaded;
    return markSealed();
}

Outcome SqliteHistoryWriter::inTransaction(const std::function<Outcome(File &)> &work)
{
    if (Outcome open = ensureFile(); !open.ok())
        return open;
    Outcome done = m_file->database->begin();
    if (done.ok())
        done = work(*m_file);
    if (done.ok())
        done = m_file->database->commit();
    if (done.ok())
        return done;
    m_file->database->rollback();
    if (done.error().code == Error::Code::DiskError)
        m_file.reset();
    return done;
}

Outcome SqliteHistoryWriter::store(const std::function<Outcome(File &)> &work)
{
    const Outcome done = inTransaction(work);
    if (done.ok() || done.error().code != Error::Code::Damaged)
        return done;
    const Outcome left = leaveDamagedFile(done.error());
    return left.ok() ? inTransaction(work) : left;
}

Outcome SqliteHistoryWriter::append(const SampleBatchPtr &batch)
{
    if (m_group.size() > kMaxGroup)
        return Error {Error::Code::LimitExceeded, "history: too many samples wait for a commit"};
    if (batch->arrival != Timestamp {})
        m_arrival = std::max(m_arrival, toMicroseconds(batch->arrival));
    const HistoryTail::Taken taken = m_tail->append(*batch, m_committed.logRow + 1, &m_group);
    m_taken.added += taken.added;
    m_taken.corrected += taken.corrected;
    if (taken.corrected > 0)
        m_taken.correctedTag = taken.correctedTag;
    return {};
}

Outcome SqliteHistoryWriter::commit(JournalPosition position, const HistoryTotals &counted)
{
    if (Outcome open = ensureFile(); !open.ok())
        return open;
    const HistoryState after = stateAfter(position, counted);
    HistoryState next;
    const Outcome done = store([this, &after, &next](File &file) -> Outcome {
        next = after;
        if (Outcome written = file.tags.writeNew(m_registry); !written.ok())
            return written;
        if (!m_group.isEmpty()) {
            encodeLog(m_group, m_blob);
            if (Outcome written = file.log.append(next.logRow, m_blob.bytes()); !written.ok())
                return written;
        }
        if (Outcome written = writeGaps(file, next); !written.ok())
            return written;
        return file.log.writeState(next);
    });
    m_mustCommit = !done.ok();
    if (done.ok()) {
        m_file->tags.noteCommitted();
        noteCommitted(std::move(next));
    }
    return done;
}

/// What began before the file may stand in an older one: it goes on, and is none more.
Outcome SqliteHistoryWriter::writeGaps(File &file, HistoryState &next)
{
    EarlierGaps earlier(m_folder, m_path);
    const auto endElsewhere = [&](const HistoryGap &gap) {
        const bool isOfFile = next.begun != 0 && toMicroseconds(gap.range.from) >= next.begun;
        return isOfFile ? std::nullopt : earlier.endOf(gap);
    };
    for (const HistoryGap &gap : m_gaps) {
        if (Outcome written = file.log.writeGap(gap, next.totals.gaps, endElsewhere); !written.ok())
            return written;
    }
    return {};
}

HistoryState SqliteHistoryWriter::stateAfter(JournalPosition position,
                                             const HistoryTotals &counted) const
{
    HistoryState next = m_committed;
    next.totals.position = position;
    next.totals.messages = counted.messages;
    next.totals.counters = counted.counters;
    next.totals.samples += m_taken.added;
    next.totals.corrected += m_taken.corrected;
    if (m_taken.corrected > 0)
        next.totals.correctedTag = m_taken.correctedTag;
    ++next.logRow;
    if (next.begun == 0 && !m_group.isEmpty())
        next.begun = m_arrival;
    const auto [oldest, newest] = m_tail->extent();
    if (oldest > newest)
        return next;
    const bool isFirst = next.oldest > next.newest;
    next.oldest = isFirst ? oldest : std::min(next.oldest, oldest);
    next.newest = isFirst ? newest : std::max(next.newest, newest);
    return next;
}

void SqliteHistoryWriter::noteCommitted(HistoryState state)
{
    m_committed = std::move(state);
    const std::size_t expected = m_group.size();
    noteLogged(m_committed.logRow, expected);
    m_group = {};
    m_group.reserve(expected);
    m_taken = {};
    m_running.note(m_gaps);
    m_gaps.clear();
}

Outcome SqliteHistoryWriter::recordGap(const HistoryGap &gap)
{
    if (m_gaps.size() > kMaxGroup)
        return Error {Error::Code::LimitExceeded, "history: too many gaps wait for a commit"};
    m_gaps.push_back(gap);
    return {};
}

TimeRange SqliteHistoryWriter::extent() const
{
    auto [oldest, newest] = m_finished.extent();
    const auto [oldestHere, newestHere] = m_tail->extent();
    oldest = std::min(oldest, oldestHere);
    newest = std::max(newest, newestHere);
    if (m_committed.oldest <= m_committed.newest) {
        oldest = std::min(oldest, m_committed.oldest);
        newest = std::max(newest, m_committed.newest);
    }
    if (oldest > newest)
        return {};
    return {timestampFromMicroseconds(oldest), timestampFromMicroseconds(newest + 1)};
}

void SqliteHistoryWriter::retain(const RetentionPolicy &policy, Timestamp now)
{
    m_mostBytes = policy.bytes;
    const TimeRange all = extent();
    m_finished.retain(policy, all.from < all.to ? std::min(now, all.to) : now);
}

std::uint64_t SqliteHistoryWriter::bytesOnDisk() const
{
    std::uint64_t bytes = 0;
    for (const std::string &path : historyFiles(m_folder)) {
        for (const char *suffix : {"", "-wal"}) {
            std::error_code failed;
            const std::uintmax_t size = std::filesystem::file_size(path + suffix, failed);
            bytes += failed ? 0 : size;
        }
    }
    return bytes;
}

} // namespace telltale
