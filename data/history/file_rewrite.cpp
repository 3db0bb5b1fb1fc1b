#include "data/history/file_rewrite.h"

#include "data/history/gap.h"
#include "data/history/history_schema.h"
#include "data/storage/file.h"
#include "data/storage/rows.h"

#include <algorithm>
#include <filesystem>
#include <limits>
#include <utility>

namespace telltale {
namespace {

constexpr std::size_t kSamplesOfChunk = 1024;
/// A trend decodes a chunk at each edge of a column: of a tag with many samples small ones cost
/// less time, and few bytes.
constexpr std::size_t kSamplesOfSmallChunk = 256;
constexpr std::int64_t kManySamples = 500'000; ///< of a tag in the file
constexpr std::size_t kSamplesPerStep = 16'384;
constexpr int kStepsPerCommit = 16;
constexpr int kCheckpointPages = 2048; ///< 8 MiB
constexpr const char *kSuffix = ".new"; ///< until the file is whole

} // namespace

Result<std::unique_ptr<FileRewrite>> FileRewrite::begin(const std::string &path, Keep keep)
{
    std::unique_ptr<FileRewrite> rewrite(new FileRewrite(path, std::move(keep)));
    if (Outcome opened = rewrite->open(); !opened.ok())
        return opened.error();
    return rewrite;
}

FileRewrite::FileRewrite(std::string path, Keep keep)
    : m_path(std::move(path))
    , m_keep(std::move(keep))
    , m_oldest(std::numeric_limits<std::int64_t>::max())
    , m_newest(std::numeric_limits<std::int64_t>::min())
{ }

/// A half made file that stays behind is no history, and goes when the next one is made.
FileRewrite::~FileRewrite()
{
    m_pack.reset();
    m_rows.reset();
    m_to.reset();
    (void)removeHistoryFile(m_path + kSuffix);
}

Outcome FileRewrite::open()
{
    if (Outcome removed = removeHistoryFile(m_path + kSuffix); !removed.ok())
        return removed;
    Result<std::unique_ptr<HistoryFile>> from = HistoryFile::open(m_path);
    if (!from.ok())
        return from.error();
    m_from = std::move(from).value();
    if (Outcome prepared = m_from->database().prepareAll({
            {&m_findTag, "SELECT tag FROM chunk WHERE tag>?1 ORDER BY tag LIMIT 1"},
            {&m_countSamples, "SELECT sum(count), min(first), max(last) FROM chunk WHERE tag=?1"},
        });
        !prepared.ok())
        return prepared;
    Result<RollUpWidths> widths = RollUpWidths::open(m_from->database());
    if (!widths.ok())
        return widths.error();
    m_widths = std::move(widths).value();
    Result<Database> to = createPackedHistory(m_path + kSuffix);
    if (!to.ok())
        return to.error();
    m_to = std::make_unique<Database>(std::move(to).value());
    Result<ChunkStore> rows = ChunkStore::open(*m_to);
    if (!rows.ok())
        return rows.error();
    m_rows = std::make_unique<ChunkStore>(std::move(rows).value());
    Result<PackWriter> pack = PackWriter::open(*m_to);
    if (!pack.ok())
        return pack.error();
    m_pack = std::make_unique<PackWriter>(std::move(pack).value());
    return nextTag();
}

Result<bool> FileRewrite::step()
{
    if (!m_isInTransaction) {
        if (Outcome begun = m_to->begin(); !begun.ok())
            return begun.error();
        m_isInTransaction = true;
        m_steps = 0;
    }
    const Result<bool> more = copySome();
    if (!more.ok())
        return more;
    if (more.value() && ++m_steps < kStepsPerCommit)
        return true;
    if (!more.value()) {
        if (Outcome ended = m_pack->finish(); !ended.ok())
            return ended.error();
    }
    if (Outcome ended = endTransaction(); !ended.ok())
        return ended.error();
    return more;
}

Outcome FileRewrite::endTransaction()
{
    if (Outcome done = m_to->commit(); !done.ok())
        return done;
    m_isInTransaction = false;
    return m_to->walPages() < kCheckpointPages ? Outcome() : m_to->checkpoint(false);
}

Result<bool> FileRewrite::copySome()
{
    for (std::size_t taken = 0; m_hasTag && taken < kSamplesPerStep;) {
        const Result<bool> more = m_isRollingUp ? rollUpSome(taken) : copyChunk(taken);
        if (!more.ok())
            return more;
        if (more.value())
            continue;
        if (Outcome ended = endTag(); !ended.ok())
            return ended.error();
    }
    return m_hasTag;
}

Result<bool> FileRewrite::copyChunk(std::size_t &taken)
{
    const TagId tag {static_cast<std::uint32_t>(m_tag)};
    auto chunk = m_hasRead ? m_from->chunks().after(tag, m_at) : m_from->chunks().upTo(tag, kAll);
    if (chunk.ok() && !chunk.value() && !m_hasRead)
        chunk = m_from->chunks().after(tag, kAll);
    if (!chunk.ok())
        return chunk.error();
    if (!chunk.value())
        return false;
    taken += chunk.value()->isRollUp() ? 1 : chunk.value()->summary.count;
    const Outcome copied = takeChunk(*chunk.value());
    return copied.ok() ? Result<bool>(true) : copied.error();
}

Result<bool> FileRewrite::rollUpSome(std::size_t &taken)
{
    std::vector<ChunkSummary> rollUps;
    const Result<bool> more = m_rollUps->step(kSamplesPerStep - taken, rollUps);
    taken = kSamplesPerStep;
    if (!more.ok())
        return more;
    for (const ChunkSummary &rollUp : rollUps) {
        if (Outcome added = addToRow({rollUp, StoredChunk::kRollUp}); !added.ok())
            return added.error();
    }
    return more;
}

Outcome FileRewrite::endTag()
{
    if (Outcome written = writeChunks(true); !written.ok())
        return written;
    if (Outcome written = writeRow(); !written.ok())
        return written;
    return nextTag();
}

/// The next that is kept.
Outcome FileRewrite::nextTag()
{
    Kept kept;
    do {
        StatementUse use(m_findTag);
        const Result<bool> row = use->bind(1, m_tag).step();
        if (!row.ok())
            return row.error();
        m_hasTag = row.value();
        if (!m_hasTag)
            return {};
        m_tag = use->integer(0);
        kept = m_keep({static_cast<std::uint32_t>(m_tag)});
    } while (kept.from == kNothing);
    m_keptFrom = kept.from;
    m_isRollingUp = kept.isRolledUp;
    return beginTag();
}

Outcome FileRewrite::beginTag()
{
    m_hasRead = false;
    const TagId tag {static_cast<std::uint32_t>(m_tag)};
    StatementUse use(m_countSamples);
    const Result<bool> row = use->bind(1, m_tag).step();
    if (!row.ok())
        return row.error();
    m_perChunk = use->integer(0) > kManySamples ? kSamplesOfSmallChunk : kSamplesOfChunk;
    if (!m_isRollingUp)
        return {};
    const auto width = m_widths->of(tag);
    if (!width.ok())
        return width.error();
    m_isRollingUp = width.value().has_value();
    if (m_isRollingUp && !m_rollUps) {
        Result<std::unique_ptr<FileRollUps>> rollUps = FileRollUps::open(m_path);
        if (!rollUps.ok())
            return rollUps.error();
        m_rollUps = std::move(rollUps).value();
    }
    if (m_isRollingUp)
        m_rollUps->begin(tag, *width.value(), std::max(m_keptFrom, use->integer(1)),
                         use->integer(2) + 1);
    return {};
}

Outcome FileRewrite::takeChunk(const StoredChunk &chunk)
{
    m_at = chunk.summary.first;
    m_hasRead = true;
    if (chunk.summary.last < m_keptFrom)
        return {};
    if (chunk.isRollUp())
        return addToRow(chunk);
    const Result<SampleColumns> samples = m_from->chunks().load(chunk);
    if (!samples.ok())
        return samples.error();
    const std::vector<std::int64_t> &times = samples->times;
    const auto kept = std::lower_bound(times.begin(), times.end(), m_keptFrom);
    m_waiting.append(samples.value(), static_cast<std::size_t>(kept - times.begin()),
                     samples->size());
    return writeChunks(false);
}

Outcome FileRewrite::writeChunks(bool all)
{
    std::size_t done = 0;
    while (m_waiting.size() - done >= m_perChunk + m_perChunk / 2) {
        if (Outcome written = writeChunk(done, done + m_perChunk); !written.ok())
            return written;
        done += m_perChunk;
    }
    if (all && done < m_waiting.size()) {
        const Outcome written = writeChunk(done, m_waiting.size());
        m_waiting.clear();
        return written;
    }
    SampleColumns rest;
    rest.append(m_waiting, done, m_waiting.size());
    m_waiting = std::move(rest);
    return {};
}

Outcome FileRewrite::writeChunk(std::size_t begin, std::size_t end)
{
    SampleColumns samples;
    samples.append(m_waiting, begin, end);
    const Result<std::int64_t> block = m_pack->append(samples);
    if (!block.ok())
        return block.error();
    return addToRow({summarise(samples, 0, samples.size()), block.value()});
}

Outcome FileRewrite::addToRow(const StoredChunk &part)
{
    if (!m_parts.empty() && m_parts.front().isRollUp() != part.isRollUp())
        return Error {Error::Code::Damaged,
                      "tag " + std::to_string(m_tag) + " has both samples and roll-ups"};
    m_parts.push_back(part);
    m_oldest = std::min(m_oldest, part.summary.first);
    m_newest = std::max(m_newest, part.summary.last);
    return m_parts.size() < ChunkStore::kPartsOfRow ? Outcome() : writeRow();
}

Outcome FileRewrite::writeRow()
{
    if (m_parts.empty())
        return {};
    const Outcome written
        = m_rows->writeRow({static_cast<std::uint32_t>(m_tag)}, std::exchange(m_parts, {}));
    return written;
}

Outcome FileRewrite::finish()
{
    if (Outcome emptied = emptyOldWal(); !emptied.ok())
        return emptied;
    if (Outcome copied = copyRest(); !copied.ok())
        return copied;
    if (Outcome emptied = m_to->checkpoint(true); !emptied.ok())
        return emptied;
    m_pack.reset();
    m_rows.reset();
    m_to.reset();
    std::error_code failed;
    if (std::filesystem::exists(m_path + kSuffix + "-wal", failed) || failed)
        return Error {Error::Code::DiskError,
                      m_path + kSuffix + ": not all of it could be written"};
    for (const char *suffix : {"-wal", "-shm"}) {
        std::filesystem::remove(m_path + suffix, failed);
        if (failed)
            return Error {Error::Code::DiskError, m_path + suffix + ": " + failed.message()};
    }
    return renameDurably(m_path + kSuffix, m_path);
}

/// Beside the new file the old one's WAL would be taken for its own: all of it must be in the old
/// file before it is removed. Waits for nobody.
Outcome FileRewrite::emptyOldWal()
{
    Result<Database> old = Database::open(m_path, Database::Mode::ReadWrite);
    if (!old.ok())
        return old.error();
    Result<Statement> checkpoint = old->prepare("PRAGMA wal_checkpoint(PASSIVE)");
    if (!checkpoint.ok())
        return checkpoint.error();
    const Result<bool> row = checkpoint->step();
    if (!row.ok())
        return row.error();
    if (checkpoint->integer(0) != 0 || checkpoint->integer(1) != checkpoint->integer(2))
        return Error {Error::Code::Busy, "history: readers keep the log of " + m_path};
    return {};
}

/// What the newest file must have: it is that again if the newer ones are lost.
Outcome FileRewrite::copyRest()
{
    Result<Statement> attach = m_to->prepare("ATTACH ?1 AS old");
    if (!attach.ok())
        return attach.error();
    if (Outcome attached = attach->bind(1, std::string_view(m_path)).run(); !attached.ok())
        return attached;
    Outcome copied = m_to->execute("BEGIN;"
                                   "INSERT INTO counter SELECT * FROM old.counter;"
                                   "INSERT INTO tag SELECT * FROM old.tag;"
                                   "INSERT INTO last SELECT * FROM old.last;"
                                   "INSERT INTO log SELECT * FROM old.log;"
                                   "UPDATE state SET (position, messages, samples, log_row)"
                                   " = (SELECT position, messages, samples, log_row"
                                   " FROM old.state)");
    if (copied.ok())
        copied = copyGaps();
    if (copied.ok() && m_oldest <= m_newest)
        copied = m_to->execute("UPDATE state SET oldest=" + std::to_string(m_oldest)
                               + ", newest=" + std::to_string(m_newest));
    return copied.ok() ? m_to->execute("COMMIT; DETACH old") : copied;
}

/// Those of tags go with their samples, those of devices with the last samples of any of its tags.
Outcome FileRewrite::copyGaps()
{
    Result<Statement> insert = m_to->prepare("INSERT INTO gap VALUES(?1,?2,?3,?4,?5)");
    if (!insert.ok())
        return insert.error();
    if (Outcome looked = lookAtDevices(); !looked.ok())
        return looked;
    const auto copy = [this, &insert](const Statement &row) -> Outcome {
        const std::int64_t tag = row.integer(2);
        if (tag >= 0 && row.integer(4) <= gapsKeptFrom(row.integer(0), tag))
            return {};
        for (int column = 0; column < 5; ++column)
            insert->bind(column + 1, row.integer(column));
        return insert->run();
    };
    return forEachRow(*m_to, "SELECT cause, source, tag, begins, ends FROM old.gap", copy);
}

/// Every file has all tags up to its last: an id beyond them is a flipped bit, not a place to fill
/// up to.
Outcome FileRewrite::lookAtDevices()
{
    const auto look = [this](const Statement &row) -> Outcome {
        const TagId tag {static_cast<std::uint32_t>(m_devices.size())};
        if (row.integer(0) != std::int64_t {tag.value})
            return Error {Error::Code::Damaged, "tag " + std::to_string(tag.value) + " is missing"};
        m_devices.add(row.text(1));
        const std::int64_t from = m_keep(tag).from;
        std::int64_t &kept
            = m_deviceKeptFrom.try_emplace(m_devices.firstOf(tag).value, from).first->second;
        kept = std::min(kept, from);
        return {};
    };
    return forEachRow(*m_to, "SELECT id, path FROM tag ORDER BY id", look);
}

/// Gaps of a tag that end later are kept.
std::int64_t FileRewrite::gapsKeptFrom(std::int64_t cause, std::int64_t tag) const
{
    const TagId of {static_cast<std::uint32_t>(tag)};
    HistoryGap gap;
    gap.cause = static_cast<HistoryGap::Cause>(cause);
    if (!gap.isOfDevice())
        return m_keep(of).from;
    const auto device = m_deviceKeptFrom.find(m_devices.firstOf(of).value);
    return device == m_deviceKeptFrom.end() ? m_keep(of).from : device->second;
}

} // namespace telltale
