#include "data/notify/retry_policy.h"

#include <algorithm>

namespace telltale {

std::chrono::microseconds RetryPolicy::wait(unsigned failures, std::minstd_rand &random) const
{
    std::chrono::microseconds whole = first;
    for (unsigned failure = 1; failure < failures && whole < longest; ++failure)
        whole *= 2;
    whole = std::min<std::chrono::microseconds>(whole, longest);
    std::uniform_int_distribution<std::chrono::microseconds::rep> part(whole.count() / 2,
                                                                       whole.count());
    return std::chrono::microseconds(part(random));
}

} // namespace telltale
