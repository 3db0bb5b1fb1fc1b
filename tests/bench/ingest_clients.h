#pragma once

#include <cstdint>
#include <string>

namespace telltale::bench {

/// The floor: Paho's C++ client with a callback that only counts. Runs until `count` messages came
/// or nothing came for 3 s; prints "ready" once subscribed and its ClientResult at the end.
int runEmptyClient(std::uint16_t port, std::uint64_t count);

/// The whole path in the same frame: journal, decoding, live values, alarms, history on disk.
int runRiver(std::uint16_t port, std::uint64_t count, const std::string &folder);

} // namespace telltale::bench
