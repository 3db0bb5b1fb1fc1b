#include "tests/bench/list_paints.h"

#include <algorithm>

namespace telltale::bench {

void ListPaints::painted(const QObject *receiver, Timestamp now)
{
    if (receiver != m_view.viewport())
        return;
    const int rows = m_rows.rowCount() - m_before;
    if (rows > count())
        m_seen.push_back({rows, now});
}

std::optional<double> ListPaints::p99(const std::vector<Timestamp> &since) const
{
    if (since.empty() || count() < static_cast<int>(since.size()))
        return std::nullopt;
    std::vector<double> took;
    auto seen = m_seen.begin();
    for (const Timestamp time : since) {
        while (seen->rows <= static_cast<int>(took.size()))
            ++seen;
        took.push_back(std::chrono::duration<double, std::milli>(seen->at - time).count());
    }
    std::sort(took.begin(), took.end());
    return took[(took.size() * 99 - 1) / 100];
}

} // namespace telltale::bench
