#include "data/alarms/alarm_rows.h"
#include "data/alarms/alarm_service.h"
#include "data/alarms/journal_row.h"
#include "data/alarms/outbox_rows.h"
#include "data/alarms/state_codec.h"
#include "data/storage/rows.h"

#include <algorithm>
#include <charconv>
#include <filesystem>

namespace telltale {
namespace {

std::string_view textOf(std::span<const std::uint8_t> bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}

JournalHash hashOf(std::span<const std::uint8_t> bytes)
{
    JournalHash hash {};
    std::copy_n(bytes.begin(), std::min(bytes.size(), hash.size()), hash.begin());
    return hash;
}

std::string pathIn(const std::string &folder)
{
    return folder + "/alarms.db";
}

/// alarms.db through a read-only connection of its own.
class FileAlarmReader final : public AlarmReader
{
public:
    explicit FileAlarmReader(Database database)
        : m_database(std::move(database))
    { }

    Result<AlarmSnapshot> snapshot() override;
    Result<std::vector<AlarmJournalEntry>> journal(TimeRange range, std::size_t limit,
                                                   const std::string &tagPrefix,
                                                   const CancelFlag *cancel) override;
    Result<JournalHead> head() override;
    Outcome scan(const JournalFilter &filter, JournalSpan span, const Take &take,
                 const CancelFlag *cancel) override;
    Result<std::optional<Timestamp>> writtenAt(std::uint64_t sequence) override;
    Result<AlarmOutbox> outbox(std::size_t limit) override;
    bool isCurrent() const override
    {
        return !m_database.hasMoved() && !m_database.hasChangedUnseen();
    }
    Result<std::uint64_t> version() override;

private:
    Outcome addGlobals(AlarmSnapshot &snapshot);
    Result<std::uint64_t> droppedNotifications();

    Database m_database;
};

Result<AlarmSnapshot> FileAlarmReader::snapshot()
{
    std::vector<AlarmRow> rows;
    const auto take = [&rows](const Statement &stored) -> Outcome {
        std::optional<AlarmRow> row = rowFromBytes(textOf(stored.blob(0)));
        if (!row)
            return Error {Error::Code::Damaged, "alarms.db: a row of the alarm list is damaged"};
        rows.push_back(std::move(*row));
        return {};
    };
    if (const Outcome read
        = forEachRow(m_database, "SELECT row FROM alarm WHERE row IS NOT NULL", take);
        !read)
        return read.error();
    AlarmSnapshot snapshot = makeSnapshot(std::move(rows));
    if (const Outcome added = addGlobals(snapshot); !added)
        return added.error();
    const Result<std::uint64_t> number = version();
    if (!number)
        return number.error();
    snapshot.version = number.value();
    return snapshot;
}

/// Flood, horn and rate; the rate is that of the newest annunciation's hour.
Outcome FileAlarmReader::addGlobals(AlarmSnapshot &snapshot)
{
    return forEachRow(m_database, "SELECT value FROM meta WHERE key = 'globals'",
                      [&snapshot](const Statement &row) {
                          StateReader reader(textOf(row.blob(0)));
                          AlarmGlobals globals;
                          globals.visit(reader);
                          telltale::addGlobals(snapshot, globals,
                                               toMicroseconds(Clock::system().now()));
                      });
}

Result<std::vector<AlarmJournalEntry>> FileAlarmReader::journal(TimeRange range, std::size_t limit,
                                                                const std::string &tagPrefix,
                                                                const CancelFlag *cancel)
{
    Result<Statement> statement = m_database.prepare(
        std::string("SELECT ") + kJournalColumns
        + " FROM journal WHERE t_us >= ?1 AND t_us < ?2"
          " AND (?3 = '' OR substr(tag, 1, length(?3)) = ?3) ORDER BY t_us, seq LIMIT ?4");
    if (!statement)
        return statement.error();
    statement->bind(1, toMicroseconds(range.from))
        .bind(2, toMicroseconds(range.to))
        .bind(3, std::string_view(tagPrefix))
        .bind(4, static_cast<std::int64_t>(std::min<std::size_t>(limit, 1U << 30U)));
    std::vector<AlarmJournalEntry> entries;
    m_database.setCancel(cancel); // where rows of other tags are passed over
    const Outcome read = forEachRow(statement.value(), [&](const Statement &row) -> Outcome {
        if (cancel && cancel->isCancelled())
            return Error {Error::Code::Cancelled, "not wanted any more"};
        entries.push_back(readEntry(row));
        return {};
    });
    m_database.setCancel(nullptr);
    if (!read)
        return read.error();
    return entries;
}

Result<JournalHead> FileAlarmReader::head()
{
    JournalHead head;
    const Outcome read = forEachRow(
        m_database,
        "SELECT (SELECT min(seq) FROM journal), seq, hash FROM journal ORDER BY seq DESC LIMIT 1",
        [&head](const Statement &row) {
            head.first = static_cast<std::uint64_t>(row.integer(0));
            head.last = static_cast<std::uint64_t>(row.integer(1));
            head.hash = hashOf(row.blob(2));
        });
    if (!read)
        return read.error();
    return head;
}

/// By number: the index of times would have to be sorted again.
Outcome FileAlarmReader::scan(const JournalFilter &filter, JournalSpan span, const Take &take,
                              const CancelFlag *cancel)
{
    const std::string sql = std::string("SELECT ") + kJournalColumns
        + ",hash FROM journal WHERE seq >= ?1 AND seq < ?2 AND +t_us >= ?3 AND +t_us < ?4"
          " ORDER BY seq ";
    Result<Statement> statement = m_database.prepare(sql + (span.newestFirst ? "DESC" : "ASC"));
    if (!statement)
        return statement.error();
    const TimeRange range = filter.range.value_or(TimeRange {Timestamp::min(), Timestamp::max()});
    statement->bind(1, static_cast<std::int64_t>(span.from))
        .bind(2, static_cast<std::int64_t>(span.to))
        .bind(3, toMicroseconds(range.from))
        .bind(4, toMicroseconds(range.to));
    const JournalMatcher matcher(filter);
    m_database.setCancel(cancel);
    Outcome read = forEachRow(statement.value(), [&](const Statement &row) -> Result<bool> {
        if (cancel && cancel->isCancelled())
            return Error {Error::Code::Cancelled, "not wanted any more"};
        if (!matcher.matches(textsOf(row)))
            return true;
        return take(readEntry(row), hashOf(row.blob(kJournalColumnCount)));
    });
    m_database.setCancel(nullptr);
    return read;
}

Result<std::optional<Timestamp>> FileAlarmReader::writtenAt(std::uint64_t sequence)
{
    Result<Statement> statement = m_database.prepare("SELECT t_us FROM journal WHERE seq = ?1");
    if (!statement)
        return statement.error();
    statement->bind(1, static_cast<std::int64_t>(sequence));
    std::optional<Timestamp> at;
    const Outcome read = forEachRow(statement.value(), [&at](const Statement &row) {
        at = timestampFromMicroseconds(row.integer(0));
    });
    if (!read)
        return read.error();
    return at;
}

Result<AlarmOutbox> FileAlarmReader::outbox(std::size_t limit)
{
    Result<OutboxRows> stored = readOutbox(m_database, limit);
    if (!stored)
        return stored.error();
    AlarmOutbox found;
    found.damaged = stored->damaged;
    for (StoredNotification &one : stored->notifications)
        found.waiting.push_back(std::move(one.notification));
    const Result<std::uint64_t> dropped = droppedNotifications();
    if (!dropped)
        return dropped.error();
    found.dropped = dropped.value();
    return found;
}

Result<std::uint64_t> FileAlarmReader::droppedNotifications()
{
    std::uint64_t dropped = 0;
    const Outcome read
        = forEachRow(m_database, "SELECT value FROM meta WHERE key = 'outbox_dropped'",
                     [&dropped](const Statement &row) {
                         const std::string_view value = textOf(row.blob(0));
                         std::from_chars(value.data(), value.data() + value.size(), dropped);
                     });
    if (!read)
        return read.error();
    return dropped;
}

Result<std::uint64_t> FileAlarmReader::version()
{
    Result<Statement> statement = m_database.prepare("PRAGMA data_version");
    if (!statement)
        return statement.error();
    const Result<bool> step = statement->step();
    if (!step)
        return step.error();
    return static_cast<std::uint64_t>(statement->integer(0));
}

} // namespace

Result<std::unique_ptr<AlarmReader>> AlarmReader::open(const std::string &folder)
{
    Result<Database> database = Database::open(pathIn(folder), Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    return std::unique_ptr<AlarmReader>(
        std::make_unique<FileAlarmReader>(std::move(database).value()));
}

Result<std::unique_ptr<AlarmReader>> AlarmReader::openIfThere(const std::string &folder)
{
    Result<std::unique_ptr<AlarmReader>> opened = open(folder);
    std::error_code failed;
    if (!opened.ok() && !std::filesystem::exists(pathIn(folder), failed) && !failed)
        return std::unique_ptr<AlarmReader>();
    return opened;
}

} // namespace telltale
