#include "data/alarms/alarm_kpi.h"

#include "data/alarms/flood_watch.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <unordered_map>

namespace telltale {
namespace {

using Events = std::vector<AlarmKpiEvent>;
using Type = AlarmKpiEvent::Type;

/// In bins of the clock, the first and the last of which may be cut by the period.
std::vector<std::uint64_t> counts(const std::vector<double> &times, double bin, double period,
                                  double begin)
{
    const double cut = std::fmod(begin, bin);
    std::vector<std::uint64_t> bins(
        static_cast<std::size_t>(std::max(1.0, std::ceil((cut + period) / bin))), 0);
    for (const double t : times) {
        const auto at = static_cast<std::size_t>(std::max(0.0, (cut + t) / bin));
        ++bins[std::min(at, bins.size() - 1)];
    }
    return bins;
}

double percentOver(const std::vector<std::uint64_t> &bins, std::uint64_t limit)
{
    const auto over = std::count_if(bins.begin(), bins.end(),
                                    [limit](std::uint64_t count) { return count > limit; });
    return 100.0 * static_cast<double>(over) / static_cast<double>(bins.size());
}

double floodSeconds(const std::vector<double> &times, double period)
{
    FloodWatch watch;
    double seconds = 0.0;
    AlarmTime from = 0;
    const auto close = [&](AlarmTime upTo) {
        if (watch.due() > upTo)
            return;
        seconds += static_cast<double>(watch.due() - from) / static_cast<double>(kSecond);
        watch.end();
    };
    for (const double t : times) {
        const AlarmTime at = toAlarmTime(t);
        close(at);
        if (watch.add(at))
            from = at;
    }
    const AlarmTime end = toAlarmTime(period);
    close(end);
    if (watch.isOn())
        seconds += static_cast<double>(end - from) / static_cast<double>(kSecond);
    return seconds;
}

double topTenPercent(const std::unordered_map<std::string, std::vector<double>> &byAlarm,
                     std::size_t all)
{
    std::vector<std::size_t> sizes;
    sizes.reserve(byAlarm.size());
    for (const auto &[alarm, times] : byAlarm)
        sizes.push_back(times.size());
    std::sort(sizes.begin(), sizes.end(), std::greater<>());
    std::size_t top = 0;
    for (std::size_t i = 0; i < sizes.size() && i < AlarmKpis::kTopTen; ++i)
        top += sizes[i];
    return all == 0 ? 0.0 : 100.0 * static_cast<double>(top) / static_cast<double>(all);
}

bool isChattering(const std::vector<double> &times)
{
    for (std::size_t i = 2; i < times.size(); ++i) {
        if (times[i] - times[i - 2] < 60.0)
            return true;
    }
    return false;
}

/// How long occurrences were active: fleeting and stale ones.
void countDurations(const Events &events, double period, AlarmKpis &kpis)
{
    constexpr double kFleeting = 10.0;
    constexpr double kStale = 86'400.0;
    std::unordered_map<std::string, double> active;
    for (const AlarmKpiEvent &event : events) {
        if (event.type == Type::Alarm) {
            active[event.alarm] = event.t;
            continue;
        }
        const auto it = active.find(event.alarm);
        if (event.type != Type::Return || it == active.end())
            continue;
        const double seconds = event.t - it->second;
        kpis.fleeting += seconds < kFleeting ? 1 : 0;
        kpis.stale += seconds > kStale ? 1 : 0;
        active.erase(it);
    }
    for (const auto &[alarm, since] : active)
        kpis.stale += period - since > kStale ? 1 : 0;
}

std::optional<double> medianAcknowledge(const Events &events)
{
    std::unordered_map<std::string, double> open;
    std::vector<double> waits;
    for (const AlarmKpiEvent &event : events) {
        if (event.type == Type::Alarm)
            open[event.alarm] = event.t;
        const auto it = open.find(event.alarm);
        if (event.type != Type::Acknowledge || it == open.end())
            continue;
        waits.push_back(event.t - it->second);
        open.erase(it);
    }
    if (waits.empty())
        return std::nullopt;
    std::sort(waits.begin(), waits.end());
    const std::size_t middle = waits.size() / 2;
    return waits.size() % 2 == 1 ? waits[middle] : (waits[middle - 1] + waits[middle]) / 2.0;
}

} // namespace

AlarmKpis computeKpis(std::vector<AlarmKpiEvent> events, double periodSeconds, double beginSeconds)
{
    constexpr double kTenMinutes = 600.0;
    constexpr double kHour = 3600.0;
    std::stable_sort(events.begin(), events.end(),
                     [](const AlarmKpiEvent &a, const AlarmKpiEvent &b) { return a.t < b.t; });
    AlarmKpis kpis;
    std::vector<double> times;
    std::unordered_map<std::string, std::vector<double>> byAlarm;
    for (const AlarmKpiEvent &event : events) {
        if (event.type != Type::Alarm)
            continue;
        times.push_back(event.t);
        byAlarm[event.alarm].push_back(event.t);
        if (event.priority >= 1 && event.priority <= 4)
            kpis.priorityPercent[static_cast<std::size_t>(event.priority)] += 1.0;
    }
    kpis.annunciated = times.size();
    kpis.alarms = byAlarm.size();
    const auto all = static_cast<double>(times.size());
    for (double &share : kpis.priorityPercent)
        share = times.empty() ? 0.0 : 100.0 * share / all;
    kpis.perHour = all / (periodSeconds / kHour);
    kpis.perTenMinutes = all / (periodSeconds / kTenMinutes);
    const std::vector<std::uint64_t> bins = counts(times, kTenMinutes, periodSeconds, beginSeconds);
    kpis.mostInTenMinutes = *std::max_element(bins.begin(), bins.end());
    kpis.percentBinsOverTen = percentOver(bins, 10);
    kpis.percentHoursOverThirty
        = percentOver(counts(times, kHour, periodSeconds, beginSeconds), 30);
    kpis.percentInFlood = 100.0 * floodSeconds(times, periodSeconds) / periodSeconds;
    kpis.topTenPercent = topTenPercent(byAlarm, times.size());
    for (const auto &[alarm, raised] : byAlarm)
        kpis.chattering += isChattering(raised) ? 1 : 0;
    countDurations(events, periodSeconds, kpis);
    kpis.medianAcknowledgeSeconds = medianAcknowledge(events);
    return kpis;
}

} // namespace telltale
