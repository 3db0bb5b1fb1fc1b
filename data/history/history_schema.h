#pragma once

#include "data/storage/database.h"

#include <string>
#include <vector>

namespace telltale {

/// The schema this program writes; resources/schema/history-*.sql, one file a step.
constexpr std::int64_t kHistorySchema = 4;
constexpr int kHistoryPageSize = 8192; ///< of a file that is written
constexpr int kPackedPageSize = 4096;

/// history-0001.db, history-0002.db ... of a data folder, oldest first; full paths.
std::vector<std::string> historyFiles(const std::string &folder);
/// The name that follows the last of `files` (and of those set aside) in `folder`, and `beyond`.
std::string nextHistoryFile(const std::string &folder, const std::string &beyond = {});

/// Opens a history file for the writer; an empty or older one is brought to kHistorySchema in one
/// transaction.
/// Errors  NewerVersion, Damaged, DiskFull, DiskError.
Result<Database> openHistoryForWriting(const std::string &path);
/// Makes a file for chunks that nobody adds to any more: with table `pack`, in small pages.
Result<Database> createPackedHistory(const std::string &path);
/// Errors  NewerVersion, NotFound (no schema in it yet), and as above.
Result<Database> openHistoryForReading(const std::string &path);

/// Removes a history file, or one half made, and what SQLite keeps beside it.
Outcome removeHistoryFile(const std::string &path);

/// Renames a damaged file and its WAL to NAME.damaged-TIME (UTC) and returns the new name.
/// Errors  DiskError: both have the names they had, if the disk allows that.
Result<std::string> setHistoryAside(const std::string &path);
/// A repair that was cut off after it had set a file aside left what takes its place whole, under
/// another name: that gets its own, once the log of the old file is out of its way - beside that
/// file, under the next free name. A log that only lies about stops nothing.
/// Errors  DiskError: what is to take the place stays where it was.
Outcome finishRepairs(const std::string &folder);

} // namespace telltale
