#pragma once

#include "data/alarms/journal_chain.h"
#include "data/storage/database.h"
#include "data/telemetry/cancel_flag.h"

#include <cstdint>
#include <string>

namespace telltale {

/// Follows the hash chain of an alarm journal from its first entry on, through a read-only
/// connection of its own, a stretch at a time, so that no reader is in the way of a writer for
/// long. Nothing ever deletes entries: the chain begins with entry 1.
/// Thread  one at a time.
class ChainWalk
{
public:
    /// Of `folder`/alarms.db.
    static Result<ChainWalk> open(const std::string &folder);

    /// Looks at the next entries, at most so many: whether there may be more.
    /// Errors  Damaged: names the first bad entry; Cancelled.
    Result<bool> next(std::uint64_t entries, const CancelFlag *cancel = nullptr);
    /// How far it has come.
    const JournalPoint &at() const { return m_at; }

private:
    explicit ChainWalk(Database database)
        : m_database(std::move(database))
    { }

    Database m_database;
    JournalPoint m_at;
};

/// All of it: how many entries there are. Errors as those of a walk.
Result<std::uint64_t> verifyChain(const std::string &folder, const CancelFlag *cancel = nullptr);

} // namespace telltale
