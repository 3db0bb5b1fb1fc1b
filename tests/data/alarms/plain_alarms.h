#pragma once

#include "data/alarms/alarm_engine.h"

#include <deque>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace telltale::test {

/// A second alarm engine, written from the specification alone: plain, slow, everything looked up
/// by name and found by looking at all. Values are numbers. It shares the descriptions of rules and
/// samples with the first, and none of its code. What it does is told in lines of text, one list
/// for each kind of output.
/// Thread  one.
class PlainAlarms
{
public:
    using Actor = AlarmEngine::Actor;
    using Lines = std::vector<std::string>;

    PlainAlarms(AlarmTime t, const AlarmLimits &limits, std::vector<AlarmRule> rules,
                const std::vector<AlarmGroup> &groups);

    void advance(AlarmTime t);
    void sample(AlarmTime t, const std::string &tag, const AlarmSample &sample);
    void connection(AlarmTime t, bool isUp);
    void acknowledge(AlarmTime t, const std::string &id, const Actor &actor, std::uint64_t number);
    void acknowledgeGroup(AlarmTime t, const std::string &group, const Actor &actor);
    void reset(AlarmTime t, const std::string &id, const Actor &actor);
    void shelve(AlarmTime t, const std::string &id, const Actor &actor, double seconds,
                bool oneShot);
    void unshelve(AlarmTime t, const std::string &id, const Actor &actor);
    void takeOutOfService(AlarmTime t, const std::string &id, const Actor &actor);
    void returnToService(AlarmTime t, const std::string &id, const Actor &actor);
    void silence(AlarmTime t, const Actor &actor);
    void comment(AlarmTime t, const std::string &id, const Actor &actor);
    void setLimit(AlarmTime t, const std::string &id, double limit, const Actor &actor);
    /// Killed at `t`, runs again at `back`.
    void restart(AlarmTime t, AlarmTime back);

    std::string shown(const std::string &id) const;
    std::uint64_t occurrence(const std::string &id) const;
    bool isHornOn() const { return m_horn; }
    /// What was done since the last call: journal, notifications, states, horn; each in order.
    Lines takeLines();

private:
    enum Timer { Delay, Stale, Count, Shelf, Release, Realarm, Repeat, Escalate, Chatter };
    enum class Says { Nothing, On, Off };

    struct Tag
    {
        bool isKnown = false;
        AlarmTime newest = 0;
        AlarmSample last;
        bool isBad = false;
        bool hasGood = false; ///< a good number came
        double good = 0.0;
    };
    struct Entered
    {
        AlarmTime te;
        AlarmTime t;
    };
    struct Alarm
    {
        AlarmRule rule;
        std::string state = "NORM"; ///< of the six
        std::set<char> flags; ///< S, D, O
        std::string noted = "NORM";
        bool isOn = false; ///< the condition
        bool latchPending = false;
        bool isOneShot = false;
        bool sounds = false;
        bool raiseSent = false;
        bool isChattering = false;
        bool waitsForSample = false; ///< since a restart
        bool delayRuns = false;
        AlarmTime te0 = 0;
        AlarmTime t0 = 0;
        AlarmTime shelvedFirst = 0;
        AlarmTime lastEt = kNoTime;
        std::uint64_t number = 0; ///< of the occurrence
        std::uint64_t repeats = 0;
        bool isInList = false; ///< count: the last good value
        std::vector<Entered> entered; ///< count
        std::deque<std::pair<AlarmTime, double>> points; ///< rate
        std::vector<AlarmTime> raised; ///< all annunciations
        std::map<Timer, AlarmTime> timers;
    };

    // what a rule says
    static bool isReadBy(const Alarm &alarm, const std::string &tag);
    static bool isListed(const AlarmRule &rule, double value);
    static bool isSame(const Tag &tag, const AlarmSample &given);
    static void take(Tag &tag, const AlarmSample &given, AlarmTime te);
    Says judge(Alarm &alarm, const std::string &tag, AlarmTime te, bool isAdvancing);
    Says judgeNumber(const AlarmRule &rule, double value);
    Says judgeCount(Alarm &alarm, double value, AlarmTime te);
    Says judgeRate(Alarm &alarm, double value, AlarmTime te);
    void apply(Alarm &alarm, Says says, AlarmTime te);
    void applyFirst(Alarm &alarm, Says says, AlarmTime te, bool isShort);
    void startDelay(Alarm &alarm, AlarmTime te);
    void completeDelay(Alarm &alarm, AlarmTime te);
    void waitForCount(Alarm &alarm);
    void waitForSilence(Alarm &alarm);

    // the tables of section 4
    void change(Alarm &alarm, bool isOn, AlarmTime et);
    void annunciate(Alarm &alarm, AlarmTime et, const std::string &reason);
    void countAnnunciation(Alarm &alarm);
    std::size_t annunciatedLately() const;
    void returned(Alarm &alarm, AlarmTime et);
    void move(Alarm &alarm, const std::string &state);
    void endOccurrence(Alarm &alarm);
    void acknowledged(Alarm &alarm, const Actor &actor);
    void suppress(Alarm &alarm, char flag, const std::string &type, const std::string &more);
    void release(Alarm &alarm, char flag, const std::string &type, const std::string &more);
    void followLogic(Alarm &alarm);
    void followAlarms();
    bool isSuppressedByLogic(const Alarm &alarm) const;
    void fireOne(AlarmTime due, AlarmTime floodEnd);
    void fire(Alarm &alarm, Timer timer);

    // words
    void write(const Alarm *alarm, const std::string &type, const std::string &more);
    std::string moved(const std::string &from, const std::string &to) const;
    std::string eventTime(Alarm &alarm, AlarmTime et);
    void notify(const Alarm &alarm, const std::string &kind, std::uint64_t number);
    bool refuse(bool isRefused, const Alarm *alarm, const std::string &action, const Actor &actor,
                const std::string &reason);
    std::string shownOf(const Alarm &alarm) const;
    void endStep();
    void endInput();
    Alarm &find(const std::string &id);
    const Alarm &find(const std::string &id) const;

    const AlarmLimits m_limits;
    std::vector<Alarm> m_alarms; ///< in rule order
    std::map<std::string, bool> m_firstOut; ///< groups that mark: whether one is marked
    std::map<std::string, Tag> m_tags;
    AlarmTime m_now;
    bool m_isUp = true;
    bool m_horn = false;
    bool m_isFlood = false;
    std::vector<AlarmTime> m_annunciations;
    AlarmTime m_digestDue = kNever;
    std::uint64_t m_withheld = 0;
    std::uint64_t m_digests = 0;
    Lines m_journal;
    Lines m_notifications;
    Lines m_states;
    Lines m_horns;
};

} // namespace telltale::test
