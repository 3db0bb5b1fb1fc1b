#pragma once

#include "data/alarms/alarm_rule.h"
#include "data/alarms/alarm_time.h"
#include "data/alarms/alarm_types.h"
#include "data/alarms/count_window.h"
#include "data/alarms/rate_window.h"

#include <algorithm>
#include <array>

namespace telltale {

struct RuleKind;

constexpr std::uint32_t kNoAlarm = 0xFFFFFFFFU;
constexpr std::uint32_t kNoInput = 0xFFFFFFFFU;

/// Timers of one alarm, in the order in which those due together fire (alarms.md 3.7).
enum class AlarmTimer {
    Delay,
    Clock, ///< what the rule says by the clock alone (RuleKind::byClock)
    Shelf,
    Release,
    Realarm,
    Repeat,
    Escalate,
    Chatter,
    Amount
};

/// Why an alarm is hidden: since when, by whom, and in which words.
struct HiddenNote
{
    AlarmTime since = kNoTime; ///< processing time
    std::string by;
    std::string reason;

    template <typename Codec> void visit(Codec &codec) { codec(since), codec(by), codec(reason); }
};

/// What of one alarm is stored: everything a restart must know.
struct AlarmMemory
{
    bool condition = false; ///< debounced
    AlarmState process = AlarmState::Normal; ///< one of the six process states
    bool isShelved = false;
    bool isSuppressed = false;
    bool isOutOfService = false;
    bool latchPending = false;
    bool isOneShot = false;
    bool isSounding = false; ///< annunciated with sound since the last SILENCE
    bool isChattering = false;
    bool raiseSent = false; ///< of the present occurrence
    bool isLate = false;
    bool isFirstOut = false;
    bool delayRuns = false;
    AlarmTime delayFrom = kNoTime; ///< event time
    AlarmTime delayStarted = kNoTime; ///< processing time
    AlarmTime shelvedFirst = kNoTime;
    AlarmTime lastEventTime = kNoTime;
    AlarmTime since = kNoTime; ///< event time of the annunciation
    AlarmTime changed = kNoTime;
    std::uint64_t occurrence = 0;
    std::uint64_t acknowledged = 0; ///< newest acknowledged occurrence
    std::uint64_t repeats = 0; ///< `repeat` notifications of this occurrence
    double value = 0.0; ///< at annunciation
    AlarmTime annunciated[2] = {kNoTime, kNoTime}; ///< the two before the newest, for chatter
    std::array<AlarmTime, static_cast<std::size_t>(AlarmTimer::Amount)> due;
    CountWindow count;
    HiddenNote shelfNote; ///< of isShelved; so the next two
    HiddenNote designNote;
    HiddenNote serviceNote;
    std::string comment; ///< the last one on the present occurrence
    std::string commentBy;
    std::uint64_t withheld = 0; ///< how often it came in a flood since the last digest

    AlarmMemory() { due.fill(kNever); }

    HiddenNote &noteOf(bool AlarmMemory::*flag)
    {
        if (flag == &AlarmMemory::isShelved)
            return shelfNote;
        return flag == &AlarmMemory::isSuppressed ? designNote : serviceNote;
    }

    template <typename Codec> void visit(Codec &codec)
    {
        std::uint64_t version = 3;
        codec(version);
        codec(condition), codec(process), codec(isShelved), codec(isSuppressed);
        codec(isOutOfService), codec(latchPending), codec(isOneShot), codec(isSounding);
        codec(isChattering), codec(raiseSent), codec(isLate), codec(isFirstOut);
        codec(delayRuns), codec(delayFrom), codec(delayStarted), codec(shelvedFirst);
        codec(lastEventTime), codec(since), codec(changed), codec(occurrence);
        codec(acknowledged), codec(repeats), codec(value);
        codec(annunciated[0]), codec(annunciated[1]);
        AlarmTime unused = kNever; // the place of a timer that began anew with every start
        codec(due[0]), codec(unused);
        for (std::size_t timer = 1; timer < due.size(); ++timer)
            codec(due[timer]);
        codec(count.entered), codec(count.arrived), codec(count.isInside);
        if (version < 2)
            return;
        for (HiddenNote *note : {&shelfNote, &designNote, &serviceNote})
            note->visit(codec);
        if (version < 3)
            return;
        codec(comment), codec(commentBy), codec(withheld);
    }
};

/// One alarm: a rule bound to a tag, with what it remembers.
struct AlarmInstance
{
    const AlarmRule *rule = nullptr; ///< null: the rule is gone
    const RuleKind *kind = nullptr; ///< of the rule, or of the one that was
    std::string id; ///< rule id, with `@tag` where the rule binds by pattern
    std::string path; ///< of its tag
    std::uint64_t order = 0; ///< rule order
    std::uint32_t input = kNoInput;
    std::uint32_t setpointInput = kNoInput;
    std::uint32_t suppressInput = kNoInput;
    std::uint32_t suppressor = kNoAlarm;
    std::uint32_t group = kNoAlarm;
    std::vector<std::uint32_t> suppresses;

    AlarmTime onDelay = 0;
    AlarmTime offDelay = 0;
    AlarmTime grace = 0;
    AlarmTime timeout = 0;
    AlarmTime window = 0;
    bool isEvent = false; ///< a draft: journaled, never annunciated

    AlarmMemory memory;
    RateWindow rate;
    AlarmTime silentSince = kNever; ///< see ClockCase
    bool awaitsSample = false; ///< nothing came since the restart
    bool isTouched = false;
    bool isUnsaved = false;
    AlarmState noted = AlarmState::Normal; ///< shown state after the last step

    bool isInhibited() const
    {
        return memory.isShelved || memory.isSuppressed || memory.isOutOfService;
    }
    bool isRaw() const { return memory.condition != memory.delayRuns; } ///< before any delay
    AlarmState shown() const
    {
        if (memory.isOutOfService)
            return AlarmState::OutOfService;
        if (memory.isSuppressed)
            return AlarmState::Suppressed;
        return memory.isShelved ? AlarmState::Shelved : memory.process;
    }
    AlarmTime &due(AlarmTimer timer) { return memory.due[static_cast<std::size_t>(timer)]; }
    AlarmTime nextDue() const { return *std::min_element(memory.due.begin(), memory.due.end()); }
};

} // namespace telltale
