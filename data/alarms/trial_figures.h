#pragma once

#include "data/alarms/rule_trial.h"

#include <span>
#include <vector>

namespace telltale {

/// What the occurrences of a trial would have asked of people.
struct TrialFigures
{
    std::size_t raised = 0; ///< came within the period; those that stood before did not
    double perDay = 0.0;
    AlarmTime longest = 0;
    AlarmTime standing = 0; ///< in all, within the period
    std::size_t chattering = 0; ///< of `raised`: one of three of a tag within 60 s
    std::size_t fleeting = 0; ///< of `raised`: shorter than 10 s
    std::size_t nuisance = 0; ///< of `raised`: chattering or fleeting
    bool operator==(const TrialFigures &) const = default;
};

TrialFigures trialFigures(std::span<const TrialOccurrence> occurrences, AlarmTime from,
                          AlarmTime to);

/// Of `occurrences` those of `least` or longer during which none of `others` was active on the same
/// tag; by the time they came.
std::vector<TrialOccurrence> missedBy(std::span<const TrialOccurrence> others,
                                      std::span<const TrialOccurrence> occurrences,
                                      AlarmTime least);

} // namespace telltale
