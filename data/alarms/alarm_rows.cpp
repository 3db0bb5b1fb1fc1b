#include "data/alarms/alarm_rows.h"

#include "data/alarms/alarm_order.h"
#include "data/alarms/rule_fields.h"
#include "data/alarms/rule_kind.h"
#include "data/alarms/rule_kind_tools.h"
#include "data/alarms/state_codec.h"

#include <algorithm>

namespace telltale {
namespace {

constexpr std::uint64_t kVersion = 4;

Timestamp toTimestamp(AlarmTime time)
{
    return time == kNoTime || time == kNever ? Timestamp {} : timestampFromMicroseconds(time);
}

/// Times and optional values travel as plain words. The version of what was visited.
template <typename Codec, typename Row> std::uint64_t visitRow(Codec &codec, Row &row)
{
    std::uint64_t version = kVersion;
    codec(version);
    codec(row.alarm), codec(row.id), codec(row.title), codec(row.tag), codec(row.asset);
    codec(row.unit), codec(row.priority), codec(row.state), codec(row.occurrence);
    codec(row.value), codec(row.condition), codec(row.timesSinceAck), codec(row.cause);
    codec(row.consequence), codec(row.action), codec(row.respondWithinSeconds);
    codec(row.late), codec(row.isSystem), codec(row.firstOut), codec(row.chattering);
    codec(row.hasNoData), codec(row.group);
    return version;
}

/// What came with version 2, behind all that was there before.
template <typename Codec, typename Row> void visitHidden(Codec &codec, Row &row)
{
    codec(row.isOn), codec(row.hiddenBy), codec(row.hiddenReason), codec(row.maxShelveSeconds);
}

void writeTime(StateWriter &writer, const std::optional<Timestamp> &time)
{
    writer(time.has_value());
    writer(toMicroseconds(time.value_or(Timestamp {})));
}

std::optional<Timestamp> readTime(StateReader &reader)
{
    bool isThere = false;
    std::int64_t time = 0;
    reader(isThere), reader(time);
    return isThere ? std::optional(timestampFromMicroseconds(time)) : std::nullopt;
}

/// "works/pump/running == 0".
std::string conditionOf(const SuppressWhen &when)
{
    const char *op = RuleWords<SuppressWhen::Op>::kWords[static_cast<std::size_t>(when.op)];
    return when.tag + ' ' + op + ' ' + listText({when.value});
}

/// Why the alarm is hidden, of the reason that is shown.
void addHidden(AlarmRow &row, const AlarmInstance &alarm)
{
    const AlarmRule &rule = *alarm.rule;
    const AlarmMemory &memory = alarm.memory;
    const HiddenNote *note = row.state == AlarmState::Shelved ? &memory.shelfNote
        : row.state == AlarmState::Suppressed                 ? &memory.designNote
        : row.state == AlarmState::OutOfService               ? &memory.serviceNote
                                                              : nullptr;
    row.isOn = memory.condition;
    if (rule.isShelvable())
        row.maxShelveSeconds = std::min(rule.maxShelveSeconds, rule.maxShelveTotalSeconds);
    if (memory.isShelved)
        row.shelfLimit = timestampFromMicroseconds(memory.shelvedFirst
                                                   + toAlarmTime(rule.maxShelveTotalSeconds));
    if (!note)
        return;
    if (note->since != kNoTime)
        row.hiddenSince = timestampFromMicroseconds(note->since);
    row.hiddenBy = note->by;
    row.hiddenReason = note->reason;
    if (row.state != AlarmState::Suppressed)
        return;
    row.hiddenBy = rule.suppressWhen.alarm;
    if (!rule.suppressWhen.tag.empty())
        row.hiddenReason = conditionOf(rule.suppressWhen);
}

} // namespace

std::string assetOfAlarm(const std::string &tag, const std::string &alarm)
{
    const std::string &path = tag.empty() ? alarm : tag;
    const std::size_t slash = path.rfind('/');
    if (tag.empty())
        return slash == std::string::npos ? std::string() : path.substr(slash + 1);
    return path.substr(0, slash == std::string::npos ? 0 : slash);
}

AlarmRow makeRow(std::uint32_t index, const AlarmInstance &alarm, std::string unit)
{
    const AlarmRule &rule = *alarm.rule;
    const AlarmMemory &memory = alarm.memory;
    AlarmRow row;
    row.alarm = index;
    row.id = alarm.id;
    row.title = rule.title.empty() ? rule.id : rule.title;
    row.tag = alarm.path;
    row.asset = assetOfAlarm(alarm.path, alarm.id);
    row.unit = std::move(unit);
    row.priority = rule.priority;
    row.state = alarm.shown();
    row.occurrence = memory.occurrence;
    row.since = toTimestamp(memory.since);
    row.changed = toTimestamp(memory.changed);
    row.value = memory.value;
    if (kindOf(rule.kind).hasLimit)
        row.limit = rule.limit;
    row.condition = kindOf(rule.kind).condition(rule, memory.value);
    row.timesSinceAck = static_cast<std::uint32_t>(memory.occurrence - memory.acknowledged);
    row.cause = rule.cause;
    row.consequence = rule.consequence;
    row.action = rule.action;
    row.respondWithinSeconds = rule.respondWithinSeconds;
    row.late = memory.isLate;
    row.isSystem = rule.id.starts_with('$');
    row.firstOut = memory.isFirstOut;
    row.chattering = memory.isChattering;
    row.hasNoData = alarm.awaitsSample && alarm.input != kNoInput; // of a connection none come
    row.group = rule.group;
    row.isSounding = memory.isSounding;
    row.comment = memory.comment;
    row.commentBy = memory.commentBy;
    const AlarmTime until = memory.due[static_cast<std::size_t>(AlarmTimer::Shelf)];
    if (memory.isShelved && until != kNever)
        row.until = timestampFromMicroseconds(until);
    addHidden(row, alarm);
    return row;
}

AlarmSnapshot makeSnapshot(std::vector<AlarmRow> rows)
{
    AlarmSnapshot snapshot;
    const auto isListed = [](const AlarmRow &row) { return row.state < AlarmState::Shelved; };
    const auto middle = std::stable_partition(rows.begin(), rows.end(), isListed);
    snapshot.suppressed.assign(std::make_move_iterator(middle),
                               std::make_move_iterator(rows.end()));
    rows.erase(middle, rows.end());
    snapshot.rows = std::move(rows);
    std::sort(snapshot.rows.begin(), snapshot.rows.end(), comesBefore);
    snapshot.count();
    return snapshot;
}

void addGlobals(AlarmSnapshot &snapshot, const AlarmGlobals &globals, AlarmTime now)
{
    snapshot.flood = globals.flood.isOn();
    snapshot.horn = globals.hornIsOn;
    snapshot.perHour = static_cast<double>(globals.flood.inLastHour(now));
    snapshot.recent = static_cast<std::uint32_t>(globals.flood.count(now));
    const FloodFirst &first = globals.floodFirst;
    if (snapshot.flood && !first.alarm.empty())
        snapshot.floodFirst
            = FloodOrigin {first.alarm, first.title, first.tag, toTimestamp(first.eventTime)};
}

std::string rowToBytes(const AlarmRow &row)
{
    StateWriter writer;
    visitRow(writer, row);
    writer(toMicroseconds(row.since));
    writer(toMicroseconds(row.changed));
    writer(row.limit.has_value());
    writer(row.limit.value_or(0.0));
    writeTime(writer, row.until);
    visitHidden(writer, row);
    writeTime(writer, row.hiddenSince);
    writeTime(writer, row.shelfLimit);
    writer(row.isSounding); // since version 3
    writer(row.comment), writer(row.commentBy); // since version 4
    return writer.take();
}

std::optional<AlarmRow> rowFromBytes(std::string_view bytes)
{
    StateReader reader(bytes);
    AlarmRow row;
    const std::uint64_t version = visitRow(reader, row);
    std::int64_t since = 0;
    std::int64_t changed = 0;
    bool hasLimit = false;
    double limit = 0.0;
    reader(since), reader(changed), reader(hasLimit), reader(limit);
    row.until = readTime(reader);
    if (version >= 2) {
        visitHidden(reader, row);
        row.hiddenSince = readTime(reader);
        row.shelfLimit = readTime(reader);
    }
    if (version >= 3)
        reader(row.isSounding);
    if (version >= 4)
        reader(row.comment), reader(row.commentBy);
    if (!reader.isOk() || row.state > AlarmState::OutOfService)
        return std::nullopt;
    row.since = timestampFromMicroseconds(since);
    row.changed = timestampFromMicroseconds(changed);
    if (hasLimit)
        row.limit = limit;
    return row;
}

} // namespace telltale
