#pragma once

#include "data/telemetry/result.h"

#include <string>

namespace telltale {

/// Secrets in the keychain of the system (Secret Service), under the service name "telltale".
/// Thread  any but the GUI's: it waits, at most 5 s.
/// Errors  NotFound (no such entry), NoKeychain (this machine has none, or it does not answer),
///         NotPermitted.
Result<std::string> readKeychain(const std::string &key);
Outcome writeKeychain(const std::string &key, const std::string &secret);

} // namespace telltale
