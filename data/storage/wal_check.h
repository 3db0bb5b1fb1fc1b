#pragma once

#include "data/telemetry/result.h"

#include <cstdint>
#include <optional>
#include <string>

namespace telltale {

/// What lies in a write-ahead log beside a database.
struct WalState
{
    std::uint64_t frames = 0; ///< that hold, from the beginning
    /// The first that does not although a commit follows it, from 1: SQLite silently leaves out all
    /// from there on.
    std::optional<std::uint64_t> broken;
};

/// Follows the checksums of `database`-wal as SQLite's file format describes them
/// (sqlite.org/fileformat2.html, section 4). No log, or an empty one, is whole.
/// Thread  any; the file may be written meanwhile.
/// Errors  DiskError; Damaged: the log has a header that does not hold.
Result<WalState> checkWal(const std::string &database);

} // namespace telltale
