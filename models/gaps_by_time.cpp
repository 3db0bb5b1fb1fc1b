#include "models/gaps_by_time.h"

namespace telltale {

GapsByTime::GapsByTime(const std::vector<HistoryGap> &gaps)
{
    for (const HistoryGap &gap : gaps)
        m_ofCause[gap.cause].push_back({gap, gap.range.to});
    for (auto &[cause, places] : m_ofCause) {
        std::stable_sort(places.begin(), places.end(), [](const Place &one, const Place &other) {
            return one.gap.range.from < other.gap.range.from;
        });
        for (std::size_t i = 1; i < places.size(); ++i)
            places[i].reach = std::max(places[i].reach, places[i - 1].reach);
    }
}

} // namespace telltale
