#pragma once

#include "models/past_arrival.h"
#include "models/sparkline.h"

#include "data/alarms/alarm_types.h"
#include "data/telemetry/live_values.h"

#include <QString>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace telltale {

/// What one tile has to say; how it looks and reads is the widget's.
struct TileData
{
    enum class Health {
        NoData, ///< never a value
        Old, ///< the last stored value, nothing received since the start
        Held, ///< its source is down
        Retained, ///< the broker kept it; nothing came from the device itself since
        Stale, ///< late by its own cadence
        CatchingUp, ///< its past is arriving: the newest value is old, and newer ones are on the
                    ///< way
        Bad, ///< the newest sample is bad
        Live
    };

    std::string kind = "value"; ///< of tileKinds()
    QString title;
    std::string path; ///< of the tag, or the pattern of an aggregate
    std::string asset; ///< what a click opens; empty: nothing
    std::vector<TagId> tags; ///< one, or the members of an aggregate
    std::string aggregate; ///< empty: none; "count": how many of the tags are on
    TagInfo info; ///< unit, range, decimals
    int decimals = -1; ///< that its values needed so far

    Health health = Health::NoData;
    Sample sample; ///< sample.time is meaningful unless NoData
    std::chrono::microseconds age {0};
    std::chrono::microseconds cadence {0}; ///< 0: unknown
    std::size_t counted = 0; ///< members of an aggregate that its value is of
    std::vector<PastArrival> past; ///< of each of its tags
    std::size_t behind = 0; ///< tags whose past is arriving
    QString place; ///< of an aggregate "min" or "max": the asset it comes from
    std::optional<double> target;
    std::optional<double> yesterday; ///< at the same time
    Timestamp yesterdayAt {};

    int priority = 0; ///< of its alarm, of several the worst; 0: none
    AlarmState alarmState = AlarmState::Normal;
    std::optional<double> limit; ///< of its alarm
    std::string condition; ///< of its alarm
    QString alarm; ///< of an aggregate: which of its members has it, in words

    Sparkline spark {std::chrono::hours(1)};
    Sparkline recent {std::chrono::hours(1)}; ///< whatever period is shown: what is said of now
    /// Of all its history, while that is younger than the period shown: the curve fits it.
    std::optional<Timestamp> begins;
    double slope = 0.0; ///< per minute, as it is said; 0: neither rising nor falling

    void moveCurves(Timestamp now)
    {
        spark.moveTo(now);
        recent.moveTo(now);
    }
    bool isNumber() const
    {
        const SampleFlags::Kind is = sample.flags.kind();
        return is == SampleFlags::Kind::Number || is == SampleFlags::Kind::Integer;
    }
    /// One can be shown, of whatever time.
    bool hasValue() const { return health != Health::NoData && sample.tag.isValid(); }
    /// How far it is beyond the limit of its alarm; below zero: short of it. None where the limit
    /// is of something else, such as how fast it rises.
    std::optional<double> beyondLimit() const;
    /// Against the same time yesterday; none unless it is of all its tags.
    std::optional<double> sinceYesterday() const;
    double beyondTarget() const;
    std::size_t uncounted() const { return tags.size() - std::min(counted, tags.size()); }
    bool isNew() const { return alarmState == AlarmState::Unacked; }
};

} // namespace telltale
