#include "data/alarms/outbox_rows.h"

#include "data/alarms/alarm_rows.h"
#include "data/storage/rows.h"

#include <algorithm>
#include <map>

namespace telltale {
namespace {

constexpr std::size_t kMostRows = 1U << 30U;

/// Nothing: nobody knows its kind.
std::optional<AlarmNotification> notificationOf(const Statement &row, std::uint64_t &damaged)
{
    const std::optional<AlarmNotification::Kind> kind = notificationKind(row.text(2));
    if (!kind)
        return std::nullopt;
    AlarmNotification found {row.integer(1),
                             *kind,
                             row.text(3),
                             static_cast<std::uint64_t>(row.integer(4)),
                             static_cast<std::uint64_t>(row.integer(5)),
                             static_cast<std::uint64_t>(row.integer(6)),
                             row.text(7)};
    const std::span<const std::uint8_t> about = row.blob(8);
    if (about.empty())
        return found;
    found.about = rowFromBytes({reinterpret_cast<const char *>(about.data()), about.size()});
    damaged += found.about ? 0 : 1;
    return found;
}

} // namespace

Result<OutboxRows> readOutbox(Database &database, std::size_t limit)
{
    std::map<std::int64_t, std::vector<std::string>> settled;
    if (const Outcome read = forEachRow(
            database, "SELECT outbox, channel FROM settled",
            [&settled](const Statement &row) { settled[row.integer(0)].push_back(row.text(1)); });
        !read)
        return read.error();
    Result<Statement> statement
        = database.prepare("SELECT id, t_us, kind, alarm, occ, n, count, channel, about"
                           " FROM outbox ORDER BY id LIMIT ?1");
    if (!statement)
        return statement.error();
    statement->bind(1, static_cast<std::int64_t>(std::min(limit, kMostRows)));
    OutboxRows found;
    const auto take = [&](const Statement &row) {
        if (std::optional<AlarmNotification> one = notificationOf(row, found.damaged))
            found.notifications.push_back({*std::move(one), std::move(settled[row.integer(0)])});
        else
            ++found.damaged;
    };
    if (const Outcome read = forEachRow(statement.value(), take); !read)
        return read.error();
    return found;
}

} // namespace telltale
