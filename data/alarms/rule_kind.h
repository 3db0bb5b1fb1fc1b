#pragma once

#include "data/alarms/alarm_input.h"
#include "data/alarms/rule_check.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace telltale {

/// What a sample says of a rule's condition, before any delay.
enum class Verdict { Keep, On, Off };

/// An alarm whose rule is to be judged.
struct RuleCase
{
    const AlarmRule &rule;
    const AlarmInput &input;
    const AlarmInput *setpoint; ///< null: the rule names no tag for it
    AlarmTime time; ///< event time
    AlarmTime now;
    AlarmTime window;
    bool isFresh; ///< a sample of the input came; else the set-point's did, or the rule was edited
    bool isAdvancing; ///< by event time
    RateWindow &rate;
    CountWindow &count;
};

/// An alarm whose rule may say something else by the clock alone.
struct ClockCase
{
    const AlarmRule &rule;
    const AlarmInput &input;
    const CountWindow &count;
    AlarmTime window;
    AlarmTime timeout;
    AlarmTime silentSince; ///< the tag, by the clock; kNever: nothing can come over its link
};

/// What a rule says by the clock alone, if no sample comes before.
struct ClockVerdict
{
    Verdict verdict = Verdict::Keep;
    AlarmTime due = kNever; ///< by the clock
    /// Event time it holds from: a sample of then or later brings it too. kNever: from when it is
    /// due.
    AlarmTime from = kNever;
};

/// A row of the table of alarms.md section 2. A new kind is one file that defines one of these, and
/// its name in AlarmRule::Kind and rule_kinds.h.
struct RuleKind
{
    const char *word; ///< in the file
    std::array<std::string_view, 5> members {}; ///< what it reads of a rule, as the file names it
    /// `limit` stands in rows and journal, and must in the file: none is as good as another.
    bool hasLimit = false;
    bool readsTag = true;
    /// It is about samples that do not come: with a start, an edit or a link that comes up the wait
    /// begins anew, and of a link that was switched off nothing is expected.
    bool watchesSilence = false;
    /// Its parameters that cannot be.
    std::optional<RuleFault> (*check)(const AlarmRule &rule);
    Verdict (*judge)(const RuleCase &given);
    /// Of what it remembers alone, so that it may be asked at any time; null: the clock changes
    /// nothing.
    ClockVerdict (*byClock)(const ClockCase &given) = nullptr;
    /// What it says of the link it watches; null: it watches none.
    Verdict (*ofLink)(bool isUp) = nullptr;
    /// In words: "≥ 85", "no data for 30 s".
    std::string (*condition)(const AlarmRule &rule, double value);
};

/// In the order of AlarmRule::Kind.
std::span<const RuleKind *const> ruleKinds();
const RuleKind &kindOf(AlarmRule::Kind kind);
std::optional<AlarmRule::Kind> kindOfWord(std::string_view word);

} // namespace telltale
