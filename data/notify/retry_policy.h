#pragma once

#include <chrono>
#include <random>

namespace telltale {

/// When what could not be delivered is tried again, and when it is no more.
struct RetryPolicy
{
    std::chrono::milliseconds first {1'000};
    std::chrono::milliseconds longest {300'000}; ///< it doubles up to here
    std::chrono::milliseconds giveUpAfter {3'600'000}; ///< a notification waited so long here

    /// The wait after so many attempts in a row failed: from half of it to the whole, so that not
    /// everybody comes back at once.
    std::chrono::microseconds wait(unsigned failures, std::minstd_rand &random) const;
};

} // namespace telltale
