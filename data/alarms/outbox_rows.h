#pragma once

#include "data/alarms/alarm_outbox.h"
#include "data/storage/database.h"

#include <string>
#include <vector>

namespace telltale {

/// What lies in an outbox, oldest first.
struct OutboxRows
{
    std::vector<StoredNotification> notifications;
    /// Rows that could not be read whole: one of a kind nobody knows is left out, one whose alarm
    /// is no alarm is told without it.
    std::uint64_t damaged = 0;
};

/// Empty: there are none.
std::string withheldToBytes(const std::vector<WithheldAlarm> &withheld);

/// The outbox of an alarm store, at most `limit` rows.
Result<OutboxRows> readOutbox(Database &database, std::size_t limit);

} // namespace telltale
