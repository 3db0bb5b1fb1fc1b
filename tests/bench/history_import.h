#pragma once

#include "tests/bench/figure.h"

namespace telltale::bench {

/// Seconds from a file of 10 million rows to a trend of all of it.
void addImportFigures(Report &report);

} // namespace telltale::bench
