#include "models/worst_rules.h"

#include "models/value_text.h"

#include "data/alarms/alarm_rule.h"

#include <algorithm>
#include <unordered_map>

namespace telltale {
namespace {

using Periods = RuleRecord::Periods;

Error cancelled()
{
    return {Error::Code::Cancelled, "not wanted any more"};
}

/// Puts together what the entries it is given, oldest first, say of each rule.
class Recorder
{
public:
    explicit Recorder(std::size_t mostTimes)
        : m_timesLeft(mostTimes)
    { }

    void add(const AlarmJournalEntry &entry)
    {
        const bool comes = entry.type == "ALARM";
        const bool goes = entry.type == "RTN" || entry.type == "SUPPRESS" || entry.type == "SHELVE"
            || entry.type == "OOS";
        if ((!comes && !goes) || entry.alarm.starts_with('$'))
            return;
        const Timestamp at = entry.hasEventTime ? entry.eventTime : entry.time;
        close(entry.alarm, toMicroseconds(at)); // what comes again has gone meanwhile
        if (!comes)
            return;
        const std::string id = ruleOfAlarm(entry.alarm);
        RuleRecord &record = m_records[id];
        record.rule = id;
        ++record.came;
        ++record.cameByTag[entry.tag];
        open(entry, at, record);
    }

    RuleRecords take()
    {
        for (auto &[id, record] : m_records) {
            for (auto &[asset, active] : record.active)
                std::stable_sort(active.begin(), active.end()); // tags do not come in order
            m_found.rules.push_back(std::move(record));
        }
        std::stable_sort(m_found.rules.begin(), m_found.rules.end(),
                         [](const RuleRecord &a, const RuleRecord &b) { return a.came > b.came; });
        return std::move(m_found);
    }

private:
    struct Open
    {
        Periods *periods;
        std::size_t place;
    };

    /// All rules end at the same moment, so that their times can be compared.
    void open(const AlarmJournalEntry &entry, Timestamp at, RuleRecord &record)
    {
        if (m_timesLeft == 0) {
            m_found.timesUntil = m_found.timesUntil.value_or(at);
            return;
        }
        --m_timesLeft;
        Periods &active = record.active[assetPath(entry.tag)];
        m_open[entry.alarm] = {&active, active.size()};
        active.emplace_back(toMicroseconds(at), kNever);
    }

    void close(const std::string &alarm, AlarmTime at)
    {
        const auto open = m_open.find(alarm);
        if (open == m_open.end())
            return;
        (*open->second.periods)[open->second.place].second = at;
        m_open.erase(open);
    }

    std::size_t m_timesLeft;
    std::map<std::string, RuleRecord> m_records;
    std::unordered_map<std::string, Open> m_open; ///< by alarm
    RuleRecords m_found;
};

/// How many of `active` began while one of `others` was on; both by when they began.
std::size_t begunDuring(const Periods &active, const Periods &others)
{
    std::size_t begun = 0;
    AlarmTime until = kNoTime;
    auto other = others.begin();
    for (const auto &[from, to] : active) {
        for (; other != others.end() && other->first <= from; ++other)
            until = std::max(until, other->second);
        begun += from < until ? 1 : 0;
    }
    return begun;
}

std::vector<std::string> mostFrequent(const std::map<std::string, std::uint64_t> &came)
{
    std::vector<std::pair<std::uint64_t, std::string>> all;
    for (const auto &[path, times] : came)
        all.emplace_back(times, path);
    std::stable_sort(all.begin(), all.end(),
                     [](const auto &a, const auto &b) { return a.first > b.first; });
    std::vector<std::string> paths;
    for (auto &[times, path] : all)
        paths.push_back(std::move(path));
    return paths;
}

} // namespace

std::vector<std::string> RuleRecord::worstTags(std::size_t most) const
{
    std::vector<std::string> tags = mostFrequent(cameByTag);
    tags.resize(std::min(tags.size(), most));
    return tags;
}

std::vector<std::string> RuleRecord::worstAssets() const
{
    std::map<std::string, std::uint64_t> cameByAsset;
    for (const auto &[path, times] : cameByTag)
        cameByAsset[assetPath(path)] += times;
    return mostFrequent(cameByAsset);
}

Result<RuleRecords> ruleRecords(const JournalSource &journal, TimeRange range,
                                const CancelFlag &cancel, RecordLimits limits)
{
    Recorder recorder(limits.times);
    const Outcome walked = walkJournal(
        journal, range, cancel,
        [&recorder](const AlarmJournalEntry &entry) { recorder.add(entry); }, limits.entries);
    if (!walked.ok())
        return walked.error();
    return recorder.take();
}

Result<double> shareDuring(const RuleRecord &record, const RuleRecord &other,
                           const CancelFlag &cancel)
{
    std::size_t all = 0;
    std::size_t during = 0;
    for (const auto &[asset, active] : record.active) {
        if (cancel.isCancelled())
            return cancelled();
        all += active.size();
        if (const auto beside = other.active.find(asset); beside != other.active.end())
            during += begunDuring(active, beside->second);
    }
    return all == 0 ? 0.0 : static_cast<double>(during) / static_cast<double>(all);
}

} // namespace telltale
