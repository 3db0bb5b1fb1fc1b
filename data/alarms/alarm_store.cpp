#include "data/alarms/alarm_store.h"

#include "data/alarms/alarm_rows.h"
#include "data/alarms/alarm_schema.h"
#include "data/alarms/journal_row.h"
#include "data/alarms/outbox_rows.h"
#include "data/storage/database_copy.h"
#include "data/storage/file.h"
#include "data/storage/rows.h"

#include <charconv>
#include <filesystem>
#include <system_error>

namespace telltale {
namespace {

constexpr unsigned kCommitsPerCheckpoint = 256;
constexpr const char *kOutboxDropped = "outbox_dropped";
constexpr const char *kSignedUpTo = "signed_up_to";

std::span<const std::uint8_t> bytesOf(std::string_view text)
{
    return {reinterpret_cast<const std::uint8_t *>(text.data()), text.size()};
}

std::string textOf(std::span<const std::uint8_t> bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}

} // namespace

Result<std::unique_ptr<AlarmStore>> AlarmStore::open(const std::string &path)
{
    Result<Database> database = openAlarmsForWriting(path);
    if (!database)
        return database.error();
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

Outcome AlarmStore::bringBack(const std::string &path, Timestamp now)
{
    const std::string fresh = path + ".new";
    std::error_code failed;
    std::filesystem::remove(fresh, failed);
    if (Outcome copied
        = copyDatabase(m_database, fresh, [](std::uint64_t, std::uint64_t) { return true; });
        !copied)
        return copied;
    if (!std::filesystem::exists(path, failed)) {
        for (const char *beside : {"-wal", "-shm"}) // nobody's any more
            std::filesystem::remove(path + beside, failed);
    }
    if (Outcome aside = setAside(path, now); !aside)
        return aside;
    return renameDurably(fresh, path);
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
        {&m_putMeta, "INSERT OR REPLACE INTO meta(key,value) VALUES(?,?)"},
        {&m_putNotification,
         "INSERT INTO outbox(t_us,alarm,occ,kind,n,count,channel,about) VALUES(?,?,?,?,?,?,?,?)"
         " ON CONFLICT(alarm,occ,kind,n) DO UPDATE SET t_us=excluded.t_us, count=excluded.count,"
         " about=excluded.about"},
        {&m_trimOutbox,
         "DELETE FROM outbox WHERE id IN (SELECT id FROM outbox"
         " ORDER BY kind='digest' AND channel<>'', id" // that stands for many
         " LIMIT max(0, (SELECT count(*) FROM outbox) - ?1))"},
        {&m_putSettled,
         "INSERT OR IGNORE INTO settled(outbox,channel)"
         " SELECT id,?5 FROM outbox WHERE alarm=?1 AND occ=?2 AND kind=?3 AND n=?4"},
        {&m_dropNotification, "DELETE FROM outbox WHERE alarm=?1 AND occ=?2 AND kind=?3 AND n=?4"}};
    for (const auto &[target, sql] : statements) {
        Result<Statement> made = m_database.prepare(sql);
        if (!made)
            return made.error();
        *target = std::move(made).value();
    }
    return readHead();
}

/// Number and hash of the newest entry, where the chain goes on; up to where heads are signed; what
/// the outbox gave up.
Outcome AlarmStore::readHead()
{
    const Outcome read = forEachRow(
        m_database,
        "SELECT key, value FROM meta WHERE key IN ('outbox_dropped','signed_up_to','store')",
        [this](const Statement &row) {
            const std::string value = textOf(row.blob(1));
            if (row.text(0) == kOutboxDropped)
                std::from_chars(value.data(), value.data() + value.size(), m_droppedNotifications);
            else if (row.text(0) == kSignedUpTo)
                std::from_chars(value.data(), value.data() + value.size(), m_signed);
            else
                m_id = value;
        });
    if (!read)
        return read;
    return forEachRow(m_database, "SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1",
                      [this](const Statement &row) {
                          m_head.sequence = static_cast<std::uint64_t>(row.integer(0));
                          const auto hash = row.blob(1);
                          std::copy_n(hash.begin(), std::min(hash.size(), m_head.hash.size()),
                                      m_head.hash.begin());
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
    read = forEachRow(m_database, "SELECT key, value FROM meta", [&](const Statement &row) {
        const std::string key = row.text(0);
        const std::string value = textOf(row.blob(1));
        if (key == "rules")
            content.rules = value;
        else if (key == "globals")
            content.globals = value;
        else if (key == "position")
            std::from_chars(value.data(), value.data() + value.size(), content.position.offset);
    });
    if (!read)
        return read.error();
    Result<std::vector<StoredNotification>> waiting = outbox();
    if (!waiting)
        return waiting.error();
    content.outbox = std::move(waiting).value();
    content.isNew = m_head.sequence == 0;
    return content;
}

Result<std::vector<StoredNotification>> AlarmStore::outbox()
{
    Result<OutboxRows> waiting = readOutbox(m_database, kOutboxLimit);
    if (!waiting)
        return waiting.error();
    for (StoredNotification &one : waiting->notifications) {
        one.notification.store = m_id;
        one.isOld = true;
    }
    return std::move(waiting->notifications);
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
    // The entries are stored whatever becomes of the checkpoint.
    m_isDoubtful = !m_database.checkpoint(commit.isLast).ok();
    return {};
}

Outcome AlarmStore::write(const AlarmCommit &commit)
{
    if (Outcome written = writeEntries(commit); !written)
        return written;
    if (Outcome written = writeOutbox(commit); !written)
        return written;
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
    if (m_signedNow > m_signed) {
        if (Outcome written = writeMeta(kSignedUpTo, std::to_string(m_signedNow)); !written)
            return written;
        m_signed = m_signedNow;
    }
    return writeMeta("position", std::to_string(commit.position.offset));
}

void AlarmStore::noteSigned(std::uint64_t sequence)
{
    m_signedNow = sequence;
}

Outcome AlarmStore::writeEntries(const AlarmCommit &commit)
{
    for (const AlarmJournalEntry &entry : commit.entries) {
        AlarmJournalEntry numbered = entry;
        numbered.sequence = ++m_head.sequence;
        m_head.hash = chainHash(m_head.hash, numbered);
        bindEntry(m_insertEntry, numbered);
        m_insertEntry.bindBlob(kJournalColumnCount + 1, m_head.hash);
        if (Outcome written = m_insertEntry.run(); !written)
            return written;
    }
    return {};
}

Outcome AlarmStore::writeOutbox(const AlarmCommit &commit)
{
    for (const AlarmDelivery &delivery : commit.deliveries) {
        if (Outcome written = writeDelivery(delivery); !written)
            return written;
    }
    for (const AlarmNotification &one : commit.notifications) {
        if (Outcome written = writeNotification(one); !written)
            return written;
    }
    return commit.notifications.empty() ? Outcome() : trimOutbox(commit);
}

/// A key that is there already is the same notification - or one of an earlier life whose state
/// could not be read: the new one stands for both.
Outcome AlarmStore::writeNotification(const AlarmNotification &one)
{
    const std::string about = one.about ? rowToBytes(*one.about) : withheldToBytes(one.withheld);
    m_putNotification.bind(1, one.time)
        .bind(2, std::string_view(one.alarm))
        .bind(3, static_cast<std::int64_t>(one.occurrence))
        .bind(4, std::string_view(notificationWord(one.kind)))
        .bind(5, static_cast<std::int64_t>(one.number))
        .bind(6, static_cast<std::int64_t>(one.count))
        .bind(7, std::string_view(one.channel));
    if (!about.empty())
        m_putNotification.bindBlob(8, bytesOf(about));
    else
        m_putNotification.bindNull(8);
    return m_putNotification.run();
}

Outcome AlarmStore::writeDelivery(const AlarmDelivery &delivery)
{
    Statement &statement = delivery.isLast ? m_dropNotification : m_putSettled;
    statement.bind(1, std::string_view(delivery.key.alarm))
        .bind(2, static_cast<std::int64_t>(delivery.key.occurrence))
        .bind(3, std::string_view(notificationWord(delivery.key.kind)))
        .bind(4, static_cast<std::int64_t>(delivery.key.number));
    if (!delivery.isLast)
        statement.bind(5, std::string_view(delivery.channel));
    return statement.run();
}

Outcome AlarmStore::trimOutbox(const AlarmCommit &commit)
{
    m_trimOutbox.bind(1, kOutboxLimit);
    if (Outcome trimmed = m_trimOutbox.run(); !trimmed)
        return trimmed;
    const auto trimmed = static_cast<std::uint64_t>(m_database.changes());
    m_droppedNotifications += trimmed + commit.droppedNotifications;
    return writeMeta(kOutboxDropped, std::to_string(m_droppedNotifications));
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
