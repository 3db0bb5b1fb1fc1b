#include "models/alarm_figures.h"

#include "models/alarm_words.h"

#include <algorithm>
#include <map>
#include <vector>

namespace telltale {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::seconds kChatterWindow = 60s;
constexpr std::size_t kChatterCount = 3;

struct Comings
{
    std::string title;
    std::vector<Timestamp> times;
};

/// The most annunciations that fall into one chatter window.
std::size_t mostWithinWindow(const std::vector<Timestamp> &times)
{
    std::size_t most = 0;
    for (std::size_t first = 0, last = 0; last < times.size(); ++last) {
        while (times[last] - times[first] > kChatterWindow)
            ++first;
        most = std::max(most, last - first + 1);
    }
    return most;
}

std::optional<std::chrono::microseconds> median(std::vector<std::chrono::microseconds> times)
{
    if (times.empty())
        return std::nullopt;
    const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
    std::nth_element(times.begin(), middle, times.end());
    return *middle;
}

void countChattering(std::span<const AlarmJournalEntry> entries, Timestamp now,
                     AlarmFigures &figures)
{
    std::map<std::string, Comings> byAlarm;
    for (const AlarmJournalEntry &entry : entries) {
        if (entry.type != "ALARM" || entry.time < now - 1h)
            continue;
        Comings &comings = byAlarm[entry.alarm];
        comings.title = entry.title;
        comings.times.push_back(entry.time);
    }
    std::size_t worst = 0;
    for (const auto &[alarm, comings] : byAlarm) {
        const std::size_t most = mostWithinWindow(comings.times);
        if (most < kChatterCount)
            continue;
        ++figures.chattering;
        if (most > worst)
            figures.worstChattering = AlarmWords::title(alarm, comings.title);
        worst = std::max(worst, most);
    }
}

void measureAcknowledging(std::span<const AlarmJournalEntry> entries, AlarmFigures &figures)
{
    std::map<std::pair<std::string, std::uint64_t>, Timestamp> raised;
    std::vector<std::chrono::microseconds> all;
    std::vector<std::chrono::microseconds> critical;
    for (const AlarmJournalEntry &entry : entries) {
        const std::pair key(entry.alarm, entry.occurrence);
        if (entry.type == "ALARM")
            raised[key] = entry.time;
        const auto found = entry.type == "ACK" ? raised.find(key) : raised.end();
        if (found == raised.end())
            continue;
        all.push_back(entry.time - found->second);
        if (entry.priority == 1)
            critical.push_back(entry.time - found->second);
        raised.erase(found);
    }
    figures.acknowledgeMedian = median(std::move(all));
    figures.acknowledgeMedianCritical = median(std::move(critical));
}

} // namespace

AlarmFigures figuresOf(std::span<const AlarmJournalEntry> entries, Timestamp now)
{
    AlarmFigures figures;
    for (const AlarmJournalEntry &entry : entries) {
        const bool isRecent = entry.type == "ALARM" && entry.time > now - 10min;
        figures.lastTenMinutes += isRecent ? 1 : 0;
    }
    countChattering(entries, now, figures);
    measureAcknowledging(entries, figures);
    return figures;
}

} // namespace telltale
