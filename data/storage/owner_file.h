#pragma once

#include "data/telemetry/result.h"

#include <cstddef>
#include <string>

namespace telltale {

/// Overwrites and empties a secret.
void wipe(std::string &secret);

/// A file with a secret in it, of at most 1 MiB: read only if it is an ordinary file of this user
/// that nobody else may read or change.
/// Errors  NotFound, DiskError, NotPermitted, LimitExceeded; their detail says why, not which file,
///         and nothing of what is in it.
Result<std::string> readOwnerFile(const std::string &path);

} // namespace telltale
