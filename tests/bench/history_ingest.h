#pragma once

#include "tests/bench/figure.h"

namespace telltale::bench {

/// Ingest of batches into history beside a row table with the same journal, sync, page size and
/// checksums, in turn: history.ingest_*, history.worst_commit_ms.
void addIngestFigures(Report &report);

} // namespace telltale::bench
