#include "data/history/sqlite_history_reader.h"

#include "data/history/history_schema.h"
#include "data/history/history_snapshot.h"
#include "data/history/log_codec.h"
#include "data/history/log_store.h"
#include "data/history/tag_store.h"
#include "data/history/trend_query.h"
#include "data/storage/file.h"
#include "data/storage/rows.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <tuple>

namespace telltale {
namespace {

constexpr std::int64_t kRowsKeptTooLong = 1000; ///< of a log another process trims

/// Whether `newer`, the newer arrival, is what counts beside `older`.
bool counts(const Sample &newer, const std::optional<Sample> &older)
{
    if (!older || newer.time > older->time)
        return true;
    return newer.time == older->time && !newer.flags.has(SampleFlags::kRedelivered);
}

Result<std::int64_t> integerOf(Statement &statement, std::int64_t absent)
{
    const Result<bool> row = statement.step();
    if (!row.ok())
        return row.error();
    return row.value() && !statement.isNull(0) ? statement.integer(0) : absent;
}

Result<std::int64_t> firstLogRow(Database &database)
{
    Result<Statement> statement = database.prepare("SELECT min(id) FROM log");
    return statement.ok() ? integerOf(statement.value(), 0) : statement.error();
}

Result<std::int64_t> sourceOf(Database &database, TagId tag)
{
    Result<Statement> statement = database.prepare("SELECT source FROM tag WHERE id=?1");
    if (!statement.ok())
        return statement.error();
    statement->bind(1, std::int64_t {tag.value});
    return integerOf(statement.value(), 0);
}

/// What is asked of all files but the oldest, for each gap of an older one.
using GapLookups = std::vector<std::optional<GapLookup>>;

Result<GapLookups> lookUpGaps(std::span<const std::unique_ptr<HistoryFile>> files)
{
    GapLookups lookups(files.size());
    for (std::size_t i = 1; i < files.size(); ++i) {
        Result<GapLookup> lookup = GapLookup::open(files[i]->database());
        if (!lookup.ok() && !isOfFile(lookup.error()))
            return lookup.error();
        if (lookup.ok())
            lookups[i] = std::move(lookup).value();
    }
    return lookups;
}

/// Whether newer files know how a gap went on.
Result<bool> standsInAny(const HistoryGap &gap, std::span<std::optional<GapLookup>> newer)
{
    for (std::optional<GapLookup> &lookup : newer) {
        if (!lookup)
            continue;
        const Result<std::optional<Timestamp>> end = lookup->endOf(gap);
        if (!end.ok() && !isOfFile(end.error()))
            return end.error();
        if (end.ok() && end.value())
            return true;
    }
    return false;
}

/// Both by tag; a waiting sample is the newer arrival.
std::vector<Sample> newestOf(std::vector<Sample> stored, std::vector<Sample> waiting)
{
    std::vector<Sample> newest;
    newest.reserve(stored.size() + waiting.size());
    auto other = waiting.begin();
    for (Sample &sample : stored) {
        for (; other != waiting.end() && other->tag < sample.tag; ++other)
            newest.push_back(std::move(*other));
        if (other != waiting.end() && other->tag == sample.tag) {
            newest.push_back(counts(*other, sample) ? std::move(*other) : std::move(sample));
            ++other;
        } else {
            newest.push_back(std::move(sample));
        }
    }
    std::move(other, waiting.end(), std::back_inserter(newest));
    return newest;
}

} // namespace

Result<std::unique_ptr<HistoryReader>> HistoryReader::open(const std::string &folder,
                                                           std::chrono::milliseconds patience)
{
    auto reader = std::make_unique<SqliteHistoryReader>(folder, patience);
    if (Outcome opened = reader->refresh(); !opened.ok())
        return opened.error();
    return std::unique_ptr<HistoryReader>(std::move(reader));
}

Outcome SqliteHistoryReader::refresh()
{
    const std::vector<std::string> paths = historyFiles(m_folder);
    return isSame(paths) ? Outcome() : openAll(paths);
}

Result<TrendRange> SqliteHistoryReader::range(TagId tag, TimeRange range, int pixels,
                                              const CancelFlag *cancel)
{
    if (pixels < 1)
        return Error {Error::Code::WrongUse, "a range needs at least one pixel"};
    TrendRange answer;
    answer.range = range;
    if (range.from >= range.to)
        return answer;
    const std::int64_t from = toMicroseconds(range.from);
    const bool isAll = range.from == Timestamp::min(); // nothing is before
    SampleColumns tail;
    std::optional<Sample> waiting;
    const Snapshot snapshot(*this, tag, [&](const HistoryTail &found) {
        tail = found.samples(tag, from, toMicroseconds(range.to));
        waiting = isAll ? std::nullopt : found.newestAt(tag, from - 1);
    });
    if (!snapshot.ok())
        return snapshot.error();
    auto before = isAll ? Result<std::optional<Sample>>(std::optional<Sample>())
                        : newestAt(tag, from - 1, waiting);
    auto gaps = gapsIn(range, tag);
    if (!before.ok() || !gaps.ok())
        return verdict(before.ok() ? gaps.error() : before.error(), cancel);
    answer.before = std::move(before).value();
    TrendQuery query(m_files, tail, tag, range, pixels, cancel);
    if (Outcome done = query.run(answer); !done.ok())
        return verdict(done.error(), cancel);
    appendUnread(gaps.value(), range, tag);
    answer.gaps = joinedIn(range, pixels,
                           withoutReceived(withoutExplained(std::move(gaps).value()), answer));
    return answer;
}

Result<std::vector<Sample>> SqliteHistoryReader::lastValues()
{
    std::vector<Sample> waiting;
    const Snapshot snapshot(
        *this, {}, [&waiting](const HistoryTail &found) { waiting = found.newestOfAll(); });
    if (!snapshot.ok())
        return snapshot.error();
    std::vector<Sample> stored;
    if (!m_files.empty()) {
        const Outcome read = m_files.back()->last().readAll(
            [&stored](const LastStore::Row &row) { stored.push_back(row.sample); });
        if (!read.ok())
            return verdict(read.error(), nullptr);
    }
    return newestOf(std::move(stored), std::move(waiting));
}

Result<std::optional<Sample>> SqliteHistoryReader::valueAt(TagId tag, Timestamp time)
{
    std::optional<Sample> waiting;
    const Snapshot snapshot(*this, tag, [&](const HistoryTail &found) {
        waiting = found.newestAt(tag, toMicroseconds(time));
    });
    if (!snapshot.ok())
        return snapshot.error();
    return newestAt(tag, toMicroseconds(time), waiting);
}

Result<std::vector<HistoryGap>> SqliteHistoryReader::gaps(TimeRange range)
{
    const Snapshot snapshot(*this);
    if (!snapshot.ok())
        return snapshot.error();
    return gapsIn(range, {});
}

Result<TimeRange> SqliteHistoryReader::extent()
{
    std::int64_t oldest = std::numeric_limits<std::int64_t>::max();
    std::int64_t newest = std::numeric_limits<std::int64_t>::min();
    if (const auto owned = HistoryTail::find(m_folder))
        std::tie(oldest, newest) = owned->extent();
    const Snapshot snapshot(*this);
    if (!snapshot.ok())
        return snapshot.error();
    for (const auto &file : m_files) {
        const Result<HistoryState> state = readState(file->database());
        if (!state.ok() && !isOfFile(state.error()))
            return state.error();
        if (!state.ok() || state->oldest > state->newest)
            continue;
        oldest = std::min(oldest, state->oldest);
        newest = std::max(newest, state->newest);
    }
    if (oldest > newest)
        return TimeRange {};
    return TimeRange {timestampFromMicroseconds(oldest), timestampFromMicroseconds(newest + 1)};
}

Result<HistoryTotals> SqliteHistoryReader::totals()
{
    const Snapshot snapshot(*this);
    if (!snapshot.ok())
        return snapshot.error();
    if (m_files.empty())
        return HistoryTotals {};
    const Result<HistoryState> state = readState(m_files.back()->database());
    if (!state.ok())
        return state.error();
    return state->totals;
}

Outcome SqliteHistoryReader::loadTags(TagRegistry &registry)
{
    const Snapshot snapshot(*this);
    if (!snapshot.ok())
        return snapshot.error();
    return m_files.empty() ? Outcome() : loadStoredTags(m_files.back()->database(), registry);
}

/// What is sealed is marked first: of one tag, or of all.
Outcome SqliteHistoryReader::followLog(std::optional<TagId> tag)
{
    if (m_files.empty())
        return {};
    LastStore &last = m_files.back()->last();
    if (!tag) {
        const Outcome read = last.readAll([this](const LastStore::Row &row) {
            m_sealed.emplace_back(row.sample.tag, row.sealed);
        });
        return read.ok() ? followRows() : read;
    }
    const auto row = last.read(*tag);
    if (!row.ok())
        return row.error();
    if (row.value())
        m_sealed.emplace_back(*tag, row.value()->sealed);
    return followRows();
}

Outcome SqliteHistoryReader::followRows()
{
    if (!m_followed)
        m_followed = std::make_unique<HistoryTail>(HistoryTail::Role::Follower);
    for (const auto &[tag, row] : m_sealed)
        m_followed->markSealed(tag, row);
    m_sealed.clear();
    Database &database = m_files.back()->database();
    const Result<std::int64_t> first = firstLogRow(database);
    if (!first.ok())
        return first.error();
    if (first.value() > m_firstRow + kRowsKeptTooLong) {
        m_firstRow = first.value();
        m_followed->dropBefore(m_firstRow);
    }
    return readLog(database, m_nextRow,
                   [this](std::int64_t row, std::span<const std::uint8_t> blob) -> Outcome {
                       const Result<SampleBatch> group = decodeLog(blob);
                       if (!group.ok())
                           return group.error();
                       m_followed->append(group.value(), row, nullptr);
                       m_nextRow = row + 1;
                       return {};
                   });
}

Result<std::optional<Sample>> SqliteHistoryReader::newestAt(TagId tag, std::int64_t time,
                                                            const std::optional<Sample> &waiting)
{
    std::optional<Sample> newest;
    for (const auto &file : m_files) {
        auto stored = file->newestAt(tag, time);
        if (!stored.ok())
            return stored;
        if (stored.value() && counts(*stored.value(), newest))
            newest = std::move(stored).value();
    }
    if (waiting && counts(*waiting, newest))
        newest = waiting;
    return newest;
}

Result<std::vector<HistoryGap>> SqliteHistoryReader::gapsIn(TimeRange range,
                                                            std::optional<TagId> tag)
{
    SourceId source;
    TagId first;
    if (tag && !m_files.empty()) {
        const Result<std::int64_t> stored = sourceOf(m_files.back()->database(), *tag);
        const Result<TagId> ofDevice = firstOfDevice(*tag);
        if (!stored.ok() && !isOfFile(stored.error()))
            return stored.error();
        if (!ofDevice.ok() && !isOfFile(ofDevice.error()))
            return ofDevice.error(); // else samples are there without what the tags say
        source = {static_cast<std::uint16_t>(stored.ok() ? stored.value() : 0)};
        first = ofDevice.ok() ? ofDevice.value() : *tag;
    }
    Result<GapLookups> lookups = lookUpGaps(m_files);
    if (!lookups.ok())
        return lookups.error();
    std::vector<HistoryGap> found;
    for (std::size_t i = 0; i < m_files.size(); ++i) {
        Database &database = m_files[i]->database();
        const Result<std::vector<HistoryGap>> gaps
            = tag ? readGapsOf(database, range, source, *tag, first) : readGaps(database, range);
        if (!gaps.ok() && !isOfFile(gaps.error()))
            return gaps;
        if (!gaps.ok())
            continue;
        for (const HistoryGap &gap : gaps.value()) {
            const Result<bool> isOld = standsInAny(gap, std::span(lookups.value()).subspan(i + 1));
            if (!isOld.ok())
                return isOld.error();
            if (!isOld.value())
                found.push_back(gap);
        }
    }
    const Outcome appended = appendOff(found, range);
    return appended.ok() ? Result<std::vector<HistoryGap>>(std::move(found)) : appended.error();
}

/// Without a recorder the program is off since the newest record that came into history.
Outcome SqliteHistoryReader::appendOff(std::vector<HistoryGap> &gaps, TimeRange range)
{
    if (m_files.empty() || HistoryTail::find(m_folder) || FolderLock::ownerOf(m_folder))
        return {};
    const Result<HistoryState> state = readState(m_files.back()->database());
    if (!state.ok())
        return isOfFile(state.error()) ? Outcome() : Outcome(state.error());
    const auto &counters = state->totals.counters;
    const auto last = counters.find(HistoryTotals::kLastArrival);
    if (last == counters.end() || last->second == 0)
        return {}; // nothing was ever recorded, only imported
    const Timestamp from = timestampFromMicroseconds(static_cast<std::int64_t>(last->second));
    if (from < range.to)
        gaps.push_back({HistoryGap::Cause::ProgramOff, {}, {}, {from, Timestamp::max()}});
    return {};
}

/// The tags are read only where it matters, and only those that are new.
Result<TagId> SqliteHistoryReader::firstOfDevice(TagId tag)
{
    if (tag.value < m_devices.size())
        return m_devices.firstOf(tag);
    bool matters = false;
    for (const auto &file : m_files) {
        const Result<bool> has = hasDeviceGaps(file->database());
        if (!has.ok() && !isOfFile(has.error()))
            return has.error();
        matters = matters || (has.ok() && has.value());
    }
    if (!matters)
        return tag;
    Result<Statement> rows
        = m_files.back()->database().prepare("SELECT id, path FROM tag WHERE id>=?1 ORDER BY id");
    if (!rows.ok())
        return rows.error();
    rows->bind(1, static_cast<std::int64_t>(m_devices.size()));
    const Outcome read = forEachRow(rows.value(), [this](const Statement &row) {
        if (row.integer(0) == static_cast<std::int64_t>(m_devices.size()))
            m_devices.add(row.text(1));
    });
    return read.ok() ? Result<TagId>(m_devices.firstOf(tag)) : read.error();
}

} // namespace telltale
