#pragma once

#include "data/storage/database.h"

#include <cstdint>
#include <functional>

namespace telltale {

/// Writes what the read transaction of `from` sees into a new file `to`, synced. The writer of
/// `from` goes on meanwhile; its log cannot shrink before the transaction ends.
/// `onProgress` gets bytes and says false to stop.
/// Thread  that of `from`.
/// Errors  Busy: `to` exists; Cancelled; DiskFull, DiskError, Damaged; nothing of `to` is left.
Outcome
copyDatabase(Database &from, const std::string &to,
             const std::function<bool(std::uint64_t done, std::uint64_t total)> &onProgress);

} // namespace telltale
