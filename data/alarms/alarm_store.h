#pragma once

#include "data/alarms/alarm_commit.h"
#include "data/alarms/journal_chain.h"
#include "data/storage/database.h"

#include <memory>

namespace telltale {

/// The file `alarms.db`: journal with its hash chain, state of each alarm, rules, and the place in
/// the raw journal up to which all this is true. One transaction per commit, WAL,
/// synchronous=FULL: a commit that returned survives a power cut.
/// Thread  one at a time.
/// Errors  open() Damaged, NewerVersion, DiskError; after a failed commit nothing of it is stored
///         and the object must be thrown away (a failed sync is never trusted).
class AlarmStore
{
public:
    static constexpr int kSchema = 1;

    static Result<std::unique_ptr<AlarmStore>> open(const std::string &path);
    /// The file and what belongs to it renamed to `<path>.damaged-<microseconds>`.
    static Outcome setAside(const std::string &path, Timestamp now);

    Result<AlarmStoreContent> load();
    Outcome commit(const AlarmCommit &commit);

private:
    explicit AlarmStore(Database database)
        : m_database(std::move(database))
    { }
    Outcome prepare();
    Outcome readHead();
    Outcome write(const AlarmCommit &commit);
    Outcome writeEntry(const AlarmJournalEntry &entry);
    Outcome writeAlarm(const AlarmCommit::Alarm &alarm);
    Outcome writeInput(const AlarmCommit::Input &input);
    Outcome writeMeta(const std::string &key, std::string_view value);

    Database m_database;
    Statement m_insertEntry;
    Statement m_putAlarm;
    Statement m_putInput;
    Statement m_putMeta;
    std::uint64_t m_sequence = 0;
    JournalHash m_head {};
    unsigned m_sinceCheckpoint = 0;
};

} // namespace telltale
