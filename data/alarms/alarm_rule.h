#pragma once

#include "data/telemetry/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace telltale {

/// A value a rule compares with.
using AlarmValue = std::variant<bool, double, std::string>;

/// When an alarm is suppressed by design: another tag's value, or another alarm being on.
struct SuppressWhen
{
    enum class Op { Equal, NotEqual, Less, Greater, LessOrEqual, GreaterOrEqual };
    std::string tag; ///< path; empty: `alarm` says
    Op op = Op::Equal;
    AlarmValue value = 0.0;
    std::string alarm; ///< rule id
    bool isSet() const { return !tag.empty() || !alarm.empty(); }
    bool operator==(const SuppressWhen &) const = default;
};

/// What leaves the program when an alarm is annunciated; times in seconds, 0: never.
struct NotifyOptions
{
    bool raise = true;
    bool clear = false;
    double repeatSeconds = 0.0;
    double escalateSeconds = 0.0;
    bool operator==(const NotifyOptions &) const = default;
};

/// One rule as the workspace holds it (alarms.md section 2). Times in seconds, limits in the tag's
/// unit. A tag pattern with `*` or `**` binds the rule to every tag it matches.
struct AlarmRule
{
    enum class Kind { Limit, Deviation, Rate, Discrete, Count, Stale, Quality, Connection };
    enum class Side { High, Low };
    enum class Direction { Rising, Falling, Both };
    enum class Ack { Required, AutoReturn, None };
    enum class OnBad { Hold, Alarm, Clear };

    static constexpr int kAnyLink = -1;

    std::string id;
    std::string title;
    std::string tag; ///< path or pattern
    Kind kind = Kind::Limit;
    int priority = 3;
    bool enabled = true;

    Side side = Side::High;
    double limit = 0.0; ///< limit: unit; rate: unit per second
    double deadband = 0.0;
    double timeoutSeconds = 0.0; ///< stale
    std::optional<double> setpoint; ///< deviation, unless setpointTag
    std::string setpointTag;
    double high = 0.0; ///< deviation, above the set-point
    double low = 0.0; ///< deviation, below the set-point
    double windowSeconds = 0.0; ///< rate, count
    Direction direction = Direction::Both; ///< rate
    std::vector<AlarmValue> alarmWhen; ///< discrete, count
    int count = 0; ///< count: `n`
    bool includeUncertain = false; ///< quality
    int link = kAnyLink; ///< connection: the SourceId it watches; not part of the file

    double onDelaySeconds = 0.0;
    double offDelaySeconds = 0.0;
    double graceSeconds = 0.0;
    bool latch = false;
    Ack ack = Ack::Required;
    OnBad onBad = OnBad::Hold;
    double realarmSeconds = 0.0; ///< 0: off
    std::string group;
    SuppressWhen suppressWhen;
    double releaseDelaySeconds = 0.0;
    std::optional<bool> shelvable; ///< not said: all but priority 1
    double maxShelveSeconds = 28'800.0;
    double maxShelveTotalSeconds = 86'400.0;
    bool sound = true;
    NotifyOptions notify;

    std::string cause;
    std::string consequence;
    std::string action;
    double respondWithinSeconds = 0.0;
    std::string rationalisedBy;
    std::string rationalisedAt;
    std::string alarmClass;

    bool isShelvable() const { return shelvable.value_or(priority != 1); }
    /// Some field an alarm needs is missing (section 1): it is journaled but never annunciated.
    bool isDraft() const;
    bool isInForce() const { return enabled && !isDraft(); } ///< it raises alarms
    bool operator==(const AlarmRule &) const = default;
};

/// The rule of this id; null: there is none.
const AlarmRule *findRule(const std::vector<AlarmRule> &rules, const std::string &id);

/// Id of the rule of an alarm: that of one among many tags is "rule@tag".
std::string ruleOfAlarm(const std::string &alarm);

/// A set of alarms that belong together; with `firstOut` the first one is marked.
struct AlarmGroup
{
    std::string id;
    bool firstOut = false;
    bool operator==(const AlarmGroup &) const = default;
};

} // namespace telltale
