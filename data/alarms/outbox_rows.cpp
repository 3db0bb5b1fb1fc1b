#include "data/alarms/outbox_rows.h"

#include "data/alarms/alarm_rows.h"
#include "data/alarms/state_codec.h"
#include "data/storage/rows.h"

#include <algorithm>
#include <map>

namespace telltale {
namespace {

constexpr std::size_t kMostRows = 1U << 30U;

/// Nothing: they are none.
std::optional<std::vector<WithheldAlarm>> withheldFromBytes(std::string_view bytes)
{
    StateReader reader(bytes);
    std::uint64_t size = 0;
    reader(size);
    std::vector<WithheldAlarm> found;
    while (reader.isOk() && found.size() < size) {
        WithheldAlarm &one = found.emplace_back();
        reader(one.path), reader(one.priority), reader(one.count);
    }
    return reader.isOk() ? std::optional(std::move(found)) : std::nullopt;
}

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
    const std::string_view bytes {reinterpret_cast<const char *>(about.data()), about.size()};
    if (*kind == AlarmNotification::Kind::Digest) {
        std::optional<std::vector<WithheldAlarm>> withheld = withheldFromBytes(bytes);
        damaged += withheld ? 0 : 1;
        found.withheld = std::move(withheld).value_or(std::vector<WithheldAlarm>());
        return found;
    }
    found.about = rowFromBytes(bytes);
    damaged += found.about ? 0 : 1;
    return found;
}

} // namespace

std::string withheldToBytes(const std::vector<WithheldAlarm> &withheld)
{
    if (withheld.empty())
        return {};
    StateWriter writer;
    writer(withheld.size());
    for (const WithheldAlarm &one : withheld)
        writer(one.path), writer(one.priority), writer(one.count);
    return writer.take();
}

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
