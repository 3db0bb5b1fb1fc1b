#pragma once

#include "data/alarms/alarm_board.h"
#include "data/alarms/alarm_globals.h"
#include "data/alarms/alarm_instance.h"

namespace telltale {

/// What an alarm is about: the levels above its tag's last one, or the connection's name.
std::string assetOfAlarm(const std::string &tag, const std::string &alarm);

/// The row a list shows of an alarm.
AlarmRow makeRow(std::uint32_t index, const AlarmInstance &alarm, std::string unit);

/// The rows in the order of alarms.md section 10, with their counts; flood, horn, rate and version
/// are the caller's.
AlarmSnapshot makeSnapshot(std::vector<AlarmRow> rows);

/// Flood, horn and rate at `now`.
void addGlobals(AlarmSnapshot &snapshot, const AlarmGlobals &globals, AlarmTime now);

/// A row as bytes of the alarm store, and back; nothing if the bytes are no row.
std::string rowToBytes(const AlarmRow &row);
std::optional<AlarmRow> rowFromBytes(std::string_view bytes);

} // namespace telltale
