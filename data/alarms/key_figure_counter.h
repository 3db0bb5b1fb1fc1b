#pragma once

#include "data/alarms/alarm_rule.h"
#include "data/alarms/alarm_types.h"
#include "data/alarms/clock_bins.h"
#include "data/alarms/flood_watch.h"
#include "data/alarms/key_figures.h"

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace telltale {

struct AlarmSnapshot;

/// What key figures need to know of the rules.
struct FigureRules
{
    explicit FigureRules(const std::vector<AlarmRule> &rules = {});
    std::map<std::string, double> respondWithin; ///< seconds, by id of the rule
    std::array<std::uint64_t, 5> enabled {}; ///< by priority; drafts are none
};

/// Counts the key figures of one period from the entries of the journal, one after the other.
/// Shape   grows with the alarms that came and by 16 bytes per acknowledgement, not by entry.
/// Thread  one.
class KeyFigureCounter
{
public:
    /// How far before the period it should be told, to know what was active or a flood then.
    static constexpr std::chrono::hours kLookBack {24};

    /// `readFrom`: since when it is told all, at or before `range.from`.
    KeyFigureCounter(TimeRange range, Timestamp readFrom, FigureRules rules);

    /// By processing time; those beyond the period are passed over.
    void add(const AlarmJournalEntry &entry);
    /// After the last one. `now`: the lists of alarms, if the period ends now.
    KeyFigures take(const AlarmSnapshot *now = nullptr);

private:
    struct Alarm
    {
        FrequentAlarm told; ///< what the newest annunciation says, and counts
        Timestamp last[2] {}; ///< annunciations, the older first
        std::uint64_t times = 0; ///< all of them
        std::optional<Timestamp> activeSince; ///< event time
        std::optional<Timestamp> unackedSince; ///< processing time
        std::optional<Timestamp> shelvedSince;
        bool isCounted = false; ///< the active one came within the period
        std::chrono::microseconds shelved {0}; ///< within the period
    };
    struct Wait
    {
        double seconds = 0.0;
        double part = -1.0; ///< of the time to respond; < 0: none is stated
    };

    bool isInside(Timestamp time) const;
    void raise(Alarm &alarm, const AlarmJournalEntry &entry);
    void countRaised(Alarm &alarm, const AlarmJournalEntry &entry);
    void end(Alarm &alarm, const AlarmJournalEntry &entry);
    void acknowledge(Alarm &alarm, const AlarmJournalEntry &entry);
    void unshelve(Alarm &alarm, Timestamp time);
    void flood(Timestamp time);
    void countUpset(Timestamp time, bool begins);
    void closeFlood(AlarmTime upTo);
    void countStale(Timestamp since, Timestamp until);
    void lookAtNow(const AlarmSnapshot &now);
    void close(Alarm &alarm);
    void rank();
    AcknowledgeTimes timesOf(int priority) const;

    const Timestamp m_readFrom;
    const FigureRules m_rules;
    KeyFigures m_figures;
    ClockBins m_tenMinutes;
    ClockBins m_hours;
    FloodWatch m_flood;
    AlarmTime m_floodSince = 0;
    std::optional<Timestamp> m_upsetSince; ///< when the newest flood of the period began
    std::uint64_t m_inUpset = 0; ///< annunciations of its first ten minutes
    std::unordered_map<std::string, Alarm> m_alarms; ///< by id
    std::array<std::vector<Wait>, 5> m_waits; ///< by priority
    std::map<std::int64_t, std::uint64_t> m_staleOn; ///< by day
};

} // namespace telltale
