#include "data/alarms/chain_walk.h"

#include "data/alarms/journal_row.h"
#include "data/storage/rows.h"

#include <algorithm>
#include <limits>

namespace telltale {
namespace {

constexpr std::uint64_t kStretch = 50'000;

Error badEntry(std::uint64_t sequence, const char *what)
{
    return {Error::Code::Damaged, "alarm journal: entry " + std::to_string(sequence) + what};
}

/// Moves `at` on to the entry of a row.
Outcome follow(const Statement &row, JournalPoint &at)
{
    const AlarmJournalEntry entry = readEntry(row);
    const std::uint64_t expected = at.sequence + 1;
    if (row.integer(0) > static_cast<std::int64_t>(expected))
        return badEntry(expected, " is missing");
    const JournalHash hash = chainHash(at.hash, entry);
    const auto stored = row.blob(kJournalColumnCount);
    if (entry.sequence != expected
        || !std::equal(hash.begin(), hash.end(), stored.begin(), stored.end()))
        return badEntry(expected, " is not as written");
    at = {expected, hash};
    return {};
}

} // namespace

Result<ChainWalk> ChainWalk::open(const std::string &folder)
{
    Result<Database> database = Database::open(folder + "/alarms.db", Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    return ChainWalk(std::move(database).value());
}

Result<bool> ChainWalk::next(std::uint64_t entries, const CancelFlag *cancel)
{
    Result<Statement> statement
        = m_database.prepare(std::string("SELECT ") + kJournalColumns
                             + ",hash FROM journal WHERE seq > ?1 ORDER BY seq LIMIT ?2");
    if (!statement)
        return statement.error();
    const auto beforeAll = std::numeric_limits<std::int64_t>::min();
    const JournalPoint from = m_at;
    statement->bind(1, from.sequence == 0 ? beforeAll : static_cast<std::int64_t>(from.sequence))
        .bind(2, static_cast<std::int64_t>(entries));
    m_database.setCancel(cancel);
    const Outcome read
        = forEachRow(statement.value(), [this](const Statement &row) { return follow(row, m_at); });
    m_database.setCancel(nullptr);
    if (!read)
        return read.error();
    return m_at.sequence - from.sequence == entries;
}

Result<std::uint64_t> verifyChain(const std::string &folder, const CancelFlag *cancel)
{
    Result<ChainWalk> walk = ChainWalk::open(folder);
    if (!walk)
        return walk.error();
    for (;;) {
        const Result<bool> more = walk->next(kStretch, cancel);
        if (!more)
            return more.error();
        if (!more.value())
            return walk->at().sequence;
        if (cancel && cancel->isCancelled())
            return Error {Error::Code::Cancelled, "not wanted any more"};
    }
}

} // namespace telltale
