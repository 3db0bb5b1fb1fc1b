#include "data/alarms/alarm_store.h"

#include "data/alarms/alarm_rows.h"
#include "data/alarms/journal_row.h"

#include <charconv>
#include <filesystem>
#include <system_error>

namespace telltale {
namespace {

constexpr unsigned kCommitsPerCheckpoint = 256;

constexpr const char *kSchemaSql = R"(
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
)";

std::span<const std::uint8_t> bytesOf(std::string_view text)
{
    return {reinterpret_cast<const std::uint8_t *>(text.data()), text.size()};
}

std::string textOf(std::span<const std::uint8_t> bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}

Outcome ensureSchema(Database &database)
{
    const Result<std::int64_t> version = database.userVersion();
    if (!version)
        return version.error();
    if (version.value() > AlarmStore::kSchema)
        return Error {Error::Code::NewerVersion,
                      "alarms.db has version " + std::to_string(version.value())};
    if (version.value() == AlarmStore::kSchema)
        return {};
    if (const Outcome begun = database.begin(); !begun)
        return begun;
    if (const Outcome made = database.execute(kSchemaSql); !made) {
        database.rollback();
        return made;
    }
    return database.commit();
}

/// Calls `take` for each row of a query.
template <typename Take> Outcome forEachRow(Database &database, const char *sql, const Take &take)
{
    Result<Statement> statement = database.prepare(sql);
    if (!statement)
        return statement.error();
    for (;;) {
        const Result<bool> row = statement->step();
        if (!row)
            return row.error();
        if (!row.value())
            return {};
        take(statement.value());
    }
}

} // namespace

Result<std::unique_ptr<AlarmStore>> AlarmStore::open(const std::string &path)
{
    Result<Database> database = Database::open(path, Database::Mode::ReadWrite);
    if (!database)
        return database.error();
    if (const Outcome schema = ensureSchema(database.value()); !schema)
        return schema.error();
    std::unique_ptr<AlarmStore> store(new AlarmStore(std::move(database).value()));
    if (const Outcome ready = store->prepare(); !ready)
        return ready.error();
    return store;
}

Outcome AlarmStore::setAside(const std::string &path, Timestamp now)
{
    const std::string suffix = ".damaged-" + std::to_string(toMicroseconds(now));
    std::error_code status;
    for (const char *part : {"-wal", "-shm", ""}) {
        const std::filesystem::path from = path + part;
        if (!std::filesystem::exists(from, status))
            continue;
        std::filesystem::rename(from, path + suffix + part, status);
        if (status)
            return Error {Error::Code::DiskError, from.string() + ": " + status.message()};
    }
    return {};
}

Outcome AlarmStore::prepare()
{
    std::string places = "?";
    for (int i = 0; i < kJournalColumnCount; ++i)
        places += ",?";
    const std::pair<Statement *, std::string> statements[] = {
        {&m_insertEntry,
         std::string("INSERT INTO journal(") + kJournalColumns + ",hash) VALUES(" + places + ")"},
        {&m_putAlarm, "INSERT OR REPLACE INTO alarm(id,memory,row) VALUES(?,?,?)"},
        {&m_putInput, "INSERT OR REPLACE INTO input(path,memory) VALUES(?,?)"},
        {&m_putMeta, "INSERT OR REPLACE INTO meta(key,value) VALUES(?,?)"}};
    for (const auto &[target, sql] : statements) {
        Result<Statement> made = m_database.prepare(sql);
        if (!made)
            return made.error();
        *target = std::move(made).value();
    }
    return readHead();
}

/// Number and hash of the newest entry, where the chain goes on.
Outcome AlarmStore::readHead()
{
    return forEachRow(m_database, "SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1",
                      [this](const Statement &row) {
                          m_sequence = static_cast<std::uint64_t>(row.integer(0));
                          const auto hash = row.blob(1);
                          std::copy_n(hash.begin(), std::min(hash.size(), m_head.size()),
                                      m_head.begin());
                      });
}

Result<AlarmStoreContent> AlarmStore::load()
{
    AlarmStoreContent content;
    Outcome read
        = forEachRow(m_database, "SELECT id, memory FROM alarm", [&](const Statement &row) {
              content.alarms.push_back({row.text(0), textOf(row.blob(1)), std::nullopt});
          });
    if (!read)
        return read.error();
    read = forEachRow(m_database, "SELECT path, memory FROM input", [&](const Statement &row) {
        content.inputs.push_back({row.text(0), textOf(row.blob(1))});
    });
    if (!read)
        return read.error();
    std::string position;
    read = forEachRow(m_database, "SELECT key, value FROM meta", [&](const Statement &row) {
        const std::string key = row.text(0);
        std::string &target = key == "rules" ? content.rules
            : key == "globals"               ? content.globals
                                             : position;
        target = textOf(row.blob(1));
    });
    if (!read)
        return read.error();
    std::from_chars(position.data(), position.data() + position.size(), content.position.offset);
    content.isNew = m_sequence == 0;
    return content;
}

Outcome AlarmStore::commit(const AlarmCommit &commit)
{
    if (const Outcome begun = m_database.begin(); !begun)
        return begun;
    Outcome written = write(commit);
    if (written)
        written = m_database.commit();
    if (!written) {
        m_database.rollback();
        return written;
    }
    if (!commit.isLast && ++m_sinceCheckpoint < kCommitsPerCheckpoint)
        return {};
    m_sinceCheckpoint = 0;
    // The entries are stored whatever becomes of the checkpoint: a disk that fails shows at the
    // next commit.
    const Outcome moved = m_database.checkpoint(commit.isLast);
    static_cast<void>(moved);
    return {};
}

Outcome AlarmStore::write(const AlarmCommit &commit)
{
    for (const AlarmJournalEntry &entry : commit.entries) {
        if (Outcome written = writeEntry(entry); !written)
            return written;
    }
    for (const AlarmCommit::Alarm &alarm : commit.alarms) {
        if (Outcome written = writeAlarm(alarm); !written)
            return written;
    }
    for (const AlarmCommit::Input &input : commit.inputs) {
        if (Outcome written = writeInput(input); !written)
            return written;
    }
    if (!commit.globals.empty()) {
        if (Outcome written = writeMeta("globals", commit.globals); !written)
            return written;
    }
    if (commit.rules) {
        if (Outcome written = writeMeta("rules", *commit.rules); !written)
            return written;
    }
    return writeMeta("position", std::to_string(commit.position.offset));
}

Outcome AlarmStore::writeEntry(const AlarmJournalEntry &entry)
{
    AlarmJournalEntry numbered = entry;
    numbered.sequence = ++m_sequence;
    m_head = chainHash(m_head, numbered);
    bindEntry(m_insertEntry, numbered);
    m_insertEntry.bindBlob(kJournalColumnCount + 1, m_head);
    return m_insertEntry.run();
}

Outcome AlarmStore::writeAlarm(const AlarmCommit::Alarm &alarm)
{
    const std::string row = alarm.row ? rowToBytes(*alarm.row) : std::string();
    m_putAlarm.bind(1, std::string_view(alarm.id));
    m_putAlarm.bindBlob(2, bytesOf(alarm.memory));
    if (alarm.row)
        m_putAlarm.bindBlob(3, bytesOf(row));
    else
        m_putAlarm.bindNull(3);
    return m_putAlarm.run();
}

Outcome AlarmStore::writeInput(const AlarmCommit::Input &input)
{
    m_putInput.bind(1, std::string_view(input.path));
    m_putInput.bindBlob(2, bytesOf(input.memory));
    return m_putInput.run();
}

Outcome AlarmStore::writeMeta(const std::string &key, std::string_view value)
{
    m_putMeta.bind(1, std::string_view(key));
    m_putMeta.bindBlob(2, bytesOf(value));
    return m_putMeta.run();
}

} // namespace telltale
