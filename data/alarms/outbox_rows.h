#pragma once

#include "data/alarms/alarm_outbox.h"
#include "data/storage/database.h"

namespace telltale {

/// What lies in the outbox of an alarm store, oldest first, at most `limit`.
/// Errors  Damaged: a row is no notification.
Result<std::vector<StoredNotification>> readOutbox(Database &database, std::size_t limit);

} // namespace telltale
