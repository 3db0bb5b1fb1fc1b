#include "models/urgent_news.h"

#include "data/alarms/alarm_board.h"

#include <utility>

namespace telltale {
namespace {

constexpr int kUrgent = 2;

} // namespace

std::vector<AlarmRow> UrgentNews::look(const AlarmSnapshot &snapshot)
{
    std::set<Key> standing;
    std::vector<AlarmRow> news;
    for (const AlarmRow &row : snapshot.rows) { // in the order of the list: by urgency
        if (row.state != AlarmState::Unacked || row.priority > kUrgent)
            continue;
        Key key {row.id, row.occurrence};
        if (m_hasLooked && !m_known.contains(key))
            news.push_back(row);
        standing.insert(std::move(key));
    }
    m_known = std::move(standing);
    m_hasLooked = true;
    return news;
}

} // namespace telltale
