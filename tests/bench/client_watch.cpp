#include "tests/bench/client_watch.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <sys/resource.h>
#include <thread>

namespace telltale::bench {
namespace {

using namespace std::chrono_literals;
using SteadyClock = std::chrono::steady_clock;

constexpr auto kLook = 5ms; ///< looking costs processor time, too

} // namespace

double processorSeconds()
{
    rusage usage {};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

ClientResult watch(std::uint64_t count, const std::function<std::uint64_t()> &received,
                   const std::function<bool()> &isDone)
{
    std::puts("ready");
    std::fflush(stdout);
    const double processorBefore = processorSeconds();
    auto first = SteadyClock::time_point {};
    auto last = SteadyClock::now();
    std::uint64_t seen = 0;
    while (true) {
        std::this_thread::sleep_for(kLook);
        const std::uint64_t now = received();
        if (now > 0 && first == SteadyClock::time_point {})
            first = SteadyClock::now();
        if (now != seen)
            last = SteadyClock::now();
        seen = now;
        const bool isStill = first != SteadyClock::time_point {} && SteadyClock::now() - last > 3s;
        if ((seen >= count && isDone()) || isStill)
            break;
    }
    ClientResult result;
    result.received = seen;
    result.cpuPerMessage = (processorSeconds() - processorBefore) * 1e6
        / static_cast<double>(std::max<std::uint64_t>(seen, 1));
    result.seconds = std::chrono::duration<double>(last - first).count();
    return result;
}

int print(const ClientResult &result)
{
    std::printf("%llu %.6f %.6f\n", static_cast<unsigned long long>(result.received),
                result.cpuPerMessage, result.seconds);
    std::fflush(stdout);
    return 0;
}

} // namespace telltale::bench
