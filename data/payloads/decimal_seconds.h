#pragma once

#include "data/payloads/value_tree.h"

#include <chrono>
#include <optional>

namespace telltale {

/// Seconds as a decimal, so that adding does not round: 0.1 + 0.2 is 0.3.
/// Unit    whole seconds and what is left in 10^-12 s; digits beyond are cut.
struct DecimalSeconds
{
    std::int64_t whole = 0;
    std::int64_t rest = 0; ///< 0 .. 10^12 - 1

    /// Of a number of a payload: its text where it was written as text, else its shortest decimal.
    /// Empty for what is no number or farther than any time.
    static std::optional<DecimalSeconds> of(const TreeValue &value);
    DecimalSeconds operator+(const DecimalSeconds &other) const;
    /// Rounded to the nearest microsecond.
    std::chrono::microseconds rounded() const;
};

} // namespace telltale
