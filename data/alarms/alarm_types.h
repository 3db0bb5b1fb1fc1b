#pragma once

#include "data/telemetry/sample.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace telltale {

/// States of alarms.md section 4; the numeric values are stored.
enum class AlarmState : std::uint8_t {
    Normal = 0,
    Unacked,
    Acked,
    ReturnedUnacked,
    LatchedUnacked,
    LatchedAcked,
    Shelved,
    Suppressed,
    OutOfService
};

/// The word of journals and cases: NORM, UNACK, ACKED, RTNUN, LATUN, LATAK, SHLVD, DSUPR, OOSRV.
const char *stateWord(AlarmState state);

/// New, or returned before anybody acknowledged it.
bool needsAcknowledgement(AlarmState state);

/// One row of an alarm list: an alarm (rule bound to a tag) that is not in NORM.
struct AlarmRow
{
    std::uint32_t alarm = 0; ///< dense index of the alarm, stable while the program runs
    std::string id; ///< rule id, with `@tag` where the rule binds to many
    std::string title;
    std::string tag; ///< path; empty for system alarms
    std::string asset; ///< path of the asset, or the source's name
    std::string unit;
    int priority = 3; ///< 1 critical .. 4 low
    AlarmState state = AlarmState::Normal;
    std::uint64_t occurrence = 0;
    Timestamp since {}; ///< event time of the annunciation
    Timestamp changed {}; ///< processing time of the newest change
    double value = 0.0; ///< at annunciation
    std::optional<double> limit;
    std::string condition; ///< "≥ 85.0", "no data for 30 s": what was violated
    std::uint32_t timesSinceAck = 0; ///< occurrences since the last acknowledgement
    std::string cause;
    std::string consequence;
    std::string action;
    double respondWithinSeconds = 0.0; ///< 0: not stated
    bool late = false;
    bool isSystem = false;
    bool firstOut = false; ///< first of its group
    bool chattering = false;
    bool hasNoData = false; ///< no sample of its tag since the program started
    std::string group;
    std::optional<Timestamp> until; ///< shelved: its end
    bool isOn = false; ///< the condition holds, whether hidden or not
    /// Of what hides it, if something does; absent: it is not known since when.
    std::optional<Timestamp> hiddenSince;
    std::string hiddenBy; ///< who did; suppressed by another alarm: its rule
    std::string hiddenReason; ///< their words; suppressed by a tag: "works/pump/running == 0"
    double maxShelveSeconds = 0.0; ///< the longest shelf its rule allows; 0: none
    std::optional<Timestamp> shelfLimit; ///< shelved: no end may be later
    bool isSounding = false; ///< annunciated with sound since the last SILENCE
    std::string comment; ///< the last one on this occurrence
    std::string commentBy;
};

/// What CONFIG has as text where a rule was not given other parameters only.
constexpr const char *kRuleDeleted = "deleted";
constexpr const char *kRuleSwitchedOn = "switched_on";
constexpr const char *kRuleSwitchedOff = "switched_off";
/// What it has as reason where rules.json was not as it was stored: nobody was asked for one.
constexpr const char *kFileEdited = "file_edited";

/// One line of the alarm journal (alarms.md section 8). Empty text and absent values: not
/// applicable.
struct AlarmJournalEntry
{
    std::uint64_t sequence = 0;
    Timestamp time {}; ///< processing time
    Timestamp eventTime {}; ///< equals `time` unless hasEventTime
    bool hasEventTime = false;
    std::string type; ///< ALARM, RTN, ACK ...
    std::string alarm;
    std::string tag; ///< path of its tag
    std::string title;
    std::uint64_t occurrence = 0;
    std::string from;
    std::string to;
    int priority = 0;
    std::string value;
    std::string unit;
    std::string quality;
    std::optional<double> limit;
    std::string by;
    std::string role;
    std::string station;
    std::string reason; ///< why it happened or was refused; of shelving: the operator's words
    std::string text; ///< a comment, what an acknowledgement carries, what became of a rule
    std::string action; ///< REJECT: what was asked for
    std::string set; ///< CONFIG: what was changed, JSON; empty: the rule is gone
    std::string old; ///< CONFIG: what the rule was before, JSON; empty: it is new
    std::optional<Timestamp> until; ///< SHELVE
    std::optional<std::uint64_t> count; ///< FLOOD_START, FLOOD_END
    bool late = false;
    bool firstOut = false;
};

/// What a person may do; the engine checks it before anything else.
enum class AlarmRole : std::uint8_t {
    Viewer,
    Operator,
    Engineer,
    Program ///< nobody: rules that come and go with its files and connections
};

/// The word of journals: viewer, operator, engineer, program.
const char *roleWord(AlarmRole role);

/// What an operator may ask of an alarm.
struct AlarmAction
{
    enum class Kind {
        Acknowledge,
        AcknowledgeVisible, ///< every one given that needs it, except priority 1
        Reset,
        Silence,
        Comment,
        Shelve,
        Unshelve,
        OutOfService,
        ReturnToService,
        RecordExport, ///< the journal, or a part of it, was exported; `text` says which
        AcknowledgeGroup, ///< members of `group` that need it, except priority 1; of those given
        Note, ///< for the hand-over of a shift: `text`, of no alarm
    };
    Kind kind = Kind::Acknowledge;
    std::vector<std::pair<std::string, std::uint64_t>> alarms; ///< id and occurrence on screen
    std::string by;
    std::string text; ///< comment, note; of Shelve and OutOfService the reason
    AlarmRole role = AlarmRole::Engineer;
    std::string group;
    std::chrono::seconds shelveFor {0};
    bool oneShot = false; ///< Shelve: ends with the condition
    std::optional<Timestamp> about; ///< Note: a time of the shift it belongs to, not after now
};

} // namespace telltale
