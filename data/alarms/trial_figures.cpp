#include "data/alarms/trial_figures.h"

#include "data/alarms/key_figures.h"

#include <algorithm>
#include <map>

namespace telltale {
namespace {

constexpr AlarmTime kChatters = std::chrono::microseconds(kChatterWindow).count();
constexpr AlarmTime kFleeting = 10 * kSecond;
constexpr double kDay = 86'400.0 * static_cast<double>(kSecond);

using OfTag = std::vector<const TrialOccurrence *>; ///< one after the other

std::map<std::uint32_t, OfTag> byTag(std::span<const TrialOccurrence> occurrences)
{
    std::map<std::uint32_t, OfTag> sorted;
    for (const TrialOccurrence &one : occurrences)
        sorted[one.tag].push_back(&one);
    for (auto &[tag, all] : sorted)
        std::sort(all.begin(), all.end(), [](const TrialOccurrence *a, const TrialOccurrence *b) {
            return a->since < b->since;
        });
    return sorted;
}

/// Whether it is one of three within the window.
bool isChattering(const OfTag &all, std::size_t at)
{
    const std::size_t begin = at < 2 ? 0 : at - 2;
    for (std::size_t first = begin; first <= at && first + 2 < all.size(); ++first) {
        if (all[first + 2]->since - all[first]->since < kChatters)
            return true;
    }
    return false;
}

bool isDuringAny(const TrialOccurrence &one, const OfTag &others)
{
    const auto next
        = std::partition_point(others.begin(), others.end(), [&one](const TrialOccurrence *other) {
              return other->until < one.since;
          });
    return next != others.end() && (*next)->since <= one.until;
}

} // namespace

TrialFigures trialFigures(std::span<const TrialOccurrence> occurrences, AlarmTime from,
                          AlarmTime to)
{
    TrialFigures figures;
    for (const auto &[tag, all] : byTag(occurrences)) {
        for (std::size_t i = 0; i < all.size(); ++i) {
            const TrialOccurrence &one = *all[i];
            figures.longest = std::max(figures.longest, one.until - one.since);
            figures.standing += one.until - std::max(one.since, from);
            if (one.since < from)
                continue;
            const bool chatters = isChattering(all, i);
            const bool fleets = !one.isOpen && one.until - one.since < kFleeting;
            ++figures.raised;
            figures.chattering += chatters ? 1 : 0;
            figures.fleeting += fleets ? 1 : 0;
            figures.nuisance += chatters || fleets ? 1 : 0;
        }
    }
    if (to > from)
        figures.perDay
            = static_cast<double>(figures.raised) * kDay / static_cast<double>(to - from);
    return figures;
}

std::vector<TrialOccurrence> missedBy(std::span<const TrialOccurrence> others,
                                      std::span<const TrialOccurrence> occurrences, AlarmTime least)
{
    const std::map<std::uint32_t, OfTag> known = byTag(others);
    std::vector<TrialOccurrence> missed;
    for (const TrialOccurrence &one : occurrences) {
        const auto ofTag = known.find(one.tag);
        const bool isCaught = ofTag != known.end() && isDuringAny(one, ofTag->second);
        if (one.until - one.since >= least && !isCaught)
            missed.push_back(one);
    }
    std::stable_sort(
        missed.begin(), missed.end(),
        [](const TrialOccurrence &a, const TrialOccurrence &b) { return a.since < b.since; });
    return missed;
}

} // namespace telltale
