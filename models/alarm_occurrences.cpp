#include "models/alarm_occurrences.h"

#include <algorithm>
#include <map>
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

} // namespace telltale
