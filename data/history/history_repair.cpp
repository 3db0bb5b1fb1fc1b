#include "data/history/history_repair.h"

#include "data/history/history_damage.h"
#include "data/history/history_pages.h"
#include "data/history/history_schema.h"
#include "data/storage/file.h"
#include "data/storage/rows.h"
#include "data/telemetry/timestamp_text.h"

#include <algorithm>
#include <filesystem>
#include <limits>

// How a damaged file is replaced, and what of its chunks is saved.

namespace telltale {
namespace {

constexpr std::int64_t kFirstTime = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kLastTime = std::numeric_limits<std::int64_t>::max();
constexpr std::size_t kSamplesOfTransaction = 262'144;
constexpr int kCheckpointPages = 2048; ///< 32 MiB
constexpr std::int64_t kMostBlocks = std::int64_t {1} << 32U;

/// Whether its b-trees lead to all there is.
bool hasStructure(Database &database)
{
    bool isWhole = false;
    const Outcome read
        = forEachRow(database, "PRAGMA quick_check(1)",
                     [&isWhole](const Statement &row) { isWhole = row.text(0) == "ok"; });
    return read.ok() && isWhole;
}

/// The block the index means, though it may say something else of it than the block itself.
bool isMeant(const ChunkSummary &said, const SampleColumns &samples)
{
    const std::vector<std::int64_t> &times = samples.times;
    return !times.empty() && said.first == times.front() && said.last == times.back()
        && std::adjacent_find(times.begin(), times.end(), std::greater_equal<>()) == times.end();
}

} // namespace

HistoryRepair::HistoryRepair(const std::vector<std::string> &files, std::size_t index)
    : m_path(files[index])
    , m_unfinished(m_path + ".new")
    , m_pages(m_path + ".pages.new")
    , m_files(files)
    , m_index(index)
{
    m_saved.file = m_path;
}

HistoryRepair::~HistoryRepair()
{
    m_from.reset();
    (void)removeHistoryFile(m_pages);
}

Result<HistoryRepair::Saved> HistoryRepair::run()
{
    for (const std::string &left : {m_unfinished, m_pages}) {
        if (Outcome removed = removeHistoryFile(left); !removed.ok())
            return removed.error();
    }
    if (Outcome opened = openSource(); !opened.ok())
        return opened.error();
    openNeighbours();
    Outcome done = openTarget();
    if (done.ok())
        done = save();
    m_last.reset();
    m_chunks.reset();
    m_log.reset();
    if (done.ok())
        done = m_to->emptyWal();
    m_to.reset();
    m_from.reset();
    m_neighbours.clear();
    if (done.ok())
        done = replace();
    if (done.ok())
        return m_saved;
    (void)removeHistoryFile(m_unfinished);
    return done.error();
}

/// Where pages are damaged the b-trees lead nowhere: the rows are looked for page by page. That the
/// disk refuses what is written meanwhile does not mean that there is nothing.
Outcome HistoryRepair::openSource()
{
    Result<std::unique_ptr<HistoryFile>> file = HistoryFile::open(m_path);
    if (file.ok() && hasStructure(file.value()->database())) {
        m_from = std::move(file).value();
        return {};
    }
    const Result<std::uint64_t> lost = rebuildFromPages(m_path, m_pages);
    if (!lost.ok())
        return lost.error().code == Error::Code::Damaged ? Outcome() : lost.error();
    m_lostPages = lost.value();
    file = HistoryFile::open(m_pages);
    if (!file.ok())
        return file.error();
    m_from = std::move(file).value();
    return {};
}

void HistoryRepair::openNeighbours()
{
    for (const bool isBefore : {true, false}) {
        if (isBefore ? m_index == 0 : m_index + 1 == m_files.size())
            continue;
        Result<std::unique_ptr<HistoryFile>> file
            = HistoryFile::open(m_files[isBefore ? m_index - 1 : m_index + 1]);
        if (!file.ok())
            continue;
        m_neighbours.push_back(std::move(file).value());
        m_hasBefore = m_hasBefore || isBefore;
    }
}

Outcome HistoryRepair::openTarget()
{
    Result<Database> to = openHistoryForWriting(m_unfinished);
    if (!to.ok())
        return to.error();
    m_to = std::make_unique<Database>(std::move(to).value());
    Result<LogStore> log = LogStore::open(*m_to);
    Result<ChunkStore> chunks = ChunkStore::open(*m_to);
    Result<LastStore> last = LastStore::openForWriting(*m_to);
    if (!log.ok() || !chunks.ok() || !last.ok())
        return m_to->lastError();
    m_log = std::make_unique<LogStore>(std::move(log).value());
    m_chunks = std::make_unique<ChunkStore>(std::move(chunks).value());
    m_last = std::make_unique<LastStore>(std::move(last).value());
    return {};
}

Outcome HistoryRepair::save()
{
    if (Outcome begun = m_to->begin(); !begun.ok())
        return begun;
    for (const auto step :
         {&HistoryRepair::saveTags, &HistoryRepair::saveGaps, &HistoryRepair::saveChunks,
          &HistoryRepair::saveLog, &HistoryRepair::saveLast, &HistoryRepair::saveLosses}) {
        if (Outcome done = (this->*step)(); !done.ok())
            return done;
    }
    return endTransaction(false);
}

Outcome HistoryRepair::endTransaction(bool goesOn)
{
    if (Outcome done = m_to->commit(); !done.ok())
        return done;
    m_inTransaction = 0;
    if (m_to->walPages() > kCheckpointPages) {
        if (Outcome done = m_to->checkpoint(false); !done.ok())
            return done;
    }
    return goesOn ? m_to->begin() : Outcome();
}

Outcome HistoryRepair::replace()
{
    Result<std::string> aside = setHistoryAside(m_path);
    if (!aside.ok())
        return aside.error();
    m_saved.aside = std::move(aside).value();
    if (Outcome renamed = renameDurably(m_unfinished, m_path); !renamed.ok())
        return renamed;
    return writeFileDurably(m_saved.aside + ".txt", note());
}

std::string HistoryRepair::note() const
{
    std::string text = "This file was damaged and set aside. " + m_path
        + " has what could be read "
          "of it: "
        + std::to_string(m_saved.samples) + " samples, and " + std::to_string(m_saved.groups)
        + " groups of the log.\n";
    for (const Lost &lost : m_saved.lost)
        text += "lost: " + (lost.tag.empty() ? "samples of some tag" : lost.tag) + ", "
            + (lost.samples > 0 ? "at most " + std::to_string(lost.samples) + " samples, " : "")
            + missingWords(lost.range) + "\n";
    return text;
}

Outcome HistoryRepair::saveChunks()
{
    if (!m_from) {
        m_saved.isEmpty = true;
        const TimeRange period = ownPeriod();
        m_lost.push_back({TagId {}, Lost {{}, period, 0}});
        return {};
    }
    Result<Statement> next
        = m_from->database().prepare("SELECT tag FROM chunk WHERE tag>?1 ORDER BY tag LIMIT 1");
    Result<Statement> most = m_from->database().prepare("SELECT max(id) FROM block");
    if (!next.ok() || !most.ok())
        return m_from->database().lastError();
    if (const Result<bool> row = most->step(); row.ok() && row.value() && !most->isNull(0))
        m_isUsed.resize(
            static_cast<std::size_t>(std::clamp<std::int64_t>(most->integer(0), 0, kMostBlocks))
            + 1);
    for (std::int64_t after = -1;;) {
        StatementUse use(next.value());
        const Result<bool> row = use->bind(1, after).step();
        if (!row.ok() || !row.value())
            return row.ok() ? findStrayBlocks() : row.error();
        after = use->integer(0);
        if (after >= std::int64_t {TagId::kNone})
            return findStrayBlocks();
        if (Outcome saved = saveChunksOf({static_cast<std::uint32_t>(after)}); !saved.ok())
            return saved;
    }
}

Outcome HistoryRepair::saveChunksOf(TagId tag)
{
    Outcome written;
    const Outcome read = m_from->chunks().rows(tag, kFirstTime, kLastTime,
                                               [&](const ChunkIndex::Row &row) -> Result<bool> {
                                                   written = saveRow(tag, row);
                                                   return written.ok();
                                               });
    if (!read.ok() && written.ok()) {
        const TimeRange period = ownPeriod();
        lose(tag, toMicroseconds(period.from), toMicroseconds(period.to), 0);
    }
    return written;
}

Outcome HistoryRepair::saveRow(TagId tag, const ChunkIndex::Row &row)
{
    if (row.parts.empty())
        return saveChunk(tag, row.whole);
    const Result<std::vector<StoredChunk>> parts = decodeParts(row.parts);
    if (!parts.ok()) {
        const ChunkSummary &whole = row.whole.summary;
        lose(tag, whole.first, whole.last, whole.count);
        return {};
    }
    if (row.whole.isRollUp())
        return saveRollUps(tag, row.whole.summary, parts.value());
    for (const StoredChunk &part : parts.value()) {
        if (Outcome saved = saveChunk(tag, part); !saved.ok())
            return saved;
    }
    return {};
}

Outcome HistoryRepair::saveChunk(TagId tag, const StoredChunk &chunk)
{
    const ChunkSummary &summary = chunk.summary;
    const auto block = static_cast<std::uint64_t>(chunk.block);
    if (block < m_isUsed.size())
        m_isUsed[block] = true;
    const Result<SampleColumns> samples = m_from->chunks().load(chunk);
    const bool isRolledUp = m_rolledUp && m_rolledUp->first == tag;
    if (tag.value >= m_paths.size() || !samples.ok() || !isMeant(summary, samples.value())
        || isRolledUp) {
        lose(tag, summary.first, summary.last, summary.count);
        return {};
    }
    const Result<CommonSamples> stored = m_chunks->store(tag, samples.value());
    if (!stored.ok())
        return stored.error();
    m_saved.samples += samples->size() - stored->times;
    noteNewest(tag, samples.value());
    noteExtent(summary.first, summary.last);
    m_savedTo = std::max(m_savedTo.value_or(summary.last), summary.last);
    m_inTransaction += samples->size();
    return m_inTransaction < kSamplesOfTransaction ? Outcome() : endTransaction(true);
}

/// They have no samples, and beside those of the tag there cannot be any.
Outcome HistoryRepair::saveRollUps(TagId tag, const ChunkSummary &whole,
                                   std::span<const StoredChunk> rollUps)
{
    const bool overlaps
        = m_rolledUp && m_rolledUp->first == tag && whole.first <= m_rolledUp->second;
    const bool hasSamples = tag.value < m_newest.size() && m_newest[tag.value];
    if (tag.value >= m_paths.size() || overlaps || hasSamples) {
        lose(tag, whole.first, whole.last, whole.count);
        return {};
    }
    if (Outcome written = m_chunks->writeRow(tag, rollUps); !written.ok())
        return written;
    noteExtent(whole.first, whole.last);
    m_savedTo = std::max(m_savedTo.value_or(whole.last), whole.last);
    m_rolledUp = {tag, whole.last};
    m_inTransaction += rollUps.size();
    return m_inTransaction < kSamplesOfTransaction ? Outcome() : endTransaction(true);
}

/// Whole, but what says of which tag is lost.
Outcome HistoryRepair::findStrayBlocks()
{
    for (std::size_t block = 1; block < m_isUsed.size(); ++block) {
        if (m_isUsed[block])
            continue;
        const Result<SampleColumns> samples
            = m_from->chunks().load({{}, static_cast<std::int64_t>(block)});
        if (samples.ok() && !samples->isEmpty())
            lose({}, samples->times.front(), samples->times.back(), samples->size());
    }
    return {};
}

void HistoryRepair::noteNewest(TagId tag, const SampleColumns &samples)
{
    if (m_newest.size() <= tag.value)
        m_newest.resize(m_paths.size());
    std::optional<Sample> &newest = m_newest[tag.value];
    Sample last = samples.sample(tag, samples.size() - 1);
    if (!newest || newest->time <= last.time)
        newest = std::move(last);
}

void HistoryRepair::noteExtent(std::int64_t oldest, std::int64_t newest)
{
    const bool isFirst = m_state.oldest > m_state.newest;
    m_state.oldest = isFirst ? oldest : std::min(m_state.oldest, oldest);
    m_state.newest = isFirst ? newest : std::max(m_state.newest, newest);
}

/// Chunks of a tag that follow one another are lost in one.
void HistoryRepair::lose(TagId tag, std::int64_t first, std::int64_t last, std::uint64_t samples)
{
    const TimeRange range {timestampFromMicroseconds(first),
                           timestampFromMicroseconds(last == kLastTime ? last : last + 1)};
    if (tag.value < m_paths.size()) {
        m_hasLost.resize(m_paths.size());
        const bool goesOn = m_hasLost[tag.value] && !m_lost.empty() && m_lost.back().first == tag
            && (m_newest.size() <= tag.value || !m_newest[tag.value]
                || m_newest[tag.value]->time < m_lost.back().second.range.from);
        m_hasLost[tag.value] = true;
        if (goesOn) {
            Lost &before = m_lost.back().second;
            before.range
                = {std::min(before.range.from, range.from), std::max(before.range.to, range.to)};
            before.samples += samples;
            return;
        }
    }
    m_lost.push_back({tag, Lost {nameOf(tag), range, samples}});
}

std::string HistoryRepair::nameOf(TagId tag) const
{
    if (!tag.isValid())
        return {};
    return tag.value < m_paths.size() ? m_paths[tag.value] : "tag " + std::to_string(tag.value);
}

/// When its samples must have come, by the files around it.
TimeRange HistoryRepair::ownPeriod() const
{
    std::vector<std::pair<std::int64_t, std::int64_t>> extents;
    for (const std::string &path : m_files) {
        extents.emplace_back(1, 0);
        if (path == m_path)
            continue;
        Result<Database> database = openHistoryForReading(path);
        const Result<HistoryState> state
            = database.ok() ? readState(database.value()) : database.error();
        if (state.ok())
            extents.back() = {state->oldest, state->newest};
    }
    TimeRange period = periodOf(m_index, extents);
    std::error_code failed;
    const auto written = std::filesystem::last_write_time(m_path, failed);
    if (period.from != Timestamp::min() && period.to == Timestamp::max() && !failed)
        period.to = std::max(period.from,
                             std::chrono::floor<std::chrono::microseconds>(
                                 std::chrono::file_clock::to_sys(written)));
    return period;
}

} // namespace telltale
