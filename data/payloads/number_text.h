#pragma once

#include "data/payloads/value_tree.h"

namespace telltale {

/// Reads a JSON number (RFC 8259, strictly) from [at, end): nothing else may be taken for one.
/// Integers are exact up to 2^64-1, everything else is the nearest double; -0 keeps its sign.
/// Sets kind, number and bits of `value`; returns the first byte after the number, or null.
const char *readNumber(const char *at, const char *end, TreeValue &value);

} // namespace telltale
