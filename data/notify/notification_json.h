#pragma once

#include "data/alarms/alarm_output.h"

#include <string>

namespace telltale {

/// `kind/occurrence/number/station/store/alarm`: what the receiver tells a notification by, from
/// whatever computer and after whatever became of its files. Printable ASCII, all else
/// percent-encoded as in an address; at most 1 kB. `station`  as below.
std::string notificationKey(const AlarmNotification &notification, const std::string &station);

/// What a channel is given, one line of JSON (docs/manual/alarms.md, Notifications).
/// `station`  which computer tells.
std::string notificationToJson(const AlarmNotification &notification, const std::string &station);

} // namespace telltale
