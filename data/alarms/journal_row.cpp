#include "data/alarms/journal_row.h"

namespace telltale {
namespace {

/// Takes parameters one after the other; empty texts and absent values become NULL.
class Binder
{
public:
    explicit Binder(Statement &statement)
        : m_statement(statement)
    { }
    void integer(std::int64_t value) { m_statement.bind(++m_at, value); }
    void text(const std::string &value)
    {
        ++m_at;
        if (value.empty())
            m_statement.bindNull(m_at);
        else
            m_statement.bind(m_at, std::string_view(value));
    }
    void real(const std::optional<double> &value)
    {
        ++m_at;
        if (value)
            m_statement.bind(m_at, *value);
        else
            m_statement.bindNull(m_at);
    }
    void optional(const std::optional<std::int64_t> &value)
    {
        ++m_at;
        if (value)
            m_statement.bind(m_at, *value);
        else
            m_statement.bindNull(m_at);
    }

private:
    Statement &m_statement;
    int m_at = 0;
};

} // namespace

void bindEntry(Statement &statement, const AlarmJournalEntry &entry)
{
    using Optional = std::optional<std::int64_t>;
    Binder bind(statement);
    bind.integer(static_cast<std::int64_t>(entry.sequence));
    bind.integer(toMicroseconds(entry.time));
    bind.optional(entry.hasEventTime ? Optional(toMicroseconds(entry.eventTime)) : Optional());
    bind.text(entry.type);
    bind.text(entry.alarm);
    bind.text(entry.tag);
    bind.text(entry.title);
    bind.integer(static_cast<std::int64_t>(entry.occurrence));
    bind.text(entry.from);
    bind.text(entry.to);
    bind.integer(entry.priority);
    bind.text(entry.value);
    bind.text(entry.unit);
    bind.text(entry.quality);
    bind.real(entry.limit);
    bind.text(entry.by);
    bind.text(entry.role);
    bind.text(entry.station);
    bind.text(entry.reason);
    bind.text(entry.text);
    bind.text(entry.action);
    bind.text(entry.set);
    bind.text(entry.old);
    bind.optional(entry.until ? Optional(toMicroseconds(*entry.until)) : Optional());
    bind.optional(entry.count ? Optional(static_cast<std::int64_t>(*entry.count)) : Optional());
    bind.integer(entry.late ? 1 : 0);
    bind.integer(entry.firstOut ? 1 : 0);
}

AlarmJournalEntry readEntry(const Statement &row)
{
    AlarmJournalEntry entry;
    entry.sequence = static_cast<std::uint64_t>(row.integer(0));
    entry.time = timestampFromMicroseconds(row.integer(1));
    entry.hasEventTime = !row.isNull(2);
    entry.eventTime = entry.hasEventTime ? timestampFromMicroseconds(row.integer(2)) : entry.time;
    entry.type = row.text(3);
    entry.alarm = row.text(4);
    entry.tag = row.text(5);
    entry.title = row.text(6);
    entry.occurrence = static_cast<std::uint64_t>(row.integer(7));
    entry.from = row.text(8);
    entry.to = row.text(9);
    entry.priority = static_cast<int>(row.integer(10));
    entry.value = row.text(11);
    entry.unit = row.text(12);
    entry.quality = row.text(13);
    if (!row.isNull(14))
        entry.limit = row.real(14);
    entry.by = row.text(15);
    entry.role = row.text(16);
    entry.station = row.text(17);
    entry.reason = row.text(18);
    entry.text = row.text(19);
    entry.action = row.text(20);
    entry.set = row.text(21);
    entry.old = row.text(22);
    if (!row.isNull(23))
        entry.until = timestampFromMicroseconds(row.integer(23));
    if (!row.isNull(24))
        entry.count = static_cast<std::uint64_t>(row.integer(24));
    entry.late = row.integer(25) != 0;
    entry.firstOut = row.integer(26) != 0;
    return entry;
}

JournalTexts textsOf(const Statement &row)
{
    return {row.view(3),
            row.view(4),
            row.view(5),
            row.view(6),
            row.view(8),
            row.view(9),
            row.view(11),
            row.view(15),
            row.view(17),
            row.view(18),
            row.view(19),
            row.view(20),
            static_cast<int>(row.integer(10))};
}

} // namespace telltale
