#include "data/alarms/alarm_schema.h"

#include <filesystem>
#include <iterator>

namespace telltale {
namespace {

/// Step n leads from version n to n + 1.
constexpr const char *kSteps[] = {
    R"(
CREATE TABLE journal(
  seq INTEGER PRIMARY KEY, -- 1, 2, 3 ... without holes
  t_us INTEGER NOT NULL,   -- processing time, microseconds UTC
  et_us INTEGER,           -- event time
  type TEXT NOT NULL, alarm TEXT, tag TEXT, title TEXT, occ INTEGER, from_state TEXT,
  to_state TEXT, priority INTEGER, value TEXT, unit TEXT, quality TEXT, limit_value REAL,
  by_whom TEXT, role TEXT, station TEXT, reason TEXT, text TEXT, action TEXT, set_json TEXT,
  old_json TEXT, until_us INTEGER, count INTEGER, late INTEGER, first_out INTEGER,
  hash BLOB NOT NULL);     -- SHA-256 over the hash before and this entry
CREATE INDEX journal_time ON journal(t_us);
CREATE TABLE alarm(
  id TEXT PRIMARY KEY,
  memory BLOB NOT NULL,    -- what the engine must know of it after a restart
  row BLOB) WITHOUT ROWID; -- as lists show it; NULL: normal
CREATE TABLE input(path TEXT PRIMARY KEY, memory BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE meta(key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
PRAGMA user_version=1;
)",
    R"(
CREATE TABLE outbox(
  id INTEGER PRIMARY KEY,  -- in the order in which they were made
  t_us INTEGER NOT NULL,   -- when, microseconds UTC
  alarm TEXT NOT NULL,     -- empty: a digest
  occ INTEGER NOT NULL,
  kind TEXT NOT NULL,      -- raise, clear, repeat, escalate, chatter, digest
  n INTEGER NOT NULL,      -- counts those of one kind and occurrence
  count INTEGER NOT NULL,  -- digest: how many it stands for
  UNIQUE(alarm, occ, kind, n));
PRAGMA user_version=2;
)",
    R"(
ALTER TABLE outbox ADD COLUMN channel TEXT NOT NULL DEFAULT ''; -- the only one it is for
ALTER TABLE outbox ADD COLUMN about BLOB; -- the alarm as lists showed it then; of a digest, those a flood withheld
CREATE TABLE settled(
  outbox INTEGER NOT NULL, -- its id
  channel TEXT NOT NULL,   -- needs it no more, while others do
  PRIMARY KEY(outbox, channel)) WITHOUT ROWID;
CREATE TRIGGER outbox_gone AFTER DELETE ON outbox BEGIN
  DELETE FROM settled WHERE outbox = OLD.id;
END;
PRAGMA user_version=3;
)",
    R"(
INSERT INTO meta(key, value) -- tells this file from any other one, for ever
  VALUES('store', CAST(lower(hex(randomblob(8))) AS BLOB));
PRAGMA user_version=4;
)"};

static_assert(std::size(kSteps) == kAlarmSchema);

Error damaged(const std::string &path)
{
    return {Error::Code::Damaged, path + ": fails its check"};
}

Outcome check(const std::string &path)
{
    Result<Database> database = Database::open(path, Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    Result<Statement> statement = database->prepare("PRAGMA quick_check(1)");
    if (!statement)
        return statement.error();
    const Result<bool> row = statement->step();
    if (!row)
        return row.error();
    return row.value() && statement->text(0) == "ok" ? Outcome() : damaged(path);
}

Outcome keepCopy(Database &database, const std::string &path, std::int64_t version)
{
    const std::string copy = path + ".schema-" + std::to_string(version);
    std::error_code status;
    std::filesystem::remove(copy, status); // of an attempt that was cut short
    Result<Statement> statement = database.prepare("VACUUM INTO ?1");
    if (!statement)
        return statement.error();
    statement->bind(1, std::string_view(copy));
    if (const Outcome made = statement->run(); !made)
        return made;
    return check(copy);
}

Outcome applySteps(Database &database, std::int64_t from)
{
    if (const Outcome begun = database.begin(); !begun)
        return begun;
    for (std::int64_t step = from; step < kAlarmSchema; ++step) {
        if (const Outcome made = database.execute(kSteps[step]); !made) {
            database.rollback();
            return made;
        }
    }
    const Outcome done = database.commit();
    if (!done)
        database.rollback();
    return done;
}

} // namespace

Result<Database> openAlarmsForWriting(const std::string &path)
{
    Result<Database> database = Database::open(path, Database::Mode::ReadWrite);
    if (!database)
        return database;
    const Result<std::int64_t> version = database->userVersion();
    if (!version)
        return version.error();
    if (version.value() > kAlarmSchema)
        return Error {Error::Code::NewerVersion,
                      "alarms.db has version " + std::to_string(version.value())
                          + ", this program knows up to " + std::to_string(kAlarmSchema)
                          + ": install a newer Telltale"};
    if (version.value() == kAlarmSchema)
        return database;
    if (version.value() > 0) {
        if (const Outcome kept = keepCopy(database.value(), path, version.value()); !kept)
            return kept.error();
    }
    if (const Outcome made = applySteps(database.value(), version.value()); !made)
        return made.error();
    return database;
}

} // namespace telltale
