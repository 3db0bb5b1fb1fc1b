#include "tests/models/alarm_list_bench.h"

#include "models/alarm_list_model.h"

namespace telltale::test {

AlarmRow makeRow(const std::string &id, int priority, AlarmState state, int secondsAgo)
{
    AlarmRow row;
    row.id = id;
    row.title = id + " title";
    row.asset = "plant/area/" + id;
    row.tag = row.asset + "/tag";
    row.priority = priority;
    row.state = state;
    row.occurrence = 1;
    row.since = kStart - std::chrono::seconds(secondsAgo);
    return row;
}

QStringList ids(const QAbstractItemModel &model)
{
    QStringList ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids << model.index(row, 0).data(AlarmListModel::IdRole).toString();
    return ids;
}

AlarmListBench::AlarmListBench()
{
    m_plant.tags = &m_tags;
    m_plant.live = &m_live;
    m_plant.alarms = &m_board;
    m_plant.clock = &m_clock;
    m_plant.zone = QTimeZone::utc();
}

void AlarmListBench::publish(std::vector<AlarmRow> rows, std::vector<AlarmRow> suppressed)
{
    auto snapshot = std::make_shared<AlarmSnapshot>();
    snapshot->rows = std::move(rows);
    snapshot->suppressed = std::move(suppressed);
    snapshot->count();
    snapshot->flood = m_isFlood;
    snapshot->version = ++m_version;
    m_board.publish(snapshot);
}

} // namespace telltale::test
