#pragma once

#include "app/options.h"

#include "data/sources/replay_options.h"

namespace telltale {

/// The options of every command that reads a table: where its rows have their time, the topic, the
/// separator of columns.
void addRowOptions(Options &options);

/// Errors  WrongUse.
Outcome readRowOptions(const Options &options, RowTimeOptions &time, char &delimiter);

} // namespace telltale
