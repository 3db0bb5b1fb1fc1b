#include "models/alarm_occurrences.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <set>
#include <utility>

namespace telltale {
namespace {

AlarmOccurrence described(const AlarmJournalEntry &entry)
{
    AlarmOccurrence occurrence;
    occurrence.alarm = entry.alarm;
    occurrence.tag = entry.tag;
    occurrence.title = entry.title;
    occurrence.priority = entry.priority;
    occurrence.unit = entry.unit;
    occurrence.limit = entry.limit;
    return occurrence;
}

Timestamp timeOf(const AlarmJournalEntry &entry)
{
    return entry.hasEventTime ? entry.eventTime : entry.time;
}

double secondsIn(Timestamp::duration time)
{
    return std::chrono::duration<double>(time).count();
}

/// The entries of the occurrences that came within `range`, at the times `timeOf` gives them.
AlarmKpis loadBy(std::span<const AlarmJournalEntry> entries, TimeRange range,
                 Timestamp (*timeOf)(const AlarmJournalEntry &))
{
    std::vector<AlarmKpiEvent> events;
    std::set<std::pair<std::string, std::uint64_t>> inside;
    for (const AlarmJournalEntry &entry : entries) {
        const Timestamp time = timeOf(entry);
        const bool comes = entry.type == "ALARM";
        if (comes && time >= range.from && time < range.to)
            inside.emplace(entry.alarm, entry.occurrence);
        const bool goes = entry.type == "RTN";
        if ((!comes && !goes && entry.type != "ACK")
            || !inside.contains({entry.alarm, entry.occurrence}))
            continue;
        AlarmKpiEvent event;
        event.t = secondsIn(time - range.from);
        if (!comes)
            event.type = goes ? AlarmKpiEvent::Type::Return : AlarmKpiEvent::Type::Acknowledge;
        event.alarm = entry.alarm;
        event.priority = entry.priority;
        events.push_back(std::move(event));
    }
    return computeKpis(std::move(events), secondsIn(range.to - range.from),
                       secondsIn(range.from.time_since_epoch()));
}

} // namespace

std::vector<AlarmOccurrence> alarmOccurrences(std::span<const AlarmJournalEntry> entries)
{
    std::vector<AlarmOccurrence> occurrences;
    std::map<std::pair<std::string, std::uint64_t>, std::size_t> places;
    for (const AlarmJournalEntry &entry : entries) {
        const bool comes = entry.type == "ALARM";
        const bool goes = entry.type == "RTN";
        const bool isAcknowledged = entry.type == "ACK";
        if (!comes && !goes && !isAcknowledged)
            continue;
        const auto [place, isNew]
            = places.try_emplace({entry.alarm, entry.occurrence}, occurrences.size());
        if (isNew)
            occurrences.push_back(described(entry));
        AlarmOccurrence &occurrence = occurrences[place->second];
        if (comes) {
            occurrence.since = timeOf(entry);
            occurrence.value = entry.value;
        } else if (goes) {
            occurrence.returned = timeOf(entry);
        } else {
            occurrence.acknowledged = entry.time;
            occurrence.acknowledgedBy = entry.by;
        }
    }
    std::stable_sort(occurrences.begin(), occurrences.end(),
                     [](const AlarmOccurrence &one, const AlarmOccurrence &other) {
                         return one.since < other.since; // absent ones first
                     });
    return occurrences;
}

AlarmKpis alarmLoad(std::span<const AlarmJournalEntry> entries, TimeRange range)
{
    AlarmKpis load = loadBy(entries, range, timeOf);
    load.medianAcknowledgeSeconds = loadBy(entries, range, [](const AlarmJournalEntry &entry) {
                                        return entry.time;
                                    }).medianAcknowledgeSeconds;
    return load;
}

} // namespace telltale
