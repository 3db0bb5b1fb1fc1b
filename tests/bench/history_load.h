#pragma once

#include "data/history/history_writer.h"

#include <chrono>
#include <cstdint>
#include <string>

namespace telltale::bench {

/// What a plant sends: `tags` tags, each about once a second (ms resolution, up to 20 ms of
/// jitter), values of two decimals that wander. The same every time.
class PlantLoad
{
public:
    explicit PlantLoad(std::uint32_t tags)
        : m_steps(tags)
    { }
    SampleBatchPtr batch(std::size_t samples);

private:
    std::uint64_t random();

    std::vector<std::int64_t> m_steps; ///< value of each tag, in hundredths
    std::uint32_t m_tag = 0;
    std::int64_t m_second = 0;
    std::uint64_t m_state = 88172645463325252U;
};

/// Seconds since some begin, monotonic.
double secondsNow();

/// Takes a batch in as the program does: append, commit, then whatever work waits.
/// The longest single call, in seconds; negative if one failed.
double takeIn(HistoryWriter &writer, const SampleBatchPtr &batch, std::uint64_t position);

/// Begins the next file of a folder nobody writes and has the one before packed. False: it failed.
bool packAll(const std::string &folder);

} // namespace telltale::bench
