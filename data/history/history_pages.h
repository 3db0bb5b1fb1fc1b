#pragma once

#include "data/telemetry/result.h"

#include <cstdint>
#include <string>

namespace telltale {

/// Looks through the pages of a history file that SQLite cannot read, or not all of, for rows of
/// our tables, and puts them into the new file `to`: a row is known by its columns. Rows of pages
/// that were given up, and of which there may be newer ones, come with the rest where the list of
/// free pages is lost; so what a row leads to has to be compared with what it says. What is still
/// in a write-ahead log is not looked at.
/// Returns the number of pages that may have had rows of which nothing is known.
/// Errors  Damaged: nothing is a page of ours; DiskFull, DiskError.
Result<std::uint64_t> rebuildFromPages(const std::string &path, const std::string &to);

} // namespace telltale
