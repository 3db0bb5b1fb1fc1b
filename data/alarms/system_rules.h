#pragma once

#include "data/alarms/alarm_rule.h"

namespace telltale {

/// The alarms the program brings along; their ids begin with `$`.
constexpr const char *kRecordingAlarm = "$recording";
constexpr const char *kStateLostAlarm = "$alarm-state";
constexpr const char *kSourceAlarmPrefix = "$source/";
constexpr const char *kChannelAlarmPrefix = "$channel/";

/// Links that are no source: what connection rules watch beside SourceIds.
constexpr int kRecordingLink = -2;
constexpr int kStateLostLink = -3;
constexpr int kUnknownSourceLink = -4; ///< of a stored alarm before its source or channel is known
constexpr int kFirstChannelLink = -1000; ///< of channels of notifications; the next ones go down

/// Whether what is measured is recorded, or what of it cannot be written.
enum class Recording { Runs, JournalStopped, HistoryStopped, BothStopped };

/// Priority 1, "recording stopped", off-delay 30 s; in the words of what has stopped.
AlarmRule recordingRule(Recording stopped);
AlarmRule stateLostRule(); ///< priority 1, "alarm state lost"
AlarmRule sourceRule(const std::string &name, int link); ///< priority 2, on-delay 5 s
AlarmRule channelRule(const std::string &name,
                      int link); ///< priority 2, "notification channel failing"

} // namespace telltale
