#include "data/history/log_store.h"

#include "data/storage/rows.h"

#include <vector>

namespace telltale {
namespace {

constexpr std::int64_t kAllTags = -1;
constexpr const char *kCorrected = "samples_corrected"; ///< the counter that is history's own
constexpr std::string_view kGaps = "gaps/"; ///< so are these: how many, by cause ...
constexpr std::string_view kGapLengths = "gaps_us/"; ///< ... and how long in all
constexpr const char *kGapEnd
    = "SELECT ends FROM gap WHERE cause=?1 AND source=?2 AND tag=?3 AND begins=?4";
constexpr std::int64_t kSchemaWithBegun = 3; ///< only readers meet files of before

HistoryGap gapOf(const Statement &row)
{
    HistoryGap gap;
    gap.cause = static_cast<HistoryGap::Cause>(row.integer(0));
    gap.source = {static_cast<std::uint16_t>(row.integer(1))};
    if (row.integer(2) != kAllTags)
        gap.tag = {static_cast<std::uint32_t>(row.integer(2))};
    gap.range
        = {timestampFromMicroseconds(row.integer(3)), timestampFromMicroseconds(row.integer(4))};
    return gap;
}

void bindKey(Statement &statement, const HistoryGap &gap)
{
    statement.bind(1, static_cast<std::int64_t>(gap.cause));
    statement.bind(2, std::int64_t {gap.source.value});
    statement.bind(3, gap.tag.isValid() ? std::int64_t {gap.tag.value} : kAllTags);
    statement.bind(4, toMicroseconds(gap.range.from));
}

std::int64_t lengthOf(const TimeRange &range)
{
    const bool isKnown = range.from != Timestamp::min() && range.to != Timestamp::max();
    return isKnown ? (range.to - range.from).count() : 0;
}

/// `find` has text kGapEnd.
Result<std::optional<Timestamp>> endIn(Statement &find, const HistoryGap &gap)
{
    StatementUse use(find);
    bindKey(find, gap);
    const Result<bool> row = use->step();
    if (!row.ok())
        return row.error();
    return row.value() ? std::optional(timestampFromMicroseconds(use->integer(0))) : std::nullopt;
}

/// `rows` are of those that touch `range`.
Result<std::vector<HistoryGap>> gapsOf(Statement &rows, TimeRange range)
{
    rows.bind(1, toMicroseconds(range.from)).bind(2, toMicroseconds(range.to));
    std::vector<HistoryGap> gaps;
    const Outcome read
        = forEachRow(rows, [&gaps](const Statement &row) { gaps.push_back(gapOf(row)); });
    if (!read.ok())
        return read.error();
    return gaps;
}

Outcome readCounters(Database &database, HistoryTotals &totals)
{
    return forEachRow(database, "SELECT name, value FROM counter", [&totals](const Statement &row) {
        const std::string name = row.text(0);
        const auto value = static_cast<std::uint64_t>(row.integer(1));
        if (name == kCorrected)
            totals.corrected = value;
        else if (name.starts_with(kGaps))
            totals.gaps[name.substr(kGaps.size())].count = value;
        else if (name.starts_with(kGapLengths))
            totals.gaps[name.substr(kGapLengths.size())].length = std::chrono::microseconds(value);
        else
            totals.counters[name] = value;
    });
}

} // namespace

Result<LogStore> LogStore::open(Database &database)
{
    LogStore store;
    const Outcome prepared = database.prepareAll({
        {&store.m_append, "INSERT INTO log VALUES(?1,?2)"},
        {&store.m_remove, "DELETE FROM log WHERE id<?1"},
        {&store.m_state,
         "UPDATE state SET position=?1, messages=?2, samples=?3, log_row=?4, oldest=?5, newest=?6,"
         " begun=?7"},
        {&store.m_less, "UPDATE state SET samples=samples-?1"},
        {&store.m_corrected,
         std::string("INSERT INTO counter VALUES('") + kCorrected
             + "',?1) ON CONFLICT DO UPDATE SET value=value+excluded.value"},
        {&store.m_counter,
         "INSERT INTO counter VALUES(?1,?2) ON CONFLICT DO UPDATE SET"
         " value=excluded.value WHERE value<>excluded.value"},
        {&store.m_gap, "INSERT OR REPLACE INTO gap VALUES(?1,?2,?3,?4,?5)"},
        {&store.m_gapEnd, kGapEnd},
    });
    if (!prepared.ok())
        return prepared.error();
    return store;
}

Outcome LogStore::append(std::int64_t row, std::span<const std::uint8_t> blob)
{
    return m_append.bind(1, row).bindBlob(2, blob).run();
}

Outcome LogStore::removeBefore(std::int64_t row)
{
    return m_remove.bind(1, row).run();
}

Outcome LogStore::writeState(const HistoryState &state)
{
    const HistoryTotals &totals = state.totals;
    m_state.bind(1, static_cast<std::int64_t>(totals.position.offset));
    m_state.bind(2, static_cast<std::int64_t>(totals.messages));
    m_state.bind(3, static_cast<std::int64_t>(totals.samples)).bind(4, state.logRow);
    if (state.oldest <= state.newest)
        m_state.bind(5, state.oldest).bind(6, state.newest);
    if (state.begun != 0)
        m_state.bind(7, state.begun);
    if (Outcome written = m_state.run(); !written.ok())
        return written;
    return writeCounters(state);
}

Outcome LogStore::writeCounters(const HistoryState &state)
{
    auto counters = state.totals.counters;
    counters[kCorrected] = state.totals.corrected;
    for (const auto &[cause, total] : state.totals.gaps) {
        counters[std::string(kGaps) + cause] = total.count;
        counters[std::string(kGapLengths) + cause]
            = static_cast<std::uint64_t>(total.length.count());
    }
    for (const auto &[name, value] : counters) {
        m_counter.bind(1, std::string_view(name)).bind(2, static_cast<std::int64_t>(value));
        if (Outcome written = m_counter.run(); !written.ok())
            return written;
    }
    return {};
}

Outcome LogStore::countLess(const CommonSamples &common)
{
    const Outcome less = m_less.bind(1, static_cast<std::int64_t>(common.times)).run();
    if (!less.ok() || common.corrected == 0)
        return less;
    return m_corrected.bind(1, static_cast<std::int64_t>(common.corrected)).run();
}

Outcome LogStore::writeGap(const HistoryGap &gap, GapTotals &totals, const EndElsewhere &elsewhere)
{
    if (Outcome counted = count(gap, totals, elsewhere); !counted.ok())
        return counted;
    bindKey(m_gap, gap);
    return m_gap.bind(5, toMicroseconds(gap.range.to)).run();
}

Outcome LogStore::count(const HistoryGap &gap, GapTotals &totals, const EndElsewhere &elsewhere)
{
    const Result<std::optional<Timestamp>> here = endIn(m_gapEnd, gap);
    if (!here.ok())
        return here.error();
    const std::optional<Timestamp> known
        = here.value() || !elsewhere ? here.value() : elsewhere(gap);
    GapTotal &total = totals[causeKey(gap.cause)];
    total.length += std::chrono::microseconds(lengthOf(gap.range));
    if (known)
        total.length -= std::chrono::microseconds(lengthOf({gap.range.from, *known}));
    else
        ++total.count;
    return {};
}

Result<HistoryState> readState(Database &database)
{
    const Result<std::int64_t> version = database.userVersion();
    if (!version.ok())
        return version.error();
    const std::string begun = version.value() < kSchemaWithBegun ? "NULL" : "begun";
    Result<Statement> one = database.prepare(
        "SELECT position, messages, samples, log_row, oldest, newest, " + begun + " FROM state");
    if (!one.ok())
        return one.error();
    const Result<bool> row = one->step();
    if (!row.ok())
        return row.error();
    if (!row.value())
        return Error {Error::Code::Damaged, "history: the state is missing"};
    HistoryState state;
    state.totals.position.offset = static_cast<std::uint64_t>(one->integer(0));
    state.totals.messages = static_cast<std::uint64_t>(one->integer(1));
    state.totals.samples = static_cast<std::uint64_t>(one->integer(2));
    state.logRow = one->integer(3);
    if (!one->isNull(4)) {
        state.oldest = one->integer(4);
        state.newest = one->integer(5);
    }
    if (!one->isNull(6))
        state.begun = one->integer(6);
    if (Outcome read = readCounters(database, state.totals); !read.ok())
        return read.error();
    return state;
}

Outcome readLog(Database &database, std::int64_t first,
                const std::function<Outcome(std::int64_t, std::span<const std::uint8_t>)> &take)
{
    Result<Statement> rows = database.prepare("SELECT id, data FROM log WHERE id>=?1 ORDER BY id");
    if (!rows.ok())
        return rows.error();
    rows->bind(1, first);
    return forEachRow(rows.value(),
                      [&take](const Statement &row) { return take(row.integer(0), row.blob(1)); });
}

Result<std::vector<HistoryGap>> readGaps(Database &database, TimeRange range)
{
    Result<Statement> rows = database.prepare("SELECT cause, source, tag, begins, ends FROM gap"
                                              " WHERE begins<?2 AND ends>?1 ORDER BY begins");
    if (!rows.ok())
        return rows.error();
    return gapsOf(rows.value(), range);
}

/// By the key: there may be a hundred thousand of other tags.
Result<std::vector<HistoryGap>> readGapsOf(Database &database, TimeRange range, SourceId source,
                                           TagId tag, TagId first)
{
    Result<Statement> rows = database.prepare(
        "SELECT cause, source, tag, begins, ends FROM gap WHERE cause IN (1,2,3,4,5,6,7,8,9,10,11)"
        " AND source IN (0,?3) AND tag IN (-1,?4,?5) AND begins<?2 AND ends>?1 ORDER BY begins");
    if (!rows.ok())
        return rows.error();
    rows->bind(3, std::int64_t {source.value}).bind(4, std::int64_t {tag.value});
    rows->bind(5, std::int64_t {first.value});
    Result<std::vector<HistoryGap>> gaps = gapsOf(rows.value(), range);
    if (gaps.ok())
        std::erase_if(gaps.value(), [tag](const HistoryGap &gap) {
            return gap.tag.isValid() && gap.tag != tag && !gap.isOfDevice();
        });
    return gaps;
}

Result<bool> hasDeviceGaps(Database &database)
{
    Result<Statement> row = database.prepare("SELECT 1 FROM gap WHERE cause IN (3,4) LIMIT 1");
    return row.ok() ? row->step() : row.error();
}

Result<GapLookup> GapLookup::open(Database &database)
{
    GapLookup lookup;
    if (Outcome prepared = database.prepareAll({{&lookup.m_find, kGapEnd}}); !prepared.ok())
        return prepared.error();
    return lookup;
}

Result<std::optional<Timestamp>> GapLookup::endOf(const HistoryGap &gap)
{
    return endIn(m_find, gap);
}

} // namespace telltale
