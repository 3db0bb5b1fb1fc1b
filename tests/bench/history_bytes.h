#pragma once

#include "tests/bench/figure.h"

namespace telltale::bench {

/// Bytes a sample takes of four shared data sets, all files counted, once every sample has been
/// read back bit by bit: history.bytes_*_fresh as it lies after writing, history.bytes_*_aged.
void addByteFigures(Report &report);

} // namespace telltale::bench
