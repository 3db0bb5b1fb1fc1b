#include "data/alarms/alarm_past.h"

#include "data/alarms/alarm_rows.h"
#include "data/alarms/rule_kind.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace telltale {
namespace {

constexpr std::chrono::hours kRateOver {1};

std::optional<AlarmState> stateOf(const std::string &word)
{
    for (int state = 0; state <= static_cast<int>(AlarmState::OutOfService); ++state) {
        if (word == stateWord(static_cast<AlarmState>(state)))
            return static_cast<AlarmState>(state);
    }
    return std::nullopt;
}

double numberOf(const std::string &text)
{
    double number = 0.0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

} // namespace

AlarmPast::AlarmPast(const std::vector<AlarmRule> &rules)
{
    for (const AlarmRule &rule : rules)
        m_rules.emplace(rule.id, rule);
}

void AlarmPast::add(const AlarmJournalEntry &entry)
{
    const std::optional<AlarmState> state = stateOf(entry.to);
    if (entry.alarm.empty() || !state)
        return;
    const auto [at, isNew] = m_rows.try_emplace(entry.alarm);
    AlarmRow &row = at->second;
    if (isNew)
        row.alarm = static_cast<std::uint32_t>(m_rows.size() - 1);
    if (entry.type == "ALARM")
        raise(row, entry);
    if (entry.type == "ACK")
        row.timesSinceAck = 0;
    row.id = entry.alarm;
    row.title = entry.title.empty() ? entry.alarm : entry.title;
    row.tag = entry.tag;
    row.asset = assetOfAlarm(entry.tag, entry.alarm);
    row.priority = entry.priority;
    row.state = *state;
    row.occurrence = entry.occurrence;
    row.changed = entry.time;
    row.isSystem = entry.alarm.starts_with('$');
    row.until = entry.until;
}

void AlarmPast::raise(AlarmRow &row, const AlarmJournalEntry &entry)
{
    row.since = entry.eventTime;
    row.value = numberOf(entry.value);
    row.unit = entry.unit;
    row.limit = entry.limit;
    row.late = entry.late;
    row.firstOut = entry.firstOut;
    ++row.timesSinceAck;
    const auto rule = m_rules.find(ruleOfAlarm(entry.alarm));
    if (rule != m_rules.end()) {
        row.condition = kindOf(rule->second.kind).condition(rule->second, row.value);
        row.cause = rule->second.cause;
        row.consequence = rule->second.consequence;
        row.action = rule->second.action;
        row.respondWithinSeconds = rule->second.respondWithinSeconds;
        row.group = rule->second.group;
    }
    m_raised.push_back(entry.time);
    while (entry.time - m_raised.front() > kRateOver)
        m_raised.pop_front();
}

AlarmSnapshot AlarmPast::snapshot(Timestamp time) const
{
    std::vector<AlarmRow> rows;
    for (const auto &[id, row] : m_rows) {
        if (row.state != AlarmState::Normal)
            rows.push_back(row);
    }
    AlarmSnapshot snapshot = makeSnapshot(std::move(rows));
    snapshot.perHour = static_cast<double>(
        std::count_if(m_raised.begin(), m_raised.end(),
                      [time](Timestamp raised) { return time - raised <= kRateOver; }));
    return snapshot;
}

} // namespace telltale
