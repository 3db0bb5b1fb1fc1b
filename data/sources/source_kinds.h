#pragma once

#include "data/sources/source.h"

#include <memory>

namespace telltale {

/// The source for the scheme of the connection's address (`mqtt://...`); without a scheme it is
/// MQTT. A new protocol is one more file and one more line of the table in source_kinds.cpp.
/// Errors  those of checkConnection().
Result<std::unique_ptr<Source>> makeSource(const ConnectionConfig &connection,
                                           const SourceDoors &doors);

/// Whether such a source can be made, as far as can be told without connecting.
/// Errors  Malformed, NotPermitted, Unsupported (no such protocol): what to write instead.
Outcome checkConnection(const ConnectionConfig &connection);

} // namespace telltale
