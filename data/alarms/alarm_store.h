#pragma once

#include "data/alarms/alarm_commit.h"
#include "data/alarms/journal_chain.h"
#include "data/storage/database.h"

#include <memory>

namespace telltale {

/// The file `alarms.db`: journal with its hash chain, state of each alarm, outbox, rules, and the
/// place in the raw journal up to which all this is true. One transaction per commit, WAL,
/// synchronous=FULL: a commit that returned survives a power cut.
/// Thread  one at a time.
/// Errors  open() Damaged, NewerVersion, DiskError. After a failed commit nobody knows what of it
///         is stored: the object must be thrown away (a failed sync is never trusted), and the
///         head() of the next one tells.
class AlarmStore
{
public:
    static constexpr std::int64_t kOutboxLimit = 10'000; ///< notifications; the oldest give way

    static Result<std::unique_ptr<AlarmStore>> open(const std::string &path);
    /// The file and what belongs to it renamed to `<path>.damaged-<microseconds>`.
    static Outcome setAside(const std::string &path, Timestamp now);

    /// Somebody removed, renamed or replaced the file since it was opened.
    bool hasMoved() const { return m_database.hasMoved(); }
    /// Then: writes all it has to `path` again; what is there now is set aside. The object must be
    /// thrown away after that.
    Outcome bringBack(const std::string &path, Timestamp now);
    /// After a failed commit of an earlier object: what can be read is written anew, for a sync
    /// that failed says nothing of what lies on the disk. Busy if a reader is in the way.
    Outcome settle() { return m_database.emptyWal(); }
    Result<AlarmStoreContent> load();
    Outcome commit(const AlarmCommit &commit);
    Result<std::vector<StoredNotification>> outbox();
    /// Tells this file from any other one, made once: 16 hexadecimal digits.
    const std::string &id() const { return m_id; }
    /// The newest stored entry; after a failed commit the one that would have been.
    const JournalPoint &head() const { return m_head; }
    /// The next commit notes that a head of this file was signed up to there, so that the heads
    /// cannot go without a trace.
    void noteSigned(std::uint64_t sequence);
    /// A sync of the file itself failed after a commit that is stored.
    bool isDoubtful() const { return m_isDoubtful; }

private:
    explicit AlarmStore(Database database)
        : m_database(std::move(database))
    { }
    Outcome prepare();
    Outcome readHead();
    Outcome write(const AlarmCommit &commit);
    Outcome writeEntries(const AlarmCommit &commit);
    Outcome writeOutbox(const AlarmCommit &commit);
    Outcome writeNotification(const AlarmNotification &one);
    Outcome writeDelivery(const AlarmDelivery &delivery);
    Outcome trimOutbox(const AlarmCommit &commit);
    Outcome writeAlarm(const AlarmCommit::Alarm &alarm);
    Outcome writeInput(const AlarmCommit::Input &input);
    Outcome writeMeta(const std::string &key, std::string_view value);

    Database m_database;
    Statement m_insertEntry;
    Statement m_putAlarm;
    Statement m_putInput;
    Statement m_putMeta;
    Statement m_putNotification;
    Statement m_trimOutbox;
    Statement m_putSettled;
    Statement m_dropNotification;
    std::string m_id;
    JournalPoint m_head;
    std::uint64_t m_signed = 0; ///< up to this entry heads are signed, as the file has it
    std::uint64_t m_signedNow = 0; ///< as it will have it
    std::uint64_t m_droppedNotifications = 0;
    unsigned m_sinceCheckpoint = 0;
    bool m_isDoubtful = false;
};

} // namespace telltale
