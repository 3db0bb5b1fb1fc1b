#pragma once

#include "data/storage/database.h"

namespace telltale {

constexpr int kAlarmSchema = 4;

/// Opens (creates, migrates) `alarms.db` for its one writer. Before a migration the file is copied
/// to `<path>.schema-<version>` and the copy checked; what differs is made in one transaction.
/// Errors  NewerVersion, Damaged, DiskError, DiskFull.
Result<Database> openAlarmsForWriting(const std::string &path);

} // namespace telltale
