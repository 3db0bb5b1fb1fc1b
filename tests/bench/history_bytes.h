#pragma once

#include "tests/bench/figure.h"

namespace telltale::bench {

/// Bytes a sample takes of four shared data sets, all files counted after an orderly end, once
/// every sample has been read back bit by bit: history.bytes_*.
void addByteFigures(Report &report);

} // namespace telltale::bench
