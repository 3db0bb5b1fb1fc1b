#pragma once

#include "app/demo/demo_message.h"
#include "data/telemetry/timestamp.h"

#include <cstdint>
#include <string>
#include <vector>

namespace telltale {

/// This computer as an asset: processor, memory, disk, network, from /proc, /sys and statvfs.
/// Thread  one; a call takes well under a millisecond. Rates are between two calls of message().
class HostReadings
{
public:
    /// Folders other than the system's are for tests.
    explicit HostReadings(std::string proc = "/proc", std::string sys = "/sys");

    const std::string &host() const { return m_host; }
    int cores() const { return static_cast<int>(m_cores.size()); }
    /// One JSON object for the topic `This computer/<host>`; units as hostTags() says. What this
    /// computer does not tell is no member.
    DemoMessage message(Timestamp now);

private:
    struct Processor
    {
        std::uint64_t busy = 0;
        std::uint64_t all = 0;
    };
    struct Network
    {
        std::uint64_t received = 0; ///< bytes
        std::uint64_t sent = 0;
    };

    std::vector<Processor> readProcessors() const; ///< all of them first, then one each
    Network readNetwork() const;
    static double load(const Processor &before, const Processor &after); ///< %

    std::string m_proc;
    std::string m_sys;
    std::string m_host;
    Processor m_total;
    std::vector<Processor> m_cores;
    Network m_network;
    Timestamp m_last {};
};

} // namespace telltale
