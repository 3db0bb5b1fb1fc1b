#include "models/key_figure_count.h"

#include <algorithm>

namespace telltale {

Result<KeyFigureList> countKeyFigures(const JournalSource &source, const KeyFigureRequest &request,
                                      const CancelFlag &cancel)
{
    if (request.ranges.empty())
        return KeyFigureList();
    TimeRange whole = request.ranges.front();
    for (const TimeRange &range : request.ranges)
        whole = {std::min(whole.from, range.from), std::max(whole.to, range.to)};
    whole.from -= KeyFigureCounter::kLookBack;
    std::vector<KeyFigureCounter> counters;
    counters.reserve(request.ranges.size());
    for (const TimeRange &range : request.ranges)
        counters.emplace_back(range, whole.from, request.rules);
    const auto add = [&counters](const AlarmJournalEntry &entry) {
        for (KeyFigureCounter &counter : counters)
            counter.add(entry);
    };
    if (const Outcome walked = walkJournal(source, whole, cancel, add); !walked.ok())
        return walked.error();
    KeyFigureList figures;
    for (std::size_t i = 0; i < counters.size(); ++i) {
        const bool isNow = request.ranges[i].to >= request.now;
        figures.push_back(counters[i].take(isNow ? request.alarms.get() : nullptr));
    }
    return figures;
}

} // namespace telltale
