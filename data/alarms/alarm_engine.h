#pragma once

#include "data/alarms/alarm_globals.h"
#include "data/alarms/alarm_input.h"
#include "data/alarms/alarm_output.h"
#include "data/alarms/rule_kind.h"
#include "data/alarms/timer_heap.h"
#include "data/telemetry/path_pattern.h"

#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace telltale {

/// Figures of alarms.md that a plant may set otherwise; seconds.
struct AlarmLimits
{
    double futureSeconds = 10.0;
    double pastSeconds = 30.0 * 86'400.0;
    double lateSeconds = 60.0;
    double outageToleranceSeconds = 300.0;
    double digestSeconds = 60.0;
    double chatterWindowSeconds = 60.0;
    double chatterQuietSeconds = 300.0;
    std::size_t maxShelved = 30;
    FloodWatch::Limits flood;
    bool draftsAreEvents = true; ///< rules without rationalisation never annunciate
};

/// The alarm rules at work: samples, timers and actions in; journal, states, notifications and horn
/// out (alarms.md, all but storage). No clock, no files, no Qt; times are arguments.
/// Thread  one at a time.
/// Shape   alarms keep their index while the engine lives; a sample of a tag no rule reads costs
///         one array look-up, no sample allocates or looks a text up.
class AlarmEngine
{
public:
    /// Who asks for an action, and with what words.
    struct Actor
    {
        std::string by;
        AlarmRole role = AlarmRole::Operator;
        std::string text;
    };

    explicit AlarmEngine(AlarmLimits limits = {});
    AlarmEngine(const AlarmEngine &) = delete;
    AlarmEngine &operator=(const AlarmEngine &) = delete;

    // what is watched
    /// Replaces all rules; states stay with their rule's id. Writes CONFIG for what differs unless
    /// `actor` is null (rules as they were stored). Rules must be free of faults (findFault()).
    /// Empty, or the refusal.
    std::string setRules(AlarmTime t, std::vector<AlarmRule> rules, std::vector<AlarmGroup> groups,
                         const Actor *actor);
    const std::vector<AlarmRule> &rules() const { return m_rules; }
    /// The registry's tags first, first+1, ... have these paths.
    void addTags(AlarmTime t, std::size_t first, std::span<const std::string> paths,
                 std::span<const SourceId> sources);
    std::size_t tagCount() const { return m_inputOfTag.size(); }
    /// Where the tags 0, 1, ... come from now.
    void setTagSources(std::span<const SourceId> sources);

    // what happens
    void advanceTo(AlarmTime t);
    AlarmTime nextDue() const;
    void sample(AlarmTime t, TagId tag, const AlarmSample &sample);
    bool isWatched(TagId tag) const
    {
        return tag.value < m_inputOfTag.size() && m_inputOfTag[tag.value] != kNoInput;
    }
    /// A link went down or came up at event time `te`.
    void connection(AlarmTime t, int link, bool isUp, AlarmTime te);
    /// A person switched the link off: until it is up or down again nothing is expected of it.
    void linkOff(AlarmTime t, int link);
    void clockStepped(AlarmTime t, AlarmTime by);

    // what people do: empty, or the reason word of the refusal (journaled)
    std::string acknowledge(AlarmTime t, const std::string &alarm, const Actor &actor,
                            std::uint64_t occurrence);
    /// Each member that needs it, except priority 1. With the alarms and occurrences that were on
    /// screen only these, so none if there were none: one that came again since is refused by
    /// itself.
    using Shown = std::pair<std::string, std::uint64_t>;
    struct GroupAnswer
    {
        std::string refusal = {}; ///< of the last member that was, or of all
        std::size_t acknowledged = 0;
        std::size_t refused = 0; ///< members
    };
    GroupAnswer acknowledgeGroup(AlarmTime t, const std::string &group, const Actor &actor,
                                 std::optional<std::span<const Shown>> shown = std::nullopt);
    std::string reset(AlarmTime t, const std::string &alarm, const Actor &actor);
    std::string shelve(AlarmTime t, const std::string &alarm, const Actor &actor, double seconds,
                       bool oneShot);
    std::string unshelve(AlarmTime t, const std::string &alarm, const Actor &actor);
    std::string takeOutOfService(AlarmTime t, const std::string &alarm, const Actor &actor);
    std::string returnToService(AlarmTime t, const std::string &alarm, const Actor &actor);
    std::string silence(AlarmTime t, const Actor &actor);
    /// Part of the journal was taken out of the program; `actor.text` says which.
    std::string recordExport(AlarmTime t, const Actor &actor);
    std::string comment(AlarmTime t, const std::string &alarm, const Actor &actor);
    /// A COMMENT of no alarm; its event time is `about`, at the latest `t`.
    std::string note(AlarmTime t, const Actor &actor, AlarmTime about);

    // what came of it
    AlarmOutput &output() { return m_output; }
    const std::vector<AlarmInstance> &alarms() const { return m_alarms; }
    std::uint32_t find(const std::string &alarm) const;
    AlarmTime now() const { return m_now; }
    bool isHornOn() const { return m_globals.hornIsOn; }
    const FloodWatch &flood() const { return m_globals.flood; }
    const AlarmGlobals &globals() const { return m_globals; }
    /// Alarms and inputs whose memory changed since the last call.
    std::vector<std::uint32_t> takeUnsavedAlarms();
    std::vector<std::uint32_t> takeUnsavedInputs();
    /// What was taken to be saved could not be.
    void markInputUnsaved(const std::string &path) { m_inputs[inputOf(path)].isUnsaved = true; }
    /// A new store has none of them.
    void markInputsUnsaved();
    const AlarmInput &input(std::uint32_t index) const { return m_inputs[index]; }
    std::size_t inputCount() const { return m_inputs.size(); }

    // across a restart
    std::string saveAlarm(std::uint32_t alarm) const;
    std::string saveInput(std::uint32_t input) const;
    std::string saveGlobals() const;
    /// Before the rules are set; false: the bytes are no such state, nothing was taken.
    bool restoreAlarm(const std::string &id, std::string_view bytes);
    bool restoreInput(const std::string &path, std::string_view bytes);
    bool restoreGlobals(std::string_view bytes);
    /// The program runs (again): START, then what ran out meanwhile.
    void start(AlarmTime t);

private:
    struct Group
    {
        AlarmGroup description;
        std::vector<std::uint32_t> members; ///< in rule order
        std::size_t notNormal = 0;
        bool isMarked = false;
    };
    struct BoundRule
    {
        std::size_t rule; ///< in m_rules
        PathPattern pattern;
    };

    // binding
    void install(std::vector<AlarmRule> rules, std::vector<AlarmGroup> groups, const Actor *actor);
    void installGroups(std::vector<AlarmGroup> groups);
    bool bindTags(std::size_t rank, std::size_t firstTag);
    void bind(std::size_t rank, const std::string &path);
    std::uint32_t instanceOf(const std::string &id, const AlarmRule &rule);
    void configure(AlarmInstance &alarm, const AlarmRule &rule);
    void connect();
    void connectTags(std::size_t first);
    void connectReaders(std::uint32_t index);
    void joinGroup(std::uint32_t index);
    std::uint32_t inputOf(const std::string &path);
    std::uint32_t suppressorOf(const AlarmInstance &alarm) const;
    void retire(std::uint32_t index, const Actor *actor);
    void recordChanges(const std::vector<AlarmRule> &old, const Actor &actor);
    void recordChanges(const std::vector<AlarmGroup> &old, const Actor &actor);
    std::vector<AlarmGroup> groups() const;
    void journalRule(const AlarmRule *was, const AlarmRule *now, const Actor &actor);
    void rejudge(std::uint32_t index);
    void rejudge(const std::unordered_set<std::string> &rules);
    Verdict judgeAgain(AlarmInstance &alarm);

    // judging
    bool accept(AlarmInput &input, const AlarmSample &sample, AlarmTime &te, bool &isAdvancing);
    void completeDelays(const AlarmInput &input, AlarmTime te, AlarmTime lastTe);
    void completeDelay(std::uint32_t index, AlarmTime te);
    void judgeReaders(const AlarmInput &input, AlarmTime te, bool isAdvancing, AlarmTime lastTe);
    Verdict judge(AlarmInstance &alarm, AlarmTime te, bool isFresh, bool isAdvancing);
    void applyVerdict(std::uint32_t index, Verdict verdict, AlarmTime te);
    void applyRaw(std::uint32_t index, bool isOn, AlarmTime te);
    void creditDelay(std::uint32_t index, Verdict verdict, AlarmTime te, AlarmTime lastTe);
    void changeCondition(std::uint32_t index, bool isOn, AlarmTime et);
    ClockVerdict byClock(const AlarmInstance &alarm) const;
    void applyOverdue(std::uint32_t index, AlarmTime te);
    void armClock(std::uint32_t index);
    void restartSilence(std::uint32_t index);
    bool isOverLink(const AlarmInstance &alarm, int link) const;
    void applyLink(std::uint32_t index, int link, bool isNew, AlarmTime te);
    bool isLinkUp(int link) const;
    std::vector<std::uint32_t> inRuleOrder() const;

    // states
    void annunciate(std::uint32_t index, AlarmTime et, const char *reason);
    void returnToNormal(std::uint32_t index, AlarmTime et);
    void setProcess(AlarmInstance &alarm, AlarmState state);
    void endOccurrence(AlarmInstance &alarm);
    void stopAsking(AlarmInstance &alarm);
    void countAnnunciation(std::uint32_t index);
    void noteFloodFirst(std::uint32_t newest);
    AlarmTime burstBegin(const std::vector<const AlarmInstance *> &alarms) const;
    std::vector<const AlarmInstance *> alarmsOfFlood(std::uint32_t newest) const;
    bool isChatterStart(AlarmInstance &alarm);
    void setSounding(AlarmInstance &alarm, bool isSounding);
    void notifyRaise(std::uint32_t index, bool chatterStarted);
    void notify(const AlarmInstance &alarm, AlarmNotification::Kind kind, std::uint64_t number);

    // suppression
    void inhibit(std::uint32_t index, bool AlarmMemory::*flag, AlarmJournalEntry entry);
    void lift(std::uint32_t index, bool AlarmMemory::*flag, AlarmJournalEntry entry);
    void updateSuppression(std::uint32_t index);
    void updateSuppressed(std::uint32_t suppressor);
    bool isSuppressedByLogic(const AlarmInstance &alarm) const;
    void unshelveBecause(std::uint32_t index, const char *reason, const Actor *actor);

    // timers
    void setTimer(std::uint32_t index, AlarmTimer timer, AlarmTime due);
    AlarmTime nextAlarmDue();
    void fireNext(AlarmTime alarmsDue);
    void fire(std::uint32_t index, AlarmTimer timer);
    void fireFlood();
    void fireDigest();
    void fireRepeat(std::uint32_t index);
    void fireRealarm(std::uint32_t index);

    // actions
    AlarmInstance *begin(AlarmTime t, const std::string &alarm);
    std::string refuse(const AlarmInstance *alarm, const char *action, const Actor &actor,
                       const char *reason);
    void journalRefusal(const AlarmInstance *alarm, const char *action, const Actor &actor,
                        const char *reason);
    static bool joinsGroupAck(const AlarmInstance &alarm);
    std::string done();
    const char *refusalOfAck(const AlarmInstance &alarm, std::uint64_t occurrence) const;
    const char *refusalOfShelf(const AlarmInstance &alarm, const Actor &actor, AlarmTime length);
    void acknowledgeNow(std::uint32_t index, const Actor &actor);

    // output
    AlarmJournalEntry entry(const AlarmInstance *alarm, const char *type) const;
    AlarmJournalEntry entry(const AlarmInstance *alarm, const char *type, const Actor &actor) const;
    void stampEventTime(AlarmInstance &alarm, AlarmJournalEntry &entry, AlarmTime et);
    void add(AlarmJournalEntry entry) { m_output.journal.push_back(std::move(entry)); }
    void touch(AlarmInstance &alarm);
    void markUnsaved(AlarmInstance &alarm);
    void endStep();
    void endInput();
    std::uint32_t indexOf(const AlarmInstance &alarm) const
    {
        return static_cast<std::uint32_t>(&alarm - m_alarms.data());
    }

    AlarmLimits m_limits;
    AlarmTime m_future, m_past, m_late, m_tolerance;
    AlarmTime m_now = kNoTime;

    std::vector<AlarmRule> m_rules;
    std::vector<BoundRule> m_bound; ///< in rule order
    std::vector<AlarmInstance> m_alarms;
    std::unordered_map<std::string, std::uint32_t> m_byId;
    std::vector<AlarmInput> m_inputs;
    std::unordered_map<std::string, std::uint32_t> m_inputByPath;
    std::vector<std::uint32_t> m_inputOfTag;
    std::vector<std::string> m_tagPaths;
    std::vector<SourceId> m_tagSources;
    std::vector<Group> m_groups;
    std::vector<int> m_linksDown;
    std::vector<int> m_linksOff; ///< switched off by a person

    TimerHeap m_timers;
    AlarmGlobals m_globals;
    std::uint32_t m_sounding = 0; ///< alarms whose isSounding is set
    std::size_t m_shelved = 0;

    std::vector<std::uint32_t> m_touched;
    std::vector<std::uint32_t> m_unsaved;
    std::unordered_map<std::string, AlarmMemory> m_restored;
    bool m_waitsForStart = false; ///< restored: no timer fires before start()
    AlarmOutput m_output;
};

} // namespace telltale
