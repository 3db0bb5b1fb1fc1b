#pragma once

#include "data/alarms/alarm_rule.h"
#include "data/telemetry/tag.h"
#include "data/telemetry/timestamp.h"

#include <QCoreApplication>
#include <QStringList>

#include <map>

namespace telltale {

class TagRegistry;

/// What a rule under construction can be told: advice by the kind of signal, how many tags it
/// means, what is wrong with it.
/// Thread  any.
class RuleDraft
{
    Q_DECLARE_TR_FUNCTIONS(RuleDraft)

public:
    enum class Signal { Flow, Level, Pressure, Temperature, Other };

    /// Proposal of alarms.md section 2.
    struct Advice
    {
        double deadbandPercent = 5.0; ///< of the tag's normal range
        double onDelaySeconds = 5.0;
        double offDelaySeconds = 5.0;
    };

    static Signal signalOf(const TagInfo &tag); ///< from name and unit
    static QString signalWord(Signal signal);
    static Advice adviceFor(Signal signal);
    /// In the unit of the tag; nothing if its range is unknown.
    static std::optional<double> deadbandOf(const Advice &advice, const TagInfo &tag);

    /// With delays that keep it from chattering: the usual ones of the signal, twice its own where
    /// those are as long; on at most half the time to respond, never shorter than now.
    static AlarmRule slower(AlarmRule rule, const TagInfo &tag);

    enum class Field {
        Tag,
        Title,
        Limit,
        Deadband,
        Timeout,
        Setpoint,
        SetpointTag,
        High,
        Low,
        Window,
        Direction,
        Values,
        Times,
        Uncertain,
        OnDelay,
        OffDelay,
        Within
    };
    /// What keeps the rule from being saved: a sentence for each field that is wrong.
    static std::map<Field, QString> faults(const AlarmRule &rule);
    /// What is missing for the rule to raise alarms; until then it is a draft.
    static QStringList missing(const AlarmRule &rule);
    /// A new id from the title that no rule of `rules` has.
    static std::string freeId(const std::string &title, const std::vector<AlarmRule> &rules);
    /// A person stands for the rule as it is: who, and when.
    static void rationalise(AlarmRule &rule, const std::string &user, Timestamp now);
    /// "≥ 85 °C", "no data for 30 s".
    static QString conditionText(const AlarmRule &rule, const QString &unit);
};

} // namespace telltale
