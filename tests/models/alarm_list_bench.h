#pragma once

#include "models/plant.h"

#include "data/alarms/alarm_board.h"
#include "data/telemetry/clock.h"
#include "data/telemetry/live_values.h"
#include "data/telemetry/tag_registry.h"

#include <QAbstractItemModel>
#include <QStringList>

#include <string>
#include <vector>

namespace telltale::test {

inline constexpr Timestamp kStart = timestampFromMicroseconds(1'764'000'000'000'000);

AlarmRow makeRow(const std::string &id, int priority, AlarmState state, int secondsAgo = 0);
/// Of the alarms a model shows, from above.
QStringList ids(const QAbstractItemModel &model);

/// A plant that has alarms and nothing else; its clock stands at kStart.
class AlarmListBench
{
public:
    AlarmListBench();

    const Plant &plant() const { return m_plant; }
    ManualClock &clock() { return m_clock; }
    TagRegistry &tags() { return m_tags; }
    LiveValues &live() { return m_live; }
    void publish(std::vector<AlarmRow> rows, std::vector<AlarmRow> suppressed = {});
    void setFlood(bool isFlood) { m_isFlood = isFlood; } ///< with the next rows

private:
    ManualClock m_clock {kStart};
    TagRegistry m_tags;
    LiveValues m_live;
    AlarmBoard m_board;
    std::uint64_t m_version = 0;
    bool m_isFlood = false;
    Plant m_plant;
};

} // namespace telltale::test
