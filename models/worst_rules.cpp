#include "models/worst_rules.h"

#include "models/value_text.h"

#include <algorithm>
#include <unordered_map>

namespace telltale {
namespace {

using namespace std::chrono_literals;

constexpr auto kPart = 24h; ///< of the journal at once
constexpr std::size_t kMostEntries = 1'000'000; ///< of a part
constexpr std::size_t kMostActive = 20'000; ///< of a tag

/// Puts together what the entries it is given, oldest first, say of each rule.
class Recorder
{
public:
    void add(const AlarmJournalEntry &entry)
    {
        const bool comes = entry.type == "ALARM";
        const bool goes = entry.type == "RTN" || entry.type == "SUPPRESS" || entry.type == "SHELVE"
            || entry.type == "OOS";
        if ((!comes && !goes) || entry.alarm.starts_with('$'))
            return;
        const std::string id = entry.alarm.substr(0, entry.alarm.find('@'));
        RuleRecord &record = m_records[id];
        record.rule = id;
        std::vector<std::pair<AlarmTime, AlarmTime>> &active = record.active[entry.tag];
        const AlarmTime at = toMicroseconds(entry.hasEventTime ? entry.eventTime : entry.time);
        const auto open = m_open.find(entry.alarm);
        if (comes) {
            ++record.came;
            ++record.cameByTag[entry.tag];
            if (active.size() < kMostActive) {
                m_open[entry.alarm] = active.size();
                active.emplace_back(at, kNever);
            }
        } else if (open != m_open.end()) {
            active[open->second].second = at;
            m_open.erase(open);
        }
    }

    std::vector<RuleRecord> take()
    {
        std::vector<RuleRecord> all;
        for (auto &[id, record] : m_records) {
            if (record.came > 0)
                all.push_back(std::move(record));
        }
        std::stable_sort(all.begin(), all.end(),
                         [](const RuleRecord &a, const RuleRecord &b) { return a.came > b.came; });
        return all;
    }

private:
    std::map<std::string, RuleRecord> m_records;
    std::unordered_map<std::string, std::size_t> m_open; ///< place in `active`, by alarm
};

/// `active` by time, one after the other.
bool isDuring(AlarmTime time, const std::vector<std::pair<AlarmTime, AlarmTime>> &active)
{
    const auto next = std::partition_point(active.begin(), active.end(),
                                           [time](const auto &one) { return one.first <= time; });
    return next != active.begin() && time < std::prev(next)->second;
}

} // namespace

std::vector<std::string> RuleRecord::worstTags(std::size_t most) const
{
    std::vector<std::pair<std::uint64_t, std::string>> tags;
    for (const auto &[path, times] : cameByTag)
        tags.emplace_back(times, path);
    std::stable_sort(tags.begin(), tags.end(),
                     [](const auto &a, const auto &b) { return a.first > b.first; });
    std::vector<std::string> worst;
    for (std::size_t i = 0; i < std::min(tags.size(), most); ++i)
        worst.push_back(tags[i].second);
    return worst;
}

Result<std::vector<RuleRecord>> ruleRecords(const JournalSource &journal, TimeRange range,
                                            const CancelFlag &cancel)
{
    Recorder recorder;
    std::chrono::microseconds span = kPart;
    for (Timestamp at = range.from; at < range.to;) {
        if (cancel.isCancelled())
            return Error {Error::Code::Cancelled, "not wanted any more"};
        const Timestamp end = std::min(at + span, range.to);
        const Result<std::vector<AlarmJournalEntry>> entries = journal({at, end}, kMostEntries);
        if (!entries.ok())
            return entries.error();
        if (entries->size() >= kMostEntries && span > 1s) {
            span /= 4;
            continue;
        }
        for (const AlarmJournalEntry &entry : entries.value())
            recorder.add(entry);
        at = end;
    }
    return recorder.take();
}

double shareDuring(const RuleRecord &record, const RuleRecord &other)
{
    std::size_t all = 0;
    std::size_t during = 0;
    for (const auto &[path, active] : record.active) {
        const std::string asset = assetPath(path);
        for (const auto &[from, to] : active) {
            ++all;
            const bool isIt
                = std::any_of(other.active.begin(), other.active.end(), [&](const auto &one) {
                      return assetPath(one.first) == asset && isDuring(from, one.second);
                  });
            during += isIt ? 1 : 0;
        }
    }
    return all == 0 ? 0.0 : static_cast<double>(during) / static_cast<double>(all);
}

} // namespace telltale
