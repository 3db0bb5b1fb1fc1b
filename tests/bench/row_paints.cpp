#include "tests/bench/row_paints.h"

#include "data/alarms/alarm_board.h"
#include "data/telemetry/clock.h"
#include "models/alarm_list_model.h"

#include <algorithm>
#include <vector>

namespace telltale::bench {

void RowPaints::painted(const QObject *receiver, const QPaintEvent &event, const Plant &plant)
{
    if (!m_view || receiver != m_view->viewport())
        return;
    const Timestamp now = plant.clock->now();
    const auto snapshot = plant.alarms->snapshot();
    for (int row = 0; row < m_view->model()->rowCount(); ++row) {
        const QModelIndex index = m_view->model()->index(row, AlarmListModel::TitleColumn);
        const QRect place = m_view->visualRect(index);
        if (place.isEmpty() || !event.region().intersects(place))
            continue;
        const std::string id = index.data(AlarmListModel::IdRole).toString().toStdString();
        if (m_shown.contains(id))
            continue;
        for (const AlarmRow &alarm : snapshot->rows) {
            if (alarm.id == id && !alarm.isSystem)
                m_shown[id] = std::chrono::duration<double, std::milli>(now - alarm.since).count();
        }
    }
}

double RowPaints::p99() const
{
    std::vector<double> all;
    for (const auto &[id, milliseconds] : m_shown)
        all.push_back(milliseconds);
    if (all.empty())
        return 0.0;
    std::sort(all.begin(), all.end());
    return all[(all.size() * 99 - 1) / 100];
}

} // namespace telltale::bench
