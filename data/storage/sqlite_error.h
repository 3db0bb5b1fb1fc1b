#pragma once

#include "data/telemetry/result.h"

struct sqlite3;

namespace telltale {

/// Why the last call of a connection failed: our code for SQLite's, and SQLite's words, in English.
/// Thread  that of the connection.
Error sqliteError(sqlite3 *handle);

} // namespace telltale
