#pragma once

#include <cstdint>

namespace telltale::bench {

/// What a client under load did, printed by its process as one line for the bench.
struct ClientResult
{
    std::uint64_t received = 0;
    double cpuPerMessage = 0.0; ///< us of processor time, user and system, whole process
    double seconds = 0.0; ///< first to last message received
};

/// The floor: Paho's C++ client with a callback that only counts. Runs until `count` messages came
/// or nothing came for 3 s; prints "ready" once subscribed and its ClientResult at the end.
int runEmptyClient(std::uint16_t port, std::uint64_t count);

/// The whole path in the same frame: journal, decoding, live values, alarms, history on disk.
int runRiver(std::uint16_t port, std::uint64_t count);

} // namespace telltale::bench
