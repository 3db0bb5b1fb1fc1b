#pragma once

#include "data/telemetry/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace telltale {

/// Where an MQTT broker listens.
struct BrokerUrl
{
    std::string host; ///< name or address; IPv6 without brackets
    std::uint16_t port = 1883;
    bool tls = false;
    std::string text() const; ///< `mqtt://host:port` or `mqtts://host:port`
    std::string shortText() const; ///< `host`; `host:port` where the port is not the usual one
    /// Never leaves this computer: `localhost`, or an address that says so. Other names may mean
    /// anything.
    bool isLoopback() const;
};

/// Reads `mqtt://host[:port]`, `mqtts://host[:port]` or bare `host[:port]`.
/// Errors  Malformed; NotPermitted for a user or password inside (said with what to do instead).
Result<BrokerUrl> parseBrokerUrl(std::string_view text);

} // namespace telltale
