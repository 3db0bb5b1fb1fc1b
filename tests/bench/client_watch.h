#pragma once

#include <cstdint>
#include <functional>

namespace telltale::bench {

/// What a client under load did, printed by its process as one line for the bench.
struct ClientResult
{
    std::uint64_t received = 0;
    double cpuPerMessage = 0.0; ///< us of processor time, user and system, whole process
    double seconds = 0.0; ///< first to last message received
};

/// Says "ready", then watches a counter until it reaches `count` and `isDone`, or stands still for
/// 3 s.
/// Thread  any; blocks.
ClientResult watch(std::uint64_t count, const std::function<std::uint64_t()> &received,
                   const std::function<bool()> &isDone);

int print(const ClientResult &result);

/// What the process has used so far, user and system.
double processorSeconds();

} // namespace telltale::bench
